//! 小计 and 合计 of scores and deductions, as the table states them and as its own numbers add up.

use super::item::{Audited, points};
use crate::import::{FilledIn, FilledRow};
use crate::template::{Combine, Group, Label, Node, Template};
use rust_decimal::Decimal;

/// A sum that the table's own numbers do not come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sum {
    /// Name of the group; `None` for the total.
    pub group: Option<Label>,
    /// As the sheet shows it, from 1.
    pub row: usize,
    /// Of which column.
    pub of: SumOf,
    /// What the table states, in points.
    pub stated: Decimal,
    /// What the numbers below it come to as the table has them, in points.
    pub sum: Decimal,
}

/// What is added up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SumOf {
    /// 得分
    Scores,
    /// 扣分, without sign.
    Deductions,
}

pub(super) fn compared(template: &Template, filled: &FilledIn, items: &[Audited]) -> Vec<Sum> {
    let mut sums = Vec::new();
    let mut groups: Vec<&Group> = template.nodes.iter().filter_map(group).collect();
    while let Some(group) = groups.pop() {
        groups.extend(group.children.iter().filter_map(self::group));
        let row =
            filled.nodes.iter().find(|filled| filled.node == group.id).and_then(|filled| filled.rows.first());
        if let Some(row) = row.filter(|_| group.combine == Combine::Sum) {
            let below = (stated_below(&group.children, items), deducted_below(&group.children, filled));
            compare(&mut sums, Some(&group.name), row, below);
        }
    }
    if let Some(row) = filled.total.as_ref().filter(|_| template.combine == Combine::Sum) {
        let below = (stated_below(&template.nodes, items), deducted_below(&template.nodes, filled));
        compare(&mut sums, None, row, below);
    }
    sums.sort_by_key(|sum| sum.row);
    sums
}

fn group(node: &Node) -> Option<&Group> {
    match node {
        Node::Group(group) => Some(group),
        Node::Indicator(_) => None,
    }
}

/// `scored` and `deducted` are what stands below, each `None` where nothing does.
fn compare(
    sums: &mut Vec<Sum>,
    group: Option<&Label>,
    row: &FilledRow,
    (scored, deducted): (Option<Decimal>, Option<Decimal>),
) {
    let score = points(&row.score).zip(scored);
    let deduction = points(&row.deduction).map(|stated| stated.abs()).zip(deducted);
    for (of, pair) in [(SumOf::Scores, score), (SumOf::Deductions, deduction)] {
        if let Some((stated, sum)) = pair.filter(|(stated, sum)| stated != sum) {
            sums.push(Sum { group: group.cloned(), row: row.number, of, stated, sum });
        }
    }
}

/// What the deductions below come to as the table has them; `None` where there is none at all.
fn deducted_below(nodes: &[Node], filled: &FilledIn) -> Option<Decimal> {
    let below = nodes.iter().filter_map(|node| match node {
        Node::Group(group) => deducted_below(&group.children, filled),
        Node::Indicator(indicator) => {
            let rows = &filled.nodes.iter().find(|filled| filled.node == indicator.id)?.rows;
            let deducted = rows.iter().filter_map(|row| Some(points(&row.deduction)?.abs()));
            deducted.reduce(Decimal::saturating_add)
        }
    });
    below.reduce(Decimal::saturating_add)
}

/// What the scores below come to; `None` where there is none at all.
fn stated_below(nodes: &[Node], items: &[Audited]) -> Option<Decimal> {
    let below = nodes.iter().filter_map(|node| match node {
        Node::Group(group) => stated_below(&group.children, items),
        Node::Indicator(indicator) => items.iter().find(|item| item.item == indicator.id)?.stated,
    });
    below.reduce(Decimal::saturating_add)
}
