//! What the rows of the table have in common.

use crate::app::SheetColumn;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::selection::Cell;
use crate::app::evaluation::state::Cx;
use eframe::egui::Rect;
use std::ops::RangeInclusive;

/// What the rows of the table are drawn from, and what drawing them finds.
pub(crate) struct Sheet<'a> {
    pub cx: &'a Cx<'a>,
    pub document: &'a Document,
    pub columns: &'a [(SheetColumn, f32)],
    /// Rows that are selected together, and their columns.
    pub block: Option<(RangeInclusive<usize>, Vec<SheetColumn>)>,
    /// Where the score of the selected row stands, and its reason.
    pub score_at: Option<Rect>,
    pub reason_at: Option<Rect>,
    /// The reason was clicked: it is typed into.
    pub reason_clicked: bool,
    /// Cells are being drawn over with the mouse, and the one below it.
    pub is_drawn: bool,
    pub below_mouse: Option<Cell>,
}

impl Sheet<'_> {
    /// A cell is among those that are selected together.
    pub(crate) fn is_selected(&self, row: usize, column: SheetColumn) -> bool {
        self.block.as_ref().is_some_and(|(rows, columns)| rows.contains(&row) && columns.contains(&column))
    }

    /// A row has such a cell.
    pub(crate) fn is_among_selected(&self, row: usize) -> bool {
        self.block.as_ref().is_some_and(|(rows, _)| rows.contains(&row))
    }
}
