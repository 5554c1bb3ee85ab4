//! The head of the sheet: project, funds, who signs.

use crate::evaluation::{Evaluation, MoneyUnit};
use crate::number::percent;
use crate::print::PrintJob;
use crate::scoring::LineSummary;
use rust_decimal::Decimal;
use serde_json::{Value, json};

pub(super) fn project(evaluation: &Evaluation) -> Value {
    let project = &evaluation.project;
    json!({
        "name": project.name,
        "department": project.department,
        "unit": project.unit,
        "year": project.year,
        "evaluator": project.evaluator,
        "date": project.date,
        "remark": project.remark,
    })
}

pub(super) fn signatories(evaluation: &Evaluation) -> Value {
    let signatories = evaluation.project.signatories.iter();
    signatories.map(|signatory| json!({ "role": signatory.role, "name": signatory.name })).collect()
}

pub(super) fn funds(job: &PrintJob<'_>) -> Value {
    let summary = &job.card.funds;
    let sources = job.evaluation.funds.lines.iter().map(|line| line.source.as_str());
    let lines: Vec<Value> =
        sources.zip(&summary.lines).map(|(source, amounts)| line(Some(source), amounts)).collect();
    let unit = match summary.unit {
        MoneyUnit::Yuan => "yuan",
        MoneyUnit::TenThousandYuan => "ten-thousand-yuan",
    };
    json!({ "unit": unit, "lines": lines, "total": line(None, &summary.total) })
}

/// Amounts with the decimals they were entered with; what is missing or divided by zero is null.
fn line(source: Option<&str>, amounts: &LineSummary) -> Value {
    let amount = |amount: Option<Decimal>| amount.map(|amount| amount.to_string());
    json!({
        "source": source,
        "initial": amount(amounts.initial_budget),
        "annual": amount(amounts.annual_budget),
        "received": amount(amounts.received),
        "executed": amount(amounts.executed),
        "arrival": amounts.arrival_rate.map(percent),
        "execution": amounts.execution_rate.map(percent),
        "remainder": amount(amounts.remainder),
    })
}
