//! What the keyboard does.

use super::{focus_first, heading};
use crate::app::Command;
use crate::app::context::{Asked, Dialog};
use crate::app::widgets::strong;
use eframe::egui::{self, Ui};

pub(crate) struct Keys;

impl<A> Dialog<A> for Keys {
    fn name(&self) -> &'static str {
        "keys"
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, A>) {
        let cx = asked.cx;
        heading(ui, &cx.t("command-keys"));
        egui::Grid::new("keys").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
            for number in 1..=7 {
                ui.label(strong(&cx.t(&format!("keys-{number}"))));
                ui.label(cx.t(&format!("keys-{number}-words")));
                ui.end_row();
            }
            for command in [
                Command::Save,
                Command::Undo,
                Command::Find,
                Command::AddEvidence,
                Command::NextUnscored,
                Command::PrintView,
            ] {
                if let Some(shortcut) = command.shortcut() {
                    ui.label(strong(&ui.ctx().format_shortcut(&shortcut)));
                    ui.label(cx.t(command.label_key()));
                    ui.end_row();
                }
            }
        });
        let close = asked.close_button(ui, self, "button-understood");
        focus_first(ui, &close);
    }
}
