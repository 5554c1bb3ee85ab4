//! 封面: what is handed in, of which project and unit, who filled it in and when. Room for the seal, never a drawn one.

use super::content::Content;
use crate::print::typeset::{Align, Cell, Column, Flow, Paragraph, Role, Row, Style, Table, mm};

/// 小二, of the lines below the title.
const LINE: f32 = 16.0;
const TITLE: f32 = 26.0;

pub(super) fn cover(flow: &mut Flow<'_>, content: &Content<'_>) {
    let (job, project) = (content.job, &content.job.evaluation.project);
    flow.text(Role::Paragraph, &Paragraph::styled("附件 1", Style::TABLE.sized(LINE)));
    flow.gap(mm(34.0));
    let title = Style::TABLE.sized(TITLE).bold();
    let year = if project.year.is_empty() { String::new() } else { format!("{} 年度", project.year) };
    let middle = |text: &str, style: Style| Paragraph::styled(text, style).aligned(Align::Middle);
    flow.text(Role::Paragraph, &middle(&year, Style::TABLE.sized(20.0)));
    flow.space(mm(4.0));
    flow.text(Role::Title, &middle(&job.template.title, title));
    flow.gap(mm(38.0));
    let preparer = if project.preparer.is_empty() { &project.evaluator } else { &project.preparer };
    let filled_on = if project.filled_on.is_empty() { &project.date } else { &project.filled_on };
    let fields = [
        ("项目名称", project.name.as_str()),
        ("预算部门（公章）", or_first(&project.department, &project.unit)),
        ("实施单位（公章）", &project.unit),
        ("项目负责人", &project.leader),
        ("填报人", preparer),
        ("联系电话", &project.phone),
        ("填报日期", filled_on),
    ];
    let row = |(label, text): (&str, &str)| {
        let style = Style::TABLE.sized(LINE);
        let cell = |column, text: Paragraph| Cell {
            column,
            across: 1,
            text: vec![text],
            least: mm(13.0),
            ..Cell::default()
        };
        Row {
            cells: vec![
                cell(0, Paragraph::styled(label, style).aligned(Align::Middle)),
                cell(1, Paragraph::styled(text, style)),
            ],
            keep: true,
        }
    };
    let columns = vec![Column::Fixed(mm(52.0)), Column::Share(1.0)];
    flow.table(Table { columns, rows: fields.into_iter().map(row).collect(), ..Table::default() }, 0.0);
}

fn or_first<'a>(first: &'a str, other: &'a str) -> &'a str {
    if first.is_empty() { other } else { first }
}
