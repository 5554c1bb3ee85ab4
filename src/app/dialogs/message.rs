//! Something happened that has to be read.

use super::{focus_first, heading, words};
use crate::app::context::{Asked, Dialog};
use crate::text::Message;
use eframe::egui::Ui;

pub(crate) struct Told {
    pub message: Message,
    pub cause: Option<Message>,
}

impl<A> Dialog<A> for Told {
    fn name(&self) -> &'static str {
        "told"
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, A>) {
        let lang = asked.cx.lang();
        heading(ui, &self.message.text(lang));
        if let Some(cause) = &self.cause {
            words(ui, &cause.full(lang));
        }
        if let Some(hint) = self.message.hint(lang) {
            words(ui, &hint);
        }
        let close = asked.close_button(ui, self, "button-understood");
        focus_first(ui, &close);
    }

    fn is_message(&self) -> bool {
        true
    }
}
