//! Points split equally (平均分配).

use super::node::Node;
use super::rule::{Combine, EqualSplit, Remainder};
use crate::number::round;
use rust_decimal::Decimal;

/// Gives the children of every equal split their points (R20): P ÷ n rounded, and the rest to one of them.
pub(super) fn split_equally(points: Decimal, combine: &Combine, children: &mut [Node]) {
    if let Combine::EqualSplit(EqualSplit { decimals, remainder }) = combine {
        let count = Decimal::from(children.len());
        let each = points.checked_div(count).map(|each| round(each, *decimals)).unwrap_or_default();
        let rest = each.checked_mul(count).and_then(|sum| points.checked_sub(sum)).unwrap_or_default();
        let last = children.len().saturating_sub(1);
        let takes_rest = match remainder {
            Remainder::First => 0,
            Remainder::Last => last,
        };
        for (number, child) in children.iter_mut().enumerate() {
            let share = if number == takes_rest { each.saturating_add(rest) } else { each };
            match child {
                Node::Group(group) => group.points = share,
                Node::Indicator(indicator) => indicator.points = share,
            }
        }
    }
    for child in children {
        if let Node::Group(group) = child {
            split_equally(group.points, &group.combine, &mut group.children);
        }
    }
}
