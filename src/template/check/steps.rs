//! Steps per unit and curves.

use super::{Checker, Subject};
use crate::number::plain;
use crate::template::{Curve, CurvePoint, Measure, Scale, Side, Step, Steps};
use crate::text::Message;
use rust_decimal::Decimal;

impl Checker {
    pub(super) fn steps(&mut self, Steps { measure, start, steps, zero: _ }: &Steps, subject: &Subject<'_>) {
        let from = start.unwrap_or(subject.points);
        if start.is_some() {
            self.points(from);
            self.is_cut(from, subject);
        }
        let has_room = from < subject.top();
        self.step_list(measure, steps, subject, |checker| {
            if !has_room {
                checker.warning(Message::new("problem-gives-unused").with("points", plain(subject.top())));
            }
        });
        if !steps.iter().any(|step| step.gives) {
            self.reaches(from, subject);
        }
    }

    /// Steps of an award or of a deduction; `gives` is called for each that gives.
    pub(super) fn step_list(
        &mut self,
        measure: &Measure,
        steps: &[Step],
        subject: &Subject<'_>,
        mut gives: impl FnMut(&mut Self),
    ) {
        let domain = &self.domain(measure, subject);
        self.not_empty("steps", steps);
        self.each("steps", steps, |checker, step| {
            checker.positive("unit", step.unit);
            checker.positive("points", step.points);
            step.most.into_iter().for_each(|most| checker.positive("most", most));
            checker.thresholds(domain, [step.at, step.unit]);
            if measure.is_share() && step.unit >= Decimal::ONE {
                let percent = plain(step.unit.saturating_mul(Decimal::ONE_HUNDRED));
                let message = Message::new("problem-step-of-shares").with("unit", plain(step.unit));
                checker.warning(message.with("percent", percent));
            }
            if step.gives {
                gives(checker);
            }
        });
        if let Some(number) = steps.iter().position(|step| step.side == Side::Both)
            && steps.len() > 1
        {
            self.item("steps", number, |checker| checker.warning(Message::new("problem-steps-both")));
        }
    }

    pub(super) fn curve(
        &mut self,
        Curve { measure, scale, nodes, cut_off, zero: _ }: &Curve,
        subject: &Subject<'_>,
    ) {
        let domain = &self.domain(measure, subject);
        if nodes.len() < 2 {
            self.error(Message::new("problem-few-nodes"));
        }
        let worth = |node: &CurvePoint| match scale {
            Scale::Share => subject.points.saturating_mul(node.worth),
            Scale::Points => node.worth,
        };
        let mut before: Option<Decimal> = None;
        self.each("nodes", nodes, |checker, node| {
            if let Some(before) = before.filter(|before| node.at <= *before) {
                let message = Message::new("problem-nodes-order").with("at", plain(node.at));
                checker.error(message.with("before", plain(before)));
            }
            before = Some(node.at);
            checker.not_negative("worth", node.worth);
            checker.is_cut(worth(node), subject);
            checker.thresholds(domain, [node.at]);
        });
        self.thresholds(domain, *cut_off);
        if let Some(most) = nodes.iter().map(worth).max() {
            self.reaches(most, subject);
        }
        if let Some(least) = nodes.iter().map(worth).min().filter(|_| cut_off.is_none()) {
            self.falls_to_zero(least);
        }
    }
}
