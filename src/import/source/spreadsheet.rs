//! Sheets of .xlsx, .xlsm and .xls.

use super::cells::Cells;
use super::markup::broken;
use crate::import::ImportError;
use crate::number::plain;
use calamine::{Data, Dimensions, Reader as _, SheetVisible, Sheets};
use rust_decimal::{Decimal, RoundingStrategy};
use std::io::Cursor;
use std::str::FromStr as _;
use std::sync::Arc;

/// Bytes that can be read again and again without being copied.
#[derive(Clone)]
struct Shared(Arc<[u8]>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A workbook that is read sheet by sheet.
pub(super) struct Spreadsheet(Sheets<Cursor<Shared>>);

impl Spreadsheet {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        let bytes = Cursor::new(Shared(bytes.into()));
        calamine::open_workbook_auto_from_rs(bytes).map(Self).map_err(broken)
    }

    /// Names of the sheets, the hidden ones last.
    pub(super) fn sheets(&self) -> Vec<String> {
        let (shown, hidden): (Vec<_>, Vec<_>) =
            self.0.sheets_metadata().iter().partition(|sheet| sheet.visible == SheetVisible::Visible);
        shown.into_iter().chain(hidden).map(|sheet| sheet.name.clone()).collect()
    }

    pub(super) fn sheet(&mut self, name: &str) -> Result<Cells, ImportError> {
        let mut cells = Cells::default();
        let regions = match &mut self.0 {
            Sheets::Xlsx(book) => {
                let regions = book.merge_cells_by_sheet_name(name).unwrap_or_default();
                let mut reader = book.worksheet_cells_reader(name).map_err(broken)?;
                // Cell by cell: a range of all cells would take memory for every blank one up to the last.
                while let Some(cell) = reader.next_cell().map_err(broken)? {
                    let (row, column) = cell.get_position();
                    let text = text_of(&Data::from(cell.get_value().clone()));
                    cells.keep((row as usize, column as usize), text)?;
                }
                regions
            }
            other => {
                let regions = match other {
                    Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
                    Sheets::Xlsx(_) | Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
                };
                let range = other.worksheet_range(name).map_err(broken)?;
                let (top, left) = range.start().unwrap_or_default();
                for (row, column, data) in range.used_cells() {
                    let place = (row.saturating_add(top as usize), column.saturating_add(left as usize));
                    cells.keep(place, text_of(data))?;
                }
                regions
            }
        };
        for Dimensions { start, end } in regions {
            cells.merge((start.0 as usize, end.0 as usize), (start.1 as usize, end.1 as usize));
        }
        Ok(cells)
    }
}

fn text_of(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(value) => value.to_string(),
        Data::Float(value) => number_text(*value),
        Data::DateTime(moment) => number_text(moment.as_f64()),
        Data::Bool(value) => value.to_string(),
        Data::Error(error) => error.to_string(),
    }
}

/// A number of a sheet as the decimal that was typed. Workbooks keep numbers as floats; this is the one place of the
/// program where a float is looked at, and no arithmetic is done with it: its shortest decimal text is the number
/// that was typed, and what a formula left beyond the 15 digits that spreadsheets show is dropped as they drop it
/// (0.1 + 0.2 is stored as 0.30000000000000004 and shown as 0.3).
fn number_text(value: f64) -> String {
    let shortest = value.to_string();
    Decimal::from_str(&shortest)
        .ok()
        .and_then(|exact| exact.round_sf_with_strategy(15, RoundingStrategy::MidpointAwayFromZero))
        .map_or(shortest, plain)
}

#[cfg(test)]
mod tests {
    use super::number_text;

    #[test]
    fn numbers_are_what_was_typed() {
        for (stored, typed) in [
            (0.1, "0.1"),
            (0.1 + 0.2, "0.3"),
            (7.605, "7.605"),
            (20.0, "20"),
            (7_741_273.5, "7741273.5"),
            (1e15, "1000000000000000"),
            (-0.5, "-0.5"),
        ] {
            assert_eq!(number_text(stored), typed);
        }
        assert_eq!(number_text(f64::NAN), "NaN");
    }
}
