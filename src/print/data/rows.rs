//! The table of the 评分表: its levels, its groups with the rows they span, its indicators.

use super::deductions::shortfall;
use super::language::LANG;
use super::values::values;
use crate::evaluation::ItemEntry;
use crate::number::{fixed, plain};
use crate::print::PrintJob;
use crate::scoring::{Derivation, ItemScore, ItemState, Source};
use crate::template::{Award, Form, FundsRate, GroupEntry, Indicator, Measure, Rate, Row, Template};
use serde_json::{Value, json};

/// Texts longer than this might fill a page: the template then measures the row before it forbids to split it.
const LONG_TEXT: usize = 300;
/// Characters of a line in the narrowest column of text.
const LINE: usize = 15;
/// Ordinals of levels for which the template has no heading.
const ORDINALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// A row of the table.
#[derive(Clone, Copy)]
enum Line {
    /// Position of the indicator.
    Indicator(usize),
    /// An open group in a section that nobody has set an indicator for yet, as a blank form shows it.
    Blank(usize),
}

fn lines(template: &Template) -> Vec<Line> {
    let outline = template.outline();
    let groups = outline.groups();
    let mut filled = vec![false; groups.len()];
    let mut is_parent = vec![false; groups.len()];
    for leaf in outline.leaves() {
        outline.ancestry(leaf.group).for_each(|group| filled[group] = true);
    }
    groups.iter().filter_map(|group| group.parent).for_each(|parent| is_parent[parent] = true);
    let line = |row: &Row| match row {
        Row::Indicator(position) => Some(Line::Indicator(*position)),
        Row::Group(group) => {
            let empty = outline.ancestry(Some(*group)).all(|group| !filled[group]);
            (empty && !is_parent[*group]).then_some(Line::Blank(*group))
        }
    };
    outline.rows().iter().filter_map(line).collect()
}

/// Headings of the columns for the levels of the tree, the indicators' own last.
pub(super) fn levels(template: &Template) -> Vec<String> {
    let deepest = lines(template).iter().map(|line| ancestry(template, *line).len()).max().unwrap_or(0);
    let heading = |level: usize| match template.sheet.levels.get(level) {
        Some(heading) => heading.to_string(),
        None => format!("{}级指标", ORDINALS.get(level).copied().unwrap_or("多")),
    };
    (0..=deepest).map(heading).collect()
}

/// Groups around a row, outermost first.
fn ancestry(template: &Template, line: Line) -> Vec<usize> {
    let outline = template.outline();
    let group = match line {
        Line::Indicator(position) => outline.leaf(position).and_then(|leaf| leaf.group),
        Line::Blank(group) => Some(group),
    };
    let mut groups: Vec<usize> = outline.ancestry(group).collect();
    groups.reverse();
    groups
}

/// Each group with the first and the last of its rows, both counting from 0; null for one without rows.
pub(super) fn groups(template: &Template) -> Vec<Value> {
    let groups = template.outline().groups();
    let mut spans: Vec<Option<(usize, usize)>> = vec![None; groups.len()];
    for (row, line) in lines(template).into_iter().enumerate() {
        for group in ancestry(template, line) {
            spans[group] = Some((spans[group].map_or(row, |(first, _)| first), row));
        }
    }
    let group = |(group, span): (&GroupEntry, Option<(usize, usize)>)| {
        json!({
            "name": group.name,
            "points": plain(group.points),
            "level": group.depth,
            "first": span.map(|(first, _)| first),
            "last": span.map(|(_, last)| last),
        })
    };
    groups.iter().zip(spans).map(group).collect()
}

pub(super) fn rows(job: &PrintJob<'_>) -> Vec<Value> {
    let indicators: Vec<&Indicator> = job.template.indicators().collect();
    let row = |line: Line| {
        let groups = ancestry(job.template, line);
        match line {
            Line::Indicator(position) => {
                let (indicator, item) = (indicators.get(position)?, job.card.items.get(position)?);
                Some(row(job, indicator, item, &groups))
            }
            Line::Blank(_) => Some(blank(&groups)),
        }
    };
    lines(job.template).into_iter().filter_map(row).collect()
}

