//! Saving, and files of evidence: work that the way out waits for.

use super::dialogs::Dialog;
use super::files::with_extension;
use super::jobs::{Done, Kind, Purpose, evidence};
use super::{App, Document};
use crate::evaluation::{Edit, Evaluation};
use crate::file::{self, Added, Entry, FileError, Journal, SaveRequest, Saved};
use crate::template::Id as NodeId;
use crate::text::{Explain as _, Message};
use std::path::PathBuf;
use std::sync::Arc;

/// The state that is being saved, and what to do when it is.
#[derive(Clone)]
pub struct Saving {
    pub document: u64,
    pub evaluation: Arc<Evaluation>,
    pub journal: Journal,
    entry: Entry,
    /// [`crate::file::Recovery::mark`] of that state.
    pub mark: u64,
}

impl App {
    pub(super) fn save(&mut self, force: bool) {
        if self.model.drafting.is_some() {
            return self.save_template(None, force);
        }
        self.settle_drafts();
        match self.model.document.as_ref().map(|document| document.path.clone()) {
            Some(Some(path)) => self.save_to(path, force),
            Some(None) => self.ask_file(Purpose::SaveAs),
            None => {}
        }
    }

    /// One save at a time: another one begins when this one is done, from the state as it is then.
    pub(super) fn save_to(&mut self, path: PathBuf, force: bool) {
        if self.is_saving {
            self.save_again = Some((path, force));
            return;
        }
        let mark = self.recovery_mark();
        let Some(document) = self.model.document.as_mut() else { return };
        document.seal();
        let entry = Entry::now(file::Action::Saved);
        let mut journal = document.journal.clone();
        journal.entries.push(entry.clone());
        let saving = Saving {
            document: document.id(),
            evaluation: document.evaluation().clone(),
            journal: journal.clone(),
            entry,
            mark,
        };
        let request = SaveRequest {
            path: with_extension(path, file::EXTENSION),
            template: document.template.clone(),
            evaluation: saving.evaluation.clone(),
            journal,
            store: document.store.clone(),
            reachable: document.reachable_evidence(),
            force,
        };
        self.is_saving = true;
        let progress = self.jobs.show(&mut self.model.jobs, Message::new("job-saving"));
        self.jobs.start("save", Kind::Work, Some(progress.clone()), move || {
            let result = file::save(&request, &progress.progress);
            Done::Saved { saving: Box::new(saving), result }
        });
    }

    pub(super) fn save_finished(&mut self, saving: &Saving, result: Result<Saved, FileError>) {
        self.is_saving = false;
        let open = self.model.document.as_mut().filter(|document| document.id() == saving.document);
        match (result, open) {
            (Ok(saved), Some(document)) => {
                document.path = Some(saved.path);
                document.digest = Some(saved.digest);
                document.journal.entries.push(saving.entry.clone());
                document.mark_saved(saving.evaluation.clone());
                self.recovery_saved(saving);
                self.remember_recent();
                let time = jiff::Zoned::now().strftime("%H:%M:%S").to_string();
                self.notice(Message::new("saved").with("time", time), false);
                match self.save_again.take() {
                    Some((path, force)) => self.save_to(path, force),
                    None => self.go_on_after_save(),
                }
            }
            (Ok(_), None) => {}
            (Err(FileError::Cancelled), _) => {
                self.leaving.after_unsaved = None;
                self.notice(FileError::Cancelled.message(), false);
            }
            (Err(error @ FileError::ChangedOnDisk { .. }), Some(_)) => {
                self.ask(Dialog::ChangedOnDisk { message: error.message() });
            }
            (Err(error), Some(_)) => self.ask(Dialog::SaveFailed { message: error.message() }),
            // It was closed meanwhile; that it is not in the file has to be said all the same.
            (Err(error), None) => self.tell(error.message(), error.cause()),
        }
    }

    /// Takes files in as evidence of an indicator, each as a step of its own.
    pub(super) fn attach(&mut self, item: &NodeId, files: Vec<PathBuf>) {
        let Some(document) = &self.model.document else { return };
        let (id, store, item) = (document.id(), document.store.clone(), item.clone());
        let label = Message::new("job-attaching").with("count", files.len());
        let progress = self.jobs.show(&mut self.model.jobs, label);
        self.jobs.start("evidence", Kind::Work, Some(progress.clone()), move || {
            let add = |source: PathBuf| {
                let result = store.add(&source, &progress.progress);
                (source, result)
            };
            Done::Added { document: id, item, results: files.into_iter().map(add).collect() }
        });
    }

    pub(super) fn added(
        &mut self,
        document: u64,
        item: &NodeId,
        results: Vec<(PathBuf, Result<Added, FileError>)>,
    ) {
        // The evaluation that it was for may be closed by now.
        if self.model.document.as_ref().map(Document::id) != Some(document) {
            return;
        }
        for (source, result) in results {
            match result {
                Ok(added) => self.attach_added(item, added),
                Err(FileError::Cancelled) => {
                    self.notice(Message::new("attach-cancelled").with("file", source.display()), false);
                }
                Err(error) => self.tell(error.message(), error.cause()),
            }
        }
    }

    fn attach_added(&mut self, item: &NodeId, added: Added) {
        let Some(document) = &self.model.document else { return };
        let taken = document.reachable_evidence();
        let id = document.evaluation().next_evidence_id(taken.iter().map(|file| file.id));
        self.edit(&Edit::AttachEvidence(evidence(id, item.clone(), added)));
    }

    pub(super) fn open_evidence(&mut self, id: u32) {
        let Some(document) = &self.model.document else { return };
        let evidence = document.evaluation().evidence.iter().find(|file| file.id == id).cloned();
        let Some(evidence) = evidence else { return };
        let store = document.store.clone();
        let progress = self.jobs.show(&mut self.model.jobs, Message::new("job-exporting"));
        self.jobs.start("evidence", Kind::Quiet, Some(progress.clone()), move || Done::Exported {
            result: store.export(&evidence, &progress.progress),
        });
    }

    /// Opens a file with the system's program for it.
    pub(super) fn open_outside(&mut self, path: PathBuf) {
        let shell = self.services.shell.clone();
        self.jobs.start("open outside", Kind::Quiet, None, move || {
            let detail = shell.open(&path).err();
            Done::OpenedOutside { path, detail }
        });
    }
}
