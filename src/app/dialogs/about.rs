//! What the program is.

use super::{focus_first, heading, words};
use crate::app::context::{Asked, Dialog};
use crate::text::Message;
use eframe::egui::Ui;

pub(crate) struct About;

impl<A> Dialog<A> for About {
    fn name(&self) -> &'static str {
        "about"
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, A>) {
        let cx = asked.cx;
        heading(ui, &cx.t("app-name"));
        words(ui, &cx.text(&Message::new("about-version").with("version", env!("CARGO_PKG_VERSION"))));
        words(ui, &cx.t("about-words"));
        let close = asked.close_button(ui, self, "button-understood");
        focus_first(ui, &close);
    }
}
