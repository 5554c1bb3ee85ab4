//! Which commands would do something now, whatever is open.

use super::{AnyWorkspace, OpenDocument};
use crate::app::Command;
use crate::text::Message;

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

/// Why the command would do nothing now.
pub(crate) fn why_not(workspace: &dyn AnyWorkspace, command: Command) -> Message {
    match command {
        Command::Undo => Message::new("why-nothing-to-undo"),
        Command::Redo => Message::new("why-nothing-to-redo"),
        Command::Save if workspace.open().is_some() => Message::new("why-saved"),
        Command::Save | Command::SaveAs | Command::CloseFile => Message::new("why-nothing-open"),
        _ => workspace.why_not(command),
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
