//! Deductions: ranges that hold, and a floor where they can exceed the points.

use super::{Checker, Subject};
use crate::number::{plain, round};
use crate::template::{
    Deduction, EachDeduction, Id, LedgerDeduction, Measure, RangeDeduction, StepsDeduction,
};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

impl Checker {
    pub(super) fn deductions(&mut self, subject: &Subject<'_>, met: &mut HashSet<Id>) {
        let rule = subject.rule;
        self.each("deductions", &rule.deductions, |checker, deduction| {
            checker.meet_key(deduction.id(), met);
            checker.named(deduction.label());
            checker.deduction(deduction, subject);
        });
        if rule.floor.is_some() || rule.deductions.is_empty() {
            return;
        }
        let points = plain(subject.points);
        if let Some(unbounded) = rule.deductions.iter().find(|deduction| deduction.most().is_none()) {
            let message = Message::new("problem-over-deduction-unbounded").with("label", unbounded.label());
            return self.warning(message.with("points", points));
        }
        let most: Vec<Decimal> = rule.deductions.iter().filter_map(Deduction::most).collect();
        let most = super::sum(&most).unwrap_or(Decimal::MAX);
        if most > subject.points {
            let message = Message::new("problem-over-deduction").with("most", plain(most));
            self.warning(message.with("points", points));
        }
    }

    fn stepped(
        &mut self,
        StepsDeduction { measure, steps, cap, .. }: &StepsDeduction,
        subject: &Subject<'_>,
    ) {
        cap.iter().for_each(|cap| self.positive("cap", *cap));
        if matches!(measure, Measure::Ledger(_)) {
            return self.error(Message::new("problem-steps-ledger"));
        }
        // Its inputs have keys of their own: what the measure calls them is met apart.
        self.measure(measure, subject, &mut HashSet::new());
        self.step_list(measure, steps, subject, |checker| checker.error(Message::new("problem-steps-give")));
    }

    fn deduction(&mut self, deduction: &Deduction, subject: &Subject<'_>) {
        let (from, to, broken) = match deduction {
            Deduction::Between(RangeDeduction { from, to, .. }) => {
                (*from, Some(*to), *from < Decimal::ZERO || from > to)
            }
            Deduction::Each(EachDeduction { points, cap, .. }) => {
                (*points, *cap, *points <= Decimal::ZERO || cap.is_some_and(|cap| cap < *points))
            }
            Deduction::Steps(steps) => return self.stepped(steps, subject),
            Deduction::Ledger(LedgerDeduction { cap, .. }) => {
                cap.iter().for_each(|cap| self.positive("cap", *cap));
                return self.needs_ledger(subject);
            }
        };
        if broken {
            let message = Message::new("problem-deduction-range").with("label", deduction.label());
            let to = to.map_or_else(|| "…".to_owned(), plain);
            return self.error(message.with("from", plain(from)).with("to", to));
        }
        // 每处扣0.25分 with one decimal is a rule that people write: each deduction is rounded as it is printed.
        let (decimals, each) = (self.decimals, matches!(deduction, Deduction::Each(_)));
        for points in [Some(from), to].into_iter().flatten() {
            if each && round(points, decimals) != points {
                let message = Message::new("problem-finer").with("value", plain(points));
                self.warning(message.with("decimals", decimals));
            } else {
                self.points(points);
            }
        }
        if let Deduction::Between(RangeDeduction { from, to, .. }) = deduction {
            self.on_step(&[*from, *to]);
        }
    }
}
