//! 项目支出绩效自评表, upright, cell by cell as the form of 财预〔2020〕10号 has it: nothing of our own stands inside.

use super::closing::{Closing, remark, remarks};
use super::content::Content;
use super::head::{self, LABEL, amount_of, label_with_unit, or_dash};
use super::tree::{Annex, groups, named, notes, on_one_line, score};
use crate::print::data::{FundsRow, RowData};
use crate::print::typeset::{Align, Column, Flow, Paragraph, Row, Table, mm};

const UNWRITTEN: &str = "〔未写偏差原因〕";
/// Of the label that names a part of the form, one character below the other.
const PART: f32 = mm(7.0);

pub(super) fn self_evaluation(flow: &mut Flow<'_>, content: &Content<'_>) {
    let (job, project) = (content.job, &content.job.evaluation.project);
    head::title(flow, &job.template.title, &project.year);
    head::project(
        flow,
        &[&[("项目名称", &project.name)], &[("主管部门", &project.department), ("实施单位", &project.unit)]],
    );
    let execution = content.rows().iter().find(|row| row.in_funds);
    funds(flow, content, execution);
    head::goals(flow, project, ["年度总体目标", "预期目标", "实际完成情况"]);
    let mut annex = Annex::default();
    let table = indicators(content, &mut annex);
    let mut below = Vec::new();
    let total = Some(content.total()).filter(|_| !content.is_blank);
    let grade = total.and_then(|total| total.grade.as_ref()).map(|grade| {
        let provisional = if content.total().provisional { "（暂定）" } else { "" };
        Paragraph::bold(format!("等级{provisional}：{grade}"))
    });
    below.extend(grade);
    below.extend(execution.filter(|_| !content.is_blank).and_then(of_execution));
    below.extend(scaled(content));
    below.extend(total.map(remarks).unwrap_or_default());
    below.extend(remark(&mut annex, &project.remark));
    let filled = [("评价人", &project.evaluator), ("评价日期", &project.date)];
    let filled = filled.into_iter().filter(|(_, text)| !text.is_empty());
    let filled: Vec<String> = filled.map(|(label, text)| format!("{label}：{text}")).collect();
    below.extend((!filled.is_empty()).then(|| Paragraph::new(filled.join("　　"))));
    let closing = Closing::new(below, job, flow);
    flow.table(table, closing.height(flow));
    closing.set(flow);
    annex.set(flow);
}

/// 项目资金, with 预算执行率 as the form scores it.
fn funds(flow: &mut Flow<'_>, content: &Content<'_>, execution: Option<&RowData<'_>>) {
    let funds = content.funds();
    let head = Row::head(["", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]);
    let amounts = |row: &FundsRow| [&row.initial, &row.annual, &row.executed].map(amount_of);
    let mut all = Row::of(std::iter::once(Paragraph::new("年度资金总额")).chain(amounts(&funds.total)));
    all.push(1, execution.map(|row| vec![Paragraph::figure(row.points.as_str())]).unwrap_or_default());
    all.push(1, vec![amount_of(&funds.total.execution)]);
    all.push(1, execution.map(score).unwrap_or_default());
    let line = |(place, line): (usize, &FundsRow)| {
        let first = if place == 0 { "其中：" } else { "" };
        let source = Paragraph::new(format!("{first}{}", line.source.as_deref().unwrap_or_default()));
        let mut row = Row::of(std::iter::once(source).chain(amounts(line)));
        row.push(1, vec![Paragraph::new("—").aligned(Align::Middle)]);
        row.push(1, vec![amount_of(&line.execution)]);
        row.push(1, vec![Paragraph::new("—").aligned(Align::Middle)]);
        row
    };
    let mut rows = vec![head, all];
    rows.extend(funds.lines.iter().enumerate().map(line));
    rows.iter_mut().rev().skip(1).for_each(|row| row.keep = true);
    let (amount, small) = (Column::Fit(mm(19.0)), Column::Fit(mm(11.0)));
    let columns =
        vec![Column::Share(1.0), amount, amount, amount, small, Column::Fit(mm(14.0)), Column::Fit(mm(13.0))];
    let table = Table { columns, rows, ..Table::default() };
    flow.table(table.labelled(LABEL, label_with_unit("项目资金", funds.unit)), 0.0);
}

