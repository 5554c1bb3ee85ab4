//! 印前: what is still wrong before anything is printed, each with the way there.

use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::{Action, Cx, ViewKind};
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{small, strong};
use crate::checks::{Finding, Severity};
use crate::text::Message;
use eframe::egui::{Align, Label, Layout, Ui, vec2};

/// So many are named; the others are counted.
const NAMED: usize = 4;

pub(super) fn before_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let open: Vec<&Finding> = document.findings().iter().filter(|finding| finding.is_open()).collect();
    let errors = open.iter().filter(|finding| finding.severity == Severity::Error).count();
    ui.horizontal(|ui| {
        ui.label(strong(&cx.t("print-before")));
        let (key, ink) = match (errors, open.is_empty()) {
            (0, true) => ("print-before-ready", tokens.good),
            (0, false) => ("print-before-look", tokens.caution),
            _ => ("print-before-errors", tokens.deduction),
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(small(&cx.t(key), ink)));
    });
    for finding in open.iter().take(NAMED) {
        let ink = if finding.severity == Severity::Error { tokens.deduction } else { tokens.ink_soft };
        let row = Layout::right_to_left(Align::TOP);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), row, |ui| {
            if ui.small_button(cx.t("print-before-go")).clicked() {
                cx.send(Action::GoTo(finding.place.clone()));
            }
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.add(Label::new(small(&cx.text(&finding.message), ink)).wrap());
            });
        });
    }
    if !open.is_empty() {
        let words =
            Message::new("print-before-all").with("errors", errors).with("others", open.len() - errors);
        if ui.button(cx.text(&words)).clicked() {
            cx.send(Action::Show(ViewKind::Findings));
        }
    }
}
