//! How the scores of children become that of their parent. P is the parent's 分值, s and M are those of a child.

use super::award::{Band, Points};
use crate::ron_text::is_default;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How the scores of children become that of their parent.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Combine {
    /// Σ s; the children's points add up to P.
    #[default]
    Sum,
    /// P × Σ weight × s ÷ M (R17); the children state weights that add up to 100 %.
    Weighted,
    /// P × mean of s ÷ M.
    Mean,
    /// P × Σ s ÷ Σ M: a table of its own scale within P points.
    Scale,
    /// 分值平均分配 (R20)
    EqualSplit(EqualSplit),
    /// P × the highest s ÷ M (就高).
    Highest,
    /// P × the lowest s ÷ M (就低).
    Lowest,
    /// 按结果分档 (附表分 → 得分, R21)
    Banded(Banded),
}

/// 分值平均分配 (R20): P ÷ n each, and what is left over goes to one of them. The children state no points.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EqualSplit {
    /// 小数位: decimals that P ÷ n is rounded to.
    pub decimals: u32,
    /// 余数给: the child that takes what is left over.
    #[serde(default, skip_serializing_if = "is_default")]
    pub remainder: Remainder,
}

impl EqualSplit {
    /// As most sheets print points.
    pub fn blank() -> Self {
        Self { decimals: 2, remainder: Remainder::First }
    }
}

/// 按结果分档 (附表分 → 得分, R21): the children's result lies in one of the bands, and P becomes what that one is worth.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Banded {
    /// The number that is looked up.
    pub by: BandedBy,
    /// 区间: together they cover every result, once; each is worth fixed points or a share of P.
    pub bands: Vec<Band>,
}

impl Banded {
    /// Full marks whatever the rate, until its bands are said.
    pub fn blank() -> Self {
        let band = Band { from: None, to: None, points: Points::Fraction(Decimal::ONE) };
        Self { by: BandedBy::Rate, bands: vec![band] }
    }
}

/// Which child takes what an equal split leaves over.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Remainder {
    /// 第一个, in the order of the sheet.
    #[default]
    First,
    /// 最后一个, in the order of the sheet.
    Last,
}

/// The number that [`Combine::Banded`] looks up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum BandedBy {
    /// Σ s, in points.
    Sum,
    /// Mean of s, in points.
    Mean,
    /// 得分率 Σ s ÷ Σ M, a share.
    Rate,
}
