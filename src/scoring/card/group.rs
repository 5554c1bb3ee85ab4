//! The scores of groups.

use super::cause::Cause;
use crate::template::{Id, Label};
use rust_decimal::Decimal;

/// Scores of a group at any level.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupScore {
    /// Id of the group in the template.
    pub id: Id,
    /// 一级指标, 二级指标: its name, as printed.
    pub name: Label,
    /// 分值
    pub points: Decimal,
    /// 得分 with its adjustments; what has no score yet counts 0.
    pub score: Decimal,
    /// Positive.
    pub deductions: Decimal,
    /// Points that what has no score within it (未评, 资料不足, 未设指标) could still bring.
    pub pending: Decimal,
    /// Points beyond full marks within it, positive.
    pub bonus: Decimal,
    /// What strikes the group as a whole. Positive takes away.
    pub causes: Vec<Cause>,
    /// 加减分 and 追加扣除 within the score, signed: they are never scaled.
    pub adjust: Decimal,
    /// Points that do not apply, where the template does not count them as earned.
    pub excluded: Decimal,
    /// Its indicators by state, those of groups within it included.
    pub progress: Progress,
    /// What it is worth to its parent.
    pub(in crate::scoring) worth: Worth,
    /// Points of its own that no indicator is set for.
    pub(in crate::scoring) unfilled: Decimal,
}

/// What a node comes to. In points.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::scoring) struct Worth {
    /// 得分; what has no score yet counts 0.
    pub score: Decimal,
    /// The score if everything pending earned full marks.
    pub most: Decimal,
    /// Points that apply.
    pub applies: Decimal,
    /// Adjustments: 加减分, 追加扣除. They are never scaled.
    pub adjust: Decimal,
    /// Points beyond full marks, for the statement of deductions.
    pub bonus: Decimal,
}

/// Where the points of a group are, for a bar of them. Each is 0 or more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Balance {
    /// 得分
    pub earned: Decimal,
    /// 扣分
    pub lost: Decimal,
    /// 未评, 资料不足, 未设指标
    pub open: Decimal,
}

impl Balance {
    /// All of them.
    pub fn whole(&self) -> Decimal {
        self.earned.saturating_add(self.lost).saturating_add(self.open)
    }
}

impl GroupScore {
    /// 分值 that count: without those of what does not apply.
    pub fn counted_points(&self) -> Decimal {
        self.points.saturating_sub(self.excluded)
    }

    /// Where its points are.
    pub fn balance(&self) -> Balance {
        Balance {
            earned: self.score.max(Decimal::ZERO),
            lost: self.deductions.max(Decimal::ZERO),
            open: self.pending.max(Decimal::ZERO),
        }
    }
}

/// Number of indicators by state.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    /// Σ of the four below.
    pub all: usize,
    /// 已评, also those that are only compared with their target.
    pub scored: usize,
    /// 未评
    pub unscored: usize,
    /// 资料不足
    pub no_information: usize,
    /// 不适用
    pub not_applicable: usize,
}

impl Progress {
    /// Nothing more to decide.
    pub fn settled(&self) -> usize {
        self.scored + self.not_applicable
    }
}
