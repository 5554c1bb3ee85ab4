//! The table of the 评分表: its levels, its groups with the rows they span, its indicators.

use crate::evaluation::ItemEntry;
use crate::number::{fixed, plain};
use crate::print::PrintJob;
use crate::scoring::{ItemScore, ItemState};
use crate::template::{GroupEntry, Indicator, Template};
use serde_json::{Value, json};

/// Texts longer than this might fill a page: the template then measures the row before it forbids to split it.
const LONG_TEXT: usize = 300;
/// Characters of a line in the narrowest column of text.
const LINE: usize = 15;
/// Ordinals of levels for which the template has no heading.
const ORDINALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// Headings of the columns for the levels of the tree, the indicators' own last.
pub(super) fn levels(template: &Template) -> Vec<String> {
    let deepest = ancestries(template).iter().map(Vec::len).max().unwrap_or(0);
    let heading = |level: usize| match template.sheet.levels.get(level) {
        Some(heading) => heading.to_string(),
        None => format!("{}级指标", ORDINALS.get(level).copied().unwrap_or("多")),
    };
    (0..=deepest).map(heading).collect()
}

/// Groups around each indicator, outermost first.
fn ancestries(template: &Template) -> Vec<Vec<usize>> {
    let outline = template.outline();
    let ancestry = |group| {
        let mut groups: Vec<usize> = outline.ancestry(group).collect();
        groups.reverse();
        groups
    };
    outline.leaves().iter().map(|leaf| ancestry(leaf.group)).collect()
}

/// Each group with the first and the last of its rows, both counting from 0; null for one without rows.
pub(super) fn groups(template: &Template) -> Vec<Value> {
    let groups = template.outline().groups();
    let mut spans: Vec<Option<(usize, usize)>> = vec![None; groups.len()];
    for (row, leaf) in template.outline().leaves().iter().enumerate() {
        for group in template.outline().ancestry(leaf.group) {
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
    let ancestries = ancestries(job.template);
    let indicators = job.template.indicators().zip(&job.card.items).zip(ancestries);
    indicators.map(|((indicator, item), groups)| row(job, indicator, item, &groups)).collect()
}

fn row(job: &PrintJob<'_>, indicator: &Indicator, item: &ItemScore, groups: &[usize]) -> Value {
    let decimals = job.card.item_decimals;
    let empty = ItemEntry::default();
    let entry = job.evaluation.item(&indicator.id).unwrap_or(&empty);
    let attachments: Vec<String> =
        job.card.attachments_of(&indicator.id).map(|attachment| attachment.number.to_string()).collect();
    let not_applicable = match &item.state {
        ItemState::NotApplicable { reason } => Some(reason),
        ItemState::Unscored(_)
        | ItemState::NoInformation
        | ItemState::Scored
        | ItemState::Compared { .. } => None,
    };
    let texts = [&*entry.reason, &*entry.remark, &*entry.evidence_note, &*indicator.standard];
    let reasons = [item.override_reason.as_deref(), not_applicable.map(|reason| &**reason)];
    let length = |text: &str| text.chars().map(|c| if c == '\n' { LINE } else { 1 }).sum::<usize>();
    let long =
        texts.iter().copied().chain(reasons.into_iter().flatten()).map(length).sum::<usize>() > LONG_TEXT;
    json!({
        "groups": groups,
        "name": indicator.name,
        "path": job.template.path_of(&indicator.id),
        "points": plain(indicator.points),
        "state": state_name(&item.state),
        "score": item.score.map(|score| fixed(score, decimals)),
        "computed": item.computed.map(|score| fixed(score, decimals)),
        "deduction": item.deduction.map(|points| fixed(points, decimals)),
        "deducted": item.deduction.is_some_and(|points| !points.is_zero()),
        "override_reason": item.override_reason,
        "not_applicable": not_applicable,
        "derivation": item.derivation.text(item.score, decimals),
        "reason": entry.reason,
        "remark": entry.remark,
        "evidence_note": entry.evidence_note,
        "attachments": attachments,
        "standard": indicator.standard,
        "long": long,
    })
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
