//! Unsaved changes, on the way out, and numbers that no field took.

use super::{focus_first, heading, words};
use crate::app::Command;
use crate::app::context::{Asked, Dialog};
use crate::app::request::Request;
use crate::app::widgets::primary;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::help::Topic;
use crate::text::Message;
use eframe::egui::Ui;

pub(crate) struct Unsaved {
    /// Of what is open.
    pub title: String,
    /// Numbers that no field took.
    pub refused: usize,
}

impl Dialog<Request> for Unsaved {
    fn name(&self) -> &'static str {
        "unsaved"
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::Saving)
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Request>) {
        let cx = asked.cx;
        heading(ui, &cx.t("unsaved-title"));
        words(ui, &cx.text(&Message::new("unsaved-words").with("title", &self.title)));
        if self.refused > 0 {
            let note = cx.text(&Message::new("unsaved-refused").with("count", self.refused));
            ui.colored_label(Tokens::of(ui).deduction, note);
        }
        ui.add_space(GRID);
        ui.horizontal(|ui| {
            let save = primary(ui, &cx.t("button-save"));
            focus_first(ui, &save);
            if save.clicked() {
                asked.answer(Request::Command(Command::Save));
            }
            if ui.button(cx.t("button-do-not-save")).clicked() {
                asked.answer(Request::GiveUpChanges);
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }

    fn closed(&mut self) -> Option<Request> {
        Some(Request::Stay)
    }

    fn asks_about_changes(&self) -> bool {
        true
    }
}
