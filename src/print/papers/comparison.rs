//! 项目支出绩效目标完成情况表, upright, with the heads and parts of seed 003's form: no points, no grade, no column of our
//! own. What was judged and noted stands below.

use super::closing::Closing;
use super::content::Content;
use super::head::{self, LABEL, amount_of, label_with_unit, or_dash};
use super::tree::{Annex, groups, named, notes, on_one_line};
use crate::print::data::{FundsRow, RowData};
use crate::print::typeset::{Align, Column, Flow, Paragraph, Row, Table, mm};

/// Of the labels at the left.
const PART: f32 = mm(21.0);

pub(super) fn comparison(flow: &mut Flow<'_>, content: &Content<'_>) {
    let (job, project) = (content.job, &content.job.evaluation.project);
    head::title(flow, &job.template.title, &project.year);
    let mut fields = vec![[("项目名称", project.name.as_str())], [("预算单位", project.unit.as_str())]];
    if !project.department.is_empty() {
        fields.push([("主管部门", project.department.as_str())]);
    }
    let fields: Vec<&[(&str, &str)]> = fields.iter().map(<[_; 1]>::as_slice).collect();
    head::project(flow, &fields);
    funds(flow, content);
    head::goals(flow, project, ["年度目标完成情况", "预期目标", "实际完成目标"]);
    let mut annex = Annex::default();
    let table = indicators(content, &mut annex);
    let closing = Closing::new(noted(content, &mut annex), job, flow);
    flow.table(table, closing.height(flow));
    closing.set(flow);
    annex.set(flow);
}

/// 预算执行情况: 预算数 beside 执行数, all and by source.
fn funds(flow: &mut Flow<'_>, content: &Content<'_>) {
    let funds = content.funds();
    if funds.lines.is_empty() {
        return;
    }
    let row = |labels: [String; 2], line: &FundsRow| {
        let [budget, executed] = labels.map(Paragraph::new);
        Row::of([budget, amount_of(&line.annual), executed, amount_of(&line.executed)]).keeping()
    };
    let mut rows = vec![row(["预算数：".to_owned(), "执行数：".to_owned()], &funds.total)];
    rows.extend(funds.lines.iter().enumerate().map(|(place, line)| {
        let source = line.source.as_deref().unwrap_or_default();
        let label = if place == 0 { format!("其中-{source}：") } else { format!("{source}：") };
        row([label.clone(), label], line)
    }));
    rows.iter_mut().rev().take(1).for_each(|row| row.keep = false);
    let (words, amount) = (Column::Share(1.0), Column::Fit(mm(28.0)));
    let table = Table { columns: vec![words, amount, words, amount], rows, ..Table::default() };
    flow.table(table.labelled(LABEL, label_with_unit("预算执行情况", funds.unit)), 0.0);
}

fn indicators(content: &Content<'_>, annex: &mut Annex) -> Table {
    let levels = content.levels();
    let group = if levels.len() <= 3 { mm(18.0) } else { mm(14.0) };
    let mut columns = vec![Column::Fixed(group); levels.len().saturating_sub(1)];
    columns.extend([Column::Share(1.0), Column::Share(1.1), Column::Share(1.1)]);
    let titles = levels.iter().map(String::as_str);
    let titles =
        titles.chain(["预期指标值\n（包含数字及文字描述）", "实际完成指标值\n（包含数字及文字描述）"]);
    let shown: Vec<usize> = (0..content.rows().len()).collect();
    let row = |data: &RowData<'_>| {
        let mut row = named(content, data);
        for text in [&data.target, &data.actual] {
            let value = Paragraph::new(or_dash(text.as_deref().unwrap_or_default())).aligned(Align::Middle);
            row.push(1, if content.is_blank || data.state == "blank" { Vec::new() } else { vec![value] });
        }
        row
    };
    let mut rows: Vec<Row> = content.rows().iter().map(row).collect();
    rows.iter_mut().rev().skip(1).take(2).for_each(|row| row.keep = true);
    let spans = groups(content, &shown, usize::MAX, annex);
    let table = Table { columns, head: vec![Row::head(titles)], rows, spans, ..Table::default() };
    table.labelled(PART, vec![Paragraph::label("绩效指标完成情况")])
}

/// 执行率, what was judged of the indicators, and what was noted: the form has no column for them.
fn noted(content: &Content<'_>, annex: &mut Annex) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    if content.is_blank {
        return lines;
    }
    let total = content.total();
    if let Some(rate) = &content.funds().total.execution {
        lines.push(Paragraph::new(format!("预算执行率：{rate}")));
    }
    if total.provisional {
        lines.push(
            Paragraph::bold("暂定")
                .and(format!("：尚有未填 {} 项、资料不足 {} 项。", total.unscored, total.no_information)),
        );
    }
    let outcomes = [
        ("not-met", "未达成"),
        ("compared", "未判断"),
        ("unscored", "未填"),
        ("no-information", "资料不足"),
        ("not-applicable", "不适用"),
        ("met", "达成"),
    ];
    for (state, words) in outcomes {
        let names: Vec<&str> =
            content.rows().iter().filter(|row| row.state == state).map(|row| row.name).collect();
        if names.is_empty() {
            continue;
        }
        // Those that are as they should be are counted, the others named.
        let named = if state == "met" { String::new() } else { format!("：{}", names.join("、")) };
        lines.push(Paragraph::bold(words).and(format!(" {} 项{named}。", names.len())));
    }
    for row in content.rows() {
        if let Some(notes) = on_one_line(row.name, notes(row, "")) {
            lines.extend(annex.or_refer(
                row.name,
                vec![notes],
                Some(Paragraph::bold(format!("{}：", row.name))),
            ));
        }
    }
    lines.extend(super::closing::remark(annex, &content.job.evaluation.project.remark));
    lines
}
