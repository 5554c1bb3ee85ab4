//! 评分: outline, table, inspector.

mod cell;
mod group_row;
mod header;
mod inspector;
pub(crate) mod notes;
mod outline;
mod reason_cell;
mod row;
mod row_menu;
mod rule;
mod sheet;
mod survey;
mod table;
mod words;

pub(crate) use outline::search_id;

use crate::app::evaluation::state::{Cx, UiState};
use crate::app::widgets::theme::Tokens;
use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

pub(crate) fn score_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState) {
    let document = cx.document();
    ui_state.rows.update(document, cx.state.filter, &cx.state.search);
    let tokens = Tokens::of(ui);
    // At 200 % a laptop has some 700 points of width: the table comes first.
    let width = ui.available_width();
    let roomy = width >= 900.0;
    let inspector_width = (width * 0.25).clamp(300.0, 390.0);
    let side = |fill| Frame::new().fill(fill).inner_margin(Margin::symmetric(12, 12));
    if roomy {
        Panel::left("outline")
            .resizable(false)
            .exact_size(200.0)
            .frame(side(tokens.paper))
            .show(ui, |ui| outline::outline_ui(ui, cx, ui_state, document));
    }
    Panel::right("inspector")
        .resizable(false)
        .exact_size(inspector_width)
        .frame(side(tokens.paper))
        .show(ui, |ui| inspector::inspector_ui(ui, cx, ui_state, document));
    CentralPanel::default().frame(Frame::new().fill(tokens.panel)).show(ui, |ui| {
        if !roomy {
            outline::tools_ui(ui, cx, ui_state);
        }
        table::table_ui(ui, cx, ui_state, document);
    });
}
