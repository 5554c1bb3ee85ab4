//! What reaches beyond its own indicator.

use crate::ron_text::is_default;
use crate::template::{Id, Label};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// 关键要素 (R10): a question that must be answered; where it is not met, the indicator scores 0.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Key of its input, unique within the rule.
    pub id: Id,
    /// 关键要素: what must be met, as it is printed.
    pub label: Label,
}

/// What reaches beyond the indicator. One struct for each form; all of them have an id, a label and a scope.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Effect {
    /// 一票否决 (R11)
    Veto(Veto),
    /// 追加扣除 (R12)
    Overflow(Overflow),
}

/// 一票否决 (R11): where it is ticked, `consequence` strikes `scope`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Veto {
    /// Key of its inputs, unique within the rule.
    pub id: Id,
    /// What it is ticked for, as it is printed.
    pub label: Label,
    /// 影响范围
    pub scope: Scope,
    /// 后果
    pub consequence: Consequence,
    /// 不可抗力除外: an exemption with a reason lifts it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub exemptable: bool,
}

impl Veto {
    /// The indicator itself scores 0.
    pub fn blank(id: Id, label: Label) -> Self {
        Self { id, label, scope: Scope::Item, consequence: Consequence::Zero, exemptable: false }
    }
}

/// 追加扣除 (R12): points taken from the group or the sheet, after the indicator's own floor.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overflow {
    /// Key of its inputs, unique within the rule.
    pub id: Id,
    /// What it is taken for, as it is printed.
    pub label: Label,
    /// 何时
    pub when: Trigger,
    /// 扣多少
    pub take: OverflowPoints,
    /// 影响范围: not the indicator itself.
    pub scope: Scope,
}

impl Overflow {
    /// One point of the sheet, where it is ticked.
    pub fn blank(id: Id, label: Label) -> Self {
        let take = OverflowPoints::OneOf(vec![Decimal::ONE]);
        Self { id, label, when: Trigger::Ticked, take, scope: Scope::Sheet }
    }
}

/// What an effect strikes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Scope {
    /// The indicator itself.
    Item,
    /// The innermost group that the indicator stands in.
    Group,
    /// The group of this id.
    Node(Id),
    /// 全表: the total and the grade.
    Sheet,
}

/// 后果: what a veto does to its scope.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Consequence {
    /// The scope scores 0 (大项不得分): every indicator in it.
    Zero,
    /// The scope scores at most this many points.
    Cap(Decimal),
    /// The grade is this one, whatever the total. For the sheet.
    Grade(Label),
    /// 最高评为: no better grade than this one, whatever the total. For the sheet.
    GradeAtMost(Label),
    /// 不合格: the worst grade, whatever the total. For the sheet.
    Fail,
}

/// When an overflow happens.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Trigger {
    /// The deductions of the indicator reach its points (扣完).
    Exhausted,
    /// The evaluator ticks it.
    Ticked,
    /// The deduction of this id of the same rule occurs: one fact is entered once.
    Deducted(Id),
}

/// What an overflow takes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum OverflowPoints {
    /// One of these, chosen by the evaluator; a single one needs no choice.
    OneOf(Vec<Decimal>),
    /// What the indicator's deductions exceed its points by.
    Excess,
    /// 每处再扣: points above 0 for each occurrence of the deduction that it happens with.
    Each(Decimal),
}

impl Effect {
    /// Key of its inputs, unique within the rule.
    pub fn id(&self) -> &Id {
        match self {
            Self::Veto(Veto { id, .. }) | Self::Overflow(Overflow { id, .. }) => id,
        }
    }

    /// As [`Self::id`], to be changed.
    pub fn id_mut(&mut self) -> &mut Id {
        match self {
            Self::Veto(Veto { id, .. }) | Self::Overflow(Overflow { id, .. }) => id,
        }
    }

    /// What it happens for, as it is printed.
    pub fn label(&self) -> &Label {
        match self {
            Self::Veto(Veto { label, .. }) | Self::Overflow(Overflow { label, .. }) => label,
        }
    }

    /// 影响范围.
    pub fn scope(&self) -> &Scope {
        match self {
            Self::Veto(Veto { scope, .. }) | Self::Overflow(Overflow { scope, .. }) => scope,
        }
    }
}
