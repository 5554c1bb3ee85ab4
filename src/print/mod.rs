//! Paper: the papers of an evaluation, laid out once on pages that give both the PDF and the preview.
//!
//! `data` says what stands on a paper, `papers` in which order and in which columns, `typeset` sets it on pages, `pdf` writes
//! them and `picture` draws them. Every number on paper is a field of the [`Scorecard`](crate::scoring::Scorecard),
//! formatted in `data`.

mod compiled;
mod cups;
mod data;
mod error;
mod job;
mod order;
mod paper;
mod papers;
mod pdf;
mod picture;
mod spooler;
mod typeset;
#[cfg(windows)]
mod windows;

pub use compiled::{Compiled, PageImage, Printed, page_counts, pdf};
pub use cups::Cups;
pub use data::ledger_months;
pub use error::PrintError;
pub use job::PrintJob;
pub use order::{PageSelection, PrintOrder, Printer, Sides};
pub use paper::{LedgerSheet, Paper, PaperKind};
pub use spooler::Spooler;
