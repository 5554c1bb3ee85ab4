//! 换用新版模板: which template the evaluation moves to.

use crate::app::context::{Asked, Dialog};
use crate::app::dialogs::{focus_first, heading, words};
use crate::app::evaluation::state::Action;
use crate::app::widgets::primary;
use crate::help::Topic;
use crate::template::Template;
use crate::text::Message;
use eframe::egui::Ui;
use std::sync::Arc;

pub(crate) struct MigrateTo {
    /// The template that the evaluation has now.
    now: Arc<Template>,
    templates: Vec<Arc<Template>>,
    chosen: usize,
}

impl MigrateTo {
    pub(crate) fn new(now: Arc<Template>, templates: Vec<Arc<Template>>) -> Self {
        Self { now, templates, chosen: 0 }
    }
}

impl Dialog<Action> for MigrateTo {
    fn name(&self) -> &'static str {
        "migrate-to"
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::Templates)
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let cx = asked.cx;
        heading(ui, &cx.t("migrate-to-title"));
        words(ui, &cx.t("migrate-to-words"));
        let now = Message::new("migrate-to-now").with("title", &self.now.title);
        ui.label(cx.text(&now.with("version", &self.now.version)));
        for (number, template) in self.templates.iter().enumerate() {
            let key = if template.id == self.now.id { "migrate-to-same" } else { "migrate-to-other" };
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
