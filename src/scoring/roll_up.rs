//! From the indicators up to the total and its grade.

use super::card::{Attachment, GroupScore, ItemScore, ItemState, NextGrade, Progress, Scaling, Scorecard};
use super::funds::{FundsSummary, summarise};
use super::{entries, item};
use crate::evaluation::Evaluation;
use crate::number::round;
use crate::template::{Award, Id, Indicator, Measure, NotApplicablePolicy, Template};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::sync::Arc;

pub(super) fn score(template: &Template, evaluation: &Evaluation) -> Scorecard {
    let funds = summarise(&evaluation.funds);
    let attachments = attachments(template, evaluation);
    let mut items: Vec<ItemScore> = entries(template, evaluation)
        .map(|(indicator, entry)| item::score(template, indicator, entry, &funds))
        .collect();
    count_evidence(template, &attachments, &mut items);
    rolled_up(template, items, funds, attachments)
}

/// Makes of `card`, which is that of `before`, the one of `after`: only what differs is scored anew.
pub(super) fn rescore(card: &mut Scorecard, template: &Template, before: &Evaluation, after: &Evaluation) {
    let mut items = std::mem::take(&mut card.items);
    let mut funds = std::mem::take(&mut card.funds);
    let mut attachments = std::mem::take(&mut card.attachments);
    let mut anew: Vec<usize> =
        changed(before, after).into_iter().filter_map(|id| template.outline().position(id)).collect();
    if !Arc::ptr_eq(&before.funds, &after.funds) {
        funds = summarise(&after.funds);
        let by_funds = |indicator: &Indicator| {
            matches!(&indicator.rule.award, Award::Rate { measure: Measure::Funds(_), .. })
        };
        let all = template.indicators().enumerate();
        anew.extend(all.filter(|(_, indicator)| by_funds(indicator)).map(|(position, _)| position));
    }
    for position in anew {
        let Some(indicator) = template.indicator_at(position) else { continue };
        let item = item::score(template, indicator, after.item(&indicator.id), &funds);
        items[position] = ItemScore { evidence: items[position].evidence, ..item };
    }
    if before.evidence != after.evidence {
        attachments = self::attachments(template, after);
        items.iter_mut().for_each(|item| item.evidence = 0);
        count_evidence(template, &attachments, &mut items);
    }
    *card = rolled_up(template, items, funds, attachments);
}

/// Indicators whose entries differ. Entries that are shared are the same, so hardly any is looked into.
fn changed<'e>(before: &'e Evaluation, after: &'e Evaluation) -> Vec<&'e Id> {
    let mut changed = Vec::new();
    let (mut old, mut new) = (before.items.iter().peekable(), after.items.iter().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return changed,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((a, _)), Some((b, _))) if Arc::ptr_eq(a, b) => Ordering::Equal,
            (Some((a, _)), Some((b, _))) => a.cmp(b),
        };
        let was = if order.is_le() { old.next() } else { None };
        let is = if order.is_ge() { new.next() } else { None };
        match (was, is) {
            (Some((_, was)), Some((_, is))) if Arc::ptr_eq(was, is) => {}
            (was, is) => changed.extend(was.or(is).map(|(id, _)| id)),
        }
    }
}

fn count_evidence(template: &Template, attachments: &[Attachment], items: &mut [ItemScore]) {
    for attachment in attachments {
        if let Some(position) = template.outline().position(&attachment.evidence.item) {
            items[position].evidence += 1;
        }
    }
}

/// What all indicators together come to.
#[derive(Default)]
struct Sums {
    score: Decimal,
    deductions: Decimal,
    pending: Decimal,
    /// Points of the indicators that do not apply.
    inapplicable: Decimal,
    progress: Progress,
    /// Some indicator applies, or counts although it does not.
    anything: bool,
    begun: bool,
}

impl Sums {
    fn of(items: &[ItemScore]) -> Self {
        let mut sums = Self::default();
        for item in items {
            sums.score = sums.score.saturating_add(item.score.unwrap_or_default());
            sums.deductions = sums.deductions.saturating_add(item.deduction.unwrap_or_default());
            let applies = !matches!(item.state, ItemState::NotApplicable { .. });
            if is_pending(item) {
                sums.pending = sums.pending.saturating_add(item.points);
            } else if !applies {
                sums.inapplicable = sums.inapplicable.saturating_add(item.points);
            }
            sums.progress.count(&item.state);
            sums.anything |= applies || item.score.is_some();
            sums.begun |= item.score.is_some();
        }
        sums
    }
}

