//! What the rows of a ledger come to, kind by kind, for a derivation.

use crate::template::{CountTier, Label};
use rust_decimal::Decimal;

/// What stands in brackets behind the sum of a ledger.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LedgerDetail {
    /// Kinds that have rows.
    pub kinds: Vec<KindCounted>,
    /// The tier that Σ 次数 reaches.
    pub tier: Option<CountTier>,
    /// Rows that do not count because another of the same matter does (同一事项就高).
    pub same_matter: usize,
    /// 满若干次即按若干分计: the number of times, and the points.
    pub kill: Option<(u32, Decimal)>,
    /// Rows that are exempt (免责).
    pub exempt: usize,
}

/// A kind of rows with its sums.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KindCounted {
    /// 类型, as the template has it.
    pub label: Label,
    /// As the template has it; empty for times (次).
    pub unit: Label,
    /// Σ 次数 of its rows that count.
    pub count: Decimal,
    /// In points, signed.
    pub points: Decimal,
    /// 元
    pub money: Decimal,
}

impl LedgerDetail {
    /// There is nothing to be said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
