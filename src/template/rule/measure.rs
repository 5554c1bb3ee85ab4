//! Where the number of a rule comes from.

use super::is_default;
use crate::number::quantity;
use crate::template::{Id, Label};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Where the number of a rule comes from, and what it is. Rates are shares: 95 % is 0.95.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Measure {
    /// Entered with the indicator: either 目标值 (A) and 实际值 (B) in one unit, or the rate itself in per cent.
    /// Its number is the rate B ÷ A.
    Entered { target: Label, actual: Label, rate: Label },
    /// Taken from the funds form, so that it is typed once. A rate.
    Funds(FundsRate),
    /// A number as it was measured. With the unit `%` it is entered in per cent and is a share.
    Number {
        label: Label,
        #[serde(default, skip_serializing_if = "str::is_empty")]
        unit: Label,
    },
    /// 偏离度 |B − A| ÷ A; with `signed`, (B − A) ÷ A. A share.
    Deviation {
        target: Label,
        actual: Label,
        #[serde(default, skip_serializing_if = "is_default")]
        signed: bool,
    },
    /// 满意度问卷: answers per option. The rate Σ weight × answers ÷ (highest weight × all answers).
    Survey { options: Vec<AnswerOption> },
    /// 评委打分 (R19): the mean of what several people give, within 0 and the indicator's M (or `most`).
    Panel {
        label: Label,
        mean: PanelMean,
        /// The most that one may give; M where it is not stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<Decimal>,
        /// Decimals to which the mean is rounded before the award uses it; not rounded where it is not stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decimals: Option<u32>,
    },
    /// 达标项比例 (R26): of the rows that apply, the share that passes.
    Passes { rows: Vec<PassRow> },
    /// 附表 (R21): totals of other sheets, the mean of those entered, or Σ weight × total where weights are stated.
    SubSheets {
        sheets: Vec<SubSheet>,
        /// Decimals to which each total is rounded first (R17); not rounded where it is not stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decimals: Option<u32>,
    },
    /// 相对最优 (R16): the own value among those of all units.
    Peers { own: Label, others: Label, best: Best, yields: PeerYield },
    /// 风险点 (R23): points of what does not conform.
    Risks {
        risks: Vec<Risk>,
        /// The most that they come to, in points.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<Decimal>,
        yields: RiskYield,
    },
    /// From the rule's own ledger (台账).
    Ledger(LedgerSum),
}

/// A rate that the funds form yields.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FundsRate {
    /// 到位率 = 实际到位 ÷ 全年预算数 (计划到位).
    Arrival,
    /// 执行率 = 全年执行数 ÷ 全年预算数.
    Execution,
    /// 支出率 = 全年执行数 ÷ 实际到位 (the reference framework's 预算执行率).
    Spending,
}

/// An answer of a survey and what it counts: satisfied 1, else 0; or a Likert scale.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    pub id: Id,
    pub label: Label,
    pub weight: Decimal,
}

/// How the marks of several people become one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PanelMean {
    Mean,
    /// One highest and one lowest are left out where there are more than five marks; else the mean.
    Trimmed,
    Median,
}

/// A sub-indicator that passes or not. With both edges stated it is measured: it passes where `from` × A ≤ B ≤
/// `to` × A. Else the evaluator says so.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassRow {
    pub id: Id,
    pub label: Label,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "quantity::option")]
    pub from: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "quantity::option")]
    pub to: Option<Decimal>,
}

/// Another sheet, of which only the total is entered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubSheet {
    pub id: Id,
    pub label: Label,
    /// A share; all of them state one, or none does.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "quantity::option")]
    pub weight: Option<Decimal>,
}

/// Which value of all units is the best.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Best {
    Highest,
    Lowest,
}

/// What comparing with other units yields.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PeerYield {
    /// own ÷ best, or best ÷ own where the lowest is best. A share.
    Ratio,
    /// 名次: 1 + the number of units that are better.
    Rank,
}

/// A risk point and what it counts where it does not conform.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    pub id: Id,
    pub label: Label,
    pub points: Decimal,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum RiskYield {
    /// Σ points of what does not conform, at most `cap`.
    Points,
    /// Σ 不符合 ÷ (Σ all − Σ 不适用). A share; `cap` does not count.
    Ratio,
}

/// What the ledger yields as a number. Exempt rows never count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LedgerSum {
    /// Σ 次数 of the rows.
    Count,
    /// Σ points of the rows, after factors, caps and matters.
    Points,
    /// Σ 金额 of the rows, in 元.
    Money,
}

impl PassRow {
    /// Whether it passes is worked out from 目标值 and 实际值.
    pub fn is_measured(&self) -> bool {
        self.from.is_some() && self.to.is_some()
    }
}
