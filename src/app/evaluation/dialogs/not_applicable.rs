//! 不适用, with its reason.

use crate::app::context::{Asked, Dialog};
use crate::app::dialogs::{focus_first, heading, is_entered, line, words};
use crate::app::evaluation::state::Action;
use crate::app::widgets::primary;
use crate::evaluation::{Applicability, Edit};
use crate::help::Topic;
use crate::template::Id as NodeId;
use crate::text::Message;
use eframe::egui::Ui;

pub(crate) struct NotApplicable {
    item: NodeId,
    name: String,
    reason: String,
}

impl NotApplicable {
    pub(crate) fn new(item: NodeId, name: String) -> Self {
        Self { item, name, reason: String::new() }
    }
}

impl Dialog<Action> for NotApplicable {
    fn name(&self) -> &'static str {
        "not-applicable"
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::States)
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let cx = asked.cx;
        heading(ui, &cx.text(&Message::new("na-title").with("item", &self.name)));
        words(ui, &cx.t("na-words"));
        let field = line(ui, &cx.t("na-reason"), &mut self.reason, 2);
        focus_first(ui, &field);
        ui.horizontal(|ui| {
            let reason = self.reason.trim();
            let ready = !reason.is_empty();
            let pressed = ui.add_enabled_ui(ready, |ui| primary(ui, &cx.t("button-set-na"))).inner.clicked();
            if pressed || ready && is_entered(ui, cx, &field) {
                let to = Applicability::NotApplicable { reason: reason.to_owned() };
                asked.answer(Action::Edit(Edit::SetApplicability { item: self.item.clone(), to }));
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }
}
