//! With how many decimals points are shown.

use super::groups::worth;
use crate::number::exact::rounded;
use crate::number::round;
use crate::scoring::card::{Cause, GroupScore, ItemScore, Scaling};
use crate::scoring::combine;
use crate::scoring::earned::WORKING_DECIMALS;
use crate::template::{NotApplicablePolicy, Order, Template};
use rust_decimal::Decimal;

/// What the top level comes to.
pub(super) struct Top<'a> {
    /// Σ of the top level, before scaling.
    pub sum: Decimal,
    pub scaling: Option<Scaling>,
    pub causes: &'a [Cause],
    pub total: Decimal,
}

/// Decimals of indicators, and of groups. As the template says; where only the total is rounded, as many more as
/// make every row and every column come out as a reader adds what is shown.
pub(super) fn shown(
    template: &Template,
    items: &[ItemScore],
    groups: &[GroupScore],
    top: &Top<'_>,
) -> (u32, u32) {
    let rounding = &template.rounding;
    if rounding.order == Order::RoundThenAdd {
        return (rounding.item_decimals, combine::group_decimals(template));
    }
    let least = rounding.item_decimals;
    let sheet = Sheet { template, items, groups, top, columns: Columns::of(template, items, groups) };
    let decimals = (least..WORKING_DECIMALS).find(|decimals| sheet.holds(*decimals));
    let decimals = decimals.unwrap_or(WORKING_DECIMALS);
    (decimals, decimals)
}

/// What is added up, by parent: groups in the order of the sheet, then the sheet itself.
struct Columns {
    /// One parent's after the other's.
    scores: Vec<Decimal>,
    /// Where those of each parent end.
    ends: Vec<usize>,
    /// Σ of the points that apply, by parent; only where what does not apply is scaled away within its group.
    applies: Vec<Decimal>,
}

impl Columns {
    fn of(template: &Template, items: &[ItemScore], groups: &[GroupScore]) -> Self {
        let outline = template.outline();
        let sheet = groups.len();
        let scored = || {
            let of_items = items.iter().zip(outline.leaves());
            let of_items = of_items.filter_map(|(item, leaf)| Some((leaf.group, item.score?)));
            let of_groups = groups.iter().zip(outline.groups());
            let of_groups = of_groups.map(|(group, entry)| (entry.parent, group.score));
            of_items.chain(of_groups).map(|(parent, score)| (parent.unwrap_or(sheet), score))
        };
        // Counted first, so that all stand in one piece of memory.
        let mut ends = vec![0; sheet + 1];
        scored().for_each(|(parent, _)| ends[parent] += 1);
        let mut begin = 0;
        for end in &mut ends {
            begin += std::mem::replace(end, begin);
        }
        let mut scores = vec![Decimal::ZERO; begin];
        for (parent, score) in scored() {
            scores[ends[parent]] = score;
            ends[parent] += 1;
        }
        let mut applies = Vec::new();
        if template.not_applicable == NotApplicablePolicy::RescaleInGroup {
            applies.resize(sheet + 1, Decimal::ZERO);
            let of_items = items.iter().zip(outline.leaves());
            let of_items = of_items.map(|(item, leaf)| (leaf.group, worth(item).applies));
            let of_groups = groups.iter().zip(outline.groups());
            let of_groups = of_groups.map(|(group, entry)| (entry.parent, group.worth.applies));
            for (parent, points) in of_items.chain(of_groups) {
                let sum: &mut Decimal = &mut applies[parent.unwrap_or(sheet)];
                *sum = sum.saturating_add(points);
            }
        }
        Self { scores, ends, applies }
    }

    /// The sum of a parent as a reader comes to it.
    fn sum(&self, parent: usize, decimals: u32) -> Decimal {
        let begin = parent.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let scores = self.ends.get(parent).and_then(|end| self.scores.get(begin..*end));
        sum(scores.unwrap_or_default().iter().copied(), decimals)
    }

    /// Points that apply, of a parent that is scaled where not all of its `points` do.
    fn applies(&self, parent: usize, points: Decimal) -> Decimal {
        self.applies.get(parent).copied().unwrap_or(points)
    }
}

