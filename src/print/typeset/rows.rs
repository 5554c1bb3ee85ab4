//! Which rows of a table stand on a page, how high each is there, and what is drawn of them.

use super::line::Line;
use super::page::{Page, Placed};
use super::structure::{NodeId, Role, Structure};
use super::table::{SIDE, SetCell, SetRow, SetSpan, SetTable, height_of};
use std::ops::Range;

/// Labels of groups that have a row in common with `rows`.
fn spans_in<'a>(table: &'a SetTable, rows: &Range<usize>) -> impl Iterator<Item = &'a SetSpan> {
    let covering = table.covering.get(rows.start).map(Vec::as_slice).unwrap_or_default();
    let begin = table.spans.partition_point(|span| span.rows.0 <= rows.start);
    let end = table.spans.partition_point(|span| span.rows.0 < rows.end);
    let begun = covering.iter().filter_map(|span| table.spans.get(*span));
    begun.chain(table.spans.get(begin..end.max(begin)).unwrap_or_default())
}

/// A part of the table on one page.
pub(super) struct Segment<'a> {
    table: &'a SetTable,
    rows: Range<usize>,
    heights: Vec<f32>,
}

impl<'a> Segment<'a> {
    /// Rows as high as their cells, and where the label of a group needs more than its rows here, the last of them so much
    /// higher.
    pub(super) fn new(table: &'a SetTable, rows: Range<usize>) -> Self {
        let mut heights: Vec<f32> =
            rows.clone().filter_map(|row| table.rows.get(row)).map(|row| row.height).collect();
        let mut spans: Vec<&SetSpan> = spans_in(table, &rows).collect();
        // Inner groups first: what they add the outer ones have too.
        spans.sort_by_key(|span| (span.rows.1 - span.rows.0, span.column));
        for span in spans {
            let (first, last) = (span.rows.0.max(rows.start), span.rows.1.min(rows.end.saturating_sub(1)));
            let needed = height_of(label(span, first), table.pad);
            let here = heights.get_mut(first - rows.start..=last - rows.start).unwrap_or_default();
            let missing = needed - here.iter().sum::<f32>();
            if let Some(height) = here.last_mut().filter(|_| missing > 0.0) {
                *height += missing;
            }
        }
        Self { table, rows, heights }
    }

    pub(super) fn height(&self) -> f32 {
        self.heights.iter().sum()
    }

    /// Draws it below `top`; cells that stand here for the first time belong to the table's `node`.
    pub(super) fn draw(
        &self,
        page: &mut Page,
        (left, top): (f32, f32),
        structure: &mut Structure,
        node: Option<NodeId>,
    ) {
        let mut tops = vec![top];
        for height in &self.heights {
            tops.push(tops.last().copied().unwrap_or(top) + height);
        }
        let edge = |column: usize| left + self.table.edges.get(column).copied().unwrap_or_default();
        let y = |row: usize| tops.get(row - self.rows.start).copied().unwrap_or(top);
        for index in self.rows.clone() {
            let Some(row) = self.table.rows.get(index) else { continue };
            let row_node = node.map(|table| structure.add(Role::Row, Some(table)));
            let here = index..index + 1;
            let begin = spans_in(self.table, &here).filter(|span| span.rows.0.max(self.rows.start) == index);
            let mut begin: Vec<&SetSpan> = begin.collect();
            begin.sort_by_key(|span| span.column);
            let mut begin = begin.into_iter().peekable();
            for cell in &row.cells {
                while let Some(span) = begin.next_if(|span| span.column < cell.column) {
                    self.label(page, span, index, (&edge, &y), structure, row_node);
                }
                let sides = [edge(cell.column), edge(cell.column + cell.across), y(index), y(index + 1)];
                draw_cell(page, cell, sides, self.table.pad, structure, row_node);
            }
            for span in begin {
                self.label(page, span, index, (&edge, &y), structure, row_node);
            }
        }
        self.rules(page, &edge, &tops);
    }

    fn label(
        &self,
        page: &mut Page,
        span: &SetSpan,
        row: usize,
        (edge, y): (&dyn Fn(usize) -> f32, &dyn Fn(usize) -> f32),
        structure: &mut Structure,
        row_node: Option<NodeId>,
    ) {
        let bottom = y(span.rows.1.min(self.rows.end - 1) + 1);
        let node = row_node.filter(|_| span.rows.0 == row).map(|row| {
            let down = span.rows.1 - span.rows.0 + 1;
            structure.add(Role::Cell { across: count(span.across), down: count(down) }, Some(row))
        });
        let (left, right) = (edge(span.column), edge(span.column + span.across));
        let lines = label(span, row);
        let top = y(row) + (bottom - y(row) - height_of(lines, self.table.pad)) / 2.0 + self.table.pad;
        page.lines(lines.to_vec(), (left + SIDE, top), right - left - 2.0 * SIDE, node);
    }

