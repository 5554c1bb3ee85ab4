//! Files of evidence: taken in, and opened with the system's program for them.

use super::state::{Action, Context, EvaluationWorkspace, ViewKind};
use crate::app::request::Request;
use crate::app::system::jobs::Kind;
use crate::evaluation::{Edit, Evidence};
use crate::file::{Added, FileError};
use crate::template::Id as NodeId;
use crate::text::Message;
use std::path::PathBuf;

type Results = Vec<(PathBuf, Result<Added, FileError>)>;

impl EvaluationWorkspace {
    /// Files that are dropped become evidence of the selected indicator, but only where that is seen.
    pub fn take_files(&self, files: &[PathBuf]) -> Option<Action> {
        let item = self.state.selected.clone().filter(|_| self.state.view == ViewKind::Scores)?;
        Some(Action::Attach { item, files: files.to_vec() })
    }

    /// Takes files in as evidence of an indicator, each as a step of its own.
    pub(super) fn attach(&self, item: NodeId, files: Vec<PathBuf>, context: &mut Context<'_>) {
        let store = self.state.document.store.clone();
        let label = Some(Message::new("job-attaching"));
        context.start("evidence", Kind::Work, label, move |progress| Action::Added {
            item,
            results: store.add_all(files, progress),
        });
    }

    pub(super) fn added(&mut self, item: &NodeId, results: Results, context: &mut Context<'_>) {
        for (_, result) in results {
            match result {
                Ok(added) => self.attach_added(item, added, context),
                Err(error) => context.send(Request::failed(&error)),
            }
        }
    }

    fn attach_added(&mut self, item: &NodeId, added: Added, context: &mut Context<'_>) {
        let document = &self.state.document;
        let taken = document.reachable_evidence();
        let id = document.evaluation().next_evidence_id(taken.iter().map(|file| file.id));
        let Added { name, size, sha256, .. } = added;
        let evidence = Evidence { id, item: item.clone(), name, size, sha256 };
        self.edit(&Edit::AttachEvidence(evidence), context.shared);
    }

    pub(super) fn open_evidence(&self, id: u32, context: &mut Context<'_>) {
        let document = &self.state.document;
        let evidence = document.evaluation().evidence.iter().find(|file| file.id == id).cloned();
        let Some(evidence) = evidence else { return };
        let store = document.store.clone();
        let label = Some(Message::new("job-exporting"));
        context.start("evidence", Kind::Quiet, label, move |progress| {
            Action::Request(match store.export(&evidence, progress) {
                Ok(path) => Request::OpenOutside(path),
                Err(error) => Request::failed(&error),
            })
        });
    }
}
