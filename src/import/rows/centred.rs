//! Labels of groups in the middle of their rows: cells that look merged and are not.
//!
//! Which rows belong to such a label is read from its points alone: `产出（60分）` belongs to the rows around it that come
//! to 60. Where they do not come out for every label, nothing is moved.

use crate::import::grid::{Cell, Grid, Join, Row};
use crate::import::headings::{Mapping, Role};
use crate::import::label;
use rust_decimal::Decimal;
use std::ops::Range;
use std::sync::Arc;

/// A label that stood below the first of its rows.
pub(super) struct Moved {
    pub(super) label: String,
    /// Rows as the sheet shows them: where it stood, and where its rows begin.
    pub(super) stood: usize,
    pub(super) begins: usize,
}

/// The grid with each such label over its rows, as a merged cell would be; `None` where all labels stand first.
pub(super) fn settled(grid: &Grid, mapping: &Mapping) -> Option<(Grid, Vec<Moved>)> {
    if !mapping.further.is_empty() || mapping.levels() < 2 {
        return None;
    }
    let of = |role: Role| mapping.columns.iter().position(|other| *other == role);
    let (points, deepest) = (of(Role::Points)?, of(Role::Level(mapping.levels() - 1))?);
    let (mut settled, mut moved) = (grid.clone(), Vec::new());
    for level in 0..mapping.levels() - 1 {
        let Some(column) = of(Role::Level(level)) else { continue };
        let body =
            Body { grid, first: mapping.body(), column, deepest, points, own: of(Role::GroupPoints(level)) };
        for (label, rows) in body.segments().unwrap_or_default() {
            moved.extend(spread(&mut settled, column, label, rows));
        }
    }
    (!moved.is_empty()).then_some((settled, moved))
}

struct Body<'g> {
    grid: &'g Grid,
    first: usize,
    /// Of the labels, of the names of indicators, of their points, of the points of the labels.
    column: usize,
    deepest: usize,
    points: usize,
    own: Option<usize>,
}

impl Body<'_> {
    /// The place of each label with the rows that it belongs to.
    fn segments(&self) -> Option<Vec<(usize, Range<usize>)>> {
        let rows = || self.grid.rows.iter().enumerate().skip(self.first).filter(|(_, row)| !is_sum(row));
        let item = |row: &Row| {
            let named = !row.own_text(self.deepest).is_empty();
            label::points(row.own_text(self.points)).filter(|_| named)
        };
        let is_joined = |row: &Row| row.cells.get(self.column).is_some_and(|cell| cell.join != Join::Own);
        let first = rows().find(|(_, row)| item(row).is_some())?;
        if !first.1.own_text(self.column).is_empty() || rows().any(|(_, row)| is_joined(row)) {
            return None;
        }
        let mut segments = Vec::new();
        let mut items = rows().filter_map(|(at, row)| Some((at, item(row)?))).peekable();
        let labels = rows().filter(|(_, row)| !row.own_text(self.column).is_empty());
        for (at, row) in labels {
            let stated = self.stated(row)?;
            let (begins, _) = *items.peek()?;
            let (mut sum, mut ends) = (Decimal::ZERO, begins);
            while sum < stated {
                let (place, points) = items.next()?;
                sum = sum.checked_add(points)?;
                ends = place + 1;
            }
            // It stands among them, or on a row of its own right behind them.
            let next = items.peek().map_or(self.grid.rows.len(), |(next, _)| *next);
            if sum != stated || at < begins || at >= next {
                return None;
            }
            segments.push((at, begins..ends));
        }
        items.peek().is_none().then_some(segments)
    }

    fn stated(&self, row: &Row) -> Option<Decimal> {
        let own = self.own.and_then(|own| label::points(row.own_text(own)));
        own.or_else(|| label::named(row.own_text(self.column)).points)
    }
}

fn is_sum(row: &Row) -> bool {
    row.filled().next().is_some_and(|first| label::is_sum(row.text(first)))
}

/// Lets the label at `at` cover `rows`.
fn spread(grid: &mut Grid, column: usize, at: usize, rows: Range<usize>) -> Option<Moved> {
    let (stood, begins) = (grid.rows.get(at)?.number, grid.rows.get(rows.start)?.number);
    let cell = grid.rows.get_mut(at)?.cells.get_mut(column)?;
    let text = std::mem::replace(&mut cell.text, Arc::from(""));
    for (place, row) in grid.rows.get_mut(rows)?.iter_mut().enumerate() {
        let join = if place == 0 { Join::Own } else { Join::Above };
        if let Some(cell) = row.cells.get_mut(column) {
            *cell = Cell { text: text.clone(), join };
        }
    }
    (stood != begins).then(|| Moved { label: text.to_string(), stood, begins })
}
