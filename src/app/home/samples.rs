//! The samples on the start view: cards that say what each shows.

use super::cards::{big_card, cards};
use super::state::Action;
use crate::app::context::Cx;
use crate::app::request::Next;
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{small, strong};
use crate::samples::SAMPLES;
use eframe::egui::{Label, Ui, vec2};

const HEIGHT: f32 = 58.0;

pub(crate) fn samples_ui(ui: &mut Ui, cx: &Cx<'_, Action>) {
    let tokens = Tokens::of(ui);
    cards(ui, |ui, width| {
        for (number, sample) in SAMPLES.iter().enumerate() {
            let title = cx.t(sample.title_key);
            let words = cx.t(&format!("{}-words", sample.title_key));
            let card = big_card(ui, &title, vec2(width, HEIGHT), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add(Label::new(strong(&title)).truncate().selectable(false));
                ui.add(Label::new(small(&words, tokens.ink_soft)).truncate().selectable(false));
            });
            let template = cx.shared.templates.iter().find(|shipped| *shipped.id == *sample.template);
            let scored_by = template.map(|template| template.title.to_string()).unwrap_or_default();
            if card.on_hover_text(format!("{words}\n{scored_by}")).clicked() {
                cx.leave(Next::Sample(number));
            }
        }
    });
}
