//! The right part of the bar at the top of the window: the name of the evaluation, its views, and the commands used
//! most.

use super::document::Document;
use super::state::{Action, Cx, EvaluationWorkspace, ViewKind};
use crate::app::Command;
use crate::app::context;
use crate::app::session;
use crate::app::widgets::theme::{Tokens, size};
use crate::app::widgets::{primary, segment, small, strong};
use crate::checks::Severity;
use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, RichText, Stroke, Ui};

impl EvaluationWorkspace {
    /// In a bar with little room undo, redo and the name go: the menu and the window's own title have them.
    pub fn bar_ui(&self, ui: &mut Ui, base: &context::Cx<'_, Action>, roomy: bool) {
        let (cx, document) = (&Cx::new(base, &self.state), &self.state.document);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if primary(ui, &cx.t("button-print")).on_hover_text(tip(cx, Command::PrintView)).clicked() {
                cx.command(Command::PrintView);
            }
            let buttons: &[Command] = match roomy {
                true => &[Command::Save, Command::Redo, Command::Undo],
                false => &[Command::Save],
            };
            for &command in buttons {
                self.command_button(ui, cx, command);
            }
            if roomy {
                ui.add_space(8.0);
            }
            segments(ui, cx, document);
            if !roomy {
                return;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| title(ui, cx, document));
        });
    }

    fn command_button(&self, ui: &mut Ui, cx: &Cx<'_>, command: Command) {
        let enabled = session::can(self, command);
        let mut tip = tip(cx, command);
        if let Some(label) = session::change_name(self, command) {
            tip = format!("{}：{}", tip, cx.text(label));
        }
        let label = RichText::new(cx.t(&format!("{}-short", command.label_key()))).size(size::BODY - 1.0);
        if ui.add_enabled(enabled, Button::new(label)).on_hover_text(tip).clicked() {
            cx.command(command);
        }
    }
}

fn title(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let path = document.path().map(|path| path.display().to_string());
    if document.is_dirty() {
        let word = if document.path().is_some() { "title-unsaved" } else { "title-never-saved" };
        ui.label(small(&format!("● {}", cx.t(word)), tokens.caution));
    }
    ui.add(Label::new(strong(&document.title())).truncate())
        .on_hover_text(path.unwrap_or_else(|| cx.t("title-never-saved")));
}

fn segments(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let findings = document.findings().iter().filter(|finding| finding.severity != Severity::Info).count();
    let views = [
        (ViewKind::Project, "view-project", None),
        (ViewKind::Scores, "view-scores", None),
        (ViewKind::Findings, "view-findings", Some(findings).filter(|count| *count > 0)),
        (ViewKind::Print, "view-print", None),
    ];
    let frame = Frame::new()
        .fill(tokens.paper)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(Margin::same(2));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        // The bar is laid out from the right: the last view first.
        for (view, key, count) in views.into_iter().rev() {
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

fn tip(cx: &Cx<'_>, command: Command) -> String {
    cx.t(command.label_key())
}
