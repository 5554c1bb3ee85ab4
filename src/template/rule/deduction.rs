//! What is taken away, with a cause.

use super::award::Step;
use super::measure::{EnteredRate, Measure};
use crate::template::{Id, Label};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Points taken away, with a cause. One struct for each form; all of them have an id and a label.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Deduction {
    /// 有则扣 (R8)
    Between(RangeDeduction),
    /// 每处扣 (R7, R27)
    Each(EachDeduction),
    /// 按台账扣
    Ledger(LedgerDeduction),
    /// 每相差 u 扣 k (R6), beside other deductions
    Steps(StepsDeduction),
}

/// 有则扣 (R8): 扣 from–to 分, the evaluator choosing within; equal bounds are a fixed deduction.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RangeDeduction {
    /// Key of its inputs, unique within the rule.
    pub id: Id,
    /// 扣分情形: the cause, as it is printed.
    pub label: Label,
    /// 至少扣: points from 0 on.
    pub from: Decimal,
    /// 至多扣: points, not below `from`; both on the template's step (得分增量).
    pub to: Decimal,
}

impl RangeDeduction {
    /// A fixed deduction of one point.
    pub fn blank(id: Id, label: Label) -> Self {
        Self { id, label, from: Decimal::ONE, to: Decimal::ONE }
    }
}

/// 每处扣 `points` 分 (R7), at most `cap`. Exempt occurrences (免责, R27) do not count.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EachDeduction {
    /// Prefix of its inputs, 处数 and 其中免责, unique within the rule.
    pub id: Id,
    /// 扣分情形: the cause, as it is printed.
    pub label: Label,
    /// 每处扣: points above 0.
    pub points: Decimal,
    /// 最多: points, not below `points`; without bound where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
}

impl EachDeduction {
    /// A point for each.
    pub fn blank(id: Id, label: Label) -> Self {
        Self { id, label, points: Decimal::ONE, cap: None }
    }
}

/// 按台账扣: what the rows of the rule's ledger come to, at most `cap`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerDeduction {
    /// Unique within the rule; the rows of the ledger are its input.
    pub id: Id,
    /// 扣分情形: the cause, as it is printed.
    pub label: Label,
    /// 最多: points above 0; without bound where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
}

impl LedgerDeduction {
    /// Without bound.
    pub fn blank(id: Id, label: Label) -> Self {
        Self { id, label, cap: None }
    }
}

/// 每相差 u 扣 k (R6): what the steps take of a measured number, at most `cap`. Its number must be there, as that of
/// an award.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepsDeduction {
    /// Prefix of its inputs, unique within the rule.
    pub id: Id,
    /// 扣分情形: the cause, as it is printed.
    pub label: Label,
    /// 数据来源: not the rule's ledger.
    pub measure: Measure,
    /// 每相差…扣…: at least one, none of which gives.
    pub steps: Vec<Step>,
    /// 最多: points above 0; without bound where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
}

impl StepsDeduction {
    /// One step of an entered rate.
    pub fn blank(id: Id, label: Label) -> Self {
        let measure = Measure::Entered(EnteredRate::blank());
        Self { id, label, measure, steps: vec![Step::blank()], cap: None }
    }

    /// What the keys of its inputs begin with.
    pub fn prefix(&self) -> String {
        format!("{}/", self.id)
    }
}

impl Deduction {
    /// Key or prefix of its inputs, unique within the rule.
    pub fn id(&self) -> &Id {
        match self {
            Self::Between(RangeDeduction { id, .. })
            | Self::Each(EachDeduction { id, .. })
            | Self::Ledger(LedgerDeduction { id, .. })
            | Self::Steps(StepsDeduction { id, .. }) => id,
        }
    }

    /// As [`Self::id`], to be changed.
    pub fn id_mut(&mut self) -> &mut Id {
        match self {
            Self::Between(RangeDeduction { id, .. })
            | Self::Each(EachDeduction { id, .. })
            | Self::Ledger(LedgerDeduction { id, .. })
            | Self::Steps(StepsDeduction { id, .. }) => id,
        }
    }

    /// 扣分情形: the cause, as it is printed.
    pub fn label(&self) -> &Label {
        match self {
            Self::Between(RangeDeduction { label, .. })
            | Self::Each(EachDeduction { label, .. })
            | Self::Ledger(LedgerDeduction { label, .. })
            | Self::Steps(StepsDeduction { label, .. }) => label,
        }
    }

    /// The most that it can take; `None` without bound.
    pub fn most(&self) -> Option<Decimal> {
        match self {
            Self::Between(RangeDeduction { to, .. }) => Some(*to),
            Self::Each(EachDeduction { cap, .. })
            | Self::Ledger(LedgerDeduction { cap, .. })
            | Self::Steps(StepsDeduction { cap, .. }) => *cap,
        }
    }
}
