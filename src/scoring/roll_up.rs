//! From the indicators up to the total and its grade.

use super::award::WORKING_DECIMALS;
use super::card::{
    Attachment, Cause, CauseKind, GroupScore, ItemScore, ItemState, NextGrade, Progress, Scaling, Scorecard,
};
use super::combine::{self, Children, Worth};
use super::effect::{Strike, Struck};
use super::funds::{FundsSummary, summarise};
use super::{entries, item};
use crate::evaluation::Evaluation;
use crate::number::exact::{Exact, exact, rounded};
use crate::template::{
    Alternatives, Award, Consequence, GradeBy, GroupEntry, Id, Indicator, Label, Measure,
    NotApplicablePolicy, Scope, Template, TotalCap,
};
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
    let zeroed = zeroed(template, &items);
    strike_items(template, &mut items, &zeroed);
    rolled_up(template, items, zeroed, funds, attachments, None)
}

/// Groups as they were, and which of them have to be worked out anew.
struct Before {
    groups: Vec<GroupScore>,
    anew: Vec<bool>,
}

impl Before {
    /// What the indicators at `positions` change: the groups around them.
    fn of(template: &Template, groups: Vec<GroupScore>, positions: &[usize]) -> Self {
        let outline = template.outline();
        let mut anew = vec![false; groups.len()];
        for leaf in positions.iter().filter_map(|position| outline.leaf(*position)) {
            for group in outline.ancestry(leaf.group) {
                anew[group] = true;
            }
        }
        Self { groups, anew }
    }
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
        let all = template.indicators().enumerate();
        anew.extend(all.filter(|(_, indicator)| by_funds(indicator)).map(|(position, _)| position));
    }
    for &position in &anew {
        let Some(indicator) = template.indicator_at(position) else { continue };
        let item = item::score(template, indicator, after.item(&indicator.id), &funds);
        items[position] = ItemScore { evidence: items[position].evidence, ..item };
    }
    let zeroed = zeroed(template, &items);
    let concerned = |position: &usize| {
        let group = template.outline().leaf(*position).and_then(|leaf| leaf.group);
        let mut around = template.outline().ancestry(group);
        around.any(|group| zeroed.iter().any(|(zeroed, _)| *zeroed == group))
    };
    if zeroed != card.zeroed || anew.iter().any(concerned) {
        strike_items(template, &mut items, &zeroed);
    }
    if before.evidence != after.evidence {
        attachments = self::attachments(template, after);
        items.iter_mut().for_each(|item| item.evidence = 0);
        count_evidence(template, &attachments, &mut items);
    }
    // An effect may reach any group.
    let reaching = |position: &usize| template.outline().with_effects().contains(position);
    let local = zeroed == card.zeroed && !anew.iter().any(reaching);
    let groups = std::mem::take(&mut card.groups);
    let before = local.then(|| Before::of(template, groups, &anew));
    *card = rolled_up(template, items, zeroed, funds, attachments, before);
}

