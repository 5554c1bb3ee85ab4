//! 年度指标值 and 实际完成值 of an indicator, as the forms print them beside each other.

use crate::evaluation::{ItemEntry, input};
use crate::number::{percent, plain};
use crate::scoring::{Derivation, ItemScore};
use crate::template::{Award, Direction, Indicator, Measure, Rate};

/// 指标值 and 完成值; `None` where the rule has none or nothing was entered.
pub(super) fn values(
    indicator: &Indicator,
    entry: &ItemEntry,
    item: &ItemScore,
) -> (Option<String>, Option<String>) {
    match &indicator.rule.award {
        Award::Rate(Rate { measure: Measure::Entered(_), direction, .. }) => {
            entered(indicator, entry, *direction)
        }
        Award::Target { target } => {
            let stated = target.as_deref().or_else(|| entry.text(input::EXPECTED));
            (stated.map(str::to_owned), entry.text(input::REACHED).map(str::to_owned))
        }
        Award::OneOf { options } => {
            let chosen = |option: &&crate::template::Choice| Some(&option.id) == entry.choice();
            (None, options.iter().find(chosen).map(|option| option.label.to_string()))
        }
        _ => (None, quotient(&item.derivation)),
    }
}

/// A typed rate is the 完成值 itself: what it was worked out from stands elsewhere.
fn entered(
    indicator: &Indicator,
    entry: &ItemEntry,
    direction: Direction,
) -> (Option<String>, Option<String>) {
    if let Some(rate) = entry.number(input::RATE) {
        return (None, Some(format!("{}%", plain(rate))));
    }
    let sign = match direction {
        Direction::Positive => "≥",
        Direction::ReverseRatio | Direction::ReverseLinear | Direction::Complement => "≤",
        Direction::Equal => "=",
    };
    let unit = &indicator.unit;
    let value = |key: &str| entry.number(key).map(|number| format!("{}{unit}", plain(number)));
    (value(input::TARGET).map(|value| format!("{sign}{value}")), value(input::ACTUAL))
}

/// The rate that was worked out: of a survey, of the funds form.
fn quotient(derivation: &Derivation) -> Option<String> {
    match derivation {
        Derivation::Rate { quotient, .. } => Some(percent(*quotient)),
        Derivation::Less { from, .. } => quotient(from),
        Derivation::Overridden { rule, .. } => quotient(rule),
        _ => None,
    }
}
