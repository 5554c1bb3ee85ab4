//! Why a table could not be read.

use crate::text::{Explain, Message, worded_errors};
use std::path::PathBuf;

/// Why a table could not be read at all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImportError {
    /// The disk does not give it.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// In the system's words.
        detail: String,
    },
    /// A folder, a device or a pipe.
    NotAFile {
        /// What was to be read.
        path: PathBuf,
    },
    /// More bytes than any score table has.
    FileTooLarge {
        /// The limit.
        megabytes: u64,
    },
    /// Neither .xlsx nor .xls nor .ods, or broken.
    NotAWorkbook {
        /// What the reader of workbooks says.
        detail: String,
    },
    /// The workbook has no sheet `name`; `known` are those that it has.
    NoSheet {
        /// The name that was asked for.
        name: String,
        /// Those that the workbook has, in its order.
        known: Vec<String>,
    },
    /// More cells than any score table has.
    TooLarge {
        /// Rows up to the last one that was met.
        rows: usize,
        /// Columns up to the last one that was met.
        columns: usize,
    },
    /// A cell with more characters than a spreadsheet lets anybody type.
    LongCell {
        /// Its row, from 1.
        row: usize,
        /// The limit.
        most: usize,
    },
    /// More cells than any score table has.
    TooManyCells {
        /// The limit.
        most: usize,
    },
    /// More text in all its cells than any score table has.
    TooMuchText {
        /// The limit.
        megabytes: usize,
    },
    /// It unpacks to more than any workbook.
    TooMuchUnpacked {
        /// The limit.
        megabytes: u64,
    },
    /// It names a cell that no sheet has: it was damaged, or made to do harm.
    BadReference {
        /// As it stands there.
        reference: String,
    },
    /// A document without any table.
    NoTable,
    /// No cell holds any text.
    Empty,
    /// The sheet has no row of this number, or nothing stands in it.
    NoRow {
        /// As it was named.
        row: usize,
    },
    /// No column has this letter or heading.
    NoColumn {
        /// As it was named.
        column: String,
    },
    /// It does not say what a column holds.
    BadColumn {
        /// As it was typed.
        correction: String,
    },
    /// The words for headings that a unit added cannot be read.
    Headings {
        /// What is wrong with them, and where.
        detail: String,
    },
    /// No row holds the headings of a score table.
    NoHeading,
    /// The columns that the user chose name no level, or no points can be found.
    NoIndicator,
}

worded_errors!(ImportError);

impl Explain for ImportError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable { path, detail } => {
                Message::new("import-unreadable").with("file", path.display()).with("detail", detail)
            }
            Self::NotAFile { path } => Message::new("import-not-a-file").with("file", path.display()),
            Self::FileTooLarge { megabytes } => {
                Message::new("import-file-too-large").with("limit", megabytes)
            }
            Self::NotAWorkbook { detail } => Message::new("import-not-a-workbook").with("detail", detail),
            Self::NoSheet { name, known } => {
                Message::new("import-no-sheet").with("name", name).with("known", known.join("、"))
            }
            Self::TooLarge { rows, columns } => {
                Message::new("import-too-large").with("rows", rows).with("columns", columns)
            }
            Self::LongCell { row, most } => {
                Message::new("import-long-cell").with("row", row).with("limit", most)
            }
            Self::TooManyCells { most } => Message::new("import-too-many-cells").with("limit", most),
            Self::TooMuchText { megabytes } => Message::new("import-too-much-text").with("limit", megabytes),
            Self::TooMuchUnpacked { megabytes } => {
                Message::new("import-too-much-unpacked").with("limit", megabytes)
            }
            Self::BadReference { reference } => {
                Message::new("import-bad-reference").with("reference", reference)
            }
            Self::NoTable => Message::new("import-no-table"),
            Self::Empty => Message::new("import-empty"),
            Self::NoRow { row } => Message::new("import-no-row").with("row", row),
            Self::NoColumn { column } => Message::new("import-no-column").with("column", column),
            Self::BadColumn { correction } => Message::new("cli-bad-column").with("correction", correction),
            Self::Headings { detail } => Message::new("import-headings").with("detail", detail),
            Self::NoHeading => Message::new("import-no-heading"),
            Self::NoIndicator => Message::new("import-no-indicator"),
        }
    }
}
