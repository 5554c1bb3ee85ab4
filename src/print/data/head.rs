//! The head of the sheet: project, funds, who signs.

use crate::evaluation::{Evaluation, FundField, MoneyUnit};
use crate::number::percent;
use crate::print::PrintJob;
use crate::scoring::{FundsColumn, FundsSummary, LineSummary};
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
        sources.zip(&summary.lines).map(|(source, amounts)| line(Some(source), amounts, summary)).collect();
    let unit = match summary.unit {
        MoneyUnit::Yuan => "yuan",
        MoneyUnit::TenThousandYuan => "ten-thousand-yuan",
    };
    json!({ "unit": unit, "lines": lines, "total": line(None, &summary.total, summary) })
}

/// Amounts with as many decimals as any in their column was entered with; what is missing or divided by zero is null.
fn line(source: Option<&str>, amounts: &LineSummary, summary: &FundsSummary) -> Value {
    let entered = |field| summary.written(amounts, FundsColumn::Entered(field));
    json!({
        "source": source,
        "initial": entered(FundField::InitialBudget),
        "annual": entered(FundField::AnnualBudget),
        "received": entered(FundField::Received),
        "executed": entered(FundField::Executed),
        "arrival": amounts.arrival_rate.map(percent),
        "execution": amounts.execution_rate.map(percent),
        "remainder": summary.written(amounts, FundsColumn::Remainder),
    })
}
