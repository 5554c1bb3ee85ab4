//! Carrying out what views and jobs ask for. Nothing else changes an import.

use super::draft::{ImportDraft, Stage};
use super::state::{Action, Context, ImportWorkspace, List, UiState};
use crate::app::request::{Next, Request, TemplateSource};
use crate::app::session::{AnyWorkspace, Recorder, read_table};
use crate::app::shared::Shared;
use crate::app::system::jobs::{Instead, Kind};
use crate::file::{Draft, Places, Progress, save_headings};
use crate::import::{Mapping, Origin, ReadTable, import, with_words};
use crate::template::{TemplateText, shipped_by_id};
use crate::text::{Explain as _, Message};
use std::sync::Arc;

impl ImportWorkspace {
    /// A table that is yet to be pasted.
    pub fn empty() -> Self {
        Self { draft: ImportDraft::empty(), ui: UiState { focus_paste: true, ..UiState::default() } }
    }

    /// A table that was read; what was `pasted` can be pasted in part once more.
    pub fn of(table: ReadTable, pasted: String) -> Self {
        Self { draft: ImportDraft::of(table), ui: UiState { pasted, ..UiState::default() } }
    }

    /// What a session left behind.
    ///
    /// # Errors
    /// Its text is no record of an import.
    pub fn restored(record: &Draft, places: &Places) -> Result<Self, Message> {
        let draft = ImportDraft::of_record(record, places)?;
        let list = if draft.scored().was_chosen() { List::Scores } else { List::default() };
        Ok(Self { draft, ui: UiState { list, ..UiState::default() } })
    }

    /// What stands in the field to paste into.
    pub fn take_pasted(&mut self) -> String {
        std::mem::take(&mut self.ui.pasted)
    }

    /// Carries an action out.
    pub fn update(&mut self, action: Action, context: &mut Context<'_>) {
        let before = self.draft.revision();
        match action {
            Action::Request(request) => return context.send(request),
            Action::Make => return self.make(context),
            Action::Made { revision, result } if revision == before => return self.draft.take(result),
            // Of the table as it was understood before.
            Action::Made { .. } => return,
            Action::NotMade(revision) => {
                self.ui.not_made = Some(revision);
                return self.draft.show(Stage::Columns);
            }
            Action::Finish => return self.finish(context),
            Action::UseShipped(id) => {
                if let Some(template) = shipped_by_id(&id) {
                    context.send(Request::Leave(Next::New(Arc::new(template))));
                }
                return;
            }
            Action::Paste(text) => read_table(context, move |_, words| Some(ReadTable::pasted(&text, words))),
            Action::Sheet(name) => self.read_sheet(name, context),
            Action::Show(stage) => self.draft.show(stage),
            Action::Heading(row) => self.heading(row),
            Action::HeadingRows(heading_rows) => {
                let mapping = Mapping { heading_rows, ..self.draft.mapping().clone() };
                self.draft.map(mapping);
            }
            Action::Column(column, role) => self.draft.say(column, role),
            Action::Choose(index, proposal) => self.draft.choose(index, proposal),
            Action::Confirm(index, right) => self.draft.confirm(index, right),
            Action::ConfirmAll => self.draft.confirm_all(),
            Action::AcceptFindings => self.draft.accept_findings(),
            Action::WithScores(wanted) => {
                self.draft.want_scores(wanted);
                self.ui.list = if wanted { List::Scores } else { List::default() };
            }
            Action::Keep(item, reason) => self.draft.keep(item, reason),
        }
        // What it said may hold no longer.
        context.shared.notice = None;
        if self.draft.revision() != before {
            self.draft.record(&context.shared.places);
        }
    }

    fn read_sheet(&self, name: String, context: &mut Context<'_>) {
        let Some(Origin::File { path, bytes, .. }) = self.draft.table().map(|table| &table.origin) else {
            return;
        };
        let (path, bytes) = (path.clone(), bytes.clone());
        read_table(context, move |_, words| Some(ReadTable::of_sheet(path, bytes, name, words)));
    }

    /// Makes a template of the table in the background.
    fn make(&mut self, context: &mut Context<'_>) {
        let Some(table) = self.draft.shared_table() else { return };
        self.ui.making = Some(self.draft.revision());
        self.ui.not_made = None;
        let (revision, mapping) = (self.draft.revision(), self.draft.mapping().clone());
        let label = Some(Message::new("job-making-template"));
        let instead = Instead { lost: None, cancelled: Some(Action::NotMade(revision)) };
        let work = move |progress: &Progress| {
            progress.check().ok()?;
            let result = import(&table.grid, &mapping).map(Box::new);
            Some(Action::Made { revision, result })
        };
        context.start_or("make template", Kind::Quiet, label, work, instead);
    }

    fn heading(&mut self, row: usize) {
        let Some(table) = self.draft.table() else { return };
        let as_it_is = || Mapping { heading: row, ..self.draft.mapping().clone() };
        let mapping = Mapping::at(&table.grid, &table.words, row).unwrap_or_else(as_it_is);
        self.draft.map(mapping);
    }

    /// Nothing is assumed without a word: what waits for the user is named, and nothing opens.
    fn finish(&self, context: &mut Context<'_>) {
        if let Some(message) = self.draft.refusal() {
            return context.shared.problem(message);
        }
        let Some(imported) = self.draft.imported() else { return };
        self.remember_headings(context);
        if let Some(next) = self.draft.scored().made(&context.shared.places) {
            return context.send(Request::Open(next));
        }
        let template = imported.template.clone();
        let text = TemplateText { template, header: String::new(), inner_comments: 0 };
        // What was chosen goes along: there is nothing to be asked about.
        context.send(Request::Open(Next::EditTemplate(TemplateSource::Made(Box::new(text)))));
    }
}

impl ImportWorkspace {
    /// What was said of the columns is known of the next table.
    fn remember_headings(&self, context: &mut Context<'_>) {
        let places = &context.shared.places;
        let file = std::fs::read_to_string(places.headings()).ok();
        let Some(text) = with_words(file.as_deref(), &self.draft.learnt()) else { return };
        if let Err(error) = save_headings(places, &text) {
            context.shared.problem(error.message());
        }
    }
}

impl AnyWorkspace for ImportWorkspace {
    fn recorder(&self) -> Option<&Recorder> {
        Some(self.draft.recorder())
    }

    fn recorder_mut(&mut self) -> Option<&mut Recorder> {
        Some(self.draft.recorder_mut())
    }

    fn is_unsaved(&self) -> bool {
        self.draft.is_decided()
    }

    fn revision(&self) -> Option<u64> {
        Some(self.draft.revision())
    }

    fn title(&self, shared: &Shared) -> Option<String> {
        Some(shared.t("import-title"))
    }

    fn leave_question(&self) -> Option<(&'static str, &'static str)> {
        Some(("leave-import", "button-leave-import"))
    }
}
