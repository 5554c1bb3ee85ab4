//! 项目资金 in the head of a form: amounts by source, and the unit that they are in.

use super::Reader;
use super::head::{is_label, label_of};
use crate::evaluation::{FundField, FundLine, MoneyUnit};
use crate::import::filled::HeadFunds;
use crate::import::grid::Row;
use crate::import::words::{folded, pattern};
use rust_decimal::Decimal;

pattern!(INITIAL, r"^(?:年初|初始|批复)(?:预算|批复)(?:数|金额|安排数)?(?:\(.*\))?$|^年初数$");
pattern!(
    ANNUAL,
    r"^(?:全年|调整后?|调整后的?|年度|本年)预算(?:数|金额)?(?:\(.*\))?$|^预算(?:数|金额)(?:\(.*\))?$"
);
pattern!(RECEIVED, r"^(?:实际|资金|全年)?到位(?:资金)?(?:数|金额|资金)?(?:\(.*\))?$");
pattern!(
    EXECUTED,
    r"^(?:全年|预算|实际|年度)?(?:执行|支出|支付|使用)(?:资金)?(?:数|金额|额)?(?:\(.*\))?$|^(?:全年)?实际(?:执行|支出)数?(?:\(.*\))?$"
);
pattern!(SUM, r"总额|合计|总计|^小计|^年度资金|^资金总额");
pattern!(IN_YUAN, r"\(元\)|单位:元|人民币元");
pattern!(IN_TEN_THOUSAND, r"万元");

const FIELDS: [(&std::sync::LazyLock<regex::Regex>, FundField); 4] = [
    (&INITIAL, FundField::InitialBudget),
    (&ANNUAL, FundField::AnnualBudget),
    (&RECEIVED, FundField::Received),
    (&EXECUTED, FundField::Executed),
];

/// A column of amounts.
struct Column {
    at: usize,
    field: FundField,
    heading: String,
}

impl Reader<'_> {
    /// 项目资金 above the first headings.
    pub(super) fn funds(&mut self) {
        let above = self.grid.rows.get(..self.mapping.heading).unwrap_or_default();
        self.table.head.funds = read(above);
    }
}

/// A row that names two columns of amounts, sources below it.
fn read(above: &[Row]) -> HeadFunds {
    let found = above.iter().enumerate().map(|(at, row)| (at, columns_of(row)));
    let Some((at, columns)) = found.into_iter().find(|(_, columns)| columns.len() > 1) else {
        return HeadFunds::default();
    };
    let rows = rows(above.get(at + 1..).unwrap_or_default(), &columns);
    let cells: Vec<&str> = rows.iter().flat_map(|(_, cells)| cells.iter().copied()).collect();
    let around = above.get(at.saturating_sub(2)..).unwrap_or_default();
    let (unit, is_stated) = unit_of(around, &cells);
    let (mut sum, mut lines) = (None, Vec::new());
    for (label, cells) in &rows {
        let mut line = FundLine { source: source(label), ..FundLine::default() };
        for (column, cell) in columns.iter().zip(cells) {
            line.set(column.field, amount(cell, unit));
        }
        match sum {
            None if SUM.is_match(label) => sum = Some(line),
            _ => lines.push(line),
        }
    }
    lines.retain(|line| FundField::ALL.iter().any(|field| line.get(*field).is_some()));
    let mut funds = HeadFunds { unit, lines, ..HeadFunds::default() };
    compare(sum, &columns, &mut funds);
    funds.is_without_unit = !is_stated && !funds.lines.is_empty();
    funds
}

fn columns_of(row: &Row) -> Vec<Column> {
    let texts: Vec<(usize, String)> = row.filled().map(|at| (at, label_of(row.text(at)))).collect();
    // The label of the block (年度预算数（万元）) may read as one of its columns: the last one is meant.
    let last = |label: &regex::Regex| texts.iter().rev().find(|(_, text)| label.is_match(text));
    let column = |(label, field): &(&std::sync::LazyLock<regex::Regex>, FundField)| {
        let (at, heading) = last(label)?;
        Some(Column { at: *at, field: *field, heading: heading.clone() })
    };
    FIELDS.iter().filter_map(column).collect()
}

/// The label of each source with its cells of amounts, up to the next label of the head.
fn rows<'a>(below: &'a [Row], columns: &[Column]) -> Vec<(String, Vec<&'a str>)> {
    let first = columns.iter().map(|column| column.at).min().unwrap_or_default();
    let read = |row: &'a Row| {
        let label = (0..first).rev().map(|at| row.own_text(at)).find(|text| !text.is_empty());
        let label = label.map(label_of).filter(|label| !is_label(label))?;
        Some((label, columns.iter().map(|column| row.own_text(column.at)).collect()))
    };
    below.iter().map_while(read).collect()
}

/// The unit of the amounts, and whether the form states it: in words around the table, else in every amount.
fn unit_of(around: &[Row], cells: &[&str]) -> (MoneyUnit, bool) {
    let texts = || around.iter().flat_map(|row| row.filled().map(|at| label_of(row.text(at))));
    // A unit within an amount is of that amount alone.
    let said = |unit: &regex::Regex| {
        texts().any(|text| unit.is_match(&text) && amount(&text, MoneyUnit::default()).is_none())
    };
    if said(&IN_YUAN) {
        return (MoneyUnit::Yuan, true);
    }
    if said(&IN_TEN_THOUSAND) {
        return (MoneyUnit::TenThousandYuan, true);
    }
    let amounts = cells.iter().filter(|cell| amount(cell, MoneyUnit::default()).is_some());
    let units: Vec<Option<MoneyUnit>> = amounts.map(|cell| own_unit(cell)).collect();
    match units.first() {
        Some(Some(first)) if units.iter().all(Option::is_some) => (*first, true),
        _ => (MoneyUnit::default(), false),
    }
}

/// The unit that an amount states itself: `95万元`.
fn own_unit(cell: &str) -> Option<MoneyUnit> {
    let bare = cell.trim().strip_suffix('元')?;
    Some(if bare.ends_with('万') { MoneyUnit::TenThousandYuan } else { MoneyUnit::Yuan })
}

/// 资金总额 beside what its sources come to; where none has amounts, it is the one source.
fn compare(sum: Option<FundLine>, columns: &[Column], funds: &mut HeadFunds) {
    let Some(sum) = sum else { return };
    if funds.lines.is_empty() {
        funds.lines.extend(Some(sum).filter(|sum| sum.annual_budget.is_some() || sum.executed.is_some()));
        return;
    }
    for Column { field, heading, .. } in columns {
        let Some(stated) = sum.get(*field) else { continue };
        let amounts = funds.lines.iter().filter_map(|line| line.get(*field));
        let whole = amounts.fold(Decimal::ZERO, Decimal::saturating_add);
        if whole != stated {
            funds.differ.push((heading.clone(), stated, whole));
        }
    }
}

/// `其中：财政拨款` is 财政拨款.
fn source(label: &str) -> String {
    label.trim_start_matches("其中").trim_start_matches([':', ',']).to_owned()
}

/// `387,664.62`, `95万元`, in the unit of the form.
fn amount(cell: &str, unit: MoneyUnit) -> Option<Decimal> {
    // Thousands are parted in whatever way.
    let bare = folded(cell).replace(',', "");
    unit.parse(bare.trim_start_matches(['¥', '￥'])).ok().filter(|amount| *amount >= Decimal::ZERO)
}
