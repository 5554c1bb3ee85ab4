//! What every kind of open document has in common: its history and its file, the record of its unsaved work, the one
//! way in which it is saved, and every way out of it.

mod any;
mod close;
mod open_file;
mod recorder;
mod save;

pub(crate) use any::AnyWorkspace;
pub(crate) use close::Closing;
pub(crate) use open_file::{FileState, OpenDocument, OpenFile, WriteFile, next_revision};
pub(crate) use recorder::{Recorder, local_time};

use super::Command;
use super::context::Context;
use super::dialogs::{About, Keys, Told};
use super::request::{Next, Request};
use super::shared::Shared;
use super::system::file_prompt::{FileKind, PickFile};
use super::system::jobs::Kind;
use crate::file::{self, RecentFile};
use crate::import::{ReadTable, WORKBOOKS};
use crate::text::{Explain as _, Lang, Message};
use eframe::egui;
use std::path::{Path, PathBuf};

const EVALUATION_OR_TEMPLATE: FileKind = ("kind-evaluation", &[file::EXTENSION, file::TEMPLATE_EXTENSION]);
const TEMPLATE: FileKind = ("kind-template", &[file::TEMPLATE_EXTENSION]);
const WORKBOOK: FileKind = ("kind-table", &WORKBOOKS);

/// The session: what is done whatever is open.
#[derive(Default)]
pub(crate) struct Session {
    closing: Closing,
}

impl Session {
    /// Carries a request out; gives what is to be opened now, nothing being lost by it.
    pub(crate) fn update<A: From<Request> + Send + 'static>(
        &mut self,
        request: Request,
        workspace: &mut dyn AnyWorkspace,
        context: &mut Context<'_, A>,
    ) -> Option<Next> {
        match request {
            Request::Command(command) => return self.command(command, workspace, context),
            Request::Leave(next) => return self.closing.leave(next, workspace, context),
            Request::Open(next) => return Some(next),
            Request::GiveUpChanges => return self.closing.give_up_changes(workspace),
            Request::Stay => self.closing.stay(),
            Request::SaveTo { path, force } => save::save_to(workspace, path, force, context),
            Request::SaveWithErrors { path, force } => {
                workspace.open_mut().into_iter().for_each(|open| open.errors_told());
                save::save_to(workspace, path, force, context);
            }
            Request::SaveOver => save::save(workspace, true, context),
            Request::Saved { document, result } => {
                return save::saved(workspace, document, result, &mut self.closing, context);
            }
            Request::SaveDied => {
                workspace.open_mut().into_iter().for_each(|open| drop(open.file_mut().forget_save()));
            }
            Request::ReadTable(path) => read_table(path, context),
            Request::CancelJob => {
                context.shared.jobs.shown().into_iter().for_each(|job| job.progress.cancel());
            }
            Request::OpenOutside(path) => open_outside(path, context),
            Request::Notice(notice) => context.shared.notice = Some(notice),
            Request::Tell { message, cause } => context.ask(Told { message, cause }),
            Request::Missing(files) => context.shared.missing = files,
            Request::WorkEnded => return self.closing.after_work(workspace, context),
            Request::LookForRecent => look_for_recent(context),
            Request::LookForTemplates => look_for_templates(context),
            Request::OwnTemplates(own) => context.shared.own_templates = own,
            Request::Nothing => {}
            Request::Remember => remember(workspace, context.shared),
            Request::Restored(number) => discard_recorded(number, workspace, context.shared),
        }
        None
    }

    fn command<A: From<Request> + Send + 'static>(
        &mut self,
        command: Command,
        workspace: &mut dyn AnyWorkspace,
        context: &mut Context<'_, A>,
    ) -> Option<Next> {
        match command {
            Command::New if workspace.is_home() => {
                let then = |path| Request::Leave(Next::Open(path)).into();
                context.pick(PickFile::reading("start-own-template", "path-open", TEMPLATE, then));
            }
            Command::New | Command::CloseFile => return self.closing.leave(Next::Close, workspace, context),
            Command::Quit => return self.closing.leave(Next::Quit, workspace, context),
            Command::PasteTable => return self.closing.leave(Next::PasteTable, workspace, context),
            Command::Open => {
                let then = |path| Request::Leave(Next::Open(path)).into();
                let pick = PickFile::reading("command-open", "path-open", EVALUATION_OR_TEMPLATE, then);
                context.pick(pick.beginning_in(folder_of_open(workspace)));
            }
            Command::ImportTable => {
                let then = |path| Request::ReadTable(path).into();
                let pick = PickFile::reading("command-import-table", "path-open", WORKBOOK, then);
                context.pick(pick.beginning_in(folder_of_open(workspace)));
            }
            Command::Save => save::save(workspace, false, context),
            Command::SaveAs => save::save_as(workspace, context),
            Command::SwitchLanguage => {
                let lang = &mut context.shared.settings.lang;
                *lang = if *lang == Lang::Chinese { Lang::English } else { Lang::Chinese };
            }
            Command::SwitchTheme => {
                context.shared.settings.dark = !context.shared.settings.dark;
                apply_theme(context.shared, context.egui);
            }
            Command::ZoomIn => egui::gui_zoom::zoom_in(context.egui),
            Command::ZoomOut => egui::gui_zoom::zoom_out(context.egui),
            Command::ZoomReset => context.egui.set_zoom_factor(1.0),
            Command::About => context.ask(About),
            Command::Keys => context.ask(Keys),
            // The workspace's own.
            _ => {}
        }
        None
    }

    /// The window is to be closed: something would be lost by it, or is under way.
    pub(crate) fn would_lose(&self, workspace: &mut dyn AnyWorkspace, shared: &mut Shared) -> bool {
        workspace.settle(shared);
        shared.jobs.has_pending_work() || self.closing.would_lose(workspace)
    }
}

