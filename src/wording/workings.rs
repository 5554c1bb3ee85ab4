//! How a group or the sheet came about.

use super::derivation::tier_words;
use super::digits::percent_where;
use super::{in_turn, labelled, listed_clauses, percent_plain};
use crate::number::{fixed, plain, round};
use crate::scoring::{ByBand, Combined, Counted, Naming, NumberRange, Workings};
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

/// Decimals of what is not rounded, as a working shows it.
const UNROUNDED: u32 = 6;

impl Workings {
    /// `20 × 36 ÷ 40 − 2.00（封顶） = 16.00`.
    pub fn text(&self, lang: Lang) -> String {
        let (before, mut text) = self.how.words(lang, self.points);
        let adjust = (!self.adjust.is_zero()).then(|| (self.adjust, tr(lang, "workings-adjust")));
        let causes = self.causes.iter().map(|cause| (-cause.points, cause.label.text(lang)));
        for (points, label) in adjust.into_iter().chain(causes) {
            let sign = if points < Decimal::ZERO { '−' } else { '+' };
            let number = fixed(points.abs(), self.decimals.max(points.normalize().scale().min(UNROUNDED)));
            text += &format!(" {sign} {}", labelled(lang, number, &label));
        }
        if matches!(self.how, Combined::Added { .. }) {
            let rounded = Message::new("source-rounded").with("decimals", self.decimals).text(lang);
            text = listed_clauses(lang, [text, rounded]);
        }
        let result = format!("{text} = {}", fixed(self.score, self.decimals));
        in_turn(lang, before.into_iter().chain([result]))
    }
}

fn number(value: Decimal) -> String {
    plain(round(value, UNROUNDED))
}

fn ratio(one: &Counted) -> String {
    format!("{} ÷ {}", number(one.score), plain(one.base))
}

impl Combined {
    /// What is said before, if anything, and what is worked out.
    fn words(&self, lang: Lang, points: Decimal) -> (Option<String>, String) {
        let of_points = |key| Message::new(key).with("points", plain(points));
        let terms = |children: &[Counted], term: fn(&Counted) -> String| {
            children.iter().map(term).collect::<Vec<_>>().join(" + ")
        };
        let text = match self {
            Self::Rescaled { score, base } => {
                let message = of_points("workings-rescaled").with("score", number(*score));
                message.with("base", plain(*base)).text(lang)
            }
            Self::Added { scores } => {
                scores.iter().map(|score| number(*score)).collect::<Vec<_>>().join(" + ")
            }
            Self::Weighted { children, weights } => {
                let weighed = |one: &Counted| {
                    format!("{} × {}", percent_plain(one.weight.unwrap_or_default()), ratio(one))
                };
                let message = of_points("workings-weighted").with("terms", terms(children, weighed));
                let text = message.text(lang);
                if *weights == Decimal::ONE { text } else { format!("{text} ÷ {}", percent_plain(*weights)) }
            }
            Self::Mean { children } => {
                let message = of_points("workings-mean").with("terms", terms(children, ratio));
                message.with("count", children.len()).text(lang)
            }
            Self::Scaled { score, base } => {
                format!("{} × {} ÷ {}", plain(points), number(*score), plain(*base))
            }
            Self::Highest(one) => of_points("workings-highest").with("ratio", ratio(one)).text(lang),
            Self::Lowest(one) => of_points("workings-lowest").with("ratio", ratio(one)).text(lang),
            Self::Banded { by, value, band } => {
                let Some((range, worth)) = band else {
                    let by = by.words(lang, *value, None);
                    let none = listed_clauses(lang, [by, tr(lang, "workings-in-no-band")]);
                    let nothing = Message::new("why-band-points").with("points", 0).text(lang);
                    return (Some(none), nothing);
                };
                let named = Message::new("workings-in-band").with("band", Naming::Range(*range).text(lang));
                let by = by.words(lang, *value, Some(*range));
                return (Some(listed_clauses(lang, [by, named.text(lang)])), tier_words(lang, worth));
            }
        };
        (None, text)
    }
}

impl ByBand {
    /// The number that is looked up, with digits that tell in which band it is.
    fn words(&self, lang: Lang, value: Decimal, band: Option<NumberRange>) -> String {
        let band = band.map(Naming::Range);
        let holds = |shown: Decimal| band.as_ref().is_none_or(|band| band.holds(shown));
        let shown = || {
            let digits = super::digits::enough(2, |digits| holds(round(value, digits)));
            plain(round(value, digits))
        };
        match self {
            Self::Sum { score, scaled: None } => {
                Message::new("workings-by-sum").with("value", plain(*score)).text(lang)
            }
            Self::Sum { score, scaled: Some((all, base)) } => {
                let sum = format!("{} × {} ÷ {}", number(*score), plain(*all), plain(*base));
                let sum = Message::new("workings-by-sum").with("value", sum).text(lang);
                let message = Message::new("source-value").with("source", sum);
                message.with("number", shown()).text(lang)
            }
            Self::Mean(children) => {
                let term = |(points, one): &(Decimal, Counted)| match *points == one.base {
                    true => number(one.score),
                    false => format!("{} × {}", plain(*points), ratio(one)),
                };
                let terms: Vec<String> = children.iter().map(term).collect();
                let message = Message::new("source-mean-of").with("terms", terms.join(" + "));
                let mean = message.with("count", children.len()).text(lang);
                let message = Message::new("workings-by-mean").with("mean", mean);
                message.with("value", shown()).text(lang)
            }
            Self::Rate { score, base } => {
                let message = Message::new("workings-by-rate").with("score", number(*score));
                let message = message.with("base", plain(*base));
                message.with("value", percent_where(value, holds)).text(lang)
            }
        }
    }
}
