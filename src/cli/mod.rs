//! The same work without a window, for scripts and tests: the window's own edits, files, scores and prints.

mod answer;
mod apply;
mod args;
mod console;
mod create;
mod exit;
mod import;
mod import_scores;
mod last_year;
mod manner;
mod migrate;
mod print;
mod read;
mod run;
mod score;
mod table;
mod task;
mod templates;

pub use run::{no_window, parse};
pub use task::{Invocation, Work};
