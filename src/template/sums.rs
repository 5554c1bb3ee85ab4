//! What stands under a group adds up to what the group says (分值合计, 权重合计).

use super::model::Template;
use super::node::{Group, Node};
use super::rule::Combine;
use super::{Id, Label};
use rust_decimal::Decimal;

/// What is added up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Summed {
    /// 分值, in points.
    Points,
    /// 权重, shares.
    Weights,
}

/// What the children of a group come to, beside what they should.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sum {
    /// `None` is the sheet.
    pub group: Option<Id>,
    /// Of the group, or the title of the sheet.
    pub name: Label,
    /// Whether points or weights.
    pub of: Summed,
    /// What they should come to.
    pub stated: Decimal,
    /// What they come to.
    pub sum: Decimal,
}

impl Sum {
    /// Exactly, to the last decimal.
    pub fn adds_up(&self) -> bool {
        self.stated == self.sum
    }
}

impl Template {
    /// Indicators may be added to it, or points and weights set, by each evaluation for itself.
    pub fn is_tailorable(&self) -> bool {
        self.adjustable || self.outline().groups().iter().any(|group| group.open)
    }

    /// The sheet and every group whose children must add up to something, in the order of the sheet.
    pub fn sums(&self) -> Vec<Sum> {
        let mut sums = Vec::new();
        sums.extend(sum(None, &self.title, self.points, &self.combine, &self.nodes));
        of_groups(&self.nodes, &mut sums);
        sums
    }

    /// 分值合计: what the indicators come to where everything is added up. A group that is worked out in another way
    /// counts with its own points.
    pub fn points_given(&self) -> Decimal {
        given(self.points, &self.combine, &self.nodes)
    }
}

fn of_groups(nodes: &[Node], into: &mut Vec<Sum>) {
    for node in nodes {
        if let Node::Group(Group { id, name, points, combine, children, .. }) = node {
            into.extend(sum(Some(id), name, *points, combine, children));
            of_groups(children, into);
        }
    }
}

fn sum(
    group: Option<&Id>,
    name: &Label,
    points: Decimal,
    combine: &Combine,
    children: &[Node],
) -> Option<Sum> {
    let add = |of: fn(&Node) -> Decimal| children.iter().map(of).fold(Decimal::ZERO, Decimal::saturating_add);
    let (of, stated, sum) = match combine {
        Combine::Sum => (Summed::Points, points, add(Node::points)),
        Combine::Weighted => (Summed::Weights, Decimal::ONE, add(|child| child.weight().unwrap_or_default())),
        _ => return None,
    };
    Some(Sum { group: group.cloned(), name: name.clone(), of, stated, sum })
}

fn given(points: Decimal, combine: &Combine, children: &[Node]) -> Decimal {
    if *combine != Combine::Sum {
        return points;
    }
    let of = |node: &Node| match node {
        Node::Group(group) => given(group.points, &group.combine, &group.children),
        Node::Indicator(indicator) => indicator.points,
    };
    children.iter().map(of).fold(Decimal::ZERO, Decimal::saturating_add)
}
