//! What any workspace can ask of the session: to save, to leave for something else, to say something.

use super::Command;
use super::columns::Columns;
use super::preview_zoom::PreviewZoom;
use crate::file::{
    Draft, DraftKind, FileError, Leftover, Opened, OwnTemplate, Restored, Saved, TemplateFile,
};
use crate::help::Topic;
use crate::import::ReadTable;
use crate::template::{Template, TemplateText};
use crate::text::{Explain, Message};
use eframe::egui;
use std::path::PathBuf;
use std::sync::Arc;

/// A line in the status bar: what was done, or what went wrong in a small way.
#[derive(Clone, Debug)]
pub struct Notice {
    pub message: Message,
    pub is_problem: bool,
}

/// Where a template to edit comes from.
#[derive(Clone, Debug)]
pub enum TemplateSource {
    /// From nothing.
    New,
    /// A file, of one's own or somebody else's, that is yet to be read.
    File(PathBuf),
    /// A file as it was read.
    Read(Box<TemplateFile>),
    /// A copy of one that must stay as it is: those that the program brings along.
    Copy(Arc<Template>),
    /// Made by something else, such as the import of a table: it is in no file yet.
    Made(Box<TemplateText>),
}

/// What happens once nothing can be lost by it.
pub enum Next {
    Quit,
    Close,
    /// Begin with a template.
    New(Arc<Template>),
    /// Edit a template.
    EditTemplate(TemplateSource),
    /// Make a template of a score table that was read, or of one that is yet to be pasted.
    Import(Box<ReadTable>),
    PasteTable,
    /// A file from the command line, the list of recent ones, a dialog, or dropped on the window.
    Open(PathBuf),
    /// It was read while something else was open.
    Opened(PathBuf, Box<Opened>),
    /// One of the samples, by its number.
    Sample(usize),
    /// What a session that ended badly left behind, by its number.
    Leftover(usize),
    /// What was left behind was read while something else was open.
    Restored(Arc<Leftover>, Box<Found>),
    /// An evaluation that is in no file yet, and what is said of it.
    Made(Box<Opened>, Message),
    /// Reads last year's evaluation from its file and makes this year's of it.
    LastYear(PathBuf),
    /// The year after last year's evaluation, in no file yet.
    YearAfter(Box<NextYearMade>),
}

/// What a session left behind, as it was read.
pub enum Found {
    Evaluation(Restored),
    Draft(DraftKind, Draft),
}

/// A new evaluation from last year's, and what has to be read of it.
pub struct NextYearMade {
    pub opened: Opened,
    /// That it was made, of which file.
    pub said: Message,
    /// What was taken, and what not.
    pub taken: Message,
}

/// What is asked of the session.
pub enum Request {
    Command(Command),
    /// Shows a page of the help; none asks for the page of where one is.
    Help(Option<Topic>),
    /// The columns of the score table were chosen anew.
    Columns(Columns),
    /// The pages of the print view are shown larger or smaller.
    PreviewZoom(PreviewZoom),
    /// Leaves what is open; asks first where something would be lost.
    Leave(Next),
    /// Opens something else now; whatever could be lost by it was asked about, or goes along.
    Open(Next),
    /// Unsaved changes are given up, and what waited for that happens.
    GiveUpChanges,
    /// The way out is off.
    Stay,
    /// Saves there; `force` writes over what somebody else saved there meanwhile.
    SaveTo {
        path: PathBuf,
        force: bool,
    },
    /// Saves a template although it has errors.
    SaveWithErrors {
        path: PathBuf,
        force: bool,
    },
    /// Saves over what somebody else saved meanwhile.
    SaveOver,
    /// The file of the document of that id was written, or was not.
    Saved {
        document: u64,
        result: Result<Saved, FileError>,
    },
    /// The job that saves died.
    SaveDied,
    /// Reads a workbook; what is open stays until it turns out to hold a table.
    ReadTable(PathBuf),
    /// The job of that number on the board is no longer wanted.
    CancelJob(u64),
    /// Opens a file with the system's program for it.
    OpenOutside(PathBuf),
    /// No program of the system opened the file.
    NotOpened {
        path: PathBuf,
        /// In the system's words.
        detail: String,
    },
    Notice(Notice),
    /// Something happened that has to be read.
    Tell {
        message: Message,
        cause: Option<Message>,
    },
    /// Recent files that are not at their places.
    Missing(Vec<PathBuf>),
    /// Some work has ended: whoever waited for it goes on.
    WorkEnded,
    /// Which recent files are gone is to be looked for.
    LookForRecent,
    /// The user's folder of templates is to be read anew.
    LookForTemplates,
    OwnTemplates(Vec<OwnTemplate>),
    /// What is open is among the recent files now.
    Remember,
    /// What was left behind, by its number, is open: its record goes once this session has recorded it.
    Restored(usize),
}

impl Request {
    /// Says in the status bar what was done.
    pub fn notice(message: Message) -> Self {
        Self::Notice(Notice { message, is_problem: false })
    }

    /// Says in the status bar what went wrong in a small way.
    pub fn problem(message: Message) -> Self {
        Self::Notice(Notice { message, is_problem: true })
    }

    /// Says what has to be read of an error.
    pub fn told(error: &impl Explain) -> Self {
        Self::Tell { message: error.message(), cause: None }
    }

    /// The same, with what lies behind it.
    pub fn failed(error: &FileError) -> Self {
        Self::Tell { message: error.message(), cause: error.cause() }
    }
}

/// Where 新建 leads: a template is chosen among those that the start view shows.
pub(crate) fn first_template_id() -> egui::Id {
    egui::Id::unique("first-template")
}
