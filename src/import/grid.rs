//! A table as text, with its merged cells understood.

use super::ImportError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// More rows than any score table has; a workbook that claims more is not one.
pub(super) const MOST_ROWS: usize = 20_000;
pub(super) const MOST_COLUMNS: usize = 200;

/// A table as text. Rows without any text are left out; the others keep the number that the sheet shows.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Grid {
    /// As they stand on the sheet.
    pub rows: Vec<Row>,
    /// Cells of each row.
    pub width: usize,
}

/// A row of the sheet that holds text of its own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Row {
    /// As the sheet shows it, from 1.
    pub number: usize,
    /// As many as [`Grid::width`], from the left.
    pub cells: Vec<Cell>,
}

/// A cell: its text, and whether it is part of a merged one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Cell {
    /// A merged cell has its text in each row that it covers, in its first column.
    pub text: Arc<str>,
    /// Whether it is part of a merged cell.
    pub join: Join,
}

/// Whether a cell belongs to another one (合并单元格).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Join {
    /// It stands for itself.
    #[default]
    Own,
    /// It continues the cell above.
    Above,
    /// It continues the cell to its left, and holds no text.
    Left,
}

/// First and last row and column of a merged cell, from 0, both included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Region {
    pub rows: (usize, usize),
    pub columns: (usize, usize),
}

impl Grid {
    /// Of cells at (row, column), counted from 0, with the regions that are merged.
    pub(super) fn of(
        texts: &BTreeMap<(usize, usize), String>,
        regions: &[Region],
    ) -> Result<Self, ImportError> {
        let used = texts.iter().filter(|(_, text)| !text.trim().is_empty()).map(|(place, _)| *place);
        let (height, width) = used.fold((0, 0), |(height, width), (row, column)| {
            (height.max(row.saturating_add(1)), width.max(column.saturating_add(1)))
        });
        if height > MOST_ROWS || width > MOST_COLUMNS {
            return Err(ImportError::TooLarge { rows: height, columns: width });
        }
        if height == 0 {
            return Err(ImportError::Empty);
        }
        let blank = Cell { text: Arc::from(""), join: Join::Own };
        let mut cells = vec![vec![blank; width]; height];
        for ((row, column), text) in texts {
            if let Some(cell) = cells.get_mut(*row).and_then(|row| row.get_mut(*column)) {
                cell.text = text.trim().into();
            }
        }
        regions.iter().for_each(|region| merge(&mut cells, *region));
        let rows = cells
            .into_iter()
            .enumerate()
            .map(|(index, cells)| Row { number: index + 1, cells })
            .filter(Row::holds_own_text)
            .collect();
        Ok(Self { rows, width })
    }

    pub(super) fn row(&self, index: usize) -> Option<&Row> {
        self.rows.get(index)
    }
}

impl Row {
    /// The text of the column, counted from 0, that of a merged cell included; empty where there is none.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map(|cell| &*cell.text).unwrap_or_default()
    }

    /// The text where the cell does not merely continue the one above.
    pub fn own_text(&self, column: usize) -> &str {
        match self.cells.get(column) {
            Some(Cell { text, join: Join::Own }) => text,
            _ => "",
        }
    }

    /// It is part of a merged cell that began in a row above.
    pub(super) fn continues_above(&self, column: usize) -> bool {
        self.cells.get(column).is_some_and(|cell| cell.join == Join::Above)
    }

    fn holds_own_text(&self) -> bool {
        (0..self.cells.len()).any(|column| !self.own_text(column).is_empty())
    }

    /// Columns with text of their own.
    pub(super) fn filled(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.cells.len()).filter(|column| !self.own_text(*column).is_empty())
    }
}

/// Spreads the first cell of a region over it. A cell that belongs to a region already stays there.
fn merge(cells: &mut [Vec<Cell>], region: Region) {
    let ((top, bottom), (left, right)) = (region.rows, region.columns);
    let Some(text) = cells.get(top).and_then(|row| row.get(left)).map(|cell| cell.text.clone()) else {
        return;
    };
    let height = bottom.saturating_sub(top).saturating_add(1);
    let width = right.saturating_sub(left).saturating_add(1);
    for (below, row) in cells.iter_mut().skip(top).take(height).enumerate() {
        for (beside, cell) in row.iter_mut().skip(left).take(width).enumerate() {
            match (below, beside) {
                (0, 0) => {}
                _ if cell.join != Join::Own => {}
                (_, 0) => *cell = Cell { text: text.clone(), join: Join::Above },
                _ => *cell = Cell { text: Arc::from(""), join: Join::Left },
            }
        }
    }
}
