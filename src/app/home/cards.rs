//! The cards of the start view.

use crate::app::widgets::theme::Tokens;
use eframe::egui::{self, Align, CornerRadius, Layout, Sense, Stroke, Ui, vec2};

/// Narrowest width of a card.
const NARROWEST: f32 = 280.0;
/// Between cards.
const GAP: f32 = 12.0;

/// As wide as makes a whole number of cards fill the width.
fn card_width(ui: &Ui) -> f32 {
    let room = ui.available_width();
    let count = ((room + GAP) / (NARROWEST + GAP)).floor().clamp(1.0, 4.0);
    ((room - GAP * (count - 1.0)) / count).floor()
}

/// Cards side by side, in as many rows as it takes.
pub(crate) fn cards(ui: &mut Ui, body: impl FnOnce(&mut Ui, f32)) {
    let width = card_width(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        body(ui, width);
    });
}

/// A clickable card of a fixed size; its text is drawn by `body` within the margins.
pub(crate) fn big_card(
    ui: &mut Ui,
    name: &str,
    size: egui::Vec2,
    body: impl FnOnce(&mut Ui),
) -> egui::Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    let hot = response.hovered() || response.has_focus();
    let edge = if hot { tokens.accent } else { tokens.line };
    ui.painter().rect(
        rect,
        CornerRadius::same(8),
        tokens.panel,
        Stroke::new(1.0, edge),
        egui::StrokeKind::Inside,
    );
    let inner =
        egui::UiBuilder::new().max_rect(rect.shrink2(vec2(14.0, 10.0))).layout(Layout::top_down(Align::Min));
    // A child that leaves the layout of the cards alone.
    let mut inside = ui.new_child(inner);
    inside.spacing_mut().item_spacing.y = 4.0;
    body(&mut inside);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
