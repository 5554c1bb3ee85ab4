//! 得分与扣分图: what each section earned and lost, where most points went, and the months of each ledger.

use super::language::LANG;
use crate::number::{fixed, plain, round};
use crate::print::PrintJob;
use crate::scoring::{GroupScore, LedgerScore, LossOf};
use crate::template::Indicator;
use rust_decimal::Decimal;
use serde_json::{Value, json};

/// So many of the largest losses are drawn.
const LOSSES: usize = 10;

/// So many months of a ledger are drawn.
const MONTHS: usize = 24;

/// All that the chart draws. Lengths of bars are whole numbers: thousandths of the room for the longest.
pub(super) fn chart(job: &PrintJob<'_>) -> Value {
    let losses = job.card.losses();
    json!({
        "sections": sections(job),
        "losses": largest(job),
        "more": losses.len().saturating_sub(LOSSES),
        "ledgers": ledgers(job),
    })
}

fn sections(job: &PrintJob<'_>) -> Vec<Value> {
    let decimals = job.card.group_decimals;
    let section = |group: &GroupScore| {
        let balance = group.balance();
        let share = |points| thousandths(points, balance.whole());
        json!({
            "name": group.name,
            "points": plain(group.counted_points()),
            "score": fixed(group.score, decimals),
            "lost": (!balance.lost.is_zero()).then(|| fixed(balance.lost, decimals)),
            "open": (!balance.open.is_zero()).then(|| job.card.written_plain(balance.open)),
            "shares": [share(balance.earned), share(balance.lost), share(balance.open)],
        })
    };
    let counted = job.card.sections(job.template).filter(|group| !group.counted_points().is_zero());
    counted.map(section).collect()
}

fn largest(job: &PrintJob<'_>) -> Vec<Value> {
    let losses = job.card.losses();
    let most = losses.first().map(|loss| loss.points).unwrap_or_default();
    let one = losses.iter().take(LOSSES).map(|loss| {
        let (name, id) = match &loss.of {
            LossOf::Item { name, id } => (name.to_string(), Some(id)),
            LossOf::Strike { group: Some(group), label } => (format!("{group}：{}", label.text(LANG)), None),
            LossOf::Strike { group: None, label } => (label.text(LANG), None),
        };
        json!({
            "name": name,
            "of": id.and_then(|id| job.card.item(job.template, id)).map(|item| plain(item.points)),
            "points": fixed(loss.points, job.card.item_decimals),
            "share": thousandths(loss.points, most),
        })
    });
    one.collect()
}

/// The ledgers that have rows: points by month.
fn ledgers(job: &PrintJob<'_>) -> Vec<Value> {
    let items = job.template.indicators().zip(&job.card.items);
    let scored = items.filter_map(|(indicator, item)| Some((indicator, item.ledger.as_deref()?)));
    scored.filter(|(_, ledger)| !ledger.months.is_empty()).map(|(of, ledger)| months(of, ledger)).collect()
}

fn months(indicator: &Indicator, ledger: &LedgerScore) -> Value {
    let most = ledger.months.iter().map(|(_, sums)| sums.points.abs()).max().unwrap_or_default();
    let month = |(month, sums): &(Option<crate::scoring::Month>, crate::scoring::LedgerSums)| {
        json!({
            "name": month.map(|month| month.to_string()),
            "points": plain(sums.points),
            "share": thousandths(sums.points.abs(), most),
        })
    };
    // The last ones, where a file has more of them than fit a page.
    let left_out = ledger.months.len().saturating_sub(MONTHS);
    json!({
        "name": indicator.name,
        "months": ledger.months.iter().skip(left_out).map(month).collect::<Vec<_>>(),
        "left_out": left_out,
    })
}

/// 0 to 1000; 0 of nothing.
fn thousandths(part: Decimal, whole: Decimal) -> i64 {
    let share = part.checked_div(whole).unwrap_or_default().saturating_mul(Decimal::ONE_THOUSAND);
    i64::try_from(round(share, 0)).map_or(0, |share| share.clamp(0, 1000))
}
