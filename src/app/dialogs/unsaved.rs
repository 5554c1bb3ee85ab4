//! Unsaved changes, on the way out, and numbers that no field took.

use super::{Asked, Dialog, focus_first, heading, words};
use crate::app::widgets::primary;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::{Action, Command};
use crate::text::Message;
use eframe::egui::Ui;

pub struct Unsaved {
    /// Numbers that no field took.
    pub refused: usize,
}

impl Dialog for Unsaved {
    fn name(&self) -> &'static str {
        "unsaved"
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_>) {
        let cx = asked.cx;
        heading(ui, &cx.t("unsaved-title"));
        let title = cx.model.workspace.open().map(|open| open.title()).unwrap_or_default();
        words(ui, &cx.text(&Message::new("unsaved-words").with("title", title)));
        if self.refused > 0 {
            let note = cx.text(&Message::new("unsaved-refused").with("count", self.refused));
            ui.colored_label(Tokens::of(ui).deduction, note);
        }
        ui.add_space(GRID);
        ui.horizontal(|ui| {
            let save = primary(ui, &cx.t("button-save"));
            focus_first(ui, &save);
            if save.clicked() {
                asked.answer(Action::Command(Command::Save));
            }
            if ui.button(cx.t("button-do-not-save")).clicked() {
                asked.answer(Action::GiveUpChanges);
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }

    fn closed(&self) -> Option<Action> {
        Some(Action::Stay)
    }

    fn asks_about_changes(&self) -> bool {
        true
    }
}
