//! The record of unsaved edits: a head that says where they begin, then a line for each, on disk before long.

use super::journal::{Action, Entry};
use super::replace::replace;
use super::{FileError, Journal};
use crate::evaluation::{self, Evaluation};
use crate::ron_text;
use crate::template::{self, Template};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) const RECORD_FORMAT: u32 = 1;

/// A state from which edits are recorded: just opened, just made, just saved.
#[derive(Clone, Debug)]
pub struct Start {
    /// The file, if it has one.
    pub path: Option<PathBuf>,
    /// Digest of that file.
    pub digest: Option<String>,
    /// The one that it is scored by.
    pub template: Arc<Template>,
    /// The state that the edits are applied to.
    pub evaluation: Arc<Evaluation>,
    /// The audit trail up to that state.
    pub journal: Journal,
}

/// First line of a record. It needs no other file to rebuild the evaluation; only evidence is looked up.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) format: u32,
    pub(super) title: String,
    pub(super) path: Option<String>,
    pub(super) digest: Option<String>,
    pub(super) template: String,
    pub(super) evaluation: String,
    pub(super) journal: String,
}

/// Any other line.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(super) struct Line {
    pub(super) entry: Entry,
    /// The evaluation after it, where the action alone does not tell: undo and redo.
    pub(super) after: Option<String>,
}

impl Line {
    fn of(entry: Entry, after: &Evaluation) -> Result<Self, ron::Error> {
        let after = match entry.action {
            Action::Undo | Action::Redo => Some(evaluation::write(after)?),
            _ => None,
        };
        Ok(Self { entry, after })
    }
}

/// The record on disk, as the writing thread has it.
pub(super) struct Record {
    path: PathBuf,
    start: Start,
    /// Lines since `start`, with their numbers.
    lines: Vec<(u64, String)>,
    /// Open for appending, once there is something to record.
    file: Option<File>,
}

impl Record {
    pub(super) fn new(path: PathBuf, start: Start) -> Self {
        Self { path, start, lines: Vec::new(), file: None }
    }

    pub(super) fn append(&mut self, number: u64, entry: Entry, after: &Evaluation) -> Result<(), FileError> {
        let line = Line::of(entry, after)
            .and_then(|line| ron_text::write_line(&line))
            .map_err(|e| self.unsaid(&e))?;
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
    pub(super) fn saved(&mut self, start: Start, number: u64) -> Result<(), FileError> {
        self.start = start;
        self.lines.retain(|(line, _)| *line > number);
        if self.lines.is_empty() { self.remove() } else { self.rewrite() }
    }

    /// Writes the record even though nothing was done yet: its start is itself unsaved.
    pub(super) fn rewrite(&mut self) -> Result<(), FileError> {
        self.file = None;
        let mut text =
            self.head().and_then(|head| ron_text::write_line(&head)).map_err(|e| self.unsaid(&e))?;
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

    fn head(&self) -> Result<Head, ron::Error> {
        let Start { path, digest, template, evaluation, journal } = &self.start;
        Ok(Head {
            format: RECORD_FORMAT,
            title: evaluation.project.name.clone(),
            path: path.as_ref().map(|path| path.to_string_lossy().into_owned()),
            digest: digest.clone(),
            template: template::write(template)?,
            evaluation: evaluation::write(evaluation)?,
            journal: journal.write()?,
        })
    }
}

/// A record read back. A last line that was only half written is left out.
pub(super) struct ReadBack {
    pub(super) head: Head,
    pub(super) lines: Vec<Line>,
    pub(super) torn: bool,
}

pub(super) fn read_back(path: &Path) -> Result<ReadBack, FileError> {
    let broken = |detail: String| FileError::RecoveryBroken { path: path.to_path_buf(), detail };
    let bytes = fs::read(path).map_err(|error| broken(error.to_string()))?;
    // Half a line may end within a character.
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.lines();
    let head: Head =
        ron_text::read(lines.next().unwrap_or_default()).map_err(|error| broken(error.to_string()))?;
    if head.format > RECORD_FORMAT {
        return Err(broken(format!("format {}", head.format)));
    }
    let mut read = Vec::new();
    let mut torn = false;
    for line in lines {
        match ron_text::read::<Line>(line) {
            Ok(line) => read.push(line),
            Err(_) => {
                torn = true;
                break;
            }
        }
    }
    Ok(ReadBack { head, lines: read, torn })
}
