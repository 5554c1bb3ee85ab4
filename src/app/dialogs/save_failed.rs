//! A save failed: the disk, or somebody who changed the file meanwhile. Another place may help.

use super::{focus_first, heading, words};
use crate::app::Command;
use crate::app::context::{Asked, Dialog};
use crate::app::request::Request;
use crate::app::widgets::primary;
use crate::help::Topic;
use crate::text::Message;
use eframe::egui::Ui;

pub(crate) struct SaveFailed {
    pub message: Message,
    /// The file was changed by someone else since it was opened: it can be saved over.
    pub changed: bool,
}

impl Dialog<Request> for SaveFailed {
    fn name(&self) -> &'static str {
        if self.changed { "changed-on-disk" } else { "save-failed" }
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::Saving)
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Request>) {
        let cx = asked.cx;
        heading(ui, &self.message.text(cx.lang()));
        if let Some(hint) = self.message.hint(cx.lang()) {
            words(ui, &hint);
        }
        words(ui, &cx.t("save-failed-kept"));
        ui.horizontal(|ui| {
            let elsewhere = primary(ui, &cx.t("button-save-elsewhere"));
            focus_first(ui, &elsewhere);
            if elsewhere.clicked() {
                asked.answer(Request::Command(Command::SaveAs));
            }
            if self.changed && ui.button(cx.t("button-save-over")).clicked() {
                asked.answer(Request::SaveOver);
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }

    fn closed(&mut self) -> Option<Request> {
        Some(Request::Stay)
    }
}
