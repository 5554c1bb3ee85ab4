//! This year's evaluation from last year's (用去年的新建).
//!
//! Taken is what describes the project and how it is scored: the head without its date and remark, the people who
//! evaluate and sign, sources and unit of the funds, the tailoring, targets, and bands that were moved. Left is what
//! last year came to: amounts, inputs, ledgers, states, overrides, words, evidence, answers.

use super::expected::{Role, expected};
use super::funds::{FundLine, Funds};
use super::last_year::LastYear;
use super::model::{Entries, Evaluation, Inputs, ItemEntry};
use super::project::Project;
use crate::template::{Indicator, Template};
use std::sync::Arc;

/// What came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NextYear {
    /// The new one. Nothing in it is scored.
    pub evaluation: Evaluation,
    /// How much was taken along.
    pub taken: Taken,
}

/// How much was taken from last year.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Taken {
    /// 资金来源, without their amounts.
    pub sources: usize,
    /// Indicators with 目标值.
    pub targets: usize,
    /// 自设指标
    pub own: usize,
    /// 分值 and 权重 that differ from the template's.
    pub adjusted: usize,
}

/// The evaluation of the year after `last`, by the template that it is scored by, `results` beside it.
pub fn next_year(last: &Evaluation, template: &Template, results: LastYear) -> NextYear {
    let items = kept_entries(last, template);
    let has_target = |entry: &&Arc<ItemEntry>| !entry.inputs.is_empty();
    let tailoring = &last.tailoring;
    let taken = Taken {
        sources: last.funds.lines.len(),
        targets: items.values().filter(has_target).count(),
        own: tailoring.own.len(),
        adjusted: tailoring.points.len().saturating_add(tailoring.weights.len()),
    };
    let evaluation = Evaluation {
        template: last.template.clone(),
        project: Arc::new(project(&last.project)),
        funds: Arc::new(funds(&last.funds)),
        tailoring: tailoring.clone(),
        items,
        last_year: Some(Arc::new(results)),
        ..Evaluation::new(template)
    };
    NextYear { evaluation, taken }
}

fn project(last: &Project) -> Project {
    Project {
        year: year_after(&last.year),
        date: String::new(),
        filled_on: String::new(),
        goal_reached: String::new(),
        remark: String::new(),
        ..last.clone()
    }
}

/// Empty where no year stands there: a wrong one would be believed.
fn year_after(year: &str) -> String {
    let after = year.trim().parse::<u16>().ok().and_then(|year| year.checked_add(1));
    after.map(|year| year.to_string()).unwrap_or_default()
}

fn funds(last: &Funds) -> Funds {
    let line = |line: &FundLine| FundLine { source: line.source.clone(), ..FundLine::default() };
    Funds { unit: last.unit, lines: last.lines.iter().map(line).collect() }
}

fn kept_entries(last: &Evaluation, template: &Template) -> Entries {
    let kept = template.indicators().filter_map(|indicator| {
        let entry = last.item(&indicator.id)?;
        let kept = ItemEntry {
            inputs: targets(template, indicator, entry),
            band_edges: entry.band_edges.clone(),
            ..ItemEntry::default()
        };
        (kept != ItemEntry::default()).then(|| (indicator.id.clone(), Arc::new(kept)))
    });
    kept.collect()
}

/// 目标值 and 预期指标值: what was set beforehand, not what came of it.
fn targets(template: &Template, indicator: &Indicator, entry: &ItemEntry) -> Inputs {
    let inputs = expected(indicator, template.rounding.step);
    let targets = inputs.into_iter().filter(|input| matches!(input.role, Role::Target | Role::Expected));
    targets.filter_map(|input| Some((input.key.clone(), entry.inputs.get(&input.key)?.clone()))).collect()
}
