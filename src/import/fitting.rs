//! A shipped template that says the same as a table.

use crate::template::{Id, Label};

/// A shipped template that says the same as a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fitting {
    /// Of the template.
    pub id: Id,
    /// Of the template.
    pub title: Label,
    /// The table is a form that nobody has filled in: it has no indicators of its own.
    pub is_blank_form: bool,
}
