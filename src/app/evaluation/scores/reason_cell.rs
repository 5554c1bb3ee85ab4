//! 扣分原因 as it is typed in the table: the same words as in the inspector.

use crate::app::evaluation::field::Field;
use crate::app::evaluation::field_ui::field_ui;
use crate::app::evaluation::state::{Cx, UiState};
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::Tokens;
use crate::template::Indicator;
use eframe::egui::{Align, Frame, Layout, Rect, Ui, UiBuilder, vec2};

/// What stays free below it, in points.
const MARGIN: f32 = 3.0;

/// Draws the field over the reason of the selected row, at `place`, while it is typed into.
pub(crate) fn reason_cell_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    indicator: &Indicator,
    place: Rect,
    clicked: bool,
) {
    let field = Field::ReasonCell(indicator.id.clone());
    if clicked {
        ui_state.ask_for(field.clone());
    }
    let is_open =
        ui_state.fields.focus == Some(field.id()) || ui.memory(|memory| memory.has_focus(field.id()));
    if !is_open {
        return;
    }
    let place = place.shrink2(vec2(2.0, 3.0));
    // Long words grow over the rows below, as in a spreadsheet; at the end of the window over those above.
    let over = (place.top() + ui_state.reason_height + MARGIN - ui.clip_rect().bottom()).max(0.0);
    let place = place.translate(vec2(0.0, -over));
    let mut cell = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)));
    Frame::new().fill(Tokens::of(ui).panel).show(&mut cell, |ui| {
        let name = format!(
            "{} {}",
            indicator.name,
            cx.t(if cx.document().has_points() { "reason-cell" } else { "deviation-cell" })
        );
        field_ui(ui, cx, ui_state, field, &Look::cell(&name, place.width()));
    });
    let height = cell.min_rect().height();
    if (ui_state.reason_height - height).abs() > 0.5 {
        ui_state.reason_height = height;
        ui.ctx().request_discard("the reason has another height");
    }
}
