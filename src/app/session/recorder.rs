//! The record of the unsaved work of one open document, and the lock on its file.

use crate::file::{DocumentLock, DraftStart, FileError, LockOutcome, Places, Recovery};
use crate::text::{Explain as _, Message};
use std::path::{Path, PathBuf};

/// Held while a document is open. Dropping it without [`Self::end`] leaves the record, as a crash would.
#[derive(Default)]
pub struct Recorder {
    recovery: Option<Recovery>,
    /// Why there is no record, if there is none.
    unrecorded: Option<Message>,
    lock: Option<DocumentLock>,
    /// The path that `lock` was last asked for.
    locked: Option<PathBuf>,
}

impl Recorder {
    /// From now on changes are recorded by what `start` gives; where it fails, [`Self::trouble`] says so.
    pub fn begin(&mut self, start: impl FnOnce() -> Result<Recovery, FileError>) {
        if self.recovery.is_some() {
            return;
        }
        match start() {
            Ok(recovery) => {
                self.recovery = Some(recovery);
                self.unrecorded = None;
            }
            Err(error) => self.unrecorded = Some(error.message()),
        }
    }

    pub fn recovery(&self) -> Option<&Recovery> {
        self.recovery.as_ref()
    }

    /// Records a draft as it stands, or that its file holds all of it.
    pub fn record_draft(&mut self, places: &Places, dirty: bool, start: DraftStart) {
        if !dirty && self.recovery.is_none() {
            return;
        }
        self.begin(|| Recovery::start_of_draft(places, start.clone()));
        match &self.recovery {
            Some(recovery) if dirty => recovery.replace(start),
            Some(recovery) => recovery.saved(start, recovery.mark()),
            None => {}
        }
    }

    /// Waits until all that was recorded is on the disk.
    ///
    /// # Errors
    /// Why it is not.
    pub fn flush(&self) -> Result<(), FileError> {
        self.recovery.as_ref().map_or(Ok(()), Recovery::flush)
    }

    /// Tells others that the file is open here. Says who else has it open, if somebody does; asked again about the
    /// same file it says nothing. `who` is told them, where it is not empty.
    pub fn lock(&mut self, path: Option<&Path>, who: &str) -> Option<Message> {
        if path == self.locked.as_deref() {
            return None;
        }
        self.locked = path.map(Path::to_path_buf);
        self.lock = None;
        match DocumentLock::take(path?, who) {
            LockOutcome::Mine(lock) => self.lock = Some(lock),
            LockOutcome::Held(holder) => {
                let who = holder.map(|holder| match holder.who.as_str() {
                    "" => local_time(holder.since),
                    who => format!("{who}（{}）", local_time(holder.since)),
                });
                return Some(Message::new("opened-elsewhere").with("who", who.unwrap_or_default()));
            }
            LockOutcome::Unavailable => {}
        }
        None
    }

    /// The document was closed properly, saved or deliberately not: nothing is kept of it.
    pub fn end(&mut self) {
        if let Some(recovery) = self.recovery.take() {
            recovery.finish();
        }
        *self = Self::default();
    }

    /// Why changes are not on the disk at present: a crash would take them.
    pub fn trouble(&self) -> Option<Message> {
        let trouble = self.recovery.as_ref().and_then(Recovery::trouble);
        trouble.map(|error| error.message()).or_else(|| self.unrecorded.clone())
    }
}

/// A moment as the clock on the wall showed it.
pub(crate) fn local_time(at: jiff::Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system()).strftime("%-m月%-d日 %H:%M").to_string()
}
