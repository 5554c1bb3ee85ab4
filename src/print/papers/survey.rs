//! 问卷汇总表: the answers of each survey, option by option, and the rate that they come to.

use super::content::Content;
use super::head;
use crate::print::data::{OptionData, SurveyData, surveys};
use crate::print::typeset::{Column, Flow, Paragraph, Role, Row, Style, Table, mm};

pub(super) fn survey(flow: &mut Flow<'_>, content: &Content<'_>) {
    head::opening(flow, content, "问卷汇总表", "");
    let surveys = surveys(content.job);
    if surveys.is_empty() {
        flow.text(Role::Paragraph, &Paragraph::new("还没有录入问卷。"));
    }
    for survey in surveys {
        flow.space(mm(3.0));
        flow.text(Role::Heading, &Paragraph::styled(survey.item.as_str(), Style::TABLE.bold()));
        flow.space(mm(1.5));
        flow.table(table(&survey), 0.0);
    }
}

fn table(survey: &SurveyData) -> Table {
    let figures = |option: &OptionData| {
        [&option.answers, &option.share, &option.weight, &option.weighed]
            .map(|text| Paragraph::figure(text.as_str()))
    };
    let option = |option: &OptionData| {
        Row::of(std::iter::once(Paragraph::new(option.label.as_str())).chain(figures(option)))
    };
    let mut rows: Vec<Row> = survey.options.iter().map(option).collect();
    let label = Paragraph::label(survey.all.label.as_str());
    rows.push(Row::of(std::iter::once(label).chain(figures(&survey.all)).map(Paragraph::in_bold)));
    let mut rate = Row::default();
    rate.push(1, vec![Paragraph::label("满意率").in_bold()]);
    rate.push(4, vec![Paragraph::new(survey.rate.as_str())]);
    rows.push(rate);
    rows.iter_mut().rev().skip(1).for_each(|row| row.keep = true);
    let number = Column::Fit(mm(24.0));
    let columns = vec![Column::Share(1.0), number, number, number, number];
    let head = Row::head(["选项", "份数", "占比", "权重", "份数 × 权重"]);
    Table { columns, head: vec![head], rows, ..Table::default() }
}
