//! Tables: columns, rows of cells, and cells that span rows.

use super::line::{Line, lines, width_of};
use super::mm;
use super::text::Paragraph;

/// Room between a rule and the text, left and right.
pub(super) const SIDE: f32 = mm(1.4);
/// Above and below the text.
const ABOVE: f32 = mm(1.0);
/// Text of a table is made smaller in these steps until its columns fit.
const SCALES: [f32; 8] = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65];
/// Characters of a heading that is not broken.
const SHORT: usize = 3;
/// A column that takes a share of what is left is this wide at least, before the text is made smaller.
const LEAST_SHARE: f32 = mm(14.0);

/// How wide a column is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::print) enum Column {
    /// In points.
    Fixed(f32),
    /// As wide as the longest of its cells, which is never broken, and so many points at least: figures.
    Fit(f32),
    /// A share of what the others leave.
    Share(f32),
}

/// Text of a cell, from one column over one or several.
#[derive(Clone, Debug, Default)]
pub(in crate::print) struct Cell {
    pub(in crate::print) column: usize,
    pub(in crate::print) across: usize,
    pub(in crate::print) text: Vec<Paragraph>,
    /// At the upper edge instead of in the middle.
    pub(in crate::print) at_top: bool,
    /// As high at least, for what is written by hand.
    pub(in crate::print) least: f32,
    /// It heads a column or a row.
    pub(in crate::print) is_head: bool,
}

/// Cells below the rules of one row.
#[derive(Clone, Debug, Default)]
pub(in crate::print) struct Row {
    pub(in crate::print) cells: Vec<Cell>,
    /// The next row stands on the same page, if both fit one.
    pub(in crate::print) keep: bool,
}

impl Row {
    /// Cells one after the other from the left.
    pub(in crate::print) fn of(texts: impl IntoIterator<Item = Paragraph>) -> Self {
        Self::from_column(0, texts)
    }

    pub(in crate::print) fn from_column(first: usize, texts: impl IntoIterator<Item = Paragraph>) -> Self {
        let cells = texts.into_iter().enumerate();
        let cells = cells.map(|(place, text)| Cell {
            column: first + place,
            across: 1,
            text: vec![text],
            ..Cell::default()
        });
        Self { cells: cells.collect(), keep: false }
    }

    /// The columns' headings, bold and in the middle.
    pub(in crate::print) fn head<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        let mut row = Self::of(texts.into_iter().map(|text| Paragraph::label(text).in_bold()));
        row.cells.iter_mut().for_each(|cell| cell.is_head = true);
        row
    }

    /// A further cell, right of those that are there.
    pub(in crate::print) fn push(&mut self, across: usize, text: Vec<Paragraph>) {
        let column = self.cells.last().map_or(0, |last| last.column + last.across);
        self.cells.push(Cell { column, across, text, ..Cell::default() });
    }

    pub(in crate::print) fn keeping(self) -> Self {
        Self { keep: true, ..self }
    }
}

/// A cell over several rows: a group, whose label stands again on each further page.
#[derive(Clone, Debug)]
pub(in crate::print) struct Spanning {
    pub(in crate::print) column: usize,
    pub(in crate::print) across: usize,
    /// The first and the last of its rows.
    pub(in crate::print) rows: (usize, usize),
    pub(in crate::print) label: Vec<Paragraph>,
    /// On pages after the first.
    pub(in crate::print) again: Vec<Paragraph>,
}

/// A table with its heading, which stands again on each page.
#[derive(Clone, Debug, Default)]
pub(in crate::print) struct Table {
    pub(in crate::print) columns: Vec<Column>,
    pub(in crate::print) head: Vec<Row>,
    pub(in crate::print) rows: Vec<Row>,
    pub(in crate::print) spans: Vec<Spanning>,
    /// So many columns from the left have no rule between the heading and the rows: a part of a form whose label stands
    /// beside both.
    pub(in crate::print) merged_head: usize,
}

impl Table {
    /// With a column before the others whose `label` stands beside all of its rows, and beside its heading if it has one: a part
    /// of a form.
    pub(in crate::print) fn labelled(mut self, width: f32, label: Vec<Paragraph>) -> Self {
        self.columns.insert(0, Column::Fixed(width));
        for cell in self.head.iter_mut().chain(&mut self.rows).flat_map(|row| &mut row.cells) {
            cell.column += 1;
        }
        self.spans.iter_mut().for_each(|span| span.column += 1);
        for row in &mut self.head {
            row.cells.insert(0, Cell { across: 1, is_head: true, ..Cell::default() });
        }
        if let Some(last) = self.rows.len().checked_sub(1) {
            self.spans.push(Spanning { column: 0, across: 1, rows: (0, last), again: label.clone(), label });
        }
        self.merged_head = 1;
        self
    }
}

/// A cell that was set.
#[derive(Clone, Debug)]
pub(super) struct SetCell {
    pub(super) column: usize,
    pub(super) across: usize,
    pub(super) lines: Vec<Line>,
    pub(super) height: f32,
    pub(super) at_top: bool,
    pub(super) is_head: bool,
}

/// A row that was set.
#[derive(Clone, Debug, Default)]
pub(super) struct SetRow {
    pub(super) cells: Vec<SetCell>,
    pub(super) height: f32,
    pub(super) keep: bool,
}

/// A label of a group that was set.
#[derive(Clone, Debug)]
pub(super) struct SetSpan {
    pub(super) column: usize,
    pub(super) across: usize,
    pub(super) rows: (usize, usize),
    pub(super) label: Vec<Line>,
    pub(super) again: Vec<Line>,
}

