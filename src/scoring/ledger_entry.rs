//! The ledger of an indicator's entry, scored.

use super::card::Waiting;
use super::ledger::{LedgerScore, ledger_score};
use crate::evaluation::{ItemEntry, input};
use crate::template::Indicator;

/// What the rows come to. An empty ledger has to be confirmed: nobody knows whether it was forgotten.
pub(super) fn of_entry(
    indicator: &Indicator,
    entry: &ItemEntry,
    decimals: u32,
) -> Result<LedgerScore, Waiting> {
    if entry.ledger.is_empty() && entry.flag(input::NOTHING) != Some(true) {
        return Err(Waiting::Inputs);
    }
    of_rows(indicator, entry, decimals)
}

/// The same, where no rows are no rows.
pub(super) fn of_rows(
    indicator: &Indicator,
    entry: &ItemEntry,
    decimals: u32,
) -> Result<LedgerScore, Waiting> {
    let ledger = indicator.rule.ledger.as_ref().ok_or(Waiting::Inputs)?;
    ledger_score(ledger, &entry.ledger, decimals)
}
