//! What things of a template are called, by people and by each other.

use std::sync::Arc;

/// Labels are shared between template, scorecard and views.
pub type Label = Arc<str>;

/// Identifies an indicator, a group, a part of a rule. Unique within its template.
pub type Id = Arc<str>;
