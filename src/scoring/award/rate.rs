//! 按率计算 (R4): M × rate, by its direction.

use crate::number::exact::{self, Exact, exact, fraction};
use crate::scoring::card::{Derivation, Naming, RateLimit};
use crate::scoring::earned::{Context, Earned, Without};
use crate::scoring::inputs::Inputs;
use crate::scoring::measured::{Measured, NoNumber, Reading};
use crate::template::{Direction, Rate};
use rust_decimal::Decimal;

pub(super) fn earned(
    cx: Context<'_>,
    Rate { measure, direction, cut_off, cap, zero }: &Rate,
    inputs: &Inputs<'_>,
) -> Result<Earned, Without> {
    let measured = cx.measured(measure, inputs);
    let quotient = measured.and_then(|measured| Ok((quotient(&measured, *direction)?, measured.source)));
    let (quotient, source) = match quotient {
        Ok(quotient) => quotient,
        Err(no_number) => return cx.without(no_number, *zero),
    };
    let most = cap.unwrap_or(Decimal::ONE);
    let (limit, share) = match cut_off {
        Some(cut_off) if quotient < exact(*cut_off) => (RateLimit::CutOff(*cut_off), exact::zero()),
        _ if quotient > exact(most) => (RateLimit::AtMost(most), exact(most)),
        _ if quotient < exact::zero() => (RateLimit::Negative, exact::zero()),
        _ => (RateLimit::None, quotient.clone()),
    };
    let (points, kept) = cx.kept(&(exact(cx.full) * &share))?;
    let (quotient, shown) = (cx.shown(&quotient), cx.shown(&share));
    let fraction = exact::parts(&share).filter(|_| exact(shown) != share);
    let (share, direction, full) = (shown, *direction, cx.full);
    let derivation =
        Derivation::Rate { points: full, source, direction, quotient, share, fraction, limit, kept };
    Ok(cx.earned(points, Naming::Rate(share), derivation))
}

fn quotient(measured: &Measured, direction: Direction) -> Result<Exact, NoNumber> {
    let (target, actual) = match &measured.reading {
        Reading::Number(rate) if direction == Direction::Complement => return Ok(exact::one() - rate),
        Reading::Number(rate) => return Ok(rate.clone()),
        Reading::Pair { target, actual } => (*target, *actual),
    };
    let full = |holds: bool| Ok(if holds { exact::one() } else { exact::zero() });
    let zero = || NoNumber::Zero { waiting: measured.source.zero(), actual: Some(actual) };
    match direction {
        Direction::Equal if target.is_zero() => full(actual <= Decimal::ZERO),
        Direction::ReverseRatio if actual.is_zero() => full(true),
        Direction::ReverseRatio => fraction(target, actual).ok_or_else(zero),
        Direction::Positive | Direction::Equal => fraction(actual, target).ok_or_else(zero),
        Direction::Complement => Ok(exact::one() - fraction(actual, target).ok_or_else(zero)?),
        Direction::ReverseLinear if target.is_zero() => Err(zero()),
        Direction::ReverseLinear => Ok(exact::one() - (exact(actual) - exact(target)) / exact(target)),
    }
}
