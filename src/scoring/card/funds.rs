//! The funds form worked out.

use crate::evaluation::{FundField, MoneyUnit};
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
}
