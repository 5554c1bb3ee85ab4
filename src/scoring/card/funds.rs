//! The funds form worked out.

use crate::evaluation::{FundField, MoneyUnit};
use crate::number::fixed;
use rust_decimal::Decimal;

/// Rates and remainder of a source of funds, or of all. Amounts are in the form's unit, rates are shares.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LineSummary {
    /// 年初预算数; `None` while nothing is entered, in a total while no line has it.
    pub initial_budget: Option<Decimal>,
    /// 全年预算数, likewise.
    pub annual_budget: Option<Decimal>,
    /// 实际到位, likewise.
    pub received: Option<Decimal>,
    /// 全年执行数, likewise.
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

/// The columns of the funds form that hold amounts, with what is worked out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FundsColumn {
    /// What was entered.
    Entered(FundField),
    /// 结余
    Remainder,
}

/// The funds form worked out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FundsSummary {
    /// That of all amounts.
    pub unit: MoneyUnit,
    /// Sources of funds in the order of the form.
    pub lines: Vec<LineSummary>,
    /// Of all lines: the rates of the rules are taken from here.
    pub total: LineSummary,
}

impl LineSummary {
    /// The amount of a column.
    pub fn get(&self, field: FundField) -> Option<Decimal> {
        match field {
            FundField::InitialBudget => self.initial_budget,
            FundField::AnnualBudget => self.annual_budget,
            FundField::Received => self.received,
            FundField::Executed => self.executed,
        }
    }

    /// The amount in that column.
    pub fn amount(&self, column: FundsColumn) -> Option<Decimal> {
        match column {
            FundsColumn::Entered(field) => self.get(field),
            FundsColumn::Remainder => self.remainder,
        }
    }
}

impl FundsSummary {
    /// Decimals that amounts of a column are written with: as many as any of them was entered with.
    pub fn decimals(&self, column: FundsColumn) -> u32 {
        let lines = self.lines.iter().chain([&self.total]);
        lines.filter_map(|line| line.amount(column)).map(|amount| amount.scale()).max().unwrap_or(0)
    }

    /// An amount of a line, or of the total, with the decimals of its column.
    pub fn written(&self, line: &LineSummary, column: FundsColumn) -> Option<String> {
        line.amount(column).map(|amount| fixed(amount, self.decimals(column)))
    }
}
