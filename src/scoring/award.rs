//! What an indicator earns before deductions, by the form of its award.

use super::card::{Cause, CauseKind, Waiting};
use super::derivation::{Derivation, Term};
use super::funds::FundsSummary;
use super::{item, rate};
use crate::evaluation::{ItemEntry, input};
use crate::number::{Limits, percent, round};
use crate::template::{Award, Choice, Indicator, Order, Part, Points, Rounding};
use rust_decimal::Decimal;

/// Points earned, why points are missing, and how it came about.
pub(super) struct Earned {
    pub points: Decimal,
    pub causes: Vec<Cause>,
    pub derivation: Derivation,
}

/// Decimals of products where only the total is rounded: more than any sheet prints, few enough that sums and
/// differences of them stay exact.
const WORKING_DECIMALS: u32 = 12;

pub(super) fn earned(
    rounding: &Rounding,
    indicator: &Indicator,
    entry: &ItemEntry,
    funds: &FundsSummary,
) -> Result<Earned, Waiting> {
    let full = indicator.points;
    match &indicator.rule.award {
        Award::Full => Ok(Earned { points: full, causes: Vec::new(), derivation: Derivation::Full }),
        Award::Parts { parts, .. } => by_parts(parts, entry),
        Award::OneOf { options } => by_option(rounding, indicator, options, entry),
        Award::Rate { measure, direction, cut_off, zero, .. } => {
            let (quotient, rate) = rate::quotient_of(measure, *direction, *zero, entry, funds)?;
            let share = match cut_off.is_some_and(|cut_off| quotient < cut_off) {
                true => Decimal::ZERO,
                false => quotient.clamp(Decimal::ZERO, Decimal::ONE),
            };
            let decimals = match rounding.order {
                Order::RoundThenAdd => rounding.item_decimals,
                Order::AddThenRound => WORKING_DECIMALS,
            };
            let points = round(full.checked_mul(share).ok_or(Waiting::TooLarge)?, decimals);
            let causes = missing(full, points, || percent(quotient).into());
            let derivation = Derivation::Rate { points: full, rate, quotient, share, cut_off: *cut_off };
            Ok(Earned { points, causes, derivation })
        }
        Award::Free { step } => {
            let points = entry.number(input::POINTS).ok_or(Waiting::Inputs)?;
            let limits =
                Limits { min: Some(Decimal::ZERO), max: Some(full), step: Some(*step), ..Limits::default() };
            let points = limits.check(points).map_err(|_| Waiting::OutOfRange)?;
            let causes = missing(full, points, || "酌定".into());
            Ok(Earned { points, causes, derivation: Derivation::Free })
        }
        _ => Err(Waiting::Inputs),
    }
}

fn missing(full: Decimal, points: Decimal, label: impl FnOnce() -> crate::template::Label) -> Vec<Cause> {
    if points == full {
        return Vec::new();
    }
    vec![Cause { kind: CauseKind::NotEarned, label: label(), points: full - points }]
}

/// 要点累加 (R1, R2). Boxes that nobody touched count as not met once one was touched.
fn by_parts(parts: &[Part], entry: &ItemEntry) -> Result<Earned, Waiting> {
    if !parts.iter().any(|part| entry.flag(&part.id).is_some()) {
        return Err(Waiting::Inputs);
    }
    let term = |part: &Part| Term { label: part.label.clone(), points: part.points };
    let is_met = |part: &&Part| entry.flag(&part.id) == Some(true);
    let met: Vec<Term> = parts.iter().filter(is_met).map(term).collect();
    let unmet: Vec<Term> = parts.iter().filter(|part| !is_met(part)).map(term).collect();
    let causes = unmet
        .iter()
        .map(|term| Cause { kind: CauseKind::NotEarned, label: term.label.clone(), points: term.points })
        .collect();
    let points = met.iter().map(|term| term.points).sum();
    Ok(Earned { points, causes, derivation: Derivation::Parts { met, unmet } })
}

/// 单选档 (R3) and 定性三档 (R9).
fn by_option(
    rounding: &Rounding,
    indicator: &Indicator,
    options: &[Choice],
    entry: &ItemEntry,
) -> Result<Earned, Waiting> {
    let chosen = entry.choice().ok_or(Waiting::Inputs)?;
    let option = options.iter().find(|option| option.id == *chosen).ok_or(Waiting::Inputs)?;
    let label = option.label.clone();
    let (points, derivation) = match option.points {
        Points::Fixed(points) => (points, Derivation::Tier { option: label.clone() }),
        Points::Fraction(_) | Points::Range { .. } => return Err(Waiting::Inputs),
        Points::Share { .. } => {
            let range = item::band_range(indicator, Some(entry), &option.id, rounding.item_decimals)
                .ok_or(Waiting::PointsInBand)?;
            let points = entry.number(input::POINTS).ok_or(Waiting::PointsInBand)?;
            range.check(points).map_err(|_| Waiting::PointsOutsideBand)?;
            let step = Limits { step: Some(rounding.step), ..Limits::default() };
            step.check(points).map_err(|_| Waiting::OutOfRange)?;
            let (from, to) = (range.min.unwrap_or_default(), range.max.unwrap_or(indicator.points));
            let to_included = !range.below_max;
            (points, Derivation::Band { option: label.clone(), from, to, to_included })
        }
    };
    Ok(Earned { points, causes: missing(indicator.points, points, || label), derivation })
}
