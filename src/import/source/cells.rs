//! Cells as they come out of a file, within limits that no score table reaches.

use crate::import::ImportError;
use crate::import::grid::{Grid, MOST_COLUMNS, MOST_ROWS, Region};
use std::collections::BTreeMap;

/// Bytes of all cells of a table: more than any score table has, and little enough to be kept in memory.
const MOST_TEXT: usize = 32 << 20;
/// Characters of a cell: as many as a spreadsheet lets anybody type.
const MOST_CHARACTERS: usize = 32_767;

/// Cells by row and column from 0, and which of them are merged.
#[derive(Debug, Default)]
pub(super) struct Cells {
    texts: BTreeMap<(usize, usize), String>,
    regions: Vec<Region>,
    bytes: usize,
}

impl Cells {
    /// As [`Self::keep`], up to the first that is refused.
    pub(super) fn of(texts: impl Iterator<Item = ((usize, usize), String)>) -> Result<Self, ImportError> {
        let mut cells = Self::default();
        for (place, text) in texts {
            cells.keep(place, text)?;
        }
        Ok(cells)
    }

    /// Blank cells are not kept.
    ///
    /// # Errors
    /// More rows, columns or text than a score table has.
    pub(super) fn keep(&mut self, (row, column): (usize, usize), text: String) -> Result<(), ImportError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(ImportError::TooLarge {
                rows: row.saturating_add(1),
                columns: column.saturating_add(1),
            });
        }
        // A character takes four bytes at most.
        if text.len() > MOST_CHARACTERS && text.chars().count() > MOST_CHARACTERS {
            return Err(ImportError::LongCell { row: row + 1, most: MOST_CHARACTERS });
        }
        self.bytes = self.bytes.saturating_add(text.len());
        if self.bytes > MOST_TEXT {
            return Err(ImportError::TooMuchText { megabytes: MOST_TEXT >> 20 });
        }
        self.texts.insert((row, column), text);
        Ok(())
    }

    /// Merges cells; what lies beyond the limits of a table does not matter.
    pub(super) fn merge(&mut self, rows: (usize, usize), columns: (usize, usize)) {
        let is_one = rows.0 == rows.1 && columns.0 == columns.1;
        if !is_one && rows.0 <= rows.1 && columns.0 <= columns.1 && self.regions.len() < MOST_ROWS {
            self.regions.push(Region { rows, columns });
        }
    }

    /// Nothing stands in any of them.
    pub(super) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// # Errors
    /// Nothing in them, or more than a score table has.
    pub(super) fn grid(&self) -> Result<Grid, ImportError> {
        Grid::of(&self.texts, &self.regions)
    }
}
