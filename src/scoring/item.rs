//! The score of one indicator: state, gates, rule, override, what strikes it itself.

use super::around::Around;
use super::award;
use super::card::{
    Cause, CauseKind, Derivation, Inapplicable, ItemScore, ItemState, Naming, Strike, Struck, Waiting,
};
use super::deduction::{self, Deducted};
use super::earned::{self, Context, Without};
use super::effect;
use super::inputs::Inputs;
use super::last_year;
use super::ledger_entry;
use crate::evaluation::{Applicability, ItemEntry, Override};
use crate::template::{Award, Consequence, Indicator, Label, NotApplicablePolicy, Rounding, Scope, Template};
use rust_decimal::Decimal;
use std::sync::Arc;

pub(super) fn score(around: Around<'_>, indicator: &Indicator, entry: Option<&ItemEntry>) -> ItemScore {
    let untouched = ItemEntry::default();
    let entry = entry.unwrap_or(&untouched);
    let mut item = in_its_state(around, indicator, entry);
    let decimals = earned::decimals(&around.template.rounding);
    item.ledger = ledger_entry::of_rows(indicator, entry, decimals).ok().map(Arc::new);
    item
}

/// The same, with what last year's evaluation says of it.
pub(super) fn score_beside(
    around: Around<'_>,
    indicator: &Indicator,
    entry: Option<&ItemEntry>,
) -> ItemScore {
    let last = around.evaluation.last_year.as_deref();
    let last_year = last.map(|last| last_year::beside(last, &around.template.rounding, indicator, entry));
    ItemScore { last_year, ..score(around, indicator, entry) }
}

fn in_its_state(around: Around<'_>, indicator: &Indicator, entry: &ItemEntry) -> ItemScore {
    match &entry.applicability {
        Applicability::Applicable => computed(around, indicator, entry),
        Applicability::NoInformation => {
            let mut item = no_information(indicator);
            // What is ticked strikes all the same: a veto needs no score.
            strike(&mut item, &effect::struck(&indicator.rule, entry, None).0);
            item
        }
        Applicability::NotApplicable { reason } => {
            not_applicable(around.template, indicator, Inapplicable::Said(reason.as_str().into()))
        }
    }
}

fn no_information(indicator: &Indicator) -> ItemScore {
    without_score(indicator, ItemState::NoInformation, Derivation::NoInformation)
}

fn not_applicable(template: &Template, indicator: &Indicator, reason: Inapplicable) -> ItemScore {
    let mut item = without_score(indicator, ItemState::NotApplicable { reason }, Derivation::NotApplicable);
    if template.not_applicable == NotApplicablePolicy::FullMarks {
        item.score = Some(indicator.points);
        item.deduction = Some(Decimal::ZERO);
    }
    item
}

fn unscored(indicator: &Indicator, waiting: Waiting) -> ItemScore {
    without_score(indicator, ItemState::Unscored(waiting), Derivation::None(waiting))
}

fn without_score(indicator: &Indicator, state: ItemState, derivation: Derivation) -> ItemScore {
    ItemScore {
        id: indicator.id.clone(),
        name: indicator.name.clone(),
        points: indicator.points,
        state,
        computed: None,
        score: None,
        deduction: None,
        causes: Vec::new(),
        derivation,
        override_reason: None,
        comparison: None,
        effects: Vec::new(),
        unstruck: None,
        ledger: None,
        evidence: 0,
        last_year: None,
    }
}

fn computed(around: Around<'_>, indicator: &Indicator, entry: &ItemEntry) -> ItemScore {
    let rounding = &around.template.rounding;
    let ruled = by_rule(around, indicator, entry);
    let (struck, waits) = effect::struck(&indicator.rule, entry, ruled.as_ref().ok());
    let mut item = match (&entry.overriding, ruled) {
        (Some(overriding), _) if !may_override(rounding, indicator, overriding) => {
            unscored(indicator, Waiting::OutOfRange)
        }
        (Some(overriding), ruled) => overridden(indicator, overriding, ruled),
        (None, Ok(ruled)) => scored(indicator, ruled),
        (None, Err(Without::NoInformation)) => no_information(indicator),
        (None, Err(Without::NotApplicable)) => {
            not_applicable(around.template, indicator, Inapplicable::ZeroDenominator)
        }
        (None, Err(Without::Waiting(waiting))) => unscored(indicator, waiting),
    };
    if matches!(item.state, ItemState::NotApplicable { .. }) {
        return item;
    }
    if let Some(waiting) = waits.filter(|_| entry.overriding.is_none()) {
        item = unscored(indicator, waiting);
    }
    strike(&mut item, &struck);
    item
}

