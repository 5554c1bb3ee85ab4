//! What outlives a session: recent files, the user's own templates, what sessions that ended badly left behind.

use super::AnyWorkspace;
use crate::app::context::Context;
use crate::app::request::Request;
use crate::app::shared::Shared;
use crate::app::system::jobs::Kind;
use crate::file::{self, RecentFile};
use crate::text::Explain as _;
use std::path::Path;

/// Reads the user's folder of templates anew.
pub(super) fn look_for_templates(context: &mut Context<'_, Request>) {
    let places = context.shared.places.clone();
    let work = move |_: &_| Request::OwnTemplates(file::own_templates(&places));
    context.start("own templates", Kind::Quiet, None, work);
}

/// Which recent files are gone. A dead network drive may take its time to say so: nobody waits for it.
pub(super) fn look_for_recent(context: &mut Context<'_, Request>) {
    let files = context.shared.recent.files().to_vec();
    context.start("recent files", Kind::Quiet, None, move |_| {
        let missing = files.into_iter().filter(RecentFile::is_missing);
        Request::Missing(missing.map(|file| file.path).collect())
    });
}

/// What is open is among the recent files now.
pub(super) fn remember(workspace: &dyn AnyWorkspace, shared: &mut Shared) {
    let Some(recent) = workspace.open().and_then(|open| open.recent()) else { return };
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
pub(super) fn discard_recorded(number: usize, workspace: &dyn AnyWorkspace, shared: &mut Shared) {
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
