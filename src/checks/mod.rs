//! What a careful colleague would say about a sheet before it is signed. Findings stop nobody.
//!
//! Pure, like scoring: every number comes from the scorecard. The ids are those under which the checks are known
//! in the trade's own lists (C37: lost points explained, C62: score without evidence, …), so that a finding can be
//! talked about.

mod finding;
mod funds;
mod head;
mod items;
mod tailoring;

pub use finding::{CheckId, Finding, FindingKind, Place, Severity};

use crate::evaluation::{Answer, Evaluation};
use crate::scoring::Scorecard;
use crate::template::Template;
use std::sync::Arc;

/// All findings, errors first; among equals the head comes first, then the funds, then the items as they stand on
/// the sheet. `card` is what [`crate::scoring::score`] makes of the two others.
pub fn findings(template: &Template, evaluation: &Evaluation, card: &Scorecard) -> Vec<Finding> {
    let mut findings = head::findings(template, evaluation);
    findings.extend(tailoring::findings(template));
    findings.extend(funds::findings(template, card));
    findings.extend(items::findings(template, evaluation, card));
    for finding in &mut findings {
        let said = finding.said();
        let same = |answer: &&Arc<Answer>| answer.said == said && answer.item.as_ref() == finding.item();
        finding.answer = evaluation.answers.iter().find(same).cloned();
    }
    findings.sort_by_key(|finding| finding.severity);
    findings
}
