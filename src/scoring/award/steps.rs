//! 每相差一个单位扣 (加) 若干分 (R6, R6b).

use crate::number::exact::{self, Exact, exact};
use crate::scoring::card::{Cause, CauseKind, Derivation, Naming, StepTerm, Waiting};
use crate::scoring::earned::{Context, Earned, Number, WORKING_DECIMALS, Without};
use crate::scoring::inputs::Inputs;
use crate::template::{Counting, Side, Step, Steps};
use rust_decimal::Decimal;

pub(super) fn earned(
    cx: Context<'_>,
    Steps { measure, start, steps, zero }: &Steps,
    inputs: &Inputs<'_>,
) -> Result<Earned, Without> {
    let (value, source) = match cx.number(measure, *zero, inputs)? {
        Number::Is(value, source) => (value, source),
        Number::Worth(earned) => return Ok(earned),
    };
    let start = start.unwrap_or(cx.full);
    let (change, terms) = changed(steps, &value)?;
    let points = exact(start) + change;
    let (points, kept) = cx.kept(&points)?;
    let share = measure.is_share();
    let derivation = Derivation::Steps {
        source,
        value: cx.shown(&value),
        share,
        start,
        steps: steps.clone(),
        terms,
        kept,
    };
    let causes = causes(cx, start);
    Ok(cx.earned_with(points, causes, Naming::OffStandard, derivation))
}

/// What the steps add to the points, below 0 where they take, and each of them that counts.
pub(in crate::scoring) fn changed(steps: &[Step], value: &Exact) -> Result<(Exact, Vec<StepTerm>), Waiting> {
    let mut points = exact::zero();
    let mut terms = Vec::new();
    for step in steps {
        let Some((units, change)) = change(step, value) else { continue };
        points = if step.gives { points + &change } else { points - &change };
        let units = exact::rounded(&units, 4).ok_or(Waiting::TooLarge)?.normalize();
        let change = exact::rounded(&change, WORKING_DECIMALS).ok_or(Waiting::TooLarge)?.normalize();
        terms.push(StepTerm { step: step.clone(), units, change });
    }
    Ok((points, terms))
}

/// Starting below full marks is a cause of its own.
fn causes(cx: Context<'_>, start: Decimal) -> Vec<Cause> {
    let missing = cx.full.saturating_sub(start);
    if missing <= Decimal::ZERO {
        return Vec::new();
    }
    vec![Cause { kind: CauseKind::NotEarned, label: Naming::StartsBelowFull, points: missing }]
}

/// Units beyond the threshold and the points they are worth; `None` on the other side of it.
fn change(step: &Step, value: &Exact) -> Option<(Exact, Exact)> {
    let at = exact(step.at);
    let distance = match step.side {
        Side::Below => at - value,
        Side::Above => value - at,
        Side::Both if *value < at => at - value,
        Side::Both => value - at,
    };
    if distance <= exact::zero() || step.unit.is_zero() {
        return None;
    }
    let units = distance / exact(step.unit);
    let units = match step.counting {
        Counting::Whole => units.floor(),
        Counting::Begun => units.ceil(),
        Counting::Proportional => units,
    };
    let change = &units * exact(step.points);
    let change = match step.most.map(exact) {
        Some(most) if change > most => most,
        _ => change,
    };
    Some((units, change))
}
