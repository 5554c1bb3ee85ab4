//! 核对: what is open, doubtful or contradictory. Which are listed, the list by kinds, and the details of one.

pub(crate) mod checks_state;
mod detail;
mod filters;
mod list;
mod said;
pub(crate) mod update;

pub(crate) use filters::search_id as findings_search_id;

use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::Cx;
use crate::app::widgets::theme::Tokens;
use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

pub(crate) fn findings_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let side = || Frame::new().fill(tokens.paper).inner_margin(Margin::symmetric(12, 12));
    if width >= 900.0 {
        Panel::left("findings-filters")
            .resizable(false)
            .exact_size(208.0)
            .frame(side())
            .show(ui, |ui| filters::filters_ui(ui, cx, document));
    }
    if width >= 640.0 {
        Panel::right("finding")
            .resizable(false)
            .exact_size((width * 0.26).clamp(280.0, 380.0))
            .frame(side())
            .show(ui, |ui| detail::detail_ui(ui, cx, document));
    }
    CentralPanel::default()
        .frame(Frame::new().fill(tokens.panel))
        .show(ui, |ui| list::list_ui(ui, cx, document));
}
