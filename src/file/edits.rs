//! What the record of an evaluation holds: where its edits begin, then each of them.

use super::journal::{Action, Entry};
use super::record::{RecordStart, broken};
use super::{FileError, Journal};
use crate::evaluation::{self, Evaluation};
use crate::ron_text;
use crate::template::{self, Template};
use crate::text::Explain as _;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Format of the head of an evaluation's record.
pub(super) const EDITS_FORMAT: u32 = 1;

/// A state of an evaluation from which edits are recorded: just opened, just made, just saved.
#[derive(Clone, Debug)]
pub struct Start {
    /// The file, if it has one.
    pub path: Option<PathBuf>,
    /// SHA-256 of that file.
    pub digest: Option<String>,
    /// The one that it is scored by.
    pub template: Arc<Template>,
    /// As it stands there.
    pub evaluation: Arc<Evaluation>,
    /// The audit trail up to there.
    pub journal: Journal,
}

impl RecordStart for Start {
    fn head(&self) -> Result<String, ron::Error> {
        let Self { path, digest, template, evaluation, journal } = self;
        ron_text::write_line(&Head {
            format: EDITS_FORMAT,
            title: evaluation.project.name.clone(),
            path: path.as_ref().map(|path| path.to_string_lossy().into_owned()),
            digest: digest.clone(),
            template: template::write(template)?,
            evaluation: evaluation::write(evaluation)?,
            journal: journal.write()?,
        })
    }
}

/// First line of the record. It needs no other file to rebuild the evaluation; only evidence is looked up.
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
    pub(super) fn text(entry: Entry, after: &Evaluation) -> Result<String, ron::Error> {
        let after = match entry.action {
            Action::Undo | Action::Redo => Some(evaluation::write(after)?),
            _ => None,
        };
        ron_text::write_line(&Self { entry, after })
    }
}

/// The record of an evaluation read back. A last line that was only half written is left out.
pub(super) struct ReadBack {
    pub(super) head: Head,
    pub(super) lines: Vec<Line>,
    pub(super) torn: bool,
}

/// Of the `text` of the record at `path`.
pub(super) fn read_back(path: &Path, text: &str) -> Result<ReadBack, FileError> {
    let mut lines = text.lines();
    let head: Head =
        ron_text::read(lines.next().unwrap_or_default()).map_err(|error| broken(path, error.message()))?;
    if head.format > EDITS_FORMAT {
        return Err(broken(path, format!("format {}", head.format)));
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
