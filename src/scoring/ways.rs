//! What a score that somebody types means to the rule: which of its own inputs come to it.

use super::around::Around;
use super::item;
use crate::evaluation::{Applicability, InputKey, ItemEntry, Value, input};
use crate::template::{
    Award, Deduction, EachDeduction, Id, Indicator, Measure, Part, Parts, PassRow, Points, RangeDeduction,
    Risks,
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
    /// Some of the 要点, so many: no others come to it.
    Parts(usize),
    /// 无上述情形
    NothingDeducted,
    /// The only kind of deduction, so many times.
    Occurrences(Decimal),
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
    around: Around<'_>,
    indicator: &Indicator,
    entry: Option<&ItemEntry>,
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
        item::score(around, indicator, Some(&tried)).score == Some(points)
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

/// What the rule of `indicator` comes to by what is entered, before it is overridden; `None` where that does not suffice.
pub fn comes_to(around: Around<'_>, indicator: &Indicator, entry: &ItemEntry) -> Option<Decimal> {
    item::score(around, indicator, Some(entry)).computed
}

/// 无上述情形: that no case of deduction of the rule happened.
pub fn nothing_deducted(indicator: &Indicator) -> Vec<(InputKey, Option<Value>)> {
    indicator.rule.deductions.iter().filter_map(without).collect()
}

/// That a case did not happen.
fn without(deduction: &Deduction) -> Option<(InputKey, Option<Value>)> {
    Some(match deduction {
        Deduction::Between(RangeDeduction { id, .. }) => (id.clone(), Some(Value::Flag(false))),
        Deduction::Each(EachDeduction { id, .. }) => (input::count(id), Some(Value::Number(Decimal::ZERO))),
        Deduction::Ledger(_) => (input::NOTHING.into(), Some(Value::Flag(true))),
        // What is measured has to be entered.
        Deduction::Steps(_) => return None,
    })
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
            let all = Way { inputs: met, kind: WayKind::AllParts(parts.len()) };
            std::iter::once(all).chain(only_parts(parts, points)).collect()
        }
        // 加减分: nothing happened that stands in the ledger.
        Award::Entries => {
            let inputs = vec![(input::NOTHING.into(), Some(Value::Flag(true)))];
            vec![Way { inputs, kind: WayKind::NothingDeducted }]
        }
        Award::Full => {
            let none = Way { inputs: nothing_deducted(indicator), kind: WayKind::NothingDeducted };
            std::iter::once(none).chain(occurrences(indicator, points)).collect()
        }
        _ => Vec::new(),
    }
}

/// Parts of which all choices are looked through.
const MOST_PARTS: usize = 12;

/// The only choice of some of the parts that is worth `points`.
fn only_parts(parts: &[Part], points: Decimal) -> Option<Way> {
    let choices = 1_usize.checked_shl(u32::try_from(parts.len().min(MOST_PARTS + 1)).ok()?)?;
    let met =
        |choice: usize| parts.iter().enumerate().map(move |(place, part)| (part, choice >> place & 1 == 1));
    let worth = |choice: usize| {
        let points = met(choice).filter(|(_, is_met)| *is_met).map(|(part, _)| part.points);
        points.fold(Decimal::ZERO, Decimal::saturating_add)
    };
    // All of them is a way of its own; none of them says nothing of why.
    let mut worth_it = (1..choices.saturating_sub(1)).filter(|choice| worth(*choice) == points);
    let (only, None) = (worth_it.next()?, worth_it.next()) else { return None };
    let inputs: Vec<_> =
        met(only).map(|(part, is_met)| (part.id.clone(), Some(Value::Flag(is_met)))).collect();
    (parts.len() <= MOST_PARTS)
        .then_some(Way { inputs, kind: WayKind::Parts(met(only).filter(|(_, is_met)| *is_met).count()) })
}

/// A rule with one kind of deduction, so much each time: how often it happened. Where all is lost (扣完为止), or as much
/// as may be, it may have happened more often.
fn occurrences(indicator: &Indicator, points: Decimal) -> Option<Way> {
    let [Deduction::Each(each)] = indicator.rule.deductions.as_slice() else { return None };
    let lost = indicator.points.checked_sub(points).filter(|lost| *lost > Decimal::ZERO)?;
    let is_bounded =
        indicator.rule.floor.is_some_and(|floor| points <= floor) || each.cap.is_some_and(|cap| lost >= cap);
    let count = lost.checked_div(each.points).filter(|count| count.fract().is_zero() && !is_bounded)?;
    let inputs = vec![(input::count(&each.id), Some(Value::Number(count)))];
    Some(Way { inputs, kind: WayKind::Occurrences(count.normalize()) })
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
