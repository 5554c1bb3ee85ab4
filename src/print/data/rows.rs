//! The table of the 评分表: its levels, its groups with the rows they span, its indicators.

use super::deductions::shortfall;
use super::language::LANG;
use super::survey::source_of;
use super::values::values;
use crate::evaluation::ItemEntry;
use crate::number::{fixed, plain};
use crate::print::PrintJob;
use crate::scoring::{Derivation, ItemScore, ItemState, Source};
use crate::template::{Award, Form, FundsRate, GroupEntry, Indicator, Measure, Rate, Row, Template};
use rust_decimal::Decimal;
use serde::Serialize;

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
pub(in crate::print) fn levels(template: &Template) -> Vec<String> {
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

/// A group of the table.
#[derive(Serialize, Debug, PartialEq, Eq)]
pub(in crate::print) struct GroupData {
    pub(in crate::print) name: String,
    pub(in crate::print) points: String,
    pub(in crate::print) level: usize,
    /// The first and the last of its rows, from 0; none of a group without rows.
    pub(in crate::print) rows: Option<(usize, usize)>,
}

/// Each group of the template.
pub(in crate::print) fn groups(template: &Template) -> Vec<GroupData> {
    let groups = template.outline().groups();
    let mut spans: Vec<Option<(usize, usize)>> = vec![None; groups.len()];
    for (row, line) in lines(template).into_iter().enumerate() {
        for group in ancestry(template, line) {
            spans[group] = Some((spans[group].map_or(row, |(first, _)| first), row));
        }
    }
    let group = |(group, span): (&GroupEntry, Option<(usize, usize)>)| GroupData {
        name: group.name.to_string(),
        points: plain(group.points),
        level: group.depth,
        rows: span,
    };
    groups.iter().zip(spans).map(group).collect()
}

pub(in crate::print) fn rows<'a>(job: &PrintJob<'a>) -> Vec<RowData<'a>> {
    let indicators: Vec<&Indicator> = job.template.indicators().collect();
    let row = |line: Line| {
        let groups = ancestry(job.template, line);
        match line {
            Line::Indicator(position) => {
                let (indicator, item) = (indicators.get(position)?, job.card.items.get(position)?);
                Some(row(job, indicator, item, groups))
            }
            Line::Blank(_) => Some(RowData { groups, state: "blank", ..RowData::default() }),
        }
    };
    lines(job.template).into_iter().filter_map(row).collect()
}

/// A row: all numbers are text, words that nobody wrote are empty.
/// A row to be filled in by hand, or later, has little more than its groups.
#[derive(Default, Serialize)]
pub(in crate::print) struct RowData<'a> {
    /// Positions of the groups around it, outermost first.
    pub(in crate::print) groups: Vec<usize>,
    pub(in crate::print) id: &'a str,
    pub(in crate::print) name: &'a str,
    pub(in crate::print) path: String,
    pub(in crate::print) points: String,
    /// 年度指标值 and 实际完成值.
    pub(in crate::print) target: Option<String>,
    pub(in crate::print) actual: Option<String>,
    pub(in crate::print) in_funds: bool,
    pub(in crate::print) state: &'static str,
    pub(in crate::print) score: Option<String>,
    pub(in crate::print) computed: Option<String>,
    pub(in crate::print) deduction: Option<String>,
    pub(in crate::print) struck: bool,
    /// What left nothing of it.
    pub(in crate::print) struck_by: Option<String>,
    pub(in crate::print) struck_from: Option<String>,
    pub(in crate::print) answers: Option<String>,
    pub(in crate::print) deducted: bool,
    pub(in crate::print) override_reason: Option<&'a str>,
    pub(in crate::print) not_applicable: Option<String>,
    pub(in crate::print) derivation: String,
    pub(in crate::print) reason: &'a str,
    pub(in crate::print) remark: &'a str,
    pub(in crate::print) evidence_note: &'a str,
    /// 附件 numbers.
    pub(in crate::print) attachments: Vec<String>,
    pub(in crate::print) criterion: &'a str,
    pub(in crate::print) standard: &'a str,
}

/// 预算执行率 of a 自评表, which stands in the funds table and not among the indicators.
fn is_in_funds(template: &Template, indicator: &Indicator, groups: &[usize]) -> bool {
    let by_funds = matches!(
        indicator.rule.award,
        Award::Rate(Rate { measure: Measure::Funds(FundsRate::Execution), .. })
    );
    template.sheet.form == Form::SelfEvaluation && groups.is_empty() && by_funds
}

fn row<'a>(
    job: &PrintJob<'a>,
    indicator: &'a Indicator,
    item: &'a ItemScore,
    groups: Vec<usize>,
) -> RowData<'a> {
    let points = |points: Option<Decimal>| points.map(|points| fixed(points, job.card.item_decimals));
    let attachments = job.card.attachments_of(&indicator.id);
    let not_applicable = match &item.state {
        ItemState::NotApplicable { reason } => Some(reason.text(LANG)),
        ItemState::Unscored(_)
        | ItemState::NoInformation
        | ItemState::Scored
        | ItemState::Compared { .. } => None,
    };
    let empty = ItemEntry::default();
    let entry = job.evaluation.item(&indicator.id);
    let (target, actual) = values(indicator, entry.unwrap_or(&empty), item);
    let words = |of: fn(&ItemEntry) -> &String| entry.map(of).map(String::as_str).unwrap_or_default();
    RowData {
        in_funds: is_in_funds(job.template, indicator, &groups),
        groups,
        id: &indicator.id,
        name: &indicator.name,
        path: job.template.path_of(&indicator.id),
        points: plain(indicator.points),
        target,
        actual,
        state: item.state.name(),
        score: points(item.score),
        computed: points(item.computed),
        deduction: item
            .shown_deduction(job.card.item_decimals)
            .map(|points| shortfall(points, job.card.item_decimals)),
        struck: item.unstruck.is_some(),
        struck_by: struck_by(item),
        struck_from: points(item.unstruck.as_ref().and_then(|was| was.score)),
        answers: answers(&item.derivation),
        deducted: item.deduction.is_some_and(|points| !points.is_zero()),
        override_reason: item.override_reason.as_deref(),
        not_applicable,
        derivation: item.derivation.text(LANG, item.score, job.card.item_decimals),
        reason: words(|entry| &entry.reason),
        remark: words(|entry| &entry.remark),
        evidence_note: words(|entry| &entry.evidence_note),
        attachments: attachments.map(|attachment| attachment.number.to_string()).collect(),
        criterion: &indicator.criterion,
        standard: &indicator.standard,
    }
}

fn struck_by(item: &ItemScore) -> Option<String> {
    match &item.derivation {
        Derivation::Vetoed { label, .. } => item.unstruck.as_ref().map(|_| label.text(LANG)),
        _ => None,
    }
}

/// 有效问卷 n: the size of the sample, where a survey was counted.
fn answers(derivation: &Derivation) -> Option<String> {
    match source_of(derivation)? {
        Source::Survey { answers, .. } => Some(plain(*answers)),
        _ => None,
    }
}
