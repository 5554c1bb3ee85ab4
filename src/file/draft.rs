//! The record of a document that is written down as a whole at each change: a template, a table on its way to one.

use super::FileError;
use super::record::{RecordStart, broken};
use crate::ron_text;
use crate::text::Explain as _;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Format of the head of a draft's record: above that of an evaluation's, which an older program does not mistake
/// for one of its own.
const DRAFT_FORMAT: u32 = 2;

/// What kind of document a draft is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum DraftKind {
    /// 评分模板
    Template,
    /// 从评分表生成模板: a table that a template is being made from.
    Import,
}

/// An unsaved document as its record has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// What kind of document it is.
    pub kind: DraftKind,
    /// Name of the document; may be empty.
    pub title: String,
    /// The file that it was read from or saved to last, if there is one.
    pub path: Option<PathBuf>,
    /// SHA-256 of that file as it was then.
    pub digest: Option<String>,
    /// Number of changes since.
    pub edits: usize,
    /// When the last of them was made.
    pub last: Timestamp,
    /// The document itself, in a form that its kind reads.
    pub text: String,
}

/// A state to be written down: [`Draft`] with its text yet to be worded.
#[derive(Clone)]
pub struct DraftStart {
    /// Its `text` is empty.
    pub draft: Draft,
    /// Words the document.
    pub word: WordDraft,
}

/// Words a document, on the recording thread, again whenever its record is written anew.
pub(crate) type WordDraft = Arc<dyn Fn() -> Result<String, ron::Error> + Send + Sync>;

impl fmt::Debug for DraftStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DraftStart").field("draft", &self.draft).finish_non_exhaustive()
    }
}

#[derive(Serialize, Deserialize)]
struct Head {
    format: u32,
    kind: DraftKind,
    title: String,
    path: Option<String>,
    digest: Option<String>,
    edits: usize,
    last: Timestamp,
    text: String,
}

impl RecordStart for DraftStart {
    fn head(&self) -> Result<String, ron::Error> {
        let Draft { kind, title, path, digest, edits, last, text: _ } = self.draft.clone();
        let path = path.map(|path| path.to_string_lossy().into_owned());
        ron_text::write_line(&Head {
            format: DRAFT_FORMAT,
            kind,
            title,
            path,
            digest,
            edits,
            last,
            text: (self.word)()?,
        })
    }
}

/// The draft that the `text` of the record at `path` holds; `None` where it is the record of an evaluation.
pub(super) fn read_draft(path: &Path, text: &str) -> Result<Option<Draft>, FileError> {
    let line = text.lines().next().unwrap_or_default();
    match ron_text::format_of(line) {
        Ok(DRAFT_FORMAT) => {}
        Ok(newer) if newer > DRAFT_FORMAT => return Err(broken(path, format!("format {newer}"))),
        // What is wrong with it, if anything is, the edits say when they are read.
        Ok(_) | Err(_) => return Ok(None),
    }
    let head: Head = ron_text::read(line).map_err(|error| broken(path, error.message()))?;
    let Head { format: _, kind, title, path, digest, edits, last, text } = head;
    Ok(Some(Draft { kind, title, path: path.map(PathBuf::from), digest, edits, last, text }))
}
