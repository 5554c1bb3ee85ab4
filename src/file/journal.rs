//! The audit trail (操作记录): everything that was ever done to an evaluation, in order.

use crate::evaluation::Edit;
use crate::ron_text::{self, Unread};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The newest format of `journal.ron` that this program reads, and the one that it writes.
const JOURNAL_FORMAT: u32 = 1;

/// It only ever grows, and travels with the evaluation.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Journal {
    /// In the order in which they were done.
    pub entries: Vec<Entry>,
}

/// One thing that was done, and when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// By the clock of the machine.
    pub at: Timestamp,
    /// What it was.
    pub action: Action,
}

/// What was done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Action {
    /// A new evaluation.
    Created,
    /// Opened from a file of this digest.
    Opened {
        /// SHA-256 of the file, in lower-case hexadecimal.
        digest: String,
    },
    /// Edits lost in a crash were applied again.
    Restored {
        /// How many.
        edits: usize,
    },
    /// A change, as it was asked for.
    Edit(Edit),
    /// 撤销 of the last change that still stood.
    Undo,
    /// 重做 of the change that was undone last.
    Redo,
    /// Written to its file.
    Saved,
}

impl Entry {
    /// `action`, done now.
    pub fn now(action: Action) -> Self {
        let now = Timestamp::now();
        // Whole seconds: nobody reads more, and the file stays readable.
        Self { at: Timestamp::from_second(now.as_second()).unwrap_or(now), action }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OnDisk {
    format: u32,
    entries: Vec<Entry>,
}

impl Journal {
    /// Adds `action` at the end, done now.
    pub fn push(&mut self, action: Action) {
        self.entries.push(Entry::now(action));
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Self, Unread> {
        let (on_disk, _) = ron_text::read_file(bytes, JOURNAL_FORMAT, |on_disk: &OnDisk| on_disk.format)?;
        Ok(Self { entries: on_disk.entries })
    }

    pub(super) fn write(&self) -> Result<String, ron::Error> {
        ron_text::write(&OnDisk { format: JOURNAL_FORMAT, entries: self.entries.clone() })
    }
}
