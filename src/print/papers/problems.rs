//! 问题清单及整改措施: one record of each problem, what took the points beside what is done about it.

use super::content::Content;
use super::head::{self, or_dash};
use super::tree::{Annex, gap};
use crate::evaluation::Remedy;
use crate::print::data::RowData;
use crate::print::typeset::{Align, Column, Flow, Paragraph, Role, Row, Table, mm};

pub(super) fn problems(flow: &mut Flow<'_>, content: &Content<'_>) {
    let of = |row: &RowData<'_>| {
        content.job.evaluation.item(row.id).map(|entry| entry.remedy.clone()).unwrap_or_default()
    };
    let all = content.rows().iter().map(|row| (row, of(row)));
    let problems: Vec<(&RowData<'_>, Remedy)> =
        all.filter(|(row, remedy)| is_problem(row) || !remedy.is_empty()).collect();
    let done = problems.iter().filter(|(_, remedy)| remedy.status == "已整改").count();
    let count = format!("共 {} 项，已整改 {done} 项", problems.len());
    head::opening(flow, content, "问题清单及整改措施", &count);
    if problems.is_empty() {
        flow.text(Role::Paragraph, &Paragraph::new("没有扣分、未达成的指标，也没有记下的问题。"));
        return;
    }
    let mut annex = Annex::default();
    let rows = problems
        .iter()
        .enumerate()
        .map(|(number, (row, remedy))| of_problem(number + 1, row, remedy, &mut annex));
    let rows = rows.collect();
    let columns = vec![
        Column::Fit(mm(10.0)),
        Column::Fixed(mm(38.0)),
        Column::Fit(mm(13.0)),
        Column::Share(1.2),
        Column::Share(1.2),
        Column::Fixed(mm(24.0)),
        Column::Fixed(mm(20.0)),
        Column::Fixed(mm(18.0)),
    ];
    let head =
        Row::head(["序号", "指标", "扣分", "问题（扣分原因）", "整改措施", "整改期限", "责任人", "整改状态"]);
    flow.table(Table { columns, head: vec![head], rows, ..Table::default() }, 0.0);
    annex.set(flow);
}

fn is_problem(row: &RowData<'_>) -> bool {
    row.deducted || row.state == "not-met"
}

fn of_problem(number: usize, row: &RowData<'_>, remedy: &Remedy, annex: &mut Annex) -> Row {
    let deduction = if row.deducted { row.deduction.as_deref().unwrap_or_default() } else { "" };
    let mut cells = Row::of([
        Paragraph::new(number.to_string()).aligned(Align::Middle),
        Paragraph::new(row.path.as_str()),
        Paragraph::figure(or_dash(deduction)),
    ]);
    let or_gap = |text: &str, words: &str| if text.is_empty() { gap(words) } else { Paragraph::new(text) };
    let reason = vec![or_gap(row.reason, "〔未写扣分原因〕")];
    cells.push(1, annex.or_refer(&format!("{}（问题）", row.path), reason, None));
    let measure = vec![or_gap(&remedy.measure, "〔未写整改措施〕")];
    cells.push(1, annex.or_refer(&format!("{}（整改措施）", row.path), measure, None));
    for text in [&remedy.due, &remedy.responsible, &remedy.status] {
        cells.push(1, vec![Paragraph::new(text.as_str())]);
    }
    cells
}
