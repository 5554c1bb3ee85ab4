//! What a score that somebody types means to the rule: which of its own inputs come to it.

use super::card::FundsSummary;
use super::item;
use crate::evaluation::{Applicability, InputKey, ItemEntry, Value, input};
use crate::template::{
    Award, Deduction, EachDeduction, Id, Indicator, Measure, Parts, PassRow, Points, RangeDeduction, Risks,
    Template,
};
use rust_decimal::Decimal;

/// A way in which the rule comes to a score.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Way {
    /// What is entered.
    pub inputs: Vec<(InputKey, Option<Value>)>,
    /// What that is.
    pub kind: WayKind,
}

/// What is entered to come to a score.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WayKind {
    /// The score itself: 酌定, or a point within an option.
    Points,
    /// The option that is worth it.
    Option,
    /// All 要点, so many.
    AllParts(usize),
    /// 均达标: all rows that apply, so many.
    AllPass(usize),
    /// 均符合: all risks that apply are kept off, so many.
    AllConform(usize),
    /// 无上述情形
    NothingDeducted,
}

impl WayKind {
    /// Whoever types the score says no more than this: nothing has to be asked.
    pub fn is_said_by_the_score(self) -> bool {
        matches!(self, Self::Points | Self::Option)
    }
}

/// The ways of the rule of `indicator` to come to `points`, whatever state it is in. A rate, a survey, a curve, a ledger
/// have none: their score is worked out from what was measured.
pub fn ways_to(
    template: &Template,
    indicator: &Indicator,
    entry: Option<&ItemEntry>,
    funds: &FundsSummary,
    points: Decimal,
) -> Vec<Way> {
    let untouched = ItemEntry::default();
    let entry = entry.unwrap_or(&untouched);
    let comes_to_it = |way: &Way| {
        let mut tried = entry.clone();
        tried.applicability = Applicability::Applicable;
        tried.overriding = None;
        for (key, value) in &way.inputs {
            match value {
                Some(value) => drop(tried.inputs.insert(key.clone(), value.clone())),
                None => drop(tried.inputs.remove(key)),
            }
        }
        item::score(template, indicator, Some(&tried), funds).score == Some(points)
    };
    let ways: Vec<Way> = candidates(indicator, entry, points).into_iter().filter(comes_to_it).collect();
    // Of several the one within the option that was chosen already.
    let chosen = |way: &&Way| {
        let choice = way.inputs.iter().find(|(key, _)| &**key == input::CHOICE);
        choice.is_some_and(|(key, value)| entry.inputs.get(key) == value.as_ref())
    };
    match ways.iter().find(chosen) {
        Some(chosen) => vec![chosen.clone()],
        None => ways,
    }
}

/// That a case did not happen.
fn without(deduction: &Deduction) -> (InputKey, Option<Value>) {
    match deduction {
        Deduction::Between(RangeDeduction { id, .. }) => (id.clone(), Some(Value::Flag(false))),
        Deduction::Each(EachDeduction { id, .. }) => (input::count(id), Some(Value::Number(Decimal::ZERO))),
        Deduction::Ledger(_) => (input::NOTHING.into(), Some(Value::Flag(true))),
    }
}

/// What may come to `points`; whether it does is tried.
fn candidates(indicator: &Indicator, entry: &ItemEntry, points: Decimal) -> Vec<Way> {
    if let Some(measure) = indicator.rule.award.measure() {
        return all_answered(measure, entry).into_iter().collect();
    }
    let entered = || (input::POINTS.into(), Some(Value::Number(points)));
    match &indicator.rule.award {
        Award::Free { .. } => vec![Way { inputs: vec![entered()], kind: WayKind::Points }],
        Award::OneOf { options } => {
            let way = |option: &crate::template::Choice| {
                let choice = (input::CHOICE.into(), Some(Value::Choice(option.id.clone())));
                match option.points {
                    Points::Fixed(_) | Points::Fraction(_) => {
                        Way { inputs: vec![choice], kind: WayKind::Option }
                    }
                    Points::Range { .. } | Points::Share { .. } => {
                        Way { inputs: vec![choice, entered()], kind: WayKind::Points }
                    }
                }
            };
            options.iter().map(way).collect()
        }
        Award::Parts(Parts { parts, partial: false, .. }) => {
            let met = parts.iter().map(|part| (part.id.clone(), Some(Value::Flag(true)))).collect();
            vec![Way { inputs: met, kind: WayKind::AllParts(parts.len()) }]
        }
        Award::Full => {
            let inputs = indicator.rule.deductions.iter().map(without).collect();
            vec![Way { inputs, kind: WayKind::NothingDeducted }]
        }
        _ => Vec::new(),
    }
}

/// Every question of the measure answered well; what was said not to apply still does not.
fn all_answered(measure: &Measure, entry: &ItemEntry) -> Option<Way> {
    let applies = |id: &&Id| entry.inputs.get(*id) != Some(&Value::Choice(input::NOT_APPLICABLE.into()));
    let well = |id: &Id| (id.clone(), Some(Value::Choice(input::YES.into())));
    let way = |ids: Vec<&Id>, kind: fn(usize) -> WayKind| {
        let inputs: Vec<_> = ids.into_iter().filter(applies).map(well).collect();
        Way { kind: kind(inputs.len()), inputs }
    };
    match measure {
        Measure::Passes { rows } if !rows.iter().any(PassRow::is_measured) => {
            Some(way(rows.iter().map(|row| &row.id).collect(), WayKind::AllPass))
        }
        Measure::Risks(Risks { risks, .. }) => {
            Some(way(risks.iter().map(|risk| &risk.id).collect(), WayKind::AllConform))
        }
        _ => None,
    }
}
