//! The scores of groups.

use super::cause::Cause;
use crate::template::{Id, Label};
use rust_decimal::Decimal;

/// Scores of a group at any level.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupScore {
    pub id: Id,
    pub name: Label,
    pub points: Decimal,
    pub score: Decimal,
    /// Positive.
    pub deductions: Decimal,
    pub pending: Decimal,
    /// Points beyond full marks within it, positive.
    pub bonus: Decimal,
    /// What strikes the group as a whole. Positive takes away.
    pub causes: Vec<Cause>,
    /// 加减分 and 追加扣除 within the score, signed: they are never scaled.
    pub adjust: Decimal,
    /// Points that do not apply, where the template does not count them as earned.
    pub excluded: Decimal,
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

/// Number of indicators by state.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    pub all: usize,
    pub scored: usize,
    pub unscored: usize,
    pub no_information: usize,
    pub not_applicable: usize,
}

impl Progress {
    /// Nothing more to decide.
    pub fn settled(&self) -> usize {
        self.scored + self.not_applicable
    }
}
