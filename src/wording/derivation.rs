//! A derivation as one would write it under 扣分原因.

use super::curve::OnLine;
use super::less::less;
use super::rate::Rate;
use super::steps::Steps;
use super::{all_labelled, in_turn, kept, listed, listed_clauses, percent_plain};
use crate::number::{fixed, plain, round};
use crate::scoring::{Chosen, Comparison, Derivation, Kept, PointsRange, Term, TierWorth};
use crate::template::Label;
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
            Self::Parts { met, unmet, kept } => parts(lang, (met, unmet), *kept, &result),
            Self::AllParts { unmet, full } if unmet.is_empty() => {
                ends("why-all-parts").with("full", plain(*full)).text(lang)
            }
            Self::AllParts { unmet, .. } => {
                ends("why-not-all-parts").with("unmet", listed(lang, unmet)).text(lang)
            }
            Self::Tier { option, worth, kept } => {
                let words = match worth {
                    TierWorth::Points(_) => option.text(lang),
                    TierWorth::Share { full, share } => of_full(lang, &option.text(lang), *full, *share),
                };
                format!("{} = {result}", super::kept(lang, words, *kept))
            }
            Self::Band { option, range } => {
                let message = Message::new("why-band").with("option", option.text(lang));
                message.with("range", chosen_within(lang, *range, decimals, &result)).text(lang)
            }
            Self::Rate { points, source, direction, quotient, share, fraction, limit, kept } => {
                let (points, quotient, share) = (*points, *quotient, *share);
                let (direction, fraction, limit, kept) = (*direction, *fraction, *limit, *kept);
                let rate = Rate { points, source, direction, quotient, share, fraction, limit, kept };
                rate.words(lang, score, decimals, &result)
            }
            Self::InBand { source, value, band, worth } => {
                let source = source.with_value(lang, *value, band.is_share(), |shown| band.holds(shown));
                let message = match &**worth {
                    Self::Band { range, .. } => {
                        let range = chosen_within(lang, *range, decimals, &result);
                        Message::new("why-within-band").with("range", range)
                    }
                    _ => Message::new("why-in-band").with("worth", band_worth(lang, worth, &result)),
                };
                message.with("source", source).with("band", band.text(lang)).text(lang)
            }
            Self::Steps { source, value, share, start, steps, terms, kept } => {
                let (value, share, start, kept) = (*value, *share, *start, *kept);
                Steps { source, value, share, start, steps, terms, kept }
                    .words(lang, score, decimals, &result)
            }
            Self::Curve { source, value, share, full, on, kept } => {
                let (value, share, full, on, kept) = (*value, *share, *full, *on, *kept);
                OnLine { source, value, share, full, on, kept }.words(lang, score, decimals, &result)
            }
            Self::PerUnit { source, value, share, counted, most, points, kept } => {
                let most =
                    most.map(|most| Message::new("why-most-units").with("units", plain(most)).text(lang));
                let message = Message::new("why-per-unit").with("counted", plain(*counted));
                let product = message.with("points", plain(*points)).text(lang);
                let is_counted =
                    |shown: Decimal| most.is_some() || shown.floor().max(Decimal::ZERO) == *counted;
                let source = source.with_value(lang, *value, *share, is_counted);
                let whole = if *share { "why-whole-share" } else { "why-whole-number" };
                let source = Message::new(whole).with("source", source).text(lang);
                let text = listed_clauses(lang, [Some(source), most, Some(product)].into_iter().flatten());
                format!("{} = {result}", super::kept(lang, text, *kept))
            }
            Self::Value { source, value, kept } => {
                let source = source.with_value(lang, *value, false, |shown| {
                    *kept != Kept::default()
                        || score.is_none_or(|score| round(shown, decimals) == round(score, decimals))
                });
                let source = Message::new("why-value").with("source", source).text(lang);
                format!("{} = {result}", super::kept(lang, source, *kept))
            }
            Self::Target(comparison) => target(lang, comparison, &result),
            Self::Alternatives { chosen, left, kept } => {
                OfAlternatives { path: None, chosen, left, limits: *kept }.words(lang, decimals, &result)
            }
            Self::ZeroDenominator { points } => {
                ends("why-zero-denominator").with("points", plain(*points)).text(lang)
            }
            Self::Free => ends("why-free").text(lang),
            Self::Full => result,
            Self::Less { from, base, taken, floor } => {
                less(lang, from, *base, (taken, *floor), (score, decimals), &result)
            }
            Self::Overridden { rule, computed, reason } => {
                let computed = rule.before(lang, *computed, decimals);
                ends("why-overridden").with("computed", computed).with("reason", reason).text(lang)
            }
            Self::Vetoed { rule, computed, label } => {
                let computed = rule.before(lang, *computed, decimals);
                ends("why-vetoed").with("label", label.text(lang)).with("computed", computed).text(lang)
            }
        }
    }

    /// What the rule came to before somebody or something else decided; what it still waited for is nobody's question
    /// any more.
    pub fn before(&self, lang: Lang, computed: Option<Decimal>, decimals: u32) -> String {
        match self {
            Self::None(_) => tr(lang, "state-unscored"),
            rule => rule.text(lang, computed, decimals),
        }
    }
}

