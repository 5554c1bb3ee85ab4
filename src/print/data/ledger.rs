//! The 月度扣分表: the rows of a ledger, a sheet for each month, to be signed month by month.

use crate::evaluation::{ItemEntry, LedgerRow, input};
use crate::number::{fixed, plain, round};
use crate::print::{LedgerSheet, PrintJob};
use crate::scoring::{ItemScore, LedgerScore, LedgerSums, Month, RowScore, Standing};
use crate::template::{Award, Indicator, Ledger};
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::BTreeSet;

/// The rows of a ledger in a month, or in all.
#[derive(Serialize)]
pub(in crate::print) struct LedgerData {
    pub(in crate::print) item: String,
    /// Points are given and taken (加减分).
    pub(in crate::print) signed: bool,
    pub(in crate::print) month: Option<String>,
    /// There are amounts.
    pub(in crate::print) money: bool,
    pub(in crate::print) rows: Vec<LedgerRowData>,
    pub(in crate::print) sums: Option<SumsData>,
    pub(in crate::print) total: Option<SumsData>,
    /// Rows that name no month.
    pub(in crate::print) undated: usize,
    /// 本期无扣分事项.
    pub(in crate::print) nothing: bool,
    /// Role and name of who signs.
    pub(in crate::print) signatures: Vec<(String, String)>,
}

#[derive(Serialize)]
pub(in crate::print) struct SumsData {
    pub(in crate::print) rows: usize,
    pub(in crate::print) exempt: usize,
    pub(in crate::print) count: String,
    pub(in crate::print) points: String,
    pub(in crate::print) money: String,
}

#[derive(Serialize)]
pub(in crate::print) struct LedgerRowData {
    pub(in crate::print) number: String,
    pub(in crate::print) date: String,
    pub(in crate::print) object: String,
    pub(in crate::print) fault: String,
    pub(in crate::print) handled: String,
    pub(in crate::print) kind: String,
    pub(in crate::print) count: String,
    pub(in crate::print) points: Option<String>,
    pub(in crate::print) worth: Option<String>,
    pub(in crate::print) money: Option<String>,
    pub(in crate::print) confirmed_by: String,
    pub(in crate::print) factors: Vec<String>,
    pub(in crate::print) matter: String,
    pub(in crate::print) exempt: Option<String>,
    pub(in crate::print) standing: Option<&'static str>,
    pub(in crate::print) became: Option<String>,
    pub(in crate::print) instead: Option<String>,
}

/// The pages that `sheet` asks for: of each ledger the months that it has, or the one that is asked for.
pub(in crate::print) fn sheets(job: &PrintJob<'_>, sheet: LedgerSheet) -> Vec<LedgerData> {
    let items = job.template.indicators().zip(&job.card.items).enumerate();
    let wanted = items.filter(|(position, _)| sheet.item.is_none_or(|item| item == *position));
    wanted
        .filter_map(|(_, (indicator, item))| {
            let ledger = indicator.rule.ledger.as_ref()?;
            Some(months_of(job, sheet, &Of { indicator, ledger, item, job }))
        })
        .flatten()
        .collect()
}

/// A ledger to be printed.
struct Of<'a> {
    indicator: &'a Indicator,
    ledger: &'a Ledger,
    item: &'a ItemScore,
    job: &'a PrintJob<'a>,
}

fn months_of(job: &PrintJob<'_>, sheet: LedgerSheet, of: &Of<'_>) -> Vec<LedgerData> {
    let untouched = ItemEntry::default();
    let entry = job.evaluation.item(&of.indicator.id).unwrap_or(&untouched);
    let months: BTreeSet<(bool, Option<Month>)> = match sheet.month {
        Some(month) => BTreeSet::from([(false, Some(month))]),
        None => entry
            .ledger
            .iter()
            .map(|row| Month::of(&row.date))
            .map(|month| (month.is_none(), month))
            .collect(),
    };
    if months.is_empty() {
        return vec![of.page(entry, Words::Period)];
    }
    months.into_iter().map(|(_, month)| of.page(entry, month.map_or(Words::NoMonth, Words::Of))).collect()
}

/// What a page is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    Of(Month),
    /// Rows that name no month.
    NoMonth,
    /// There are no rows at all.
    Period,
}