/// A table whose texts are lines.
#[derive(Clone, Debug, Default)]
pub(super) struct SetTable {
    /// Left edges of the columns, and the right edge of the last one.
    pub(super) edges: Vec<f32>,
    pub(super) head: Vec<SetRow>,
    pub(super) rows: Vec<SetRow>,
    /// In the order of their first rows.
    pub(super) spans: Vec<SetSpan>,
    /// Of each row the positions of the groups that it belongs to.
    pub(super) covering: Vec<Vec<usize>>,
    /// Room above and below the text of a cell.
    pub(super) pad: f32,
    /// [`Table::merged_head`]
    pub(super) open_above: usize,
    pub(super) open_below: usize,
}

/// Of a cell's lines with the room above and below them.
pub(super) fn height_of(lines: &[Line], pad: f32) -> f32 {
    // The last line needs no room below it.
    let last = lines.last().map_or(0.0, |line| line.height - line.size());
    lines.iter().map(|line| line.height).sum::<f32>() - last + 2.0 * pad
}

impl SetTable {
    pub(super) fn new(table: Table, width: f32, density: f32) -> Self {
        let (edges, scale) = edges(&table, width, density);
        let pad = ABOVE * density * density;
        let between = |column: usize, across: usize| {
            let edge = |at: usize| edges.get(at).copied().unwrap_or(width);
            edge(column + across) - edge(column) - 2.0 * SIDE
        };
        let cell = |cell: Cell| {
            let lines = lines(&cell.text, between(cell.column, cell.across), scale);
            let height = height_of(&lines, pad).max(cell.least * density);
            let Cell { column, across, at_top, is_head, .. } = cell;
            SetCell { column, across, lines, height, at_top, is_head }
        };
        let row = |row: Row| {
            let cells: Vec<SetCell> = row.cells.into_iter().map(cell).collect();
            let height = cells.iter().map(|cell| cell.height).fold(0.0, f32::max);
            SetRow { cells, height, keep: row.keep }
        };
        let span = |span: Spanning| {
            let set = |text: &[Paragraph]| lines(text, between(span.column, span.across), scale);
            let (label, again) = (set(&span.label), set(&span.again));
            SetSpan { column: span.column, across: span.across, rows: span.rows, label, again }
        };
        let head: Vec<SetRow> = table.head.into_iter().map(row).collect();
        let rows: Vec<SetRow> = table.rows.into_iter().map(row).collect();
        let mut spans: Vec<SetSpan> = table.spans.into_iter().map(span).collect();
        spans.sort_by_key(|span| (span.rows.0, span.column));
        let mut covering = vec![Vec::new(); rows.len()];
        for (position, span) in spans.iter().enumerate() {
            let rows = covering.iter_mut().skip(span.rows.0).take(span.rows.1 + 1 - span.rows.0);
            rows.for_each(|row: &mut Vec<usize>| row.push(position));
        }
        let open_above = if head.is_empty() { 0 } else { table.merged_head };
        Self { edges, head, rows, spans, covering, pad, open_above, open_below: 0 }
    }

    pub(super) fn head_height(&self) -> f32 {
        self.head.iter().map(|row| row.height).sum()
    }
}

/// Left edges of the columns and the end of the last, with the scale of the text at which they fit.
fn edges(table: &Table, width: f32, density: f32) -> (Vec<f32>, f32) {
    let mut set = (Vec::new(), 1.0);
    for scale in SCALES.map(|scale| scale * density) {
        let fixed: Vec<f32> =
            (0..table.columns.len()).map(|column| fixed_width(table, column, scale)).collect();
        let shares =
            table.columns.iter().map(|column| if let Column::Share(share) = column { *share } else { 0.0 });
        let shares: Vec<f32> = shares.collect();
        let (taken, all) = (fixed.iter().sum::<f32>(), shares.iter().sum::<f32>());
        let rest = width - taken;
        let per_share = if all > 0.0 { (rest / all).max(0.0) } else { 0.0 };
        // Without a column that takes the rest the last one is stretched.
        let stretched = if all > 0.0 { 0.0 } else { rest.max(0.0) };
        let mut edge = 0.0;
        let mut edges = vec![0.0];
        for (column, (fixed, share)) in fixed.iter().zip(&shares).enumerate() {
            edge +=
                fixed + share * per_share + if column + 1 == table.columns.len() { stretched } else { 0.0 };
            edges.push(edge);
        }
        set = (edges, scale);
        let narrow = shares.iter().any(|share| *share > 0.0 && share * per_share < LEAST_SHARE);
        if rest >= 0.0 && !narrow {
            break;
        }
    }
    set
}

fn fixed_width(table: &Table, column: usize, scale: f32) -> f32 {
    match table.columns.get(column) {
        Some(Column::Fixed(width)) => *width,
        Some(Column::Fit(least)) => {
            let cells = table.rows.iter().chain(&table.head).flat_map(|row| &row.cells);
            // A heading of a few characters is figures' neighbour, a longer one may be broken.
            let is_short =
                |cell: &Cell| !cell.is_head || cell.text.iter().all(|text| text.characters() <= SHORT);
            let own = cells.filter(|cell| cell.column == column && cell.across == 1 && is_short(cell));
            let widths = own.flat_map(|cell| &cell.text).map(|text| width_of(text, scale) + 2.0 * SIDE + 0.1);
            widths.fold(*least, f32::max)
        }
        Some(Column::Share(_)) | None => 0.0,
    }
}
