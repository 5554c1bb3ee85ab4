//! Carrying out what is asked of the session.

use super::recent::{discard_recorded, look_for_recent, look_for_templates, remember};
use super::save::{save, save_as, save_to, saved};
use super::{AnyWorkspace, WayOut};
use crate::app::Command;
use crate::app::context::Context;
use crate::app::dialogs::{About, NotOpened, Told};
use crate::app::request::{Next, Request, first_template_id};
use crate::app::shared::Shared;
use crate::app::system::file_prompt::{FileKind, PickFile, folder_of};
use crate::app::system::jobs::Kind;
use crate::file::{self, Progress};
use crate::help::Topic;
use crate::import::{ImportError, ReadTable, Vocabulary, WORKBOOKS, own_words, read_workbook};
use crate::text::{Lang, Message};
use eframe::egui;
use std::path::PathBuf;
use std::sync::Arc;

const EVALUATION_OR_TEMPLATE: FileKind = ("kind-evaluation", &[file::EXTENSION, file::TEMPLATE_EXTENSION]);
const WORKBOOK: FileKind = ("kind-table", &WORKBOOKS);

/// The session: what is done whatever is open.
#[derive(Default)]
pub(crate) struct Session {
    way_out: WayOut,
}

impl Session {
    /// Carries a request out, but for [`Request::Open`] and [`Request::Help`], which are for whoever holds what is open.
    pub(crate) fn update(
        &mut self,
        request: Request,
        workspace: &mut dyn AnyWorkspace,
        context: &mut Context<'_, Request>,
    ) {
        match request {
            Request::Command(command) => self.command(command, workspace, context),
            Request::Columns(columns) => context.shared.settings.columns = columns,
            Request::PreviewZoom(zoom) => context.shared.settings.preview_zoom = zoom,
            Request::Leave(next) => self.way_out.leave(next, workspace, context),
            Request::Open(_) | Request::Help(_) => {}
            Request::GiveUpChanges => self.way_out.give_up_changes(workspace, context),
            Request::Stay => self.way_out.stay(),
            Request::SaveTo { path, force } => save_to(workspace, path, force, context),
            Request::SaveWithErrors { path, force } => {
                if let Some(open) = workspace.open_mut() {
                    open.errors_told();
                }
                save_to(workspace, path, force, context);
            }
            Request::SaveOver => save(workspace, true, context),
            Request::Saved { document, result } => {
                saved(workspace, document, result, &mut self.way_out, context);
            }
            Request::SaveDied => {
                self.way_out.stay();
                if let Some(open) = workspace.open_mut() {
                    open.file_mut().forget_save();
                }
            }
            Request::ReadTable(path) => read_file(context, path),
            Request::CancelJob(id) => {
                if context.shared.jobs.cancel(id) {
                    context.shared.notice(Message::new("job-cancelled"));
                }
            }
            Request::OpenOutside(path) => open_outside(path, context),
            Request::NotOpened { path, detail } => context.ask(NotOpened { path, detail }),
            Request::Notice(notice) => context.shared.notice = Some(notice),
            Request::Tell { message, cause } => context.ask(Told { message, cause }),
            Request::Missing(files) => context.shared.missing = files,
            Request::WorkEnded => self.way_out.after_work(workspace, context),
            Request::LookForRecent => look_for_recent(context),
            Request::LookForTemplates => look_for_templates(context),
            Request::OwnTemplates(own) => context.shared.own_templates = own,
            Request::Remember => remember(workspace, context.shared),
            Request::Restored(number) => discard_recorded(number, workspace, context.shared),
        }
    }

