//! What the session asks of whatever is open.

use super::{OpenDocument, Recorder};
use crate::app::Command;
use crate::app::shared::Shared;
use crate::text::Message;
use eframe::egui;

/// Any workspace. The session saves it, leaves it and records its unsaved work without knowing which one it is.
pub trait AnyWorkspace {
    /// What can be edited and saved.
    fn open(&self) -> Option<&dyn OpenDocument> {
        None
    }

    fn open_mut(&mut self) -> Option<&mut dyn OpenDocument> {
        None
    }

    /// The record of what a crash would take.
    fn recorder(&self) -> Option<&Recorder> {
        self.open().map(|open| open.file().recorder())
    }

    fn recorder_mut(&mut self) -> Option<&mut Recorder> {
        self.open_mut().map(|open| open.file_mut().recorder_mut())
    }

    /// From now on what is done is recorded.
    fn begin_recording(&mut self) {}

    /// What is to be lost if it is left now: changes that no file has, or things that were chosen.
    fn is_unsaved(&self) -> bool {
        self.open().is_some_and(|open| open.file().is_dirty())
    }

    /// Changes with every change of what is open, and nothing else ever has it.
    fn revision(&self) -> Option<u64> {
        self.open().map(|open| open.file().revision())
    }

    /// Entries that no field took.
    fn refused(&self) -> usize {
        0
    }

    /// Something was typed into the field that has the focus: it has an undo of its own.
    fn is_typing(&self, _ctx: &egui::Context) -> bool {
        true
    }

    /// Whatever is being typed is meant as it stands.
    fn settle(&mut self, _shared: &mut Shared) {}

    /// The command would do something now; asked of those commands only that the session knows nothing of.
    fn can(&self, _command: Command) -> bool {
        false
    }

    /// Why the command would do nothing now; asked of those that [`Self::can`] says no to.
    fn why_not(&self, _command: Command) -> Message {
        Message::new("why-needs-evaluation")
    }

    /// Its name in the title of the window.
    fn title(&self, _shared: &Shared) -> Option<String> {
        self.open().map(|open| open.title())
    }

    /// Keys of the question whether to leave what cannot be saved, and of the button that does; `None` offers to save
    /// it.
    fn leave_question(&self) -> Option<(&'static str, &'static str)> {
        None
    }

    /// Nothing is open.
    fn is_home(&self) -> bool {
        false
    }
}
