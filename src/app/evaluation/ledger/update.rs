//! What is done to 台账 beyond single edits: pasted blocks, new rows.

use crate::app::evaluation::field::Field;
use crate::app::evaluation::state::LastPaste;
use crate::app::evaluation::state::{EvaluationWorkspace, ViewKind};
use crate::app::shared::Shared;
use crate::evaluation::{Edit, LedgerColumn, LedgerRow, paste_ledger};
use crate::template::Id as NodeId;
use crate::text::Message;
use std::sync::Arc;

impl EvaluationWorkspace {
    pub(crate) fn open_ledger(&mut self, item: NodeId, shared: &mut Shared) {
        self.select(item, shared);
        self.show(ViewKind::Ledger, shared);
    }

    pub(crate) fn paste_ledger(&mut self, item: NodeId, text: &str, shared: &mut Shared) {
        self.settle_drafts(shared);
        let document = &self.state.document;
        let indicator = document.template.indicator(&item);
        let Some(ledger) = indicator.and_then(|indicator| indicator.rule.ledger.as_ref()) else { return };
        let pasted = paste_ledger(ledger, document.template.rounding.step, text);
        let (rows, refused) = (pasted.rows.clone(), pasted.refused.len());
        let message = Message::new("ledger-pasted").with("rows", rows.len()).with("refused", refused);
        if !rows.is_empty() {
            let before = document.revision();
            self.edit(&Edit::AddLedgerRows { item: item.clone(), at: None, rows }, shared);
            // Too many rows: nothing was taken, and the status bar says so.
            if self.state.document.revision() == before {
                return;
            }
        }
        match refused {
            0 => shared.notice(message),
            _ => shared.problem(message),
        }
        self.state.pasted = Some(LastPaste { item, pasted: Arc::new(pasted) });
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
        let row = LedgerRow { kind, ..LedgerRow::default() };
        let at = rows.len();
        let edit = Edit::AddLedgerRows { item: item.clone(), at: None, rows: vec![Arc::new(row)] };
        self.edit(&edit, shared);
        self.ui.ledger.begin_row(at);
        self.ui.ask_for(Field::Ledger(item, at, LedgerColumn::Date));
    }
}
