//! 原表核对: what a filled-in table comes to by the rules that stand in it, beside what was written into it.
//!
//! Importing last year's sheet is at the same time its audit: where the score that somebody typed is not what the rule
//! gives, both are shown; the typed one counts only with a reason (人工改分).
//!
//! ```text
//! Imported { template, filled } ─> audit ─> Audit { items, sums, findings } ─> evaluation(&kept): edits, applied
//! ```

mod actual;
mod head;
mod item;
mod sums;
mod taking;
mod words;

pub use item::{Audited, Verdict};
pub use sums::{Sum, SumOf};

use crate::evaluation::{Edit, Evaluation, Override};
use crate::import::{FilledIn, Imported};
use crate::scoring::score;
use crate::template::{Id, Template};
use crate::text::Message;
use std::collections::BTreeMap;
use taking::Taking;

/// What a filled-in table comes to by its rules.
#[derive(Clone, PartialEq, Debug)]
pub struct Audit {
    /// Indicators of which anything was filled in, in the order of the sheet.
    pub items: Vec<Audited>,
    /// Sums that the table states and that its own numbers do not come to.
    pub sums: Vec<Sum>,
    /// 评价等级 that the table states, with its row.
    pub grade: Option<(usize, String)>,
    /// What else somebody has to look at: words that found no place, amounts without a unit, columns that were not used.
    pub findings: Vec<Message>,
    template: Template,
    /// With all but the overrides.
    evaluation: Evaluation,
    edits: Vec<Edit>,
}

/// Reasons for scores that stay although the rule gives another one, or none, by indicator.
pub type Kept = BTreeMap<Id, String>;

/// Whether anything was filled into the table that an evaluation could take.
pub fn is_filled(filled: &FilledIn) -> bool {
    !filled.nodes.is_empty() || !filled.head.funds.lines.is_empty() || !filled.head.project.is_empty()
}

/// Holds what was filled into a table against its rules, as they were chosen.
pub fn audit(imported: &Imported) -> Audit {
    let template = imported.template.clone();
    let mut taking = Taking::new(&template);
    head::take(&mut taking, &imported.filled.head);
    if !imported.filled.other_scores.is_empty() {
        let columns = imported.filled.other_scores.join("、");
        taking.findings.push(Message::new("audit-other-scores").with("columns", columns));
    }
    let card = score(&template, &taking.evaluation);
    let filled = imported.filled.nodes.iter();
    let items: Vec<Audited> = filled.filter_map(|filled| item::take(&mut taking, filled, &card)).collect();
    let sums = sums::compared(&template, &imported.filled, &items);
    let Taking { evaluation, edits, findings, .. } = taking;
    let grade = imported.filled.grade.clone();
    Audit { items, sums, grade, findings, template, evaluation, edits }
}

impl Audit {
    /// Indicators whose rule gives another score than the table has.
    pub fn differing(&self) -> impl Iterator<Item = &Audited> {
        self.items.iter().filter(|item| item.verdict == Verdict::Differs)
    }

    /// Indicators that somebody has to look at, with what the table has.
    pub fn open(&self) -> impl Iterator<Item = &Audited> {
        self.items.iter().filter(|item| item.verdict.is_open())
    }

    /// The edits that make an evaluation of the table. Scores that differ from what the rule gives count where `kept`
    /// has a reason for them; those that the rule cannot come to by what the table says count as they are, with that as
    /// their reason.
    pub fn edits(&self, kept: &Kept) -> Vec<Edit> {
        let decided = self.items.iter().filter_map(|item| {
            let given = kept.get(&item.item).map(|reason| reason.trim()).filter(|reason| !reason.is_empty());
            self.decided(item, given)
        });
        self.edits.iter().cloned().chain(decided).collect()
    }

    /// What becomes of the score that the table has for the indicator.
    fn decided(&self, item: &Audited, given: Option<&str>) -> Option<Edit> {
        let score = item.stated?;
        let of = || item.item.clone();
        let overriding =
            |reason: String| Edit::SetOverride { item: of(), to: Some(Override { score, reason }) };
        match (given, item.verdict) {
            (Some(given), verdict) if verdict.is_open() => Some(overriding(given.to_owned())),
            (None, Verdict::Undecided) => Some(overriding(item.provenance())),
            // The rule counts; what the table has is not forgotten.
            (None, Verdict::Differs) => {
                let before =
                    self.evaluation.item(&item.item).map(|entry| entry.remark.as_str()).unwrap_or_default();
                Some(Edit::SetRemark { item: of(), text: item.with_typed(before) })
            }
            _ => None,
        }
    }

    /// The evaluation that these edits make.
    pub fn evaluation(&self, kept: &Kept) -> Evaluation {
        let edits = self.edits(kept);
        let overrides = edits.get(self.edits.len()..).unwrap_or_default();
        // Scores outside the limits are no overrides: see `Verdict::Impossible`.
        let apply = |evaluation: Evaluation, edit: &Edit| {
            evaluation.apply(&self.template, edit).unwrap_or(evaluation)
        };
        overrides.iter().fold(self.evaluation.clone(), apply)
    }

    /// The template that the table makes.
    pub fn template(&self) -> &Template {
        &self.template
    }
}