/// Its score depends on the funds form.
fn by_funds(indicator: &Indicator) -> bool {
    fn uses(award: &Award) -> bool {
        match award {
            Award::Alternatives(Alternatives { options, .. }) => {
                options.iter().any(|option| uses(&option.award))
            }
            other => matches!(other.measure(), Some(Measure::Funds(_))),
        }
    }
    uses(&indicator.rule.award)
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

/// The group that an effect of the indicator at `position` strikes.
fn struck_group(template: &Template, position: usize, scope: &Scope) -> Option<usize> {
    let outline = template.outline();
    match scope {
        Scope::Group => outline.leaf(position)?.group,
        Scope::Node(id) => outline.group_position(id),
        Scope::Item | Scope::Sheet => None,
    }
}

/// Effects that happen, each with the position of the indicator that they come from.
fn effects<'c>(
    template: &'c Template,
    items: &'c [ItemScore],
) -> impl Iterator<Item = (usize, &'c Struck)> + use<'c> {
    let positions = template.outline().with_effects().iter();
    positions.flat_map(|&position| {
        let effects = items.get(position).map(|item| item.effects.as_slice()).unwrap_or_default();
        effects.iter().map(move |struck| (position, struck))
    })
}

/// Groups of which a veto leaves nothing (大项不得分).
fn zeroed(template: &Template, items: &[ItemScore]) -> Vec<(usize, Label)> {
    let zero = effects(template, items)
        .filter(|(_, struck)| struck.strike == Strike::Veto(Consequence::Zero))
        .filter_map(|(position, struck)| {
            Some((struck_group(template, position, &struck.scope)?, struck.label.clone()))
        });
    let mut zeroed: Vec<(usize, Label)> = zero.collect();
    zeroed.sort();
    zeroed.dedup();
    zeroed
}

/// Every indicator in a zeroed group scores 0; those that were struck before and are no longer get their own again.
fn strike_items(template: &Template, items: &mut [ItemScore], zeroed: &[(usize, Label)]) {
    for (item, leaf) in items.iter_mut().zip(template.outline().leaves()) {
        if let Some(own) = item.unstruck.take() {
            *item = ItemScore { evidence: item.evidence, ..*own };
        }
        let mut around = template.outline().ancestry(leaf.group);
        let veto = around.find_map(|group| zeroed.iter().find(|(zeroed, _)| *zeroed == group));
        if let Some((_, label)) = veto {
            let own = item.clone();
            item::veto(item, &format!("大项不得分：{label}").into(), None);
            if *item != own {
                item.unstruck = Some(Box::new(own));
            }
        }
    }
}

fn rolled_up(
    template: &Template,
    items: Vec<ItemScore>,
    zeroed: Vec<(usize, Label)>,
    funds: FundsSummary,
    attachments: Vec<Attachment>,
    before: Option<Before>,
) -> Scorecard {
    let mut progress = Progress::default();
    items.iter().for_each(|item| progress.count(&item.state));
    let (groups, mut top, mut unfilled) = groups(template, &items, &zeroed, before);
    if template.outline().groups().iter().any(|group| group.open) {
        unfilled = unfilled.saturating_add(top.await_own(&template.combine, template.points));
    }
    let sheet = Sheet::of(template, &items, &top);
    let root = top.combined(template, &template.combine, template.points);
    // A sheet on which nothing applies has no grade, rather than the worst. Nor has one that nobody has begun: 差
    // would be a judgement.
    let anything = root.applies > Decimal::ZERO;
    let begun = items.iter().any(|item| item.score.is_some());
    let (grade, grade_veto) = if anything { grade(template, &items, &sheet, begun) } else { (None, None) };
    let sum = root.score.saturating_add(root.adjust);
    let pending = root.most.saturating_sub(root.score);
    Scorecard {
        points: template.points,
        sum,
        total: sheet.total,
        deductions: deductions(template.points, root, sum, pending),
        bonus: root.bonus,
        causes: sheet.causes,
        pending,
        scaling: sheet.scaling,
        unfilled,
        provisional: progress.settled() < progress.all || !unfilled.is_zero(),
        grade,
        next_grade: next_grade(template, sheet.total, sheet.most)
            .filter(|_| anything && grade_veto.is_none()),
        grade_veto,
        progress,
        funds,
        attachments,
        items,
        groups,
        zeroed,
        item_decimals: template.rounding.item_decimals,
        total_decimals: template.rounding.total_decimals,
    }
}

/// What is missing to the points that apply and are settled, so that points − excluded − pending − deductions + bonus
/// = score.
fn deductions(points: Decimal, worth: Worth, score: Decimal, pending: Decimal) -> Decimal {
    worth.applies.min(points).saturating_sub(pending).saturating_add(worth.bonus).saturating_sub(score)
}

/// From the top level to the total: 折算, 追加扣除, 否决, 封顶, 四舍五入.
struct Sheet {
    total: Decimal,
    /// The total before rounding.
    exact: Exact,
    /// The total if everything pending earned full marks.
    most: Decimal,
    scaling: Option<Scaling>,
    causes: Vec<Cause>,
}

impl Sheet {
    fn of(template: &Template, items: &[ItemScore], top: &Children) -> Self {
        let root = top.sheet(template);
        let plain = |value: &Exact| rounded(value, WORKING_DECIMALS).unwrap_or_default();
        let scaling = scaling(template, plain(&root.applies), plain(&root.score));
        let strikes = Strikes::on_sheet(template, items);
        let mut causes = strikes.overflow_causes();
        let before = |score: &Exact| {
            let factor = match scaling {
                Some(Scaling { applicable, points, .. }) => combine::scaled(Decimal::ONE, points, applicable),
                None => exact(Decimal::ONE),
            };
            score * factor + exact(top.sum.adjust) - exact(strikes.overflow())
        };
        let ceiling = match template.cap {
            TotalCap::FullMarks => Some(template.points),
            TotalCap::At(cap) => Some(cap),
            TotalCap::Unlimited => None,
        };
        let decimals = template.rounding.total_decimals;
        let limited = |total: Exact| {
            let total = strikes.veto_cap().map_or(total.clone(), |(_, cap)| total.min(exact(cap)));
            let total = ceiling.map_or(total.clone(), |ceiling| total.min(exact(ceiling)));
            total.max(exact(Decimal::ZERO))
        };
        let (raw, exact_total) = (before(&root.score), limited(before(&root.score)));
        let total = rounded(&exact_total, decimals).unwrap_or_default();
        let lost = rounded(&(raw - &exact_total), decimals).unwrap_or_default();
        if !lost.is_zero() {
            let (kind, label) = match strikes.veto_cap() {
                Some((label, cap)) if exact(cap) >= exact_total => (CauseKind::Veto, label),
                _ if lost > Decimal::ZERO => (CauseKind::Limit, "封顶".into()),
                _ => (CauseKind::Limit, "扣完为止".into()),
            };
            causes.push(Cause { kind, label, points: lost });
        }
        let most = rounded(&limited(before(&root.most)), decimals).unwrap_or_default();
        Self { total, exact: exact_total, most, scaling, causes }
    }
}

/// What the effects do to one scope.
#[derive(Default)]
struct Strikes<'c> {
    overflows: Vec<(&'c Label, Decimal)>,
    /// The lowest cap; 0 for a veto that leaves nothing.
    caps: Vec<(&'c Label, Decimal)>,
}

impl<'c> Strikes<'c> {
    fn take(&mut self, struck: &'c Struck) {
        match &struck.strike {
            Strike::Overflow(points) => self.overflows.push((&struck.label, *points)),
            Strike::Veto(Consequence::Zero) => self.caps.push((&struck.label, Decimal::ZERO)),
            Strike::Veto(Consequence::Cap(cap)) => self.caps.push((&struck.label, *cap)),
            Strike::Veto(Consequence::Grade(_) | Consequence::GradeAtMost(_) | Consequence::Fail) => {}
        }
    }

    fn on_sheet(template: &'c Template, items: &'c [ItemScore]) -> Self {
        let mut strikes = Self::default();
        let all = effects(template, items).filter(|(_, struck)| struck.scope == Scope::Sheet);
        all.for_each(|(_, struck)| strikes.take(struck));
        strikes
    }

    fn overflow(&self) -> Decimal {
        self.overflows.iter().fold(Decimal::ZERO, |sum, (_, points)| sum.saturating_add(*points))
    }

    fn overflow_causes(&self) -> Vec<Cause> {
        let cause = |(label, points): &(&Label, Decimal)| Cause {
            kind: CauseKind::Overflow,
            label: (*label).clone(),
            points: *points,
        };
        self.overflows.iter().map(cause).collect()
    }

    fn veto_cap(&self) -> Option<(Label, Decimal)> {
        self.caps.iter().min_by_key(|(_, cap)| *cap).map(|(label, cap)| ((*label).clone(), *cap))
    }
}

/// The grade of the total, or what vetoes make of it, with the one that decided. `graded`: some indicator has a score.
fn grade(
    template: &Template,
    items: &[ItemScore],
    sheet: &Sheet,
    graded: bool,
) -> (Option<Label>, Option<Label>) {
    let position = |name: &Label| template.grades.iter().position(|grade| grade.name == *name);
    let mut forced: Option<(usize, &Label)> = None;
    let mut at_most: Option<(usize, &Label)> = None;
    for (_, struck) in effects(template, items).filter(|(_, struck)| struck.scope == Scope::Sheet) {
        let (into, position) = match &struck.strike {
            Strike::Veto(Consequence::Fail) => (&mut forced, template.grades.len().checked_sub(1)),
            Strike::Veto(Consequence::Grade(name)) => (&mut forced, position(name)),
            Strike::Veto(Consequence::GradeAtMost(name)) => (&mut at_most, position(name)),
            _ => continue,
        };
        // Grades stand best first: of several the last one holds.
        if let Some(position) = position.filter(|position| into.is_none_or(|(worst, _)| worst < *position)) {
            *into = Some((position, &struck.label));
        }
    }
    let earned = match template.grade_by {
        GradeBy::Printed => template.grades.iter().position(|grade| sheet.total >= grade.from),
        GradeBy::Exact => template.grades.iter().position(|grade| sheet.exact >= exact(grade.from)),
    };
    let given = forced.map(|(given, _)| given).or(earned.filter(|_| graded));
    let (grade, veto) = match (given, at_most) {
        (Some(given), Some((most, label))) if given < most => (Some(most), Some(label)),
        (given, _) => (given, forced.map(|(_, label)| label)),
    };
    let name = grade.and_then(|grade| template.grades.get(grade)).map(|grade| grade.name.clone());
    (name, veto.cloned())
}

fn applies(item: &ItemScore) -> bool {
    !matches!(item.state, ItemState::NotApplicable { .. })
}

/// What an indicator is worth to its group.
pub(super) fn worth(item: &ItemScore) -> Worth {
    let score = item.score.unwrap_or_default();
    let most = if is_pending(item) { item.points } else { score };
    let counts = applies(item) || item.score.is_some();
    let applies = if counts { item.points } else { Decimal::ZERO };
    let bonus = score.saturating_sub(item.points).max(Decimal::ZERO);
    Worth { score, most, applies, adjust: Decimal::ZERO, bonus }
}

fn attachments(template: &Template, evaluation: &Evaluation) -> Vec<Attachment> {
    let mut files: Vec<_> = evaluation.evidence.iter().collect();
    // Stable: within an indicator the files stay in the order in which they were added.
    files.sort_by_key(|file| template.outline().position(&file.item).unwrap_or(usize::MAX));
    let numbered = files.into_iter().enumerate();
    numbered.map(|(index, file)| Attachment { number: index + 1, evidence: file.clone() }).collect()
}

/// All groups, the children of the sheet itself, and the points that no indicator is set for yet.
fn groups(
    template: &Template,
    items: &[ItemScore],
    zeroed: &[(usize, Label)],
    before: Option<Before>,
) -> (Vec<GroupScore>, Children, Decimal) {
    let outline = template.outline();
    let entries = outline.groups();
    let mut children: Vec<Children> = vec![Children::default(); entries.len()];
    let mut progress: Vec<Progress> = vec![Progress::default(); entries.len()];
    let mut top = Children::default();
    let Before { groups: mut known, anew } =
        before.unwrap_or_else(|| Before { groups: Vec::new(), anew: vec![true; entries.len()] });
    for (item, leaf) in items.iter().zip(outline.leaves()) {
        if leaf.group.is_some_and(|group| !anew[group]) {
            continue;
        }
        let worth = worth(item);
        match leaf.group.and_then(|group| entries.get(group).map(|entry| (group, entry))) {
            Some((group, entry)) => {
                children[group].add(&entry.combine, item.points, leaf.weight, worth);
                progress[group].count(&item.state);
            }
            None => top.add(&template.combine, item.points, leaf.weight, worth),
        }
    }
    let mut strikes: Vec<Strikes<'_>> = entries.iter().map(|_| Strikes::default()).collect();
    for (position, struck) in effects(template, items) {
        if let Some(group) = struck_group(template, position, &struck.scope) {
            strikes[group].take(struck);
        }
    }
    // Parents stand before their children: from the last one up, each is complete when it is added.
    let mut groups = Vec::with_capacity(entries.len());
    let mut unfilled = Decimal::ZERO;
    for (index, entry) in entries.iter().enumerate().rev() {
        let group = match known.pop().filter(|_| !anew[index]) {
            Some(known) => known,
            None => {
                let mut own = std::mem::take(&mut children[index]);
                let lacking =
                    if entry.open { own.await_own(&entry.combine, entry.points) } else { Decimal::ZERO };
                let own = own.combined(template, &entry.combine, entry.points);
                let is_zeroed = zeroed.iter().find(|(group, _)| *group == index);
                let (worth, causes) =
                    struck(template, entry, own, &strikes[index], is_zeroed.map(|(_, label)| label));
                GroupScore { unfilled: lacking, ..group_score(entry, worth, causes, progress[index]) }
            }
        };
        unfilled = unfilled.saturating_add(group.unfilled);
        match entry.parent {
            Some(parent) if anew[parent] => {
                children[parent].add(&entries[parent].combine, entry.points, entry.weight, group.worth);
                progress[parent].add(group.progress);
            }
            Some(_) => {}
            None => top.add(&template.combine, entry.points, entry.weight, group.worth),
        }
        groups.push(group);
    }
    groups.reverse();
    (groups, top, unfilled)
}

/// 追加扣除, then the group's own cap and floor, then vetoes, then rounding.
fn struck(
    template: &Template,
    entry: &GroupEntry,
    own: Worth,
    strikes: &Strikes<'_>,
    zeroed: Option<&Label>,
) -> (Worth, Vec<Cause>) {
    let mut causes = strikes.overflow_causes();
    let mut worth = own;
    worth.adjust = worth.adjust.saturating_sub(strikes.overflow());
    let mut limit = |worth: &mut Worth, kind, label: Label, to: Decimal| {
        let lost = worth.score.saturating_add(worth.adjust).saturating_sub(to);
        if !lost.is_zero() {
            // Part of what is scaled and weighed: a group that may score 60 is worth 60, whatever its weight.
            worth.score = worth.score.saturating_sub(lost);
            causes.push(Cause { kind, label, points: lost });
        }
    };
    let at_most =
        |worth: &mut Worth, cap: Decimal| worth.most = worth.most.min(cap.saturating_sub(worth.adjust));
    let total = |worth: &Worth| worth.score.saturating_add(worth.adjust);
    if let Some(cap) = entry.cap.filter(|cap| total(&worth) > *cap) {
        limit(&mut worth, CauseKind::Limit, "封顶".into(), cap);
    }
    if let Some(cap) = entry.cap {
        at_most(&mut worth, cap);
    }
    if let Some(floor) = entry.floor.filter(|floor| total(&worth) < *floor) {
        limit(&mut worth, CauseKind::Limit, "扣完为止".into(), floor);
    }
    if let Some((label, cap)) = strikes.veto_cap().filter(|(_, cap)| total(&worth) > *cap) {
        limit(&mut worth, CauseKind::Veto, label, cap);
        at_most(&mut worth, cap);
    }
    worth.most = worth.most.max(worth.score);
    if let Some(label) = zeroed {
        limit(&mut worth, CauseKind::Veto, label.clone(), Decimal::ZERO);
        worth = Worth {
            score: Decimal::ZERO,
            most: Decimal::ZERO,
            adjust: Decimal::ZERO,
            bonus: Decimal::ZERO,
            ..worth
        };
    }
    let kept = |value| combine::kept_decimal(template, value);
    let rounded =
        Worth { score: kept(worth.score), most: kept(worth.most), adjust: kept(worth.adjust), ..worth };
    (rounded, causes)
}

fn group_score(entry: &GroupEntry, worth: Worth, causes: Vec<Cause>, progress: Progress) -> GroupScore {
    let score = worth.score.saturating_add(worth.adjust);
    let pending = worth.most.saturating_sub(worth.score);
    GroupScore {
        id: entry.id.clone(),
        name: entry.name.clone(),
        points: entry.points,
        score,
        deductions: deductions(entry.points, worth, score, pending),
        pending,
        bonus: worth.bonus,
        causes,
        adjust: worth.adjust,
        excluded: entry.points.saturating_sub(worth.applies).max(Decimal::ZERO),
        progress,
        worth,
        unfilled: Decimal::ZERO,
    }
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
            ItemState::Scored | ItemState::Compared { .. } => &mut self.scored,
        } += 1;
    }
}

fn scaling(template: &Template, applicable: Decimal, sum: Decimal) -> Option<Scaling> {
    let rescaled =
        template.not_applicable == NotApplicablePolicy::Rescale && combine::is_sum(&template.combine);
    let partly = applicable < template.points;
    (rescaled && partly).then_some(Scaling { applicable, points: template.points, sum })
}

fn next_grade(template: &Template, total: Decimal, most: Decimal) -> Option<NextGrade> {
    let above = template.grades.iter().rev().find(|grade| grade.from > total)?;
    let (name, distance) = (above.name.clone(), above.from.saturating_sub(total));
    Some(NextGrade { name, distance, reachable: most >= above.from })
}
