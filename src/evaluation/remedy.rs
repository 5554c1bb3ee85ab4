//! 整改措施: what is done about the problem that a deduction shows, by when, by whom, and how far it is.

use serde::{Deserialize, Serialize};

/// The answer to the problem of an indicator. All of it is text as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Remedy {
    /// 整改措施
    #[serde(skip_serializing_if = "String::is_empty")]
    pub measure: String,
    /// 整改期限
    #[serde(skip_serializing_if = "String::is_empty")]
    pub due: String,
    /// 责任人
    #[serde(skip_serializing_if = "String::is_empty")]
    pub responsible: String,
    /// 整改状态: 未整改, 整改中, 已整改, or other words
    #[serde(skip_serializing_if = "String::is_empty")]
    pub status: String,
}

/// A part of a [`Remedy`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum RemedyField {
    /// 整改措施
    Measure,
    /// 整改期限
    Due,
    /// 责任人
    Responsible,
    /// 整改状态
    Status,
}

impl RemedyField {
    /// As they stand in the window and on paper.
    pub const ALL: [Self; 4] = [Self::Measure, Self::Due, Self::Responsible, Self::Status];

    /// Key of its label in the interface.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Measure => "remedy-measure",
            Self::Due => "remedy-due",
            Self::Responsible => "remedy-responsible",
            Self::Status => "remedy-status",
        }
    }
}

impl Remedy {
    /// Nothing was typed.
    pub fn is_empty(&self) -> bool {
        RemedyField::ALL.into_iter().all(|field| self.get(field).is_empty())
    }

    /// What was typed of a part.
    pub fn get(&self, field: RemedyField) -> &str {
        match field {
            RemedyField::Measure => &self.measure,
            RemedyField::Due => &self.due,
            RemedyField::Responsible => &self.responsible,
            RemedyField::Status => &self.status,
        }
    }

    pub(super) fn set(&mut self, field: RemedyField, text: &str) {
        let part = match field {
            RemedyField::Measure => &mut self.measure,
            RemedyField::Due => &mut self.due,
            RemedyField::Responsible => &mut self.responsible,
            RemedyField::Status => &mut self.status,
        };
        text.clone_into(part);
    }
}
