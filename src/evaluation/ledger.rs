//! Rows of a 台账: what they may say, and the edits that change them.

use super::error::{EditError, LedgerRowError};
use super::expected::LARGEST_AMOUNT;
use super::input;
use super::model::{Applicability, ItemEntry, LedgerRow};
use crate::number::Limits;
use crate::template::{Id, Indicator, Kind, Ledger, Template, Worth};
use rust_decimal::Decimal;
use std::sync::Arc;

/// Rows that a ledger may hold: more than a year of a city's cameras.
pub const LONGEST_LEDGER: usize = 20_000;

impl Ledger {
    /// The kind that a row counts as (R28): its own, or the one that it has become. `None` where the ledger has no such kind.
    pub fn kind_of(&self, row: &LedgerRow) -> Option<&Kind> {
        let own = self.kind(&row.kind)?;
        match own.becomes.as_ref().filter(|becomes| row.count >= becomes.from) {
            Some(becomes) => self.kind(&becomes.kind),
            None => Some(own),
        }
    }
}

impl Kind {
    /// What may be entered as points of a row, where the kind lets the evaluator choose. `step` is the 得分增量.
    pub fn point_limits(&self, step: Option<Decimal>) -> Option<Limits> {
        match self.worth {
            Worth::Within { from, to } => {
                Some(Limits { min: Some(from.min(to)), max: Some(from.max(to)), step, below_max: false })
            }
            Worth::Each(_) | Worth::PerMoney(_) => None,
        }
    }
}

/// What 金额 may be, in 元.
pub(super) fn money_limits() -> Limits {
    Limits { min: Some(Decimal::ZERO), max: Some(LARGEST_AMOUNT), ..Limits::default() }
}

/// Whether `row` fits `ledger`. Points and 金额 that its kind needs may still be missing; what is there is right.
/// `step` is the 得分增量 of entered points.
///
/// # Errors
/// The first thing that does not fit.
pub fn check_row(ledger: &Ledger, row: &LedgerRow, step: Option<Decimal>) -> Result<(), LedgerRowError> {
    let kind = ledger.kind_of(row).ok_or_else(|| LedgerRowError::NoSuchKind(row.kind.clone()))?;
    input::counts().check(row.count).map_err(LedgerRowError::Count)?;
    if let (Some(points), Some(limits)) = (row.points, kind.point_limits(step)) {
        limits.check(points).map_err(LedgerRowError::Points)?;
    }
    if let Some(money) = row.money {
        money_limits().check(money).map_err(LedgerRowError::Money)?;
    }
    let is_unknown = |id: &&Id| !ledger.factors.iter().any(|factor| factor.id == **id);
    if let Some(factor) = row.factors.iter().find(is_unknown) {
        return Err(LedgerRowError::NoSuchFactor(factor.clone()));
    }
    match &row.exempt {
        Some(reason) if reason.trim().is_empty() => Err(LedgerRowError::ExemptWithoutReason),
        _ => Ok(()),
    }
}

fn ledger_of(indicator: &Indicator) -> Result<&Ledger, EditError> {
    indicator.rule.ledger.as_ref().ok_or_else(|| EditError::NoLedger { item: indicator.id.clone() })
}

/// Checks a row against the ledger of `indicator`; `row` is the number that an error names.
fn check(indicator: &Indicator, template: &Template, row: usize, it: &LedgerRow) -> Result<(), EditError> {
    let refused = |error| EditError::LedgerRow { item: indicator.id.clone(), row, error };
    check_row(ledger_of(indicator)?, it, Some(template.rounding.step)).map_err(refused)
}

pub(super) fn add(
    entry: &mut ItemEntry,
    indicator: &Indicator,
    template: &Template,
    at: Option<usize>,
    rows: &[Arc<LedgerRow>],
) -> Result<(), EditError> {
    rows.iter().enumerate().try_for_each(|(row, it)| check(indicator, template, row, it))?;
    ledger_of(indicator)?;
    let item = || indicator.id.clone();
    let at = at.unwrap_or(entry.ledger.len());
    if at > entry.ledger.len() {
        return Err(EditError::NoSuchLedgerRow { item: item(), row: at });
    }
    if entry.ledger.len().saturating_add(rows.len()) > LONGEST_LEDGER {
        return Err(EditError::LedgerTooLong { item: item(), most: LONGEST_LEDGER });
    }
    entry.ledger.splice(at..at, rows.iter().cloned());
    if !rows.is_empty() {
        // Whoever enters a row says by it that there is something to enter, and that the indicator can be scored.
        entry.inputs.remove(input::NOTHING);
        entry.applicability = Applicability::Applicable;
    }
    Ok(())
}

pub(super) fn set(
    entry: &mut ItemEntry,
    indicator: &Indicator,
    template: &Template,
    row: usize,
    to: &Arc<LedgerRow>,
) -> Result<(), EditError> {
    check(indicator, template, row, to)?;
    let missing = || EditError::NoSuchLedgerRow { item: indicator.id.clone(), row };
    *entry.ledger.get_mut(row).ok_or_else(missing)? = to.clone();
    Ok(())
}

pub(super) fn remove(entry: &mut ItemEntry, indicator: &Indicator, rows: &[usize]) -> Result<(), EditError> {
    ledger_of(indicator)?;
    if let Some(row) = rows.iter().copied().find(|row| *row >= entry.ledger.len()) {
        return Err(EditError::NoSuchLedgerRow { item: indicator.id.clone(), row });
    }
    let gone: std::collections::BTreeSet<usize> = rows.iter().copied().collect();
    let mut row = 0..;
    entry.ledger.retain(|_| row.next().is_some_and(|row| !gone.contains(&row)));
    Ok(())
}
