//! Saving: one way for every kind of document.

use super::recent::remember;
use super::{AnyWorkspace, OpenDocument, WayOut};
use crate::app::context::Context;
use crate::app::dialogs::{InSpite, SaveErrors, SaveFailed};
use crate::app::request::Request;
use crate::app::system::file_prompt::{PickFile, SavePlace, with_extension};
use crate::app::system::jobs::{Instead, Kind};
use crate::file::{FileError, Saved};
use crate::text::{Explain as _, Message};
use std::path::{Path, PathBuf};

/// Saves where it belongs; asks for a place where that is not known. `force` writes over what somebody else saved
/// there meanwhile.
pub(super) fn save(workspace: &mut dyn AnyWorkspace, force: bool, context: &mut Context<'_, Request>) {
    workspace.settle(context.shared);
    let Some(open) = workspace.open() else { return };
    match open.place(&context.shared.places) {
        Some(path) => save_to(workspace, path, force, context),
        None => ask_where(open, context),
    }
}

/// 另存为
pub(super) fn save_as(workspace: &mut dyn AnyWorkspace, context: &mut Context<'_, Request>) {
    workspace.settle(context.shared);
    if let Some(open) = workspace.open() {
        ask_where(open, context);
    }
}

fn ask_where(open: &dyn OpenDocument, context: &mut Context<'_, Request>) {
    let (kind, extension) = open.kind();
    let (folder, path) = open.suggested(&context.shared.places);
    let own = open.file().path().map(Path::to_path_buf);
    let place = SavePlace { path, extension, own };
    let pick = PickFile::saving("command-save-as", "path-save", kind, place, |path| Request::SaveTo {
        path,
        force: false,
    });
    // The question where to save was not answered: the way out is off.
    context.pick(pick.beginning_in(folder).when_cancelled(Request::Stay));
}

/// One save at a time: another one begins when this one is done, from the state as it is then.
pub(super) fn save_to(
    workspace: &mut dyn AnyWorkspace,
    path: PathBuf,
    force: bool,
    context: &mut Context<'_, Request>,
) {
    let Some(open) = workspace.open_mut() else { return };
    if let Some(errors) = open.untold_errors() {
        return context.ask(SaveErrors { errors, path, force });
    }
    if open.file().is_saving() {
        return open.file_mut().save_again(path, force);
    }
    let document = open.file().id();
    let write = open.begin_save(with_extension(path, open.kind().1), force);
    let work = move |progress: &_| Request::Saved { document, result: write(progress) };
    let cancelled = Request::Saved { document, result: Err(FileError::Cancelled) };
    let instead = Instead { lost: Some(Request::SaveDied), cancelled: Some(cancelled) };
    context.start_or("save", Kind::Work, Some(Message::new("job-saving")), work, instead);
}

/// A save has ended, well or not; what waited for it goes on.
pub(super) fn saved(
    workspace: &mut dyn AnyWorkspace,
    document: u64,
    result: Result<Saved, FileError>,
    way_out: &mut WayOut,
    context: &mut Context<'_, Request>,
) {
    let open = workspace.open_mut().filter(|open| open.file().id() == document);
    let Some(open) = open else {
        // It was closed meanwhile; that it is not in the file has to be said all the same.
        if let Err(error) = result {
            context.send(Request::failed(&error));
        }
        return;
    };
    let saved = match result {
        Ok(saved) => saved,
        Err(error) => {
            open.file_mut().forget_save();
            return failed(&error, way_out, context);
        }
    };
    let said = open.end_save(saved, &context.shared.places);
    let again = open.file_mut().forget_save();
    let path = open.file().path().map(Path::to_path_buf);
    let who = context.shared.account();
    if let Some(held) = open.file_mut().recorder_mut().lock(path.as_deref(), &who) {
        context.tell(held);
    }
    if open.is_listed_as_template() {
        context.send(Request::LookForTemplates);
    }
    remember(workspace, context.shared);
    context.shared.notice(said);
    match again {
        Some((path, force)) => save_to(workspace, path, force, context),
        None => way_out.after_save(workspace, context),
    }
}

fn failed(error: &FileError, way_out: &mut WayOut, context: &mut Context<'_, Request>) {
    if matches!(error, FileError::Cancelled) {
        way_out.stay();
        return context.shared.notice(error.message());
    }
    context.ask(SaveFailed { message: error.message(), in_spite: InSpite::of(error) });
}
