//! A score table as it was read: its cells, and where they come from.

use super::{Grid, ImportError, Mapping, Vocabulary, Workbook, paste};
use crate::whole_file::{ReadError, read_whole};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Extensions of the files whose tables can be read.
pub const WORKBOOKS: [&str; 7] = ["xlsx", "xlsm", "xls", "ods", "docx", "csv", "tsv"];

/// Megabytes; more than any score table has.
const MOST_MEGABYTES: u64 = 64;

/// A table as it was read.
#[derive(Clone, Debug)]
pub struct ReadTable {
    /// Where it comes from.
    pub origin: Origin,
    /// Its cells.
    pub grid: Grid,
    /// What the headings say; where there are none, the user has to say it.
    pub mapping: Result<Mapping, ImportError>,
    /// The words that headings are known by.
    pub words: Arc<Vocabulary>,
}

/// Where a table comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// The clipboard.
    Pasted,
    /// A sheet of a workbook.
    File {
        /// Where the workbook is.
        path: PathBuf,
        /// All of it, so that another sheet can be read.
        bytes: Arc<[u8]>,
        /// Names of its sheets.
        sheets: Vec<String>,
        /// The sheet that was read.
        sheet: String,
    },
}

impl ReadTable {
    /// A table from the clipboard's text.
    ///
    /// # Errors
    /// No table stands in it.
    pub fn pasted(text: &str, words: Arc<Vocabulary>) -> Result<Self, ImportError> {
        Ok(Self::of(Origin::Pasted, paste(text)?, words))
    }

    /// The first sheet that holds a score table, of the bytes of the file at `path`.
    ///
    /// # Errors
    /// It is no workbook, or holds no table.
    pub fn of_workbook(path: &Path, bytes: Arc<[u8]>, words: Arc<Vocabulary>) -> Result<Self, ImportError> {
        let mut book = Workbook::read(&bytes)?;
        let (sheet, grid) = book.score_table(&words)?;
        let path = path.to_path_buf();
        Ok(Self::of(Origin::File { path, bytes, sheets: book.sheets(), sheet }, grid, words))
    }

    /// Another sheet of a workbook that was read.
    ///
    /// # Errors
    /// It has no sheet of that name, or one that is too large.
    pub fn of_sheet(
        path: PathBuf,
        bytes: Arc<[u8]>,
        sheet: String,
        words: Arc<Vocabulary>,
    ) -> Result<Self, ImportError> {
        let mut book = Workbook::read(&bytes)?;
        let grid = book.grid(Some(&sheet), &words)?;
        Ok(Self::of(Origin::File { path, bytes, sheets: book.sheets(), sheet }, grid, words))
    }

    fn of(origin: Origin, grid: Grid, words: Arc<Vocabulary>) -> Self {
        Self { mapping: Mapping::propose(&grid, &words), origin, grid, words }
    }
}

/// The bytes of a workbook.
///
/// # Errors
/// The file cannot be read, or is too large.
pub fn read_workbook(path: &Path) -> Result<Arc<[u8]>, ImportError> {
    let path_of = || path.to_path_buf();
    let bytes = read_whole(path, MOST_MEGABYTES << 20).map_err(|error| match error {
        ReadError::NotRegular => ImportError::NotAFile { path: path_of() },
        ReadError::TooLarge => ImportError::FileTooLarge { megabytes: MOST_MEGABYTES },
        ReadError::Io(error) => ImportError::Unreadable { path: path_of(), detail: error.to_string() },
    })?;
    Ok(bytes.into())
}

/// A file is a workbook, by its name.
pub fn is_workbook(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|found| WORKBOOKS.iter().any(|known| known.eq_ignore_ascii_case(found)))
}
