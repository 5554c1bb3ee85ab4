//! Cells of the table that are selected together: by Shift, or by the mouse drawn over them.

use crate::app::SheetColumn;
use crate::template::{Id as NodeId, Outline, Row};
use std::ops::RangeInclusive;
use strum::VariantArray as _;

/// A cell of the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// The indicator of its row.
    pub item: NodeId,
    /// Its column.
    pub column: SheetColumn,
}

/// A rectangle of cells; `to` is where the selected indicator is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// Where the selection began.
    pub from: Cell,
    /// Where it ends.
    pub to: Cell,
}

const FIRST: SheetColumn = SheetColumn::Indicator;
const LAST: SheetColumn = SheetColumn::Evidence;

impl Block {
    /// Whole rows.
    pub fn of_rows(from: NodeId, to: NodeId) -> Self {
        Self { from: Cell { item: from, column: FIRST }, to: Cell { item: to, column: LAST } }
    }

    /// The same, up to another cell. What begins at the names of indicators takes whole rows.
    #[must_use]
    pub fn up_to(&self, to: Cell) -> Self {
        match self.from.column {
            FIRST => Self::of_rows(self.from.item.clone(), to.item),
            _ => Self { from: self.from.clone(), to },
        }
    }

    /// Each of its rows is whole.
    pub fn is_of_rows(&self) -> bool {
        (self.from.column.min(self.to.column), self.from.column.max(self.to.column)) == (FIRST, LAST)
    }

    /// Its columns, in their order.
    pub fn columns(&self) -> impl Iterator<Item = SheetColumn> + use<> {
        let range = self.from.column.min(self.to.column)..=self.from.column.max(self.to.column);
        SheetColumn::VARIANTS.iter().copied().filter(move |column| range.contains(column))
    }

    /// Where it stands among the rows in sight; nothing where one of its ends is not in sight.
    pub fn rows(&self, outline: &Outline, rows: &[Row]) -> Option<RangeInclusive<usize>> {
        let place = |id: &NodeId| {
            let position = outline.position(id)?;
            rows.iter().position(|row| *row == Row::Indicator(position))
        };
        let (from, to) = (place(&self.from.item)?, place(&self.to.item)?);
        Some(from.min(to)..=from.max(to))
    }
}
