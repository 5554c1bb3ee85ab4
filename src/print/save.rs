//! Writing what was printed into a file: the whole new file or the old one, nothing in between.

use super::error::PrintError;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// Writes `bytes` to `path`; a file that is there stays whole until the new one is.
///
/// # Errors
/// The place cannot be written to. What was there is untouched.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), PrintError> {
    write_and_rename(path, bytes).map_err(|error| PrintError::Save { path: path.to_owned(), error })
}

fn write_and_rename(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = path.with_file_name(beside);
    let written = write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    if written.is_err() && beside.exists() {
        fs::remove_file(&beside).unwrap_or_else(|error| log::warn!("{}: {error}", beside.display()));
    }
    written
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
