//! A derivation as one would write it under 扣分原因.

use super::less::less;
use super::steps::steps;
use super::{all_labelled, in_turn, listed};
use crate::number::{fixed, percent, plain};
use crate::scoring::{Chosen, Comparison, Derivation, Source, Term};
use crate::template::{Direction, Label};
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

impl Derivation {
    /// The derivation as one would write it under 扣分原因, ending with the score:
    /// `7 − 2.00（支出依据不合规）= 5.00`. `decimals` are those of the score.
    pub fn text(&self, lang: Lang, score: Option<Decimal>, decimals: u32) -> String {
        let result = score.map(|score| fixed(score, decimals)).unwrap_or_default();
        let ends = |key| Message::new(key).with("result", &result);
        match self {
            Self::None(waiting) => tr(lang, waiting.key()),
            Self::NoInformation => tr(lang, "state-no-information"),
            Self::NotApplicable => tr(lang, "state-not-applicable"),
            Self::Gates { unmet } => ends("why-gates").with("unmet", listed(lang, unmet)).text(lang),
            Self::Parts { met, unmet } => parts(lang, met, unmet, &result),
            Self::AllParts { unmet } if unmet.is_empty() => ends("why-all-parts").text(lang),
            Self::AllParts { unmet } => {
                ends("why-not-all-parts").with("unmet", listed(lang, unmet)).text(lang)
            }
            Self::Tier { option } => format!("{} = {result}", option.text(lang)),
            Self::Band { option, from, to, to_included } => {
                let close = if *to_included { ']' } else { ')' };
                let range = format!("[{}, {}{close}", fixed(*from, decimals), fixed(*to, decimals));
                ends("why-band").with("option", option.text(lang)).with("range", range).text(lang)
            }
            Self::Rate { points, source, direction, quotient, share, cut_off } => {
                let rate = Rate { quotient: *quotient, share: *share, cut_off: *cut_off };
                rate.words(lang, *points, source, *direction, &result)
            }
            Self::InBand { source, value, band, worth } => {
                let source = source.with_value(lang, *value, true);
                let message = match &**worth {
                    Self::Band { .. } => {
                        Message::new("why-within-band").with("worth", worth.text(lang, score, decimals))
                    }
                    _ => ends("why-in-band").with("band", band.text(lang)),
                };
                message.with("source", source).text(lang)
            }
            Self::Steps { source, value, share, start, terms } => {
                let source = source.with_value(lang, *value, *share);
                steps(lang, (source, *share), *start, terms, decimals, &result)
            }
            Self::Curve { source, value, share, cut } => {
                let key = if *cut { "why-curve-cut" } else { "why-curve" };
                ends(key).with("source", source.with_value(lang, *value, *share)).text(lang)
            }
            Self::PerUnit { source, counted, points } => ends("why-per-unit")
                .with("source", source.words(lang, None))
                .with("counted", plain(*counted))
                .with("points", plain(*points))
                .text(lang),
            Self::Value { source, value } => {
                format!("{} = {result}", source.with_value(lang, *value, false))
            }
            Self::Target(comparison) => target(lang, comparison, &result),
            Self::Alternatives { chosen, left } => alternatives(lang, chosen, left, decimals, &result),
            Self::ZeroDenominator => ends("why-zero-denominator").text(lang),
            Self::Free => ends("why-free").text(lang),
            Self::Full => result,
            Self::Less { from, base, taken, floor } => {
                less(lang, from, *base, (taken, *floor), decimals, &result)
            }
            Self::Overridden { rule, computed, reason } => {
                let computed = computed_text(lang, rule, *computed, decimals);
                ends("why-overridden").with("computed", computed).with("reason", reason).text(lang)
            }
            Self::Vetoed { rule, computed, label } => {
                let computed = computed_text(lang, rule, *computed, decimals);
                ends("why-vetoed").with("label", label.text(lang)).with("computed", computed).text(lang)
            }
        }
    }
}

fn computed_text(lang: Lang, rule: &Derivation, computed: Option<Decimal>, decimals: u32) -> String {
    match computed {
        Some(_) => rule.text(lang, computed, decimals),
        None => tr(lang, "why-unscored"),
    }
}

fn parts(lang: Lang, met: &[Term], unmet: &[Term], result: &str) -> String {
    let all = |terms: &[Term]| all_labelled(lang, terms.iter().map(|term| (&term.label, term.points)));
    let sum = if met.is_empty() { "0".to_owned() } else { all(met).join(" + ") };
    let sum = format!("{sum} = {result}");
    if unmet.is_empty() {
        return sum;
    }
    Message::new("why-parts-unmet").with("sum", sum).with("unmet", listed(lang, all(unmet))).text(lang)
}

/// What was measured, what counts of it, and below what nothing counts; as shares.
struct Rate {
    quotient: Decimal,
    share: Decimal,
    cut_off: Option<Decimal>,
}

impl Rate {
    fn words(
        &self,
        lang: Lang,
        points: Decimal,
        source: &Source,
        direction: Direction,
        result: &str,
    ) -> String {
        let (quotient, share) = (percent(self.quotient), percent(self.share));
        let product = format!("{} × {share} = {result}", plain(points));
        let is_pair = matches!(source, Source::Ratio { .. } | Source::Funds { .. });
        let complement = (direction == Direction::Complement && !is_pair)
            .then(|| Message::new("why-rate-complement").with("share", &quotient).text(lang));
        let counted = match self.cut_off.filter(|cut_off| self.quotient < *cut_off) {
            Some(cut_off) => Some(Message::new("why-rate-cut").with("cut-off", percent(cut_off))),
            None if self.quotient != self.share => {
                Some(Message::new("why-rate-counted").with("counted", share))
            }
            None => None,
        };
        let counted = counted.map(|message| message.with("share", quotient).text(lang));
        let words = Some(source.words(lang, Some(direction))).filter(|words| !words.is_empty());
        in_turn(lang, [words, complement, counted, Some(product)].into_iter().flatten())
    }
}

fn target(lang: Lang, comparison: &Comparison, result: &str) -> String {
    let verdict = match comparison.met {
        Some(true) => "why-target-met",
        Some(false) => "why-target-not-met",
        None => "why-target-not-judged",
    };
    let message = Message::new("why-target").with("target", &comparison.target);
    let text = message.with("actual", &comparison.actual).with("verdict", tr(lang, verdict)).text(lang);
    if result.is_empty() { text } else { format!("{text} = {result}") }
}

fn alternatives(lang: Lang, chosen: &[Chosen], left: &[Label], decimals: u32, result: &str) -> String {
    let term = |one: &Chosen| {
        let words = one.derivation.text(lang, Some(one.points), decimals);
        Message::new("why-alternative").with("label", &one.label).with("words", words).text(lang)
    };
    let terms = in_turn(lang, chosen.iter().map(term));
    let sum = match chosen.len() {
        1 => terms,
        _ => Message::new("why-alternatives").with("terms", terms).with("result", result).text(lang),
    };
    if left.is_empty() {
        return sum;
    }
    Message::new("why-alternatives-left").with("sum", sum).with("left", listed(lang, left)).text(lang)
}
