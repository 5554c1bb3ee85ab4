//! The samples on the start view: a list, grouped by the template that each is scored by.

use super::state::Action;
use crate::app::context::Cx;
use crate::app::request::Next;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{small, strong};
use crate::samples::{SAMPLES, Sample};
use eframe::egui::{
    self, Align, CornerRadius, CursorIcon, Label, Layout, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    vec2,
};

const ROW: f32 = 36.0;
/// Of the titles, so that the sentences beside them begin at one line.
const TITLE: f32 = 280.0;

pub(crate) fn samples_ui(ui: &mut Ui, cx: &Cx<'_, Action>) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    let mut template = "";
    for (number, sample) in SAMPLES.iter().enumerate() {
        if sample.template != template {
            template = sample.template;
            ui.add_space(if number == 0 { 0.0 } else { GRID * 2.0 });
            ui.add(Label::new(small(title_of(cx, template), tokens.ink_faint)).truncate().selectable(false));
        }
        if row(ui, cx, sample).clicked() {
            cx.leave(Next::Sample(number));
        }
    }
}

fn title_of<'a>(cx: &'a Cx<'_, Action>, template: &'a str) -> &'a str {
    let found = cx.shared.templates.iter().find(|shipped| *shipped.id == *template);
    found.map_or(template, |template| &template.title)
}

/// Title and a sentence; the whole row is the button.
fn row(ui: &mut Ui, cx: &Cx<'_, Action>, sample: &Sample) -> egui::Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let title = cx.t(sample.title_key);
    let words = cx.t(&format!("{}-words", sample.title_key));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &title));
    let hot = response.hovered() || response.has_focus();
    let edge = Stroke::new(1.0, if hot { tokens.accent } else { tokens.line });
    ui.painter().rect(rect, CornerRadius::same(6), tokens.panel, edge, StrokeKind::Inside);
    let inner = rect.shrink2(vec2(14.0, 0.0));
    let split = inner.left() + TITLE.min(inner.width() * 0.45);
    let cell = |ui: &mut Ui, rect: Rect, label: Label| {
        let builder = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
        ui.new_child(builder).add(label.truncate().selectable(false));
    };
    cell(ui, inner.with_max_x(split - 12.0), Label::new(strong(&title)));
    cell(ui, inner.with_min_x(split), Label::new(small(&words, tokens.ink_soft)));
    response.on_hover_text(words).on_hover_cursor(CursorIcon::PointingHand)
}
