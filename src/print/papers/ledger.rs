//! 月度扣分表: the rows of a ledger in one month, their sum, and who signs and seals for them.

use super::closing::people_beside_seals;
use super::content::Content;
use super::head::{self, or_dash};
use crate::evaluation::Signatory;
use crate::print::LedgerSheet;
use crate::print::data::{LedgerData, LedgerRowData, SumsData, ledger_sheets};
use crate::print::typeset::{Align, Column, Flow, Paragraph, Role, Row, Style, Table, mm};

/// A paper of a ledger: each of its months begins a page.
type OfMonth = fn(&mut Flow<'_>, &Content<'_>, &LedgerData);

pub(super) fn ledger(flow: &mut Flow<'_>, content: &Content<'_>, wanted: LedgerSheet) {
    each_month(flow, content, wanted, page);
}

/// 扣款通知单: what the rows of a month come to in yuan and points, sealed by whoever withholds it.
pub(super) fn notice(flow: &mut Flow<'_>, content: &Content<'_>, wanted: LedgerSheet) {
    each_month(flow, content, wanted, notice_of);
}

/// 故障通知单: what is out of order, with room for what was done and who confirms it.
pub(super) fn faults(flow: &mut Flow<'_>, content: &Content<'_>, wanted: LedgerSheet) {
    each_month(flow, content, wanted, faults_of);
}

fn each_month(flow: &mut Flow<'_>, content: &Content<'_>, wanted: LedgerSheet, set: OfMonth) {
    for (place, sheet) in ledger_sheets(content.job, wanted).iter().enumerate() {
        if place > 0 {
            flow.new_page();
        }
        set(flow, content, sheet);
    }
}

/// The month, or the year where the rows are those of all months.
fn period(content: &Content<'_>, sheet: &LedgerData) -> String {
    let year = || format!("{} 年度", or_dash(&content.job.evaluation.project.year));
    sheet.month.clone().unwrap_or_else(year)
}

/// 扣分 of a row, or why it takes none.
fn points_of(row: &LedgerRowData) -> &str {
    if row.exempt.is_some() { "免责" } else { or_dash(row.points.as_deref().unwrap_or_default()) }
}

fn page(flow: &mut Flow<'_>, content: &Content<'_>, sheet: &LedgerData) {
    let project = &content.job.evaluation.project;
    head::title(flow, if sheet.signed { "月度加减分表" } else { "月度扣分表" }, "");
    let period = Paragraph::styled(format!("（{}）", period(content, sheet)), Style::TABLE.sized(14.0))
        .aligned(Align::Middle);
    flow.text(Role::Paragraph, &period);
    flow.space(mm(2.0));
    let (name, unit) = (or_dash(&project.name), or_dash(&project.unit));
    head::beside(
        flow,
        &format!("项目名称：{name}　　实施单位：{unit}"),
        &format!("考核指标：{}", sheet.item),
    );
    flow.space(mm(2.0));
    let people: Vec<Signatory> = sheet
        .signatures
        .iter()
        .map(|(role, name)| Signatory { role: role.clone(), name: name.clone() })
        .collect();
    let signing = people_beside_seals(&people, flow.width());
    if sheet.rows.is_empty() {
        let words = if sheet.nothing { "本期无扣分事项。" } else { "本月台账没有行。" };
        flow.text(Role::Paragraph, &Paragraph::new(words));
    } else {
        flow.table(table(sheet), signing.iter().take(1).map(|row| row.height + mm(6.0)).sum());
    }
    let mut below = Vec::new();
    if sheet.sums.is_none() {
        below.push(Paragraph::bold("台账中有行尚未填分值或金额，分数没有合计。"));
    }
    if sheet.undated > 0 {
        below.push(Paragraph::new(format!("另有 {} 行未注明月份，不在本表。", sheet.undated)));
    }
    for words in below {
        flow.space(mm(2.0));
        flow.text(Role::Paragraph, &words);
    }
    flow.space(mm(5.0));
    signing.into_iter().for_each(|row| flow.block(row, Role::Paragraph));
}

