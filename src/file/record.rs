//! The record of unsaved work: a head that says where it begins, then a line for each change, on disk before long.
//! What stands in them is the business of whoever records: here they are text.

use super::FileError;
use super::bytes::read_file;
use super::replace::replace;
use crate::text::{Detail, Explain as _};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// A state of a document from which its changes are recorded: just opened, just made, just saved.
pub trait RecordStart: Send + 'static {
    /// The first line of the record, with its end; no other line break in it. Called on the recording thread, again
    /// whenever the record is written anew.
    ///
    /// # Errors
    /// As the serializer says.
    fn head(&self) -> Result<String, ron::Error>;
}

/// The record on disk, as the writing thread has it.
pub(super) struct Record {
    path: PathBuf,
    start: Box<dyn RecordStart>,
    /// Lines since `start`, with their numbers.
    lines: Vec<(u64, String)>,
    /// Open for appending, once there is something to record.
    file: Option<File>,
}

impl Record {
    pub(super) fn new(path: PathBuf, start: Box<dyn RecordStart>) -> Self {
        Self { path, start, lines: Vec::new(), file: None }
    }

    pub(super) fn append(&mut self, number: u64, line: Result<String, ron::Error>) -> Result<(), FileError> {
        let line = line.map_err(|error| self.unsaid(&error))?;
        self.lines.push((number, line));
        let (Some(file), Some((_, line))) = (&mut self.file, self.lines.last()) else {
            return self.rewrite();
        };
        if file.write_all(line.as_bytes()).is_err() {
            // Perhaps half a line is there now: write all of it anew.
            return self.rewrite();
        }
        Ok(())
    }

    /// Everything up to `number` is in a file elsewhere now, which `start` describes.
    pub(super) fn saved(&mut self, start: Box<dyn RecordStart>, number: u64) -> Result<(), FileError> {
        self.start = start;
        self.lines.retain(|(line, _)| *line > number);
        if self.lines.is_empty() { self.remove() } else { self.rewrite() }
    }

    /// `start` holds all that is to be known: lines before it say nothing any more.
    pub(super) fn restart(&mut self, start: Box<dyn RecordStart>) -> Result<(), FileError> {
        self.start = start;
        self.lines.clear();
        self.rewrite()
    }

    /// Writes the record even though nothing was done yet: its start is itself unsaved.
    pub(super) fn rewrite(&mut self) -> Result<(), FileError> {
        self.file = None;
        let mut text = self.start.head().map_err(|error| self.unsaid(&error))?;
        text.extend(self.lines.iter().map(|(_, line)| line.as_str()));
        let failed = |error: io::Error| FileError::data(&self.path, &error);
        replace(&self.path, text.as_bytes()).map_err(failed)?;
        self.file = Some(File::options().append(true).open(&self.path).map_err(failed)?);
        Ok(())
    }

    pub(super) fn sync(&mut self) -> Result<(), FileError> {
        match &self.file {
            Some(file) => file.sync_data().map_err(|error| FileError::data(&self.path, &error)),
            None => Ok(()),
        }
    }

    pub(super) fn remove(&mut self) -> Result<(), FileError> {
        self.file = None;
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(FileError::data(&self.path, &error)),
            _ => Ok(()),
        }
    }

    fn unsaid(&self, error: &ron::Error) -> FileError {
        FileError::data(&self.path, &io::Error::other(error.to_string()))
    }
}

/// A record with more MiB is none: a step takes some hundred bytes.
const RECORD_MIB: u64 = 1024;

/// The text of a record. Half a line may end within a character; it is not understood by whoever reads it.
pub(super) fn read_record(path: &Path) -> Result<String, FileError> {
    let bytes = read_file(path, RECORD_MIB).map_err(|error| broken(path, error.message()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

pub(super) fn broken(path: &Path, detail: impl Into<Detail>) -> FileError {
    FileError::RecoveryBroken { path: path.to_path_buf(), detail: detail.into() }
}
