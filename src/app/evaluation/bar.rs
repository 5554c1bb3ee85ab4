//! The right part of the bar at the top of the window: the name of the evaluation, its views, and the commands used
//! most.

use super::document::Document;
use super::state::{Action, Cx, EvaluationWorkspace, ViewKind};
use crate::app::Command;
use crate::app::context;
use crate::app::document_bar::{commands_ui, sides_ui, title_ui};
use crate::app::widgets::{primary, segment, segments_frame};
use crate::checks::Severity;
use eframe::egui::Ui;

impl EvaluationWorkspace {
    /// In a bar with little room undo, redo and the name go: the menu and the window's own title have them.
    pub fn bar_ui(&self, ui: &mut Ui, base: &context::Cx<'_, Action>, roomy: bool) {
        let (cx, document) = (&Cx::new(base, &self.state), &self.state.document);
        let name = |ui: &mut Ui| {
            if roomy {
                title_ui(ui, cx, document, &document.title());
            }
        };
        sides_ui(ui, name, |ui| {
            segments(ui, cx, document);
            if roomy {
                ui.add_space(8.0);
            }
            commands_ui(ui, cx, self, roomy);
            let print = primary(ui, &cx.t("button-print"));
            if print.on_hover_text(cx.t(Command::PrintView.label_key())).clicked() {
                cx.command(Command::PrintView);
            }
        });
    }
}

fn segments(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let findings = document
        .findings()
        .iter()
        .filter(|finding| finding.is_open() && finding.severity != Severity::Info)
        .count();
    let views = [
        (ViewKind::Project, "view-project", None),
        (ViewKind::Scores, "view-scores", None),
        (ViewKind::Findings, "view-findings", Some(findings).filter(|count| *count > 0)),
        (ViewKind::Print, "view-print", None),
    ];
    segments_frame(ui, |ui| {
        for (view, key, count) in views {
            let text = match count {
                Some(count) => format!("{} {count}", cx.t(key)),
                None => cx.t(key),
            };
            if segment(ui, cx.state.view == view, &text).clicked() {
                cx.send(Action::Show(view));
            }
        }
    });
}
