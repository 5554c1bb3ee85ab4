//! What every kind of open document has in common: its history and its file, the record of its unsaved work, and
//! the one way in which it is saved.

pub mod close;
mod open_file;
mod recorder;
pub mod recovery;
pub mod save;

pub use open_file::{FileState, OpenDocument, OpenFile, WriteFile, next_revision};
pub use recorder::{Recorder, local_time};
