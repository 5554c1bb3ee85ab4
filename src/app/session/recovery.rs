//! What outlives a session: recent files, edits that a crash must not take, and who has a file open.

use crate::app::App;
use crate::app::session::Recorder;
use crate::app::system::jobs::{Done, Kind};
use crate::file::{DraftKind, FileError, Progress, RecentFile};
use crate::number::fixed;
use crate::text::{Explain as _, Message};
use std::path::Path;

impl App {
    /// From now on every edit of what is open is recorded on disk, and others see that it is open.
    pub(in crate::app) fn begin_recording(&mut self) {
        if let Some(document) = self.model.document_mut() {
            document.begin_recording();
        }
        let path = self.model.workspace.open().and_then(|open| open.file().path()).map(Path::to_path_buf);
        let held = self.model.workspace.recorder_mut().and_then(|recorder| recorder.lock(path.as_deref()));
        held.into_iter().for_each(|message| self.tell(message, None));
    }

    /// What is open is closed properly, saved or deliberately not.
    pub(in crate::app) fn end_recording(&mut self) {
        if let Some(recorder) = self.model.workspace.recorder_mut() {
            recorder.end();
        }
    }

    /// Whether changes are safe from a crash is said for as long as they are not.
    pub(in crate::app) fn watch_recovery(&mut self) {
        self.model.unsafe_edits = self.model.workspace.recorder().and_then(Recorder::trouble);
    }

    /// Waits until all that was done is on the disk.
    ///
    /// # Errors
    /// Why it is not.
    pub fn flush_recovery(&self) -> Result<(), FileError> {
        self.model.workspace.recorder().map_or(Ok(()), Recorder::flush)
    }

    /// Brings back what a session left behind.
    pub(in crate::app) fn restore(&mut self, number: usize) {
        let Some(leftover) = self.model.leftovers.get(number) else { return };
        match leftover.kind {
            None => self.restore_evaluation(number),
            Some(kind) => self.restore_draft(number, kind),
        }
    }

    fn restore_evaluation(&mut self, number: usize) {
        let Some(leftover) = self.model.leftovers.get(number) else { return };
        let restored = match leftover.restore(&self.places, &Progress::new()) {
            Ok(restored) => restored,
            Err(error) => return self.tell(error.message(), error.cause()),
        };
        let (applied, skipped, torn) = (restored.applied, restored.skipped, restored.torn);
        let path = restored.opened.path.clone();
        self.show_opened(path, restored.opened, false);
        if let Some(recovery) = self.model.workspace.recorder().and_then(Recorder::recovery) {
            recovery.start_is_unsaved();
        }
        if skipped > 0 {
            // What did not fit stays where it is.
            self.tell(Message::new("restored-skipped").with("skipped", skipped), None);
        } else {
            self.discard_recorded(number);
        }
        let key = if torn { "restored-torn" } else { "restored" };
        self.notice(Message::new(key).with("edits", applied), torn);
    }

    fn restore_draft(&mut self, number: usize, kind: DraftKind) {
        let Some(leftover) = self.model.leftovers.get(number) else { return };
        let draft = match leftover.draft() {
            Ok(draft) => draft,
            Err(error) => return self.tell(error.message(), error.cause()),
        };
        let edits = draft.edits;
        let shown = match kind {
            DraftKind::Template => self.restore_template(draft),
            DraftKind::Import => self.restore_import(&draft),
        };
        match shown {
            Ok(()) => {
                self.discard_recorded(number);
                self.notice(Message::new("restored").with("edits", edits), false);
            }
            Err(message) => self.tell(Message::new("draft-unreadable"), Some(message)),
        }
    }

    /// What was restored is on the disk again, in the record of this session: the old record may go.
    fn discard_recorded(&mut self, number: usize) {
        let has_record = self.model.workspace.recorder().and_then(Recorder::recovery).is_some();
        if has_record && self.flush_recovery().is_ok() {
            self.discard(number);
        }
    }

    pub(in crate::app) fn discard(&mut self, number: usize) {
        if number >= self.model.leftovers.len() {
            return;
        }
        if let Err(error) = self.model.leftovers.remove(number).discard() {
            self.notice(error.message(), true);
        }
    }

    pub(in crate::app) fn remember_recent(&mut self) {
        let Some(document) = self.model.workspace.document() else { return };
        let Some(path) = document.path().map(Path::to_path_buf) else { return };
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

    pub(in crate::app) fn forget_recent(&mut self, path: &Path) {
        self.model.recent.forget(path);
        self.save_recent();
    }

    /// Which recent files are gone. A dead network drive may take its time to say so: nobody waits for it.
    pub(in crate::app) fn look_for_recent(&mut self) {
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
