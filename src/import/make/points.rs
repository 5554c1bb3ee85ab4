//! Points of several nodes.

use crate::template::Node;
use rust_decimal::Decimal;

pub(super) fn sum(nodes: &[Node]) -> Decimal {
    nodes.iter().fold(Decimal::ZERO, |sum, node| sum.saturating_add(node.points()))
}
