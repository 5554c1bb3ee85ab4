//! 评分表: head, funds, the table of indicators, total, signatures.

use super::closing::{Closing, remark, remarks};
use super::content::Content;
use super::head::{self, or_dash};
use super::tree::{Annex, groups, named, score};
use crate::print::data::{RowData, TotalData};
use crate::print::typeset::{Align, Column, Flow, Paragraph, Row, Spanning, Table, mm};

/// So many sections stand beside the total.
const SECTIONS: usize = 6;
const UNWRITTEN: &str = "〔未写扣分原因〕";

pub(super) fn scores(flow: &mut Flow<'_>, content: &Content<'_>) {
    let (job, project) = (content.job, &content.job.evaluation.project);
    head::title(flow, &job.template.title, &project.year);
    head::project(
        flow,
        &[
            &[("项目名称", &project.name)],
            &[("主管部门", &project.department), ("实施单位", &project.unit)],
            &[("评价人", &project.evaluator), ("评价日期", &project.date), ("评价年度", &project.year)],
        ],
    );
    head::funds(flow, content.funds());
    flow.space(mm(2.0));
    let mut annex = Annex::default();
    let table = table(content, &mut annex);
    let mut below = if content.is_blank { Vec::new() } else { remarks(content.total()) };
    below.extend(remark(&mut annex, &project.remark));
    let closing = Closing::new(below, job, flow);
    flow.table(table, closing.height(flow));
    closing.set(flow);
    annex.set(flow);
}

fn table(content: &Content<'_>, annex: &mut Annex) -> Table {
    let levels = content.levels();
    let has_criteria = content.job.template.indicators().any(|indicator| !indicator.criterion.is_empty());
    let group = if levels.len() <= 3 { mm(18.0) } else { mm(14.0) };
    let mut columns = vec![Column::Fixed(group); levels.len().saturating_sub(1)];
    columns.extend([Column::Fixed(mm(25.0)), Column::Fit(mm(10.5)), Column::Fit(mm(13.5))]);
    let review = content.job.template.sheet.review;
    columns.extend(review.then_some(Column::Fixed(mm(14.0))));
    columns.extend([Column::Fit(mm(13.0)), Column::Share(1.0)]);
    columns.extend([Column::Share(0.85), Column::Share(1.0)].into_iter().skip(usize::from(!has_criteria)));
    let mut titles: Vec<&str> = levels.iter().map(String::as_str).collect();
    titles.extend(["分值", if review { "自评分" } else { "得分" }]);
    titles.extend(review.then_some("复核分"));
    titles.extend(["扣分", "扣分原因及改进措施"]);
    titles.extend(["具体指标", "评价标准"].into_iter().skip(usize::from(!has_criteria)));
    let shown: Vec<usize> = (0..content.rows().len()).collect();
    let mut rows: Vec<Row> = content.rows().iter().map(|it| row(content, it, has_criteria, annex)).collect();
    let indicators = rows.len();
    let words = 2 + usize::from(has_criteria);
    rows.extend(match content.is_blank {
        true => vec![open_total(content.total(), levels.len(), words, review)],
        false => total_rows(content.total(), levels.len(), words, review),
    });
    // The total does not stand alone.
    rows.iter_mut().skip(indicators.saturating_sub(2)).for_each(|row| row.keep = true);
    rows.iter_mut().rev().take(1).for_each(|row| row.keep = false);
    let spans: Vec<Spanning> = groups(content, &shown, usize::MAX, annex);
    Table { columns, head: vec![Row::head(titles)], rows, spans, ..Table::default() }
}

