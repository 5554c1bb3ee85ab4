//! The numbers of a band.

use super::{listed, percent_plain};
use crate::number::plain;
use crate::scoring::NumberRange;
use crate::template::{Band, Edge};
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

fn number(value: Decimal, share: bool) -> String {
    if share { percent_plain(value) } else { plain(value) }
}

/// A band as tables write it: `≥95%`, `[90%, 95%)`. `share`: in per cent.
pub fn band_text(lang: Lang, band: &Band, share: bool) -> String {
    NumberRange { from: band.from, to: band.to, share }.text(lang)
}

impl NumberRange {
    /// As tables write it: `≥95%`, `[90%, 95%)`.
    pub fn text(&self, lang: Lang) -> String {
        let number = |value: Decimal| number(value, self.share);
        let lower = |edge: Edge| match edge {
            Edge::Including(value) => (format!("≥{}", number(value)), format!("[{}", number(value))),
            Edge::Excluding(value) => (format!(">{}", number(value)), format!("({}", number(value))),
        };
        let upper = |edge: Edge| match edge {
            Edge::Including(value) => (format!("≤{}", number(value)), format!("{}]", number(value))),
            Edge::Excluding(value) => (format!("<{}", number(value)), format!("{})", number(value))),
        };
        match (self.from, self.to) {
            (None, None) => tr(lang, "range-all"),
            (Some(from), None) => lower(from).0,
            (None, Some(to)) => upper(to).0,
            (Some(from), Some(to)) => format!("{}, {}", lower(from).1, upper(to).1),
        }
    }

    /// As one would say it: `不低于 90%、低于 95%`.
    pub(super) fn spoken(&self, lang: Lang) -> String {
        let edge = |key, value| Message::new(key).with("edge", number(value, self.share)).text(lang);
        let from = self.from.map(|from| match from {
            Edge::Including(value) => edge("range-at-least", value),
            Edge::Excluding(value) => edge("range-above", value),
        });
        let to = self.to.map(|to| match to {
            Edge::Including(value) => edge("range-at-most", value),
            Edge::Excluding(value) => edge("range-below", value),
        });
        if from.is_none() && to.is_none() {
            return tr(lang, "range-all");
        }
        listed(lang, from.into_iter().chain(to))
    }
}
