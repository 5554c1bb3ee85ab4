//! So many points for each unit beyond a threshold.

use super::{in_turn, percent_plain};
use crate::number::{fixed, plain};
use crate::scoring::StepTerm;
use crate::template::{Counting, Side, Step};
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

/// `source` with its number, `share`: in per cent; `start` is where the points begin.
pub(super) fn steps(
    lang: Lang,
    (source, share): (String, bool),
    start: Decimal,
    terms: &[StepTerm],
    decimals: u32,
    result: &str,
) -> String {
    if terms.is_empty() {
        return Message::new("why-within-standard").with("source", source).with("result", result).text(lang);
    }
    let mut text = in_turn(lang, [source, plain(start)]);
    let mut left = start;
    for StepTerm { step, units, change } in terms {
        let sign = if step.gives { '+' } else { '−' };
        let term = super::labelled(lang, fixed(*change, decimals), &one(lang, step, share, *units));
        text += &format!(" {sign} {term}");
        left = if step.gives { left.saturating_add(*change) } else { left.saturating_sub(*change) };
    }
    if left < Decimal::ZERO {
        text = Message::new("why-down-to-nothing").with("text", text).text(lang);
    }
    format!("{text} = {result}")
}

/// `低于 80%，每低 1% 扣 0.5 分，不满不计，计 2 个，最多扣 3 分`
fn one(lang: Lang, step: &Step, share: bool, units: Decimal) -> String {
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
    let most = step.most.map(|most| {
        let key = if step.gives { "why-step-most-gives" } else { "why-step-most" };
        Message::new(key).with("most", plain(most)).text(lang)
    });
    Message::new(key)
        .with("at", number(step.at))
        .with("unit", number(step.unit))
        .with("points", plain(step.points))
        .with("counting", tr(lang, counting))
        .with("units", plain(units))
        .with("most", most.unwrap_or_default())
        .text(lang)
}
