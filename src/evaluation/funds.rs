//! The funds form: amounts by source.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The funds form (项目资金): amounts by source, as entered, in one unit.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Funds {
    /// Of all amounts.
    pub unit: MoneyUnit,
    /// A line for each source. The sum (合计) is worked out and stands nowhere here.
    pub lines: Vec<FundLine>,
}

/// The unit of all amounts of the funds form. Amounts stay the numbers that they are when it changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum MoneyUnit {
    /// 元
    Yuan,
    /// 万元
    #[default]
    TenThousandYuan,
}

/// A source of funds (财政资金, 专户, 单位自有, …). An empty amount is not the same as 0.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FundLine {
    /// 资金来源, as typed.
    pub source: String,
    /// 年初预算数
    pub initial_budget: Option<Decimal>,
    /// 全年预算数 (调整后), also the 计划到位
    pub annual_budget: Option<Decimal>,
    /// 实际到位
    pub received: Option<Decimal>,
    /// 全年执行数
    pub executed: Option<Decimal>,
}

/// A column of the funds form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum FundField {
    /// 年初预算数
    InitialBudget,
    /// 全年预算数
    AnnualBudget,
    /// 实际到位
    Received,
    /// 全年执行数
    Executed,
}

impl FundField {
    /// From left to right.
    pub const ALL: [Self; 4] = [Self::InitialBudget, Self::AnnualBudget, Self::Received, Self::Executed];

    /// Key of its label in the interface.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::InitialBudget => "funds-initial-budget",
            Self::AnnualBudget => "funds-annual-budget",
            Self::Received => "funds-received",
            Self::Executed => "funds-executed",
        }
    }
}

impl FundLine {
    /// The amount in the unit of the form; `None` where the cell is empty.
    pub fn get(&self, field: FundField) -> Option<Decimal> {
        match field {
            FundField::InitialBudget => self.initial_budget,
            FundField::AnnualBudget => self.annual_budget,
            FundField::Received => self.received,
            FundField::Executed => self.executed,
        }
    }

    pub(crate) fn set(&mut self, field: FundField, amount: Option<Decimal>) {
        match field {
            FundField::InitialBudget => self.initial_budget = amount,
            FundField::AnnualBudget => self.annual_budget = amount,
            FundField::Received => self.received = amount,
            FundField::Executed => self.executed = amount,
        }
    }
}
