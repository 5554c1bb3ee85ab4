//! One open file: the history of its state, whether its file has it, and a save under way.

use super::Recorder;
use crate::app::system::file_prompt::FileKind;
use crate::file::{FileError, Places, Progress, RecentFile, Saved};
use crate::history::{History, Pushed};
use crate::text::Message;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A number that was never given before in this process.
pub(crate) fn next_revision() -> u64 {
    static COUNTER: AtomicU64 = AtomicU64::new(0);
    COUNTER.fetch_add(1, Ordering::Relaxed)
}

/// Where the state that a document began with can be had again.
enum Origin<S> {
    /// From the program: nothing, a copy, a sample. Only what was done to it can be lost.
    Given,
    /// Nowhere: it was restored after a crash, or made.
    Nowhere,
    /// From the file, which holds this state.
    File(Arc<S>),
}

/// A state `S` that is edited, and the file that it lives in. `T` tells the targets of edits apart.
pub(crate) struct OpenFile<S, T> {
    history: History<S, T>,
    /// Its own, whatever else was open before: an answer that comes late is known by it.
    id: u64,
    /// Changes with every change of the state, and no other document ever has it: views cache by it.
    revision: u64,
    origin: Origin<S>,
    /// There are changes that the file does not have. Asked several times a frame, so worked out once a change.
    dirty: bool,
    path: Option<PathBuf>,
    /// SHA-256 of the file as last read or written.
    digest: Option<String>,
    saving: Option<Saving<S>>,
    /// Asked for while a save was under way.
    save_again: Option<(PathBuf, bool)>,
    pub recorder: Recorder,
}

/// The state that is being saved.
struct Saving<S> {
    state: Arc<S>,
    /// [`crate::file::Recovery::mark`] of that state.
    mark: u64,
}

impl<S: PartialEq, T: PartialEq> OpenFile<S, T> {
    /// A state that can be had again: giving it up loses nothing but what is done to it.
    pub(crate) fn given(history: History<S, T>) -> Self {
        Self::of(history, Origin::Given)
    }

    /// A state that is in no file and nowhere else.
    pub(crate) fn unsaved(history: History<S, T>) -> Self {
        Self::of(history, Origin::Nowhere)
    }

    fn of(history: History<S, T>, origin: Origin<S>) -> Self {
        let mut file = Self {
            history,
            id: next_revision(),
            revision: next_revision(),
            origin,
            dirty: false,
            path: None,
            digest: None,
            saving: None,
            save_again: None,
            recorder: Recorder::default(),
        };
        file.dirty = file.differs();
        file
    }

    /// The state lives in this file, whose digest is `digest`; what the file holds, another call says.
    #[must_use]
    pub(crate) fn at(self, path: Option<PathBuf>, digest: Option<String>) -> Self {
        Self { path, digest, ..self }
    }

    pub(crate) fn state(&self) -> &Arc<S> {
        self.history.current()
    }

    pub(crate) fn history(&self) -> &History<S, T> {
        &self.history
    }

    /// Records `after` as done; see [`History::push`].
    pub(crate) fn push(&mut self, label: Message, joins: Option<T>, after: S) -> Pushed {
        let pushed = self.history.push(label, joins, after);
        if pushed != Pushed::Nothing {
            self.changed();
        }
        pushed
    }

    pub(crate) fn undo(&mut self) -> bool {
        let done = self.history.undo();
        self.changed();
        done
    }

    pub(crate) fn redo(&mut self) -> bool {
        let done = self.history.redo();
        self.changed();
        done
    }

    fn changed(&mut self) {
        self.revision = next_revision();
        self.dirty = self.differs();
    }

    fn differs(&self) -> bool {
        match &self.origin {
            Origin::Given => self.history.undo_label().is_some() || self.history.redo_label().is_some(),
            Origin::Nowhere => true,
            Origin::File(saved) => !Arc::ptr_eq(saved, self.state()) && saved != self.state(),
        }
    }

    /// What is shown is in no file, though nobody changed it since: it was restored.
    pub(crate) fn mark_unsaved(&mut self) {
        self.origin = Origin::Nowhere;
        self.dirty = self.differs();
    }

    /// The file holds `state`.
    pub(crate) fn mark_saved(&mut self, state: Arc<S>) {
        self.history.seal();
        self.origin = Origin::File(state);
        self.dirty = self.differs();
    }