fn rolled_up(
    template: &Template,
    items: Vec<ItemScore>,
    funds: FundsSummary,
    attachments: Vec<Attachment>,
) -> Scorecard {
    let groups = groups(template, &items);
    let sums = Sums::of(&items);
    let scaling = scaling(template, sums.inapplicable);
    let total_decimals = template.rounding.total_decimals;
    let total = round(scaled(sums.score, scaling), total_decimals);
    let most = scaled(sums.score.saturating_add(sums.pending), scaling);
    // A sheet on which nothing applies has no grade, rather than the worst. Nor has one that nobody has begun: 差
    // would be a judgement.
    let graded = sums.anything && sums.begun;
    Scorecard {
        points: template.points,
        sum: sums.score,
        total,
        deductions: sums.deductions,
        pending: sums.pending,
        scaling,
        provisional: sums.progress.settled() < sums.progress.all,
        grade: template.grade_of(total).filter(|_| graded).map(|grade| grade.name.clone()),
        next_grade: next_grade(template, total, most).filter(|_| sums.anything),
        progress: sums.progress,
        funds,
        attachments,
        items,
        groups,
        item_decimals: template.rounding.item_decimals,
        total_decimals,
    }
}

fn attachments(template: &Template, evaluation: &Evaluation) -> Vec<Attachment> {
    let mut files: Vec<_> = evaluation.evidence.iter().collect();
    // Stable: within an indicator the files stay in the order in which they were added.
    files.sort_by_key(|file| template.outline().position(&file.item).unwrap_or(usize::MAX));
    let numbered = files.into_iter().enumerate();
    numbered.map(|(index, file)| Attachment { number: index + 1, evidence: file.clone() }).collect()
}

fn groups(template: &Template, items: &[ItemScore]) -> Vec<GroupScore> {
    let outline = template.outline();
    let empty = |entry: &crate::template::GroupEntry| GroupScore {
        id: entry.id.clone(),
        name: entry.name.clone(),
        points: entry.points,
        score: Decimal::ZERO,
        deductions: Decimal::ZERO,
        pending: Decimal::ZERO,
        excluded: Decimal::ZERO,
        progress: Progress::default(),
    };
    let mut groups: Vec<GroupScore> = outline.groups().iter().map(empty).collect();
    for (item, leaf) in items.iter().zip(outline.leaves()) {
        let Some(group) = leaf.group.and_then(|index| groups.get_mut(index)) else { continue };
        group.score = group.score.saturating_add(item.score.unwrap_or_default());
        group.deductions = group.deductions.saturating_add(item.deduction.unwrap_or_default());
        match item.state {
            _ if is_pending(item) => group.pending = group.pending.saturating_add(item.points),
            ItemState::NotApplicable { .. } if item.score.is_none() => {
                group.excluded = group.excluded.saturating_add(item.points);
            }
            _ => {}
        }
        group.progress.count(&item.state);
    }
    // Parents stand before their children: from the last one up, each is complete when it is added.
    for (index, entry) in outline.groups().iter().enumerate().rev() {
        if let Some(parent) = entry.parent
            && let Ok([parent, group]) = groups.get_disjoint_mut([parent, index])
        {
            parent.score = parent.score.saturating_add(group.score);
            parent.deductions = parent.deductions.saturating_add(group.deductions);
            parent.pending = parent.pending.saturating_add(group.pending);
            parent.excluded = parent.excluded.saturating_add(group.excluded);
            parent.progress.add(group.progress);
        }
    }
    groups
}

fn is_pending(item: &ItemScore) -> bool {
    matches!(item.state, ItemState::Unscored(_) | ItemState::NoInformation)
}

impl Progress {
    fn add(&mut self, other: Self) {
        self.all += other.all;
        self.scored += other.scored;
        self.unscored += other.unscored;
        self.no_information += other.no_information;
        self.not_applicable += other.not_applicable;
    }

    fn count(&mut self, state: &ItemState) {
        self.all += 1;
        *match state {
            ItemState::Unscored(_) => &mut self.unscored,
            ItemState::NoInformation => &mut self.no_information,
            ItemState::NotApplicable { .. } => &mut self.not_applicable,
            ItemState::Scored => &mut self.scored,
        } += 1;
    }
}

fn scaling(template: &Template, inapplicable: Decimal) -> Option<Scaling> {
    if template.not_applicable != NotApplicablePolicy::Rescale || inapplicable.is_zero() {
        return None;
    }
    let applicable = template.points.saturating_sub(inapplicable);
    Some(Scaling { applicable, points: template.points })
}

/// 得分 ÷ 应得分 × 满分. Where nothing applies there is nothing to scale.
fn scaled(sum: Decimal, scaling: Option<Scaling>) -> Decimal {
    let Some(Scaling { applicable, points }) = scaling else {
        return sum;
    };
    sum.checked_mul(points).and_then(|product| product.checked_div(applicable)).unwrap_or(Decimal::ZERO)
}

fn next_grade(template: &Template, total: Decimal, most: Decimal) -> Option<NextGrade> {
    let above = template.grades.iter().rev().find(|grade| grade.from > total)?;
    let (name, distance) = (above.name.clone(), above.from.saturating_sub(total));
    Some(NextGrade { name, distance, reachable: most >= above.from })
}
