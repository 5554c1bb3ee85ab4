//! 自设指标 of the open evaluation, and the groups that take them.

use crate::app::evaluation::document::Document;
use crate::evaluation::{Edit, OwnIndicator, TailorEdit};
use crate::template::{Group, Id as NodeId, Label, Node, OpenGroup};

impl Document {
    /// 自设指标 of that id.
    pub fn own(&self, id: &str) -> Option<&OwnIndicator> {
        self.evaluation().tailoring.own.iter().find(|own| *own.id == *id)
    }

    /// The node of that id in the template as the evaluation has it.
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.template.node(id)
    }

    /// What a group offers to those who add to it.
    pub fn open_group(&self, group: &str) -> Option<&OpenGroup> {
        match self.node(group) {
            Some(Node::Group(Group { open, .. })) => open.as_ref(),
            _ => None,
        }
    }

    /// Some group takes indicators of one's own.
    pub fn takes_own(&self) -> bool {
        self.template.outline().groups().iter().any(|group| group.open)
    }

    /// Name of the group that an indicator stands in; its own where it stands in none.
    pub fn group_name_of(&self, item: &str) -> Option<Label> {
        let outline = self.template.outline();
        let leaf = outline.leaf(outline.position(item)?)?;
        match leaf.group.and_then(|group| outline.groups().get(group)) {
            Some(group) => Some(group.name.clone()),
            None => self.node(item).map(|node| node.name().clone()),
        }
    }

    /// Position of an indicator of one's own among those of its group, and how many there are.
    pub fn place_among_own(&self, own: &OwnIndicator) -> (usize, usize) {
        let all = || self.evaluation().tailoring.own.iter().filter(|other| other.group == own.group);
        (all().position(|other| other.id == own.id).unwrap_or(0), all().count())
    }

    /// The open group that the selected indicator stands in.
    pub fn open_group_of(&self, item: &str) -> Option<NodeId> {
        let outline = self.template.outline();
        let leaf = outline.leaf(outline.position(item)?)?;
        let around = outline.ancestry(leaf.group).filter_map(|group| outline.groups().get(group));
        around.map(|group| group.id.clone()).find(|id| self.open_group(id).is_some())
    }

    /// The edit that moves an indicator of one's own one place up or down within its group.
    pub fn shift_own(&self, id: &NodeId, down: bool) -> Option<Edit> {
        let own = &self.evaluation().tailoring.own;
        let at = own.iter().position(|other| other.id == *id)?;
        let group = &own.get(at)?.group;
        let fits = |to: &usize| own.get(*to).is_some_and(|other| other.group == *group);
        let to = if down { (at + 1..own.len()).find(fits)? } else { (0..at).rev().find(fits)? };
        Some(Edit::Tailor(TailorEdit::MoveOwn { id: id.clone(), to }))
    }
}
