//! Where tables come from: workbooks (.xlsx, .xlsm, .xls, .ods), Word documents (.docx), text (.tsv, .csv).

mod cells;
mod guard;
mod markup;
mod open_document;
mod spreadsheet;
mod text;
mod word;

use super::ImportError;
use super::grid::Grid;
use super::headings::{Mapping, Vocabulary};
use crate::encoding::decoded;
use cells::Cells;
use spreadsheet::Spreadsheet;
pub use text::paste;

/// A file with its tables: sheets of a workbook, tables of a document.
pub struct Workbook {
    source: Source,
}

#[expect(clippy::large_enum_variant, reason = "one for each file that is open")]
enum Source {
    Spreadsheet(Spreadsheet),
    Tables(Vec<(String, Cells)>),
}

impl Workbook {
    /// The tables in `bytes`, whichever of these formats they have.
    ///
    /// # Errors
    /// Bytes that are none of them, or a file that is unreasonably large.
    pub fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        let source = match bytes {
            [b'P', b'K', ..] => zipped(bytes)?,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Source::Spreadsheet(Spreadsheet::read(bytes)?),
            _ => Source::Tables(vec![(String::new(), of_text(bytes)?)]),
        };
        Ok(Self { source })
    }

    /// Names of the sheets, the hidden ones last; tables of a document are numbered.
    pub fn sheets(&self) -> Vec<String> {
        match &self.source {
            Source::Spreadsheet(book) => book.sheets(),
            Source::Tables(tables) => tables.iter().map(|(name, _)| name.clone()).collect(),
        }
    }

    /// The sheet of this name, or else the first that holds a score table by its headings.
    ///
    /// # Errors
    /// No such sheet, a broken or an empty one.
    pub fn grid(&mut self, name: Option<&str>, words: &Vocabulary) -> Result<Grid, ImportError> {
        let Some(name) = name else { return self.score_table(words).map(|(_, grid)| grid) };
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
    pub fn score_table(&mut self, words: &Vocabulary) -> Result<(String, Grid), ImportError> {
        let mut first = Err(ImportError::Empty);
        for name in self.sheets() {
            let grid = self.sheet(&name).map(|grid| (name, grid));
            if grid.as_ref().is_ok_and(|(_, grid)| Mapping::propose(grid, words).is_ok()) {
                return grid;
            }
            if matches!(first, Err(ImportError::Empty)) {
                first = grid;
            }
        }
        first
    }

    fn sheet(&mut self, name: &str) -> Result<Grid, ImportError> {
        match &mut self.source {
            Source::Spreadsheet(book) => book.sheet(name)?.grid(),
            Source::Tables(tables) => {
                let table = tables.iter().find(|(known, _)| known == name);
                table.map_or(Err(ImportError::Empty), |(_, cells)| cells.grid())
            }
        }
    }
}

/// The table in a file: the sheet called `sheet` (or the first that holds a score table by the program's own words).
///
/// # Errors
/// None of the formats, or nothing in it.
pub fn open(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, ImportError> {
    Workbook::read(bytes)?.grid(sheet, Vocabulary::shipped())
}

/// A workbook or a document, by what stands in the archive and not by its name.
fn zipped(bytes: &[u8]) -> Result<Source, ImportError> {
    if let Some(mut archive) = markup::archive(bytes) {
        if let Some(document) = markup::part(&mut archive, "word/document.xml")? {
            let tables = word::tables(&document)?.into_iter().filter(|table| !table.is_empty());
            let tables: Vec<(String, Cells)> =
                tables.enumerate().map(|(number, table)| (format!("表格 {}", number + 1), table)).collect();
            return if tables.is_empty() { Err(ImportError::NoTable) } else { Ok(Source::Tables(tables)) };
        }
        if let Some(content) = markup::part(&mut archive, "content.xml")? {
            return open_document::sheets(&content).map(Source::Tables);
        }
    }
    guard::check(bytes)?;
    Spreadsheet::read(bytes).map(Source::Spreadsheet)
}

fn of_text(bytes: &[u8]) -> Result<Cells, ImportError> {
    text::cells(&decoded(bytes).ok_or_else(|| markup::broken("neither a workbook nor text"))?)
}
