//! The template that is being edited: its history, its problems, and the file it lives in.

use super::document::tick;
use crate::file::TemplateFile;
use crate::history::{History, Pushed};
use crate::template::{
    self, Id as NodeId, Node, Problem, Template, TemplateEdit, TemplateEditError, TemplateText,
};
use crate::text::Message;
use std::path::PathBuf;
use std::sync::Arc;

/// Steps that can be taken back. States of a template share little with each other.
const STEPS: usize = 300;

/// Where a template to edit comes from.
#[derive(Clone, Debug)]
pub enum TemplateSource {
    /// From nothing.
    New,
    /// A file, of one's own or somebody else's.
    File(PathBuf),
    /// A copy of one that must stay as it is: those that the program brings along.
    Copy(Arc<Template>),
    /// Made by something else, such as the import of a table: it is in no file yet.
    Made(Box<TemplateText>),
}

/// A place in the tree for the keyboard to move to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shift {
    Up,
    Down,
    /// Into the group above.
    In,
    /// Out of its group.
    Out,
}

/// What the template editor asks for.
#[derive(Clone, Debug)]
pub enum TemplateAction {
    /// `typed` is the field that is being typed into: further edits of it join the step.
    Edit {
        edit: Box<TemplateEdit>,
        typed: Option<String>,
    },
    /// The field was left: what is typed next is a step of its own.
    Seal,
    /// `None` is the template as a whole.
    Select(Option<NodeId>),
    AddGroup,
    AddIndicator,
    Duplicate,
    Remove,
    Shift(Shift),
    /// Begins an evaluation with the template as it stands.
    Use,
}

/// A template that is open for editing. It changes by [`TemplateEdit`]s alone.
pub struct Drafting {
    history: History<Template, String>,
    problems: Arc<Vec<Problem>>,
    pub header: String,
    pub path: Option<PathBuf>,
    /// SHA-256 of the file as last read or written.
    pub digest: Option<String>,
    /// The template as it stands in the file; `None` before the first save.
    saved: Option<Arc<Template>>,
    id: u64,
    revision: u64,
    /// The group or indicator whose fields are shown; `None` for the template as a whole.
    pub selected: Option<NodeId>,
    /// It began as something that can be had again: nothing at all, or a copy.
    is_given: bool,
    /// The user knows that what has errors is saved as a draft.
    pub told_of_draft: bool,
}

impl Drafting {
    /// A template that is in no file yet.
    pub fn unsaved(mut text: TemplateText) -> Self {
        // What a file states twice could neither be told apart nor mended.
        let _changed = template::distinct_ids(&mut text.template);
        let mut drafting = Self {
            history: History::keeping(STEPS, text.template),
            problems: Arc::default(),
            header: text.header,
            path: None,
            digest: None,
            saved: None,
            id: tick(),
            revision: tick(),
            selected: None,
            is_given: false,
            told_of_draft: false,
        };
        drafting.refresh();
        drafting
    }

    /// Nothing, or a copy: giving it up loses nothing.
    pub fn given(template: Template) -> Self {
        let text = TemplateText { template, header: String::new(), inner_comments: 0 };
        Self { is_given: true, ..Self::unsaved(text) }
    }

    pub fn of_file(file: TemplateFile) -> Self {
        let original = Arc::new(file.text.template.clone());
        let mut drafting = Self::unsaved(file.text);
        drafting.path = Some(file.path);
        drafting.digest = Some(file.digest);
        let unchanged = *original == **drafting.history.current();
        drafting.saved = Some(if unchanged { drafting.history.current().clone() } else { original });
        drafting
    }

    pub fn template(&self) -> &Arc<Template> {
        self.history.current()
    }

    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub fn errors(&self) -> usize {
        self.problems.iter().filter(|problem| problem.is_error()).count()
    }

    /// Problems of a group or an indicator, or of the template as a whole.
    pub fn problems_of<'d>(&'d self, node: Option<&'d NodeId>) -> impl Iterator<Item = &'d Problem> {
        self.problems.iter().filter(move |problem| problem.node.as_ref() == node)
    }

    pub fn id(&self) -> u64 {
        self.id
    }

    /// Changes with every change of the template, and nothing else ever has it.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What is selected, if it is a group or an indicator that is there.
    pub fn selected_node(&self) -> Option<&Node> {
        self.template().node(self.selected.as_ref()?)
    }

    /// # Errors
    /// Why the template refuses `edit`; nothing has changed then.
    pub fn apply(&mut self, edit: &TemplateEdit, typed: Option<String>) -> Result<Pushed, TemplateEditError> {
        let before = self.template().clone();
        let after = before.edited(edit)?;
        let pushed = self.history.push(edit.label(&before), typed, after);
        if pushed != Pushed::Nothing {
            self.refresh();
        }
        Ok(pushed)
    }

    pub fn seal(&mut self) {
        self.history.seal();
    }

    pub fn undo(&mut self) -> bool {
        let done = self.history.undo();
        self.refresh();
        done
    }

    pub fn redo(&mut self) -> bool {
        let done = self.history.redo();
        self.refresh();
        done
    }

    pub fn undo_label(&self) -> Option<&Message> {
        self.history.undo_label()
    }

    pub fn redo_label(&self) -> Option<&Message> {
        self.history.redo_label()
    }

    fn refresh(&mut self) {
        self.revision = tick();
        let template = self.history.current().clone();
        self.problems = Arc::new(template::check(&template));
        if self.selected_node().is_none() {
            self.selected = None;
        }
    }

    /// There are changes that no file has.
    pub fn is_dirty(&self) -> bool {
        match &self.saved {
            Some(saved) => !Arc::ptr_eq(saved, self.template()) && saved != self.template(),
            None => true,
        }
    }

    /// Nothing was done to it since it was opened: nothing can be lost.
    pub fn is_untouched(&self) -> bool {
        self.is_given && self.history.undo_label().is_none() && self.history.redo_label().is_none()
    }

    /// The file now holds `template`.
    pub fn mark_saved(&mut self, template: Arc<Template>) {
        self.history.seal();
        self.saved = Some(template);
    }

    pub fn title(&self) -> String {
        self.template().title.to_string()
    }
}
