//! How a group or the sheet came about where its children are not simply added up.

use super::naming::NumberRange;
use crate::template::BandedBy;
use rust_decimal::Decimal;

/// What was worked out, and what it came to. In points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Workings {
    /// Points of the group or sheet.
    pub points: Decimal,
    /// 得分 of the group; of the sheet before 折算 and what follows it.
    pub score: Decimal,
    /// How its children became that.
    pub how: Combined,
}

/// How children were combined.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Combined {
    /// Added up and scaled, because of children that do not apply.
    Rescaled {
        /// Σ 得分 of the children that count.
        score: Decimal,
        /// Σ of their [`Counted::base`].
        base: Decimal,
    },
    /// The mean of so many rates: too many to be listed.
    MeanOf {
        /// How many.
        count: usize,
        /// By weights; else all alike.
        weighted: bool,
    },
    /// `weights` is their sum, as a share.
    Weighted {
        /// Those that count, each with its weight.
        children: Vec<Counted>,
        /// Below 1 where some children do not count.
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
    /// The number that falls into a band, and its band; `None` where it is in none.
    Banded {
        /// Which number was looked up.
        by: BandedBy,
        /// In points, or a share for [`BandedBy::Rate`].
        value: Decimal,
        /// The numbers of its band.
        band: Option<NumberRange>,
    },
}

/// A child that counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Counted {
    /// 得分, in points.
    pub score: Decimal,
    /// Points that apply; its own 分值 where what does not apply is only left out.
    pub base: Decimal,
    /// As a share.
    pub weight: Option<Decimal>,
}
