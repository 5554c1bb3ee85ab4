//! The funds form worked out: 执行率, 到位率, 结余 by source and in total.

use crate::evaluation::{FundField, FundLine, Funds, MoneyUnit};
use crate::template::FundsRate;
use rust_decimal::Decimal;

/// Rates and remainder of a source of funds, or of all. Amounts are in the form's unit, rates are shares.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LineSummary {
    pub initial_budget: Option<Decimal>,
    pub annual_budget: Option<Decimal>,
    pub received: Option<Decimal>,
    pub executed: Option<Decimal>,
    /// 到位率 = 实际到位 ÷ 全年预算数; `None` where an amount is missing or the budget is 0 ("—").
    pub arrival_rate: Option<Decimal>,
    /// 执行率 = 全年执行数 ÷ 全年预算数; `None` where an amount is missing or the budget is 0 ("—").
    pub execution_rate: Option<Decimal>,
    /// 支出率 = 全年执行数 ÷ 实际到位; `None` where an amount is missing or nothing arrived ("—").
    pub spending_rate: Option<Decimal>,
    /// 结余 = 全年预算数 − 全年执行数.
    pub remainder: Option<Decimal>,
}

/// The funds form worked out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FundsSummary {
    pub unit: MoneyUnit,
    pub lines: Vec<LineSummary>,
    pub total: LineSummary,
}

impl LineSummary {
    pub fn get(&self, field: FundField) -> Option<Decimal> {
        match field {
            FundField::InitialBudget => self.initial_budget,
            FundField::AnnualBudget => self.annual_budget,
            FundField::Received => self.received,
            FundField::Executed => self.executed,
        }
    }

    fn of(amounts: &FundLine) -> Self {
        let of_budget = |amount: Option<Decimal>| amount?.checked_div(amounts.annual_budget?);
        Self {
            initial_budget: amounts.initial_budget,
            annual_budget: amounts.annual_budget,
            received: amounts.received,
            executed: amounts.executed,
            arrival_rate: of_budget(amounts.received),
            execution_rate: of_budget(amounts.executed),
            spending_rate: amounts
                .executed
                .zip(amounts.received)
                .and_then(|(done, got)| done.checked_div(got)),
            remainder: amounts
                .annual_budget
                .zip(amounts.executed)
                .and_then(|(budget, done)| budget.checked_sub(done)),
        }
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
    let lines = funds.lines.iter().map(LineSummary::of).collect();
    FundsSummary { unit: funds.unit, lines, total: LineSummary::of(&total) }
}
