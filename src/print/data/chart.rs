//! 得分与扣分图: what each section earned and lost, where most points went, and the months of each ledger.

use super::language::LANG;
use crate::number::{fixed, plain, round};
use crate::print::PrintJob;
use crate::scoring::{GroupScore, LedgerScore, LossOf};
use crate::template::Indicator;
use rust_decimal::Decimal;
use serde::Serialize;

/// So many of the largest losses are drawn.
const LOSSES: usize = 10;

/// So many months of a ledger are drawn.
const MONTHS: usize = 24;

/// All that the chart draws. Lengths of bars are shares of the room for the longest.
#[derive(Serialize)]
pub(in crate::print) struct Chart {
    pub(in crate::print) sections: Vec<SectionBar>,
    pub(in crate::print) losses: Vec<LossBar>,
    /// Losses that are not drawn.
    pub(in crate::print) more: usize,
    pub(in crate::print) ledgers: Vec<LedgerBars>,
}

#[derive(Serialize)]
pub(in crate::print) struct SectionBar {
    pub(in crate::print) name: String,
    pub(in crate::print) points: String,
    pub(in crate::print) score: String,
    pub(in crate::print) lost: Option<String>,
    pub(in crate::print) open: Option<String>,
    /// Of what was earned, lost and is open.
    pub(in crate::print) shares: [f32; 3],
}

#[derive(Serialize)]
pub(in crate::print) struct LossBar {
    pub(in crate::print) name: String,
    pub(in crate::print) of: Option<String>,
    pub(in crate::print) points: String,
    pub(in crate::print) share: f32,
}

#[derive(Serialize)]
pub(in crate::print) struct LedgerBars {
    pub(in crate::print) name: String,
    pub(in crate::print) months: Vec<MonthBar>,
    /// Earlier months that are not drawn.
    pub(in crate::print) left_out: usize,
}

#[derive(Serialize)]
pub(in crate::print) struct MonthBar {
    pub(in crate::print) name: Option<String>,
    pub(in crate::print) points: String,
    pub(in crate::print) share: f32,
}

pub(in crate::print) fn chart(job: &PrintJob<'_>) -> Chart {
    let losses = job.card.losses();
    Chart {
        sections: sections(job),
        losses: largest(job),
        more: losses.len().saturating_sub(LOSSES),
        ledgers: ledgers(job),
    }
}

fn sections(job: &PrintJob<'_>) -> Vec<SectionBar> {
    let decimals = job.card.group_decimals;
    let section = |group: &GroupScore| {
        let balance = group.balance();
        let share = |points| share(points, balance.whole());
        SectionBar {
            name: group.name.to_string(),
            points: plain(group.counted_points()),
            score: fixed(group.score, decimals),
            lost: (!balance.lost.is_zero()).then(|| fixed(balance.lost, decimals)),
            open: (!balance.open.is_zero()).then(|| job.card.written_plain(balance.open)),
            shares: [share(balance.earned), share(balance.lost), share(balance.open)],
        }
    };
    let counted = job.card.sections(job.template).filter(|group| !group.counted_points().is_zero());
    counted.map(section).collect()
}

fn largest(job: &PrintJob<'_>) -> Vec<LossBar> {
    let losses = job.card.losses();
    let most = losses.first().map(|loss| loss.points).unwrap_or_default();
    let one = losses.iter().take(LOSSES).map(|loss| {
        let (name, id) = match &loss.of {
            LossOf::Item { name, id } => (name.to_string(), Some(id)),
            LossOf::Strike { group: Some(group), label } => (format!("{group}：{}", label.text(LANG)), None),
            LossOf::Strike { group: None, label } => (label.text(LANG), None),
        };
        LossBar {
            name,
            of: id.and_then(|id| job.card.item(job.template, id)).map(|item| plain(item.points)),
            points: fixed(loss.points, job.card.item_decimals),
            share: share(loss.points, most),
        }
    });
    one.collect()
}

/// The ledgers that have rows: points by month.
fn ledgers(job: &PrintJob<'_>) -> Vec<LedgerBars> {
    let items = job.template.indicators().zip(&job.card.items);
    let scored = items.filter_map(|(indicator, item)| Some((indicator, item.ledger.as_deref()?)));
    scored.filter(|(_, ledger)| !ledger.months.is_empty()).map(|(of, ledger)| months(of, ledger)).collect()
}

fn months(indicator: &Indicator, ledger: &LedgerScore) -> LedgerBars {
    let most = ledger.months.iter().map(|(_, sums)| sums.points.abs()).max().unwrap_or_default();
    let month = |(month, sums): &(Option<crate::scoring::Month>, crate::scoring::LedgerSums)| MonthBar {
        name: month.map(|month| month.to_string()),
        points: plain(sums.points),
        share: share(sums.points.abs(), most),
    };
    // The last ones, where a file has more of them than fit a page.
    let left_out = ledger.months.len().saturating_sub(MONTHS);
    let months = ledger.months.iter().skip(left_out).map(month).collect();
    LedgerBars { name: indicator.name.to_string(), months, left_out }
}

/// 0 to 1, of which only the length of a bar is made; 0 of nothing.
fn share(part: Decimal, whole: Decimal) -> f32 {
    let share = part.checked_div(whole).unwrap_or_default().saturating_mul(Decimal::ONE_THOUSAND);
    let thousandths = u16::try_from(round(share, 0)).map_or(0, |share| share.min(1000));
    f32::from(thousandths) / 1000.0
}
