//! Workbooks: .xlsx and .xlsm, .xls, .ods.

use super::ImportError;
use super::grid::{Grid, MOST_COLUMNS, MOST_ROWS, Region};
use super::headings::Vocabulary;
use crate::number::plain;
use calamine::{Data, Dimensions, Reader as _, SheetVisible, Sheets};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::str::FromStr as _;
use std::sync::Arc;

/// Bytes that the parts of a workbook may come to once unpacked; a score table needs a thousandth of it.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Bytes that can be read again and again without being copied.
#[derive(Clone)]
struct Shared(Arc<[u8]>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A workbook with its sheets.
pub struct Workbook {
    sheets: Sheets<Cursor<Shared>>,
}

impl Workbook {
    /// The workbook in `bytes`, whichever of these formats it has.
    ///
    /// # Errors
    /// Bytes that are no workbook, or one that is unreasonably large.
    pub fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        check_size(bytes)?;
        let bytes = Cursor::new(Shared(bytes.into()));
        calamine::open_workbook_auto_from_rs(bytes).map(|sheets| Self { sheets }).map_err(broken)
    }

    /// Names of the sheets, the hidden ones last.
    pub fn sheets(&self) -> Vec<String> {
        let (shown, hidden): (Vec<_>, Vec<_>) =
            self.sheets.sheets_metadata().iter().partition(|sheet| sheet.visible == SheetVisible::Visible);
        shown.into_iter().chain(hidden).map(|sheet| sheet.name.clone()).collect()
    }

    /// The sheet of this name, or else the first that holds a score table.
    ///
    /// # Errors
    /// No such sheet, a broken or an empty one.
    pub fn grid(&mut self, name: Option<&str>) -> Result<Grid, ImportError> {
        let Some(name) = name else { return self.score_table().map(|(_, grid)| grid) };
        let known = self.sheets();
        match known.iter().any(|sheet| sheet == name) {
            true => self.sheet(name),
            false => Err(ImportError::NoSheet { name: name.to_owned(), known }),
        }
    }

    /// The first sheet that holds a score table, or else the first that holds anything; with its name.
    ///
    /// # Errors
    /// A broken sheet, or nothing in any of them.
    pub fn score_table(&mut self) -> Result<(String, Grid), ImportError> {
        let mut first = Err(ImportError::Empty);
        for name in self.sheets() {
            let grid = self.sheet(&name).map(|grid| (name, grid));
            if grid
                .as_ref()
                .is_ok_and(|(_, grid)| super::Mapping::propose(grid, Vocabulary::shipped()).is_ok())
            {
                return grid;
            }
            if matches!(first, Err(ImportError::Empty)) {
                first = grid;
            }
        }
        first
    }

    fn sheet(&mut self, name: &str) -> Result<Grid, ImportError> {
        let (texts, regions) = match &mut self.sheets {
            Sheets::Xlsx(book) => {
                let regions = book.merge_cells_by_sheet_name(name).unwrap_or_default();
                let mut cells = book.worksheet_cells_reader(name).map_err(broken)?;
                let mut texts = BTreeMap::new();
                // Cell by cell: a range of all cells would take memory for every blank one up to the last.
                while let Some(cell) = cells.next_cell().map_err(broken)? {
                    let text = text_of(&Data::from(cell.get_value().clone()));
                    keep(&mut texts, cell.get_position(), text)?;
                }
                (texts, regions)
            }
            other => {
                let regions = match other {
                    Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
                    Sheets::Xlsx(_) | Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
                };
                let range = other.worksheet_range(name).map_err(broken)?;
                let (top, left) = range.start().unwrap_or_default();
                let mut texts = BTreeMap::new();
                for (row, column, data) in range.used_cells() {
                    let place = (index(row).saturating_add(top), index(column).saturating_add(left));
                    keep(&mut texts, place, text_of(data))?;
                }
                (texts, regions)
            }
        };
        let regions: Vec<Region> = regions.iter().map(region).collect();
        Grid::of(&texts, &regions)
    }
}

/// The table in a file: the sheet called `sheet` of a workbook (or the first that holds a score table), or text as
/// spreadsheets copy it.
///
/// # Errors
/// Neither, or nothing in it.
pub fn open(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, ImportError> {
    let is_workbook = bytes.starts_with(b"PK") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]);
    match text(bytes).filter(|_| !is_workbook) {
        Some(text) => super::paste(&text),
        None => Workbook::read(bytes)?.grid(sheet),
    }
}

/// UTF-8, or UTF-16 with its mark, as spreadsheets save "Unicode text".
fn text(bytes: &[u8]) -> Option<String> {
    let read = match bytes {
        [0xFF, 0xFE, rest @ ..] => (rest, u16::from_le_bytes as fn([u8; 2]) -> u16),
        [0xFE, 0xFF, rest @ ..] => (rest, u16::from_be_bytes as fn([u8; 2]) -> u16),
        _ => return std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    let units = read.0.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(read.1);
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}

fn broken(error: impl std::fmt::Display) -> ImportError {
    ImportError::NotAWorkbook { detail: error.to_string() }
}

fn index(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn keep(
    texts: &mut BTreeMap<(usize, usize), String>,
    (row, column): (u32, u32),
    text: String,
) -> Result<(), ImportError> {
    if text.trim().is_empty() {
        return Ok(());
    }
    let (row, column) = (row as usize, column as usize);
    if row >= MOST_ROWS || column >= MOST_COLUMNS {
        return Err(ImportError::TooLarge { rows: row.saturating_add(1), columns: column.saturating_add(1) });
    }
    texts.insert((row, column), text);
    Ok(())
}

fn region(dimensions: &Dimensions) -> Region {
    Region {
        rows: (dimensions.start.0 as usize, dimensions.end.0 as usize),
        columns: (dimensions.start.1 as usize, dimensions.end.1 as usize),
    }
}

/// A zip that unpacks to more than any workbook is refused before anything is unpacked.
fn check_size(bytes: &[u8]) -> Result<(), ImportError> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        // An .xls is no zip.
        return Ok(());
    };
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        let size = archive.by_index_raw(index).map(|file| file.size()).unwrap_or_default();
        unpacked = unpacked.saturating_add(size);
    }
    match unpacked > MOST_BYTES {
        true => Err(broken("unpacks to more than 256 MB")),
        false => Ok(()),
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
