//! The template that is being edited: its history, its problems, and the file it lives in.

use crate::app::session::{FileState, OpenDocument, OpenFile, WriteFile};
use crate::app::system::file_prompt::FileKind;
use crate::file::{self, Draft, DraftKind, DraftStart, Places, SaveTemplate, Saved, TemplateFile};
use crate::history::{History, Pushed};
use crate::template::{
    self, Id as NodeId, Node, Problem, Template, TemplateEdit, TemplateEditError, TemplateText,
};
use crate::text::Message;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Steps that can be taken back. States of a template share little with each other.
const STEPS: usize = 300;

/// A template that is open for editing. It changes by [`TemplateEdit`]s alone.
pub struct TemplateDraft {
    file: OpenFile<Template, String>,
    problems: Arc<Vec<Problem>>,
    /// Comments above the template in its file, as they are.
    pub header: String,
    /// The group or indicator whose fields are shown; `None` for the template as a whole.
    pub selected: Option<NodeId>,
    /// The user knows that what has errors is saved as a draft.
    knows_of_errors: bool,
    /// Changes since it was opened or saved.
    changes: usize,
}

impl TemplateDraft {
    /// A template that is in no file yet, and nowhere else.
    pub fn unsaved(text: TemplateText) -> Self {
        Self::of(text, OpenFile::unsaved)
    }

    /// Nothing, or a copy: giving it up loses nothing.
    pub fn given(template: Template) -> Self {
        let text = TemplateText { template, header: String::new(), inner_comments: 0 };
        Self::of(text, OpenFile::given)
    }

    fn of(
        mut text: TemplateText,
        open: impl FnOnce(History<Template, String>) -> OpenFile<Template, String>,
    ) -> Self {
        // What a file states twice could neither be told apart nor mended.
        let _changed = template::distinct_ids(&mut text.template);
        let mut draft = Self {
            file: open(History::keeping(STEPS, text.template)),
            problems: Arc::default(),
            header: text.header,
            selected: None,
            knows_of_errors: false,
            changes: 0,
        };
        draft.refresh();
        draft
    }

    /// A template that lives in a file.
    pub fn of_file(file: TemplateFile) -> Self {
        let original = Arc::new(file.text.template.clone());
        let mut draft = Self::of(file.text, OpenFile::unsaved);
        draft.file = draft.file.at(Some(file.path), Some(file.digest));
        let unchanged = *original == **draft.template();
        draft.file.mark_saved(if unchanged { draft.template().clone() } else { original });
        draft
    }

    /// What a session left behind.
    ///
    /// # Errors
    /// Text that is no template.
    pub fn of_record(record: Draft) -> Result<Self, template::ReadError> {
        let Draft { path, digest, edits, text, .. } = record;
        let mut draft = Self::unsaved(TemplateText::read(text.as_bytes())?);
        draft.file = draft.file.at(path, digest);
        draft.changes = edits;
        Ok(draft)
    }

    /// The template as it stands.
    pub fn template(&self) -> &Arc<Template> {
        self.file.state()
    }

    /// What the check of templates says of it.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Number of problems that keep it from being used.
    pub fn errors(&self) -> usize {
        self.problems.iter().filter(|problem| problem.is_error()).count()
    }

    /// Problems of a group or an indicator, or of the template as a whole.
    pub fn problems_of<'d>(&'d self, node: Option<&'d NodeId>) -> impl Iterator<Item = &'d Problem> {
        self.problems.iter().filter(move |problem| problem.node.as_ref() == node)
    }

    /// The file that it lives in, if it does.
    pub fn path(&self) -> Option<&Path> {
        self.file.path()
    }

    /// Changes with every change of the template, and nothing else ever has it.
    pub fn revision(&self) -> u64 {
        self.file.revision()
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
        let pushed = self.file.push(edit.label(&before), typed, after);
        if pushed != Pushed::Nothing {
            // A word is one change, not one for each letter.
            self.changes += usize::from(pushed == Pushed::New);
            self.refresh();
        }
        Ok(pushed)
    }

