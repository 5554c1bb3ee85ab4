//! The order of a template's tree, worked out once so that nobody searches it.

use super::id::{Id, Label};
use super::node::{Node, indicators};
use super::references::References;
use super::rule::Combine;
use rust_decimal::Decimal;
use std::collections::HashMap;

/// An indicator's place in the tree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leaf {
    /// Of the indicator.
    pub id: Id,
    /// Child numbers from the top level down.
    pub path: Vec<usize>,
    /// Number of the innermost group in [`Outline::groups`]; `None` at the top level.
    pub group: Option<usize>,
    /// 权重, a share.
    pub weight: Option<Decimal>,
}

/// A group, in the order of the sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupEntry {
    /// Of the group.
    pub id: Id,
    /// 指标名称
    pub name: Label,
    /// 分值, in points.
    pub points: Decimal,
    /// 0 at the top level.
    pub depth: usize,
    /// Number of the group around it; `None` at the top level.
    pub parent: Option<usize>,
    /// 权重, a share.
    pub weight: Option<Decimal>,
    /// How its children become its score.
    pub combine: Combine,
    /// Highest score, in points.
    pub cap: Option<Decimal>,
    /// Lowest score, in points.
    pub floor: Option<Decimal>,
    /// Indicators of an evaluation's own can be added to it or to a group within it.
    pub open: bool,
}

/// A line of the sheet: numbers into [`Outline::groups`] or [`Outline::leaves`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Row {
    /// Number of the group.
    Group(usize),
    /// Position of the indicator.
    Indicator(usize),
}

/// Indicators and groups as lists, by position and by id. Positions and numbers count from 0.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outline {
    leaves: Vec<Leaf>,
    groups: Vec<GroupEntry>,
    rows: Vec<Row>,
    /// Positions of the leaves, sorted by id: lets a scan of a sorted map meet the tree without look-ups.
    by_id: Vec<usize>,
    /// Positions of the indicators whose rules have effects.
    with_effects: Vec<usize>,
    positions: HashMap<Id, usize>,
    references: References,
}

impl Outline {
    pub(super) fn of(nodes: &[Node]) -> Self {
        let mut outline = Self::default();
        outline.visit(nodes, None, &mut Vec::new());
        outline.by_id = (0..outline.leaves.len()).collect();
        outline.by_id.sort_by(|&a, &b| outline.leaves[a].id.cmp(&outline.leaves[b].id));
        outline.positions =
            outline.leaves.iter().enumerate().map(|(position, leaf)| (leaf.id.clone(), position)).collect();
        let references = References::of(indicators(nodes).into_iter(), |id| outline.position(id));
        outline.references = references;
        outline
    }

    fn visit(&mut self, nodes: &[Node], parent: Option<usize>, path: &mut Vec<usize>) {
        for (number, node) in nodes.iter().enumerate() {
            path.push(number);
            match node {
                Node::Group(group) => {
                    let index = self.groups.len();
                    let (id, name, points) = (group.id.clone(), group.name.clone(), group.points);
                    let (weight, combine) = (group.weight, group.combine.clone());
                    let (cap, floor, depth) = (group.cap, group.floor, path.len() - 1);
                    let open = group.is_open();
                    let entry =
                        GroupEntry { id, name, points, depth, parent, weight, combine, cap, floor, open };
                    self.groups.push(entry);
                    self.rows.push(Row::Group(index));
                    self.visit(&group.children, Some(index), path);
                }
                Node::Indicator(indicator) => {
                    let position = self.leaves.len();
                    self.rows.push(Row::Indicator(position));
                    if !indicator.rule.effects.is_empty() {
                        self.with_effects.push(position);
                    }
                    let (id, weight) = (indicator.id.clone(), indicator.weight);
                    self.leaves.push(Leaf { id, path: path.clone(), group: parent, weight });
                }
            }
            path.pop();
        }
    }

    /// Number of indicators.
    pub fn len(&self) -> usize {
        self.leaves.len()
    }

    /// No indicator at all.
    pub fn is_empty(&self) -> bool {
        self.leaves.is_empty()
    }

    /// The indicator at this position in the order of the sheet.
    pub fn leaf(&self, position: usize) -> Option<&Leaf> {
        self.leaves.get(position)
    }

    /// Indicators in the order of the sheet.
    pub fn leaves(&self) -> &[Leaf] {
        &self.leaves
    }

    /// Groups in the order of the sheet, parents before their children.
    pub fn groups(&self) -> &[GroupEntry] {
        &self.groups
    }

    /// Groups and indicators as they stand on the sheet.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Position of an indicator in the order of the sheet.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// The group called `id`, as its number in [`Outline::groups`].
    pub fn group_position(&self, id: &str) -> Option<usize> {
        self.groups.iter().position(|group| *group.id == *id)
    }

    /// Positions of the indicators whose rules reach beyond themselves.
    pub fn with_effects(&self) -> &[usize] {
        &self.with_effects
    }

    /// Which indicators take numbers from others.
    pub fn references(&self) -> &References {
        &self.references
    }

    /// Positions of the indicators in the order of their ids.
    pub fn sorted_by_id(&self) -> &[usize] {
        &self.by_id
    }

    /// The group and those around it, innermost first.
    pub fn ancestry(&self, group: Option<usize>) -> impl Iterator<Item = usize> {
        std::iter::successors(group, |&index| self.groups.get(index).and_then(|entry| entry.parent))
    }
}
