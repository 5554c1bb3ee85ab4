//! Copies of what stands in the tree.

use super::ids::{Taken, fresh_name};
use super::{Node, Template};

/// A copy with new ids throughout, whose name tells it from the original. Ids of parts stay: they belong to their
/// indicator.
pub(super) fn copy_of(template: &Template, node: &Node) -> Node {
    let mut copy = node.clone();
    let siblings = template.slot_of(node.id()).and_then(|slot| template.children(slot.parent.as_deref()));
    let name = fresh_name(node.name(), siblings.unwrap_or_default());
    match &mut copy {
        Node::Group(group) => group.name = name,
        Node::Indicator(indicator) => indicator.name = name,
    }
    let mut taken = Taken::of(template);
    give_new_ids(&mut copy, &mut taken);
    copy
}

fn give_new_ids(node: &mut Node, taken: &mut Taken) {
    match node {
        Node::Group(group) => {
            group.id = taken.next_after(&group.id);
            group.children.iter_mut().for_each(|child| give_new_ids(child, taken));
        }
        Node::Indicator(indicator) => indicator.id = taken.next_after(&indicator.id),
    }
}
