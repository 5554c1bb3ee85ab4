//! Saving: one way for every kind of document.

use super::{AnyWorkspace, Closing, OpenDocument};
use crate::app::context::Context;
use crate::app::dialogs::{SaveErrors, SaveFailed};
use crate::app::request::{Next, Request};
use crate::app::system::file_prompt::{PickFile, SaveAs, with_extension};
use crate::app::system::jobs::Kind;
use crate::file::{FileError, Saved};
use crate::text::{Explain as _, Message};
use std::path::{Path, PathBuf};

/// Saves where it belongs; asks for a place where that is not known.
pub(crate) fn save<A: From<Request> + Send + 'static>(
    workspace: &mut dyn AnyWorkspace,
    force: bool,
    context: &mut Context<'_, A>,
) {
    workspace.settle(context.shared);
    let Some(open) = workspace.open() else { return };
    match open.place(&context.shared.places) {
        Some(path) => save_to(workspace, path, force, context),
        None => ask_where(open, context),
    }
}

/// 另存为
pub(crate) fn save_as<A: From<Request> + Send + 'static>(
    workspace: &mut dyn AnyWorkspace,
    context: &mut Context<'_, A>,
) {
    workspace.settle(context.shared);
    workspace.open().into_iter().for_each(|open| ask_where(open, context));
}

fn ask_where<A: From<Request> + Send + 'static>(open: &dyn OpenDocument, context: &mut Context<'_, A>) {
    let (kind, extension) = open.kind();
    let (folder, name) = open.suggested(&context.shared.places);
    let own = open.file().path().map(Path::to_path_buf);
    let then = |path| A::from(Request::SaveTo { path, force: false });
    let pick = PickFile::reading("command-save-as", "path-save", kind, then);
    let pick = pick.writing(SaveAs { name, extension, own }).beginning_in(folder);
    // The question where to save was not answered: the way out is off.
    context.pick(PickFile { cancelled: Some(Request::Stay.into()), ..pick });
}

/// One save at a time: another one begins when this one is done, from the state as it is then.
pub(crate) fn save_to<A: From<Request> + Send + 'static>(
    workspace: &mut dyn AnyWorkspace,
    path: PathBuf,
    force: bool,
    context: &mut Context<'_, A>,
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
    let work = move |progress: &_| Request::Saved { document, result: write(progress) }.into();
    let label = Some(Message::new("job-saving"));
    context.start_or("save", Kind::Work, label, work, Some(Request::SaveDied.into()));
}

/// A save has ended, well or not. Gives what waited for it.
pub(crate) fn saved<A: From<Request> + Send + 'static>(
    workspace: &mut dyn AnyWorkspace,
    document: u64,
    result: Result<Saved, FileError>,
    closing: &mut Closing,
    context: &mut Context<'_, A>,
) -> Option<Next> {
    let open = workspace.open_mut().filter(|open| open.file().id() == document);
    let Some(open) = open else {
        // It was closed meanwhile; that it is not in the file has to be said all the same.
        if let Err(error) = result {
            context.tell(error.message(), error.cause());
        }
        return None;
    };
    let saved = match result {
        Ok(saved) => saved,
        Err(error) => {
            open.file_mut().forget_save();
            failed(error, closing, context);
            return None;
        }
    };
    let said = open.end_save(saved, &context.shared.places);
    let again = open.file_mut().forget_save();
    let path = open.file().path().map(Path::to_path_buf);
    let held = open.file_mut().recorder_mut().lock(path.as_deref());
    held.into_iter().for_each(|message| context.tell(message, None));
    context.send(Request::Remember);
    if open.is_template() {
        context.send(Request::LookForTemplates);
    }
    context.shared.notice(said);
    match again {
        Some((path, force)) => {
            save_to(workspace, path, force, context);
            None
        }
        None => closing.after_save(workspace, context),
    }
}

fn failed<A: From<Request> + 'static>(error: FileError, closing: &mut Closing, context: &mut Context<'_, A>) {
    let changed = matches!(error, FileError::ChangedOnDisk { .. });
    if matches!(error, FileError::Cancelled) {
        closing.stay();
        return context.shared.notice(error.message());
    }
    context.ask(SaveFailed { message: error.message(), changed });
}
