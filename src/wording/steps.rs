//! So many points for each unit beyond a threshold.

use super::digits::{enough, percent_to};
use super::{in_turn, kept, listed_clauses, percent_plain};
use crate::number::exact::{exact, fraction, rounded};
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
    pub steps: &'a [Step],
    pub terms: &'a [StepTerm],
    pub kept: Kept,
}

impl Steps<'_> {
    pub(super) fn words(&self, lang: Lang, score: Option<Decimal>, decimals: u32, result: &str) -> String {
        let terms: Vec<&StepTerm> = self.terms.iter().filter(|term| !term.change.is_zero()).collect();
        let least = if self.share { 2 } else { self.value.normalize().scale().min(4) };
        let digits = enough(least, |digits| self.leads_to(&terms, score, decimals, digits));
        let shown = self.as_printed(digits);
        let number = if self.share { percent_to(self.value, digits) } else { plain(shown) };
        let source = self.source.with_number(lang, number.clone(), self.share);
        if terms.is_empty() {
            let key = if self.terms.is_empty() { "why-within-standard" } else { "why-less-than-a-unit" };
            let start = Message::new("why-start").with("start", plain(self.start)).text(lang);
            let source = if self.terms.is_empty() { self.beside_standards(lang, source) } else { source };
            let first = listed_clauses(lang, [source, tr(lang, key)]);
            return in_turn(lang, [first, format!("{} = {result}", kept(lang, start, self.kept))]);
        }
        let mut text = plain(self.start);
        for term in terms {
            text += &self.term(lang, term, &number, decimals);
        }
        in_turn(lang, [source, format!("{} = {result}", kept(lang, text, self.kept))])
    }

    /// What it would have taken to lose or to gain something.
    fn beside_standards(&self, lang: Lang, source: String) -> String {
        let standard = |step: &Step| {
            let at = if self.share { percent_plain(step.at) } else { plain(step.at) };
            let key = match (step.side, step.gives) {
                (Side::Below, false) => "why-standard-below",
                (Side::Above, false) => "why-standard-above",
                (Side::Both, _) => "why-standard-off",
                (Side::Below, true) => "why-standard-below-gives",
                (Side::Above, true) => "why-standard-above-gives",
            };
            Message::new(key).with("at", at).text(lang)
        };
        let all: Vec<String> = self.steps.iter().map(standard).collect();
        let standards = super::joined(all, &tr(lang, "words-comma"));
        Message::new("why-standards").with("standards", standards).with("source", source).text(lang)
    }

    /// The number with so many digits.
    fn as_printed(&self, digits: u32) -> Decimal {
        round(self.value, digits + if self.share { 2 } else { 0 })
    }

    /// A reader comes to the units and to the score from the number with so many digits.
    fn leads_to(&self, terms: &[&StepTerm], score: Option<Decimal>, decimals: u32, digits: u32) -> bool {
        let shown = self.as_printed(digits);
        let points = terms.iter().try_fold(exact(self.start), |sum, term| {
            let change = match is_divided(term) {
                true => fraction(distance(&term.step, shown)?, term.step.unit)? * exact(term.step.points),
                false if units(term, shown) == Some(term.units) => exact(term.change),
                false => return None,
            };
            Some(if term.step.gives { sum + change } else { sum - change })
        });
        let is_free = self.kept != Kept::default();
        points.is_some_and(|points| {
            is_free
                || score.is_none_or(|score| {
                    rounded(&points, decimals) == Some(round(score, decimals).normalize())
                })
        })
    }

    /// What a step takes or gives: ` − 1.50（低于 80%，每低 1% 扣 0.5 分，计 3 个）`, or in proportion
    /// ` −（80% − 76.67%）÷ 1% × 0.5（低于 80%，每低 1% 扣 0.5 分，按比例）`.
    fn term(&self, lang: Lang, term: &StepTerm, number: &str, decimals: u32) -> String {
        let label = one(lang, term, self.share);
        let sign = if term.step.gives { "+" } else { "−" };
        if !is_divided(term) {
            let digits = term.change.normalize().scale().max(decimals);
            return format!(" {sign} {}", super::labelled(lang, fixed(term.change, digits), &label));
        }
        let step = &term.step;
        let at = self.number(step.at);
        let is_below = match step.side {
            Side::Below => true,
            Side::Above => false,
            Side::Both => self.value < step.at,
        };
        let (from, to) = if is_below { (at.as_str(), number) } else { (number, at.as_str()) };
        let points = super::labelled(lang, plain(step.points), &label);
        let message = Message::new("why-step-share").with("sign", sign).with("from", from).with("to", to);
        let term = message.with("unit", self.number(step.unit)).with("points", points).text(lang);
        format!(" {term}")
    }

    fn number(&self, value: Decimal) -> String {
        if self.share { percent_plain(value) } else { plain(value) }
    }
}

/// Its points are in proportion and not limited, so that they stand as a quotient.
fn is_divided(StepTerm { step, change, .. }: &StepTerm) -> bool {
    step.counting == Counting::Proportional && step.most.is_none_or(|most| *change < most)
}

/// How far the number is beyond the threshold.
fn distance(step: &Step, shown: Decimal) -> Option<Decimal> {
    match step.side {
        Side::Below => step.at.checked_sub(shown),
        Side::Above => shown.checked_sub(step.at),
        Side::Both => Some(shown.checked_sub(step.at)?.abs()),
    }
}

/// The units that a reader counts for what is printed of the number.
fn units(StepTerm { step, .. }: &StepTerm, shown: Decimal) -> Option<Decimal> {
    let units = distance(step, shown)?.checked_div(step.unit)?;
    Some(match step.counting {
        Counting::Whole => units.floor(),
        Counting::Begun => units.ceil(),
        Counting::Proportional => round(units, 4).normalize(),
    })
}

/// `低于 80%，每低 1% 扣 0.5 分，不满不计，计 2 个，最多扣 3 分`
fn one(lang: Lang, term: &StepTerm, share: bool) -> String {
    let StepTerm { step, units, .. } = term;
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
    let units =
        (!is_divided(term)).then(|| Message::new("why-step-units").with("units", plain(*units)).text(lang));
    let most = step.most.map(|most| {
        let key = if step.gives { "why-step-most-gives" } else { "why-step-most" };
        Message::new(key).with("most", plain(most)).text(lang)
    });
    Message::new(key)
        .with("at", number(step.at))
        .with("unit", number(step.unit))
        .with("points", plain(step.points))
        .with("counting", tr(lang, counting))
        .with("units", units.unwrap_or_default())
        .with("most", most.unwrap_or_default())
        .text(lang)
}
