//! 人工改分: a score set by hand, with its reason. What the evaluation refuses stays, with why.

use crate::app::Action;
use crate::app::dialogs::{Asked, Dialog, focus_first, heading, line, words};
use crate::app::widgets::primary;
use crate::app::widgets::theme::Tokens;
use crate::evaluation::{Edit, Override};
use crate::number::parse;
use crate::template::Id as NodeId;
use crate::text::{Explain as _, Message};
use eframe::egui::Ui;

pub struct OverrideScore {
    item: NodeId,
    name: String,
    /// 分值
    points: String,
    score: String,
    reason: String,
    refused: Option<Message>,
}

impl OverrideScore {
    /// `score` is what it has now.
    pub fn new(item: NodeId, name: String, points: String, score: String) -> Self {
        Self { item, name, points, score, reason: String::new(), refused: None }
    }

    fn edit(&self, asked: &Asked<'_>) -> Result<Edit, Message> {
        let score = parse(&self.score).map_err(|error| error.message())?;
        let to = Some(Override { score, reason: self.reason.trim().to_owned() });
        let edit = Edit::SetOverride { item: self.item.clone(), to };
        let checked = asked.cx.document().map_or(Ok(()), |document| document.check(&edit));
        checked.map(|()| edit).map_err(|error| error.message())
    }
}

impl Dialog for OverrideScore {
    fn name(&self) -> &'static str {
        "override"
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_>) {
        let cx = asked.cx;
        heading(ui, &cx.text(&Message::new("override-title").with("item", &self.name)));
        words(ui, &cx.text(&Message::new("override-words").with("points", &self.points)));
        let field = line(ui, &cx.t("override-score"), &mut self.score, 1);
        focus_first(ui, &field);
        if field.changed() {
            self.refused = None;
        }
        line(ui, &cx.t("override-reason"), &mut self.reason, 2);
        if let Some(message) = &self.refused {
            ui.colored_label(Tokens::of(ui).deduction, message.full(cx.lang()));
        }
        ui.horizontal(|ui| {
            let ready = !self.reason.trim().is_empty() && parse(&self.score).is_ok();
            if ui.add_enabled_ui(ready, |ui| primary(ui, &cx.t("button-override"))).inner.clicked() {
                match self.edit(asked) {
                    Ok(edit) => asked.answer(Action::Edit(edit)),
                    Err(message) => self.refused = Some(message),
                }
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }
}
