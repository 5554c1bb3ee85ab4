//! What is done to 台账 beyond single edits: pasted blocks, new rows.

use crate::app::evaluation::field::Field;
use crate::app::evaluation::state::LastPaste;
use crate::app::evaluation::state::{EvaluationWorkspace, ViewKind};
use crate::app::shared::Shared;
use crate::evaluation::{Edit, LedgerColumn, LedgerRow, PasteChoices, PasteInto, Pasted, paste_ledger};
use crate::template::Id as NodeId;
use crate::text::Message;
use std::sync::Arc;

impl EvaluationWorkspace {
    pub(crate) fn open_ledger(&mut self, item: NodeId, shared: &mut Shared) {
        self.select(item, shared);
        self.show(ViewKind::Ledger, shared);
    }

    /// A block is looked at; nothing of it is taken before somebody says so.
    pub(crate) fn paste_ledger(&mut self, item: NodeId, text: &str, shared: &mut Shared) {
        self.settle_drafts(shared);
        let choices = PasteChoices::default();
        let Some(pasted) = self.read_block(&item, text, &choices) else { return };
        self.state.pasted =
            Some(LastPaste { item, text: text.to_owned(), choices, pasted: Arc::new(pasted) });
    }

    /// The block anew, by what was said of it.
    pub(crate) fn choose_paste(&mut self, choices: PasteChoices) {
        let Some(last) = self.state.pasted.take() else { return };
        if let Some(pasted) = self.read_block(&last.item, &last.text, &choices) {
            self.state.pasted = Some(LastPaste { choices, pasted: Arc::new(pasted), ..last });
        }
    }

    /// Takes the rows that are ready, in one step; the others stay where they are looked at.
    pub(crate) fn take_paste(&mut self, shared: &mut Shared) {
        let Some(last) = self.state.pasted.take() else { return };
        let rows = last.pasted.rows.clone();
        let count = rows.len();
        let before = self.state.document.revision();
        self.edit(&Edit::AddLedgerRows { item: last.item.clone(), at: None, rows }, shared);
        // Too many rows: nothing was taken, and the status bar says so.
        if self.state.document.revision() == before {
            self.state.pasted = Some(last);
            return;
        }
        shared.notice(Message::new("ledger-taken").with("rows", count));
        let choices = PasteChoices { again: false, ..last.choices };
        let left = self.read_block(&last.item, &last.text, &choices);
        // What was taken is in the ledger now; what waits for a word stays.
        let waits = |pasted: &Pasted| !pasted.words.is_empty();
        self.state.pasted =
            left.filter(waits).map(|pasted| LastPaste { choices, pasted: Arc::new(pasted), ..last });
    }

    fn read_block(&self, item: &NodeId, text: &str, choices: &PasteChoices) -> Option<Pasted> {
        let document = &self.state.document;
        let ledger = document.template.indicator(item)?.rule.ledger.as_ref()?;
        let rows = document.evaluation().item(item).map(|entry| entry.ledger.as_slice()).unwrap_or_default();
        let year = document.evaluation().project.year.trim().parse().ok();
        let into = PasteInto { ledger, step: document.template.rounding.step, rows, year };
        Some(paste_ledger(into, text, choices))
    }

    /// Rows as they are now belong to the rows that are shown; a new one takes the kind of the one above it.
    pub(crate) fn add_ledger_row(&mut self, item: NodeId, shared: &mut Shared) {
        self.settle_drafts(shared);
        let document = &self.state.document;
        let ledger = document.template.indicator(&item).and_then(|indicator| indicator.rule.ledger.as_ref());
        let rows = document.evaluation().item(&item).map(|entry| entry.ledger.as_slice()).unwrap_or_default();
        let above = rows.last().map(|row| row.kind.clone());
        let first = || ledger.and_then(|ledger| ledger.kinds.first()).map(|kind| kind.id.clone());
        let Some(kind) = above.or_else(first) else { return };
        let row = LedgerRow::fresh(kind);
        let at = rows.len();
        let edit = Edit::AddLedgerRows { item: item.clone(), at: None, rows: vec![Arc::new(row)] };
        self.edit(&edit, shared);
        self.ui.ledger.begin_row(at);
        self.ui.ask_for(Field::Ledger(item, at, LedgerColumn::Date));
    }
}
