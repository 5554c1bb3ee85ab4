//! With how many decimals points are shown.

use super::groups::worth;
use crate::number::exact::rounded;
use crate::number::round;
use crate::scoring::card::{Cause, GroupScore, ItemScore, Scaling};
use crate::scoring::combine;
use crate::scoring::earned::WORKING_DECIMALS;
use crate::template::{Order, Template};
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
    let sheet = Sheet { template, items, groups, top, columns: columns(template, items, groups) };
    let decimals = (least..WORKING_DECIMALS).find(|decimals| sheet.holds(*decimals));
    let decimals = decimals.unwrap_or(WORKING_DECIMALS);
    (decimals, decimals)
}

/// What is added up.
#[derive(Clone, Default)]
struct Column {
    scores: Vec<Decimal>,
    /// Σ of the points that apply.
    applies: Decimal,
}

/// By parent: groups in the order of the sheet, then the sheet itself.
fn columns(template: &Template, items: &[ItemScore], groups: &[GroupScore]) -> Vec<Column> {
    let outline = template.outline();
    let mut columns = vec![Column::default(); groups.len() + 1];
    let items = items.iter().zip(outline.leaves());
    let items = items.map(|(item, leaf)| (leaf.group, item.score, worth(item).applies));
    let of_groups = groups.iter().zip(outline.groups());
    let of_groups = of_groups.map(|(group, entry)| (entry.parent, Some(group.score), group.worth.applies));
    for (parent, score, applies) in items.chain(of_groups) {
        let column = &mut columns[parent.unwrap_or(groups.len())];
        column.scores.extend(score);
        column.applies = column.applies.saturating_add(applies);
    }
    columns
}

fn sum(values: impl Iterator<Item = Decimal>, decimals: u32) -> Decimal {
    values.fold(Decimal::ZERO, |sum, value| sum.saturating_add(round(value, decimals)))
}

fn taken(causes: &[Cause], decimals: u32) -> Decimal {
    sum(causes.iter().map(|cause| cause.points), decimals)
}

struct Sheet<'a> {
    template: &'a Template,
    items: &'a [ItemScore],
    groups: &'a [GroupScore],
    top: &'a Top<'a>,
    columns: Vec<Column>,
}

impl Sheet<'_> {
    fn holds(&self, decimals: u32) -> bool {
        self.rows_hold(decimals)
            && self.groups_hold(decimals)
            && self.total_holds(decimals)
            && !self.has_tie(decimals)
    }

    /// 分值 − Σ 扣分 = 得分
    fn rows_hold(&self, decimals: u32) -> bool {
        self.items.iter().all(|item| {
            item.score.is_none_or(|score| {
                item.points.saturating_sub(taken(&item.causes, decimals)) == round(score, decimals)
            })
        })
    }

    /// Σ 得分 of the children − what strikes the group = 得分, where nothing is weighed or scaled.
    fn groups_hold(&self, decimals: u32) -> bool {
        let entries = self.template.outline().groups();
        let mut groups = self.groups.iter().zip(entries).zip(&self.columns);
        groups.all(|((group, entry), column)| {
            let applies = column.applies.saturating_add(group.unfilled);
            !combine::is_sum(&entry.combine)
                || combine::is_rescaled(self.template, applies, group.points)
                || sum(column.scores.iter().copied(), decimals).saturating_sub(taken(&group.causes, decimals))
                    == round(group.score, decimals)
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
        let Some(column) = self.columns.last() else { return true };
        let is_added = combine::is_sum(&self.template.combine)
            && !combine::is_rescaled(self.template, column.applies, self.template.points);
        if !is_added {
            return true;
        }
        let added = sum(column.scores.iter().copied(), decimals);
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
