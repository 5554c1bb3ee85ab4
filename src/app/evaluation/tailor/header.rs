//! What the columns of 指标与分值 are called.

use super::columns::{FIGURE, FIGURE_END, List, PATTERN, RESET, UNIT};
use crate::app::evaluation::state::Cx;
use crate::app::widgets::small;
use crate::app::widgets::theme::Tokens;
use eframe::egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, vec2};

const HEIGHT: f32 = 26.0;

/// Keeps the room above the rows free. The header is drawn into it when it is known how far they scrolled aside.
pub(super) fn room(ui: &mut Ui) -> Rect {
    ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover()).0
}

pub(super) fn header_ui(ui: &mut Ui, cx: &Cx<'_>, room: Rect, scrolled: f32, list: &List) {
    let along = UiBuilder::new()
        .max_rect(room.translate(vec2(-scrolled, 0.0)))
        .layout(Layout::left_to_right(Align::Center));
    let mut ui = ui.new_child(along);
    ui.set_clip_rect(room.intersect(ui.clip_rect()));
    let open = cx.document().takes_own();
    words(&mut ui, cx, list.name_width, "tailor-column-name");
    words(&mut ui, cx, PATTERN, if open { "own-pattern" } else { "" });
    words(&mut ui, cx, UNIT, "own-unit");
    figure(&mut ui, cx, "own-points");
    if list.weighted {
        figure(&mut ui, cx, "own-weight");
    }
    let line = Tokens::of(&ui).line_strong;
    ui.painter().hline(room.x_range(), room.bottom() - 1.0, (1.0, line));
}

fn cell(ui: &mut Ui, width: f32, body: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, HEIGHT), Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(width);
        body(ui);
    });
}

fn words(ui: &mut Ui, cx: &Cx<'_>, width: f32, key: &str) {
    let ink = Tokens::of(ui).ink_soft;
    cell(ui, width, |ui| {
        if !key.is_empty() {
            ui.label(small(&cx.t(key), ink));
        }
    });
}

/// Over the ends of the numbers.
fn figure(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    let ink = Tokens::of(ui).ink_soft;
    cell(ui, FIGURE + RESET, |ui| {
        let layout = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(vec2(FIGURE, HEIGHT), layout, |ui| {
            ui.set_width(FIGURE);
            ui.add_space(FIGURE_END);
            ui.label(small(&cx.t(key), ink));
        });
    });
}
