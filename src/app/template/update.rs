//! Editing templates: opening, changing and saving them, and the user's own ones on the start view.

use crate::app::session::OpenDocument as _;
use crate::app::session::close::Next;
use crate::app::system::jobs::{Done, Kind, Purpose};
use crate::app::template::draft::{Drafting, Shift, TemplateAction, TemplateSource};
use crate::app::template::name_field;
use crate::app::{App, Workspace};
use crate::file::{self, Draft};
use crate::history::Pushed;
use crate::template::{Id as NodeId, Node, Slot, Template, TemplateEdit};
use crate::text::{Explain as _, Message, tr};
use std::path::PathBuf;

impl App {
    /// Reads the user's folder of templates anew.
    pub(in crate::app) fn look_for_templates(&mut self) {
        let places = self.places.clone();
        self.jobs.start("own templates", Kind::Quiet, None, move || {
            Done::OwnTemplates(file::own_templates(&places))
        });
    }

    /// Begins to edit; whatever was open has been left.
    pub(in crate::app) fn open_for_editing(&mut self, source: TemplateSource) {
        let drafting = match source {
            TemplateSource::New => {
                let title = tr(self.model.settings.lang, "te-new-title");
                let mut template = Template::blank(&title);
                self.give_free_id(&mut template, "my-template");
                Drafting::given(template)
            }
            TemplateSource::Copy(original) => {
                let mut template = (*original).clone();
                let stem = format!("{}-own", original.id);
                self.give_free_id(&mut template, &stem);
                Drafting::given(template)
            }
            TemplateSource::Made(text) => Drafting::unsaved(*text),
            TemplateSource::File(path) => match file::read_template(&path) {
                Ok(file) => {
                    let comments = file.text.inner_comments;
                    let drafting = Drafting::of_file(file);
                    if comments > 0 {
                        self.tell(Message::new("te-comments").with("count", comments), None);
                    }
                    drafting
                }
                Err(error) => return self.tell(error.message(), error.cause()),
            },
        };
        self.show_template(drafting);
    }

    /// An id that none of the templates at hand has.
    pub(in crate::app) fn give_free_id(&self, template: &mut Template, stem: &str) {
        let own = self.model.own_templates.iter().filter_map(|own| own.file.as_ref().ok());
        let own = own.map(|file| file.text.template.id.to_string());
        let taken: Vec<String> =
            self.model.templates.iter().map(|template| template.id.to_string()).chain(own).collect();
        let mut names = std::iter::once(stem.to_owned()).chain((2_u32..).map(|n| format!("{stem}-{n}")));
        if let Some(free) = names.find(|name| !taken.contains(name)) {
            template.id = free.into();
        }
    }

    pub(in crate::app) fn template_action(&mut self, action: TemplateAction) {
        match action {
            TemplateAction::Edit { edit, typed } => self.edit_template(&edit, typed),
            TemplateAction::Seal => {
                if let Some(drafting) = self.model.drafting_mut() {
                    drafting.seal();
                }
            }
            TemplateAction::Select(node) => self.select_node(node),
            TemplateAction::AddGroup | TemplateAction::AddIndicator => {
                self.add_node(matches!(action, TemplateAction::AddGroup));
            }
            TemplateAction::Duplicate => {
                let edit = self.model.drafting().and_then(|drafting| {
                    TemplateEdit::duplicate(drafting.template(), drafting.selected.as_ref()?)
                });
                edit.into_iter().for_each(|edit| self.add_and_select(&edit));
            }
            TemplateAction::Remove => self.remove_node(),
            TemplateAction::Shift(shift) => self.shift_node(shift),
            TemplateAction::Use => {
                let template = self.model.drafting().filter(|drafting| drafting.errors() == 0);
                match template.map(|drafting| drafting.template().clone()) {
                    Some(template) => self.leave_for(Next::New(template)),
                    None => self.notice(Message::new("te-use-errors"), true),
                }
            }
        }
    }

    fn edit_template(&mut self, edit: &TemplateEdit, typed: Option<String>) {
        let Some(drafting) = self.model.drafting_mut() else { return };
        match drafting.apply(edit, typed) {
            Ok(pushed) => {
                if pushed != Pushed::Nothing {
                    drafting.record(&self.places);
                }
                self.model.notice = None;
            }
            Err(error) => self.notice(error.message(), true),
        }
    }

