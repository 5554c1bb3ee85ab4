//! Where the number of a rule came from.

use super::detail::LedgerDetail;
use super::naming::Naming;
use super::waiting::Waiting;
use crate::template::{Best, Exempt, FundsRate, Label, LedgerSum, PanelMean, PeerYield, RiskYield, Takes};
use rust_decimal::Decimal;
use std::sync::Arc;

/// Where a number came from, as it was entered or taken over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    /// Typed as a rate.
    Rate {
        /// What the rate is called.
        name: Label,
        /// In per cent.
        percent: Decimal,
    },
    /// 目标值 (A) and 实际值 (B).
    Ratio {
        /// What A and B are called.
        names: [Label; 2],
        /// A, as it was entered.
        target: Decimal,
        /// B, as it was entered.
        actual: Decimal,
        /// 免责: what is taken from one of them before they are divided, above 0.
        exempt: Option<(Exempt, Decimal)>,
    },
    /// From the funds form: numerator and denominator in the form's unit.
    Funds {
        /// Which rate of them it is.
        rate: FundsRate,
        /// What arrived or was spent, of all lines.
        numerator: Decimal,
        /// The budget or what arrived, of all lines.
        denominator: Decimal,
    },
    /// Typed as it was measured.
    Number {
        /// What the number is called.
        label: Label,
        /// As typed: 95 for 95 %.
        value: Decimal,
        /// 计量单位; empty where it has none.
        unit: Label,
    },
    /// 偏离度 of 实际值 (B) from 目标值 (A).
    Deviation {
        /// A, as it was entered.
        target: Decimal,
        /// B, as it was entered.
        actual: Decimal,
        /// It may be negative: the target is not reached.
        signed: bool,
    },
    /// With the size of the sample (有效问卷).
    Survey {
        /// n: answers of all options together.
        answers: Decimal,
        /// Each option with its answers and its weight.
        counts: Vec<(Label, Decimal, Decimal)>,
        /// The highest weight: that of full satisfaction.
        highest: Decimal,
    },
    /// 评委打分
    Panel {
        /// How they became one.
        mean: PanelMean,
        /// All marks as they were entered, in points.
        marks: Vec<Decimal>,
        /// Those that the result uses, in points, the lowest first: not the highest and the lowest, or only the middle.
        used: Vec<Decimal>,
        /// Decimals to which their mean is rounded; `None` leaves it as it is.
        decimals: Option<u32>,
    },
    /// 达标项: rows that pass among those that apply.
    Passes {
        /// 达标: number of rows.
        passed: u32,
        /// 适用: number of rows.
        all: u32,
        /// Labels of those that do not pass.
        failed: Vec<Label>,
    },
    /// Totals of other sheets, with their weights.
    SubSheets {
        /// What the sheet is called, its total in points, its weight as a share where weights are stated.
        terms: Vec<(Label, Decimal, Option<Decimal>)>,
    },
    /// 与各单位比较: the own value among those of all units.
    Peers {
        /// Which value is the best one.
        to: Best,
        /// 本单位
        own: Decimal,
        /// 最优值 of all units, the own one included.
        best: Decimal,
        /// 名次: 1 + the number of units that are better.
        rank: usize,
        /// Number of units, the own one included.
        units: usize,
        /// Which number was asked for.
        yields: PeerYield,
    },
    /// 风险点: what does not conform.
    Risks {
        /// 不符合: labels with their points.
        found: Vec<(Label, Decimal)>,
        /// Σ points of all that apply.
        applicable: Decimal,
        /// Which number was asked for.
        yields: RiskYield,
        /// The most that they come to, in points; `None` without bound.
        cap: Option<Decimal>,
    },
    /// 台账 of the rule.
    Ledger {
        /// Which of its sums.
        sum: LedgerSum,
        /// That sum: 次数, points, or 元.
        number: Decimal,
        /// What the rows come to, kind by kind.
        detail: Arc<LedgerDetail>,
    },
    /// 取自另一指标
    Other {
        /// 指标名称 of the other.
        indicator: Label,
        /// Its 分值.
        points: Decimal,
        /// Which of its numbers.
        takes: Takes,
        /// Its score in points, or how often something happened; without meaning where `from` is given.
        number: Decimal,
        /// Where the number that the other measures came from.
        from: Option<Box<Source>>,
    },
}

impl Source {
    /// A short name, for a cause.
    pub(in crate::scoring) fn naming(&self) -> Naming {
        match self {
            Self::Number { label, .. } => label.into(),
            Self::Panel { .. } => Naming::PanelMarks,
            Self::SubSheets { .. } => Naming::SubSheets,
            Self::Risks { .. } => Naming::Risks,
            Self::Ledger { .. } => Naming::LedgerRows,
            Self::Other { indicator, .. } => indicator.into(),
            Self::Rate { .. }
            | Self::Ratio { .. }
            | Self::Funds { .. }
            | Self::Deviation { .. }
            | Self::Survey { .. }
            | Self::Passes { .. }
            | Self::Peers { .. } => Naming::Actual,
        }
    }

    /// What to wait for where it would be divided by zero.
    pub(in crate::scoring) fn zero(&self) -> Waiting {
        match self {
            Self::Funds { .. } => Waiting::Funds,
            Self::Other { from: Some(from), .. } => from.zero(),
            _ => Waiting::ZeroTarget,
        }
    }
}
