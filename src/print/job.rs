//! What is printed: an evaluation with its template and its result, at a moment.

use crate::evaluation::Evaluation;
use crate::scoring::Scorecard;
use crate::template::Template;

/// All that a sheet is printed from.
#[derive(Clone, Debug)]
pub struct PrintJob<'a> {
    /// What it was scored by, its tailoring included.
    pub template: &'a Template,
    /// What was entered: texts stand on paper as typed.
    pub evaluation: &'a Evaluation,
    /// The result of [`crate::scoring::score`] on the two above.
    pub card: &'a Scorecard,
    /// SHA-256 of the evaluation's file in hexadecimal; `None` where what is printed is not saved.
    pub file_digest: Option<&'a str>,
    /// Stands in the footer and as the PDF's date; the same moment gives the same bytes.
    pub printed_at: jiff::Zoned,
}
