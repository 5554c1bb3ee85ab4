//! The right part of the bar at the top of the window.

use super::state::{Action, TemplateWorkspace};
use crate::app::Command;
use crate::app::context;
use crate::app::document_bar::{back_button, commands_ui, sides_ui, title_ui};
use crate::app::widgets::primary;
use crate::text::Message;
use eframe::egui::Ui;

impl TemplateWorkspace {
    /// Whether it is sound to be used, the commands used most, its title.
    pub fn bar_ui(&self, ui: &mut Ui, cx: &context::Cx<'_, Action>, roomy: bool) {
        let draft = &self.draft;
        let name = |ui: &mut Ui| {
            if back_button(ui, cx) {
                cx.command(Command::CloseFile);
            }
            if roomy {
                let title = cx.text(&Message::new("te-bar").with("title", draft.title()));
                title_ui(ui, cx, draft, &title);
            }
        };
        sides_ui(ui, name, |ui| {
            commands_ui(ui, cx, self, roomy);
            let sound = draft.errors() == 0;
            let tip = cx.t(if sound { "te-use-tip" } else { "te-use-errors" });
            let go = ui.add_enabled_ui(sound, |ui| primary(ui, &cx.t("te-use"))).inner;
            if go.on_hover_text(&tip).on_disabled_hover_text(&tip).clicked() {
                cx.send(Action::Use);
            }
        });
    }
}