fn row(content: &Content<'_>, data: &RowData<'_>, has_criteria: bool, annex: &mut Annex) -> Row {
    let mut row = named(content, data);
    let number = |text: &str| vec![Paragraph::figure(text)];
    row.push(1, number(&data.points));
    row.push(1, score(data));
    if content.job.template.sheet.review {
        row.push(1, Vec::new());
    }
    let nothing = if content.is_blank { "" } else { "—" };
    let deduction = Paragraph::new(data.deduction.as_deref().unwrap_or(nothing)).aligned(Align::End);
    row.push(1, vec![if data.deducted { deduction.in_bold() } else { deduction }]);
    row.push(1, annex.notes_of(data, UNWRITTEN));
    if has_criteria {
        row.push(
            1,
            annex.or_refer(&format!("{}（具体指标）", data.path), vec![Paragraph::new(data.criterion)], None),
        );
    }
    row.push(
        1,
        annex.or_refer(&format!("{}（评价标准）", data.path), vec![Paragraph::new(data.standard)], None),
    );
    row
}

/// 总分 to be written by hand.
fn open_total(total: &TotalData, levels: usize, words: usize, review: bool) -> Row {
    let mut row = Row::default();
    row.push(levels, vec![Paragraph::label("总分").in_bold()]);
    row.push(1, vec![Paragraph::figure(total.points.as_str()).in_bold()]);
    (0..2 + usize::from(review)).for_each(|_| row.push(1, Vec::new()));
    row.push(words, vec![Paragraph::bold("等级：")]);
    row
}

/// 总分, and where some indicators do not apply what is scaled to it.
fn total_rows(total: &TotalData, levels: usize, words: usize, review: bool) -> Vec<Row> {
    let label = |text: String| vec![Paragraph::label(text).in_bold()];
    let number = |text: &str| vec![Paragraph::figure(text)];
    let strong = |text: &str| vec![Paragraph::figure(text).in_bold()];
    // More of them than a line holds are read in the table.
    let few = total.sections.iter().filter(|_| total.sections.len() <= SECTIONS);
    let sections = few.map(|part| format!("{} {}/{}", part.name, part.score, part.points));
    let sections = sections.collect::<Vec<_>>().join("；");
    // Written by whoever reviews it.
    let reviewed = |row: &mut Row| {
        if review {
            row.push(1, Vec::new());
        }
    };
    let mut rows = Vec::new();
    let provisional = if total.provisional { "（暂定）" } else { "" };
    if let Some(scaling) = &total.scaling {
        let mut sum = Row::default();
        sum.push(levels, label("适用指标合计".to_owned()));
        sum.push(1, number(&scaling.applicable));
        sum.push(1, number(&total.sum));
        reviewed(&mut sum);
        sum.push(1, number(&total.deductions));
        sum.push(words, vec![Paragraph::new(sections.as_str())]);
        let scaled = or_dash(scaling.scaled.as_deref().unwrap_or_default());
        let factor = or_dash(scaling.factor.as_deref().unwrap_or_default());
        let apart = scaling
            .adjust
            .as_ref()
            .map(|adjust| format!("，其中加减分 {adjust} 不折算，另调整 {} 分", scaling.apart));
        let words_of_scaling = format!(
            "不适用指标 {} 项，得分按适用指标分值折算：{} ÷ {} × {} = {scaled}（折算系数 {factor}）{}",
            total.not_applicable,
            scaling.sum,
            scaling.applicable,
            scaling.points,
            apart.unwrap_or_default()
        );
        let mut scaled = Row::default();
        scaled.push(levels, vec![Paragraph::label("折算")]);
        scaled.push(3 + words + usize::from(review), vec![Paragraph::new(words_of_scaling)]);
        rows.extend([sum, scaled]);
    }
    let mut row = Row::default();
    row.push(levels, label(format!("总分{provisional}")));
    row.push(1, strong(&total.points));
    row.push(1, strong(&total.total));
    reviewed(&mut row);
    row.push(1, if total.scaling.is_none() { strong(&total.deductions) } else { number("—") });
    let grade = or_dash(total.grade.as_deref().unwrap_or_default());
    let parts = if total.scaling.is_none() && !sections.is_empty() {
        format!("　　{sections}")
    } else {
        String::new()
    };
    row.push(words, vec![Paragraph::bold(format!("等级{provisional}：{grade}")).and(parts)]);
    rows.push(row);
    rows
}