    /// Begins to save the state as it stands.
    pub(crate) fn begin_save(&mut self) -> Arc<S> {
        self.history.seal();
        let mark = self.recorder.recovery().map_or(0, crate::file::Recovery::mark);
        let state = self.state().clone();
        self.saving = Some(Saving { state: state.clone(), mark });
        state
    }

    /// The save that was begun is done. Gives the state that was saved and its mark in the record.
    pub(crate) fn end_save(&mut self, saved: Saved) -> Option<(Arc<S>, u64)> {
        let Saving { state, mark } = self.saving.take()?;
        self.path = Some(saved.path);
        self.digest = Some(saved.digest);
        self.mark_saved(state.clone());
        Some((state, mark))
    }
}

/// What is asked of an open file whatever it holds.
pub trait FileState {
    fn id(&self) -> u64;
    fn revision(&self) -> u64;
    /// There are changes that the file does not have.
    fn is_dirty(&self) -> bool;
    fn path(&self) -> Option<&Path>;
    fn digest(&self) -> Option<&str>;
    /// What is typed next is a step of its own.
    fn seal(&mut self);
    fn undo_label(&self) -> Option<&Message>;
    fn redo_label(&self) -> Option<&Message>;
    fn is_saving(&self) -> bool;
    /// A save is wanted while one is under way: it follows, from the state as it is then.
    fn save_again(&mut self, path: PathBuf, force: bool);
    /// The save under way came to nothing, or is done: what was asked for meanwhile.
    fn forget_save(&mut self) -> Option<(PathBuf, bool)>;
    fn recorder(&self) -> &Recorder;
    fn recorder_mut(&mut self) -> &mut Recorder;
}

impl<S: PartialEq, T: PartialEq> FileState for OpenFile<S, T> {
    fn id(&self) -> u64 {
        self.id
    }

    fn revision(&self) -> u64 {
        self.revision
    }

    fn is_dirty(&self) -> bool {
        self.dirty
    }

    fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    fn digest(&self) -> Option<&str> {
        self.digest.as_deref()
    }

    fn seal(&mut self) {
        self.history.seal();
    }

    fn undo_label(&self) -> Option<&Message> {
        self.history.undo_label()
    }

    fn redo_label(&self) -> Option<&Message> {
        self.history.redo_label()
    }

    fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    fn save_again(&mut self, path: PathBuf, force: bool) {
        self.save_again = Some((path, force));
    }

    fn forget_save(&mut self) -> Option<(PathBuf, bool)> {
        self.saving = None;
        self.save_again.take()
    }

    fn recorder(&self) -> &Recorder {
        &self.recorder
    }

    fn recorder_mut(&mut self) -> &mut Recorder {
        &mut self.recorder
    }
}

/// Writes a file, on a thread of its own.
pub(crate) type WriteFile = Box<dyn FnOnce(&Progress) -> Result<Saved, FileError> + Send>;

/// A kind of document that is edited and saved. Saving, the way out, the title of the window and the record of
/// unsaved work know no more of it than this.
pub trait OpenDocument {
    fn file(&self) -> &dyn FileState;
    fn file_mut(&mut self) -> &mut dyn FileState;
    /// Its name in the window.
    fn title(&self) -> String;
    /// The kind of its file, and the extension.
    fn kind(&self) -> (FileKind, &'static str);
    /// Where the question for a place to save begins, if that is known, and the place that it suggests.
    fn suggested(&self, places: &Places) -> (Option<PathBuf>, PathBuf);
    /// Where it is saved without a question; `None` asks.
    fn place(&self, places: &Places) -> Option<PathBuf>;
    /// Begins to save the state as it stands; see [`OpenFile::begin_save`].
    fn begin_save(&mut self, path: PathBuf, force: bool) -> WriteFile;
    /// The save is done. Gives what is said of it.
    fn end_save(&mut self, saved: Saved, places: &Places) -> Message;
    /// Errors in it that nobody was told of yet: it is saved as a draft, which is said first, once.
    fn untold_errors(&self) -> Option<usize> {
        None
    }
    /// The user knows of its errors.
    fn errors_told(&mut self) {}
    /// How it stands among the recent files; `None` where it does not, or has no file.
    fn recent(&self) -> Option<RecentFile> {
        None
    }
    /// The start view lists it among the user's own templates.
    fn is_listed_as_template(&self) -> bool {
        false
    }
}
