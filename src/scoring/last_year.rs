//! 上年: what last year's evaluation says beside this year's score.

use super::card::{Incomparable, LastPoints, LastScore};
use crate::evaluation::{ItemEntry, LastItem, LastResult, LastYear};
use crate::template::{Indicator, Rounding};

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
    let edges = entry.and_then(|entry| entry.band_edges.as_deref());
    let same_rule = last.rounding == *rounding && item.is_by_rule_of(indicator, edges);
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
