//! The window while an evaluation is open, below the bar at its top.

use super::state::{Action, Cx, EvaluationWorkspace, ViewKind};
use super::{findings, ledger, print, project, scores, status, tailor};
use crate::app::context;
use crate::app::widgets::theme::Tokens;
use eframe::egui::{CentralPanel, Frame, Panel, Ui};

impl EvaluationWorkspace {
    /// Draws the window below the bar; `bar` frames the status line.
    pub fn ui(&mut self, ui: &mut Ui, base: &context::Cx<'_, Action>, bar: Frame) {
        let (state, ui_state) = (&self.state, &mut self.ui);
        let (cx, document) = (&Cx::new(base, state), &state.document);
        Panel::bottom("status").frame(bar).show(ui, |ui| status::status_ui(ui, cx, document));
        let page = Frame::new().fill(Tokens::of(ui).paper);
        CentralPanel::default().frame(page).show(ui, |ui| match state.view {
            ViewKind::Project => project::project_ui(ui, cx, ui_state, document),
            ViewKind::Scores => scores::score_ui(ui, cx, ui_state),
            ViewKind::Findings => findings::findings_ui(ui, cx, document),
            ViewKind::Ledger => ledger::ledger_ui(ui, cx, ui_state, document),
            ViewKind::Tailor => tailor::tailor_ui(ui, cx, ui_state, document),
            ViewKind::Print => print::print_ui(ui, cx, ui_state, document),
        });
    }
}
