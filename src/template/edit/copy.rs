//! Copies of what stands in the tree.

use super::ids::{Taken, fresh_name};
use super::{Id, Node, Template};
use std::collections::HashMap;

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
    let mut new = HashMap::new();
    give_new_ids(&mut copy, &mut taken, &mut new);
    lead_within(&mut copy, &new);
    copy
}

fn give_new_ids(node: &mut Node, taken: &mut Taken, new: &mut HashMap<Id, Id>) {
    let id = match node {
        Node::Group(group) => &mut group.id,
        Node::Indicator(indicator) => &mut indicator.id,
    };
    let next = taken.next_after(id);
    new.insert(std::mem::replace(id, next.clone()), next);
    if let Node::Group(group) = node {
        group.children.iter_mut().for_each(|child| give_new_ids(child, taken, new));
    }
}

/// A copied indicator takes its number from what was copied with it.
fn lead_within(node: &mut Node, new: &HashMap<Id, Id>) {
    match node {
        Node::Group(group) => group.children.iter_mut().for_each(|child| lead_within(child, new)),
        Node::Indicator(indicator) => {
            for other in indicator.rule.others_mut() {
                if let Some(id) = new.get(&other.indicator) {
                    other.indicator = id.clone();
                }
            }
        }
    }
}
