//! The steps that every change of an evaluation is made of: an edit, what was being typed, what is selected.

use super::document::Document;
use super::field::{Field, is_asked, settle};
use super::state::{EvaluationWorkspace, ViewKind};
use crate::app::shared::Shared;
use crate::evaluation::{Edit, Evaluation, Pushed, TailorEdit};
use crate::file;
use crate::number::plain;
use crate::scoring::ItemState;
use crate::template::{Id as NodeId, Leaf};
use crate::text::{Explain as _, Message};
use rust_decimal::Decimal;

impl EvaluationWorkspace {
    pub(super) fn edit(&mut self, edit: &Edit, shared: &mut Shared) {
        let at = self.selected_position();
        let document = &mut self.state.document;
        let scored = points_of(edit).and_then(|id| Some((id.clone(), document.item_score(id)?.score?)));
        match document.apply(edit) {
            Ok(Pushed::Nothing) => {}
            Ok(pushed) => {
                document.record(file::Action::Edit(edit.clone()), pushed == Pushed::Joined);
                shared.notice = None;
                self.answer_typed_score(edit);
                self.move_drafts(edit);
                self.keep_selection(at);
                scored.into_iter().for_each(|(item, score)| self.tell_lost_score(&item, score, shared));
            }
            Err(error) => shared.problem(error.message()),
        }
    }

    /// A score that does not fit the new points is kept and counts no more: that is said at once.
    fn tell_lost_score(&self, item: &NodeId, score: Decimal, shared: &mut Shared) {
        let document = &self.state.document;
        let is_lost = document.item_score(item).is_some_and(|item| item.score.is_none());
        if let Some(indicator) = document.template.indicator(item).filter(|_| is_lost) {
            let message = Message::new("points-lose-score").with("item", &indicator.name);
            shared.problem(message.with("score", plain(score)));
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
        let before = document.evaluation().clone();
        let label = if back { document.undo_label() } else { document.redo_label() }.cloned();
        let (done, action, key) = match back {
            true => (document.undo(), file::Action::Undo, "undone"),
            false => (document.redo(), file::Action::Redo, "redone"),
        };
        if done {
            document.record(action, false);
            let what = label.map(|label| label.text(shared.lang())).unwrap_or_default();
            self.keep_selection(at);
            self.show_what_changed(&before, shared);
            shared.notice(Message::new(key).with("what", what));
        }
    }

    /// What was taken back is seen where it stands.
    fn show_what_changed(&mut self, before: &Evaluation, shared: &mut Shared) {
        match (Changed::between(before, &self.state.document), self.state.view) {
            (Changed::Item(item), view) => {
                if view == ViewKind::Project {
                    self.show(ViewKind::Scores, shared);
                }
                self.keep_rows();
                let position = self.state.document.template.outline().position(&item);
                if !self.ui.rows.positions().any(|shown| Some(shown) == position) {
                    self.show_all();
                }
                self.select(item, shared);
            }
            (Changed::Project, ViewKind::Scores) => self.show(ViewKind::Project, shared),
            (Changed::Project | Changed::Elsewhere, _) => {}
        }
    }

    pub(super) fn select(&mut self, item: NodeId, shared: &mut Shared) {
        // What was refused elsewhere is said anew as long as it stands there.
        shared.forget_problem();
        self.settle_drafts(shared);
        self.ui.forget_asked();
        self.state.selected = Some(item);
        self.state.block = None;
        self.ui.reveal = true;
        self.state.document.seal();
    }

    pub(super) fn show(&mut self, view: ViewKind, shared: &mut Shared) {
        shared.forget_problem();
        self.settle_drafts(shared);
        if self.state.view != view {
            // No field of the view that is left has the focus, or gets it.
            self.ui.forget_asked();
            self.ui.fields.cursor_placed = None;
        }
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

/// The group or indicator whose points the edit changes.
fn points_of(edit: &Edit) -> Option<&NodeId> {
    match edit {
        Edit::Tailor(TailorEdit::SetPoints { node, .. }) => Some(node),
        Edit::Tailor(TailorEdit::SetOwn(own)) => Some(&own.id),
        _ => None,
    }
}

/// Where a step that was taken back, or forth, is to be seen.
enum Changed {
    Item(NodeId),
    /// Head, signatories or funds.
    Project,
    Elsewhere,
}

impl Changed {
    /// The first indicator whose entry differs, in the order of the sheet.
    fn between(before: &Evaluation, document: &Document) -> Self {
        let after = document.evaluation();
        let differs = |leaf: &&Leaf| before.item(&leaf.id) != after.item(&leaf.id);
        match document.template.outline().leaves().iter().find(differs) {
            Some(leaf) => Self::Item(leaf.id.clone()),
            None if before.project != after.project || before.funds != after.funds => Self::Project,
            None => Self::Elsewhere,
        }
    }
}
