//! The funds form.

use super::finding::{CheckId, Finding, Place, Severity};
use crate::number::plain;
use crate::scoring::Scorecard;
use crate::template::{Award, FundsRate, Measure, Rate, Template};
use crate::text::Message;
use rust_decimal::Decimal;

pub(super) fn findings(template: &Template, card: &Scorecard) -> Vec<Finding> {
    let mut findings = Vec::new();
    let total = &card.funds.total;
    if total.annual_budget.is_some_and(|budget| budget.is_zero()) {
        let uses_it = |rate: FundsRate| {
            template.indicators().any(|indicator| {
                matches!(&indicator.rule.award, Award::Rate(Rate { measure: Measure::Funds(used), .. }) if *used == rate)
            })
        };
        for (rate, key) in
            [(FundsRate::Arrival, "check-no-arrival-rate"), (FundsRate::Execution, "check-no-execution-rate")]
        {
            if uses_it(rate) {
                findings.push(Finding::new(CheckId::C12, Severity::Error, Place::Funds, Message::new(key)));
            }
        }
    }
    let Some(budget) = total.annual_budget else { return findings };
    let above = |amount: Option<Decimal>| amount.filter(|amount| *amount > budget);
    for (amount, key) in
        [(above(total.executed), "check-overspent"), (above(total.received), "check-over-received")]
    {
        if let Some(amount) = amount {
            let message = Message::new(key).with("amount", plain(amount)).with("budget", plain(budget));
            findings.push(Finding::new(CheckId::C13, Severity::Warning, Place::Funds, message));
        }
    }
    findings
}
