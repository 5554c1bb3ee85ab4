//! An evaluation on its way to another template.

use crate::evaluation::Migration;
use crate::template::Template;
use std::sync::Arc;

/// What would come of the evaluation by another template.
#[derive(Clone, Debug)]
pub struct Migrating {
    /// As its file has it.
    pub to: Arc<Template>,
    pub migration: Migration,
}
