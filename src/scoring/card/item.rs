//! The score of one indicator.

use super::cause::{Cause, CauseKind};
use super::comparison::Comparison;
use super::derivation::Derivation;
use super::effect::Struck;
use super::last_year::LastScore;
use super::ledger::LedgerScore;
use super::waiting::Waiting;
use crate::number::round;
use crate::template::{Id, Label};
use rust_decimal::Decimal;
use std::sync::Arc;

/// Score of one indicator. Where there is a score: points − Σ causes = score.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemScore {
    /// Id of the indicator in the template, or of one of the evaluation's own.
    pub id: Id,
    /// 指标名称
    pub name: Label,
    /// 分值; 0 for 加减分 and for what is only compared.
    pub points: Decimal,
    /// 未评, 资料不足, 不适用, 已评 or 对照.
    pub state: ItemState,
    /// What the rule yields from the inputs, if they suffice.
    pub computed: Option<Decimal>,
    /// What counts: the override if there is one, else what the rule yields.
    pub score: Option<Decimal>,
    /// 分值 − 得分; negative where more than full marks are earned (加分, 超额).
    pub deduction: Option<Decimal>,
    /// Why points are missing, in points each.
    pub causes: Vec<Cause>,
    /// Why the score is what it is.
    pub derivation: Derivation,
    /// Reason of the override, if there is one.
    pub override_reason: Option<Arc<str>>,
    /// 目标 and 实际, where the rule compares them.
    pub comparison: Option<Comparison>,
    /// Effects that happen and reach beyond the indicator.
    pub effects: Vec<Struck>,
    /// What it would be without the veto of a group that it stands in (大项不得分).
    pub unstruck: Option<Box<ItemScore>>,
    /// What the rows of its ledger come to, whatever its state; `None` where the rule has no ledger or a row waits.
    pub ledger: Option<Arc<LedgerScore>>,
    /// Number of evidence files.
    pub evidence: usize,
    /// 上年, where the evaluation was made from last year's.
    pub last_year: Option<LastScore>,
}

impl ItemScore {
    /// 人工改分: the score was set by hand.
    pub fn is_overridden(&self) -> bool {
        self.override_reason.is_some()
    }
}

/// Four states that are never mixed up; a score of 0 is a score.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ItemState {
    /// 未评, and what is still missing.
    Unscored(Waiting),
    /// 资料不足
    NoInformation,
    /// 不适用
    NotApplicable {
        /// Printed beside it.
        reason: Inapplicable,
    },
    /// 已评
    Scored,
    /// Compared with its target, without points (达成, 未达成).
    Compared {
        /// `None`: nobody said, and it cannot be worked out.
        met: Option<bool>,
    },
}

impl ItemScore {
    /// What cases of deduction (扣分情形) took, also where as much was earned beside it (加分): points, from 0 on.
    pub fn taken(&self) -> Decimal {
        let of_cases =
            |cause: &&Cause| matches!(cause.kind, CauseKind::Deduction) && cause.points > Decimal::ZERO;
        let points = self.causes.iter().filter(of_cases).map(|cause| cause.points);
        points.fold(Decimal::ZERO, Decimal::saturating_add)
    }

    /// Something was taken or is missing: it has to be said why (扣分原因).
    pub fn wants_reason(&self) -> bool {
        self.deduction.is_some_and(|points| points > Decimal::ZERO) || self.taken() > Decimal::ZERO
    }

    /// What is missing to the points, so that with the score as it is printed with `decimals` it adds up to them.
    pub fn shown_deduction(&self, decimals: u32) -> Option<Decimal> {
        self.deduction?;
        Some(self.points.saturating_sub(round(self.score?, decimals)))
    }
}

impl ItemState {
    /// 未评 or 资料不足: its points are pending.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Unscored(_) | Self::NoInformation)
    }

    /// Its name wherever one is written: for the words `state-<name>`, in the data of a print, in `--json`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unscored(_) => "unscored",
            Self::NoInformation => "no-information",
            Self::NotApplicable { .. } => "not-applicable",
            Self::Scored => "scored",
            Self::Compared { met: Some(true) } => "met",
            Self::Compared { met: Some(false) } => "not-met",
            Self::Compared { met: None } => "compared",
        }
    }
}

/// Why an indicator does not apply.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Inapplicable {
    /// The evaluator's reason.
    Said(Arc<str>),
    /// It would be divided by zero, and the template says so (分母为 0).
    ZeroDenominator,
}
