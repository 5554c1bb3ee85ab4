//! What outlives a session: recent files, edits that a crash must not take, and who has a file open.

use super::jobs::{Done, Kind};
use super::saving::Saving;
use super::{App, Document};
use crate::file::Start;
use crate::file::{self, DocumentLock, LockOutcome, Progress, RecentFile, Recovery};
use crate::number::fixed;
use crate::text::{Explain as _, Message};
use std::path::{Path, PathBuf};

/// Held while a document is open.
#[derive(Default)]
pub struct Kept {
    recovery: Option<Recovery>,
    /// Why there is no record, if there is none.
    unrecorded: Option<Message>,
    lock: Option<DocumentLock>,
    /// The path that `lock` was last asked for.
    locked: Option<PathBuf>,
}

impl App {
    /// From now on every edit of the open document is recorded on disk.
    pub(super) fn begin_recovery(&mut self) {
        let Some(document) = &self.model.document else { return };
        match Recovery::start(&document.store, start_of(document)) {
            Ok(recovery) => {
                self.kept.recovery = Some(recovery);
                self.kept.unrecorded = None;
            }
            Err(error) => self.kept.unrecorded = Some(error.message()),
        }
        self.lock_document();
    }

    fn lock_document(&mut self) {
        let path = self.model.document.as_ref().and_then(|document| document.path.clone());
        if path == self.kept.locked {
            return;
        }
        self.kept.locked.clone_from(&path);
        self.kept.lock = None;
        let Some(path) = path else { return };
        match DocumentLock::take(&path) {
            LockOutcome::Mine(lock) => self.kept.lock = Some(lock),
            LockOutcome::Held(holder) => {
                let who = holder.map(|holder| format!("{}（{}）", holder.who, local_time(holder.since)));
                let message = Message::new("opened-elsewhere").with("who", who.unwrap_or_default());
                self.tell(message, None);
            }
            LockOutcome::Unavailable => {}
        }
    }

    /// The document was closed properly, saved or deliberately not.
    pub(super) fn end_recovery(&mut self) {
        if let Some(recovery) = self.kept.recovery.take() {
            recovery.finish();
        }
        self.kept = Kept::default();
    }

    /// The number that the present state has in the record.
    pub(super) fn recovery_mark(&self) -> u64 {
        self.kept.recovery.as_ref().map_or(0, Recovery::mark)
    }

    /// Only what came after the saved state needs recording.
    pub(super) fn recovery_saved(&mut self, saving: &Saving) {
        let Some(document) = &self.model.document else { return };
        if let Some(recovery) = &self.kept.recovery {
            let start = Start {
                evaluation: saving.evaluation.clone(),
                journal: saving.journal.clone(),
                ..start_of(document)
            };
            recovery.saved(start, saving.mark);
        }
        self.lock_document();
    }

    /// Whether edits are safe from a crash is said for as long as they are not.
    pub(super) fn watch_recovery(&mut self) {
        let trouble = self.kept.recovery.as_ref().and_then(Recovery::trouble);
        self.model.unsafe_edits =
            trouble.map(|error| error.message()).or_else(|| self.kept.unrecorded.clone());
    }

    /// Notes what was done, in the audit trail and on disk. What `joins` the step before replaces its entry: the
    /// trail has one entry a step, not one a letter.
    pub(super) fn record(&mut self, action: file::Action, joins: bool) {
        if self.kept.recovery.is_none() {
            self.begin_recovery();
        }
        let Some(document) = &mut self.model.document else { return };
        let entry = match &self.kept.recovery {
            Some(recovery) => recovery.append(action, document.evaluation()),
            None => file::Entry::now(action),
        };
        match document.journal.entries.last_mut() {
            Some(last) if joins => *last = entry,
            _ => document.journal.entries.push(entry),
        }
    }

    /// Brings back what a session left behind.
    pub(super) fn restore(&mut self, number: usize) {
        let Some(leftover) = self.model.leftovers.get(number) else { return };
        let restored = match leftover.restore(&self.places, &Progress::new()) {
            Ok(restored) => restored,
            Err(error) => return self.tell(error.message(), error.cause()),
        };
        let (applied, skipped, torn) = (restored.applied, restored.skipped, restored.torn);
        let path = restored.opened.path.clone();
        self.show_opened(path, restored.opened, false);
        let kept = match &self.kept.recovery {
            Some(recovery) => {
                recovery.start_is_unsaved();
                recovery.flush().is_ok()
            }
            None => false,
        };
        if skipped > 0 {
            // What did not fit stays where it is.
            self.tell(Message::new("restored-skipped").with("skipped", skipped), None);
        } else if kept {
            self.discard(number);
        }
        let key = if torn { "restored-torn" } else { "restored" };
        self.notice(Message::new(key).with("edits", applied), torn);
    }

    pub(super) fn discard(&mut self, number: usize) {
        if number >= self.model.leftovers.len() {
            return;
        }
        if let Err(error) = self.model.leftovers.remove(number).discard() {
            self.notice(error.message(), true);
        }
    }

    pub(super) fn remember_recent(&mut self) {
        let Some(document) = &self.model.document else { return };
        let Some(path) = document.path.clone() else { return };
        let card = document.card();
        let total = match (&card.grade, card.provisional) {
            (Some(grade), false) => format!("{} {grade}", fixed(card.total, card.total_decimals)),
            _ => {
                let total = fixed(card.total, card.total_decimals);
                format!("{total} {}", crate::text::tr(self.model.settings.lang, "provisional"))
            }
        };
        self.model.missing.retain(|missing| *missing != path);
        let title = document.title();
        let opened_at = jiff::Timestamp::now();
        self.model.recent.remember(RecentFile { path, title, total: Some(total), opened_at });
        self.save_recent();
    }

    pub(super) fn forget_recent(&mut self, path: &Path) {
        self.model.recent.forget(path);
        self.save_recent();
    }

    /// Which recent files are gone. A dead network drive may take its time to say so: nobody waits for it.
    pub(super) fn look_for_recent(&mut self) {
        let files = self.model.recent.files().to_vec();
        self.jobs.start("recent files", Kind::Quiet, None, move || {
            let missing = files.into_iter().filter(RecentFile::is_missing);
            Done::Missing(missing.map(|file| file.path).collect())
        });
    }

    fn save_recent(&self) {
        if let Err(error) = self.model.recent.save(&self.places) {
            log::warn!("the list of recent files was not saved: {error}");
        }
    }
}

fn start_of(document: &Document) -> Start {
    Start {
        path: document.path.clone(),
        digest: document.digest.clone(),
        template: document.template.clone(),
        evaluation: document.evaluation().clone(),
        journal: document.journal.clone(),
    }
}

/// A moment as the clock on the wall showed it.
pub fn local_time(at: jiff::Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system()).strftime("%-m月%-d日 %H:%M").to_string()
}
