//! 上年 beside an indicator of this year.

use crate::evaluation::LastState;
use crate::template::Label;
use rust_decimal::Decimal;

/// What last year's evaluation says of an indicator, and whether this year's score may be held against it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LastScore {
    /// 可比: the same rule, for the same points.
    Comparable(LastPoints),
    /// 不可比
    Incomparable {
        /// Why not.
        why: Incomparable,
        /// What it came to all the same, where last year's sheet had it and scored it.
        then: Option<LastPoints>,
    },
}

/// The figures of last year, as they are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LastPoints {
    /// 分值 of that time.
    pub points: Decimal,
    /// 得分
    pub score: Decimal,
    /// 扣分, negative where more than full marks were earned.
    pub deduction: Decimal,
}

/// Why two years cannot be compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Incomparable {
    /// 新增: last year's sheet did not have it.
    New,
    /// Last year it had no score.
    NotScored(LastState),
    /// It bears another name: nobody can say that it is the same.
    Renamed {
        /// 指标名称 of that time.
        then: Label,
    },
    /// 分值 differs.
    Points {
        /// 分值 of that time.
        then: Decimal,
        /// 分值 now.
        now: Decimal,
    },
    /// 评分规则 differs, in what it does or in its words; its rounding and its bands are part of it.
    Rule,
}

impl LastScore {
    /// The figures where they compare.
    pub fn comparable(&self) -> Option<LastPoints> {
        match self {
            Self::Comparable(points) => Some(*points),
            Self::Incomparable { .. } => None,
        }
    }
}