    pub(in crate::app) fn select_node(&mut self, node: Option<NodeId>) {
        self.local.template.settle();
        self.local.forget_asked();
        let Some(drafting) = self.model.drafting_mut() else { return };
        drafting.seal();
        drafting.selected = node;
        self.local.template.reveal = true;
    }

    /// A new group stands below the selected group, a new indicator within it; beside a selected indicator both do.
    fn add_node(&mut self, group: bool) {
        let Some(drafting) = self.model.drafting() else { return };
        let template = drafting.template();
        let end = Slot { parent: None, at: template.nodes.len() };
        let below = |id: &NodeId| template.slot_of(id).map(Slot::below);
        let to = match drafting.selected_node() {
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
        let edit = named(edit, &tr(self.model.settings.lang, name));
        self.add_and_select(&edit);
    }

    fn add_and_select(&mut self, edit: &TemplateEdit) {
        self.edit_template(edit, None);
        let added = edit.node().cloned();
        let there =
            |drafting: &Drafting| added.as_ref().is_some_and(|id| drafting.template().node(id).is_some());
        if self.model.drafting().is_some_and(there) {
            self.select_node(added.clone());
            // The name is what is typed next.
            self.local.focus = added.as_ref().map(name_field);
            self.local.template.select_all = true;
        }
    }

    fn remove_node(&mut self) {
        let Some(drafting) = self.model.drafting() else { return };
        let Some(node) = drafting.selected.clone() else { return };
        let slot = drafting.template().slot_of(&node);
        self.edit_template(&TemplateEdit::Remove { node }, None);
        let Some(drafting) = self.model.drafting() else { return };
        // On to what stands there now, else to what it stood in.
        let next = slot.and_then(|slot| {
            let siblings = drafting.template().children(slot.parent.as_deref())?;
            let next = siblings.get(slot.at).or(siblings.last()).map(|node| node.id().clone());
            next.or(slot.parent)
        });
        self.select_node(next);
    }

    fn shift_node(&mut self, shift: Shift) {
        let Some(drafting) = self.model.drafting_mut() else { return };
        let Some(node) = drafting.selected.clone() else { return };
        let template = drafting.template();
        let to = match shift {
            Shift::Up => template.neighbouring_slot(&node, false),
            Shift::Down => template.neighbouring_slot(&node, true),
            Shift::In => template.inner_slot(&node),
            Shift::Out => template.outer_slot(&node),
        };
        match to {
            Some(to) => {
                drafting.seal();
                self.edit_template(&TemplateEdit::Move { node, to }, None);
                self.local.template.reveal = true;
            }
            None => self.notice(Message::new("te-no-way"), false),
        }
    }

    /// `true` where there is a template to step in.
    pub(in crate::app) fn step_template(&mut self, back: bool) -> bool {
        let Some(drafting) = self.model.drafting_mut() else { return false };
        let label = if back { drafting.undo_label() } else { drafting.redo_label() }.cloned();
        let done = if back { drafting.undo() } else { drafting.redo() };
        if done {
            drafting.record(&self.places);
        }
        self.local.template.settle();
        if done {
            let what = label.map(|label| label.text(self.model.settings.lang)).unwrap_or_default();
            self.notice(Message::new(if back { "undone" } else { "redone" }).with("what", what), false);
        }
        true
    }

    /// Shows a template that a session left behind.
    pub(in crate::app) fn restore_template(&mut self, record: Draft) -> Result<(), Message> {
        let drafting = Drafting::of_record(record).map_err(|error| error.message())?;
        self.show_template(drafting);
        Ok(())
    }

    fn show_template(&mut self, mut drafting: Drafting) {
        if drafting.is_dirty() {
            drafting.record(&self.places);
            // What it comes from, an import or the record of another session, may go only when this is on the disk.
            // Where it cannot be written, the window says so for as long as that is so.
            drop(drafting.flush_record());
        }
        self.close_document();
        self.model.notice = None;
        self.model.workspace = Workspace::Template(Box::new(drafting));
        self.begin_recording();
    }

    /// The place for a template that is saved elsewhere, as the dialog suggests it.
    pub(in crate::app) fn suggested_template(&self) -> Option<PathBuf> {
        self.model.drafting()?.place(&self.places)
    }

    /// What 另存为 asks for.
    pub(in crate::app) fn purpose_of_saving(&self) -> Purpose {
        if self.model.drafting().is_some() { Purpose::SaveTemplateAs } else { Purpose::SaveAs }
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
