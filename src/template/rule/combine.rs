//! How the scores of children become that of their parent. P is the parent's 分值, s and M are those of a child.

use super::award::Band;
use super::is_default;
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
    /// P ÷ n each, rounded to `decimals`; what is left over goes to one of them (R20). The children state no points.
    EqualSplit {
        decimals: u32,
        #[serde(default, skip_serializing_if = "is_default")]
        remainder: Remainder,
    },
    /// P × the highest s ÷ M (就高).
    Highest,
    /// P × the lowest s ÷ M (就低).
    Lowest,
    /// The children's result lies in one of the bands (附表分 → 得分, R21).
    Banded { by: BandedBy, bands: Vec<Band> },
}

/// Which child takes what an equal split leaves over.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Remainder {
    #[default]
    First,
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
