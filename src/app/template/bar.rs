//! The right part of the bar at the top of the window.

use super::state::{Action, TemplateWorkspace};
use crate::app::Command;
use crate::app::context;
use crate::app::session;
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{primary, small, strong};
use crate::text::Message;
use eframe::egui::{Align, Button, Label, Layout, RichText, Ui};

impl TemplateWorkspace {
    /// Whether it is sound to be used, the commands used most, its title.
    pub fn bar_ui(&self, ui: &mut Ui, cx: &context::Cx<'_, Action>, roomy: bool) {
        let drafting = &self.draft;
        let tokens = Tokens::of(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let sound = drafting.errors() == 0;
            let tip = cx.t(if sound { "te-use-tip" } else { "te-use-errors" });
            let go = ui.add_enabled_ui(sound, |ui| primary(ui, &cx.t("te-use"))).inner;
            if go.on_hover_text(&tip).on_disabled_hover_text(&tip).clicked() {
                cx.send(Action::Use);
            }
            let commands: &[Command] =
                if roomy { &[Command::Save, Command::Redo, Command::Undo] } else { &[Command::Save] };
            for &command in commands {
                self.command_button(ui, cx, command);
            }
            if !roomy {
                return;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if drafting.is_dirty() {
                    let word = if drafting.path().is_some() { "title-unsaved" } else { "title-never-saved" };
                    ui.label(small(&format!("● {}", cx.t(word)), tokens.caution));
                }
                let path = drafting.path().map(|path| path.display().to_string());
                let title = cx.text(&Message::new("te-bar").with("title", drafting.title()));
                ui.add(Label::new(strong(&title)).truncate())
                    .on_hover_text(path.unwrap_or_else(|| cx.t("title-never-saved")));
            });
        });
    }

    fn command_button(&self, ui: &mut Ui, cx: &context::Cx<'_, Action>, command: Command) {
        let mut tip = cx.t(command.label_key());
        if let Some(label) = session::change_name(self, command) {
            tip = format!("{tip}：{}", cx.text(label));
        }
        let words = RichText::new(cx.t(&format!("{}-short", command.label_key()))).size(14.0);
        let enabled = session::can(self, command);
        if ui.add_enabled(enabled, Button::new(words)).on_hover_text(tip).clicked() {
            cx.command(command);
        }
    }
}