fn parts(lang: Lang, (met, unmet): (&[Term], &[Term]), limits: Kept, result: &str) -> String {
    let all = |terms: &[Term]| all_labelled(lang, terms.iter().map(|term| (&term.label, term.points)));
    let sum = if met.is_empty() { "0".to_owned() } else { all(met).join(" + ") };
    let sum = format!("{} = {result}", kept(lang, sum, limits));
    if unmet.is_empty() {
        return sum;
    }
    Message::new("why-parts-unmet").with("sum", sum).with("unmet", listed(lang, all(unmet))).text(lang)
}

/// `达到 90%：10 × 50% = 5.00`, without the result.
fn of_full(lang: Lang, option: &str, full: Decimal, share: Decimal) -> String {
    let message = Message::new("why-share-of").with("option", option).with("full", plain(full));
    message.with("share", percent_plain(share)).text(lang)
}

/// What a band is worth.
pub(super) fn tier_words(lang: Lang, worth: &TierWorth) -> String {
    match worth {
        TierWorth::Points(points) => {
            Message::new("why-band-points").with("points", plain(*points)).text(lang)
        }
        TierWorth::Share { full, share } => of_full(lang, &tr(lang, "why-band-share"), *full, *share),
    }
}

/// `9.0～12.0 分（不含 12.0 分）：酌定 9.5`
fn chosen_within(lang: Lang, range: PointsRange, decimals: u32, result: &str) -> String {
    let PointsRange { from, to, to_included } = range;
    let key = if to_included { "why-band-range" } else { "why-band-range-below" };
    let message = Message::new(key).with("from", fixed(from, decimals)).with("to", fixed(to, decimals));
    message.with("result", result).text(lang)
}

/// What a band is worth, and that it is that.
fn band_worth(lang: Lang, worth: &Derivation, result: &str) -> String {
    let Derivation::Tier { worth, kept: limits, .. } = worth else { return result.to_owned() };
    format!("{} = {result}", kept(lang, tier_words(lang, worth), *limits))
}

fn target(lang: Lang, comparison: &Comparison, result: &str) -> String {
    let verdict = match comparison.met {
        Some(true) => "why-target-met",
        Some(false) => "why-target-not-met",
        None => "why-target-not-judged",
    };
    // Somebody said so where the two could not be compared.
    let key = match comparison.worked_out || comparison.met.is_none() {
        true => "why-target",
        false => "why-target-judged",
    };
    let message = Message::new(key).with("target", &comparison.target);
    let text = message.with("actual", &comparison.actual).with("verdict", tr(lang, verdict)).text(lang);
    if result.is_empty() { text } else { format!("{text} = {result}") }
}

/// Alternatives that were chosen, each with the name of those around it (`path`): `甲 › 乙：… = 3`.
struct OfAlternatives<'a> {
    path: Option<String>,
    chosen: &'a [Chosen],
    left: &'a [Label],
    limits: Kept,
}

impl OfAlternatives<'_> {
    fn words(&self, lang: Lang, decimals: u32, result: &str) -> String {
        let terms = in_turn(lang, self.chosen.iter().map(|one| self.term(lang, one, decimals)));
        let sum = match self.chosen.len() {
            1 => terms,
            _ if self.limits == Kept::default() => self.sum(lang, terms, result),
            _ => {
                let sum = self.chosen.iter().fold(Decimal::ZERO, |sum, one| sum.saturating_add(one.points));
                let sum = self.sum(lang, terms, &fixed(sum, decimals));
                let limits = listed_clauses(lang, super::limits(lang, self.limits));
                in_turn(lang, [sum, format!("{limits} = {result}")])
            }
        };
        if self.left.is_empty() {
            return sum;
        }
        let left = self.left.iter().map(|label| self.named(lang, label));
        Message::new("why-alternatives-left").with("sum", sum).with("left", listed(lang, left)).text(lang)
    }

    fn term(&self, lang: Lang, Chosen { label, points, derivation }: &Chosen, decimals: u32) -> String {
        let label = self.named(lang, label);
        if let Derivation::Alternatives { chosen, left, kept } = derivation {
            let within = OfAlternatives { path: Some(label), chosen, left, limits: *kept };
            return within.words(lang, decimals, &fixed(*points, decimals));
        }
        let words = derivation.text(lang, Some(*points), decimals);
        Message::new("why-alternative").with("label", label).with("words", words).text(lang)
    }

    fn named(&self, lang: Lang, label: &str) -> String {
        match &self.path {
            Some(path) => {
                Message::new("why-alternative-within").with("path", path).with("label", label).text(lang)
            }
            None => label.to_owned(),
        }
    }

    fn sum(&self, lang: Lang, terms: String, result: &str) -> String {
        let message = match &self.path {
            Some(path) => Message::new("why-alternatives-within").with("path", path),
            None => Message::new("why-alternatives"),
        };
        message.with("terms", terms).with("result", result).text(lang)
    }
}
