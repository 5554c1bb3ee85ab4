//! Effects: what they strike exists, and what they do there makes sense.

use super::Checker;
use crate::number::plain;
use crate::template::{
    Award, Consequence, Deduction, Effect, Id, Overflow, OverflowPoints, Rule, Scope, Trigger, Veto,
};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

impl Checker {
    pub(super) fn effects(&mut self, rule: &Rule, met: &mut HashSet<Id>) {
        self.each("effects", &rule.effects, |checker, effect| {
            checker.meet_key(effect.id(), met);
            checker.named(effect.label());
            checker.scope(effect.scope());
            match effect {
                Effect::Veto(veto) => checker.veto(veto),
                Effect::Overflow(overflow) => checker.overflow(rule, overflow),
            }
        });
    }

    fn scope(&mut self, scope: &Scope) {
        match scope {
            Scope::Node(id) if !self.groups.contains(id) => {
                self.error(Message::new("problem-no-group").with("id", id));
            }
            // The indicator is one of the nodes around the spot; the groups stand before it.
            Scope::Group if !self.nodes.iter().any(|id| self.groups.contains(id)) => {
                self.error(Message::new("problem-no-group-around"));
            }
            _ => {}
        }
    }

    fn veto(&mut self, Veto { scope, consequence, .. }: &Veto) {
        match consequence {
            Consequence::Zero => {}
            Consequence::Cap(points) => self.points(*points),
            Consequence::Grade(_) | Consequence::GradeAtMost(_) | Consequence::Fail
                if *scope != Scope::Sheet =>
            {
                self.error(Message::new("problem-grade-scope"));
            }
            Consequence::Grade(grade) | Consequence::GradeAtMost(grade) if !self.grades.contains(grade) => {
                self.error(Message::new("problem-no-grade").with("grade", grade));
            }
            Consequence::Fail if self.grades.is_empty() => self.error(Message::new("problem-no-grades")),
            Consequence::Grade(_) | Consequence::GradeAtMost(_) | Consequence::Fail => {}
        }
    }

    fn overflow(&mut self, rule: &Rule, Overflow { when, take, scope, .. }: &Overflow) {
        if *scope == Scope::Item {
            self.error(Message::new("problem-overflow-item"));
        }
        let by_deductions = *when == Trigger::Exhausted || *take == OverflowPoints::Excess;
        if by_deductions && rule.deductions.is_empty() && rule.award != Award::Entries {
            self.error(Message::new("problem-overflow-no-deductions"));
        }
        let deduction = match when {
            Trigger::Deducted(id) => rule.deductions.iter().find(|deduction| deduction.id() == id),
            Trigger::Ticked | Trigger::Exhausted => None,
        };
        // Rows of a ledger have points of their own, and what is measured has no occurrences.
        let is_tied = deduction
            .is_some_and(|deduction| !matches!(deduction, Deduction::Ledger(_) | Deduction::Steps(_)));
        match (when, take) {
            (Trigger::Deducted(id), _) if !is_tied => {
                self.error(Message::new("problem-overflow-no-deduction").with("id", id));
            }
            (Trigger::Ticked | Trigger::Exhausted, OverflowPoints::Each(_)) => {
                self.error(Message::new("problem-overflow-each"));
            }
            _ => {}
        }
        if let OverflowPoints::Each(points) = take {
            self.positive("Each", *points);
            self.points(*points);
        }
        if let OverflowPoints::OneOf(points) = take {
            self.not_empty("OneOf", points);
            if let Some(points) = points.iter().find(|points| **points <= Decimal::ZERO) {
                let message = Message::new("problem-not-positive").with("field", "OneOf");
                self.error(message.with("value", plain(*points)));
            }
            points.iter().filter(|points| **points > Decimal::ZERO).for_each(|points| self.points(*points));
        }
    }
}
