//! Points that the words of an indicator name: （4分） is read by people, and must be what the rule gives.

use super::{Checker, sum, terms};
use crate::number::{self, plain};
use crate::template::{Alternatives, Award, Bands, Deduction, Indicator, PerUnit, Points, Steps};
use crate::text::Message;
use rust_decimal::Decimal;

impl Checker {
    /// Compares the points named in 具体指标 and 评价标准 with those of the indicator and of its parts.
    pub(super) fn words(&mut self, indicator: &Indicator) {
        for (field, words) in [("criterion", &indicator.criterion), ("standard", &indicator.standard)] {
            let named = points_in(words);
            if !agrees(&named, indicator) {
                let message = Message::new(match field {
                    "criterion" => "problem-words-criterion",
                    _ => "problem-words-standard",
                });
                let message = message.with("named", terms(&named));
                self.warning(message.with("points", plain(indicator.points)));
            }
        }
    }
}

/// What stands in parentheses as so many points: `（4分）`, `(0.5 分)`.
fn points_in(words: &str) -> Vec<Decimal> {
    let behind = words.split(['（', '(']).skip(1);
    let within = behind.filter_map(|rest| rest.split_once(['）', ')']).map(|(within, _)| within));
    within.filter_map(|within| number::parse(within.trim().strip_suffix('分')?).ok()).collect()
}

/// Each is what the indicator or something in its rule is worth, and those of a checklist are worth it together.
fn agrees(named: &[Decimal], indicator: &Indicator) -> bool {
    let (points, rule) = (indicator.points, &indicator.rule);
    if sum(named).is_none_or(|sum| sum == points) || named.iter().all(|named| *named == points) {
        return true;
    }
    // What a ledger's rows and effects are worth depends on more than a number.
    if rule.ledger.is_some() || !rule.effects.is_empty() {
        return true;
    }
    if let Award::Parts(_) = rule.award {
        return false;
    }
    let mut worths = vec![points];
    worths.extend(rule.ceiling);
    worths_of(&rule.award, points, &mut worths);
    rule.deductions.iter().for_each(|deduction| worths_of_deduction(deduction, &mut worths));
    named.iter().all(|named| worths.contains(named))
}

fn worths_of(award: &Award, points: Decimal, into: &mut Vec<Decimal>) {
    match award {
        Award::OneOf { options } => {
            options.iter().for_each(|option| worths_of_points(&option.points, points, into));
        }
        Award::Bands(Bands { bands, .. }) => {
            bands.iter().for_each(|band| worths_of_points(&band.points, points, into));
        }
        Award::Steps(Steps { start, steps, .. }) => {
            into.extend(*start);
            into.extend(steps.iter().flat_map(|step| [Some(step.points), step.most]).flatten());
        }
        Award::PerUnit(PerUnit { points, .. }) => into.push(*points),
        Award::Alternatives(Alternatives { options, .. }) => {
            for option in options {
                into.extend(option.points);
                worths_of(&option.award, option.points.unwrap_or(points), into);
            }
        }
        Award::Parts(parts) => into.extend(parts.parts.iter().map(|part| part.points)),
        Award::Full
        | Award::Rate(_)
        | Award::Curve(_)
        | Award::Value { .. }
        | Award::Free { .. }
        | Award::Entries
        | Award::Target { .. } => {}
    }
}

fn worths_of_points(worth: &Points, points: Decimal, into: &mut Vec<Decimal>) {
    match worth {
        Points::Fixed(points) => into.push(*points),
        Points::Range { from, to } => into.extend([*from, *to]),
        Points::Fraction(share) => into.extend(points.checked_mul(*share)),
        Points::Share { from, to } => {
            into.extend([from, to].into_iter().filter_map(|edge| points.checked_mul(*edge)));
        }
    }
}

fn worths_of_deduction(deduction: &Deduction, into: &mut Vec<Decimal>) {
    if let Deduction::Between(range) = deduction {
        into.push(range.from);
    }
    if let Deduction::Each(each) = deduction {
        into.push(each.points);
    }
    if let Deduction::Steps(steps) = deduction {
        into.extend(steps.steps.iter().flat_map(|step| [Some(step.points), step.most]).flatten());
    }
    into.extend(deduction.most());
}
