//! What the system brings besides keys: the state of the input method, files that are dropped.

use super::context::Effect;
use super::request::{Next, Request};
use super::shared::Shared;
use super::workspace::{Effects, Message, Workspace};
use crate::file;
use eframe::egui::{Context, Event, ImeEvent};
use std::path::PathBuf;

/// Whether the input method is composing.
pub(crate) fn follow_composition(ctx: &Context, shared: &mut Shared) {
    ctx.input(|input| {
        for event in &input.events {
            if let Event::Ime(event) = event {
                shared.composing = match event {
                    ImeEvent::Preedit { text, .. } => !text.is_empty(),
                    _ => false,
                };
            }
        }
    });
    // On some systems a click elsewhere ends the composition without a word.
    if !ctx.text_edit_focused() {
        shared.composing = false;
    }
}

/// An evaluation that is dropped is opened; other files go where they are wanted.
pub(crate) fn dropped_files(ctx: &Context, workspace: &Workspace) -> Effects {
    let files: Vec<PathBuf> =
        ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
    let is_evaluation =
        |path: &PathBuf| path.extension().is_some_and(|extension| extension == file::EXTENSION);
    let message = match files.as_slice() {
        [] => return Effects::new(),
        [path] if is_evaluation(path) => None,
        _ => workspace.drop_files(&files),
    };
    let open = || files.first().map(|path| Message::Session(Request::Leave(Next::Open(path.clone()))));
    message.or_else(open).map(Effect::Action).into_iter().collect()
}
