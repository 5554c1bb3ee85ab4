//! 上年: what a scorecard leaves for next year, and what last year left for this one.

use super::card::{Incomparable, ItemScore, ItemState, LastPoints, LastScore, Scorecard};
use super::entries::entries;
use crate::evaluation::{Evaluation, ItemEntry, LastItem, LastResult, LastState, LastYear};
use crate::number::round;
use crate::template::{Indicator, Rounding, Template};
use rust_decimal::Decimal;

/// The results of an evaluation as next year's file keeps them; `card` is its scorecard, `file` the name of its file.
pub fn last_year(template: &Template, evaluation: &Evaluation, card: &Scorecard, file: &str) -> LastYear {
    let items = entries(template, evaluation).zip(&card.items).map(|((indicator, entry), item)| {
        let result = result(item, card.item_decimals);
        (indicator.id.clone(), LastItem::of(indicator, edges(entry), result))
    });
    LastYear {
        year: evaluation.project.year.trim().to_owned(),
        file: file.to_owned(),
        points: card.points,
        total: card.total,
        grade: card.grade.clone(),
        provisional: card.provisional,
        rounding: template.rounding,
        items: items.collect(),
    }
}

fn result(item: &ItemScore, decimals: u32) -> LastResult {
    LastResult::Without(match (&item.state, item.score, item.shown_deduction(decimals)) {
        (ItemState::Scored, Some(score), Some(deduction)) => {
            return LastResult::Scored { score: round(score, decimals), deduction };
        }
        (ItemState::Unscored(_) | ItemState::Scored, ..) => LastState::Unscored,
        (ItemState::NoInformation, ..) => LastState::NoInformation,
        (ItemState::NotApplicable { .. }, ..) => LastState::NotApplicable,
        (ItemState::Compared { .. }, ..) => LastState::Compared,
    })
}

fn edges(entry: Option<&ItemEntry>) -> Option<&[Decimal]> {
    entry.and_then(|entry| entry.band_edges.as_deref())
}

/// What stands beside an indicator of this year.
pub(super) fn beside(
    last: &LastYear,
    rounding: &Rounding,
    indicator: &Indicator,
    entry: Option<&ItemEntry>,
) -> LastScore {
    let Some(item) = last.items.get(&indicator.id) else {
        return LastScore::Incomparable { why: Incomparable::New, then: None };
    };
    let (score, deduction) = match item.result {
        LastResult::Scored { score, deduction } => (score, deduction),
        LastResult::Without(state) => {
            return LastScore::Incomparable { why: Incomparable::NotScored(state), then: None };
        }
    };
    let then = LastPoints { points: item.points, score, deduction };
    let same_rule = last.rounding == *rounding && item.is_by_rule_of(indicator, edges(entry));
    match difference(item, indicator, same_rule) {
        Some(why) => LastScore::Incomparable { why, then: Some(then) },
        None => LastScore::Comparable(then),
    }
}

/// The first thing that keeps the two from being compared.
fn difference(item: &LastItem, indicator: &Indicator, same_rule: bool) -> Option<Incomparable> {
    if item.name != indicator.name {
        return Some(Incomparable::Renamed { then: item.name.clone() });
    }
    if item.points != indicator.points {
        return Some(Incomparable::Points { then: item.points, now: indicator.points });
    }
    (!same_rule).then_some(Incomparable::Rule)
}
