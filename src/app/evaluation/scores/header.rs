//! The heading of a column: its edge widens it, a right click chooses which are shown.

use super::row::{cell_text, under};
use crate::app::evaluation::state::Cx;
use crate::app::request::Request;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::{Tokens, size};
use crate::app::{Columns, SheetColumn};
use eframe::egui::{CursorIcon, FontId, Rect, Sense, Stroke, Ui, vec2};
use strum::VariantArray as _;

/// How near to the edge the mouse takes hold of it.
const EDGE: f32 = 8.0;

/// A heading as it stands, and its column.
#[derive(Clone, Copy)]
pub(crate) struct Heading {
    pub column: SheetColumn,
    pub width: f32,
    pub rect: Rect,
}

/// The words of a heading.
pub(crate) fn heading_ui(ui: &mut Ui, cx: &Cx<'_>, column: SheetColumn) -> Rect {
    let tokens = Tokens::of(ui);
    under(ui, tokens.line_strong);
    let rect = ui.max_rect();
    let name = cx.t(column.heading_key(cx.document().has_points()));
    cell_text(ui, &name, column.is_right(), FontId::proportional(size::SMALL), tokens.ink_faint);
    rect
}

/// What the mouse does to a heading: over all that was drawn there. `widening` is the column whose edge is being drawn,
/// with its width.
pub(crate) fn follow_heading(
    ui: &mut Ui,
    cx: &Cx<'_>,
    widening: &mut Option<(SheetColumn, f32)>,
    heading: Heading,
) {
    let tokens = Tokens::of(ui);
    let Heading { column, width, rect } = heading;
    let whole = ui.interact(rect, ui.scope_id().with(("heading", column)), Sense::click());
    whole.context_menu(|ui| columns_menu(ui, cx));
    match cx.document().evaluation().last_year.as_deref().filter(|_| column.is_of_last_year()) {
        Some(last) => drop(whole.on_hover_ui(|ui| drop(ui.label(cx.text(&last.message()))))),
        None => drop(whole.explained(&cx.t(column.heading_key(cx.document().has_points())))),
    }
    let edge = Rect::from_center_size(rect.right_center(), vec2(EDGE, rect.height()));
    let grip = ui.interact(edge, ui.scope_id().with(("edge", column)), Sense::drag());
    if grip.hovered() || grip.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        ui.painter().vline(rect.right() - 1.0, rect.y_range(), Stroke::new(2.0, tokens.accent));
    }
    if grip.drag_started() {
        *widening = Some((column, width));
    }
    if let Some((_, to)) = widening.as_mut().filter(|(of, _)| *of == column) {
        *to += grip.drag_delta().x;
        if grip.drag_stopped() {
            cx.send(Request::Columns(cx.shared.settings.columns.with_width(column, *to)));
            *widening = None;
        }
    }
}

/// Which columns are shown.
pub(crate) fn columns_menu(ui: &mut Ui, cx: &Cx<'_>) {
    let columns = &cx.shared.settings.columns;
    let has_last_year = cx.document().evaluation().last_year.is_some();
    let has_points = cx.document().has_points();
    let is_offered =
        |column: &SheetColumn| column.is_optional() && column.stands_in(has_points, has_last_year);
    for column in SheetColumn::VARIANTS.iter().copied().filter(is_offered) {
        let mut shown = columns.shows(column);
        if ui.checkbox(&mut shown, cx.t(column.heading_key(has_points))).changed() {
            cx.send(Request::Columns(columns.showing(column, shown)));
        }
    }
    ui.separator();
    if ui.button(cx.t("columns-as-before")).clicked() {
        cx.send(Request::Columns(Columns::default()));
        ui.close();
    }
}
