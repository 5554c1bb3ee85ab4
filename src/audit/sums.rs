//! 小计 and 合计 of the scores, as the table states them and as its own numbers add up.

use super::item::{Audited, points};
use crate::import::{FilledIn, FilledRow};
use crate::template::{Combine, Group, Label, Node, Template};
use rust_decimal::Decimal;

/// A sum of scores that the table's own scores do not come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sum {
    /// Name of the group; `None` for the total.
    pub group: Option<Label>,
    /// As the sheet shows it, from 1.
    pub row: usize,
    /// What the table states, in points.
    pub stated: Decimal,
    /// What the scores below it come to as the table has them, in points.
    pub sum: Decimal,
}

pub(super) fn compared(template: &Template, filled: &FilledIn, items: &[Audited]) -> Vec<Sum> {
    let mut sums = Vec::new();
    let mut groups: Vec<&Group> = template.nodes.iter().filter_map(group).collect();
    while let Some(group) = groups.pop() {
        groups.extend(group.children.iter().filter_map(self::group));
        let row =
            filled.nodes.iter().find(|filled| filled.node == group.id).and_then(|filled| filled.rows.first());
        if let Some(row) = row.filter(|_| group.combine == Combine::Sum) {
            compare(&mut sums, Some(&group.name), row, stated_below(&group.children, items));
        }
    }
    if let Some(row) = filled.total.as_ref().filter(|_| template.combine == Combine::Sum) {
        compare(&mut sums, None, row, stated_below(&template.nodes, items));
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

fn compare(sums: &mut Vec<Sum>, group: Option<&Label>, row: &FilledRow, sum: Option<Decimal>) {
    let Some((stated, sum)) = points(&row.score).zip(sum) else { return };
    if stated != sum {
        sums.push(Sum { group: group.cloned(), row: row.number, stated, sum });
    }
}

/// What the scores below come to; `None` where there is none at all.
fn stated_below(nodes: &[Node], items: &[Audited]) -> Option<Decimal> {
    let below = nodes.iter().filter_map(|node| match node {
        Node::Group(group) => stated_below(&group.children, items),
        Node::Indicator(indicator) => items.iter().find(|item| item.item == indicator.id)?.stated,
    });
    below.reduce(Decimal::saturating_add)
}
