//! What is taken away (R7, R8, R27), each with its cause, down to the floor (扣完为止).

use super::award::steps;
use super::card::{Cause, CauseKind, Derivation, EachCounted, Naming, Taken, Waiting};
use super::earned::{self, Context, Earned};
use super::inputs::Inputs;
use super::ledger_entry;
use super::measured::NoNumber;
use super::occurrences::counted;
use crate::evaluation::{ItemEntry, input};
use crate::number::{Limits, exact, round};
use crate::template::{
    Award, Deduction, EachDeduction, Indicator, LedgerDeduction, RangeDeduction, Rounding, StepsDeduction,
};
use rust_decimal::Decimal;

/// What deductions came to, before and after the floor.
pub(super) struct Deducted {
    pub earned: Earned,
    /// What the award earned.
    pub base: Decimal,
    /// Σ deductions, before the floor.
    pub taken: Decimal,
}

/// Applies the deductions of the rule to what was earned.
pub(super) fn apply(cx: Context<'_>, entry: &ItemEntry, earned: Earned) -> Result<Deducted, Waiting> {
    let (rounding, indicator) = (cx.rounding, cx.indicator);
    let rule = &indicator.rule;
    let base = earned.points;
    if rule.deductions.is_empty() {
        return Ok(Deducted { earned, base, taken: Decimal::ZERO });
    }
    let answered = rule.deductions.iter().any(|deduction| is_answered(deduction, entry));
    if !answered && rule.award == Award::Full {
        return Err(Waiting::Inputs);
    }
    let mut terms = Vec::new();
    for deduction in &rule.deductions {
        let (points, label) = match deduction {
            Deduction::Steps(steps) => stepped(cx, steps, entry)?,
            deduction => {
                let points = taken(rounding, indicator, deduction, entry)?;
                (points, label(rounding, indicator, deduction, entry))
            }
        };
        let points = round(points, earned::decimals(rounding));
        if !points.is_zero() {
            terms.push(Taken { label, points });
        }
    }
    let taken = terms.iter().fold(Decimal::ZERO, |sum, term| sum.saturating_add(term.points));
    Ok(Deducted { earned: less(earned, terms, taken, rule.floor.unwrap_or_default()), base, taken })
}

/// What steps take of a measured number, and what that number is.
fn stepped(
    cx: Context<'_>,
    deduction: &StepsDeduction,
    entry: &ItemEntry,
) -> Result<(Decimal, Naming), Waiting> {
    let prefix = deduction.prefix();
    let measured = cx.measured(&deduction.measure, &Inputs::at(entry, &prefix));
    let value = measured.and_then(|measured| measured.value()).map_err(|no_number| match no_number {
        NoNumber::Waiting(waiting) | NoNumber::Zero { waiting, .. } => waiting,
    })?;
    let (change, _) = steps::changed(&deduction.steps, &value)?;
    let taken =
        exact::rounded(&-change, earned::WORKING_DECIMALS).ok_or(Waiting::TooLarge)?.max(Decimal::ZERO);
    let label = Naming::Stepped {
        label: deduction.label.clone(),
        value: cx.shown(&value),
        share: deduction.measure.is_share(),
    };
    Ok((deduction.cap.map_or(taken, |cap| taken.min(cap)), label))
}

/// What the deduction is called; a ledger's names what its rows come to.
fn label(rounding: &Rounding, indicator: &Indicator, deduction: &Deduction, entry: &ItemEntry) -> Naming {
    if let Deduction::Each(each) = deduction {
        return each_label(entry, each);
    }
    let (Deduction::Ledger(LedgerDeduction { label, cap, .. }), Some(ledger)) =
        (deduction, &indicator.rule.ledger)
    else {
        return deduction.label().into();
    };
    let score = ledger_entry::of_entry(indicator, entry, earned::decimals(rounding));
    let found = score.map(|score| (ledger_entry::detail(ledger, &score), score.total.points));
    match found {
        Ok((detail, points)) if !detail.is_empty() => {
            let most = cap.filter(|cap| points > *cap);
            Naming::Ledger { label: label.clone(), detail: detail.into(), most }
        }
        _ => label.into(),
    }
}

