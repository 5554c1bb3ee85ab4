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
    save_if(path, bytes, || true).map(|_| ())
}

/// The same where it is still `wanted`, which is asked when all is written: else nothing is left of it. Says whether it
/// was.
///
/// # Errors
/// As [`save`].
pub fn save_if(path: &Path, bytes: &[u8], wanted: impl FnOnce() -> bool) -> Result<bool, PrintError> {
    let saved = write_and_rename(path, bytes, wanted);
    saved.map_err(|error| PrintError::Save { path: path.to_owned(), error })
}

fn write_and_rename(path: &Path, bytes: &[u8], wanted: impl FnOnce() -> bool) -> io::Result<bool> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = path.with_file_name(beside);
    let put_in_place = |()| if wanted() { fs::rename(&beside, path).map(|()| true) } else { Ok(false) };
    let saved = write(&beside, bytes).and_then(put_in_place);
    if !matches!(saved, Ok(true)) && beside.exists() {
        fs::remove_file(&beside).unwrap_or_else(|error| log::warn!("{}: {error}", beside.display()));
    }
    saved
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
