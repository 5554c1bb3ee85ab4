//! What the rows of a 台账 come to.

use super::month::Month;
use crate::template::{CountTier, Id};
use rust_decimal::Decimal;

/// What a ledger comes to. Points have the sign of their kinds; a deduction takes them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LedgerScore {
    /// In the order of the ledger.
    pub rows: Vec<RowScore>,
    /// All kinds of the ledger in its order, by the kind that rows count as.
    pub kinds: Vec<(Id, LedgerSums)>,
    /// Months in which there are rows, in order; rows that name no month (未注明月份) last.
    pub months: Vec<(Option<Month>, LedgerSums)>,
    /// All rows together.
    pub total: LedgerSums,
    /// The tier that Σ 次数 reaches.
    pub tier: Option<CountTier>,
}

/// Sums over the rows that count. Months, and kinds, each add up to the total.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LedgerSums {
    /// All rows, also those that do not count.
    pub rows: usize,
    /// Rows that are exempt.
    pub exempt: usize,
    /// Σ 次数
    pub count: Decimal,
    /// In points, signed.
    pub points: Decimal,
    /// Σ 金额, in 元.
    pub money: Decimal,
}

/// What a row comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowScore {
    /// The kind that it counts as.
    pub kind: Id,
    /// It counts as another kind than its own (R28).
    pub became: bool,
    /// 月份 of its date; `None`: 未注明月份.
    pub month: Option<Month>,
    /// 次数 by the kind that it counts as.
    pub count: Decimal,
    /// In points, with factors and tier: what it would give if it counted and no cap were reached.
    pub worth: Decimal,
    /// In points: what it adds to the sum.
    pub points: Decimal,
    /// Whether it counts.
    pub standing: Standing,
}

/// Whether a row counts, and why not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It counts like any other; a cap may still take its points.
    Counted,
    /// 免责
    Exempt,
    /// 同一事项就高: the row of this position counts instead.
    SameMatter(usize),
    /// A gain, and gains do not make good for losses.
    NoOffset,
    /// The row that reaches the kill: it gives all points that there are.
    Kills,
    /// Nothing gives points any more, because of the row that kills.
    Killed,
}

impl Standing {
    /// Its 次数 and 金额 count, and its points unless something takes them away.
    pub fn is_counted(self) -> bool {
        !matches!(self, Self::Exempt | Self::SameMatter(_))
    }
}