/// `手续不全：3 处，免责 1 处，2 × 0.5 分，最多 2 分`.
fn each_label(entry: &ItemEntry, each: &EachDeduction) -> Naming {
    let EachDeduction { id, label, points, cap } = each;
    let count = entry.number(&input::count(id)).unwrap_or_default();
    let exempt = entry.number(&input::exempt_count(id)).unwrap_or_default();
    let counted = counted(each, entry);
    let reached = cap.filter(|cap| points.checked_mul(counted).is_none_or(|all| all > *cap));
    let (label, points, most) = (label.clone(), *points, reached);
    Naming::Each(EachCounted { label, count, exempt, counted, points, most }.into())
}

fn is_answered(deduction: &Deduction, entry: &ItemEntry) -> bool {
    match deduction {
        Deduction::Between(RangeDeduction { id, .. }) => entry.flag(id).is_some(),
        Deduction::Each(EachDeduction { id, .. }) => entry.inputs.contains_key(&input::count(id)),
        Deduction::Ledger(_) => !entry.ledger.is_empty() || entry.flag(input::NOTHING) == Some(true),
        // Without its number there is no score at all.
        Deduction::Steps(_) => true,
    }
}

/// Points that a deduction takes.
fn taken(
    rounding: &Rounding,
    indicator: &Indicator,
    deduction: &Deduction,
    entry: &ItemEntry,
) -> Result<Decimal, Waiting> {
    match deduction {
        Deduction::Between(range) => within_range(rounding, range, entry),
        Deduction::Each(each) => for_each(each, entry),
        // Worked out by itself.
        Deduction::Steps(_) => Ok(Decimal::ZERO),
        Deduction::Ledger(_) if !is_answered(deduction, entry) => Ok(Decimal::ZERO),
        Deduction::Ledger(LedgerDeduction { cap, .. }) => {
            let score = ledger_entry::of_entry(indicator, entry, earned::decimals(rounding))?;
            let taken = score.total.points.max(Decimal::ZERO);
            Ok(cap.map_or(taken, |cap| taken.min(cap)))
        }
    }
}

fn within_range(
    rounding: &Rounding,
    RangeDeduction { id, from, to, label: _ }: &RangeDeduction,
    entry: &ItemEntry,
) -> Result<Decimal, Waiting> {
    if entry.flag(id) != Some(true) {
        return Ok(Decimal::ZERO);
    }
    if from == to {
        return Ok(*from);
    }
    let points = entry.number(&input::deducted(id)).ok_or(Waiting::PointsOfDeduction)?;
    let limits = Limits { min: Some(*from), max: Some(*to), step: Some(rounding.step), below_max: false };
    limits.check(points).map_err(|_| Waiting::OutOfRange)
}

fn for_each(
    EachDeduction { id, points, cap, label: _ }: &EachDeduction,
    entry: &ItemEntry,
) -> Result<Decimal, Waiting> {
    let number = |key: &str| {
        let count = entry.number(key).unwrap_or_default();
        input::counts().check(count).map_err(|_| Waiting::OutOfRange)
    };
    let (all, exempt) = (number(&input::count(id))?, number(&input::exempt_count(id))?);
    // Nobody is excused of what did not happen: such a file was made by another hand.
    let counted =
        all.checked_sub(exempt).filter(|counted| *counted >= Decimal::ZERO).ok_or(Waiting::OutOfRange)?;
    let taken = points.checked_mul(counted).ok_or(Waiting::TooLarge)?;
    Ok(cap.map_or(taken, |cap| taken.min(cap)))
}

fn less(earned: Earned, taken: Vec<Taken>, sum: Decimal, floor: Decimal) -> Earned {
    let base = earned.points;
    let points = base.saturating_sub(sum).max(floor.min(base));
    let given_back = points.saturating_sub(base.saturating_sub(sum));
    let cause = |kind, label: &Naming, points| Cause { kind, label: label.clone(), points };
    let mut causes = earned.causes;
    causes.extend(taken.iter().map(|term| cause(CauseKind::Deduction, &term.label, term.points)));
    let floored = !given_back.is_zero();
    if floored {
        causes.push(cause(CauseKind::Floor, &Naming::Floor, -given_back));
    }
    // What the award leaves below the floor is not lifted to it.
    let floor = floored.then_some(floor.min(base));
    let derivation = Derivation::Less { from: Box::new(earned.derivation), base, taken, floor };
    Earned { points, causes, derivation, comparison: earned.comparison }
}
