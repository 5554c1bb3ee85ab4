//! Points and weights that the evaluation sets for itself still add up (C64, C71).

use super::{CheckId, Finding, Severity};
use crate::number::{percent, plain};
use crate::template::{Combine, Group, Node, Template};
use crate::text::Message;
use rust_decimal::Decimal;

/// Nothing for a template that leaves nothing to set: it was checked when it was read.
pub(super) fn findings(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    if template.adjustable || is_open(&template.nodes) {
        parent(&template.title, template.points, &template.combine, &template.nodes, &mut findings);
        groups(&template.nodes, &mut findings);
    }
    findings
}

fn is_open(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Group(group) => group.open.is_some() || is_open(&group.children),
        Node::Indicator(_) => false,
    })
}

fn groups(nodes: &[Node], into: &mut Vec<Finding>) {
    for node in nodes {
        if let Node::Group(Group { name, points, combine, children, .. }) = node {
            parent(name, *points, combine, children, into);
            groups(children, into);
        }
    }
}

fn parent(name: &str, points: Decimal, combine: &Combine, children: &[Node], into: &mut Vec<Finding>) {
    let mut report = |id, key, stated: String, sum: String| {
        let message = Message::new(key).with("name", name).with("stated", stated).with("sum", sum);
        into.push(Finding::of_sheet(id, Severity::Error, message));
    };
    let sum = |of: fn(&Node) -> Decimal| {
        children.iter().fold(Decimal::ZERO, |sum, child| sum.saturating_add(of(child)))
    };
    match combine {
        Combine::Sum => {
            let sum = sum(Node::points);
            if sum != points {
                report(CheckId::C64, "check-points-sum", plain(points), plain(sum));
            }
        }
        Combine::Weighted => {
            let sum = sum(|child| child.weight().unwrap_or_default());
            if sum != Decimal::ONE {
                report(CheckId::C71, "check-weights-sum", percent(Decimal::ONE), percent(sum));
            }
        }
        _ => {}
    }
}
