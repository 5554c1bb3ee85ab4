//! A template as one evaluation changes it: points, weights, indicators of its own.

use super::id::{Id, Label};
use super::model::Template;
use super::node::{Group, Indicator, Node};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// An indicator of an evaluation's own, as it is set into the tree.
#[derive(Clone, Copy, Debug)]
pub struct Own<'a> {
    /// Of no other indicator or group.
    pub id: &'a Id,
    /// The open group whose last child it becomes.
    pub group: &'a Id,
    /// 指标名称
    pub name: &'a Label,
    /// 分值, in points.
    pub points: Decimal,
    /// Which of the patterns of the group gives its rule.
    pub pattern: &'a Id,
    /// 计量单位; empty for none.
    pub unit: &'a Label,
}

impl Template {
    /// The template with other points and weights, and with indicators added to its open groups. What names no node
    /// or pattern of the template, or has an id that another node has, is left out: entries are kept by it.
    #[must_use]
    pub fn tailored<'a>(
        &self,
        points: &BTreeMap<Id, Decimal>,
        weights: &BTreeMap<Id, Decimal>,
        own: impl Iterator<Item = Own<'a>>,
    ) -> Self {
        let base = self.base.clone().unwrap_or_else(|| std::sync::Arc::new(self.clone()));
        let mut taken = BTreeSet::new();
        base.nodes.iter().for_each(|node| ids(node, &mut taken));
        let own: Vec<Own<'a>> = own.filter(|own| taken.insert(own.id.clone())).collect();
        let mut tailored = (*base).clone();
        tailored.nodes.iter_mut().for_each(|node| tailor(node, points, weights, own.iter().copied()));
        tailored.base = Some(base);
        tailored.outlined()
    }
}

fn ids(node: &Node, taken: &mut BTreeSet<Id>) {
    taken.insert(node.id().clone());
    if let Node::Group(group) = node {
        group.children.iter().for_each(|child| ids(child, taken));
    }
}

fn tailor<'a>(
    node: &mut Node,
    points: &BTreeMap<Id, Decimal>,
    weights: &BTreeMap<Id, Decimal>,
    own: impl Iterator<Item = Own<'a>> + Clone,
) {
    let (new_points, new_weight) = (points.get(node.id()).copied(), weights.get(node.id()).copied());
    match node {
        Node::Group(group) => {
            group.points = new_points.unwrap_or(group.points);
            group.weight = new_weight.or(group.weight);
            group.children.iter_mut().for_each(|child| tailor(child, points, weights, own.clone()));
            let added: Vec<Node> =
                own.filter(|own| *own.group == group.id).filter_map(|own| indicator(group, own)).collect();
            group.children.extend(added);
            if group.open.is_some() && group.points.is_zero() && new_points.is_none() {
                let sum = |sum: Decimal, child: &Node| sum.saturating_add(child.points());
                group.points = group.children.iter().fold(Decimal::ZERO, sum);
            }
        }
        Node::Indicator(indicator) => {
            indicator.points = new_points.unwrap_or(indicator.points);
            indicator.weight = new_weight.or(indicator.weight);
        }
    }
}

fn indicator(group: &Group, own: Own<'_>) -> Option<Node> {
    let pattern = group.open.as_ref()?.patterns.iter().find(|pattern| pattern.id == *own.pattern)?;
    Some(Node::Indicator(Indicator {
        id: own.id.clone(),
        name: own.name.clone(),
        points: own.points,
        weight: None,
        criterion: Label::from(""),
        standard: pattern.standard.clone(),
        unit: own.unit.clone(),
        rule: pattern.rule.clone(),
        evidence_expected: true,
        always_applies: false,
    }))
}
