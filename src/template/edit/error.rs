//! Why an edit of a template is refused. The template stays as it was.

use crate::template::Id;
use crate::text::{Explain, Message, worded_errors};

/// Why an edit of a template is refused. The template stays as it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TemplateEditError {
    /// No group or indicator has this id.
    NoSuchNode(Id),
    /// Groups alone have that field or children; this is an indicator.
    NotAGroup(Id),
    /// Indicators alone have that field; this is a group.
    NotAnIndicator(Id),
    /// A group cannot be moved into itself or anything within it.
    IntoItself(Id),
    /// The template, a group or an indicator has this id already.
    IdTaken(Id),
    /// A template's id is also the name of its file: up to 80 letters, digits and hyphens of ASCII.
    BadId(Id),
    /// Groups would stand in one another deeper than that.
    TooDeep {
        /// Levels that a template may have, that of its indicators included.
        most: usize,
    },
}

worded_errors!(TemplateEditError);

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