    fn command(
        &mut self,
        command: Command,
        workspace: &mut dyn AnyWorkspace,
        context: &mut Context<'_, Request>,
    ) {
        match command {
            Command::New if workspace.is_home() => {
                context.egui.memory_mut(|memory| memory.request_focus(first_template_id()));
                context.shared.notice(Message::new("start-choose-template"));
            }
            Command::New | Command::CloseFile => self.way_out.leave(Next::Close, workspace, context),
            Command::Quit => self.way_out.leave(Next::Quit, workspace, context),
            Command::PasteTable => self.way_out.leave(Next::PasteTable, workspace, context),
            Command::Open => {
                let then = |path| Request::Leave(Next::Open(path));
                let pick = PickFile::reading("command-open", "path-open", EVALUATION_OR_TEMPLATE, then);
                context.pick(pick.beginning_in(folder_of_work(workspace, context.shared)));
            }
            Command::NewFromLast => {
                let kind = ("kind-evaluation", &[file::EXTENSION][..]);
                let then = |path| Request::Leave(Next::LastYear(path));
                let pick = PickFile::reading("command-new-from-last", "path-open", kind, then);
                context.pick(pick.beginning_in(folder_of_work(workspace, context.shared)));
            }
            Command::ImportTable => {
                let pick =
                    PickFile::reading("command-import-table", "path-open", WORKBOOK, Request::ReadTable);
                context.pick(pick.beginning_in(folder_of_work(workspace, context.shared)));
            }
            Command::Save => save(workspace, false, context),
            Command::SaveAs => save_as(workspace, context),
            Command::SwitchLanguage => {
                let lang = &mut context.shared.settings.lang;
                *lang = if *lang == Lang::Chinese { Lang::English } else { Lang::Chinese };
            }
            Command::SwitchAccount => {
                let named = !context.shared.settings.names_account;
                context.shared.settings.names_account = named;
                context.shared.notice(Message::new(if named { "account-named" } else { "account-unnamed" }));
            }
            Command::SwitchTheme => {
                context.shared.settings.dark = !context.shared.settings.dark;
                apply_theme(context.shared, context.egui);
            }
            Command::ZoomIn => egui::gui_zoom::zoom_in(context.egui),
            Command::ZoomOut => egui::gui_zoom::zoom_out(context.egui),
            Command::ZoomReset => context.egui.set_zoom_factor(1.0),
            Command::About => context.ask(About),
            Command::Help => context.send(Request::Help(None)),
            Command::Keys => context.send(Request::Help(Some(Topic::Keys))),
            Command::FirstSteps => context.send(Request::Help(Some(Topic::FirstSteps))),
            // A command is of the session or of the workspace: whoever adds one says which.
            Command::SavePdf
            | Command::PrintView
            | Command::PrintPaper
            | Command::OpenPdf
            | Command::Migrate
            | Command::Undo
            | Command::Redo
            | Command::Find
            | Command::AddEvidence
            | Command::NextItem
            | Command::PreviousItem
            | Command::NextUnscored
            | Command::ViewProject
            | Command::ViewScores
            | Command::ViewFindings
            | Command::Ledger
            | Command::Tailor
            | Command::AddOwn
            | Command::NextFinding
            | Command::PreviousFinding
            | Command::NextGroup
            | Command::TypeReason
            | Command::NotApplicable
            | Command::NoInformation
            | Command::ClearItem
            | Command::FullMarks
            | Command::Override => {}
        }
    }

    /// Something would be lost if the window were closed now, or is under way; asked after everything was settled.
    pub(crate) fn keeps_open(&self, workspace: &dyn AnyWorkspace, shared: &Shared) -> bool {
        shared.jobs.has_pending_work() || self.way_out.loses_something(workspace)
    }
}

pub(crate) fn apply_theme(shared: &Shared, ctx: &egui::Context) {
    ctx.set_theme(if shared.settings.dark { egui::Theme::Dark } else { egui::Theme::Light });
}

/// Where files are looked for first: beside what is open, else beside what was open last.
fn folder_of_work(workspace: &dyn AnyWorkspace, shared: &Shared) -> Option<PathBuf> {
    let last = || folder_of(shared.recent.files().first().map(|file| &*file.path));
    folder_of(workspace.open().and_then(|open| open.file().path())).or_else(last)
}

fn read_file(context: &mut Context<'_, Request>, path: PathBuf) {
    read_table(context, move |progress, words| {
        let bytes = read_workbook(&path);
        progress.check().ok()?;
        Some(bytes.and_then(|bytes| ReadTable::of_workbook(&path, bytes, words)))
    });
}

/// Reads a table in the background; what is open stays until it turns out to be one. `read` gives none where it was
/// cancelled on the way.
pub(crate) fn read_table<A: From<Request> + Send + 'static>(
    context: &mut Context<'_, A>,
    read: impl FnOnce(&Progress, Arc<Vocabulary>) -> Option<Result<ReadTable, ImportError>> + Send + 'static,
) {
    let own = context.shared.places.headings();
    context.start("read table", Kind::Quiet, Some(Message::new("import-reading")), move |progress| {
        progress.check().ok()?;
        let words = match own_words(&own) {
            Ok(words) => words,
            Err(error) => return Some(A::from(Request::told(&error))),
        };
        Some(A::from(match read(progress, words)? {
            Ok(table) => Request::Leave(Next::Import(Box::new(table))),
            Err(error) => Request::told(&error),
        }))
    });
}

fn open_outside(path: PathBuf, context: &mut Context<'_, Request>) {
    let shell = context.shared.shell.clone();
    context.start("open outside", Kind::Quiet, None, move |_| {
        let detail = shell.open(&path).err()?;
        Some(Request::NotOpened { path, detail })
    });
}
