//! 项目资金: amounts and rates as they are printed.

use crate::evaluation::{FundField, MoneyUnit};
use crate::number::percent;
use crate::print::PrintJob;
use crate::scoring::{FundsColumn, FundsSummary, LineSummary};
use serde::Serialize;

/// 项目资金 as it is printed.
#[derive(Serialize)]
pub(in crate::print) struct FundsTable {
    /// 元 or 万元.
    pub(in crate::print) unit: &'static str,
    pub(in crate::print) lines: Vec<FundsRow>,
    pub(in crate::print) total: FundsRow,
}

/// A source, or all of them.
#[derive(Serialize)]
pub(in crate::print) struct FundsRow {
    pub(in crate::print) source: Option<String>,
    /// 年初预算数.
    pub(in crate::print) initial: Option<String>,
    /// 全年预算数.
    pub(in crate::print) annual: Option<String>,
    /// 实际到位.
    pub(in crate::print) received: Option<String>,
    /// 全年执行数.
    pub(in crate::print) executed: Option<String>,
    /// 到位率.
    pub(in crate::print) arrival: Option<String>,
    /// 执行率.
    pub(in crate::print) execution: Option<String>,
    /// 结余.
    pub(in crate::print) remainder: Option<String>,
}

pub(in crate::print) fn funds(job: &PrintJob<'_>) -> FundsTable {
    let summary = &job.card.funds;
    let sources = job.evaluation.funds.lines.iter().map(|line| line.source.as_str());
    let lines =
        sources.zip(&summary.lines).map(|(source, amounts)| line(Some(source), amounts, summary)).collect();
    let unit = match summary.unit {
        MoneyUnit::Yuan => "元",
        MoneyUnit::TenThousandYuan => "万元",
    };
    FundsTable { unit, lines, total: line(None, &summary.total, summary) }
}

impl FundsRow {
    /// No amounts, and no dashes in their place: they are written by hand.
    pub(in crate::print) fn leave_open(&mut self) {
        for amount in [
            &mut self.initial,
            &mut self.annual,
            &mut self.received,
            &mut self.executed,
            &mut self.arrival,
            &mut self.execution,
            &mut self.remainder,
        ] {
            *amount = Some(" ".to_owned());
        }
    }
}

/// Amounts with as many decimals as any in their column was entered with; what is missing or divided by zero is not there.
fn line(source: Option<&str>, amounts: &LineSummary, summary: &FundsSummary) -> FundsRow {
    let entered = |field| summary.written(amounts, FundsColumn::Entered(field));
    FundsRow {
        source: source.map(str::to_owned),
        initial: entered(FundField::InitialBudget),
        annual: entered(FundField::AnnualBudget),
        received: entered(FundField::Received),
        executed: entered(FundField::Executed),
        arrival: amounts.arrival_rate.map(percent),
        execution: amounts.execution_rate.map(percent),
        remainder: summary.written(amounts, FundsColumn::Remainder),
    }
}
