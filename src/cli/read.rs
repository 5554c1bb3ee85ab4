//! What a task works on, from its files.

use super::answer::Failure;
use crate::file::{FileError, Opened, Places, Progress};
use crate::text::{Explain, Message};
use std::io;
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

pub(super) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => FileError::NotFound { path: path.to_owned() }.into(),
        io::ErrorKind::PermissionDenied => FileError::NoPermission { path: path.to_owned() }.into(),
        _ => {
            let message = Message::new("cli-unreadable").with("file", path.display());
            Failure::new(message.with("detail", error))
        }
    })
}
