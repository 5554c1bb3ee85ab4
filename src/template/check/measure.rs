//! Measures: what they need, and which numbers they can yield.

use super::interval::Interval;
use super::other::Others;
use super::{Checker, Subject, sum};
use crate::number::plain;
use crate::template::{
    AnswerOption, Deviation, Id, LedgerSum, Measure, Panel, PassRow, PeerYield, Peers, RiskYield, Risks,
    SubSheets,
};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

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

/// Shares beyond this were meant as per cent.
const MOST_SHARE: Decimal = Decimal::TEN;

impl Domain {
    pub(super) fn of(measure: &Measure, subject: &Subject<'_>, others: &Others) -> Self {
        if let Measure::Other(other) = measure {
            return others.domain(other);
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
}

impl Checker {
    pub(super) fn measure(&mut self, measure: &Measure, subject: &Subject<'_>, met: &mut HashSet<Id>) {
        self.field("measure", |checker| match measure {
            Measure::Survey { options } => checker.survey(options, met),
            Measure::Panel(Panel { most, decimals, .. }) => {
                most.iter().for_each(|most| checker.positive("most", *most));
                decimals.iter().for_each(|decimals| checker.rounding(*decimals));
            }
            Measure::Passes { rows } => checker.pass_rows(rows, met),
            Measure::SubSheets(sheets) => checker.sub_sheets(sheets, met),
            Measure::Risks(risks) => checker.risks(risks, met),
            Measure::Ledger(_) => checker.needs_ledger(subject),
            Measure::Other(other) => checker.other(other),
            Measure::Entered(_)
            | Measure::Funds(_)
            | Measure::Number(_)
            | Measure::Deviation(_)
            | Measure::Peers(_) => {}
        });
    }

    pub(super) fn needs_ledger(&mut self, subject: &Subject<'_>) {
        if subject.rule.ledger.is_none() {
            self.error(Message::new("problem-no-ledger"));
        }
    }

    /// Thresholds of shares: `"90"` where `"90%"` was meant.
    pub(super) fn thresholds(&mut self, domain: &Domain, values: impl IntoIterator<Item = Decimal>) {
        if let Some(value) = values.into_iter().find(|value| domain.share && value.abs() > MOST_SHARE) {
            self.warning(Message::new("problem-not-a-share").with("value", plain(value)));
        }
    }

    fn survey(&mut self, options: &[AnswerOption], met: &mut HashSet<Id>) {
        self.each("options", options, |checker, option| {
            checker.meet_key(&option.id, met);
            checker.named(&option.label);
            checker.not_negative("weight", option.weight);
        });
        if options.len() < 2 {
            self.error(Message::new("problem-few-options"));
        } else if options.iter().all(|option| option.weight.is_zero()) {
            self.error(Message::new("problem-survey-weights"));
        }
    }

    fn pass_rows(&mut self, rows: &[PassRow], met: &mut HashSet<Id>) {
        self.not_empty("rows", rows);
        self.each("rows", rows, |checker, row| {
            checker.meet_key(&row.id, met);
            checker.named(&row.label);
            match (row.from, row.to) {
                (Some(from), Some(to)) if from > to => {
                    let message = Message::new("problem-reversed").with("from", plain(from));
                    checker.error(message.with("to", plain(to)));
                }
                (Some(_), None) | (None, Some(_)) => checker.error(Message::new("problem-one-edge")),
                _ => {}
            }
        });
    }

    fn sub_sheets(&mut self, SubSheets { sheets, decimals }: &SubSheets, met: &mut HashSet<Id>) {
        decimals.iter().for_each(|decimals| self.rounding(*decimals));
        self.not_empty("sheets", sheets);
        self.each("sheets", sheets, |checker, sheet| {
            checker.meet_key(&sheet.id, met);
            checker.named(&sheet.label);
            sheet.weight.into_iter().for_each(|weight| checker.not_negative("weight", weight));
        });
        let weights: Vec<Decimal> = sheets.iter().filter_map(|sheet| sheet.weight).collect();
        if !weights.is_empty() && weights.len() < sheets.len() {
            self.error(Message::new("problem-some-weights"));
        } else {
            self.share_out(&weights);
        }
    }

    fn risks(&mut self, Risks { risks, cap, yields }: &Risks, met: &mut HashSet<Id>) {
        self.not_empty("risks", risks);
        self.each("risks", risks, |checker, risk| {
            checker.meet_key(&risk.id, met);
            checker.named(&risk.label);
            checker.points(risk.points);
        });
        match (cap, yields) {
            (Some(_), RiskYield::Ratio) => self.warning(Message::new("problem-cap-unused")),
            (Some(cap), RiskYield::Points) => self.positive("cap", *cap),
            (None, _) => {}
        }
    }

    pub(super) fn not_empty<T>(&mut self, field: &'static str, list: &[T]) {
        if list.is_empty() {
            self.error(Message::new("problem-empty-list").with("field", field));
        }
    }

    pub(super) fn not_negative(&mut self, field: &'static str, value: Decimal) {
        if value < Decimal::ZERO {
            let message = Message::new("problem-below-zero").with("field", field);
            self.error(message.with("value", plain(value)));
        }
    }
}
