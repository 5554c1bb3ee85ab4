//! 按率计算 (R4): a measured rate, by its direction.

use super::card::Waiting;
use super::derivation::Rate;
use super::funds::{FundsSummary, fraction};
use crate::evaluation::{ItemEntry, input};
use crate::template::{Direction, Measure, ZeroDenominator};
use rust_decimal::Decimal;

/// The rate that `measure` yields, not yet kept within 0 and 1, and how it came about.
pub(super) fn quotient_of(
    measure: &Measure,
    direction: Direction,
    zero: ZeroDenominator,
    entry: &ItemEntry,
    funds: &FundsSummary,
) -> Result<(Decimal, Rate), Waiting> {
    let (target, actual, of_funds) = match measure {
        Measure::Entered { .. } => {
            if let Some(percent) = entry.number(input::RATE) {
                let share = percent.checked_div(Decimal::ONE_HUNDRED).ok_or(Waiting::TooLarge)?;
                return Ok((share, Rate::Direct(share)));
            }
            let both = entry.number(input::TARGET).zip(entry.number(input::ACTUAL));
            let (target, actual) = both.ok_or(Waiting::Inputs)?;
            (target, actual, false)
        }
        Measure::Funds(rate) => {
            let (numerator, denominator) = fraction(funds, *rate).ok_or(Waiting::Funds)?;
            (denominator, numerator, true)
        }
        _ => return Err(Waiting::Inputs),
    };
    let rate = match of_funds {
        true => Rate::Funds { numerator: actual, denominator: target },
        false => Rate::Ratio { target, actual, direction },
    };
    match quotient(target, actual, direction)? {
        Some(share) => Ok((share, rate)),
        None => match zero {
            ZeroDenominator::Unscored if of_funds => Err(Waiting::Funds),
            ZeroDenominator::Unscored => Err(Waiting::ZeroTarget),
            ZeroDenominator::Blank | ZeroDenominator::NotApplicable => Err(Waiting::Inputs),
            ZeroDenominator::Nothing => Ok((Decimal::ZERO, Rate::ZeroDenominator)),
            ZeroDenominator::Full => Ok((Decimal::ONE, Rate::ZeroDenominator)),
        },
    }
}

/// `None` where it would be divided by zero and the direction itself does not say what that means.
fn quotient(target: Decimal, actual: Decimal, direction: Direction) -> Result<Option<Decimal>, Waiting> {
    let divide = |a: Decimal, b: Decimal| a.checked_div(b).ok_or(Waiting::TooLarge).map(Some);
    let at_most_zero = |full: bool| Ok(Some(if full { Decimal::ONE } else { Decimal::ZERO }));
    match direction {
        Direction::Equal if target.is_zero() => at_most_zero(actual <= Decimal::ZERO),
        Direction::ReverseRatio if actual.is_zero() => at_most_zero(true),
        Direction::ReverseRatio => divide(target, actual),
        _ if target.is_zero() => Ok(None),
        Direction::Positive | Direction::Equal => divide(actual, target),
        Direction::Complement => {
            let rate = actual.checked_div(target).and_then(|rate| Decimal::ONE.checked_sub(rate));
            rate.ok_or(Waiting::TooLarge).map(Some)
        }
        Direction::ReverseLinear => {
            let excess = actual.checked_sub(target).and_then(|excess| excess.checked_div(target));
            excess.and_then(|excess| Decimal::ONE.checked_sub(excess)).ok_or(Waiting::TooLarge).map(Some)
        }
    }
}
