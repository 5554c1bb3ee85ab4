//! How often a case of deduction happened, by what is entered.

use crate::evaluation::{ItemEntry, input};
use crate::template::{Deduction, EachDeduction, RangeDeduction};
use rust_decimal::Decimal;

/// 处数 less 免责处数, at least 0.
pub(super) fn counted(EachDeduction { id, .. }: &EachDeduction, entry: &ItemEntry) -> Decimal {
    let count = entry.number(&input::count(id)).unwrap_or_default();
    let exempt = entry.number(&input::exempt_count(id)).unwrap_or_default();
    count.saturating_sub(exempt).max(Decimal::ZERO)
}

/// 处数 less 免责处数, or once where it is ticked.
pub(super) fn occurrences(deduction: &Deduction, entry: &ItemEntry) -> Decimal {
    match deduction {
        Deduction::Between(RangeDeduction { id, .. }) => {
            Decimal::from(u8::from(entry.flag(id) == Some(true)))
        }
        Deduction::Each(each) => counted(each, entry),
        Deduction::Ledger(_) | Deduction::Steps(_) => Decimal::ZERO,
    }
}
