//! Places in the tree of a template.

use super::{Group, Id, Node, Template, TemplateEditError};

/// How deep groups may stand in one another: more than any sheet prints, and a file that every reader takes.
pub(super) const MOST_LEVELS: usize = 8;

/// A place among the children of a group, or at the top level.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// The group; `None` is the top level.
    pub parent: Option<Id>,
    /// Number of siblings that stand before it, what is moved counted as it stands before the move.
    pub at: usize,
}

impl Slot {
    /// The place right below this one.
    #[must_use]
    pub fn below(self) -> Self {
        Self { at: self.at.saturating_add(1), ..self }
    }
}

impl Template {
    /// The group or indicator of that id, at any depth.
    pub fn node(&self, id: &str) -> Option<&Node> {
        find(&self.nodes, id)
    }

    /// Groups and indicators of a group, or of the top level.
    pub fn children(&self, parent: Option<&str>) -> Option<&[Node]> {
        match parent {
            None => Some(&self.nodes),
            Some(id) => match self.node(id)? {
                Node::Group(group) => Some(&group.children),
                Node::Indicator(_) => None,
            },
        }
    }

    /// Where a group or an indicator stands.
    pub fn slot_of(&self, id: &str) -> Option<Slot> {
        slot_in(&self.nodes, None, id)
    }

    /// One place up or down among its siblings.
    pub fn neighbouring_slot(&self, id: &str, down: bool) -> Option<Slot> {
        let Slot { parent, at } = self.slot_of(id)?;
        let siblings = self.children(parent.as_deref())?.len();
        let to = if down { at.checked_add(2).filter(|to| *to <= siblings)? } else { at.checked_sub(1)? };
        Some(Slot { parent, at: to })
    }

    /// At the end of the group right above it.
    pub fn inner_slot(&self, id: &str) -> Option<Slot> {
        let Slot { parent, at } = self.slot_of(id)?;
        match self.children(parent.as_deref())?.get(at.checked_sub(1)?)? {
            Node::Group(group) => Some(Slot { parent: Some(group.id.clone()), at: group.children.len() }),
            Node::Indicator(_) => None,
        }
    }

    /// Right below the group that it stands in.
    pub fn outer_slot(&self, id: &str) -> Option<Slot> {
        let Slot { parent, .. } = self.slot_of(id)?;
        Some(self.slot_of(&parent?)?.below())
    }
}

fn find<'t>(nodes: &'t [Node], id: &str) -> Option<&'t Node> {
    nodes.iter().find_map(|node| match node {
        _ if **node.id() == *id => Some(node),
        Node::Group(group) => find(&group.children, id),
        Node::Indicator(_) => None,
    })
}

fn slot_in(nodes: &[Node], parent: Option<&Id>, id: &str) -> Option<Slot> {
    nodes.iter().enumerate().find_map(|(at, node)| match node {
        _ if **node.id() == *id => Some(Slot { parent: parent.cloned(), at }),
        Node::Group(group) => slot_in(&group.children, Some(&group.id), id),
        Node::Indicator(_) => None,
    })
}

pub(super) fn find_mut<'t>(nodes: &'t mut [Node], id: &str) -> Option<&'t mut Node> {
    for node in nodes {
        if **node.id() == *id {
            return Some(node);
        }
        if let Node::Group(group) = node
            && let Some(found) = find_mut(&mut group.children, id)
        {
            return Some(found);
        }
    }
    None
}

/// The list that holds the children of `parent`.
pub(super) fn list_mut<'t>(
    nodes: &'t mut Vec<Node>,
    parent: Option<&Id>,
) -> Result<&'t mut Vec<Node>, TemplateEditError> {
    let Some(parent) = parent else { return Ok(nodes) };
    match find_mut(nodes, parent) {
        Some(Node::Group(Group { children, .. })) => Ok(children),
        Some(Node::Indicator(_)) => Err(TemplateEditError::NotAGroup(parent.clone())),
        None => Err(TemplateEditError::NoSuchNode(parent.clone())),
    }
}

/// Levels of a tree: 1 for an indicator.
pub(super) fn levels(nodes: &[Node]) -> usize {
    let of = |node: &Node| match node {
        Node::Group(group) => levels(&group.children).saturating_add(1),
        Node::Indicator(_) => 1,
    };
    nodes.iter().map(of).max().unwrap_or(0)
}

/// All ids of groups and indicators, in the order of the sheet.
pub(super) fn ids(nodes: &[Node]) -> Vec<&Id> {
    let mut all = Vec::new();
    for node in nodes {
        all.push(node.id());
        if let Node::Group(group) = node {
            all.extend(ids(&group.children));
        }
    }
    all
}
