//! The score of one indicator: state, rule, override.

use super::award::{self, Earned};
use super::card::{Cause, CauseKind, ItemScore, ItemState, Waiting};
use super::deduction;
use super::derivation::Derivation;
use super::funds::FundsSummary;
use crate::evaluation::{Applicability, ItemEntry, Override};
use crate::number::{Limits, round};
use crate::template::{Award, Indicator, NotApplicablePolicy, Points, Rounding, Template};
use rust_decimal::Decimal;

pub(super) fn score(
    template: &Template,
    indicator: &Indicator,
    entry: Option<&ItemEntry>,
    funds: &FundsSummary,
) -> ItemScore {
    let Some(entry) = entry else {
        return computed(template, indicator, &ItemEntry::default(), funds);
    };
    match &entry.applicability {
        Applicability::Applicable => computed(template, indicator, entry, funds),
        Applicability::NoInformation => {
            without_score(indicator, ItemState::NoInformation, Derivation::NoInformation)
        }
        Applicability::NotApplicable { reason } => {
            let state = ItemState::NotApplicable { reason: reason.as_str().into() };
            let mut item = without_score(indicator, state, Derivation::NotApplicable);
            if template.not_applicable == NotApplicablePolicy::FullMarks {
                item.score = Some(indicator.points);
                item.deduction = Some(Decimal::ZERO);
            }
            item
        }
    }
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
        evidence: 0,
    }
}

fn computed(
    template: &Template,
    indicator: &Indicator,
    entry: &ItemEntry,
    funds: &FundsSummary,
) -> ItemScore {
    let rounding = &template.rounding;
    let earned = award::earned(rounding, indicator, entry, funds)
        .and_then(|earned| deduction::apply(rounding, indicator, entry, earned));
    match (&entry.overriding, earned) {
        (Some(overriding), _) if !may_override(rounding, indicator, overriding) => {
            let waiting = Waiting::OutOfRange;
            without_score(indicator, ItemState::Unscored(waiting), Derivation::None(waiting))
        }
        (Some(overriding), earned) => overridden(indicator, overriding, earned),
        (None, Ok(earned)) => scored(indicator, earned),
        (None, Err(waiting)) => {
            without_score(indicator, ItemState::Unscored(waiting), Derivation::None(waiting))
        }
    }
}

fn scored(indicator: &Indicator, earned: Earned) -> ItemScore {
    ItemScore {
        computed: Some(earned.points),
        score: Some(earned.points),
        deduction: Some(indicator.points - earned.points),
        causes: earned.causes,
        ..without_score(indicator, ItemState::Scored, earned.derivation)
    }
}

/// The edit checks it too; a file may have been changed by hand.
fn may_override(rounding: &Rounding, indicator: &Indicator, to: &Override) -> bool {
    let (min, max) = (Some(Decimal::ZERO), Some(indicator.points));
    Limits { min, max, step: Some(rounding.step), below_max: false }.check(to.score).is_ok()
}

fn overridden(indicator: &Indicator, to: &Override, earned: Result<Earned, Waiting>) -> ItemScore {
    let (computed, mut causes, rule) = match earned {
        Ok(earned) => (Some(earned.points), earned.causes, earned.derivation),
        Err(waiting) => (None, Vec::new(), Derivation::None(waiting)),
    };
    let difference = computed.unwrap_or(indicator.points) - to.score;
    if !difference.is_zero() {
        causes.push(Cause { kind: CauseKind::Override, label: "人工改分".into(), points: difference });
    }
    let reason: std::sync::Arc<str> = to.reason.as_str().into();
    let derivation = Derivation::Overridden { rule: Box::new(rule), computed, reason: reason.clone() };
    ItemScore {
        computed,
        score: Some(to.score),
        deduction: Some(indicator.points - to.score),
        causes,
        override_reason: Some(reason),
        ..without_score(indicator, ItemState::Scored, derivation)
    }
}

/// The points that may be chosen within a qualitative band, its edges rounded to `decimals`; `None` where the
/// indicator has no such band.
pub fn band_range(
    indicator: &Indicator,
    entry: Option<&ItemEntry>,
    choice: &str,
    decimals: u32,
) -> Option<Limits> {
    let Award::OneOf { options } = &indicator.rule.award else {
        return None;
    };
    let position = options.iter().position(|option| *option.id == *choice)?;
    let Points::Share { from, to } = options[position].points else {
        return None;
    };
    let moved = entry.and_then(|entry| entry.band_edges.as_ref());
    let (from, to) = match moved {
        Some(edges) => (
            edges.get(position).copied().unwrap_or(Decimal::ZERO),
            position.checked_sub(1).and_then(|above| edges.get(above)).copied().unwrap_or(Decimal::ONE),
        ),
        None => (from, to),
    };
    let edge = |share: Decimal| indicator.points.checked_mul(share).map(|points| round(points, decimals));
    Some(Limits { min: Some(edge(from)?), max: Some(edge(to)?), below_max: to < Decimal::ONE, step: None })
}
