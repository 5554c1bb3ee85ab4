//! What the window does to change the template for one evaluation, beyond single edits: adding an indicator of
//! one's own (自设指标) and going to its name, asking before one with entries is removed, keeping the selection.

use crate::app::dialogs::Question;
use crate::app::evaluation::fields::Field;
use crate::app::{Action, App, Document, ViewKind};
use crate::evaluation::{Edit, OwnIndicator, TailorEdit, new_own_id};
use crate::template::{Group, Id as NodeId, Node, OpenGroup};
use crate::text::tr;
use rust_decimal::Decimal;

impl Document {
    pub fn own(&self, id: &str) -> Option<&OwnIndicator> {
        self.evaluation().tailoring.own.iter().find(|own| *own.id == *id)
    }

    /// The node of that id in the template as the evaluation has it.
    pub fn node(&self, id: &str) -> Option<&Node> {
        find(&self.template.nodes, id)
    }

    /// What a group offers to those who add to it.
    pub fn open_group(&self, group: &str) -> Option<&OpenGroup> {
        match self.node(group) {
            Some(Node::Group(Group { open, .. })) => open.as_ref(),
            _ => None,
        }
    }

    /// Position of an indicator of one's own among those of its group, and how many there are.
    pub fn place_among_own(&self, own: &OwnIndicator) -> (usize, usize) {
        let all = || self.evaluation().tailoring.own.iter().filter(|other| other.group == own.group);
        (all().position(|other| other.id == own.id).unwrap_or(0), all().count())
    }

    /// The open group that the selected indicator stands in.
    fn open_group_of(&self, item: &str) -> Option<NodeId> {
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

/// The group or indicator of that id, at any depth.
pub(in crate::app) fn find<'t>(nodes: &'t [Node], id: &str) -> Option<&'t Node> {
    nodes.iter().find_map(|node| match node {
        node if **node.id() == *id => Some(node),
        Node::Group(group) => find(&group.children, id),
        Node::Indicator(_) => None,
    })
}

impl App {
    /// Adds an indicator to an open group; its name is typed next.
    pub(in crate::app) fn add_own(&mut self, group: NodeId) {
        self.settle_drafts();
        let Some(document) = self.model.document() else { return };
        let Some(pattern) = document.open_group(&group).and_then(|open| open.patterns.first()) else {
            return;
        };
        let id = new_own_id(&document.template, document.evaluation());
        // Like the one above it, as most are.
        let above = document.evaluation().tailoring.own.iter().rev().find(|own| own.group == group);
        let own = OwnIndicator {
            id: id.clone(),
            name: tr(self.model.settings.lang, "own-new-name").into(),
            points: Decimal::ZERO,
            pattern: above.map_or_else(|| pattern.id.clone(), |own| own.pattern.clone()),
            unit: "".into(),
            group,
        };
        self.edit(&Edit::Tailor(TailorEdit::AddOwn(own)));
        if self.model.document().is_some_and(|document| document.own(&id).is_some()) {
            self.model.filter = None;
            self.model.search.clear();
            self.select(id.clone());
            self.local.ask_for(Field::OwnName(id));
        }
    }

    /// In the group of the selected indicator; where that takes none, the view with all groups.
    pub(in crate::app) fn add_own_here(&mut self) {
        let Some(document) = self.model.document() else { return };
        let group = self.model.selected.as_ref().and_then(|item| document.open_group_of(item));
        match group {
            Some(group) => self.add_own(group),
            None => self.show(ViewKind::Tailor),
        }
    }

    /// Removes an indicator of one's own; asks where that takes entries along.
    pub(in crate::app) fn remove_own(&mut self, id: NodeId) {
        self.settle_drafts();
        let Some(document) = self.model.document() else { return };
        let Some(own) = document.own(&id) else { return };
        let evaluation = document.evaluation();
        let entered =
            evaluation.item(&id).is_some() || evaluation.evidence.iter().any(|file| file.item == id);
        match entered {
            true => {
                let remove = Action::Edit(Edit::Tailor(TailorEdit::RemoveOwn { id }));
                let question = Question::new("remove-own", "button-remove", remove);
                self.ask(question.about(own.name.to_string()));
            }
            false => self.edit(&Edit::Tailor(TailorEdit::RemoveOwn { id })),
        }
    }

    /// Where the selected indicator stands, for [`App::keep_selection`].
    pub(in crate::app) fn selected_position(&self) -> Option<usize> {
        let document = self.model.document()?;
        document.template.outline().position(self.model.selected.as_ref()?)
    }

    /// The selected indicator may be gone, with what was being typed for it: the one in its place is selected.
    pub(in crate::app) fn keep_selection(&mut self, before: Option<usize>) {
        let Some(document) = self.model.document() else { return };
        let outline = document.template.outline();
        if self.model.selected.as_ref().is_some_and(|id| outline.position(id).is_some()) {
            return;
        }
        let at = before.unwrap_or(0).min(outline.len().saturating_sub(1));
        self.model.selected = outline.leaf(at).map(|leaf| leaf.id.clone());
        self.local.reveal = true;
    }
}
