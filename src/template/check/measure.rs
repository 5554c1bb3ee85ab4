//! Measures: what they need.

use super::domain::Domain;
use super::{Checker, Subject};
use crate::number::plain;
use crate::template::{
    AnswerOption, Deduction, Id, LONGEST_CHAIN, Measure, OtherIndicator, Panel, PassRow, RiskYield, Risks,
    SubSheets, Takes,
};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::HashSet;

/// Shares beyond this were meant as per cent.
const MOST_SHARE: Decimal = Decimal::TEN;

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

    /// The other is there, does not wait for this one, and has such a number.
    pub(super) fn other(&mut self, other: &OtherIndicator) {
        let Some(indicator) = self.others.get(other) else {
            return self.error(Message::new("problem-other-missing").with("id", &other.indicator));
        };
        let named = |key| Message::new(key).with("name", &indicator.name);
        let circle = self.nodes.last().and_then(|own| self.others.circle(own));
        let is_counted = |deduction: &Deduction| matches!(deduction, Deduction::Each(_));
        let rule = &indicator.rule;
        let takes_share = rule.award.measure().map(Measure::is_share);
        let message = match other.takes {
            _ if circle.is_some() => circle.map(|way| Message::new("problem-other-circle").with("way", way)),
            _ if self.nodes.last().is_some_and(|own| self.others.is_too_far(own)) => {
                Some(Message::new("problem-other-far").with("most", LONGEST_CHAIN))
            }
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
