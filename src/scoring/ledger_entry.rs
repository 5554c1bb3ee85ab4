//! The ledger of an indicator's entry, scored.

use super::card::{KindCounted, LedgerDetail, LedgerScore, Standing, Waiting};
use super::ledger::ledger_score;
use crate::evaluation::{ItemEntry, input};
use crate::template::{Indicator, Ledger};

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

/// What the rows come to, kind by kind.
pub(super) fn detail(ledger: &Ledger, score: &LedgerScore) -> LedgerDetail {
    let kinds = ledger
        .kinds
        .iter()
        .zip(&score.kinds)
        .filter(|(_, (_, sums))| !sums.count.is_zero() || !sums.points.is_zero())
        .map(|(kind, (_, sums))| KindCounted {
            label: kind.label.clone(),
            unit: kind.unit.clone(),
            count: sums.count,
            points: sums.points,
            money: sums.money,
        });
    let standing = |is: fn(&Standing) -> bool| score.rows.iter().filter(move |row| is(&row.standing));
    let killed = standing(|standing| *standing == Standing::Kills).next().is_some();
    LedgerDetail {
        kinds: kinds.collect(),
        tier: score.tier,
        same_matter: standing(|standing| matches!(standing, Standing::SameMatter(_))).count(),
        kill: ledger.kill.as_ref().filter(|_| killed).map(|kill| (kill.count, kill.to)),
        exempt: score.total.exempt,
    }
}
