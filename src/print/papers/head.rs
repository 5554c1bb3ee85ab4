//! What stands above the tables: title, project, funds.

use super::content::Content;
use crate::evaluation::Project;
use crate::print::data::{FundsRow, FundsTable};
use crate::print::typeset::{
    Align, Cell, Column, Flow, Line, Page, Paragraph, Role, Row, Style, Table, lines, mm, width_of,
};

/// 二号, the size of a title (GB/T 9704-2012).
const TITLE: f32 = 22.0;
/// 四号
const YEAR: f32 = 14.0;
/// Of labels in the head.
pub(super) const LABEL: f32 = mm(23.0);

pub(super) fn or_dash(text: &str) -> &str {
    if text.is_empty() { "—" } else { text }
}

/// An amount or a rate; a dash where there is none.
pub(super) fn amount_of(text: &Option<String>) -> Paragraph {
    Paragraph::figure(or_dash(text.as_deref().unwrap_or_default()))
}

/// How a paper begins that is no form: its title, the project, and what it comes to.
pub(super) fn opening(flow: &mut Flow<'_>, content: &Content<'_>, name: &str, result: &str) {
    let project = &content.job.evaluation.project;
    title(flow, name, &project.year);
    beside(flow, &format!("项目名称：{}", or_dash(&project.name)), result);
    flow.space(mm(2.0));
}

/// The title in the middle, the year below it.
pub(super) fn title(flow: &mut Flow<'_>, title: &str, year: &str) {
    let style = Style::TABLE.sized(TITLE).bold();
    flow.text(Role::Title, &Paragraph::styled(title, style).aligned(Align::Middle));
    if !year.is_empty() {
        let year = Paragraph::styled(format!("（{year} 年度）"), Style::TABLE.sized(YEAR));
        flow.text(Role::Paragraph, &year.aligned(Align::Middle));
    }
    flow.space(mm(2.5));
}

/// Labels with what was filled in: each row two of them, or one over the whole width.
pub(super) fn project(flow: &mut Flow<'_>, rows: &[&[(&str, &str)]]) {
    let wide = rows.iter().map(|row| row.len()).max().unwrap_or(1);
    let columns = (0..wide).flat_map(|_| [Column::Fixed(LABEL), Column::Share(1.0)]).collect();
    let row = |fields: &&[(&str, &str)]| {
        let mut row = Row::default();
        for (place, (label, text)) in fields.iter().enumerate() {
            row.push(1, vec![Paragraph::label(*label)]);
            let rest = if place + 1 == fields.len() { 2 * (wide - place) - 1 } else { 1 };
            row.push(rest, vec![Paragraph::new(*text)]);
        }
        row
    };
    flow.table(Table { columns, rows: rows.iter().map(row).collect(), ..Table::default() }, 0.0);
}

/// 项目资金 with every column.
pub(super) fn funds(flow: &mut Flow<'_>, funds: &FundsTable) {
    if funds.lines.is_empty() {
        return;
    }
    let row = |source: Paragraph, row: &FundsRow| {
        let amounts = [
            &row.initial,
            &row.annual,
            &row.received,
            &row.executed,
            &row.arrival,
            &row.execution,
            &row.remainder,
        ];
        Row::of(std::iter::once(source).chain(amounts.map(amount_of)))
    };
    let mut rows: Vec<Row> = funds
        .lines
        .iter()
        .map(|line| row(Paragraph::label(line.source.as_deref().unwrap_or_default()), line))
        .collect();
    let total = row(Paragraph::label("合计").in_bold(), &funds.total);
    rows.push(total);
    rows.iter_mut().rev().skip(1).for_each(|row| row.keep = true);
    let head = Row::head([
        "资金来源",
        "年初预算数",
        "全年预算数",
        "实际到位",
        "全年执行数",
        "到位率",
        "执行率",
        "结余",
    ]);
    let (amount, rate) = (Column::Fit(mm(24.0)), Column::Fit(mm(18.0)));
    let columns = vec![Column::Share(1.0), amount, amount, amount, amount, rate, rate, amount];
    unit(flow, "项目资金", funds.unit);
    flow.table(Table { columns, head: vec![head], rows, ..Table::default() }, 0.0);
}

/// What a table is of, and its unit at the right.
pub(super) fn unit(flow: &mut Flow<'_>, name: &str, unit: &str) {
    flow.space(mm(2.5));
    beside(flow, name, &format!("单位：{unit}"));
    flow.space(mm(1.2));
}

/// 项目资金 or what else a part of a form is called, its unit below.
pub(super) fn label_with_unit(label: &str, unit: &str) -> Vec<Paragraph> {
    vec![Paragraph::label(label), Paragraph::new(format!("（{unit}）")).aligned(Align::Middle)]
}

/// Two texts on one line, at both ends of the width.
pub(super) fn beside(flow: &mut Flow<'_>, left: &str, right: &str) {
    let (width, pitch) = (flow.width(), Style::TABLE.pitch());
    let mut line = Page::new(width, pitch);
    let right = Paragraph::figure(right);
    // A long text leaves the other its half.
    let right_width = width_of(&right, 1.0).min(width * 0.55) + 0.1;
    let left_width = width - right_width - mm(4.0);
    let set = lines(&[Paragraph::new(left)], left_width, 1.0);
    let right = lines(&[right], right_width, 1.0);
    let height = |set: &[Line]| set.iter().map(|line| line.height).sum::<f32>();
    line.height = height(&set).max(height(&right)).max(pitch);
    line.lines(set, (0.0, 0.0), left_width, None);
    line.lines(right, (width - right_width, 0.0), right_width, None);
    flow.block(line, Role::Paragraph);
}

/// 年度总体目标: what was intended beside what came of it.
pub(super) fn goals(flow: &mut Flow<'_>, project: &Project, [all, expected, reached]: [&str; 3]) {
    let cell = |column, text: &str| Cell {
        column,
        across: 1,
        text: vec![Paragraph::new(text)],
        at_top: true,
        least: mm(14.0),
        ..Cell::default()
    };
    let texts = vec![cell(0, &project.goal), cell(1, &project.goal_reached)];
    let rows = vec![Row::head([expected, reached]).keeping(), Row { cells: texts, keep: false }];
    let table = Table { columns: vec![Column::Share(1.0); 2], rows, ..Table::default() };
    flow.table(table.labelled(LABEL, vec![Paragraph::label(all)]), 0.0);
}
