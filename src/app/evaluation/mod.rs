//! 评价: an open evaluation in the window: its state, what changes it, its views.

mod bar;
mod clipboard;
mod copying;
mod dialogs;
mod document;
mod edit;
mod evidence;
mod field;
mod field_ui;
mod findings;
mod form;
mod funds_paste;
mod items;
mod keys;
mod ledger;
mod migrate;
mod open;
mod pasting;
mod print;
mod project;
mod rows;
mod scores;
mod selection;
mod state;
mod status;
mod survey;
mod tailor;
mod typed_score;
mod update;
mod view;

pub use document::Document;
pub(crate) use keys::Intent;
pub use rows::Filter;
pub use selection::{Block, Cell};
pub(crate) use state::Action;
pub use state::{EvaluationWorkspace, State, ViewKind};