    /// Rules around every cell, none across a group's label.
    fn rules(&self, page: &mut Page, edge: &dyn Fn(usize) -> f32, tops: &[f32]) {
        let columns = self.table.edges.len().saturating_sub(1);
        let mut upright = vec![None::<f32>; columns + 1];
        for (place, index) in self.rows.clone().enumerate() {
            let (Some(top), Some(bottom)) = (tops.get(place), tops.get(place + 1)) else { continue };
            let here = index..index + 1;
            let mut inside = vec![false; columns + 1];
            let mut covered = vec![false; columns];
            let cells = self.table.rows.get(index).map(|row| row.cells.as_slice()).unwrap_or_default();
            for cell in cells {
                inside
                    .iter_mut()
                    .skip(cell.column + 1)
                    .take(cell.across.saturating_sub(1))
                    .for_each(|it| *it = true);
            }
            for span in spans_in(self.table, &here) {
                inside
                    .iter_mut()
                    .skip(span.column + 1)
                    .take(span.across.saturating_sub(1))
                    .for_each(|it| *it = true);
                if span.rows.0.max(self.rows.start) < index {
                    covered.iter_mut().skip(span.column).take(span.across).for_each(|it| *it = true);
                }
            }
            let open = if place == 0 { self.table.open_above } else { 0 };
            covered.iter_mut().take(open).for_each(|it| *it = true);
            across(page, &covered, edge, *top);
            for (column, open) in upright.iter_mut().enumerate() {
                let is_inside = inside.get(column).copied().unwrap_or_default();
                match (*open, is_inside) {
                    (None, false) => *open = Some(*top),
                    (Some(from), true) => {
                        page.rule((edge(column), from), (edge(column), *top));
                        *open = None;
                    }
                    (Some(_), false) | (None, true) => {}
                }
                if let Some(from) = open.filter(|_| place + 1 == self.heights.len()) {
                    page.rule((edge(column), from), (edge(column), *bottom));
                }
            }
        }
        let below: Vec<bool> = (0..columns).map(|column| column < self.table.open_below).collect();
        across(page, &below, edge, tops.last().copied().unwrap_or_default());
    }
}

/// A rule over the columns that nothing covers.
fn across(page: &mut Page, covered: &[bool], edge: &dyn Fn(usize) -> f32, y: f32) {
    let mut from = None;
    for column in 0..=covered.len() {
        let is_free = covered.get(column).is_some_and(|covered| !covered);
        match (from, is_free) {
            (None, true) => from = Some(column),
            (Some(first), false) => {
                page.rule((edge(first), y), (edge(column), y));
                from = None;
            }
            (Some(_), true) | (None, false) => {}
        }
    }
}

fn label(span: &SetSpan, row: usize) -> &[Line] {
    if row == span.rows.0 { &span.label } else { &span.again }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(1).max(1)
}

fn draw_cell(
    page: &mut Page,
    cell: &SetCell,
    [left, right, top, bottom]: [f32; 4],
    pad: f32,
    structure: &mut Structure,
    row: Option<NodeId>,
) {
    let (across, down) = (count(cell.across), 1);
    let role = if cell.is_head { Role::Head { across, down } } else { Role::Cell { across, down } };
    let node = row.map(|row| structure.add(role, Some(row)));
    let free = if cell.at_top { 0.0 } else { (bottom - top - height_of(&cell.lines, pad)).max(0.0) / 2.0 };
    let mut y = top + free + pad;
    for line in &cell.lines {
        let x = left + SIDE + line.offset_in(right - left - 2.0 * SIDE);
        page.texts.push(Placed { x, y, line: line.clone(), node });
        y += line.height;
    }
}

/// A row with the labels of the groups that it belongs to, as cells of its own.
pub(super) fn whole_row(table: &SetTable, at: usize) -> Option<SetRow> {
    let mut row = table.rows.get(at)?.clone();
    row.cells.extend(spans_in(table, &(at..at + 1)).map(|span| SetCell {
        column: span.column,
        across: span.across,
        lines: label(span, at).to_vec(),
        height: 0.0,
        at_top: true,
        is_head: false,
    }));
    row.cells.sort_by_key(|cell| cell.column);
    Some(row)
}

/// Rows above each other as a segment of their own: the heading of each page.
pub(super) fn as_table(table: &SetTable, rows: &[SetRow], open_below: usize) -> SetTable {
    SetTable {
        edges: table.edges.clone(),
        head: Vec::new(),
        rows: rows.to_vec(),
        open_below,
        pad: table.pad,
        ..SetTable::default()
    }
}
