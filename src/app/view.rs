//! What is drawn. A view reads the model, keeps its own drafts, and sends actions; it changes nothing.

use super::evaluation::{findings, ledger, print, project, scores, status, tailor};
use super::{Cx, Local, ViewKind};
use super::{home, import, menu_bar as top, template};
use crate::app::widgets::theme::Tokens;
use eframe::egui::{CentralPanel, Frame, Margin, Panel, Stroke, Ui};

/// The whole window.
pub fn window_ui(ui: &mut Ui, cx: &Cx<'_>, local: &mut Local) {
    let tokens = Tokens::of(ui);
    let bar = Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(14, 8));
    Panel::top("top")
        .frame(bar)
        .exact_size(52.0)
        .show_separator_line(true)
        .show(ui, |ui| top::top_ui(ui, cx));
    if let Some(drafting) = cx.model.drafting() {
        return template::window_ui(ui, cx, local, drafting, bar);
    }
    if let Some(importing) = cx.model.importing() {
        return import::window_ui(ui, cx, local, importing, bar);
    }
    let Some(document) = cx.model.document() else {
        Panel::bottom("status").frame(bar).show(ui, |ui| status::notice_ui(ui, cx));
        CentralPanel::default()
            .frame(Frame::new().fill(tokens.paper))
            .show(ui, |ui| home::start::start_ui(ui, cx));
        return;
    };
    Panel::bottom("status").frame(bar).show(ui, |ui| status::status_ui(ui, cx, document));
    let page = Frame::new().fill(tokens.paper).stroke(Stroke::NONE);
    CentralPanel::default().frame(page).show(ui, |ui| match cx.model.view {
        ViewKind::Project => project::project_ui(ui, cx, local, document),
        ViewKind::Scores => scores::score_ui(ui, cx, local),
        ViewKind::Findings => findings::findings_ui(ui, cx, document),
        ViewKind::Ledger => ledger::ledger_ui(ui, cx, local, document),
        ViewKind::Tailor => tailor::tailor_ui(ui, cx, local, document),
        ViewKind::Print => print::print_ui(ui, cx, document),
    });
}
