//! What the view of a ledger keeps for itself.

use crate::scoring::Month;
use crate::template::Id as NodeId;
use eframe::egui;
use std::collections::BTreeSet;

/// What the view of a ledger keeps for itself.
#[derive(Default)]
pub(crate) struct LedgerUiState {
    /// Rows that are ticked, to be removed together.
    pub marked: BTreeSet<usize>,
    /// Only rows of this month are shown.
    pub month: Option<Option<Month>>,
    /// Row to bring into sight.
    pub reveal: Option<usize>,
    /// The cell that the focus came to, to be brought into sight sideways.
    pub came: Option<egui::Rect>,
    /// Ledger and number of rows that the above belongs to.
    pub of: Option<(NodeId, usize)>,
}

impl LedgerUiState {
    /// Rows that came or went may stand elsewhere now: nothing stays ticked.
    pub(crate) fn follow(&mut self, item: &NodeId, rows: usize) {
        let now = Some((item.clone(), rows));
        if self.of != now {
            self.marked.clear();
            if self.of.as_ref().is_none_or(|(before, _)| before != item) {
                self.month = None;
            }
            self.of = now;
        }
    }

    pub(crate) fn note(&mut self, response: &egui::Response) {
        if response.gained_focus() {
            self.came = Some(response.rect);
        }
    }

    /// A row was added at this position: it has to be seen.
    pub(crate) fn begin_row(&mut self, at: usize) {
        self.month = None;
        self.reveal = Some(at);
    }
}
