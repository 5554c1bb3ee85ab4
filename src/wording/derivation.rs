//! A derivation as one would write it under 扣分原因.

use super::curve::OnLine;
use super::less::less;
use super::rate::Rate;
use super::steps::Steps;
use super::{all_labelled, in_turn, kept, listed, listed_clauses, percent_plain};
use crate::number::{fixed, plain, round};
use crate::scoring::{Chosen, Comparison, Derivation, Kept, Term, TierWorth};
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
            Self::Band { option, from, to, to_included } => {
                let close = if *to_included { ']' } else { ')' };
                let range = format!("[{}, {}{close}", fixed(*from, decimals), fixed(*to, decimals));
                ends("why-band").with("option", option.text(lang)).with("range", range).text(lang)
            }
            Self::Rate { points, source, direction, quotient, share, limit, kept } => {
                let (points, quotient, share) = (*points, *quotient, *share);
                let (direction, limit, kept) = (*direction, *limit, *kept);
                let rate = Rate { points, source, direction, quotient, share, limit, kept };
                rate.words(lang, score, decimals, &result)
            }
            Self::InBand { source, value, band, worth } => {
                let source = source.with_value(lang, *value, band.is_share(), |shown| band.holds(shown));
                let message = match &**worth {
                    Self::Band { .. } => {
                        Message::new("why-within-band").with("worth", worth.text(lang, score, decimals))
                    }
                    _ => ends("why-in-band")
                        .with("band", band.text(lang))
                        .with("worth", band_worth(lang, worth, &result)),
                };
                message.with("source", source).text(lang)
            }
            Self::Steps { source, value, share, start, terms, kept } => {
                let (value, share, start, kept) = (*value, *share, *start, *kept);
                Steps { source, value, share, start, terms, kept }.words(lang, score, decimals, &result)
            }
            Self::Curve { source, value, share, full, on, kept } => {
                let (value, share, full, on, kept) = (*value, *share, *full, *on, *kept);
                OnLine { source, value, share, full, on, kept }.words(lang, score, decimals, &result)
            }
            Self::PerUnit { source, counted, most, points, kept } => {
                let most =
                    most.map(|most| Message::new("why-most-units").with("units", plain(most)).text(lang));
                let message = Message::new("why-per-unit").with("counted", plain(*counted));
                let product = message.with("points", plain(*points)).text(lang);
                let source = source.words(lang, None);
                let text = listed_clauses(lang, [Some(source), most, Some(product)].into_iter().flatten());
                format!("{} = {result}", super::kept(lang, text, *kept))
            }
            Self::Value { source, value, kept } => {
                let source = source.with_value(lang, *value, false, |shown| {
                    *kept != Kept::default()
                        || score.is_none_or(|score| round(shown, decimals) == round(score, decimals))
                });
                format!("{} = {result}", super::kept(lang, source, *kept))
            }
            Self::Target(comparison) => target(lang, comparison, &result),
            Self::Alternatives { chosen, left, kept } => {
                alternatives(lang, (chosen, left), *kept, decimals, &result)
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
    let message = Message::new("why-target").with("target", &comparison.target);
    let text = message.with("actual", &comparison.actual).with("verdict", tr(lang, verdict)).text(lang);
    if result.is_empty() { text } else { format!("{text} = {result}") }
}

fn alternatives(
    lang: Lang,
    (chosen, left): (&[Chosen], &[Label]),
    limits: Kept,
    decimals: u32,
    result: &str,
) -> String {
    let term = |one: &Chosen| {
        let words = one.derivation.text(lang, Some(one.points), decimals);
        Message::new("why-alternative").with("label", &one.label).with("words", words).text(lang)
    };
    let terms = in_turn(lang, chosen.iter().map(term));
    let sum = match chosen.len() {
        1 => terms,
        _ if limits == Kept::default() => {
            Message::new("why-alternatives").with("terms", terms).with("result", result).text(lang)
        }
        _ => {
            let sum = chosen.iter().fold(Decimal::ZERO, |sum, one| sum.saturating_add(one.points));
            let message = Message::new("why-alternatives").with("terms", terms);
            let sum = message.with("result", fixed(sum, decimals)).text(lang);
            in_turn(lang, [sum, format!("{} = {result}", listed_clauses(lang, super::limits(lang, limits)))])
        }
    };
    if left.is_empty() {
        return sum;
    }
    Message::new("why-alternatives-left").with("sum", sum).with("left", listed(lang, left)).text(lang)
}
