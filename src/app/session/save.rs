//! Saving, and files of evidence: work that the way out waits for.

use crate::app::dialogs::{SaveErrors, SaveFailed};
use crate::app::open::with_extension;
use crate::app::system::jobs::{Done, Kind, Purpose, evidence};
use crate::app::{App, Document, Workspace};
use crate::evaluation::Edit;
use crate::file::{Added, FileError, Saved};
use crate::template::Id as NodeId;
use crate::text::{Explain as _, Message};
use std::path::{Path, PathBuf};

/// Name of the job that saves.
pub(in crate::app) const SAVE: &str = "save";

impl App {
    pub(in crate::app) fn save(&mut self, force: bool) {
        self.settle_drafts();
        let Some(open) = self.model.workspace.open() else { return };
        match open.place(&self.places) {
            Some(path) => self.save_to(path, force),
            None => self.ask_file(Purpose::SaveAs),
        }
    }

    /// One save at a time: another one begins when this one is done, from the state as it is then.
    pub(in crate::app) fn save_to(&mut self, path: PathBuf, force: bool) {
        if let Some(errors) = self.unsaid_errors() {
            return self.ask(SaveErrors { errors, path, force });
        }
        let Some(open) = self.model.workspace.open_mut() else { return };
        if open.file().is_saving() {
            return open.file_mut().save_again(path, force);
        }
        let id = open.file().id();
        let write = open.begin_save(with_extension(path, open.extension()), force);
        let progress = self.jobs.show(&mut self.model.jobs, Message::new("job-saving"));
        self.jobs.start(SAVE, Kind::Work, Some(progress.clone()), move || Done::Saved {
            document: id,
            result: write(&progress.progress),
        });
    }

    /// A template with errors is saved as a draft: that is said first, once.
    fn unsaid_errors(&self) -> Option<usize> {
        let draft = self.model.drafting()?;
        Some(draft.errors()).filter(|errors| *errors > 0 && !draft.knows_of_errors)
    }

    pub(in crate::app) fn save_finished(&mut self, document: u64, result: Result<Saved, FileError>) {
        let open = self.model.workspace.open_mut().filter(|open| open.file().id() == document);
        let Some(open) = open else {
            // It was closed meanwhile; that it is not in the file has to be said all the same.
            if let Err(error) = result {
                self.tell(error.message(), error.cause());
            }
            return;
        };
        match result {
            Ok(saved) => {
                let said = open.end_save(saved, &self.places);
                let again = open.file_mut().forget_save();
                let path = open.file().path().map(Path::to_path_buf);
                let held = open.file_mut().recorder_mut().lock(path.as_deref());
                held.into_iter().for_each(|message| self.tell(message, None));
                self.remember_recent();
                if matches!(self.model.workspace, Workspace::Template(_)) {
                    self.look_for_templates();
                }
                self.notice(said, false);
                match again {
                    Some((path, force)) => self.save_to(path, force),
                    None => self.go_on_after_save(),
                }
            }
            Err(error) => {
                open.file_mut().forget_save();
                match error {
                    FileError::Cancelled => {
                        self.leaving.after_unsaved = None;
                        self.notice(error.message(), false);
                    }
                    FileError::ChangedOnDisk { .. } => {
                        self.ask(SaveFailed { message: error.message(), changed: true });
                    }
                    error => self.ask(SaveFailed { message: error.message(), changed: false }),
                }
            }
        }
    }

    /// Takes files in as evidence of an indicator, each as a step of its own.
    pub(in crate::app) fn attach(&mut self, item: &NodeId, files: Vec<PathBuf>) {
        let Some(document) = self.model.document() else { return };
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

    pub(in crate::app) fn added(
        &mut self,
        document: u64,
        item: &NodeId,
        results: Vec<(PathBuf, Result<Added, FileError>)>,
    ) {
        // The evaluation that it was for may be closed by now.
        if self.model.document().map(Document::id) != Some(document) {
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
        let Some(document) = self.model.document() else { return };
        let taken = document.reachable_evidence();
        let id = document.evaluation().next_evidence_id(taken.iter().map(|file| file.id));
        self.edit(&Edit::AttachEvidence(evidence(id, item.clone(), added)));
    }

    pub(in crate::app) fn open_evidence(&mut self, id: u32) {
        let Some(document) = self.model.document() else { return };
        let evidence = document.evaluation().evidence.iter().find(|file| file.id == id).cloned();
        let Some(evidence) = evidence else { return };
        let store = document.store.clone();
        let progress = self.jobs.show(&mut self.model.jobs, Message::new("job-exporting"));
        self.jobs.start("evidence", Kind::Quiet, Some(progress.clone()), move || Done::Exported {
            result: store.export(&evidence, &progress.progress),
        });
    }

    /// Opens a file with the system's program for it.
    pub(in crate::app) fn open_outside(&mut self, path: PathBuf) {
        let shell = self.services.shell.clone();
        self.jobs.start("open outside", Kind::Quiet, None, move || {
            let detail = shell.open(&path).err();
            Done::OpenedOutside { path, detail }
        });
    }
}
