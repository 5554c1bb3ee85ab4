//! A template with errors is about to be saved.

use super::{focus_first, heading, words};
use crate::app::context::{Asked, Dialog};
use crate::app::request::Request;
use crate::app::widgets::primary;
use crate::help::Topic;
use crate::text::Message;
use eframe::egui::Ui;
use std::path::PathBuf;

pub(crate) struct SaveErrors {
    pub errors: usize,
    pub path: PathBuf,
    pub force: bool,
}

impl Dialog<Request> for SaveErrors {
    fn name(&self) -> &'static str {
        "save-errors"
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::Templates)
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Request>) {
        let cx = asked.cx;
        let message = Message::new("te-draft").with("errors", self.errors);
        heading(ui, &cx.text(&message));
        words(ui, &message.hint(cx.lang()).unwrap_or_default());
        ui.horizontal(|ui| {
            let save = primary(ui, &cx.t("button-save-draft"));
            focus_first(ui, &save);
            if save.clicked() {
                asked.answer(Request::SaveWithErrors { path: self.path.clone(), force: self.force });
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }

    fn closed(&mut self) -> Option<Request> {
        Some(Request::Stay)
    }
}
