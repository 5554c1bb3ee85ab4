//! 取自另一指标: the others of a template, looked up once.

use crate::template::{Id, Indicator, Measure, OtherIndicator, Takes, Template};
use std::collections::HashMap;

/// The indicators that others take numbers from.
#[derive(Default)]
pub(super) struct Others {
    by_id: HashMap<Id, Indicator>,
    /// Of each that waits for itself: the names on the way back to it.
    circles: HashMap<Id, String>,
}

impl Others {
    pub(super) fn of(template: &Template) -> Self {
        let (outline, mut others) = (template.outline(), Self::default());
        let name = |at: usize| template.indicator_at(at).map(|found| found.name.to_string());
        for (taker, taken) in outline.references().in_order() {
            for found in taken.iter().filter_map(|at| template.indicator_at(*at)) {
                others.by_id.entry(found.id.clone()).or_insert_with(|| found.clone());
            }
            if let Some((leaf, way)) = outline.leaf(*taker).zip(outline.references().circle(*taker)) {
                let names: Vec<String> = way.into_iter().filter_map(name).collect();
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
        self.by_id.len()
    }

    /// The measure whose number it is in the end; `None` where that is a score or a count, or nothing.
    pub(super) fn measure<'m>(&'m self, mut measure: &'m Measure) -> Option<&'m Measure> {
        // No way is longer, but a circle has no end.
        for _ in 0..=self.by_id.len() {
            let Measure::Other(other) = measure else { return Some(measure) };
            measure = match other.takes {
                Takes::Rate | Takes::Number => self.by_id.get(&other.indicator)?.rule.award.measure()?,
                Takes::Score | Takes::ScoreRate | Takes::Count => return None,
            };
        }
        None
    }
}
