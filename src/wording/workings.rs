//! How a group or the sheet came about.

use super::derivation::tier_words;
use super::digits::{enough, percent_where};
use super::{in_turn, labelled, listed_clauses, percent_plain};
use crate::number::exact::{Exact, exact, fraction, rounded};
use crate::number::{fixed, in_full, plain, round};
use crate::scoring::{ByBand, ChildStanding, Combined, Counted, Naming, NumberRange, TierWorth, Workings};
use crate::template::Label;
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

/// Fewest decimals to which a working may cut what is not rounded.
const LEAST: u32 = 6;

/// What is worked out in one equation, and what is added or taken in a second one: of 加减分 and causes, the first `in_one`
/// belong to the first.
#[derive(Clone, Copy)]
struct Laid {
    digits: u32,
    in_one: usize,
}

impl Workings {
    /// `20 × 36 ÷ 40 − 2.00（封顶） = 16.00`.
    pub fn text(&self, lang: Lang) -> String {
        let signed = self.signed(lang);
        let laid = self.laid(&signed);
        let (before, mut text) = self.how.words(lang, self.points, laid.digits);
        let (in_one, after) = signed.split_at(laid.in_one);
        text += &in_one.iter().map(|term| self.term(lang, term)).collect::<String>();
        if matches!(self.how, Combined::Added { rounded: true, .. }) {
            let rounded = Message::new("source-rounded").with("decimals", self.decimals).text(lang);
            text = listed_clauses(lang, [text, rounded]);
        }
        let left = after.iter().fold(self.score, |left, (points, _)| left.saturating_sub(*points));
        let left = fixed(left, self.decimals);
        let first = format!("{text} = {left}");
        let second = (!after.is_empty()).then(|| {
            let terms: String = after.iter().map(|term| self.term(lang, term)).collect();
            format!("{left}{terms} = {}", fixed(self.score, self.decimals))
        });
        in_turn(lang, before.into_iter().chain([first]).chain(second))
    }

    /// 加减分, then the causes: what each adds, below zero where it takes.
    fn signed(&self, lang: Lang) -> Vec<(Decimal, String)> {
        let adjust = (!self.adjust.is_zero()).then(|| (self.adjust, tr(lang, "workings-adjust")));
        let causes = self.causes.iter().map(|cause| (-cause.points, cause.label.text(lang)));
        adjust.into_iter().chain(causes).collect()
    }

    /// ` − 2.00（封顶）`
    fn term(&self, lang: Lang, (points, label): &(Decimal, String)) -> String {
        let sign = if *points < Decimal::ZERO { '−' } else { '+' };
        format!(" {sign} {}", labelled(lang, in_full(points.abs(), self.decimals), label))
    }

    /// One equation where that comes to the score. A tie is rounded before something is taken from it, which needs two.
    fn laid(&self, signed: &[(Decimal, String)]) -> Laid {
        let all = signed.len();
        let sum = |of: &[(Decimal, String)]| {
            of.iter().fold(Decimal::ZERO, |sum, (points, _)| sum.saturating_add(*points))
        };
        let holds = |in_one: usize, digits: u32| {
            let (one, after) = signed.split_at(in_one);
            let left = self.score.saturating_sub(sum(after));
            let value = self.how.value(self.points, digits).map(|value| value + exact(sum(one)));
            value.is_none_or(|value| {
                rounded(&value, self.decimals) == Some(round(left, self.decimals).normalize())
            })
        };
        let ways =
            (LEAST..=LEAST * 2).flat_map(|digits| (0..=all).rev().map(move |in_one| Laid { digits, in_one }));
        let mut true_ones = ways.filter(|Laid { digits, in_one }| holds(*in_one, *digits));
        true_ones.next().unwrap_or(Laid { digits: LEAST, in_one: all })
    }
}

fn number(value: Decimal, digits: u32) -> String {
    plain(round(value, digits))
}

fn ratio(one: &Counted, digits: u32) -> String {
    format!("{} ÷ {}", number(one.score, digits), plain(one.base))
}

/// The term of a child, and whose it is.
fn of_child(lang: Lang, term: String, one: &Counted) -> String {
    let said = |key| Message::new(key).with("name", &one.name).text(lang);
    let name = match one.standing {
        ChildStanding::Scored => one.name.to_string(),
        ChildStanding::Open => said("workings-open"),
        ChildStanding::NotApplicable => said("workings-not-applicable"),
    };
    labelled(lang, term, &name)
}

/// The same as a number.
fn rate(one: &Counted, digits: u32) -> Option<Exact> {
    fraction(round(one.score, digits), one.base)
}

impl Combined {
    /// What a reader works out who has `digits` decimals of what is not rounded; `None` where a band says what it is worth.
    fn value(&self, points: Decimal, digits: u32) -> Option<Exact> {
        let of_points = |share: Exact| share * exact(points);
        let sum = |children: &[Counted], term: &dyn Fn(&Counted) -> Option<Exact>| {
            children.iter().try_fold(exact(Decimal::ZERO), |sum, one| Some(sum + term(one)?))
        };
        Some(match self {
            Self::Rescaled { score, base } => of_points(fraction(round(*score, digits), *base)?),
            Self::Scaled { score, base } => of_points(fraction(round(*score, digits), *base)?),
            Self::Added { scores, .. } => {
                scores.iter().fold(exact(Decimal::ZERO), |sum, (_, score)| sum + exact(round(*score, digits)))
            }
            Self::Banded { .. } => return None,
            Self::Weighted { children, weights } => {
                let weighed =
                    |one: &Counted| Some(rate(one, digits)? * exact(one.weight.unwrap_or_default()));
                of_points(sum(children, &weighed)? / exact(*weights))
            }
            Self::Mean { children } => {
                of_points(sum(children, &|one| rate(one, digits))? / exact(Decimal::from(children.len())))
            }
            Self::Highest(one) | Self::Lowest(one) => of_points(rate(one, digits)?),
        })
    }

