//! 核对: what is open, doubtful or contradictory, each one click from its place.

use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::{Action, Cx, ViewKind};
use crate::app::widgets::theme::{GRID, Tokens, size};
use crate::app::widgets::{badge, small, strong};
use crate::checks::{CheckId, Finding, Severity};
use crate::text::{Explain as _, Message};
use eframe::egui::{self, Color32, Frame, Label, Margin, RichText, ScrollArea, Sense, Stroke, Ui};

/// Findings that are listed at a time; as they are dealt with, others come.
const MOST: usize = 100;

pub(crate) fn findings_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    ScrollArea::vertical().id_salt("findings").auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(28, 24)).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(960.0));
            for finding in &document.evidence_findings {
                let message = finding.message();
                row(
                    ui,
                    tokens.deduction,
                    tokens.deduction_soft,
                    &cx.t("level-error"),
                    "",
                    &message.full(cx.lang()),
                );
            }
            // More than anybody reads in one go are laid out at a cost in each frame.
            for finding in document.findings().iter().take(MOST) {
                finding_ui(ui, cx, document, finding);
            }
            if document.findings().len() > MOST {
                let more = Message::new("findings-more").with("count", document.findings().len() - MOST);
                ui.label(small(&cx.text(&more), tokens.ink_soft));
            }
            if document.findings().is_empty() && document.evidence_findings.is_empty() {
                ui.label(strong(&cx.t("findings-none")).size(size::HEADING));
                ui.label(RichText::new(cx.t("findings-none-words")).color(tokens.ink_soft));
            }
        });
    });
}

fn finding_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document, finding: &Finding) {
    let tokens = Tokens::of(ui);
    let (ink, fill, key) = match finding.severity {
        Severity::Error => (tokens.deduction, tokens.deduction_soft, "level-error"),
        Severity::Warning => (tokens.caution, tokens.caution_soft, "level-warning"),
        Severity::Info => (tokens.ink_soft, tokens.paper, "level-info"),
    };
    let place = finding.item.as_ref().map(|item| document.template.path_of(item)).unwrap_or_default();
    let words = finding.message.full(cx.lang());
    let response = row(ui, ink, fill, &cx.t(key), &place, &words);
    if response.clicked() {
        match &finding.item {
            Some(item) => {
                cx.send(Action::Show(ViewKind::Scores));
                cx.send(Action::Select(item.clone()));
            }
            None if matches!(finding.id, CheckId::C64 | CheckId::C71) => {
                cx.send(Action::Show(ViewKind::Tailor));
            }
            None => cx.send(Action::Show(ViewKind::Project)),
        }
    }
}

fn row(ui: &mut Ui, ink: Color32, fill: Color32, level: &str, place: &str, words: &str) -> egui::Response {
    let tokens = Tokens::of(ui);
    let response = Frame::new()
        .fill(tokens.panel)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(6)
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                badge(ui, RichText::new(level).size(size::SMALL).color(ink), fill);
                let beside =
                    if place.is_empty() { RichText::new(words) } else { small(place, tokens.ink_soft) };
                ui.add(Label::new(beside).wrap().selectable(false));
            });
            if !place.is_empty() {
                ui.add(Label::new(words).wrap().selectable(false));
            }
        })
        .response
        .interact(Sense::click());
    ui.add_space(GRID);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
