//! Deductions: ranges that hold, and a floor where they can exceed the points.

use super::{At, Checker};
use crate::number::plain;
use crate::template::{Deduction, Id, Rule};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

impl Checker {
    pub(super) fn deductions(&mut self, at: &At, points: Decimal, rule: &Rule, met: &mut HashSet<Id>) {
        if let Some(floor) = rule.floor {
            if floor < Decimal::ZERO || floor > points {
                self.error(at, Message::new("problem-floor").with("floor", plain(floor)));
            }
            self.decimals(at, floor, self.decimals);
        }
        for deduction in &rule.deductions {
            self.deduction(deduction, met);
        }
        if rule.floor.is_some() || rule.deductions.is_empty() {
            return;
        }
        if let Some(unbounded) = rule.deductions.iter().find(|deduction| deduction.most().is_none()) {
            let message = Message::new("problem-over-deduction-unbounded").with("label", unbounded.label());
            return self.warning(at, message.with("points", plain(points)));
        }
        let mut most = rule.deductions.iter().filter_map(Deduction::most);
        let most = most.try_fold(Decimal::ZERO, |sum, next| sum.checked_add(next)).unwrap_or(Decimal::MAX);
        if most > points {
            let message = Message::new("problem-over-deduction").with("most", plain(most));
            self.warning(at, message.with("points", plain(points)));
        }
    }

    fn deduction(&mut self, deduction: &Deduction, met: &mut HashSet<Id>) {
        let at = self.meet(deduction.id(), met);
        if is_reserved(deduction.id()) {
            self.error(&at, Message::new("problem-reserved-id").with("id", deduction.id()));
        }
        let (from, to, broken) = match deduction {
            Deduction::Between { from, to, .. } => (*from, Some(*to), *from < Decimal::ZERO || from > to),
            Deduction::Ledger { .. } => return,
            Deduction::Each { points, cap, .. } => {
                (*points, *cap, *points <= Decimal::ZERO || cap.is_some_and(|cap| cap < *points))
            }
        };
        if broken {
            let message = Message::new("problem-deduction-range").with("label", deduction.label());
            let to = to.map_or_else(|| "…".to_owned(), plain);
            return self.error(&at, message.with("from", plain(from)).with("to", to));
        }
        for points in [Some(from), to].into_iter().flatten() {
            self.points(&at, points);
        }
    }
}

/// Ids that the entries of a rule use for themselves (`evaluation::input`), or are made of.
fn is_reserved(id: &str) -> bool {
    matches!(id, "choice" | "points" | "target" | "actual" | "rate") || id.contains('/')
}