fn indicators(content: &Content<'_>, annex: &mut Annex) -> Table {
    let levels = content.levels();
    let group = if levels.len() <= 3 { mm(17.0) } else { mm(13.0) };
    let mut columns = vec![Column::Fixed(group); levels.len().saturating_sub(1)];
    columns.extend([
        Column::Fixed(mm(25.0)),
        Column::Share(0.85),
        Column::Share(0.85),
        Column::Fit(mm(9.0)),
        Column::Fit(mm(13.0)),
    ]);
    let review = content.job.template.sheet.review;
    columns.extend(review.then_some(Column::Fixed(mm(13.0))));
    columns.push(Column::Share(1.0));
    let titles = levels.iter().map(String::as_str);
    let titles = titles.chain(["年度指标值", "实际完成值", "分值", if review { "自评分" } else { "得分" }]);
    let titles = titles.chain(review.then_some("复核分")).chain(["偏差原因分析及改进措施"]);
    let shown: Vec<usize> =
        content.rows().iter().enumerate().filter(|(_, row)| !row.in_funds).map(|(place, _)| place).collect();
    let mut rows: Vec<Row> = shown
        .iter()
        .filter_map(|place| content.rows().get(*place))
        .map(|data| row(content, data, annex))
        .collect();
    rows.iter_mut().rev().take(2).for_each(|row| row.keep = true);
    let spans = groups(content, &shown, 1, annex);
    let table = Table { columns, head: vec![Row::head(titles)], rows, spans, ..Table::default() };
    let mut table = table.labelled(PART, vec![Paragraph::new("绩\n效\n指\n标").aligned(Align::Middle)]);
    // Over the label's column too.
    table.rows.push(total_row(content, levels.len()));
    table
}

fn row(content: &Content<'_>, data: &RowData<'_>, annex: &mut Annex) -> Row {
    let mut row = named(content, data);
    // A row that nobody has set an indicator for stays empty: it may be filled in by hand.
    let is_blank = data.state == "blank" || content.is_blank;
    let value = |text: Option<&str>| match is_blank {
        true => Vec::new(),
        false => vec![Paragraph::new(or_dash(text.unwrap_or_default())).aligned(Align::Middle)],
    };
    row.push(1, value(data.target.as_deref()));
    row.push(1, value(data.actual.as_deref()));
    row.push(
        1,
        if data.state == "blank" { Vec::new() } else { vec![Paragraph::figure(data.points.as_str())] },
    );
    row.push(1, score(data));
    if content.job.template.sheet.review {
        row.push(1, Vec::new());
    }
    row.push(1, annex.notes_of(data, UNWRITTEN));
    row
}

fn total_row(content: &Content<'_>, levels: usize) -> Row {
    let total = content.total();
    let number = |text: &str| vec![Paragraph::figure(text).in_bold()];
    let provisional = if total.provisional && !content.is_blank { "（暂定）" } else { "" };
    let mut row = Row::default();
    row.push(levels + 3, vec![Paragraph::label(format!("总分{provisional}")).in_bold()]);
    row.push(1, number(&total.points));
    row.push(1, if content.is_blank { Vec::new() } else { number(&total.total) });
    if content.job.template.sheet.review {
        row.push(1, Vec::new());
    }
    row.push(1, Vec::new());
    row
}

/// What is to be said of 预算执行率, which has no row of its own in the form.
fn of_execution(row: &RowData<'_>) -> Option<Paragraph> {
    on_one_line(row.name, notes(row, UNWRITTEN))
}

fn scaled(content: &Content<'_>) -> Option<Paragraph> {
    let scaling = content.total().scaling.as_ref()?;
    let scaled = or_dash(scaling.scaled.as_deref().unwrap_or_default());
    Some(
        Paragraph::bold("折算")
            .and(format!("：{} ÷ {} × {} = {scaled}", scaling.sum, scaling.applicable, scaling.points)),
    )
}
