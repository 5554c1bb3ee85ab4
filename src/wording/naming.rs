//! What causes and deductions are called.

use super::listed;
use crate::number::{percent, plain};
use crate::scoring::{EachCounted, Inapplicable, KindCounted, LedgerDetail, Naming};
use crate::template::{Edge, LedgerSum};
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

impl Naming {
    /// The numbers of a band are read in per cent.
    pub(super) fn is_share(&self) -> bool {
        matches!(self, Self::Range(range) if range.share)
    }

    /// The number lies in the band.
    pub(super) fn holds(&self, value: Decimal) -> bool {
        let Self::Range(range) = self else { return true };
        let from = range.from.is_none_or(|from| match from {
            Edge::Including(edge) => edge <= value,
            Edge::Excluding(edge) => edge < value,
        });
        from && range.to.is_none_or(|to| match to {
            Edge::Including(edge) => value <= edge,
            Edge::Excluding(edge) => value < edge,
        })
    }

    /// The name; the template's own stays in the template's language.
    pub fn text(&self, lang: Lang) -> String {
        let key = match self {
            Self::Given(label) => return label.to_string(),
            Self::Listed(labels) => return listed(lang, labels),
            Self::Range(range) => return range.spoken(lang),
            Self::Rate(rate) => return percent(*rate),
            Self::Gates { unmet } => {
                return Message::new("naming-gates").with("unmet", listed(lang, unmet)).text(lang);
            }
            Self::Each(each) => return each.text(lang),
            Self::Ledger { label, detail, most } => {
                let message = Message::new("naming-ledger").with("label", label);
                let mut said = detail.text(lang);
                if most.is_some() && detail.kinds.len() > 1 {
                    let sum =
                        detail.kinds.iter().fold(Decimal::ZERO, |sum, kind| sum.saturating_add(kind.points));
                    let sum = Message::new("detail-sum").with("points", plain(sum)).text(lang);
                    said = super::joined([said, sum], &tr(lang, "detail-joint"));
                }
                return at_most(lang, message.with("detail", said).text(lang), *most);
            }
            Self::Stepped { label, value, share } => {
                let value = if *share { percent(*value) } else { plain(*value) };
                return Message::new("naming-stepped").with("label", label).with("value", value).text(lang);
            }
            Self::Zeroed { group, label } => {
                return Message::new("naming-zeroed").with("group", group).with("label", label).text(lang);
            }
            Self::Cap(cap) => return Message::new("naming-cap").with("cap", plain(*cap)).text(lang),
            Self::Least(floor) => {
                return Message::new("naming-least").with("floor", plain(*floor)).text(lang);
            }
            Self::Rest => "naming-rest",
            Self::BelowFull => "naming-below-full",
            Self::TooFew => "naming-too-few",
            Self::OffStandard => "naming-off-standard",
            Self::StartsBelowFull => "naming-starts-below-full",
            Self::NotReached => "naming-not-reached",
            Self::Judged => "naming-judged",
            Self::ZeroDenominator => "naming-zero-denominator",
            Self::Adjustments => "naming-adjustments",
            Self::PanelMarks => "naming-panel-marks",
            Self::SubSheets => "naming-sub-sheets",
            Self::Risks => "naming-risks",
            Self::LedgerRows => "naming-ledger-rows",
            Self::Actual => "naming-actual",
            Self::Override => "naming-override",
            Self::Floor => "naming-floor",
        };
        tr(lang, key)
    }
}

impl EachCounted {
    /// `手续不全：3 处，免责 1 处，2 × 0.5 分，最多 2 分`.
    fn text(&self, lang: Lang) -> String {
        let message = match self.exempt.is_zero() {
            true => Message::new("naming-each"),
            false => Message::new("naming-each-exempt")
                .with("count", plain(self.count))
                .with("exempt", plain(self.exempt)),
        };
        let message = message.with("label", &self.label).with("counted", plain(self.counted));
        let text = message.with("points", plain(self.points)).text(lang);
        at_most(lang, text, self.most)
    }
}

/// The most that a deduction takes, where that was reached.
fn at_most(lang: Lang, text: String, most: Option<Decimal>) -> String {
    match most {
        Some(most) => {
            Message::new("naming-each-most").with("each", text).with("most", plain(most)).text(lang)
        }
        None => text,
    }
}

impl LedgerDetail {
    /// As one would write it under 扣分原因: `离线 3 次 0.6 分、逾期 1 次 0.5 分`.
    pub(super) fn text(&self, lang: Lang) -> String {
        self.text_by(lang, LedgerSum::Points)
    }

    /// The same, each kind with what the sum adds up: points, or 元.
    pub(super) fn text_by(&self, lang: Lang, sum: LedgerSum) -> String {
        // Where a number of cases settles it, what each would have taken counts for nothing.
        let kill = self.kill.filter(|_| sum == LedgerSum::Points);
        let kind = |kind: &KindCounted| match kill {
            Some(_) => kind.counted(lang),
            None => kind.text(lang, sum),
        };
        let mut words: Vec<String> = self.kinds.iter().map(kind).collect();
        // A tier changes points alone.
        if let Some(tier) = self.tier.filter(|_| sum == LedgerSum::Points && kill.is_none()) {
            let message = Message::new("detail-tier").with("from", plain(tier.from));
            words.push(message.with("times", plain(tier.times)).text(lang));
        }
        if self.same_matter > 0 {
            words.push(Message::new("detail-same-matter").with("rows", self.same_matter).text(lang));
        }
        if let Some((count, to)) = kill {
            words.push(Message::new("detail-kill").with("count", count).with("to", plain(to)).text(lang));
        }
        if self.exempt > 0 {
            words.push(Message::new("detail-exempt").with("rows", self.exempt).text(lang));
        }
        super::joined(words, &tr(lang, "detail-joint"))
    }
}

impl KindCounted {
    /// How often alone.
    fn counted(&self, lang: Lang) -> String {
        let unit = if self.unit.is_empty() { tr(lang, "detail-cases") } else { self.unit.to_string() };
        let message = Message::new("detail-count").with("kind", &self.label).with("unit", unit);
        message.with("count", plain(self.count)).text(lang)
    }

    fn text(&self, lang: Lang, sum: LedgerSum) -> String {
        let money = sum == LedgerSum::Money;
        let message = match (self.unit.is_empty(), money) {
            (true, false) => Message::new("detail-times"),
            (true, true) => Message::new("detail-times-money"),
            (false, false) => Message::new("detail-kind").with("unit", &self.unit),
            (false, true) => Message::new("detail-kind-money").with("unit", &self.unit),
        };
        let message = message.with("kind", &self.label).with("count", plain(self.count));
        message.with("points", plain(if money { self.money } else { self.points })).text(lang)
    }
}

impl Inapplicable {
    /// Why an indicator does not apply; the evaluator's own reason as it was written.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Said(reason) => reason.to_string(),
            Self::ZeroDenominator => tr(lang, "naming-zero-denominator"),
        }
    }
}
