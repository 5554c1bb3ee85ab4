//! 要点累加 (R1) and 全得或不得 (R2).

use crate::evaluation::input;
use crate::number::Limits;
use crate::number::exact::{self, exact, fraction};
use crate::scoring::card::{Derivation, Kept, Naming, Term, Waiting};
use crate::scoring::earned::{Context, Earned, Without, not_earned};
use crate::scoring::inputs::Inputs;
use crate::template::{Part, Parts, PartsNeeded};
use rust_decimal::Decimal;

/// Boxes that nobody touched count as not met once one was touched.
pub(super) fn earned(
    cx: Context<'_>,
    Parts { parts, needed, partial }: &Parts,
    inputs: &Inputs<'_>,
) -> Result<Earned, Without> {
    let shares: Vec<Option<Decimal>> =
        parts.iter().map(|part| share(part, *partial, inputs)).collect::<Result<_, _>>()?;
    if shares.iter().all(Option::is_none) {
        return Err(Waiting::Inputs.into());
    }
    let (mut met, mut unmet, mut causes) = (Vec::new(), Vec::new(), Vec::new());
    let mut points = Decimal::ZERO;
    let mut not_whole = Vec::new();
    for (part, share) in parts.iter().zip(shares) {
        let share = share.unwrap_or_default();
        if share < Decimal::ONE {
            not_whole.push(part.label.clone());
        }
        let full = cx.decimals();
        let got = exact::rounded(&(exact(part.points) * exact(share)), full).ok_or(Waiting::TooLarge)?;
        points = points.saturating_add(got);
        let missing = part.points.saturating_sub(got);
        if !got.is_zero() || missing.is_zero() {
            met.push(Term { label: part.label.clone(), points: got });
        }
        if !missing.is_zero() {
            unmet.push(Term { label: part.label.clone(), points: missing });
            causes.push(not_earned(&part.label, missing));
        }
    }
    if *needed == PartsNeeded::All {
        let points = if not_whole.is_empty() { cx.full } else { Decimal::ZERO };
        let cause = Naming::Listed(not_whole.clone());
        let points = points.min(cx.top);
        let derivation = Derivation::AllParts { unmet: not_whole, full: cx.full.min(cx.top) };
        return Ok(cx.earned(points, cause, derivation));
    }
    let kept = Kept { most: Some(cx.top).filter(|top| points > *top), least: None };
    let points = points.min(cx.top);
    Ok(cx.earned_with(points, causes, Naming::Rest, Derivation::Parts { met, unmet, kept }))
}

/// To which share the part is met; `None` where nobody said.
fn share(part: &Part, partial: bool, inputs: &Inputs<'_>) -> Result<Option<Decimal>, Waiting> {
    if !partial {
        return Ok(inputs.flag(&part.id).map(Decimal::from_flag));
    }
    let Some(percent) = inputs.number(&input::share(&part.id)) else { return Ok(None) };
    let limits = Limits { min: Some(Decimal::ZERO), max: Some(Decimal::ONE_HUNDRED), ..Limits::default() };
    let percent = limits.check(percent).map_err(|_| Waiting::OutOfRange)?;
    let share = fraction(percent, Decimal::ONE_HUNDRED).and_then(|share| exact::rounded(&share, 28));
    Ok(Some(share.ok_or(Waiting::TooLarge)?))
}

/// 1 or 0.
trait FromFlag {
    fn from_flag(flag: bool) -> Self;
}

impl FromFlag for Decimal {
    fn from_flag(flag: bool) -> Self {
        if flag { Self::ONE } else { Self::ZERO }
    }
}
