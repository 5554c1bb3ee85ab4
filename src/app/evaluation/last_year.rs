//! 上年 in the table: what its two columns say, copied and on screen.

use crate::app::SheetColumn;
use crate::number::in_full;
use crate::scoring::{ItemScore, LastPoints};
use crate::text::{Lang, tr};
use rust_decimal::Decimal;

/// The figure of a column of last year.
pub(crate) fn figure(then: LastPoints, column: SheetColumn) -> Decimal {
    match column {
        SheetColumn::LastDeduction => then.deduction,
        _ => then.score,
    }
}

/// The words of its cell as they are copied: nothing where nothing was lost, and 不可比 once, with the score.
pub(crate) fn copied(item: &ItemScore, column: SheetColumn, decimals: u32, lang: Lang) -> String {
    let Some(last) = &item.last_year else { return String::new() };
    match (last.comparable().map(|then| figure(then, column)), column) {
        (Some(none), SheetColumn::LastDeduction) if none.is_zero() => String::new(),
        (Some(figure), _) => in_full(figure, decimals),
        (None, SheetColumn::LastDeduction) => String::new(),
        (None, _) => tr(lang, "last-year-not-comparable"),
    }
}
