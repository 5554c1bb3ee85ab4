//! What the rows of the table have in common.

use crate::app::SheetColumn;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::selection::Cell;
use crate::app::evaluation::state::Cx;
use crate::app::widgets::table_access::{CellAccess, RowAccess};
use eframe::egui::{Id, Rect};
use egui_extras::TableRow;
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
    /// Groups of the first level that were drawn, and where each begins.
    pub sections: Vec<(usize, f32)>,
    /// The names of the columns, and the rows that were drawn, where somebody reads them aloud.
    pub heading: Option<RowAccess>,
    pub read: Option<Vec<RowAccess>>,
}

impl Sheet<'_> {
    /// A cell is among those that are selected together.
    pub(crate) fn is_selected(&self, row: usize, column: SheetColumn) -> bool {
        self.block.as_ref().is_some_and(|(rows, columns)| rows.contains(&row) && columns.contains(&column))
    }

    /// Notes a row that was drawn, where somebody reads it aloud: its cells by the `Ui` and the place of each.
    pub(crate) fn read_row(
        &mut self,
        row: &TableRow<'_, '_>,
        name: impl FnOnce() -> String,
        selected: bool,
        uis: &[(Id, Rect)],
        words: impl Fn(SheetColumn) -> String,
    ) {
        if self.read.is_some() {
            let access = self.row_access(row.index(), name(), selected, uis, words);
            self.read.get_or_insert_default().push(access);
        }
    }

    /// What a screen reader is told of a row.
    pub(crate) fn row_access(
        &self,
        index: usize,
        name: String,
        selected: bool,
        uis: &[(Id, Rect)],
        words: impl Fn(SheetColumn) -> String,
    ) -> RowAccess {
        let cells = self.columns.iter().zip(uis);
        let cells =
            cells.map(|((column, _), (ui, rect))| CellAccess { ui: *ui, rect: *rect, words: words(*column) });
        let rect = uis.iter().fold(Rect::NOTHING, |rect, (_, cell)| rect.union(*cell));
        RowAccess { name, index, selected, rect, cells: cells.collect() }
    }

    /// A row has such a cell.
    pub(crate) fn is_among_selected(&self, row: usize) -> bool {
        self.block.as_ref().is_some_and(|(rows, _)| rows.contains(&row))
    }
}
