//! 评价: the open evaluation and its views.

pub mod dialogs;
pub mod document;
pub mod fields;
pub mod findings;
pub mod form;
pub mod ledger;
pub mod migrating;
pub mod print;
pub mod project;
pub mod rows;
pub mod scores;
pub mod status;
pub mod tailor;
