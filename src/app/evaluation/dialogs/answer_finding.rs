//! 写说明: why what was found may stay.

use crate::app::context::{Asked, Dialog};
use crate::app::dialogs::{focus_text, heading, is_entered, line, words};
use crate::app::evaluation::state::Action;
use crate::app::widgets::primary;
use crate::checks::Finding;
use crate::help::Topic;
use crate::text::Message;
use eframe::egui::Ui;

pub(crate) struct AnswerFinding {
    findings: Vec<Finding>,
    reason: String,
}

impl AnswerFinding {
    pub(crate) fn new(findings: Vec<Finding>) -> Self {
        Self { findings, reason: String::new() }
    }
}

impl Dialog<Action> for AnswerFinding {
    fn name(&self) -> &'static str {
        "answer-finding"
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::Checks)
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let cx = asked.cx;
        heading(ui, &cx.t("findings-answer-title"));
        match self.findings.as_slice() {
            [one] => words(ui, &one.message.text(cx.lang())),
            all => words(ui, &cx.text(&Message::new("findings-answer-all").with("count", all.len()))),
        }
        words(ui, &cx.t("findings-answer-words"));
        let field = line(ui, &cx.t("findings-answer-reason"), &mut self.reason, 2);
        focus_text(ui, &field, &self.reason);
        ui.horizontal(|ui| {
            let ready = !self.reason.trim().is_empty() && !cx.shared.composing;
            let pressed =
                ui.add_enabled_ui(ready, |ui| primary(ui, &cx.t("findings-answer-do"))).inner.clicked();
            if pressed || ready && is_entered(ui, cx, &field) {
                let (findings, reason) = (self.findings.clone(), self.reason.clone());
                asked.answer(Action::AnswerFindings { findings, reason });
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }
}