fn table(sheet: &LedgerData) -> Table {
    let mut columns = vec![
        Column::Fit(mm(10.0)),
        Column::Fixed(mm(22.0)),
        Column::Share(1.0),
        Column::Share(1.3),
        Column::Share(1.1),
        Column::Share(0.9),
        Column::Fit(mm(11.0)),
        Column::Fit(mm(13.0)),
    ];
    columns.extend(sheet.money.then_some(Column::Fit(mm(17.0))));
    columns.extend([Column::Fixed(mm(22.0)), Column::Share(1.1)]);
    let points = if sheet.signed { "加减分" } else { "扣分" };
    let titles = ["序号", "日期", "对象", "故障或事由", "处理情况", "类型", "次数", points];
    let titles = titles.into_iter().chain(sheet.money.then_some("金额（元）")).chain(["确认人", "备注"]);
    let mut rows: Vec<Row> = sheet.rows.iter().map(|row| of_row(row, sheet.money)).collect();
    let months = sheet.month.as_ref();
    let sum = months.map_or_else(|| "合计".to_owned(), |month| format!("小计（{month}）"));
    rows.extend(sheet.sums.as_ref().map(|sums| sum_row(&sum, sums, sheet.money)));
    let total = sheet.total.as_ref().filter(|_| months.is_some());
    rows.extend(total.map(|sums| sum_row("台账累计", sums, sheet.money)));
    let entries = sheet.rows.len();
    rows.iter_mut().skip(entries.saturating_sub(2)).for_each(|row| row.keep = true);
    rows.iter_mut().rev().take(1).for_each(|row| row.keep = false);
    Table { columns, head: vec![Row::head(titles)], rows, ..Table::default() }
}

fn of_row(row: &LedgerRowData, money: bool) -> Row {
    let mut cells = vec![
        Paragraph::new(row.number.as_str()).aligned(Align::Middle),
        Paragraph::new(row.date.as_str()),
        Paragraph::new(row.object.as_str()),
        Paragraph::new(row.fault.as_str()),
        Paragraph::new(row.handled.as_str()),
        Paragraph::new(row.kind.as_str()),
        Paragraph::figure(&row.count),
        Paragraph::figure(points_of(row)),
    ];
    cells.extend(money.then(|| Paragraph::figure(row.money.as_deref().unwrap_or_default())));
    cells.push(Paragraph::new(row.confirmed_by.as_str()));
    let mut cells = Row::of(cells);
    cells.push(1, notes(row));
    cells
}

/// What a row counts, or why it does not.
fn notes(row: &LedgerRowData) -> Vec<Paragraph> {
    let mut notes = Vec::new();
    notes.extend(row.exempt.as_ref().map(|why| Paragraph::bold("免责").and(format!("：{why}"))));
    if !row.factors.is_empty() {
        notes.push(Paragraph::new(row.factors.join("、")));
    }
    if !row.matter.is_empty() {
        notes.push(Paragraph::new(format!("同一事项：{}", row.matter)));
    }
    notes.extend(row.became.as_ref().map(|kind| Paragraph::new(format!("转为{kind}"))));
    let worth = || or_dash(row.worth.as_deref().unwrap_or_default()).to_owned();
    let standing = match row.standing {
        Some("capped") => format!("应计 {}，封顶", worth()),
        Some("matter") => format!("计第 {} 行", or_dash(row.instead.as_deref().unwrap_or_default())),
        Some("no-offset") => "不抵扣分".to_owned(),
        Some("kills") => "达到次数".to_owned(),
        Some("killed") => "已达次数，不计".to_owned(),
        _ => String::new(),
    };
    notes.push(Paragraph::new(standing));
    notes
}

fn sum_row(label: &str, sums: &SumsData, money: bool) -> Row {
    let strong = |text: &str| vec![Paragraph::figure(text).in_bold()];
    let mut row = Row::default();
    row.push(6, vec![Paragraph::label(label).in_bold()]);
    row.push(1, strong(&sums.count));
    row.push(1, strong(&sums.points));
    if money {
        row.push(1, strong(&sums.money));
    }
    row.push(2, vec![Paragraph::new(format!("{} 行，免责 {} 行", sums.rows, sums.exempt))]);
    row
}

