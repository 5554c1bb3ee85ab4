//! The funds form: amounts by source.

use crate::number::{EntryError, parse};
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

impl MoneyUnit {
    /// Reads an amount as it is typed or pasted, in this unit: `5,588.17`, `5588.17万元`; `5000元` among 万元 is 0.5.
    ///
    /// # Errors
    /// As [`parse`].
    pub fn parse(self, typed: &str) -> Result<Decimal, EntryError> {
        let typed = typed.trim();
        let (number, said) = [("万元", Self::TenThousandYuan), ("元", Self::Yuan)]
            .into_iter()
            .find_map(|(word, unit)| Some((typed.strip_suffix(word)?, unit)))
            .unwrap_or((typed, self));
        let amount = parse(number)?;
        let refused = || EntryError::NotANumber(typed.to_owned());
        let ten_thousand = Decimal::from(10_000);
        match (said, self) {
            (Self::Yuan, Self::TenThousandYuan) => {
                amount.checked_div(ten_thousand).map(|quotient| quotient.normalize()).ok_or_else(refused)
            }
            (Self::TenThousandYuan, Self::Yuan) => amount.checked_mul(ten_thousand).ok_or_else(refused),
            _ => Ok(amount),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::MoneyUnit::{TenThousandYuan, Yuan};

    #[test]
    fn an_amount_may_say_its_unit() {
        let read = |unit: super::MoneyUnit, text: &str| unit.parse(text).map(|amount| amount.to_string());
        assert_eq!(read(TenThousandYuan, " 5,588.17 万元").unwrap(), "5588.17");
        assert_eq!(read(TenThousandYuan, "5000元").unwrap(), "0.5");
        assert_eq!(read(Yuan, "1.5万元").unwrap(), "15000.0");
        assert_eq!(read(Yuan, "12").unwrap(), "12");
        assert!(read(Yuan, "万元").is_err());
    }
}