/// Gates, award, deductions.
fn by_rule(around: Around<'_>, indicator: &Indicator, entry: &ItemEntry) -> Result<Deducted, Without> {
    let rule = &indicator.rule;
    let full = indicator.points;
    let cx = Context {
        rounding: &around.template.rounding,
        indicator,
        around,
        full,
        top: rule.ceiling.unwrap_or(full),
    };
    let answers: Vec<Option<bool>> = rule.gates.iter().map(|gate| entry.flag(&gate.id)).collect();
    if answers.contains(&Some(false)) {
        let is_unmet = |(_, answer): &(_, &Option<bool>)| **answer == Some(false);
        let unmet: Vec<Label> =
            rule.gates.iter().zip(&answers).filter(is_unmet).map(|(gate, _)| gate.label.clone()).collect();
        let cause = Naming::Gates { unmet: unmet.clone() };
        let earned = cx.earned(Decimal::ZERO, cause, Derivation::Gates { unmet });
        return Ok(Deducted { earned, base: Decimal::ZERO, taken: Decimal::ZERO });
    }
    if answers.contains(&None) {
        return Err(Waiting::Gate.into());
    }
    let only_effects = rule.award == Award::Full && rule.deductions.is_empty() && !rule.effects.is_empty();
    if only_effects && !effect::is_answered(rule, entry) {
        return Err(Waiting::Inputs.into());
    }
    let earned = award::earned(cx, &rule.award, &Inputs::of(entry))?;
    Ok(deduction::apply(cx, entry, earned)?)
}

fn scored(indicator: &Indicator, deducted: Deducted) -> ItemScore {
    let earned = deducted.earned;
    let compared =
        indicator.points.is_zero().then_some(earned.comparison.as_ref()).flatten().map(|one| one.met);
    if let Some(met) = compared {
        let item = without_score(indicator, ItemState::Compared { met }, earned.derivation);
        return ItemScore { comparison: earned.comparison, ..item };
    }
    ItemScore {
        computed: Some(earned.points),
        score: Some(earned.points),
        deduction: Some(indicator.points.saturating_sub(earned.points)),
        causes: earned.causes,
        comparison: earned.comparison,
        ..without_score(indicator, ItemState::Scored, earned.derivation)
    }
}

/// The edit checks it too; a file may have been changed by hand.
fn may_override(rounding: &Rounding, indicator: &Indicator, to: &Override) -> bool {
    indicator.override_limits(rounding.step).check(to.score).is_ok()
}

fn overridden(indicator: &Indicator, to: &Override, ruled: Result<Deducted, Without>) -> ItemScore {
    let (computed, mut causes, rule, comparison) = match ruled.map(|deducted| deducted.earned) {
        Ok(earned) => (Some(earned.points), earned.causes, earned.derivation, earned.comparison),
        Err(without) => (None, Vec::new(), none(without), None),
    };
    let difference = computed.unwrap_or(indicator.points).saturating_sub(to.score);
    if !difference.is_zero() {
        causes.push(Cause { kind: CauseKind::Override, label: Naming::Override, points: difference });
    }
    let reason: Arc<str> = to.reason.as_str().into();
    let derivation = Derivation::Overridden { rule: Box::new(rule), computed, reason: reason.clone() };
    ItemScore {
        computed,
        score: Some(to.score),
        deduction: Some(indicator.points.saturating_sub(to.score)),
        causes,
        override_reason: Some(reason),
        comparison,
        ..without_score(indicator, ItemState::Scored, derivation)
    }
}

fn none(without: Without) -> Derivation {
    match without {
        Without::Waiting(waiting) => Derivation::None(waiting),
        Without::NoInformation => Derivation::NoInformation,
        Without::NotApplicable => Derivation::NotApplicable,
    }
}

/// What its own effects do to the indicator itself; those that reach further are noted for the roll-up.
fn strike(item: &mut ItemScore, struck: &[Struck]) {
    for one in struck {
        match (&one.scope, &one.strike) {
            (Scope::Item, Strike::Veto(Consequence::Zero)) => veto(item, &(&one.label).into(), None),
            (Scope::Item, Strike::Veto(Consequence::Cap(cap))) => {
                veto(item, &(&one.label).into(), Some(*cap))
            }
            (Scope::Item, _) => {}
            _ => item.effects.push(one.clone()),
        }
    }
}

/// Leaves an indicator at most `cap` points, or without a cap 0, which is its score even if it had none yet.
pub(super) fn veto(item: &mut ItemScore, label: &Naming, cap: Option<Decimal>) {
    let inapplicable = matches!(item.state, ItemState::NotApplicable { .. });
    if inapplicable || matches!(item.state, ItemState::Compared { .. }) {
        return;
    }
    let score = match (item.score, cap) {
        (Some(score), None) if score.is_zero() => return,
        (Some(score), Some(cap)) if score <= cap => return,
        (None, Some(_)) => return,
        (_, cap) => cap.unwrap_or_default(),
    };
    let before = item.score.unwrap_or(item.points);
    let cause = Cause { kind: CauseKind::Veto, label: label.clone(), points: before.saturating_sub(score) };
    let rule = std::mem::replace(&mut item.derivation, Derivation::Full);
    item.derivation = Derivation::Vetoed { rule: Box::new(rule), computed: item.score, label: label.clone() };
    if !cause.points.is_zero() {
        item.causes.push(cause);
    }
    item.state = ItemState::Scored;
    item.score = Some(score);
    item.deduction = Some(item.points.saturating_sub(score));
}
