//! The funds form worked out: 执行率, 到位率, 结余 by source and in total.

use super::card::{FundsSummary, LineSummary};
use crate::evaluation::{FundField, FundLine, Funds};
use crate::template::FundsRate;
use rust_decimal::Decimal;

fn line(amounts: &FundLine) -> LineSummary {
    let of_budget = |amount: Option<Decimal>| amount?.checked_div(amounts.annual_budget?);
    LineSummary {
        initial_budget: amounts.initial_budget,
        annual_budget: amounts.annual_budget,
        received: amounts.received,
        executed: amounts.executed,
        arrival_rate: of_budget(amounts.received),
        execution_rate: of_budget(amounts.executed),
        spending_rate: amounts.executed.zip(amounts.received).and_then(|(done, got)| done.checked_div(got)),
        remainder: amounts
            .annual_budget
            .zip(amounts.executed)
            .and_then(|(budget, done)| budget.checked_sub(done)),
    }
}

/// What a rate divides by what, both in the form's unit.
pub(super) fn fraction(summary: &FundsSummary, rate: FundsRate) -> Option<(Decimal, Decimal)> {
    let total = &summary.total;
    match rate {
        FundsRate::Arrival => total.received.zip(total.annual_budget),
        FundsRate::Execution => total.executed.zip(total.annual_budget),
        FundsRate::Spending => total.executed.zip(total.received),
    }
}

pub(super) fn summarise(funds: &Funds) -> FundsSummary {
    let mut total = FundLine::default();
    for field in FundField::ALL {
        // A total of nothing entered is nothing, not 0.
        let mut amounts = funds.lines.iter().filter_map(|line| line.get(field)).peekable();
        let any = amounts.peek().is_some();
        let sum = amounts.try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount));
        total.set(field, sum.filter(|_| any));
    }
    let lines = funds.lines.iter().map(line).collect();
    FundsSummary { unit: funds.unit, lines, total: line(&total) }
}
