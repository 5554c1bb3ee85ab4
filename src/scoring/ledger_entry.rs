//! The ledger of an indicator's entry, scored.

use super::card::{LedgerScore, Standing, Waiting};
use super::ledger::ledger_score;
use crate::evaluation::{ItemEntry, input};
use crate::number::plain;
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

/// What the rows come to, kind by kind, as one would write it under 扣分原因: `离线 3 次 0.6、逾期 1 次 0.5`.
pub(super) fn summary(ledger: &Ledger, score: &LedgerScore) -> String {
    let kinds = ledger
        .kinds
        .iter()
        .zip(&score.kinds)
        .filter(|(_, (_, sums))| !sums.count.is_zero() || !sums.points.is_zero());
    let mut words: Vec<String> = kinds
        .map(|(kind, (_, sums))| {
            let unit = if kind.unit.is_empty() { "次" } else { &kind.unit };
            format!("{} {}{unit} {} 分", kind.label, plain(sums.count), plain(sums.points))
        })
        .collect();
    if let Some(tier) = score.tier {
        words.push(format!("累计满 {} 次，每行 ×{}", plain(tier.from), plain(tier.times)));
    }
    let same = score.rows.iter().filter(|row| matches!(row.standing, Standing::SameMatter(_))).count();
    if same > 0 {
        words.push(format!("同一事项就高，{same} 行不计"));
    }
    if score.rows.iter().any(|row| row.standing == Standing::Kills) {
        let kill =
            ledger.kill.as_ref().map(|kill| format!("满 {} 次，按 {} 分计", kill.count, plain(kill.to)));
        words.extend(kill);
    }
    if score.total.exempt > 0 {
        words.push(format!("免责 {} 行不计", score.total.exempt));
    }
    words.join("、")
}