/// What the session itself has an answer to, else what the workspace says: a command that would do nothing now is
/// shown, but quiet.
pub(crate) fn can(workspace: &dyn AnyWorkspace, command: Command) -> bool {
    let file = workspace.open().map(OpenDocument::file);
    match command {
        Command::Undo => file.is_some_and(|file| file.undo_label().is_some()),
        Command::Redo => file.is_some_and(|file| file.redo_label().is_some()),
        Command::Save => file.is_some_and(|file| file.is_dirty() || file.path().is_none()),
        Command::SaveAs => file.is_some(),
        Command::CloseFile => !workspace.is_home(),
        _ if command.is_of_session() => true,
        _ => workspace.can(command),
    }
}

/// The change that the command would take back, or do again.
pub(crate) fn change_name(workspace: &dyn AnyWorkspace, command: Command) -> Option<&Message> {
    let file = workspace.open().map(OpenDocument::file)?;
    match command {
        Command::Undo => file.undo_label(),
        Command::Redo => file.redo_label(),
        _ => None,
    }
}

pub(crate) fn apply_theme(shared: &Shared, ctx: &egui::Context) {
    ctx.set_theme(if shared.settings.dark { egui::Theme::Dark } else { egui::Theme::Light });
}

fn folder_of_open(workspace: &dyn AnyWorkspace) -> Option<PathBuf> {
    let path = workspace.open().and_then(|open| open.file().path());
    super::system::file_prompt::folder_of(path)
}

fn read_table<A: From<Request> + Send + 'static>(path: PathBuf, context: &mut Context<'_, A>) {
    let label = Some(Message::new("import-reading"));
    context.start("read table", Kind::Quiet, label, move |_| A::from(table_read(ReadTable::of_file(&path))));
}

/// What comes of a table that was read.
pub(crate) fn table_read(result: Result<ReadTable, crate::import::ImportError>) -> Request {
    match result {
        Ok(table) => Request::Leave(Next::Import(Box::new(table))),
        Err(error) => Request::Tell { message: error.message(), cause: None },
    }
}

fn open_outside<A: From<Request> + Send + 'static>(path: PathBuf, context: &mut Context<'_, A>) {
    let shell = context.shared.shell.clone();
    context.start("open outside", Kind::Quiet, None, move |_| {
        let message = Message::new("open-outside-failed").with("path", path.display());
        let request = match shell.open(&path) {
            // Nothing more is to be done, and nothing said.
            Ok(()) => Request::Nothing,
            Err(detail) => Request::Tell { message: message.with("detail", detail), cause: None },
        };
        request.into()
    });
}

/// Reads the user's folder of templates anew.
pub(crate) fn look_for_templates<A: From<Request> + Send + 'static>(context: &mut Context<'_, A>) {
    let places = context.shared.places.clone();
    context.start("own templates", Kind::Quiet, None, move |_| {
        Request::OwnTemplates(file::own_templates(&places)).into()
    });
}

/// Which recent files are gone. A dead network drive may take its time to say so: nobody waits for it.
pub(crate) fn look_for_recent<A: From<Request> + Send + 'static>(context: &mut Context<'_, A>) {
    let files = context.shared.recent.files().to_vec();
    context.start("recent files", Kind::Quiet, None, move |_| {
        let missing = files.into_iter().filter(RecentFile::is_missing);
        Request::Missing(missing.map(|file| file.path).collect()).into()
    });
}

fn remember(workspace: &dyn AnyWorkspace, shared: &mut Shared) {
    let Some(recent) = workspace.open().and_then(|open| open.recent(shared.lang())) else { return };
    shared.missing.retain(|missing| *missing != recent.path);
    shared.recent.remember(recent);
    save_recent(shared);
}

pub(crate) fn forget_recent(path: &Path, shared: &mut Shared) {
    shared.recent.forget(path);
    save_recent(shared);
}

fn save_recent(shared: &Shared) {
    if let Err(error) = shared.recent.save(&shared.places) {
        log::warn!("the list of recent files was not saved: {error}");
    }
}

/// What was restored is on the disk again, in the record of this session: the old record may go.
fn discard_recorded(number: usize, workspace: &dyn AnyWorkspace, shared: &mut Shared) {
    let recorder = workspace.recorder().filter(|recorder| recorder.recovery().is_some());
    if recorder.is_some_and(|recorder| recorder.flush().is_ok()) {
        discard(number, shared);
    }
}

/// Gives up what a session left behind.
pub(crate) fn discard(number: usize, shared: &mut Shared) {
    if number >= shared.leftovers.len() {
        return;
    }
    if let Err(error) = shared.leftovers.remove(number).discard() {
        shared.problem(error.message());
    }
}
