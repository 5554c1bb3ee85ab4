//! There is no dialog of the system: the path is typed.

use super::{Asked, Dialog, focus_first, heading, line, words};
use crate::app::Action;
use crate::app::system::jobs::Purpose;
use crate::app::widgets::primary;
use eframe::egui::{Key, Ui};
use std::path::PathBuf;

pub struct TypedPath {
    pub purpose: Purpose,
    pub title_key: &'static str,
    pub text: String,
}

impl Dialog for TypedPath {
    fn name(&self) -> &'static str {
        "path"
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_>) {
        let cx = asked.cx;
        heading(ui, &cx.t(self.title_key));
        words(ui, &cx.t("path-words"));
        let field = line(ui, &cx.t("path-field"), &mut self.text, 1);
        // Asked before the focus goes back: a field that has it again has not lost it.
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        focus_first(ui, &field);
        ui.horizontal(|ui| {
            let ready = !self.text.trim().is_empty();
            let go = ui.add_enabled_ui(ready, |ui| primary(ui, &cx.t("button-go-on"))).inner;
            if ready && (go.clicked() || entered) {
                let path = PathBuf::from(self.text.trim().trim_matches('"'));
                asked.answer(Action::UsePath { purpose: self.purpose.clone(), path });
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }

    fn closed(&self) -> Option<Action> {
        Some(Action::NoPath(self.purpose.clone()))
    }
}
