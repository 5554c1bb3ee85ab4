//! Groups from their children, from the deepest level up.

use super::strikes::{Strikes, effects, struck_group};
use crate::scoring::card::{Cause, CauseKind, GroupScore, ItemScore, ItemState, Naming, Progress, Worth};
use crate::scoring::combine::{self, Children};
use crate::template::{GroupEntry, Label, Template};
use rust_decimal::Decimal;

/// Groups as they were, and which of them have to be worked out anew.
pub(super) struct Before {
    groups: Vec<GroupScore>,
    anew: Vec<bool>,
}

impl Before {
    /// What the indicators at `positions` change: the groups around them.
    pub(super) fn of(template: &Template, groups: Vec<GroupScore>, positions: &[usize]) -> Self {
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

/// All groups, the children of the sheet itself, and the points that no indicator is set for yet.
pub(super) fn groups(
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
    let mut limit = |worth: &mut Worth, kind, label: Naming, to: Decimal| {
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
        limit(&mut worth, CauseKind::Limit, Naming::Cap(cap), cap);
    }
    if let Some(cap) = entry.cap {
        at_most(&mut worth, cap);
    }
    if let Some(floor) = entry.floor.filter(|floor| total(&worth) < *floor) {
        let label = if floor.is_zero() { Naming::Floor } else { Naming::Least(floor) };
        limit(&mut worth, CauseKind::Limit, label, floor);
    }
    if let Some((label, cap)) = strikes.veto_cap().filter(|(_, cap)| total(&worth) > *cap) {
        limit(&mut worth, CauseKind::Veto, Naming::Given(label), cap);
        at_most(&mut worth, cap);
    }
    worth.most = worth.most.max(worth.score);
    if let Some(label) = zeroed {
        limit(&mut worth, CauseKind::Veto, label.into(), Decimal::ZERO);
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

/// What is missing to the points that apply and are settled, so that points − excluded − pending − deductions + bonus
/// = score.
pub(super) fn deductions(points: Decimal, worth: Worth, score: Decimal, pending: Decimal) -> Decimal {
    worth.applies.min(points).saturating_sub(pending).saturating_add(worth.bonus).saturating_sub(score)
}

/// What an indicator is worth to its group.
pub(in crate::scoring) fn worth(item: &ItemScore) -> Worth {
    let score = item.score.unwrap_or_default();
    let most = if is_pending(item) { item.points } else { score };
    let counts = applies(item) || item.score.is_some();
    let applies = if counts { item.points } else { Decimal::ZERO };
    let bonus = score.saturating_sub(item.points).max(Decimal::ZERO);
    Worth { score, most, applies, adjust: Decimal::ZERO, bonus }
}

fn applies(item: &ItemScore) -> bool {
    !matches!(item.state, ItemState::NotApplicable { .. })
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

    pub(super) fn count(&mut self, state: &ItemState) {
        self.all += 1;
        *match state {
            ItemState::Unscored(_) => &mut self.unscored,
            ItemState::NoInformation => &mut self.no_information,
            ItemState::NotApplicable { .. } => &mut self.not_applicable,
            ItemState::Scored | ItemState::Compared { .. } => &mut self.scored,
        } += 1;
    }
}
