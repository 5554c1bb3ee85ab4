//! Where the number of a rule came from.

use super::digits::{enough, percent_where};
use super::{all_labelled, listed, listed_clauses, percent_plain};
use crate::number::{plain, round};
use crate::scoring::{Reading, Source};
use crate::template::{
    Best, Direction, ExemptFrom, FundsRate, Label, LedgerSum, PanelMean, PeerYield, RiskYield, Takes,
};
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

impl Source {
    /// How the number came about; empty where the number says it all.
    pub(super) fn words(&self, lang: Lang, direction: Option<Direction>) -> String {
        match self {
            Self::Rate { .. } => String::new(),
            Self::Ratio { names: [target_name, actual_name], target, actual, exempt } => {
                let named = |label: &Label, value, of: ExemptFrom| {
                    let name = short_name(lang, label);
                    let less = exempt.as_ref().filter(|(exempt, _)| exempt.from == of);
                    let Some((exempt, less)) = less else { return format!("{name} {}", plain(value)) };
                    let message =
                        Message::new("source-less-exempt").with("name", name).with("value", plain(value));
                    message.with("exempt", &exempt.label).with("less", plain(*less)).text(lang)
                };
                let target = named(target_name, *target, ExemptFrom::Target);
                of_pair(lang, direction, target, named(actual_name, *actual, ExemptFrom::Actual))
            }
            Self::Funds { rate, numerator, denominator } => {
                let [of, whole] = funds_names(*rate);
                let named = |key, value| format!("{} {}", tr(lang, key), plain(value));
                of_pair(lang, direction, named(whole, *denominator), named(of, *numerator))
            }
            Self::Number { label, value, unit } => format!("{label} {}{unit}", plain(*value)),
            Self::Deviation { target, actual, signed } => {
                let key = if *signed { "source-deviation-signed" } else { "source-deviation" };
                pair(key, *target, *actual).text(lang)
            }
            Self::Survey { answers, counts, highest } => survey(lang, *answers, counts, *highest),
            Self::Panel { mean, marks, used, decimals } => panel(lang, *mean, marks, used, *decimals),
            Self::Passes { passed, all, failed } => passes(lang, *passed, *all, failed),
            Self::SubSheets { terms } => sub_sheets(lang, terms),
            Self::Peers { own, best, to, rank, units, yields } => match yields {
                PeerYield::Ratio => Message::new(match to {
                    Best::Highest => "source-peers",
                    Best::Lowest => "source-peers-lowest",
                })
                .with("best", plain(*best)),
                PeerYield::Rank => Message::new("source-peers-rank").with("rank", rank).with("units", units),
            }
            .with("own", plain(*own))
            .text(lang),
            Self::Risks { found, applicable, yields, cap } => risks(lang, found, *applicable, *yields, *cap),
            Self::Ledger { sum, number, detail } => {
                let key = match sum {
                    LedgerSum::Count => "source-ledger-count",
                    LedgerSum::Points => "source-ledger-points",
                    LedgerSum::Money => "source-ledger-money",
                };
                let ledger = Message::new(key).with("number", plain(*number)).text(lang);
                if detail.is_empty() {
                    return ledger;
                }
                let message = Message::new("source-ledger-detail").with("ledger", ledger);
                message.with("detail", detail.text_by(lang, *sum)).text(lang)
            }
            Self::Other { indicator, from: Some(from), .. } => {
                of_other(lang, indicator, from.words(lang, direction))
            }
            Self::Other { indicator, points, takes, number, from: None } => {
                let key = match takes {
                    Takes::ScoreRate => "source-other-score-rate",
                    Takes::Count => "source-other-count",
                    Takes::Score | Takes::Rate | Takes::Number => "source-other-score",
                };
                let message = Message::new(key).with("indicator", indicator).with("number", plain(*number));
                message.with("points", plain(*points)).text(lang)
            }
        }
    }

    /// How the number came about, and the number, `share` in per cent, with digits enough for `holds`.
    pub(super) fn with_value(
        &self,
        lang: Lang,
        value: Decimal,
        share: bool,
        holds: impl Fn(Decimal) -> bool,
    ) -> String {
        let number = match share {
            true => percent_where(value, holds),
            false => plain(round(value, enough(4, |decimals| holds(round(value, decimals))))),
        };
        self.with_number(lang, number, share)
    }

