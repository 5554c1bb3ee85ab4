//! Going from indicator to indicator, and what can be done with the one that is selected.

use super::dialogs::{NotApplicable, OverrideScore};
use super::field::Field;
use super::form::Form;
use super::selection::{Block, Cell};
use super::state::{Action, Context, EvaluationWorkspace, ViewKind};
use super::typed_score::{ASKS, TypedScore};
use crate::app::Command;
use crate::app::shared::Shared;
use crate::app::system::file_prompt::{PickFile, folder_of};
use crate::app::widgets::text_field::Draft;
use crate::evaluation::{Applicability, Edit};
use crate::number::plain;
use crate::template::{Id as NodeId, Row};
use crate::text::Message;

impl EvaluationWorkspace {
    /// The rows in sight are those that filter and search leave.
    pub(super) fn keep_rows(&mut self) {
        let state = &self.state;
        self.ui.rows.update(&state.document, state.filter, &state.search);
    }

    pub(super) fn search(&mut self, search: String) {
        self.state.search = search;
        self.keep_rows();
        self.ui.reveal = true;
        let outline = self.state.document.template.outline();
        let first = self.ui.rows.positions().next().and_then(|position| outline.leaf(position));
        if let Some(leaf) = first.filter(|_| !self.state.search.trim().is_empty()) {
            self.state.selected = Some(leaf.id.clone());
        }
    }

    /// The indicator `by` rows further among those in sight.
    pub(super) fn walk(&mut self, by: isize, shared: &mut Shared) {
        self.settle_drafts(shared);
        self.keep_rows();
        let positions: Vec<usize> = self.ui.rows.positions().collect();
        let outline = self.state.document.template.outline();
        let selected = self.state.selected.as_ref().and_then(|id| outline.position(id));
        let Some(selected) = selected else { return };
        // Under a filter the indicator that was just scored may be out of sight: on from where it would stand.
        let at = positions.partition_point(|position| *position < selected);
        let in_sight = positions.get(at) == Some(&selected);
        let to = match (in_sight, by > 0) {
            (false, true) => at,
            _ => at.saturating_add_signed(by),
        };
        let to = to.min(positions.len().saturating_sub(1));
        if let Some(leaf) = positions.get(to).and_then(|position| outline.leaf(*position)) {
            let id = leaf.id.clone();
            self.select(id, shared);
        }
    }

    /// A row further with Shift: whole rows are selected together.
    pub(super) fn extend(&mut self, by: isize, shared: &mut Shared) {
        let before = self.state.block.clone();
        let Some(from) = self.state.selected.clone() else { return };
        self.walk(by, shared);
        let Some(to) = self.state.selected.clone() else { return };
        let block = before.unwrap_or_else(|| Block::of_rows(from.clone(), from));
        self.state.block = Some(Block::of_rows(block.from.item, to));
    }

    /// The mouse is drawn over cells, from this one on.
    pub(super) fn select_from(&mut self, cell: Cell, context: &mut Context<'_>) {
        self.select(cell.item.clone(), context.shared);
        self.ui.reveal = false;
        self.state.block = Some(Block { from: cell.clone(), to: cell.clone() }.up_to(cell));
    }

    pub(super) fn select_up_to(&mut self, cell: Cell, shared: &mut Shared) {
        let Some(from) = self.state.selected.clone() else { return };
        let block = self.state.block.clone().unwrap_or_else(|| Block::of_rows(from.clone(), from));
        self.select(cell.item.clone(), shared);
        self.state.block = Some(block.up_to(cell));
    }

    pub(super) fn select_all(&mut self, shared: &mut Shared) {
        self.keep_rows();
        let outline = self.state.document.template.outline();
        let mut ids = self.ui.rows.positions().filter_map(|at| outline.leaf(at)).map(|leaf| leaf.id.clone());
        let Some(first) = ids.next() else { return };
        let last = ids.last().unwrap_or_else(|| first.clone());
        self.select(last.clone(), shared);
        self.ui.reveal = false;
        self.state.block = Some(Block::of_rows(first, last));
    }

    /// A field of the selected row is typed into.
    pub(super) fn type_in_row(&mut self, field: impl FnOnce(NodeId) -> Field) {
        if let Some(item) = self.state.selected.clone() {
            self.ui.ask_for(field(item));
            self.ui.reveal = true;
        }
    }

    /// In the table where it shows the reasons, else beside it.
    pub(super) fn type_reason(&mut self) {
        match self.ui.lacks_reasons {
            true => self.type_in_row(Field::Reason),
            false => self.type_in_row(Field::ReasonCell),
        }
    }

    /// Over to the first indicator of another group; from the last one to the first.
    pub(super) fn next_group(&mut self, shared: &mut Shared) {
        let outline = self.state.document.template.outline();
        let Some(at) = self.state.selected.as_ref().and_then(|id| outline.position(id)) else { return };
        let group = outline.leaf(at).and_then(|leaf| leaf.group);
        let count = outline.len();
        let others = (1..count).map(|step| (at + step) % count).filter_map(|at| outline.leaf(at));
        let id = others.into_iter().find(|leaf| leaf.group != group).map(|leaf| leaf.id.clone());
        if let Some(id) = id {
            self.show_all();
            self.select(id, shared);
        }
    }