impl Of<'_> {
    fn page(&self, entry: &ItemEntry, of: Words) -> LedgerData {
        let month = match of {
            Words::Of(month) => Some(month),
            Words::NoMonth | Words::Period => None,
        };
        let score = self.item.ledger.as_deref();
        let all = || entry.ledger.iter().enumerate();
        let rows = all()
            .filter(|(_, row)| Month::of(&row.date) == month)
            .map(|(at, row)| self.row(at, row, score.and_then(|score| score.rows.get(at))))
            .collect();
        let sums = score.and_then(|score| score.months.iter().find(|(of, _)| *of == month));
        let sums = score.map(|_| sums.map(|(_, sums)| *sums).unwrap_or_default());
        let undated = match of {
            Words::Of(_) => all().filter(|(_, row)| Month::of(&row.date).is_none()).count(),
            Words::NoMonth | Words::Period => 0,
        };
        LedgerData {
            item: self.job.template.path_of(&self.indicator.id),
            signed: matches!(self.indicator.rule.award, Award::Entries),
            month: match of {
                Words::Of(month) => Some(format!("{}年{}月", month.year, month.month)),
                Words::NoMonth => Some("未注明月份".to_owned()),
                Words::Period => None,
            },
            money: entry.ledger.iter().any(|row| row.money.is_some()),
            rows,
            sums: sums.map(|sums| self.sums(&sums)),
            total: score.map(|score| self.sums(&score.total)),
            undated,
            nothing: entry.ledger.is_empty() && entry.flag(input::NOTHING) == Some(true),
            signatures: self.signatures(),
        }
    }

    fn signatures(&self) -> Vec<(String, String)> {
        if self.ledger.signatures.is_empty() {
            let people = self.job.evaluation.project.signatories.iter();
            return people.map(|person| (person.role.clone(), person.name.clone())).collect();
        }
        self.ledger.signatures.iter().map(|role| (role.to_string(), String::new())).collect()
    }

    /// With the decimals of the sheet, and with all that they have where those are more.
    fn points(&self, points: Decimal) -> String {
        let decimals = self.job.card.item_decimals;
        if round(points, decimals) == points { fixed(points, decimals) } else { plain(points) }
    }

    fn sums(&self, sums: &LedgerSums) -> SumsData {
        SumsData {
            rows: sums.rows,
            exempt: sums.exempt,
            count: plain(sums.count),
            points: self.points(sums.points),
            money: money(sums.money),
        }
    }

    fn row(&self, at: usize, row: &LedgerRow, score: Option<&RowScore>) -> LedgerRowData {
        let kind = self.ledger.kind(&row.kind);
        let label =
            |id: &str| self.ledger.kind(id).map_or_else(|| id.to_owned(), |kind| kind.label.to_string());
        let factors = self.ledger.factors.iter().filter(|factor| row.factors.contains(&factor.id));
        LedgerRowData {
            number: (at + 1).to_string(),
            date: row.date.clone(),
            object: row.object.clone(),
            fault: row.fault.clone(),
            handled: row.handled.clone(),
            kind: label(&row.kind),
            count: format!("{}{}", plain(row.count), kind.map_or("", |kind| &*kind.unit)),
            points: score.map(|score| self.points(score.points)),
            worth: score.map(|score| self.points(score.worth)),
            money: row.money.map(money),
            confirmed_by: row.confirmed_by.clone(),
            factors: factors.map(|factor| factor.label.to_string()).collect(),
            matter: row.matter.clone(),
            exempt: row.exempt.clone(),
            standing: score.map(standing),
            became: score.filter(|score| score.became).map(|score| label(&score.kind)),
            instead: score.and_then(|score| match score.standing {
                Standing::SameMatter(row) => Some((row + 1).to_string()),
                _ => None,
            }),
        }
    }
}

/// Yuan, with two decimals where there is any part of one.
fn money(yuan: Decimal) -> String {
    if yuan.fract().is_zero() { plain(yuan) } else { fixed(yuan, 2.max(yuan.normalize().scale())) }
}

fn standing(score: &RowScore) -> &'static str {
    match score.standing {
        Standing::Counted if score.points != score.worth => "capped",
        Standing::Counted => "counted",
        Standing::Exempt => "exempt",
        Standing::SameMatter(_) => "matter",
        Standing::NoOffset => "no-offset",
        Standing::Kills => "kills",
        Standing::Killed => "killed",
    }
}

/// Months in which the ledger of an indicator has rows; for those who choose what to print.
pub fn ledger_months(score: &LedgerScore) -> impl Iterator<Item = Month> + '_ {
    score.months.iter().filter_map(|(month, _)| *month)
}
