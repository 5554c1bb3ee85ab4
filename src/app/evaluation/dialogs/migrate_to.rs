//! 换用新版模板: which template the evaluation moves to.

use crate::app::Action;
use crate::app::dialogs::{Asked, Dialog, focus_first, heading, words};
use crate::app::widgets::primary;
use crate::template::Template;
use crate::text::Message;
use eframe::egui::Ui;
use std::sync::Arc;

pub struct MigrateTo {
    templates: Vec<Arc<Template>>,
    chosen: usize,
}

impl MigrateTo {
    pub fn new(templates: Vec<Arc<Template>>) -> Self {
        Self { templates, chosen: 0 }
    }
}

impl Dialog for MigrateTo {
    fn name(&self) -> &'static str {
        "migrate-to"
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_>) {
        let cx = asked.cx;
        heading(ui, &cx.t("migrate-to-title"));
        words(ui, &cx.t("migrate-to-words"));
        let now = cx.document().map(|document| document.template.id.clone());
        for (number, template) in self.templates.iter().enumerate() {
            let key = if Some(&template.id) == now.as_ref() { "migrate-to-same" } else { "migrate-to-other" };
            let name = Message::new(key).with("title", &template.title).with("version", &template.version);
            if ui.radio(self.chosen == number, cx.text(&name)).clicked() {
                self.chosen = number;
            }
        }
        ui.horizontal(|ui| {
            let go = primary(ui, &cx.t("button-go-on"));
            focus_first(ui, &go);
            if let (true, Some(template)) = (go.clicked(), self.templates.get(self.chosen)) {
                asked.answer(Action::PreviewMigration(template.clone()));
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }
}