    /// What is said before, if anything, and what is worked out.
    fn words(&self, lang: Lang, points: Decimal, digits: u32) -> (Option<String>, String) {
        let of_points = |key| Message::new(key).with("points", plain(points));
        let terms = |children: &[Counted], term: &dyn Fn(&Counted) -> String| {
            children.iter().map(term).collect::<Vec<_>>().join(" + ")
        };
        let ratio = |one: &Counted| ratio(one, digits);
        let number = |value: Decimal| number(value, digits);
        let text = match self {
            Self::Rescaled { score, base } => {
                let message = of_points("workings-rescaled").with("score", number(*score));
                message.with("base", plain(*base)).text(lang)
            }
            Self::Added { scores, .. } => {
                let term = |(name, score): &(Label, Decimal)| labelled(lang, number(*score), name);
                scores.iter().map(term).collect::<Vec<_>>().join(" + ")
            }
            Self::Weighted { children, weights } => {
                let weighed = |one: &Counted| {
                    let term = format!("{} × {}", percent_plain(one.weight.unwrap_or_default()), ratio(one));
                    of_child(lang, term, one)
                };
                let message = of_points("workings-weighted").with("terms", terms(children, &weighed));
                let text = message.text(lang);
                if *weights == Decimal::ONE {
                    return (None, text);
                }
                let message = Message::new("workings-weights").with("weighted", text);
                message.with("weights", percent_plain(*weights)).text(lang)
            }
            Self::Mean { children } => {
                let term = |one: &Counted| of_child(lang, ratio(one), one);
                let message = of_points("workings-mean").with("terms", terms(children, &term));
                message.with("count", children.len()).text(lang)
            }
            Self::Scaled { score, base } => {
                format!("{} × {} ÷ {}", plain(points), number(*score), plain(*base))
            }
            Self::Highest(one) => {
                of_points("workings-highest").with("ratio", ratio(one)).with("name", &one.name).text(lang)
            }
            Self::Lowest(one) => {
                of_points("workings-lowest").with("ratio", ratio(one)).with("name", &one.name).text(lang)
            }
            Self::Banded { by, value, band } => return banded(lang, by, *value, *band),
        };
        (None, text)
    }
}

/// The number that is looked up and its band, and what that is worth.
fn banded(
    lang: Lang,
    by: &ByBand,
    value: Decimal,
    band: Option<(NumberRange, TierWorth)>,
) -> (Option<String>, String) {
    let Some((range, worth)) = band else {
        let none = listed_clauses(lang, [by.words(lang, value, None), tr(lang, "workings-in-no-band")]);
        return (Some(none), Message::new("why-band-points").with("points", 0).text(lang));
    };
    let named = Message::new("workings-in-band").with("band", Naming::Range(range).text(lang));
    let by = by.words(lang, value, Some(range));
    (Some(listed_clauses(lang, [by, named.text(lang)])), tier_words(lang, &worth))
}

impl ByBand {
    /// The number that is looked up, with digits that tell in which band it is.
    fn words(&self, lang: Lang, value: Decimal, band: Option<NumberRange>) -> String {
        let band = band.map(Naming::Range);
        let holds = |shown: Decimal| band.as_ref().is_none_or(|band| band.holds(shown));
        let shown = || {
            let digits = enough(2, |digits| holds(round(value, digits)));
            plain(round(value, digits))
        };
        match self {
            Self::Sum { score, scaled: None } => {
                Message::new("workings-by-sum").with("value", plain(*score)).text(lang)
            }
            Self::Sum { score, scaled: Some((all, base)) } => {
                let sum = format!("{} × {} ÷ {}", number(*score, LEAST), plain(*all), plain(*base));
                let sum = Message::new("workings-by-sum").with("value", sum).text(lang);
                let message = Message::new("source-value").with("source", sum);
                message.with("number", shown()).text(lang)
            }
            Self::Mean(children) => {
                let term = |(points, one): &(Decimal, Counted)| {
                    let term = match *points == one.base {
                        true => number(one.score, LEAST),
                        false => format!("{} × {}", plain(*points), ratio(one, LEAST)),
                    };
                    of_child(lang, term, one)
                };
                let terms: Vec<String> = children.iter().map(term).collect();
                let mean = match terms.as_slice() {
                    [one] => one.clone(),
                    terms => {
                        let message = Message::new("source-mean-of").with("terms", terms.join(" + "));
                        message.with("count", terms.len()).text(lang)
                    }
                };
                let message = Message::new("workings-by-mean").with("mean", mean);
                message.with("value", shown()).text(lang)
            }
            Self::Rate { score, base } => {
                let message = Message::new("workings-by-rate").with("score", number(*score, LEAST));
                let message = message.with("base", plain(*base));
                message.with("value", percent_where(value, holds)).text(lang)
            }
        }
    }
}
