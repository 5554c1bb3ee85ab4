//! What became of each row of the sheet (采用、调整、未采用).

use crate::text::Message;

/// What became of each row. Every row that holds text stands in it once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RowReport {
    /// As they stand on the sheet.
    pub rows: Vec<RowEntry>,
}

/// A row of the sheet and what became of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowEntry {
    /// As the sheet shows it, from 1.
    pub number: usize,
    /// What stands in it, for people to find it by.
    pub words: String,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fate {
    /// 采用: as it stands; as what.
    Taken(Message),
    /// 调整: used, but not word for word; how.
    Changed(Vec<Message>),
    /// 未采用: nothing of it stands in the template; why.
    Refused(Message),
}

/// Rows by what became of them; they add up to all rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// 采用
    pub taken: usize,
    /// 调整
    pub changed: usize,
    /// 未采用
    pub refused: usize,
}

impl RowReport {
    /// How many rows were taken, changed, refused (采用、调整、未采用).
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            match row.fate {
                Fate::Taken(_) => counts.taken += 1,
                Fate::Changed(_) => counts.changed += 1,
                Fate::Refused(_) => counts.refused += 1,
            }
        }
        counts
    }
}

impl Fate {
    /// What is to be said of the row.
    pub fn messages(&self) -> &[Message] {
        match self {
            Self::Taken(message) | Self::Refused(message) => std::slice::from_ref(message),
            Self::Changed(messages) => messages,
        }
    }
}
