//! Copying out of the table, and pasting into it.

use super::copying::copied;
use super::dialogs::PasteScores;
use super::funds_paste::{self, FundsCell};
use super::pasting::{self, Proposal};
use super::selection::Block;
use super::state::{Context, EvaluationWorkspace};
use crate::app::SheetColumn;
use crate::app::shared::Shared;
use crate::evaluation::Edit;
use crate::number::fixed;
use crate::template::Row;
use crate::text::Message;

impl EvaluationWorkspace {
    /// What is selected goes to the clipboard, as a table.
    pub(super) fn copy(&mut self, context: &mut Context<'_>) {
        self.settle_drafts(context.shared);
        self.keep_rows();
        let state = &self.state;
        let Some(selected) = state.selected.clone() else { return };
        let block = state.block.clone().unwrap_or_else(|| Block::of_rows(selected.clone(), selected));
        let rows = self.ui.rows.rows();
        let Some(table) = copied(&state.document, rows, &block, context.shared.lang()) else { return };
        if let Err(error) = context.shared.shell.copy(&table) {
            // Text goes everywhere.
            log::warn!("no table could be put on the clipboard: {error}");
            context.egui.copy_text(table.text.clone());
        }
        let count = block.rows(state.document.template.outline(), rows).map_or(0, |range| {
            let is_indicator = |row: &&Row| matches!(row, Row::Indicator(_));
            rows.get(range).unwrap_or_default().iter().filter(is_indicator).count()
        });
        context.shared.notice(Message::new("copied").with("count", count));
    }

    /// What a pasted block means is asked about.
    pub(super) fn paste(&mut self, text: &str, context: &mut Context<'_>) {
        self.settle_drafts(context.shared);
        self.keep_rows();
        let state = &self.state;
        let rows = self.ui.rows.rows();
        let block = state.block.as_ref();
        let top = block.and_then(|block| block.rows(state.document.template.outline(), rows));
        let column = block.map_or(SheetColumn::Score, |block| block.from.column.min(block.to.column));
        let at = top.map(|range| *range.start()).or_else(|| self.selected_row()).unwrap_or(0);
        let pasted = match pasting::read(&state.document, rows, at, column, text) {
            Ok(pasted) => pasted,
            Err(message) => return context.shared.problem(message),
        };
        if pasted.proposals.is_empty() {
            let key = if pasted.left_over > 0 { "paste-none-fits" } else { "paste-nothing-new" };
            return context.shared.problem(Message::new(key).with("rows", pasted.left_over));
        }
        let document = &state.document;
        let now = |proposal: &Proposal| {
            let item = document.item_score(&proposal.item);
            let name = item.map(|item| item.name.to_string()).unwrap_or_default();
            let score = item.and_then(|item| item.score);
            let score = score.map(|score| fixed(score, document.card().item_decimals)).unwrap_or_default();
            let entry = document.evaluation().item(&proposal.item);
            [name, score, entry.map(|entry| entry.reason.clone()).unwrap_or_default()]
        };
        context.ask(PasteScores::new(pasted, now));
    }

    /// A block goes into the funds form, in one step; what cannot be taken is named.
    pub(super) fn paste_funds(&mut self, at: FundsCell, text: &str, shared: &mut Shared) {
        self.ui.drafts.remove(&at.field());
        self.settle_drafts(shared);
        let pasted = match funds_paste::read(&self.state.document, at, text) {
            Ok(pasted) => pasted,
            Err(message) => return shared.problem(message),
        };
        let count = pasted.edits.len();
        self.state.document.seal();
        // What was refused before in a cell that has a figure now is nobody's any more.
        for cell in pasted.edits.iter().filter_map(funds_paste::cell_of) {
            self.ui.drafts.remove(&cell.field());
        }
        self.edit(&Edit::Together(pasted.edits), shared);
        self.state.document.seal();
        match pasted.refused.first() {
            Some((line, cell, why)) => {
                let message = Message::new("funds-pasted-in-part").with("line", line).with("text", cell);
                let message = message.with_detail("why", &why.clone().into());
                shared.problem(message.with("count", pasted.refused.len()));
            }
            None => shared.notice(Message::new("funds-pasted").with("count", count)),
        }
    }

    /// Takes what was chosen of a block, in one step.
    pub(super) fn take_pasted(&mut self, taken: &[Proposal], by_hand: &str, context: &mut Context<'_>) {
        let document = &self.state.document;
        let edits: Vec<Edit> = taken.iter().flat_map(|proposal| proposal.edits(document, by_hand)).collect();
        let count = taken.len();
        self.state.document.seal();
        self.edit(&Edit::Together(edits), context.shared);
        self.state.document.seal();
        if context.shared.notice.as_ref().is_none_or(|notice| !notice.is_problem) {
            context.shared.notice(Message::new("pasted").with("count", count));
        }
    }

    fn selected_row(&self) -> Option<usize> {
        let selected = self.state.selected.as_ref()?;
        let position = self.state.document.template.outline().position(selected)?;
        self.ui.rows.rows().iter().position(|row| *row == Row::Indicator(position))
    }
}
