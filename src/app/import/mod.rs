//! A template from a score table (从评分表生成模板) in the window: its state, what changes it, its views.

mod columns;
mod decision;
mod draft;
mod keys;
mod reading;
mod record;
mod result;
mod rows;
mod scored;
mod scores_ui;
mod state;
mod table;
mod update;
mod view;
mod words;

pub use draft::{ImportDraft, Stage};
pub(crate) use state::Action;
pub use state::ImportWorkspace;