fn notice_of(flow: &mut Flow<'_>, content: &Content<'_>, sheet: &LedgerData) {
    let project = &content.job.evaluation.project;
    head::title(flow, "扣款通知单", "");
    let body = Style::TABLE.sized(12.0);
    let line = |flow: &mut Flow<'_>, text: String| {
        flow.space(mm(2.0));
        flow.text(Role::Paragraph, &Paragraph::styled(text, body));
    };
    line(flow, "致：____________________________".to_owned());
    let period = period(content, sheet);
    let (name, unit) = (or_dash(&project.name), or_dash(&project.unit));
    let result = match &sheet.sums {
        Some(sums) => format!(
            "共 {} 行（其中免责 {} 行），扣分 {}，扣款 {} 元",
            sums.rows, sums.exempt, sums.points, sums.money
        ),
        None => "台账中有行尚未填分值或金额，没有合计".to_owned(),
    };
    line(
        flow,
        format!(
            "　　{unit}按“{name}”考核指标“{}”核对了{period}的台账：{result}。明细如下，请核对后签字盖章。",
            sheet.item
        ),
    );
    flow.space(mm(4.0));
    let row = |row: &LedgerRowData| {
        Row::of([
            Paragraph::new(row.number.as_str()).aligned(Align::Middle),
            Paragraph::new(row.date.as_str()),
            Paragraph::new(row.object.as_str()),
            Paragraph::new(row.fault.as_str()),
            Paragraph::figure(points_of(row)),
            Paragraph::figure(or_dash(row.money.as_deref().unwrap_or_default())),
        ])
    };
    let columns = vec![
        Column::Fit(mm(10.0)),
        Column::Fixed(mm(24.0)),
        Column::Share(1.0),
        Column::Share(1.4),
        Column::Fit(mm(14.0)),
        Column::Fit(mm(20.0)),
    ];
    let head = Row::head(["序号", "日期", "对象", "事由", "扣分", "扣款（元）"]);
    let signing = people_beside_seals(&[], flow.width());
    let after = signing.iter().map(|row| row.height + mm(6.0)).sum();
    let table =
        Table { columns, head: vec![head], rows: sheet.rows.iter().map(row).collect(), ..Table::default() };
    flow.table(table, after);
    flow.space(mm(5.0));
    signing.into_iter().for_each(|row| flow.block(row, Role::Paragraph));
}

fn faults_of(flow: &mut Flow<'_>, content: &Content<'_>, sheet: &LedgerData) {
    let project = &content.job.evaluation.project;
    head::title(flow, "故障通知单", "");
    let period = period(content, sheet);
    let left = format!("项目名称：{}　　通知单位：{}", or_dash(&project.name), or_dash(&project.unit));
    head::beside(flow, &left, &format!("期间：{period}"));
    flow.space(mm(2.0));
    let row = |row: &LedgerRowData| {
        let texts = [&row.number, &row.date, &row.object, &row.fault, &row.handled];
        let mut row = Row::of(texts.map(|text| Paragraph::new(text.as_str())));
        (0..3).for_each(|_| row.push(1, Vec::new()));
        row.cells.iter_mut().for_each(|cell| cell.least = mm(9.0));
        row
    };
    let columns = vec![
        Column::Fit(mm(10.0)),
        Column::Fixed(mm(24.0)),
        Column::Share(1.0),
        Column::Share(1.3),
        Column::Share(1.2),
        Column::Fixed(mm(24.0)),
        Column::Fixed(mm(24.0)),
        Column::Fixed(mm(24.0)),
    ];
    let head = Row::head(["序号", "日期", "对象", "故障情况", "处理情况", "修复时间", "维护人员", "确认人"]);
    let rows = sheet.rows.iter().map(row).collect();
    flow.table(Table { columns, head: vec![head], rows, ..Table::default() }, 0.0);
    if sheet.rows.is_empty() {
        flow.text(Role::Paragraph, &Paragraph::new("本期台账没有行。"));
    }
}
