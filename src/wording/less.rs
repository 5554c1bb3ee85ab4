//! Deductions: what was taken away, down to the floor.

use super::digits::enough;
use super::{in_turn, labelled};
use crate::number::{fixed, plain, round};
use crate::scoring::{Derivation, Taken};
use crate::text::{Lang, Message};
use rust_decimal::Decimal;

pub(super) fn less(
    lang: Lang,
    from: &Derivation,
    base: Decimal,
    (taken, floor): (&[Taken], Option<Decimal>),
    (score, decimals): (Option<Decimal>, u32),
    result: &str,
) -> String {
    if taken.is_empty() {
        return match from {
            Derivation::Full => {
                Message::new("why-nothing-taken").with("base", plain(base)).with("result", result).text(lang)
            }
            other => other.text(lang, Some(base), decimals),
        };
    }
    // All with the same digits: as many as lead to the score.
    let leads_to_score = |digits: u32| {
        let left = taken
            .iter()
            .fold(round(base, digits), |left, one| left.saturating_sub(round(one.points, digits)));
        let left = floor.map_or(left, |floor| left.max(floor));
        score.is_none_or(|score| round(left, decimals) == round(score, decimals))
    };
    let digits = enough(decimals, leads_to_score);
    let mut text = match from {
        Derivation::Full => plain(base),
        other => in_turn(lang, [other.text(lang, Some(base), digits), fixed(base, digits)]),
    };
    for Taken { label, points } in taken {
        text += &format!(" − {}", labelled(lang, fixed(*points, digits), &label.text(lang)));
    }
    let message = match floor {
        Some(floor) => Message::new("why-less-floored").with("floor", plain(floor)),
        None => Message::new("why-less"),
    };
    message.with("text", text).with("result", result).text(lang)
}
