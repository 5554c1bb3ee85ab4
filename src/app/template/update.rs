//! Carrying out what views and keyboard ask for. Nothing else changes an open template.

use super::state::{Action, Context, Shift, TemplateWorkspace, name_field};
use crate::app::Command;
use crate::app::request::Next;
use crate::app::session::{AnyWorkspace, OpenDocument};
use crate::app::shared::Shared;
use crate::history::Pushed;
use crate::template::{Id as NodeId, Node, Slot, TemplateEdit};
use crate::text::{Explain as _, Message, tr};

impl TemplateWorkspace {
    /// Carries an action out.
    pub fn update(&mut self, action: Action, context: &mut Context<'_>) {
        let shared = &mut *context.shared;
        match action {
            Action::Request(request) => context.send(request),
            Action::Command(Command::Undo) => self.step(true, shared),
            Action::Command(Command::Redo) => self.step(false, shared),
            // The session's own, or those of an evaluation.
            Action::Command(_) => {}
            Action::Edit { edit, typed } => self.edit(&edit, typed, shared),
            Action::Seal => self.draft.seal(),
            Action::Select(node) => self.select(node),
            Action::AddGroup => self.add_node(true, shared),
            Action::AddIndicator => self.add_node(false, shared),
            Action::Duplicate => {
                let selected = self.draft.selected.as_ref();
                let edit = selected.and_then(|node| TemplateEdit::duplicate(self.draft.template(), node));
                if let Some(edit) = edit {
                    self.add_and_select(&edit, shared);
                }
            }
            Action::Remove => self.remove_node(shared),
            Action::Shift(shift) => self.shift_node(shift, shared),
            Action::Use if self.draft.errors() > 0 => shared.problem(Message::new("te-use-errors")),
            Action::Use => context.leave(Next::New(self.draft.template().clone())),
        }
    }

    fn edit(&mut self, edit: &TemplateEdit, typed: Option<String>, shared: &mut Shared) {
        match self.draft.apply(edit, typed) {
            Ok(pushed) => {
                if pushed != Pushed::Nothing {
                    self.draft.record(&shared.places);
                }
                shared.notice = None;
            }
            Err(error) => shared.problem(error.message()),
        }
    }

    fn select(&mut self, node: Option<NodeId>) {
        self.ui.settle();
        self.ui.fields.focus = None;
        self.ui.fields.typed_ahead = false;
        self.draft.seal();
        self.draft.selected = node;
        self.ui.reveal = true;
    }

    /// A new group stands below the selected group, a new indicator within it; beside a selected indicator both do.
    fn add_node(&mut self, group: bool, shared: &mut Shared) {
        let draft = &self.draft;
        let template = draft.template();
        let end = Slot { parent: None, at: template.nodes.len() };
        let below = |id: &NodeId| template.slot_of(id).map(Slot::below);
        let to = match draft.selected_node() {
            None => None,
            Some(Node::Group(selected)) if !group => {
                Some(Slot { parent: Some(selected.id.clone()), at: selected.children.len() })
            }
            Some(node) => below(node.id()),
        };
        let to = to.unwrap_or(end);
        let (edit, name) = match group {
            true => (TemplateEdit::add_group(template, "", to), "te-new-group"),
            false => (TemplateEdit::add_indicator(template, "", to), "te-new-indicator"),
        };
        let edit = named(edit, &tr(shared.lang(), name));
        self.add_and_select(&edit, shared);
    }

    fn add_and_select(&mut self, edit: &TemplateEdit, shared: &mut Shared) {
        self.edit(edit, None, shared);
        let Some(added) = edit.node().filter(|id| self.draft.template().node(id).is_some()) else { return };
        self.select(Some(added.clone()));
        // The name is what is typed next.
        self.ui.fields.focus = Some(name_field(added));
        self.ui.select_all = true;
    }

    fn remove_node(&mut self, shared: &mut Shared) {
        let draft = &self.draft;
        let Some(node) = draft.selected.clone() else { return };
        let slot = draft.template().slot_of(&node);
        self.edit(&TemplateEdit::Remove { node }, None, shared);
        let draft = &self.draft;
        // On to what stands there now, else to what it stood in.
        let next = slot.and_then(|slot| {
            let siblings = draft.template().children(slot.parent.as_deref())?;
            let next = siblings.get(slot.at).or(siblings.last()).map(|node| node.id().clone());
            next.or(slot.parent)
        });
        self.select(next);
    }

    fn shift_node(&mut self, shift: Shift, shared: &mut Shared) {
        let draft = &mut self.draft;
        let Some(node) = draft.selected.clone() else { return };
        let template = draft.template();
        let to = match shift {
            Shift::Up => template.neighbouring_slot(&node, false),
            Shift::Down => template.neighbouring_slot(&node, true),
            Shift::In => template.inner_slot(&node),
            Shift::Out => template.outer_slot(&node),
        };
        match to {
            Some(to) => {
                draft.seal();
                self.edit(&TemplateEdit::Move { node, to }, None, shared);
                self.ui.reveal = true;
            }
            None => shared.notice(Message::new("te-no-way")),
        }
    }

    /// Takes a step back, or forth again.
    fn step(&mut self, back: bool, shared: &mut Shared) {
        let draft = &mut self.draft;
        let label = if back { draft.undo_label() } else { draft.redo_label() }.cloned();
        let done = if back { draft.undo() } else { draft.redo() };
        if done {
            draft.record(&shared.places);
        }
        self.ui.settle();
        if done {
            let what = label.map(|label| label.text(shared.lang())).unwrap_or_default();
            shared.notice(Message::new(if back { "undone" } else { "redone" }).with("what", what));
        }
    }
}

impl AnyWorkspace for TemplateWorkspace {
    fn open(&self) -> Option<&dyn OpenDocument> {
        Some(&self.draft)
    }

    fn open_mut(&mut self) -> Option<&mut dyn OpenDocument> {
        Some(&mut self.draft)
    }

    fn refused(&self) -> usize {
        self.ui.drafts.values().filter(|draft| draft.refused.is_some()).count()
    }
}

/// Its id is counted, because the name that it begins with is nobody's.
fn named(edit: TemplateEdit, name: &str) -> TemplateEdit {
    let TemplateEdit::Add { mut node, to } = edit else { return edit };
    match &mut *node {
        Node::Group(group) => group.name = name.into(),
        Node::Indicator(indicator) => indicator.name = name.into(),
    }
    TemplateEdit::Add { node, to }
}