/// A row to be filled in by hand or later.
fn blank(groups: &[usize]) -> Value {
    json!({
        "groups": groups,
        "name": "",
        "path": "",
        "points": "",
        "state": "blank",
        "target": null,
        "actual": null,
        "in_funds": false,
        "score": null,
        "computed": null,
        "deduction": null,
        "deducted": false,
        "override_reason": null,
        "not_applicable": null,
        "derivation": "",
        "reason": "",
        "remark": "",
        "evidence_note": "",
        "attachments": [],
        "standard": "",
        "long": false,
    })
}

/// 预算执行率 of a 自评表, which stands in the funds table and not among the indicators.
fn is_in_funds(template: &Template, indicator: &Indicator, groups: &[usize]) -> bool {
    let by_funds = matches!(
        indicator.rule.award,
        Award::Rate(Rate { measure: Measure::Funds(FundsRate::Execution), .. })
    );
    template.sheet.form == Form::SelfEvaluation && groups.is_empty() && by_funds
}

fn row(job: &PrintJob<'_>, indicator: &Indicator, item: &ItemScore, groups: &[usize]) -> Value {
    let decimals = job.card.item_decimals;
    let empty = ItemEntry::default();
    let entry = job.evaluation.item(&indicator.id).unwrap_or(&empty);
    let attachments: Vec<String> =
        job.card.attachments_of(&indicator.id).map(|attachment| attachment.number.to_string()).collect();
    let not_applicable = match &item.state {
        ItemState::NotApplicable { reason } => Some(reason.text(LANG)),
        ItemState::Unscored(_)
        | ItemState::NoInformation
        | ItemState::Scored
        | ItemState::Compared { .. } => None,
    };
    let (target, actual) = values(indicator, entry, item);
    let texts = [&*entry.reason, &*entry.remark, &*entry.evidence_note, &*indicator.standard];
    let reasons = [item.override_reason.as_deref(), not_applicable.as_deref()];
    let length = |text: &str| text.chars().map(|c| if c == '\n' { LINE } else { 1 }).sum::<usize>();
    let long =
        texts.iter().copied().chain(reasons.into_iter().flatten()).map(length).sum::<usize>() > LONG_TEXT;
    json!({
        "groups": groups,
        "name": indicator.name,
        "path": job.template.path_of(&indicator.id),
        "points": plain(indicator.points),
        "target": target,
        "actual": actual,
        "in_funds": is_in_funds(job.template, indicator, groups),
        "state": state_name(&item.state),
        "score": item.score.map(|score| fixed(score, decimals)),
        "computed": item.computed.map(|score| fixed(score, decimals)),
        "deduction": item.deduction.map(|points| shortfall(points, decimals)),
        "struck": item.unstruck.is_some(),
        "struck_from": item.unstruck.as_ref().and_then(|was| was.score).map(|score| fixed(score, decimals)),
        "answers": answers(&item.derivation),
        "deducted": item.deduction.is_some_and(|points| !points.is_zero()),
        "override_reason": item.override_reason,
        "not_applicable": not_applicable,
        "derivation": item.derivation.text(LANG, item.score, decimals),
        "reason": entry.reason,
        "remark": entry.remark,
        "evidence_note": entry.evidence_note,
        "attachments": attachments,
        "standard": indicator.standard,
        "long": long,
    })
}

/// 有效问卷 n: the size of the sample, where a survey was counted.
fn answers(derivation: &Derivation) -> Option<String> {
    match derivation {
        Derivation::Rate { source, .. }
        | Derivation::InBand { source, .. }
        | Derivation::Steps { source, .. }
        | Derivation::Curve { source, .. }
        | Derivation::PerUnit { source, .. }
        | Derivation::Value { source, .. } => match source {
            Source::Survey { answers, .. } => Some(plain(*answers)),
            _ => None,
        },
        Derivation::Less { from, .. } => answers(from),
        Derivation::Overridden { rule, .. } | Derivation::Vetoed { rule, .. } => answers(rule),
        _ => None,
    }
}

fn state_name(state: &ItemState) -> &'static str {
    match state {
        ItemState::Unscored(_) => "unscored",
        ItemState::NoInformation => "no-information",
        ItemState::NotApplicable { .. } => "not-applicable",
        ItemState::Scored => "scored",
        ItemState::Compared { met: Some(true) } => "met",
        ItemState::Compared { met: Some(false) } => "not-met",
        ItemState::Compared { met: None } => "compared",
    }
}
