//! What a task works on, from its files.

use super::answer::Failure;
use crate::file::{Opened, Places, Progress, read_file};
use crate::text::{Explain, Message};
use std::path::Path;

/// Opens an evaluation; what is amiss with its evidence becomes notes.
pub(super) fn open(path: &Path, places: &Places) -> Result<(Opened, Vec<Message>), Failure> {
    let opened = crate::file::open(path, places, &Progress::new()).map_err(|error| {
        let details = error.cause().into_iter().collect();
        Failure { message: error.message(), details }
    })?;
    let notes = opened.findings.iter().map(Explain::message).collect();
    Ok((opened, notes))
}

/// Templates and edits with more MiB are none.
const TEXT_MIB: u64 = 64;

pub(super) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    Ok(read_file(path, TEXT_MIB)?)
}
