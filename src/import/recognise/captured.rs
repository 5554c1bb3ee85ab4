//! Numbers that a pattern has found.

use crate::import::words::number;
use regex::Captures;
use rust_decimal::Decimal;

/// The number of a named group of a pattern.
pub(super) fn found(captures: &Captures<'_>, name: &str) -> Option<Decimal> {
    number(captures.name(name)?.as_str())
}

/// A percentage as a share.
pub(super) fn share(percent: Decimal) -> Decimal {
    percent.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default()
}
