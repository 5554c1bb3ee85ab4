//! As many digits as a reader needs who recomputes what is printed.

use crate::number::{fixed, plain, round};
use rust_decimal::Decimal;

/// More digits are never shown: those of the card.
pub(super) const MOST: u32 = 12;

/// The fewest decimals, from `least` on, with which `holds`; as many as there are where none suffice.
pub(super) fn enough(least: u32, holds: impl Fn(u32) -> bool) -> u32 {
    (least..=MOST).find(|decimals| holds(*decimals)).unwrap_or(MOST)
}

/// A share in per cent with so many decimals.
pub(super) fn percent_to(share: Decimal, decimals: u32) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED);
    percent.map_or_else(|| plain(share), |percent| format!("{}%", fixed(percent, decimals)))
}

/// The share as [`percent_to`] prints it.
pub(super) fn share_as_printed(share: Decimal, decimals: u32) -> Decimal {
    round(share, decimals.saturating_add(2))
}

/// A share in per cent, two decimals or as many as make `holds` true of what is printed.
pub(super) fn percent_where(share: Decimal, holds: impl Fn(Decimal) -> bool) -> String {
    percent_to(share, enough(2, |decimals| holds(share_as_printed(share, decimals))))
}
