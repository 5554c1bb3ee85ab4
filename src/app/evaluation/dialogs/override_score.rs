//! 人工改分: a score set by hand, with its reason. What the evaluation refuses stays, with why.

use crate::app::context::{Asked, Dialog};
use crate::app::dialogs::{focus_text, heading, is_entered, line, words};
use crate::app::evaluation::state::Action;
use crate::app::widgets::primary;
use crate::app::widgets::theme::Tokens;
use crate::evaluation::{Edit, Evaluation, Override};
use crate::help::Topic;
use crate::number::{parse, plain};
use crate::template::{Id as NodeId, Template};
use crate::text::{Explain as _, Message};
use eframe::egui::Ui;
use std::sync::Arc;

pub(crate) struct OverrideScore {
    item: NodeId,
    score: String,
    reason: String,
    refused: Option<Message>,
    /// What the score is checked against, as it was when the dialog was opened; the edit itself is checked again.
    template: Arc<Template>,
    evaluation: Arc<Evaluation>,
}

impl OverrideScore {
    /// `score` is what it has now.
    pub(crate) fn new(
        item: NodeId,
        score: String,
        template: Arc<Template>,
        evaluation: Arc<Evaluation>,
    ) -> Self {
        Self { item, score, reason: String::new(), refused: None, template, evaluation }
    }

    fn edit(&self) -> Result<Edit, Message> {
        let score = parse(&self.score).map_err(|error| error.message())?;
        let to = Some(Override { score, reason: self.reason.trim().to_owned() });
        let edit = Edit::SetOverride { item: self.item.clone(), to };
        let checked = self.evaluation.apply(&self.template, &edit).map(drop);
        checked.map(|()| edit).map_err(|error| error.message())
    }
}

impl Dialog<Action> for OverrideScore {
    fn name(&self) -> &'static str {
        "override"
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::States)
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Action>) {
        let cx = asked.cx;
        if let Some(indicator) = self.template.indicator(&self.item) {
            heading(ui, &cx.text(&Message::new("override-title").with("item", &indicator.name)));
            let points = plain(indicator.points);
            words(ui, &cx.text(&Message::new("override-words").with("points", points)));
        }
        let field = line(ui, &cx.t("override-score"), &mut self.score, 1);
        focus_text(ui, &field, &self.score);
        if field.changed() {
            self.refused = None;
        }
        let reason = line(ui, &cx.t("override-reason"), &mut self.reason, 2);
        if let Some(message) = &self.refused {
            ui.colored_label(Tokens::of(ui).deduction, message.full(cx.lang()));
        }
        ui.horizontal(|ui| {
            let ready = !self.reason.trim().is_empty() && parse(&self.score).is_ok();
            let pressed =
                ui.add_enabled_ui(ready, |ui| primary(ui, &cx.t("button-override"))).inner.clicked();
            if pressed || ready && is_entered(ui, cx, &reason) {
                match self.edit() {
                    Ok(edit) => asked.answer(Action::Edit(edit)),
                    Err(message) => self.refused = Some(message),
                }
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }
}
