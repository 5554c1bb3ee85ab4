//! 核对说明: what the checks found before signing, with what was answered.

use super::content::Content;
use super::head;
use super::tree::gap;
use crate::checks::{Finding, Severity, findings as find};
use crate::print::data::LANG;
use crate::print::typeset::{Align, Column, Flow, Paragraph, Role, Row, Table, mm};

pub(super) fn findings(flow: &mut Flow<'_>, content: &Content<'_>) {
    let job = content.job;
    let found = find(job.template, job.evaluation, job.card);
    let open = found.iter().filter(|finding| finding.is_open()).count();
    let count = format!("共 {} 项，未说明 {open} 项", found.len());
    head::opening(flow, content, "核对说明", &count);
    if found.is_empty() {
        flow.text(Role::Paragraph, &Paragraph::new("核对没有发现问题。"));
        return;
    }
    let rows = found.iter().enumerate().map(|(number, finding)| row(number + 1, finding)).collect();
    let columns = vec![
        Column::Fit(mm(10.0)),
        Column::Fit(mm(14.0)),
        Column::Fixed(mm(16.0)),
        Column::Share(1.2),
        Column::Share(1.0),
    ];
    let head = Row::head(["序号", "编号", "性质", "核对结果", "说明"]);
    flow.table(Table { columns, head: vec![head], rows, ..Table::default() }, 0.0);
}

fn row(number: usize, finding: &Finding) -> Row {
    let severity = match finding.severity {
        Severity::Error => "错误",
        Severity::Warning => "提醒",
        Severity::Info => "提示",
    };
    Row::of([
        Paragraph::new(number.to_string()).aligned(Align::Middle),
        Paragraph::new(finding.id.as_str()).aligned(Align::Middle),
        Paragraph::new(severity).aligned(Align::Middle),
        Paragraph::new(finding.message.text(LANG)),
        match &finding.answer {
            Some(answer) => Paragraph::new(answer.reason.as_str()),
            None => gap("〔未说明〕"),
        },
    ])
}
