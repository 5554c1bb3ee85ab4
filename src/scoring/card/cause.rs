//! Why points are missing.

use super::naming::Naming;
use rust_decimal::Decimal;

/// Points that are missing, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cause {
    /// What sort of cause it is.
    pub kind: CauseKind,
    /// What it is called on the sheet.
    pub label: Naming,
    /// Positive takes away; an override that gives points back is negative.
    pub points: Decimal,
}

/// What sort of cause takes points, or gives them back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CauseKind {
    /// A part that is not met, a lower tier or band, a rate below 100 %.
    NotEarned,
    /// A deduction of the rule.
    Deduction,
    /// More than the full marks (超额): negative.
    Beyond,
    /// 一票否决: what the veto takes.
    Veto,
    /// 追加扣除 from the group or the sheet.
    Overflow,
    /// Beyond the cap (封顶) or below the floor (保底) of a group.
    Limit,
    /// Given back because the floor is reached (扣完为止).
    Floor,
    /// The difference between the rule and an override (人工改分).
    Override,
}

impl CauseKind {
    /// How what strikes a group or the sheet is named in data.
    pub fn of_strike(self) -> &'static str {
        match self {
            Self::Overflow => "overflow",
            Self::Veto => "veto",
            _ => "limit",
        }
    }
}
