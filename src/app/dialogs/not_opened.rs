//! No program of the system opens a file: where it lies is said, so that it can be opened otherwise.

use super::{focus_first, heading, words};
use crate::app::context::{Asked, Dialog};
use crate::app::request::Request;
use crate::app::widgets::primary;
use crate::text::Message;
use eframe::egui::Ui;
use std::path::PathBuf;

pub(crate) struct NotOpened {
    pub path: PathBuf,
    /// In the system's words.
    pub detail: String,
}

impl<A: From<Request>> Dialog<A> for NotOpened {
    fn name(&self) -> &'static str {
        "not-opened"
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, A>) {
        let (lang, path) = (asked.cx.lang(), self.path.display().to_string());
        let message = Message::new("not-opened").with("detail", &self.detail);
        heading(ui, &message.text(lang));
        words(ui, &Message::new("not-opened-lies").with("path", &path).text(lang));
        message.hint(lang).into_iter().for_each(|hint| words(ui, &hint));
        ui.horizontal(|ui| {
            let copy = primary(ui, &asked.cx.t("not-opened-copy"));
            focus_first(ui, &copy);
            if copy.clicked() {
                ui.ctx().copy_text(path);
                asked.answer(Request::notice(Message::new("not-opened-copied")));
            }
            asked.close_button(ui, self, "button-understood");
        });
    }

    fn width(&self) -> f32 {
        520.0
    }

    fn is_message(&self) -> bool {
        true
    }
}
