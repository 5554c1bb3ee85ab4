//! Where the number of a rule came from.

use super::{all_labelled, listed};
use crate::number::{percent, plain};
use crate::scoring::{Reading, Source};
use crate::template::{Direction, Label, LedgerSum, PanelMean, PeerYield, RiskYield};
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

impl Source {
    /// How the number came about; empty where the number says it all.
    pub(super) fn words(&self, lang: Lang, direction: Option<Direction>) -> String {
        match self {
            Self::Rate(_) => String::new(),
            Self::Ratio { target, actual } => pair(ratio_key(direction), *target, *actual).text(lang),
            Self::Funds { numerator, denominator } => {
                format!("{} ÷ {}", plain(*numerator), plain(*denominator))
            }
            Self::Number { label, value, unit } => format!("{label} {}{unit}", plain(*value)),
            Self::Deviation { target, actual, signed } => {
                let key = if *signed { "source-deviation-signed" } else { "source-deviation" };
                pair(key, *target, *actual).text(lang)
            }
            Self::Survey { answers, counts } => {
                let counts = counts.iter().map(|(label, count)| format!("{label} {}", plain(*count)));
                let message = Message::new("source-survey").with("answers", plain(*answers));
                message.with("counts", listed(lang, counts)).text(lang)
            }
            Self::Panel { mean, marks, left_out } => {
                let key = match mean {
                    PanelMean::Median => "source-panel-median",
                    PanelMean::Mean | PanelMean::Trimmed if *left_out > 0 => "source-panel-trimmed",
                    PanelMean::Mean | PanelMean::Trimmed => "source-panel-mean",
                };
                Message::new(key).with("marks", marks).text(lang)
            }
            Self::Passes { passed, all, failed } => passes(lang, *passed, *all, failed),
            Self::SubSheets { terms } => sub_sheets(lang, terms),
            Self::Peers { own, best, rank, units, yields } => match yields {
                PeerYield::Ratio => Message::new("source-peers").with("best", plain(*best)),
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
                message.with("detail", detail.text(lang)).text(lang)
            }
        }
    }

    /// How the number came about, and the number; `share`: in per cent.
    pub(super) fn with_value(&self, lang: Lang, value: Decimal, share: bool) -> String {
        let number = match self {
            // The number was typed, or stands in the words: it need not be said again.
            Self::Number { .. } | Self::Ledger { .. } | Self::Peers { yields: PeerYield::Rank, .. } => {
                return self.words(lang, None);
            }
            Self::Rate(percent) => return format!("{}%", plain(*percent)),
            Self::Panel { .. } | Self::SubSheets { .. } | Self::Risks { yields: RiskYield::Points, .. } => {
                plain(value)
            }
            Self::Ratio { .. }
            | Self::Funds { .. }
            | Self::Deviation { .. }
            | Self::Survey { .. }
            | Self::Passes { .. }
            | Self::Peers { yields: PeerYield::Ratio, .. }
            | Self::Risks { yields: RiskYield::Ratio, .. } => match share {
                true => percent(value),
                false => plain(value),
            },
        };
        let message = Message::new("source-value").with("source", self.words(lang, None));
        message.with("number", number).text(lang)
    }
}

impl Reading {
    /// How the number came about, and the number: `有效问卷 120 份 = 85.42%`.
    pub fn text(&self, lang: Lang) -> String {
        self.source().with_value(lang, self.shown(), self.is_share())
    }
}

fn pair(key: &'static str, target: Decimal, actual: Decimal) -> Message {
    Message::new(key).with("target", plain(target)).with("actual", plain(actual))
}

fn ratio_key(direction: Option<Direction>) -> &'static str {
    match direction {
        None | Some(Direction::Positive | Direction::Equal) => "source-ratio",
        Some(Direction::ReverseRatio) => "source-ratio-reverse",
        Some(Direction::ReverseLinear) => "source-ratio-linear",
        Some(Direction::Complement) => "source-ratio-complement",
    }
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
        Some(weight) => format!("{label} {} × {}", plain(*total), percent(*weight)),
        None => format!("{label} {}", plain(*total)),
    };
    let weighed = terms.iter().any(|(_, _, weight)| weight.is_some());
    let terms: Vec<String> = terms.iter().map(term).collect();
    if weighed || terms.len() == 1 {
        return terms.join(" + ");
    }
    Message::new("source-sub-sheets-mean").with("terms", listed(lang, terms)).text(lang)
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
