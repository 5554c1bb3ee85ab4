//! What a check of a template finds.

use super::error::Place;
use super::id::Id;
use crate::text::Message;

/// How much a problem matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// No sheet can be scored with it.
    Error,
    /// Something that is printed has no name. Sheets can be scored with it, and those of before are; but no new one
    /// begins with it.
    Omission,
    /// Probably not what the author means; it can be scored all the same.
    Warning,
}

/// Something wrong with a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// Names down to the place: `项目管理 › 资金管理 › 资金使用`. Empty for the template as a whole.
    pub path: String,
    /// Id of the group or indicator that it concerns; `None` for the template as a whole.
    pub node: Option<Id>,
    /// Id of what it concerns, or of the innermost thing with an id around it: a node, a part, a deduction, …
    pub at: Option<Id>,
    /// The way to it through the fields and lists of the template.
    pub spot: Vec<Turn>,
    /// Filled where the text of the file is at hand.
    pub place: Option<Place>,
    /// What is wrong; its hint says how to mend it.
    pub message: Message,
}

impl Problem {
    /// No new sheet begins with the template while it stands.
    pub fn is_error(&self) -> bool {
        self.severity != Severity::Warning
    }

    /// It concerns the group, the indicator or the part of that id.
    pub fn is_at(&self, id: &str) -> bool {
        self.at.as_deref() == Some(id)
    }
}

/// A turn on the way through a template: into a field, or to an element of a list (from 0).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Turn {
    /// The name of the field, as the file writes it.
    Field(&'static str),
    /// The number of the element.
    Item(usize),
}