    /// The same with the number as it is to be printed.
    pub(super) fn with_number(&self, lang: Lang, number: String, share: bool) -> String {
        match self {
            // The number was typed, or stands in the words: it need not be said again.
            Self::Number { .. } | Self::Ledger { .. } | Self::Peers { yields: PeerYield::Rank, .. } => {
                self.words(lang, None)
            }
            Self::Other { takes: Takes::Score | Takes::Count, .. } => self.words(lang, None),
            Self::Other { indicator, from: Some(from), .. } => {
                of_other(lang, indicator, from.with_number(lang, number, share))
            }
            Self::Rate { name, percent } if share => format!("{name} {}%", plain(*percent)),
            _ => {
                let message = Message::new("source-value").with("source", self.words(lang, None));
                message.with("number", number).text(lang)
            }
        }
    }

    /// What is said where nothing is divided, because it would be by zero (目标为零).
    pub(super) fn without_quotient(&self, lang: Lang, direction: Direction) -> Option<String> {
        let (target, actual) = self.divided()?;
        let key = match direction {
            Direction::Equal if target.is_zero() && actual <= Decimal::ZERO => "source-target-zero",
            Direction::Equal if target.is_zero() => "source-target-zero-exceeded",
            Direction::ReverseRatio if actual.is_zero() => "source-actual-zero",
            _ => return None,
        };
        Some(tr(lang, key))
    }
}

impl Source {
    /// Where the number came from in the end, by way of whatever other indicators.
    pub(in crate::wording) fn innermost(&self) -> &Self {
        match self {
            Self::Other { from: Some(from), .. } => from.innermost(),
            source => source,
        }
    }

    /// 目标值 and 实际值 as they are divided, without what is exempt (免责).
    pub(in crate::wording) fn divided(&self) -> Option<(Decimal, Decimal)> {
        let (target, actual, exempt) = match self {
            Self::Ratio { target, actual, exempt, .. } => (target, actual, exempt),
            Self::Funds { numerator, denominator, .. } => return Some((*denominator, *numerator)),
            Self::Other { from: Some(from), .. } => return from.divided(),
            _ => return None,
        };
        let less = |of: ExemptFrom| {
            let less = exempt.as_ref().filter(|(exempt, _)| exempt.from == of);
            less.map_or(Decimal::ZERO, |(_, less)| *less)
        };
        let target = target.saturating_sub(less(ExemptFrom::Target));
        Some((target, actual.saturating_sub(less(ExemptFrom::Actual))))
    }
}

impl Reading {
    /// How the number came about, and the number: `有效问卷 120 份 = 85.42%`.
    pub fn text(&self, lang: Lang) -> String {
        self.source().with_value(lang, self.shown(), self.is_share(), |_| true)
    }
}

/// `“到位率”的实际 90 ÷ 目标 120`.
fn of_other(lang: Lang, indicator: &Label, words: String) -> String {
    Message::new("source-other").with("indicator", indicator).with("words", words).text(lang)
}

fn pair(key: &'static str, target: Decimal, actual: Decimal) -> Message {
    Message::new(key).with("target", plain(target)).with("actual", plain(actual))
}

/// Two numbers, each with its name, as the rate of that direction divides them.
pub(super) fn of_pair(lang: Lang, direction: Option<Direction>, target: String, actual: String) -> String {
    let key = match direction {
        None | Some(Direction::Positive | Direction::Equal) => "source-ratio",
        Some(Direction::ReverseRatio) => "source-ratio-reverse",
        Some(Direction::ReverseLinear) => "source-ratio-linear",
        Some(Direction::Complement) => "source-ratio-complement",
    };
    Message::new(key).with("target", target).with("actual", actual).text(lang)
}

/// 目标 and 实际 for short; the template's own names as they are.
fn short_name(lang: Lang, label: &Label) -> String {
    match &**label {
        "目标值" => tr(lang, "source-target"),
        "实际值" => tr(lang, "source-actual"),
        label => label.to_owned(),
    }
}

/// Keys of what is divided by what.
fn funds_names(rate: FundsRate) -> [&'static str; 2] {
    match rate {
        FundsRate::Arrival => ["source-received", "source-budget"],
        FundsRate::Execution => ["source-executed", "source-budget"],
        FundsRate::Spending => ["source-executed", "source-received"],
    }
}

/// More marks than this are added up before they are shown.
const LISTED_MARKS: usize = 12;

