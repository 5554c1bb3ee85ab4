//! What every kind of open document has in common: its history and its file, the record of its unsaved work, the one
//! way in which it is saved, and every way out of it.

mod any;
mod close;
mod commands;
mod next_year;
mod open_file;
mod recent;
mod recorder;
mod save;
mod update;

pub(crate) use any::AnyWorkspace;
use close::WayOut;
pub(crate) use commands::{can, change_name, why_not};
pub(crate) use next_year::read_last_year;
pub(crate) use open_file::{FileState, OpenDocument, OpenFile, WriteFile, next_revision};
pub(crate) use recent::{discard, forget_recent};
pub(crate) use recorder::{Recorder, local_time};
pub(crate) use update::{Session, apply_theme, read_table};
