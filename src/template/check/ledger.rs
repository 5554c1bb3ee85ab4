//! Ledgers: kinds, what makes rows weigh more, what becomes of them, and that something uses them.

use super::Checker;
use crate::number::plain;
use crate::template::{
    Alternatives, Award, Becomes, Deduction, Kill, Kind, Ledger, Measure, PerMoney, Rule, Worth,
};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

/// What a ledger is used for.
#[derive(Clone, Copy, Default)]
struct Uses {
    /// Its rows add and take.
    signed: bool,
    /// Its rows are taken.
    deducted: bool,
    measured: bool,
}

impl Uses {
    fn of(rule: &Rule) -> Self {
        let mut uses = Self::default();
        uses.see(&rule.award);
        uses.deducted = rule.deductions.iter().any(|found| matches!(found, Deduction::Ledger(_)));
        uses
    }

    fn see(&mut self, award: &Award) {
        match award {
            Award::Entries => self.signed = true,
            Award::Alternatives(Alternatives { options, .. }) => {
                options.iter().for_each(|option| self.see(&option.award))
            }
            other => self.measured |= matches!(other.measure(), Some(Measure::Ledger(_))),
        }
    }
}

impl Checker {
    pub(super) fn ledger(&mut self, ledger: &Ledger, rule: &Rule) {
        let uses = Uses::of(rule);
        if !(uses.signed || uses.deducted || uses.measured) {
            self.warning(Message::new("problem-ledger-unused"));
        }
        self.not_empty("kinds", &ledger.kinds);
        let mut met = HashSet::new();
        self.each("kinds", &ledger.kinds, |checker, kind| {
            checker.meet(&kind.id, &mut met);
            checker.named(&kind.label);
            checker.kind(kind, uses);
            if let Some(becomes) = &kind.becomes {
                checker.becomes(kind, becomes, ledger);
            }
        });
        let mut met = HashSet::new();
        self.each("factors", &ledger.factors, |checker, factor| {
            checker.meet(&factor.id, &mut met);
            checker.named(&factor.label);
            checker.weighs(factor.times, factor.plus);
        });
        let mut before = Decimal::ZERO;
        self.each("tiers", &ledger.tiers, |checker, tier| {
            if tier.from <= before {
                let message = Message::new("problem-count-tiers").with("from", plain(tier.from));
                checker.error(message.with("before", plain(before)));
            }
            before = tier.from;
            checker.weighs(tier.times, tier.plus);
        });
        if let Some(kill) = &ledger.kill {
            self.field("kill", |checker| checker.kill(kill, ledger));
        }
    }

    fn kind(&mut self, kind: &Kind, uses: Uses) {
        kind.cap.into_iter().for_each(|cap| self.positive("cap", cap));
        let (low, high) = match kind.worth {
            Worth::Each(points) => (points, points),
            Worth::Within { from, to } => (from, to),
            Worth::PerMoney(PerMoney { yuan, points, .. }) => {
                self.positive("yuan", yuan);
                (points, points)
            }
        };
        if low > high {
            let message = Message::new("problem-reversed").with("from", plain(low));
            return self.error(message.with("to", plain(high)));
        }
        if low.is_zero() && high.is_zero() {
            self.warning(Message::new("problem-kind-worthless").with("kind", &kind.label));
        }
        // 扣 is said by the deduction, not by a sign.
        if low < Decimal::ZERO && uses.deducted && !uses.signed {
            let message = Message::new("problem-kind-sign").with("kind", &kind.label);
            self.error(message.with("points", plain(low)));
        }
        self.signed_points(low);
        if low != high {
            self.signed_points(high);
        }
        if matches!(kind.worth, Worth::Within { .. }) {
            self.on_step(&[low, high]);
        }
    }

    fn becomes(&mut self, kind: &Kind, becomes: &Becomes, ledger: &Ledger) {
        self.positive("from", becomes.from);
        let mut seen = HashSet::from([&kind.id]);
        let mut next = Some(becomes);
        while let Some(becomes) = next {
            let Some(target) = ledger.kind(&becomes.kind) else {
                // Further down the chain it is shown at its own kind.
                if seen.len() == 1 {
                    self.error(Message::new("problem-no-kind").with("kind", &becomes.kind));
                }
                return;
            };
            if !seen.insert(&target.id) {
                if target.id == kind.id {
                    self.error(Message::new("problem-kind-cycle").with("kind", &kind.label));
                }
                return;
            }
            next = target.becomes.as_ref();
        }
    }

    fn weighs(&mut self, times: Decimal, plus: Decimal) {
        self.not_negative("times", times);
        if times == Decimal::ONE && plus.is_zero() {
            self.warning(Message::new("problem-factor-idle"));
        }
    }

    fn kill(&mut self, kill: &Kill, ledger: &Ledger) {
        self.not_empty("kinds", &kill.kinds);
        for (number, kind) in kill.kinds.iter().enumerate().filter(|(_, kind)| ledger.kind(kind).is_none()) {
            let message = Message::new("problem-no-kind").with("kind", kind);
            self.item("kinds", number, |checker| checker.error(message));
        }
        self.positive("count", Decimal::from(kill.count));
    }
}
