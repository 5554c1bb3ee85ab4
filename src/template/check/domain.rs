//! Which numbers a measure can yield.

use super::interval::Interval;
use super::other::Others;
use super::{Checker, Subject, sum};
use crate::template::{
    Deviation, LedgerSum, Measure, OtherIndicator, Panel, PeerYield, Peers, RiskYield, Risks, Takes,
};
use rust_decimal::Decimal;

/// The numbers that a measure can yield.
#[derive(Clone, Copy)]
pub(super) struct Domain {
    pub(super) interval: Interval,
    /// They are shares: 95 % is 0.95.
    pub(super) share: bool,
    /// There are only whole ones.
    pub(super) whole: bool,
    /// Negative ones hardly occur: bands may pass over them.
    pub(super) may_lack_negatives: bool,
}

impl Domain {
    pub(super) fn of(measure: &Measure, subject: &Subject<'_>, others: &Others) -> Self {
        if let Measure::Other(other) = measure {
            return Self::of_other(other, others, others.longest_way());
        }
        let at_least = |from: Decimal| Interval::closed(from, None);
        let up_to = |to: Decimal| Interval::closed(Decimal::ZERO, Some(to));
        let interval = match measure {
            Measure::Entered(_) | Measure::Funds(_) => at_least(Decimal::ZERO),
            Measure::Deviation(Deviation { signed: true, .. }) => at_least(Decimal::NEGATIVE_ONE),
            Measure::Deviation(Deviation { signed: false, .. }) => at_least(Decimal::ZERO),
            Measure::Survey { .. } | Measure::Passes { .. } => up_to(Decimal::ONE),
            Measure::Risks(Risks { yields: RiskYield::Ratio, .. }) => up_to(Decimal::ONE),
            Measure::Peers(Peers { yields: PeerYield::Ratio, .. }) => up_to(Decimal::ONE),
            Measure::Peers(Peers { yields: PeerYield::Rank, .. }) => at_least(Decimal::ONE),
            Measure::Number(_) => Interval::everything(),
            Measure::Panel(Panel { most, .. }) => up_to(most.unwrap_or(subject.points)),
            Measure::SubSheets(_) => at_least(Decimal::ZERO),
            Measure::Risks(Risks { risks, cap, .. }) => {
                let all: Vec<Decimal> = risks.iter().map(|risk| risk.points).collect();
                let all = sum(&all).unwrap_or(Decimal::MAX);
                up_to(cap.map_or(all, |cap| cap.min(all)))
            }
            Measure::Ledger(LedgerSum::Points) | Measure::Other(_) => Interval::everything(),
            Measure::Ledger(LedgerSum::Count | LedgerSum::Money) => at_least(Decimal::ZERO),
        };
        let whole = matches!(
            measure,
            Measure::Peers(Peers { yields: PeerYield::Rank, .. }) | Measure::Ledger(LedgerSum::Count)
        );
        let may_lack_negatives = matches!(measure, Measure::Number(_) | Measure::Ledger(_));
        Self { interval, share: measure.is_share(), whole, may_lack_negatives }
    }

    /// The highest number, where there is one.
    pub(super) fn most(&self) -> Option<Decimal> {
        match self.interval.end {
            super::interval::Cut::At(most, _) => Some(most),
            _ => None,
        }
    }

    /// The numbers that can be taken.
    fn of_other(other: &OtherIndicator, others: &Others, ways: usize) -> Self {
        let share = Measure::Other(other.clone()).is_share();
        let all = Self { interval: Interval::everything(), share, whole: false, may_lack_negatives: true };
        let Some(indicator) = others.get(other) else { return all };
        let rule = &indicator.rule;
        let (least, most) =
            (rule.floor.unwrap_or_default().min(Decimal::ZERO), rule.ceiling.unwrap_or(indicator.points));
        match other.takes {
            Takes::Score if !indicator.points.is_zero() => {
                Self { interval: Interval::closed(least, Some(most)), ..all }
            }
            Takes::Score | Takes::ScoreRate => all,
            Takes::Count => Self { interval: Interval::closed(Decimal::ZERO, None), whole: true, ..all },
            Takes::Rate | Takes::Number => match rule.award.measure() {
                // A circle has no end.
                Some(Measure::Other(further)) if ways > 0 => Self::of_other(further, others, ways - 1),
                Some(Measure::Other(_)) | None => all,
                Some(measure) => {
                    let subject = Subject { rule, points: indicator.points, ceiling: rule.ceiling };
                    Self { share, ..Self::of(measure, &subject, others) }
                }
            },
        }
    }
}

impl Checker {
    /// The numbers that `measure` can yield.
    pub(super) fn domain(&self, measure: &Measure, subject: &Subject<'_>) -> Domain {
        Domain::of(measure, subject, &self.others)
    }

    /// Its number is made of 目标值 and 实际值.
    pub(super) fn has_both(&self, measure: &Measure) -> bool {
        matches!(self.others.measure(measure), Some(Measure::Entered(_) | Measure::Funds(_)))
    }
}