/// Rounded; most have no more decimals, and need no work.
fn cut(value: Decimal, decimals: u32) -> Decimal {
    if value.scale() <= decimals { value } else { round(value, decimals) }
}

fn sum(values: impl Iterator<Item = Decimal>, decimals: u32) -> Decimal {
    values.fold(Decimal::ZERO, |sum, value| sum.saturating_add(cut(value, decimals)))
}

fn taken(causes: &[Cause], decimals: u32) -> Decimal {
    sum(causes.iter().map(|cause| cause.points), decimals)
}

struct Sheet<'a> {
    template: &'a Template,
    items: &'a [ItemScore],
    groups: &'a [GroupScore],
    top: &'a Top<'a>,
    columns: Columns,
}

impl Sheet<'_> {
    fn holds(&self, decimals: u32) -> bool {
        // The rows last: they are the most, and hardly ever fail.
        self.groups_hold(decimals)
            && self.total_holds(decimals)
            && !self.has_tie(decimals)
            && self.rows_hold(decimals)
    }

    /// 分值 − Σ 扣分 = 得分
    fn rows_hold(&self, decimals: u32) -> bool {
        self.items.iter().all(|item| {
            // It adds up as it is; only what is rounded may not.
            let is_whole = |points: Decimal| points.scale() <= decimals;
            item.score.is_none_or(|score| {
                is_whole(score) && item.causes.iter().all(|cause| is_whole(cause.points))
                    || item.points.saturating_sub(taken(&item.causes, decimals)) == cut(score, decimals)
            })
        })
    }

    /// Σ 得分 of the children − what strikes the group = 得分, where nothing is weighed or scaled.
    fn groups_hold(&self, decimals: u32) -> bool {
        let entries = self.template.outline().groups();
        let mut groups = self.groups.iter().zip(entries).enumerate();
        groups.all(|(at, (group, entry))| {
            let applies = self.columns.applies(at, group.points).saturating_add(group.unfilled);
            !combine::is_sum(&entry.combine)
                || combine::is_rescaled(self.template, applies, group.points)
                || self.columns.sum(at, decimals).saturating_sub(taken(&group.causes, decimals))
                    == cut(group.score, decimals)
        })
    }

    /// What is weighed ends in a tie, or next to one: a reader of fewer digits may round it the other way.
    fn has_tie(&self, decimals: u32) -> bool {
        let near = Decimal::new(1, WORKING_DECIMALS.saturating_sub(2));
        let is_tie = |score: Decimal| {
            let half = Decimal::new(5, decimals + 1);
            score
                .abs()
                .saturating_sub(half)
                .saturating_sub(round(score.abs().saturating_sub(half), decimals))
                .abs()
                <= near
                && round(score, decimals) != score
        };
        let entries = self.template.outline().groups();
        let weighed = self.groups.iter().zip(entries).filter(|(_, entry)| !combine::is_sum(&entry.combine));
        weighed.map(|(group, _)| group.score).chain([self.top.sum]).any(is_tie)
    }

    /// The top level comes to its sum, and that to the total.
    fn total_holds(&self, decimals: u32) -> bool {
        let points = self.template.points;
        let applies = self.columns.applies(self.groups.len(), points);
        let is_added =
            combine::is_sum(&self.template.combine) && !combine::is_rescaled(self.template, applies, points);
        if !is_added {
            return true;
        }
        let added = self.columns.sum(self.groups.len(), decimals);
        let total_decimals = self.template.rounding.total_decimals;
        let total = match self.top.scaling {
            None => Some(added),
            Some(Scaling { applicable, points, apart, .. }) => {
                let scaled = rounded(&combine::scaled(added, points, applicable), WORKING_DECIMALS);
                scaled.map(|scaled| scaled.saturating_add(apart))
            }
        };
        let left = |total: Decimal| total.saturating_sub(taken(self.top.causes, total_decimals));
        added == round(self.top.sum, decimals)
            && total.is_some_and(|total| round(left(total), total_decimals) == self.top.total)
    }
}
