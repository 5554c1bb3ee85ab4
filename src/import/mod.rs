//! Making a template from a score table (从评分表生成模板): a sheet of a workbook, or a table that was pasted.
//!
//! ```text
//! Workbook ─┐         Vocabulary ─┐
//!           ├─> Grid ─> Mapping::propose ─> import(&grid, &mapping) ─> Imported { template, readings, rows, findings }
//! paste    ─┘              (the user may change it)                      └─> choose: what the user confirms
//! ```
//!
//! Nothing is guessed silently. Every row of the sheet is accounted for ([`RowReport`]), every rule that was read
//! stands beside the words it was read from ([`Reading`]), and what is not understood is left to be entered by hand.

mod error;
mod filled;
mod fitting;
mod grid;
mod headings;
mod label;
mod make;
mod own_words;
mod read_table;
mod recognise;
mod report;
mod result;
mod rows;
mod source;
mod words;

pub use error::ImportError;
pub use filled::{Filled, FilledIn, FilledRow, Head, HeadFunds};
pub use fitting::Fitting;
pub use grid::{Cell, Grid, Join, Row};
pub use headings::{Corrections, Further, Mapping, Meaning, Role, Vocabulary};
pub use make::import;
pub use own_words::{learnt, own_words, with_words};
pub use read_table::{Origin, ReadTable, WORKBOOKS, is_workbook, read_workbook};
pub use recognise::{Form, Proposal, Source, recognise};
pub use report::{Counts, Fate, RowEntry, RowReport};
pub use result::{Imported, Reading, SCORES_NOTE, scores_note};
pub use source::paste;
pub use source::{Workbook, open};
