//! Why an edit of a template is refused. The template stays as it was.

use crate::template::Id;
use crate::text::{Explain, Message};

/// Why an edit of a template is refused. The template stays as it was.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TemplateEditError {
    /// No group or indicator has this id.
    #[error("the template has no group or indicator {0}")]
    NoSuchNode(Id),
    /// Groups alone have that field or children; this is an indicator.
    #[error("{0} is no group")]
    NotAGroup(Id),
    /// Indicators alone have that field; this is a group.
    #[error("{0} is no indicator")]
    NotAnIndicator(Id),
    /// A group cannot be moved into itself or anything within it.
    #[error("{0} cannot stand within itself")]
    IntoItself(Id),
    /// The template, a group or an indicator has this id already.
    #[error("there is something called {0} already")]
    IdTaken(Id),
    /// A template's id is also the name of its file: up to 80 letters, digits and hyphens of ASCII.
    #[error("{0:?} is no id of a template")]
    BadId(Id),
    /// Groups would stand in one another deeper than that.
    #[error("groups may stand in one another {most} deep")]
    TooDeep {
        /// Levels that a template may have, that of its indicators included.
        most: usize,
    },
}

impl Explain for TemplateEditError {
    fn message(&self) -> Message {
        match self {
            Self::NoSuchNode(id) => Message::new("template-edit-no-node").with("id", id),
            Self::NotAGroup(id) => Message::new("template-edit-no-group").with("id", id),
            Self::NotAnIndicator(id) => Message::new("template-edit-no-indicator").with("id", id),
            Self::IntoItself(id) => Message::new("template-edit-into-itself").with("id", id),
            Self::IdTaken(id) => Message::new("template-edit-id-taken").with("id", id),
            Self::BadId(id) => Message::new("template-edit-bad-id").with("id", id),
            Self::TooDeep { most } => Message::new("template-edit-too-deep").with("most", most),
        }
    }
}
