//! 取自另一指标: the others of a template, looked up once.

use crate::template::{Id, Indicator, LONGEST_CHAIN, Measure, OtherIndicator, Takes, Template};
use std::collections::{HashMap, HashSet};

/// The indicators that others take numbers from.
#[derive(Default)]
pub(super) struct Others {
    by_id: HashMap<Id, Indicator>,
    /// Of each that waits for itself: the names on the way back to it.
    circles: HashMap<Id, String>,
    too_far: HashSet<Id>,
}

/// Indicators that are looked at for circles, and names of a way that are said: more of either help nobody, and one
/// circle may hold thousands.
const MOST_CIRCLES: usize = 20;
const MOST_NAMES: usize = 12;

impl Others {
    pub(super) fn of(template: &Template) -> Self {
        let (outline, mut others) = (template.outline(), Self::default());
        let mut looked_at = 0;
        let name = |at: usize| template.indicator_at(at).map(|found| found.name.to_string());
        for (taker, taken) in outline.references().in_order() {
            for found in taken.iter().filter_map(|at| template.indicator_at(*at)) {
                others.by_id.entry(found.id.clone()).or_insert_with(|| found.clone());
            }
            let Some(leaf) = outline.leaf(*taker) else { continue };
            if outline.references().is_too_far(*taker) {
                others.too_far.insert(leaf.id.clone());
            }
            if !outline.references().is_circular(*taker) || looked_at == MOST_CIRCLES {
                continue;
            }
            looked_at += 1;
            if let Some(way) = outline.references().circle(*taker) {
                let mut names: Vec<String> = way.iter().take(MOST_NAMES).filter_map(|at| name(*at)).collect();
                if way.len() > MOST_NAMES {
                    names.push("…".to_owned());
                }
                others.circles.insert(leaf.id.clone(), names.join(" → "));
            }
        }
        others
    }

    pub(super) fn get(&self, other: &OtherIndicator) -> Option<&Indicator> {
        self.by_id.get(&other.indicator)
    }

    /// The names on the way from the indicator back to itself.
    pub(super) fn circle(&self, id: &Id) -> Option<&str> {
        self.circles.get(id).map(String::as_str)
    }

    /// No way from one to the next is longer.
    pub(super) fn longest_way(&self) -> usize {
        self.by_id.len().min(LONGEST_CHAIN)
    }

    /// It takes from one that takes from another, and so on for too long.
    pub(super) fn is_too_far(&self, id: &Id) -> bool {
        self.too_far.contains(id)
    }

    /// The measure whose number it is in the end; `None` where that is a score or a count, or nothing.
    pub(super) fn measure<'m>(&'m self, mut measure: &'m Measure) -> Option<&'m Measure> {
        // No way is longer, but a circle has no end.
        for _ in 0..=self.longest_way() {
            let Measure::Other(other) = measure else { return Some(measure) };
            measure = match other.takes {
                Takes::Rate | Takes::Number => self.by_id.get(&other.indicator)?.rule.award.measure()?,
                Takes::Score | Takes::ScoreRate | Takes::Count => return None,
            };
        }
        None
    }
}
