//! The words of what scoring yields: derivations, causes, workings, in the language that is handed in.
//!
//! Scoring knows data alone. Nothing is looked up before somebody reads it, and a form without words does not
//! compile: every `match` here names all forms. Labels of the template stay as the template has them.

mod curve;
mod derivation;
mod digits;
mod grading;
mod last_year;
mod less;
mod naming;
mod range;
mod rate;
mod source;
mod steps;
mod waiting;
mod workings;

pub use range::band_text;

use crate::number::plain;
use crate::scoring::Kept;
use crate::template::Label;
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

/// `a、b、c`
fn listed(lang: Lang, parts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    joined(parts, &tr(lang, "words-comma"))
}

/// `a；b；c`
fn in_turn(lang: Lang, parts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    joined(parts, &tr(lang, "words-semicolon"))
}

fn joined(parts: impl IntoIterator<Item = impl AsRef<str>>, joint: &str) -> String {
    let mut text = String::new();
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            text += joint;
        }
        text += part.as_ref();
    }
    text
}

/// `a，b，c`
fn listed_clauses(lang: Lang, parts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    joined(parts, &tr(lang, "words-clause"))
}

/// What is worked out, and the limit that it was kept within: `10 × 120%，最多计 10 分`.
fn kept(lang: Lang, text: String, kept: Kept) -> String {
    listed_clauses(lang, std::iter::once(text).chain(limits(lang, kept)))
}

/// The limits that had an effect: `最多计 10 分`.
fn limits(lang: Lang, Kept { most, least }: Kept) -> impl Iterator<Item = String> {
    let limit = move |key, points| Message::new(key).with("points", plain(points)).text(lang);
    let most = most.map(|most| limit("why-most", most));
    most.into_iter().chain(least.map(|least| limit("why-least", least)))
}

/// `2（甲）`
fn labelled(lang: Lang, number: String, label: &str) -> String {
    Message::new("words-labelled").with("number", number).with("label", label).text(lang)
}

/// Points with their labels, each as [`labelled`] says them.
fn all_labelled<'a>(lang: Lang, terms: impl IntoIterator<Item = (&'a Label, Decimal)>) -> Vec<String> {
    terms.into_iter().map(|(label, points)| labelled(lang, plain(points), label)).collect()
}

/// A share in per cent with as few digits as say the same.
fn percent_plain(share: Decimal) -> String {
    share
        .checked_mul(Decimal::ONE_HUNDRED)
        .map_or_else(|| plain(share), |percent| format!("{}%", plain(percent)))
}
