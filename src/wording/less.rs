//! Deductions: what was taken away, down to the floor.

use super::{in_turn, labelled};
use crate::number::{fixed, plain};
use crate::scoring::{Derivation, Taken};
use crate::text::{Lang, Message};
use rust_decimal::Decimal;

pub(super) fn less(
    lang: Lang,
    from: &Derivation,
    base: Decimal,
    (taken, floor): (&[Taken], Option<Decimal>),
    decimals: u32,
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
    let mut text = match from {
        Derivation::Full => plain(base),
        other => in_turn(lang, [other.text(lang, Some(base), decimals), fixed(base, decimals)]),
    };
    for Taken { label, points } in taken {
        text += &format!(" − {}", labelled(lang, fixed(*points, decimals), &label.text(lang)));
    }
    let message = match floor {
        Some(floor) => Message::new("why-less-floored").with("floor", plain(floor)),
        None => Message::new("why-less"),
    };
    message.with("text", text).with("result", result).text(lang)
}
