//! Paper: the official 评分表 and the 扣分明细表, typeset once into a document that gives both the PDF and the
//! pages of the preview.
//!
//! `assets/print/*.typ` say how a sheet looks, in words and lines; `data` says what stands on it. Data
//! reaches the templates as a JSON file of the typesetter's own world, never as markup, so nothing that was
//! typed can be mistaken for an instruction. Every number on paper is a field of the
//! [`Scorecard`](crate::scoring::Scorecard), formatted here.

mod clean;
mod compiled;
mod cups;
mod data;
mod error;
mod job;
mod order;
mod sheet;
mod spooler;
#[cfg(windows)]
mod windows;
mod world;

pub use clean::LONGEST_TEXT;
pub use compiled::{Compiled, PageImage, Printed, forget_layouts, pdf};
pub use cups::Cups;
pub use data::ledger_months;
pub use error::PrintError;
pub use job::PrintJob;
pub use order::{PageSelection, PrintOrder, Printer, Sides};
pub use sheet::{LedgerSheet, Sheet};
pub use spooler::Spooler;