    pub(super) fn next_unscored(&mut self, shared: &mut Shared) {
        let document = &self.state.document;
        let outline = document.template.outline();
        let count = outline.len();
        let selected = self.state.selected.as_ref().and_then(|id| outline.position(id)).unwrap_or(0);
        let open = (1..=count)
            .map(|step| (selected + step) % count.max(1))
            .find(|position| document.card().items.get(*position).is_some_and(|item| item.score.is_none()));
        match open.and_then(|position| outline.leaf(position)) {
            Some(leaf) => {
                let id = leaf.id.clone();
                self.state.view = ViewKind::Scores;
                self.show_all();
                self.select(id, shared);
            }
            None => shared.notice(Message::new("all-scored")),
        }
    }

    /// 得满分: where the rule comes to full marks in one way that is taken, and the next row waits. Where they are worked
    /// out from what was measured, that is asked for.
    fn full_marks(&mut self, item: &NodeId, shared: &mut Shared) {
        let document = &self.state.document;
        let Some(indicator) = document.template.indicator(item) else { return };
        let text = plain(indicator.points);
        let Ok(typed) = TypedScore::read(document, item, &text) else {
            return shared.problem(Message::new("full-marks-none").with("item", &indicator.name));
        };
        let way = typed.only_way().filter(|_| !typed.is_decided()).map(|way| typed.by(way));
        if let Some(edit) = way {
            self.edit(&edit, shared);
            return self.walk(1, shared);
        }
        let asked = Draft { text, refused: Some(Message::new(ASKS)), ..Draft::default() };
        let form = Form::of(document, indicator);
        let first = form.begins().map(|key| form.field(key));
        self.ui.drafts.insert(Field::Score(item.clone()), asked);
        match first {
            Some(field) => self.ui.ask_for(field),
            None => self.ui.focus_inspector = true,
        }
    }

    /// 得满分 for all rows that are selected together: those that the rule comes to in one way, in one step.
    fn full_marks_together(&mut self, shared: &mut Shared) -> bool {
        let document = &self.state.document;
        let rows = self.ui.rows.rows();
        let block = self.state.block.as_ref().and_then(|block| block.rows(document.template.outline(), rows));
        let Some(block) = block.filter(|block| block.clone().count() > 1) else { return false };
        let items = rows.get(block).unwrap_or_default().iter().filter_map(|row| match row {
            Row::Indicator(position) => document.template.indicator_at(*position),
            Row::Group(_) => None,
        });
        let (mut edits, mut left) = (Vec::new(), 0);
        for indicator in items {
            let typed = TypedScore::read(document, &indicator.id, &plain(indicator.points)).ok();
            let typed = typed.filter(|typed| !typed.is_decided());
            match typed.as_ref().and_then(|typed| typed.only_way().map(|way| typed.by(way))) {
                Some(edit) => edits.push(edit),
                None => left += 1,
            }
        }
        let count = edits.len();
        if count > 0 {
            self.state.document.seal();
            self.edit(&Edit::Together(edits), shared);
            self.state.document.seal();
        }
        shared.notice(Message::new("full-marks-together").with("count", count).with("left", left));
        true
    }

    /// A command about the selected indicator.
    pub(super) fn item_command(&mut self, command: Command, context: &mut Context<'_>) {
        self.settle_drafts(context.shared);
        let document = &self.state.document;
        let Some(item) = self.state.selected.clone() else { return };
        let Some(indicator) = document.template.indicator(&item) else { return };
        let name = indicator.name.to_string();
        match command {
            Command::AddEvidence => {
                let folder = folder_of(document.path());
                let then = move |files| Action::Attach { item, files };
                let kind = ("kind-any", &[][..]);
                let pick = PickFile::reading_several("command-add-evidence", "path-evidence", kind, then);
                context.pick(pick.beginning_in(folder));
            }
            Command::NotApplicable => context.ask(NotApplicable::new(item, name)),
            Command::NoInformation => {
                // The same key takes it back.
                let stands = document.evaluation().item(&item).map(|entry| &entry.applicability);
                let to = match stands {
                    Some(Applicability::NoInformation) => Applicability::Applicable,
                    _ => Applicability::NoInformation,
                };
                self.edit(&Edit::SetApplicability { item, to }, context.shared);
            }
            Command::FullMarks => {
                if !self.full_marks_together(context.shared) {
                    self.full_marks(&item, context.shared);
                }
            }
            Command::ClearItem => self.edit(&Edit::ClearInputs { item }, context.shared),
            _ => {
                let score = document.item_score(&item).and_then(|item| item.score);
                let (template, evaluation) = (document.template.clone(), document.evaluation().clone());
                let score = score.map(plain).unwrap_or_default();
                context.ask(OverrideScore::new(item, score, template, evaluation));
            }
        }
    }
}
