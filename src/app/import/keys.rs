//! What the keyboard means during an import.

use super::draft::Stage;
use super::state::{Action, ImportWorkspace};
use crate::app::Command;
use crate::app::request::Request;
use crate::app::widgets::way_back::is_way_back;
use eframe::egui::{Context, Key, Modifiers};

impl ImportWorkspace {
    /// Esc goes back a step; from the first one, out of the import. Ctrl+Enter goes on.
    pub fn meaning(&self, ctx: &Context, key: Key, modifiers: Modifiers) -> Option<Action> {
        if key == Key::Enter && modifiers.command_only() {
            return self.next();
        }
        is_way_back(ctx, key, modifiers).then(|| self.back())
    }

    /// The template could not be made of the columns as they are.
    pub(super) fn is_not_made(&self) -> bool {
        self.ui.not_made == Some(self.draft.revision())
    }

    /// What the button at the right of the bar does; what is still open in the result is named then.
    pub(super) fn next(&self) -> Option<Action> {
        match self.draft.stage() {
            Stage::Table => None,
            Stage::Columns if self.is_not_made() => Some(Action::Make),
            Stage::Columns => self.draft.can_show(Stage::Result).then_some(Action::Show(Stage::Result)),
            Stage::Result => Some(Action::Finish),
        }
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
