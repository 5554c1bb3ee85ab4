//! 加减分 (R13): the signed sum of the ledger.

use crate::number::exact::exact;
use crate::scoring::card::{Derivation, Naming, Source};
use crate::scoring::earned::{Context, Earned, Without};
use crate::scoring::inputs::Inputs;
use crate::scoring::ledger_entry as ledger;
use crate::template::LedgerSum;
use rust_decimal::Decimal;

/// Within floor (default 0) and ceiling (default the indicator's points).
pub(super) fn earned(cx: Context<'_>, inputs: &Inputs<'_>) -> Result<Earned, Without> {
    let score = ledger::of_entry(cx.indicator, inputs.entry, cx.decimals())?;
    let floor = cx.indicator.rule.floor.unwrap_or(Decimal::ZERO);
    let (points, kept) = cx.points_from(&exact(score.total.points), floor)?;
    let ledger = cx.indicator.rule.ledger.as_ref();
    let detail = ledger.map(|ledger| ledger::detail(ledger, &score)).unwrap_or_default().into();
    let source = Source::Ledger { sum: LedgerSum::Points, number: score.total.points, detail };
    let derivation = Derivation::Value { source, value: score.total.points, kept };
    Ok(cx.earned(points, Naming::Adjustments, derivation))
}
