//! 问卷汇总表: the answers of each survey, option by option, and the rate that they come to.

use super::content::Content;
use super::head::{self, or_dash};
use super::scores::bold;
use crate::number::{percent, plain};
use crate::print::typeset::{Align, Column, Flow, Paragraph, Role, Row, Style, Table, mm};
use crate::scoring::{Derivation, Source};
use rust_decimal::Decimal;

pub(super) fn survey(flow: &mut Flow<'_>, content: &Content<'_>) {
    let (job, project) = (content.job, &content.job.evaluation.project);
    head::title(flow, "问卷汇总表", &project.year);
    head::beside(flow, &format!("项目名称：{}", or_dash(&project.name)), "");
    let items = job.template.indicators().zip(&job.card.items);
    let surveys: Vec<_> =
        items.filter_map(|(indicator, item)| Some((indicator, source(&item.derivation)?))).collect();
    if surveys.is_empty() {
        flow.space(mm(2.0));
        flow.text(Role::Paragraph, &Paragraph::new("还没有录入问卷。"));
    }
    for (indicator, survey) in surveys {
        flow.space(mm(5.0));
        flow.text(
            Role::Heading,
            &Paragraph::styled(job.template.path_of(&indicator.id), Style::TABLE.bold()),
        );
        flow.space(mm(1.5));
        flow.table(table(&survey), 0.0);
    }
}

/// What a survey came to: answers, each option with its answers and weight, the highest weight.
struct Survey<'a> {
    answers: Decimal,
    counts: Vec<(&'a str, Decimal, Decimal)>,
    highest: Decimal,
}

fn source(derivation: &Derivation) -> Option<Survey<'_>> {
    let source = match derivation {
        Derivation::Rate { source, .. }
        | Derivation::InBand { source, .. }
        | Derivation::Steps { source, .. }
        | Derivation::Curve { source, .. }
        | Derivation::PerUnit { source, .. }
        | Derivation::Value { source, .. } => source,
        Derivation::Less { from, .. } => return self::source(from),
        Derivation::Overridden { rule, .. } | Derivation::Vetoed { rule, .. } => return self::source(rule),
        _ => return None,
    };
    let Source::Survey { answers, counts, highest } = source else { return None };
    let counts = counts.iter().map(|(label, count, weight)| (&**label, *count, *weight)).collect();
    Some(Survey { answers: *answers, counts, highest: *highest })
}

fn table(survey: &Survey<'_>) -> Table {
    let end = |text: String| Paragraph::new(text).aligned(Align::End);
    let share = |count: Decimal| match count.checked_div(survey.answers) {
        Some(share) => percent(share),
        None => "—".to_owned(),
    };
    let weighted = |count: &Decimal, weight: &Decimal| count.checked_mul(*weight).unwrap_or_default();
    let mut rows: Vec<Row> = survey
        .counts
        .iter()
        .map(|(label, count, weight)| {
            let product = plain(weighted(count, weight));
            Row::of([
                Paragraph::new(*label),
                end(plain(*count)),
                end(share(*count)),
                end(plain(*weight)),
                end(product),
            ])
        })
        .collect();
    let sum = survey.counts.iter().map(|(_, count, weight)| weighted(count, weight));
    let sum = sum.fold(Decimal::ZERO, Decimal::saturating_add);
    let most = survey.answers.checked_mul(survey.highest).unwrap_or_default();
    let rate = sum.checked_div(most).map_or_else(|| "—".to_owned(), percent);
    let strong = |text: String| bold(end(text));
    rows.push(Row::of([
        bold(Paragraph::label("有效问卷合计")),
        strong(plain(survey.answers)),
        strong(share(survey.answers)),
        Paragraph::default(),
        strong(plain(sum)),
    ]));
    let mut result = Row::default();
    result.push(1, vec![bold(Paragraph::label("满意率"))]);
    let words = format!("{} ÷（{} × {}）= {rate}", plain(sum), plain(survey.answers), plain(survey.highest));
    result.push(4, vec![Paragraph::new(words)]);
    rows.push(result);
    rows.iter_mut().rev().skip(1).for_each(|row| row.keep = true);
    let number = Column::Fit(mm(24.0));
    let columns = vec![Column::Share(1.0), number, number, number, number];
    let head = Row::head(["选项", "份数", "占比", "权重", "份数 × 权重"]);
    Table { columns, head: vec![head], rows, ..Table::default() }
}
