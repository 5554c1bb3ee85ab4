//! The steps that every change of an evaluation is made of: an edit, what was being typed, what is selected.

use super::field::{Field, is_asked, settle};
use super::state::{EvaluationWorkspace, ViewKind};
use crate::app::shared::Shared;
use crate::evaluation::{Edit, Pushed};
use crate::file;
use crate::scoring::ItemState;
use crate::template::Id as NodeId;
use crate::text::{Explain as _, Message};

impl EvaluationWorkspace {
    pub(super) fn edit(&mut self, edit: &Edit, shared: &mut Shared) {
        let at = self.selected_position();
        let document = &mut self.state.document;
        match document.apply(edit) {
            Ok(Pushed::Nothing) => {}
            Ok(pushed) => {
                document.record(file::Action::Edit(edit.clone()), pushed == Pushed::Joined);
                shared.notice = None;
                self.answer_typed_score(edit);
                self.move_drafts(edit);
                self.keep_selection(at);
            }
            Err(error) => shared.problem(error.message()),
        }
    }

    /// A score that was typed and is asked about is answered by what the rule works out.
    fn answer_typed_score(&mut self, edit: &Edit) {
        let Edit::SetInputs { item, .. } = edit else { return };
        let scored = self.state.document.item_score(item).is_some_and(|item| item.state == ItemState::Scored);
        if scored && is_asked(&self.ui.drafts, item) {
            self.ui.drafts.remove(&Field::Score(item.clone()));
            // Whoever ticks one box goes on to the next, beside the table now.
            self.ui.focus_inspector |= self.ui.in_options;
        }
    }

    /// What was entered has answered the question: Enter goes on as it does in the table.
    pub(super) fn answered_by_rule(&mut self, item: &NodeId, shared: &mut Shared) {
        if !self.ui.drafts.contains_key(&Field::Score(item.clone())) {
            self.ui.focus_inspector = false;
            self.walk(1, shared);
        }
    }

    /// Refused amounts stay with their source when a line above them goes.
    fn move_drafts(&mut self, edit: &Edit) {
        self.move_ledger_drafts(edit);
        let Edit::RemoveFundLine { line: gone } = edit else { return };
        let drafts = std::mem::take(&mut self.ui.drafts);
        self.ui.drafts = drafts
            .into_iter()
            .filter_map(|(field, draft)| match field {
                Field::FundAmount(line, _) | Field::FundSource(line) if line == *gone => None,
                Field::FundAmount(line, of) if line > *gone => Some((Field::FundAmount(line - 1, of), draft)),
                Field::FundSource(line) if line > *gone => Some((Field::FundSource(line - 1), draft)),
                field => Some((field, draft)),
            })
            .collect();
    }

    /// Refused entries stay with their rows when rows above them come or go.
    fn move_ledger_drafts(&mut self, edit: &Edit) {
        let (of, shift): (_, Box<dyn Fn(usize) -> Option<usize>>) = match edit {
            Edit::RemoveLedgerRows { item, rows } => {
                let above = |row: usize| rows.iter().filter(|gone| **gone < row).count();
                (item, Box::new(move |row| (!rows.contains(&row)).then(|| row - above(row))))
            }
            Edit::AddLedgerRows { item, at: Some(at), rows } => {
                (item, Box::new(move |row| Some(if row < *at { row } else { row + rows.len() })))
            }
            _ => return,
        };
        let drafts = std::mem::take(&mut self.ui.drafts);
        let moved = drafts.into_iter().filter_map(|(field, draft)| match field {
            Field::Ledger(item, row, column) if item == *of => {
                shift(row).map(|row| (Field::Ledger(item, row, column), draft))
            }
            field => Some((field, draft)),
        });
        self.ui.drafts = moved.collect();
    }

    /// What was being typed becomes an edit, or stays a draft with the reason why it cannot.
    pub(super) fn settle_drafts(&mut self, shared: &mut Shared) {
        for field in self.ui.drafts.keys().cloned().collect::<Vec<_>>() {
            // One that was settled may have answered another.
            let Some(mut draft) = self.ui.drafts.remove(&field) else { continue };
            let meant = if shared.composing { &draft.meant } else { &draft.text };
            match settle(&field, meant, &self.state.document) {
                Ok(edit) => edit.iter().for_each(|edit| self.edit(edit, shared)),
                Err(message) => {
                    shared.problem(message.clone());
                    draft.refused = Some(message);
                    self.ui.drafts.insert(field, draft);
                }
            }
        }
    }

    /// Takes a step back, or forth again.
    pub(super) fn step(&mut self, back: bool, shared: &mut Shared) {
        self.settle_drafts(shared);
        let at = self.selected_position();
        let document = &mut self.state.document;
        let label = if back { document.undo_label() } else { document.redo_label() }.cloned();
        let (done, action, key) = match back {
            true => (document.undo(), file::Action::Undo, "undone"),
            false => (document.redo(), file::Action::Redo, "redone"),
        };
        if done {
            document.record(action, false);
            let what = label.map(|label| label.text(shared.lang())).unwrap_or_default();
            shared.notice(Message::new(key).with("what", what));
            self.keep_selection(at);
        }
    }

    pub(super) fn select(&mut self, item: NodeId, shared: &mut Shared) {
        self.settle_drafts(shared);
        self.ui.forget_asked();
        self.state.selected = Some(item);
        self.state.block = None;
        self.ui.reveal = true;
        self.state.document.seal();
    }

    pub(super) fn show(&mut self, view: ViewKind, shared: &mut Shared) {
        self.settle_drafts(shared);
        self.state.view = view;
        self.ui.reveal = true;
    }

    /// All indicators are in sight.
    pub(super) fn show_all(&mut self) {
        self.state.filter = None;
        self.state.search.clear();
    }

    /// Where the selected indicator stands, for [`Self::keep_selection`].
    fn selected_position(&self) -> Option<usize> {
        self.state.document.template.outline().position(self.state.selected.as_ref()?)
    }

    /// The selected indicator may be gone, with what was being typed for it: the one in its place is selected.
    fn keep_selection(&mut self, before: Option<usize>) {
        let outline = self.state.document.template.outline();
        if self.state.selected.as_ref().is_some_and(|id| outline.position(id).is_some()) {
            return;
        }
        let at = before.unwrap_or(0).min(outline.len().saturating_sub(1));
        self.state.selected = outline.leaf(at).map(|leaf| leaf.id.clone());
        self.ui.reveal = true;
    }
}