    /// What is typed next is a step of its own.
    pub fn seal(&mut self) {
        self.file.seal();
    }

    /// Takes the last step back; `false` where there is none.
    pub fn undo(&mut self) -> bool {
        let done = self.file.undo();
        self.refresh();
        done
    }

    /// Takes the step forth again that was taken back last; `false` where there is none.
    pub fn redo(&mut self) -> bool {
        let done = self.file.redo();
        self.refresh();
        done
    }

    /// The step that undo would take back.
    pub fn undo_label(&self) -> Option<&Message> {
        self.file.undo_label()
    }

    /// The step that redo would take again.
    pub fn redo_label(&self) -> Option<&Message> {
        self.file.redo_label()
    }

    fn refresh(&mut self) {
        let template = self.template().clone();
        self.problems = Arc::new(template::check(&template));
        if self.selected_node().is_none() {
            self.selected = None;
        }
    }

    /// There are changes that no file has.
    pub fn is_dirty(&self) -> bool {
        self.file.is_dirty()
    }

    /// What was recorded is on the disk, or why it is not.
    ///
    /// # Errors
    /// The program's own folder cannot be written.
    pub fn flush_record(&self) -> Result<(), file::FileError> {
        self.file.recorder.flush()
    }

    /// Writes down what a crash would take.
    pub fn record(&mut self, places: &Places) {
        let (template, header) = (self.template().clone(), self.header.clone());
        let draft = Draft {
            kind: DraftKind::Template,
            title: self.title(),
            path: self.path().map(Path::to_path_buf),
            digest: self.file.digest().map(str::to_owned),
            edits: self.changes,
            last: jiff::Timestamp::now(),
            text: String::new(),
        };
        let word = Arc::new(move || TemplateText::write(&header, &template));
        let dirty = self.is_dirty();
        self.file.recorder.record_draft(places, dirty, DraftStart { draft, word });
    }

    /// 标题 of the template.
    pub fn title(&self) -> String {
        self.template().title.to_string()
    }
}

impl OpenDocument for TemplateDraft {
    fn file(&self) -> &dyn FileState {
        &self.file
    }

    fn file_mut(&mut self) -> &mut dyn FileState {
        &mut self.file
    }

    fn title(&self) -> String {
        Self::title(self)
    }

    fn kind(&self) -> (FileKind, &'static str) {
        (("kind-template", &[file::TEMPLATE_EXTENSION]), file::TEMPLATE_EXTENSION)
    }

    fn suggested(&self, places: &Places) -> (Option<PathBuf>, PathBuf) {
        // The start view lists what is in the user's own folder.
        let own = Some(places.templates()).filter(|folder| folder.is_dir());
        (own, self.place(places).unwrap_or_default())
    }

    fn place(&self, places: &Places) -> Option<PathBuf> {
        let own = self.path().map(Path::to_path_buf);
        Some(own.unwrap_or_else(|| file::place_for_template(places, self.template())))
    }

    fn begin_save(&mut self, path: PathBuf, force: bool) -> WriteFile {
        let template = self.file.begin_save();
        let elsewhere = self.path() != Some(&path);
        let request = SaveTemplate {
            path,
            template,
            header: self.header.clone(),
            known: self.file.digest().filter(|_| !elsewhere).map(str::to_owned),
            // Whoever chose the place was asked about what is there.
            force: force || elsewhere,
        };
        Box::new(move |_progress| file::save_template(&request))
    }

    fn end_save(&mut self, saved: Saved, places: &Places) -> Message {
        if self.file.end_save(saved).is_some() && !self.is_dirty() {
            self.changes = 0;
        }
        self.record(places);
        let errors = self.errors();
        let key = if errors > 0 { "te-saved-draft" } else { "te-saved" };
        Message::new(key).with("errors", errors)
    }

    fn untold_errors(&self) -> Option<usize> {
        Some(self.errors()).filter(|errors| *errors > 0 && !self.knows_of_errors)
    }

    fn errors_told(&mut self) {
        self.knows_of_errors = true;
    }

    fn is_listed_as_template(&self) -> bool {
        true
    }
}
