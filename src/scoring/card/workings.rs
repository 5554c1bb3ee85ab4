//! How a group or the sheet came about where its children are not simply added up.

use super::cause::Cause;
use super::derivation::TierWorth;
use super::naming::NumberRange;
use crate::template::Label;
use rust_decimal::Decimal;

/// What was worked out, and what it came to. In points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Workings {
    /// Points of the group or sheet.
    pub points: Decimal,
    /// How its children became points.
    pub how: Combined,
    /// 加减分 beside it, signed: never scaled.
    pub adjust: Decimal,
    /// 追加扣除, 封顶, 否决 of the group, positive takes away. Those of the sheet come after it.
    pub causes: Vec<Cause>,
    /// 得分 of the group; of the sheet before its own causes.
    pub score: Decimal,
    /// Decimals to which the score is rounded.
    pub decimals: u32,
}

/// How children were combined.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Combined {
    /// Added up and scaled, because of children that do not apply.
    Rescaled {
        /// Σ 得分 of the children that count.
        score: Decimal,
        /// Σ of the points that apply.
        base: Decimal,
    },
    /// Added up.
    Added {
        /// 得分 of each child that has some, what only adds or takes among them.
        scores: Vec<(Label, Decimal)>,
        /// The sum is rounded to fewer digits than the children have.
        rounded: bool,
    },
    /// The mean of the children's rates, by their weights.
    Weighted {
        /// Those that count, each with its weight.
        children: Vec<Counted>,
        /// Σ of their weights, as a share; below 1 where some children do not count.
        weights: Decimal,
    },
    /// The mean of the children's rates.
    Mean {
        /// Those that count.
        children: Vec<Counted>,
    },
    /// Σ 得分 over Σ points, taken of the parent's points.
    Scaled {
        /// Σ 得分 of the children that count.
        score: Decimal,
        /// Σ of their [`Counted::base`].
        base: Decimal,
    },
    /// The child of the highest rate.
    Highest(Counted),
    /// The child of the lowest rate.
    Lowest(Counted),
    /// The number that falls into a band, and its band.
    Banded {
        /// How the number came about.
        by: ByBand,
        /// The number, in points or as a share; at most twelve decimals.
        value: Decimal,
        /// The numbers of its band, and what it is worth; `None` where the number is in none, which is worth 0.
        band: Option<(NumberRange, TierWorth)>,
    },
}

/// Which number was looked up among bands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ByBand {
    /// Σ 得分 of the children.
    Sum {
        /// That sum.
        score: Decimal,
        /// Points of all children, and those that apply, where the sum is scaled to all of them.
        scaled: Option<(Decimal, Decimal)>,
    },
    /// The mean of what the children came to, each scaled to its own points: the points and the child.
    Mean(Vec<(Decimal, Counted)>),
    /// Σ 得分 ÷ Σ points.
    Rate {
        /// Σ 得分
        score: Decimal,
        /// Σ points
        base: Decimal,
    },
}

/// Whether a child is scored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChildStanding {
    /// Something in it is.
    Scored,
    /// Nothing in it is yet: it counts as 0.
    Open,
    /// 不适用: it counts as what the template says of that.
    NotApplicable,
}

/// A child that counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    /// Its name.
    pub name: Label,
    /// Whether it is scored.
    pub standing: ChildStanding,
    /// 得分, in points.
    pub score: Decimal,
    /// Points that apply; its own 分值 where what does not apply is only left out.
    pub base: Decimal,
    /// As a share.
    pub weight: Option<Decimal>,
}
