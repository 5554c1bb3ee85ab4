//! The rule language: five kinds of part that combine (measure, award, deduction, effect, combine).
//!
//! A rule is an award (what the indicator earns) less deductions (what is taken away, each with a cause),
//! never below its floor. `docs/TEMPLATES.md` shows each form with an example.

use super::{Id, Label};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The rule of an indicator (评分规则).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub award: Award,
    /// 扣分情形. They are taken from the award, down to [`Rule::floor`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deductions: Vec<Deduction>,
    /// Lowest score (扣完为止), in points. Not stating it means 0, and a warning where it can be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Decimal>,
}

/// What an indicator earns before deductions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Award {
    /// Full marks; the deductions do the scoring (扣分制).
    Full,
    /// 要点累加: each part that is met earns its points. One part alone is 二元 (all or nothing).
    Parts { parts: Vec<Part> },
    /// 单选档: exactly one option holds. Fixed points are tiers, a share of the points is a qualitative band.
    OneOf { options: Vec<Choice> },
    /// 按率计算: a measured rate times the points.
    Rate {
        measure: Measure,
        direction: Direction,
        /// Below this rate (as a share) the indicator earns nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cut_off: Option<Decimal>,
        #[serde(default, skip_serializing_if = "ZeroDenominator::is_default")]
        zero: ZeroDenominator,
    },
    /// 酌定: the evaluator enters the score, in the stated step, and says why.
    Free { step: Decimal },
}

/// A point to check (要点).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub id: Id,
    pub label: Label,
    pub points: Decimal,
}

/// An option of [`Award::OneOf`] (档).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: Id,
    pub label: Label,
    pub points: Points,
}

/// What an option is worth.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Points {
    /// In points.
    Fixed(Decimal),
    /// Chosen by the evaluator within [from, to) of the indicator's points, as shares; a band that reaches 1
    /// includes its upper edge. Edges may be changed for one evaluation.
    Share { from: Decimal, to: Decimal },
}

/// Where the number of a rate comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Measure {
    /// Entered with the indicator: either 目标值 and 实际值 in `unit`, or the rate itself in per cent.
    Entered { target: Label, actual: Label, rate: Label },
    /// Taken from the funds form, so that it is typed once.
    Funds(FundsRate),
}

/// A rate that the funds form yields.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FundsRate {
    /// 到位率 = 实际到位 ÷ 全年预算数 (计划到位).
    Arrival,
    /// 执行率 = 全年执行数 ÷ 全年预算数.
    Execution,
}

/// How a rate becomes a share of the points, with A = 目标值 and B = 实际值. The share is kept within 0 and 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Direction {
    /// 正向: B ÷ A.
    Positive,
    /// 反向, ratio form: A ÷ B; B = 0 is full marks.
    ReverseRatio,
    /// 反向, linear form: 1 − (B − A) ÷ A; nothing from B = 2A on.
    ReverseLinear,
    /// 等于: as positive; with A = 0, B ≤ 0 is full marks and B > 0 nothing.
    Equal,
}

/// What a rate is worth when it would be divided by zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum ZeroDenominator {
    /// There is no score until the inputs are mended.
    #[default]
    Unscored,
    /// No points.
    Nothing,
    /// Full marks.
    Full,
}

impl ZeroDenominator {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Points taken away, with a cause.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Deduction {
    /// 扣 from–to 分, the evaluator choosing within; equal bounds are a fixed deduction.
    Between { id: Id, label: Label, from: Decimal, to: Decimal },
    /// 每处扣 `points` 分, at most `cap`.
    Each {
        id: Id,
        label: Label,
        points: Decimal,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<Decimal>,
    },
}

impl Deduction {
    pub fn id(&self) -> &Id {
        match self {
            Self::Between { id, .. } | Self::Each { id, .. } => id,
        }
    }

    pub fn label(&self) -> &Label {
        match self {
            Self::Between { label, .. } | Self::Each { label, .. } => label,
        }
    }

    /// The most that it can take; `None` without bound.
    pub fn most(&self) -> Option<Decimal> {
        match self {
            Self::Between { to, .. } => Some(*to),
            Self::Each { cap, .. } => *cap,
        }
    }
}

impl Rule {
    /// The evaluator chooses between bands whose edges can be moved.
    pub fn has_band_edges(&self) -> bool {
        matches!(&self.award, Award::OneOf { options }
            if options.iter().any(|option| matches!(option.points, Points::Share { .. })))
    }
}
