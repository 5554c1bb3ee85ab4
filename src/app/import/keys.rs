//! What the keyboard means during an import.

use super::draft::Stage;
use super::state::{Action, ImportWorkspace};
use crate::app::Command;
use crate::app::request::Request;
use crate::app::widgets::way_back::is_way_back;
use eframe::egui::{Context, Key, Modifiers};

impl ImportWorkspace {
    /// Esc goes back a step; from the first one, out of the import.
    pub fn meaning(&self, ctx: &Context, key: Key, modifiers: Modifiers) -> Option<Action> {
        is_way_back(ctx, key, modifiers).then(|| self.back())
    }

    /// The step before, or the way out.
    pub(super) fn back(&self) -> Action {
        let now = self.draft.stage();
        let before = Stage::ALL.into_iter().take_while(|stage| *stage != now).last();
        match before {
            Some(stage) => Action::Show(stage),
            None => Request::Command(Command::CloseFile).into(),
        }
    }
}
