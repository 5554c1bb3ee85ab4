//! 取自另一指标: whether there is such a number, and which ones it can be.

use super::interval::Interval;
use super::measure::Domain;
use super::{Checker, Subject};
use crate::template::{Deduction, Id, Indicator, Measure, OtherIndicator, Takes, Template};
use crate::text::Message;
use rust_decimal::Decimal;
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

    /// The measure whose number it is in the end; `None` where that is a score or a count, or nothing.
    fn measure<'m>(&'m self, mut measure: &'m Measure) -> Option<&'m Measure> {
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

    /// The numbers that can be taken.
    pub(super) fn domain(&self, other: &OtherIndicator) -> Domain {
        self.domain_within(other, self.by_id.len())
    }

    fn domain_within(&self, other: &OtherIndicator, ways: usize) -> Domain {
        let share = Measure::Other(other.clone()).is_share();
        let all = Domain { interval: Interval::everything(), share, whole: false, may_lack_negatives: true };
        let Some(indicator) = self.by_id.get(&other.indicator) else { return all };
        let rule = &indicator.rule;
        let (least, most) =
            (rule.floor.unwrap_or_default().min(Decimal::ZERO), rule.ceiling.unwrap_or(indicator.points));
        match other.takes {
            Takes::Score if !indicator.points.is_zero() => {
                Domain { interval: Interval::closed(least, Some(most)), ..all }
            }
            Takes::Score | Takes::ScoreRate => all,
            Takes::Count => Domain { interval: Interval::closed(Decimal::ZERO, None), whole: true, ..all },
            Takes::Rate | Takes::Number => match rule.award.measure() {
                // A circle has no end.
                Some(Measure::Other(further)) if ways > 0 => self.domain_within(further, ways - 1),
                Some(Measure::Other(_)) | None => all,
                Some(measure) => {
                    let subject = Subject { rule, points: indicator.points, ceiling: rule.ceiling };
                    Domain { share, ..Domain::of(measure, &subject, self) }
                }
            },
        }
    }
}

impl Checker {
    /// The other is there, does not wait for this one, and has such a number.
    pub(super) fn other(&mut self, other: &OtherIndicator) {
        let Some(indicator) = self.others.by_id.get(&other.indicator) else {
            return self.error(Message::new("problem-other-missing").with("id", &other.indicator));
        };
        let named = |key| Message::new(key).with("name", &indicator.name);
        let circle = self.nodes.last().and_then(|own| self.others.circles.get(own));
        let is_counted = |deduction: &Deduction| matches!(deduction, Deduction::Each(_));
        let rule = &indicator.rule;
        let takes_share = rule.award.measure().map(Measure::is_share);
        let message = match other.takes {
            _ if circle.is_some() => circle.map(|way| Message::new("problem-other-circle").with("way", way)),
            Takes::ScoreRate if indicator.points.is_zero() => Some(named("problem-other-no-points")),
            Takes::Rate if takes_share != Some(true) => Some(named("problem-other-no-rate")),
            Takes::Number if takes_share != Some(false) => Some(named("problem-other-no-number")),
            Takes::Count if rule.ledger.is_none() && !rule.deductions.iter().any(is_counted) => {
                Some(named("problem-other-no-count"))
            }
            _ => None,
        };
        message.into_iter().for_each(|message| self.error(message));
    }

    /// The numbers that `measure` can yield.
    pub(super) fn domain(&self, measure: &Measure, subject: &Subject<'_>) -> Domain {
        Domain::of(measure, subject, &self.others)
    }

    /// Its number is made of 目标值 and 实际值.
    pub(super) fn has_both(&self, measure: &Measure) -> bool {
        matches!(self.others.measure(measure), Some(Measure::Entered(_) | Measure::Funds(_)))
    }
}
