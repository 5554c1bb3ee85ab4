//! The right part of the bar at the top of the window.

use super::state::{Action, TemplateWorkspace};
use crate::app::Command;
use crate::app::context;
use crate::app::document_bar::{back_button, commands_ui, title_ui};
use crate::app::widgets::primary;
use crate::text::Message;
use eframe::egui::{Align, Layout, Ui};

impl TemplateWorkspace {
    /// Whether it is sound to be used, the commands used most, its title.
    pub fn bar_ui(&self, ui: &mut Ui, cx: &context::Cx<'_, Action>, roomy: bool) {
        let draft = &self.draft;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let sound = draft.errors() == 0;
            let tip = cx.t(if sound { "te-use-tip" } else { "te-use-errors" });
            let go = ui.add_enabled_ui(sound, |ui| primary(ui, &cx.t("te-use"))).inner;
            if go.on_hover_text(&tip).on_disabled_hover_text(&tip).clicked() {
                cx.send(Action::Use);
            }
            commands_ui(ui, cx, self, roomy);
            if !roomy {
                return;
            }
            let title = cx.text(&Message::new("te-bar").with("title", draft.title()));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if back_button(ui, cx) {
                    cx.command(Command::CloseFile);
                }
                title_ui(ui, cx, draft, &title);
            });
        });
    }
}
