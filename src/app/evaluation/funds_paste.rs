//! A block of a spreadsheet that is pasted into the funds form: sources and amounts, from the cell on that has the focus.

use super::document::Document;
use super::field::Field;
use crate::evaluation::{Edit, FundField, FundLine, MoneyUnit};
use crate::import::{self, Grid, Row as GridRow};
use crate::text::{Explain as _, Message};

/// Where the block begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FundsCell {
    /// The line, counted from 0.
    pub line: usize,
    /// The amount; none for the source of the line.
    pub amount: Option<FundField>,
}

impl FundsCell {
    pub(crate) fn field(self) -> Field {
        match self.amount {
            Some(amount) => Field::FundAmount(self.line, amount),
            None => Field::FundSource(self.line),
        }
    }

    /// All cells of the form, in their order.
    pub(crate) fn all(lines: usize) -> impl Iterator<Item = Self> {
        (0..lines).flat_map(|line| columns().map(move |amount| Self { line, amount }))
    }
}

fn columns() -> impl Iterator<Item = Option<FundField>> {
    std::iter::once(None).chain(FundField::ALL.map(Some))
}

/// What becomes of a block.
#[derive(Clone, Debug, Default)]
pub(crate) struct PastedFunds {
    /// In the order in which they are taken.
    pub edits: Vec<Edit>,
    /// Cells that were not taken: line from 1, text, why.
    pub refused: Vec<(usize, String, Message)>,
}

/// The cell that the edit fills.
pub(crate) fn cell_of(edit: &Edit) -> Option<FundsCell> {
    match edit {
        Edit::SetFundAmount { line, field, .. } => Some(FundsCell { line: *line, amount: Some(*field) }),
        Edit::SetFundSource { line, .. } => Some(FundsCell { line: *line, amount: None }),
        _ => None,
    }
}

/// Whether the text is more than a word for one field.
pub(crate) fn is_block(text: &str) -> bool {
    text.trim_end_matches(['\r', '\n']).contains(['\t', '\n'])
}

/// Reads a block that begins at `at`.
///
/// # Errors
/// There is nothing in it.
pub(crate) fn read(document: &Document, at: FundsCell, text: &str) -> Result<PastedFunds, Message> {
    let grid = import::paste(text).map_err(|error| error.message())?;
    let mut pasted = PastedFunds::default();
    // What is not there yet is added first: the edits behind it are checked against the form that has it.
    let mut after = document.evaluation().as_ref().clone();
    let mut take = |edit: Edit, pasted: &mut PastedFunds| match after.apply(&document.template, &edit) {
        Ok(changed) => {
            after = changed;
            pasted.edits.push(edit);
            Ok(())
        }
        Err(error) => Err(error.message()),
    };
    let unit = document.evaluation().funds.unit;
    let mut first: Vec<Option<FundField>> = columns().skip_while(|column| *column != at.amount).collect();
    if at.amount.is_some() && begins_with_names(&grid) {
        // Names of sources are no amounts, wherever the block was put down.
        first.insert(0, None);
    }
    let mut line = at.line;
    let mut lines = document.evaluation().funds.lines.len();
    for row in &grid.rows {
        let cells: Vec<&str> = (0..grid.width).map(|n| row.text(n).trim()).collect();
        // Headings have no number; 合计 is worked out.
        let has_number = cells.iter().any(|cell| unit.parse(cell).is_ok());
        if cells.first().is_some_and(|cell| cell.starts_with("合计")) || (!has_number && line == at.line) {
            continue;
        }
        if line >= lines {
            take(Edit::AddFundLine(FundLine::default()), &mut pasted)?;
            lines += 1;
        }
        for (cell, amount) in cells.iter().zip(&first).filter(|(cell, _)| !cell.is_empty()) {
            let edit = match amount {
                None => Ok(Edit::SetFundSource { line, source: (*cell).to_owned() }),
                Some(field) => amount_edit(unit, line, *field, cell),
            };
            if let Err(message) = edit.and_then(|edit| take(edit, &mut pasted)) {
                pasted.refused.push((line + 1, (*cell).to_owned(), message));
            }
        }
        line += 1;
    }
    Ok(pasted)
}

/// Each row has words first and an amount behind them.
fn begins_with_names(grid: &Grid) -> bool {
    let is_amount = |text: &str| text.chars().any(|c| c.is_ascii_digit());
    let named = |row: &&GridRow| !row.text(0).trim().is_empty() && !is_amount(row.text(0));
    let with_amounts = grid.rows.iter().filter(|row| (1..grid.width).any(|n| is_amount(row.text(n))));
    let rows: Vec<_> = with_amounts.collect();
    !rows.is_empty() && rows.iter().all(named)
}

fn amount_edit(unit: MoneyUnit, line: usize, field: FundField, cell: &str) -> Result<Edit, Message> {
    let amount = unit.parse(cell).map_err(|error| error.message())?;
    Ok(Edit::SetFundAmount { line, field, amount: Some(amount) })
}
