//! What is taken away, each with its cause, down to the floor (扣完为止).

use super::award::Earned;
use super::card::{Cause, CauseKind, Waiting};
use super::derivation::{Derivation, Term};
use crate::evaluation::{ItemEntry, input};
use crate::number::Limits;
use crate::template::{Award, Deduction, Indicator, Label, Rounding};
use rust_decimal::Decimal;

/// Applies the deductions of the rule to what was earned.
pub(super) fn apply(
    rounding: &Rounding,
    indicator: &Indicator,
    entry: &ItemEntry,
    earned: Earned,
) -> Result<Earned, Waiting> {
    let rule = &indicator.rule;
    if rule.deductions.is_empty() {
        return Ok(earned);
    }
    let answered = rule.deductions.iter().any(|deduction| is_answered(deduction, entry));
    if !answered && rule.award == Award::Full {
        return Err(Waiting::Inputs);
    }
    let mut terms = Vec::new();
    for deduction in &rule.deductions {
        let points = taken(rounding, deduction, entry)?;
        if !points.is_zero() {
            terms.push(Term { label: deduction.label().clone(), points });
        }
    }
    Ok(less(earned, terms, rule.floor.unwrap_or_default()))
}

fn is_answered(deduction: &Deduction, entry: &ItemEntry) -> bool {
    match deduction {
        Deduction::Between { id, .. } => entry.flag(id).is_some(),
        Deduction::Each { id, .. } => entry.inputs.contains_key(&input::count(id)),
        Deduction::Ledger { .. } => false,
    }
}

/// Points that a deduction takes.
fn taken(rounding: &Rounding, deduction: &Deduction, entry: &ItemEntry) -> Result<Decimal, Waiting> {
    match deduction {
        Deduction::Between { id, .. } if entry.flag(id) != Some(true) => Ok(Decimal::ZERO),
        Deduction::Between { from, to, .. } if from == to => Ok(*from),
        Deduction::Between { id, from, to, .. } => {
            let points = entry.number(&input::deducted(id)).ok_or(Waiting::PointsOfDeduction)?;
            let limits =
                Limits { min: Some(*from), max: Some(*to), step: Some(rounding.step), below_max: false };
            limits.check(points).map_err(|_| Waiting::OutOfRange)
        }
        Deduction::Each { id, points, cap, .. } => {
            let count = entry.number(&input::count(id)).unwrap_or_default();
            let count = input::counts().check(count).map_err(|_| Waiting::OutOfRange)?;
            let taken = points.checked_mul(count).ok_or(Waiting::TooLarge)?;
            Ok(cap.map_or(taken, |cap| taken.min(cap)))
        }
        Deduction::Ledger { .. } => Ok(Decimal::ZERO),
    }
}

fn less(earned: Earned, taken: Vec<Term>, floor: Decimal) -> Earned {
    let base = earned.points;
    let sum = taken.iter().fold(Decimal::ZERO, |sum, term| sum.saturating_add(term.points));
    let points = base.saturating_sub(sum).max(floor.min(base));
    let given_back = points.saturating_sub(base.saturating_sub(sum));
    let cause = |kind, label: &Label, points| Cause { kind, label: label.clone(), points };
    let mut causes = earned.causes;
    causes.extend(taken.iter().map(|term| cause(CauseKind::Deduction, &term.label, term.points)));
    let floored = !given_back.is_zero();
    if floored {
        causes.push(cause(CauseKind::Floor, &"扣完为止".into(), -given_back));
    }
    let floor = floored.then_some(floor);
    let derivation = Derivation::Less { from: Box::new(earned.derivation), base, taken, floor };
    Earned { points, causes, derivation }
}
