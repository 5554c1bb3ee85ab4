//! How an evaluation comes into the window: begun, read from a file, or made by something else.

use super::document::Document;
use super::field::Field;
use super::findings::checks_state::ChecksState;
use super::print::preview::{Preview, Printable};
use super::state::{EvaluationWorkspace, State, UiState, ViewKind};
use crate::app::context::Context;
use crate::app::dialogs::Question;
use crate::app::request::{Next, Request};
use crate::evaluation::{Evaluation, History, ProjectField};
use crate::file::{self, EvidenceStore, Leftover, Opened, Places, Restored};
use crate::template::Template;
use crate::text::Message;
use std::path::PathBuf;
use std::sync::Arc;

impl EvaluationWorkspace {
    /// A new evaluation by `template`.
    pub fn begun(template: Arc<Template>, places: &Places) -> Self {
        let evaluation = Evaluation::new(&template);
        let mut document = Document::new(template, evaluation, EvidenceStore::new(places));
        document.journal.push(file::Action::Created);
        let mut workspace = Self::of(document, ViewKind::Project);
        // What is typed first is the name.
        workspace.ui.ask_for(Field::Project(ProjectField::Name));
        workspace
    }

    fn of(document: Document, view: ViewKind) -> Self {
        let selected = document.template.outline().leaf(0).map(|leaf| leaf.id.clone());
        let (filter, search, pasted) = (None, String::new(), None);
        let (block, checks) = (None, ChecksState::default());
        let state = State {
            document,
            view,
            selected,
            block,
            checks,
            filter,
            search,
            preview: Preview::default(),
            paper: Printable::default(),
            pasted,
        };
        Self { state, ui: UiState::default() }
    }

    /// An evaluation that was read, from the file at `path` if it was one.
    pub fn opened(path: Option<PathBuf>, mut opened: Opened, context: &mut Context<'_, Request>) -> Self {
        opened.journal.push(file::Action::Opened { digest: opened.digest.clone() });
        let mut workspace = Self::read(path.clone(), opened, None, context);
        workspace.state.document.mark_saved();
        let left =
            |leftover: &Arc<Leftover>| leftover.kind.is_none() && path.is_some() && leftover.path == path;
        if let Some(number) = context.shared.leftovers.iter().position(left) {
            let restore = Request::Leave(Next::Leftover(number));
            context.ask(Question::new("leftover", "button-restore", restore).or("button-later"));
        }
        workspace
    }

    /// An evaluation that is in no file as it stands.
    pub fn made(opened: Opened, context: &mut Context<'_, Request>) -> Self {
        let mut workspace = Self::read(None, opened, None, context);
        workspace.state.document.mark_unsaved();
        workspace
    }

    /// What a session left behind, by its number.
    pub fn restored(number: usize, restored: Restored, context: &mut Context<'_, Request>) -> Self {
        let Restored { opened, history, applied, skipped, torn } = restored;
        let mut workspace = Self::read(opened.path.clone(), opened, Some(history), context);
        let document = &mut workspace.state.document;
        document.mark_unsaved();
        document.begin_recording();
        document.recording_begins_unsaved();
        match skipped {
            0 => context.send(Request::Restored(number)),
            // What did not fit stays where it is.
            _ => context.tell(Message::new("restored-skipped").with("skipped", skipped)),
        }
        let key = if torn { "restored-torn" } else { "restored" };
        let message = Message::new(key).with("edits", applied);
        context.send(if torn { Request::problem(message) } else { Request::notice(message) });
        workspace
    }

    fn read(
        path: Option<PathBuf>,
        opened: Opened,
        history: Option<History>,
        context: &mut Context<'_, Request>,
    ) -> Self {
        let Opened { template, evaluation, journal, store, findings, digest, .. } = opened;
        let digest = path.is_some().then_some(digest);
        let history = history.unwrap_or_else(|| History::new(evaluation));
        let mut document = Document::with_history(template, history, store).at(path.clone(), digest);
        document.journal = journal;
        document.found_in_file(findings);
        let broken = document.evidence_findings().len();
        if broken > 0 {
            context.tell(Message::new("opened-with-findings").with("count", broken));
        }
        if path.is_some() {
            context.send(Request::Remember);
        }
        mention_other_version(&document, context);
        Self::of(document, if broken > 0 { ViewKind::Findings } else { ViewKind::Scores })
    }
}

/// Says, once, that there is another version of the template of what was opened.
fn mention_other_version(document: &Document, context: &mut Context<'_, Request>) {
    let now = document.template.base();
    let shipped = context.shared.templates.iter().find(|other| other.id == now.id);
    if let Some(other) = shipped.filter(|other| other.version != now.version) {
        let message = Message::new("migrate-other-version").with("now", &now.version);
        let message = message.with("other", &other.version);
        context.send(Request::notice(message));
    }
}
