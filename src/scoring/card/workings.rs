//! How a group or the sheet came about where its children are not simply added up.

use super::naming::NumberRange;
use crate::template::BandedBy;
use rust_decimal::Decimal;

/// What was worked out, and what it came to. In points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Workings {
    /// Points of the group or sheet.
    pub points: Decimal,
    pub score: Decimal,
    pub how: Combined,
}

/// How children were combined.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Combined {
    /// Added up and scaled, because of children that do not apply.
    Rescaled {
        score: Decimal,
        base: Decimal,
    },
    /// The mean of so many rates: too many to be listed.
    MeanOf {
        count: usize,
        weighted: bool,
    },
    /// `weights` is their sum, as a share.
    Weighted {
        children: Vec<Counted>,
        weights: Decimal,
    },
    Mean {
        children: Vec<Counted>,
    },
    Scaled {
        score: Decimal,
        base: Decimal,
    },
    /// The child of the highest rate.
    Highest(Counted),
    /// The child of the lowest rate.
    Lowest(Counted),
    /// The number that falls into a band, and its band; `None` where it is in none.
    Banded {
        by: BandedBy,
        value: Decimal,
        band: Option<NumberRange>,
    },
}

/// A child that counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Counted {
    pub score: Decimal,
    /// Points that apply; its own 分值 where what does not apply is only left out.
    pub base: Decimal,
    /// As a share.
    pub weight: Option<Decimal>,
}
