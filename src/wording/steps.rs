//! So many points for each unit beyond a threshold.

use super::digits::enough;
use super::{in_turn, kept, listed_clauses, percent_plain};
use crate::number::{fixed, plain, round};
use crate::scoring::{Kept, Source, StepTerm};
use crate::template::{Counting, Side, Step};
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

/// Where points begin, what was taken and given, and the limit.
pub(super) struct Steps<'a> {
    pub source: &'a Source,
    pub value: Decimal,
    /// `value` is read in per cent.
    pub share: bool,
    pub start: Decimal,
    pub terms: &'a [StepTerm],
    pub kept: Kept,
}

impl Steps<'_> {
    pub(super) fn words(&self, lang: Lang, score: Option<Decimal>, decimals: u32, result: &str) -> String {
        let terms: Vec<&StepTerm> = self.terms.iter().filter(|term| !term.change.is_zero()).collect();
        let source = self.source.with_value(lang, self.value, self.share, |shown| {
            terms.iter().all(|term| units(term, shown) == Some(term.units))
        });
        if terms.is_empty() {
            let key = if self.terms.is_empty() { "why-within-standard" } else { "why-less-than-a-unit" };
            let start = Message::new("why-start").with("start", plain(self.start)).text(lang);
            let first = listed_clauses(lang, [source, tr(lang, key)]);
            return in_turn(lang, [first, format!("{} = {result}", kept(lang, start, self.kept))]);
        }
        // All terms with the same digits: as many as lead to the score.
        let leads_to_score = |digits: u32| {
            let sum = terms.iter().fold(self.start, |sum, term| {
                let change = round(term.change, digits);
                if term.step.gives { sum.saturating_add(change) } else { sum.saturating_sub(change) }
            });
            self.kept != Kept::default()
                || score.is_none_or(|score| round(sum, decimals) == round(score, decimals))
        };
        let of_terms = terms.iter().map(|term| term.change.scale()).max().unwrap_or_default();
        let digits = if of_terms <= 4 { decimals.max(of_terms) } else { enough(decimals, leads_to_score) };
        let mut text = plain(self.start);
        for StepTerm { step, units, change } in terms {
            let sign = if step.gives { '+' } else { '−' };
            let term = super::labelled(lang, fixed(*change, digits), &one(lang, step, self.share, *units));
            text += &format!(" {sign} {term}");
        }
        in_turn(lang, [source, format!("{} = {result}", kept(lang, text, self.kept))])
    }
}

/// The units that a reader counts for what is printed of the number.
fn units(StepTerm { step, .. }: &StepTerm, shown: Decimal) -> Option<Decimal> {
    let distance = match step.side {
        Side::Below => step.at.checked_sub(shown)?,
        Side::Above => shown.checked_sub(step.at)?,
        Side::Both => shown.checked_sub(step.at)?.abs(),
    };
    let units = distance.checked_div(step.unit)?;
    Some(match step.counting {
        Counting::Whole => units.floor(),
        Counting::Begun => units.ceil(),
        Counting::Proportional => round(units, 4).normalize(),
    })
}

/// `低于 80%，每低 1% 扣 0.5 分，不满不计，计 2 个，最多扣 3 分`
fn one(lang: Lang, step: &Step, share: bool, units: Decimal) -> String {
    let number = |value: Decimal| if share { percent_plain(value) } else { plain(value) };
    let key = match (step.side, step.gives) {
        (Side::Below, false) => "why-step-below",
        (Side::Above, false) => "why-step-above",
        (Side::Both, false) => "why-step-off",
        (Side::Below, true) => "why-step-below-gives",
        (Side::Above, true) => "why-step-above-gives",
        (Side::Both, true) => "why-step-off-gives",
    };
    let counting = match step.counting {
        Counting::Whole => "why-step-whole",
        Counting::Begun => "why-step-begun",
        Counting::Proportional => "why-step-proportional",
    };
    let most = step.most.map(|most| {
        let key = if step.gives { "why-step-most-gives" } else { "why-step-most" };
        Message::new(key).with("most", plain(most)).text(lang)
    });
    Message::new(key)
        .with("at", number(step.at))
        .with("unit", number(step.unit))
        .with("points", plain(step.points))
        .with("counting", tr(lang, counting))
        .with("units", plain(units))
        .with("most", most.unwrap_or_default())
        .text(lang)
}