/// `有效问卷 29 份：满意 20、一般 9，（20 × 100% + 9 × 60%）÷ 29`.
fn survey(lang: Lang, answers: Decimal, counts: &[(Label, Decimal, Decimal)], highest: Decimal) -> String {
    let named = counts.iter().map(|(label, count, _)| format!("{label} {}", plain(*count)));
    let message = Message::new("source-survey").with("answers", plain(answers));
    let named = message.with("counts", listed(lang, named)).text(lang);
    let terms: Vec<String> = counts
        .iter()
        .map(|(_, count, weight)| format!("{} × {}", plain(*count), percent_plain(*weight)))
        .collect();
    let (key, highest) = match highest == Decimal::ONE {
        true => ("source-survey-mean", String::new()),
        false => ("source-survey-weighed", percent_plain(highest)),
    };
    let message = Message::new(key).with("terms", terms.join(" + ")).with("answers", plain(answers));
    listed_clauses(lang, [named, message.with("highest", highest).text(lang)])
}

/// `5 人打分，取平均，（88 + 90 + 85 + 92 + 80）÷ 5`; where not all count, all are listed.
fn panel(lang: Lang, mean: PanelMean, marks: &[Decimal], used: &[Decimal], decimals: Option<u32>) -> String {
    let key = match mean {
        PanelMean::Median => "source-panel-median",
        PanelMean::Mean | PanelMean::Trimmed if used.len() < marks.len() => "source-panel-trimmed",
        PanelMean::Mean | PanelMean::Trimmed => "source-panel-mean",
    };
    let all = (1..=LISTED_MARKS).contains(&marks.len()) && used.len() < marks.len();
    let all = all.then(|| {
        let listed = listed(lang, marks.iter().map(|mark| plain(*mark)));
        Message::new("source-panel-marks").with("marks", listed).text(lang)
    });
    let message = Message::new(key).with("marks", marks.len());
    let named = message.with("all", all.unwrap_or_default()).text(lang);
    let sum = match used.len() > LISTED_MARKS {
        true => plain(used.iter().fold(Decimal::ZERO, |sum, mark| sum.saturating_add(*mark))),
        false => used.iter().map(|mark| plain(*mark)).collect::<Vec<_>>().join(" + "),
    };
    let key = match used.len() {
        1 => "source-single",
        count if count > LISTED_MARKS => "source-sum-of",
        _ => "source-mean-of",
    };
    let message = Message::new(key);
    let mean = message.with("terms", sum).with("count", used.len()).text(lang);
    let rounded =
        decimals.map(|decimals| Message::new("source-rounded").with("decimals", decimals).text(lang));
    listed_clauses(lang, [Some(named), Some(mean), rounded].into_iter().flatten())
}

fn passes(lang: Lang, passed: u32, all: u32, failed: &[Label]) -> String {
    let text = Message::new("source-passes").with("all", all).with("passed", passed).text(lang);
    if failed.is_empty() {
        return text;
    }
    let message = Message::new("source-passes-failed").with("passes", text);
    message.with("failed", listed(lang, failed)).text(lang)
}

fn sub_sheets(lang: Lang, terms: &[(Label, Decimal, Option<Decimal>)]) -> String {
    let term = |(label, total, weight): &(Label, Decimal, Option<Decimal>)| match weight {
        Some(weight) => format!("{label} {} × {}", plain(*total), percent_plain(*weight)),
        None => format!("{label} {}", plain(*total)),
    };
    let weighed = terms.iter().any(|(_, _, weight)| weight.is_some());
    let terms: Vec<String> = terms.iter().map(term).collect();
    if weighed || terms.len() == 1 {
        return terms.join(" + ");
    }
    let message = Message::new("source-mean-of").with("terms", terms.join(" + "));
    message.with("count", terms.len()).text(lang)
}

fn risks(
    lang: Lang,
    found: &[(Label, Decimal)],
    applicable: Decimal,
    yields: RiskYield,
    cap: Option<Decimal>,
) -> String {
    if found.is_empty() {
        return tr(lang, "source-risks-none");
    }
    let terms = all_labelled(lang, found.iter().map(|(label, points)| (label, *points)));
    let sum = Message::new("source-risks").with("terms", terms.join(" + ")).text(lang);
    match (yields, cap) {
        (RiskYield::Ratio, _) => {
            let message = Message::new("source-risks-ratio").with("sum", sum);
            message.with("applicable", plain(applicable)).text(lang)
        }
        (RiskYield::Points, Some(cap)) => {
            Message::new("source-risks-most").with("sum", sum).with("most", plain(cap)).text(lang)
        }
        (RiskYield::Points, None) => sum,
    }
}
