//! Paper: the official 评分表 and the 扣分明细表, typeset once into a document that gives both the PDF and the
//! pages of the preview.
//!
//! `assets/print/*.typ` say how a sheet looks, in words and lines; [`sheet_data`] says what stands on it. Data
//! reaches the templates as a JSON file of the typesetter's own world, never as markup, so nothing that was
//! typed can be mistaken for an instruction. Every number on paper is a field of the
//! [`Scorecard`](crate::scoring::Scorecard), formatted here.

mod clean;
mod compiled;
mod cups;
mod data;
mod error;
mod save;
mod world;

pub use compiled::{Compiled, PageImage, Printed};
pub use cups::{Cups, Printer, printers, send};
pub use data::{ledger_months, sheet_data};
pub use error::PrintError;
pub use save::save_pdf;

use crate::evaluation::Evaluation;
use crate::scoring::{Month, Scorecard};
use crate::template::{Form, Template};

/// All that a sheet is printed from.
#[derive(Clone, Debug)]
pub struct PrintJob<'a> {
    pub template: &'a Template,
    pub evaluation: &'a Evaluation,
    /// The result of [`crate::scoring::score`] on the two above.
    pub card: &'a Scorecard,
    /// SHA-256 of the evaluation's file in hexadecimal; `None` where what is printed is not saved.
    pub file_digest: Option<&'a str>,
    /// Stands in the footer and as the PDF's date; the same moment gives the same bytes.
    pub printed_at: jiff::Zoned,
}

/// What can be printed. Several follow one another in one PDF, pages numbered through.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Sheet {
    /// 评分表, or the form that the template has instead (自评表, 完成情况表): every indicator and the signatures.
    Scores,
    /// 扣分明细表: what was deducted or overridden, with its derivation, and the list of attachments.
    Deductions,
    /// 月度扣分表: the rows of ledgers, month by month.
    Ledger(LedgerSheet),
}

/// Which rows of which ledgers: of all where it does not say.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct LedgerSheet {
    /// Position of the indicator in the template's outline.
    pub item: Option<usize>,
    pub month: Option<Month>,
}

impl Sheet {
    /// The sheets that need no choice of rows.
    pub const ALL: [Self; 2] = [Self::Scores, Self::Deductions];

    /// What there is to print by `template`: where nothing is scored, nothing is deducted.
    pub fn of(template: &Template) -> &'static [Self] {
        match template.sheet.form {
            Form::ScoreSheet | Form::SelfEvaluation => &Self::ALL,
            Form::Comparison => &[Self::Scores],
        }
    }

    /// There is such a sheet by `template`.
    pub fn is_of(self, template: &Template) -> bool {
        match self {
            Self::Scores | Self::Deductions => Self::of(template).contains(&self),
            Self::Ledger(_) => template.indicators().any(|indicator| indicator.rule.ledger.is_some()),
        }
    }
}

/// Typesets `sheets` and writes them as PDF/A-2b. Where the pages are shown too, use [`Compiled`].
///
/// # Errors
/// No sheet was asked for, or the typesetter refuses, which is an error of this program.
pub fn pdf(job: &PrintJob<'_>, sheets: &[Sheet]) -> Result<Printed, PrintError> {
    Compiled::new(job, sheets)?.printed()
}
