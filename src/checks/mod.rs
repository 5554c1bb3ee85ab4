//! What a careful colleague would say about a sheet before it is signed. Findings stop nobody.
//!
//! Pure, like scoring: every number comes from the scorecard. The ids are those under which the checks are known
//! in the trade's own lists (C37: lost points explained, C62: score without evidence, …), so that a finding can be
//! talked about.

mod finding;
mod funds;
mod head;
mod items;
mod refind;
mod tailoring;

pub use finding::{CheckId, Finding, FindingKind, Place, Severity};
pub use refind::refind;

use crate::evaluation::{Answer, Evaluation};
use crate::scoring::Scorecard;
use crate::template::Template;
use std::sync::Arc;

/// All findings, errors first; among equals the head comes first, then the funds, then the items as they stand on
/// the sheet. `card` is what [`crate::scoring::score`] makes of the two others.
pub fn findings(template: &Template, evaluation: &Evaluation, card: &Scorecard) -> Vec<Finding> {
    let mut findings = of_sheet(template, evaluation, card);
    items::findings(template, evaluation, card, &mut findings);
    answer(&mut findings, &evaluation.answers);
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// What concerns no indicator.
fn of_sheet(template: &Template, evaluation: &Evaluation, card: &Scorecard) -> Vec<Finding> {
    let mut findings = head::findings(template, evaluation);
    findings.extend(tailoring::findings(template));
    findings.extend(funds::findings(template, card));
    findings.extend(items::all_full(card));
    findings
}

/// Gives each finding the answer that was written to it. Its words are made only where the same place has answers:
/// a large sheet has thousands of findings after each edit.
fn answer(findings: &mut [Finding], answers: &[Arc<Answer>]) {
    for finding in findings {
        let mut here = answers.iter().filter(|answer| answer.item.as_ref() == finding.item()).peekable();
        if here.peek().is_some() {
            let said = finding.said();
            finding.answer = here.find(|answer| answer.said == said).cloned();
        }
    }
}
