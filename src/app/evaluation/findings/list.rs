//! The findings by kinds; one line each.

use super::said::{colours, count, counted, place_name};
use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::{Action, Cx};
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::theme::{GRID, Tokens, size};
use crate::app::widgets::{badge, small, strong};
use crate::checks::{Finding, FindingKind, Severity};
use eframe::egui::collapsing_header::paint_default_icon;
use eframe::egui::{
    self, Align, Button, Frame, Id, Label, Layout, Margin, Rect, RichText, ScrollArea, Sense, Stroke, Ui,
    UiBuilder, vec2,
};

const ROW: f32 = 32.0;
const PLACE: f32 = 150.0;
/// Findings of a kind that are listed at a time; as they are dealt with, others come.
const MOST: usize = 100;

pub(crate) fn list_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    strip_ui(ui, cx, document);
    let checks = &cx.state.checks;
    let name = |finding: &Finding| place_name(document, cx.lang(), finding);
    let groups = checks.groups(document.findings(), cx.lang(), name);
    let current = checks.current(document.findings());
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ScrollArea::vertical().id_salt("findings").auto_shrink(false).following(ui, |ui| {
        if groups.is_empty() {
            nothing_ui(ui, cx, document);
        }
        for (kind, findings) in &groups {
            group_ui(ui, cx, *kind, findings);
            if !checks.folded.contains(kind) {
                for finding in findings.iter().take(MOST) {
                    let on = current.is_some_and(|current| std::ptr::eq(current, *finding));
                    row_ui(ui, cx, document, finding, on);
                }
                if findings.len() > MOST {
                    let more = counted(cx, "findings-more", findings.len() - MOST);
                    ui.label(small(&more, Tokens::of(ui).ink_soft));
                }
            }
        }
    });
}

/// 印前: what the findings mean for printing.
fn strip_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let (errors, warnings) = (count(document, Severity::Error), count(document, Severity::Warning));
    Frame::new().inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            ui.label(strong(&cx.t("findings-before-print")));
            for (number, key, severity) in [
                (errors, "findings-count-errors", Severity::Error),
                (warnings, "findings-count-warnings", Severity::Warning),
            ] {
                if number > 0 {
                    mark(ui, severity);
                    ui.add(Label::new(small(&counted(cx, key, number), tokens.ink)).truncate());
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let (key, ink, fill) = match errors {
                    0 => ("findings-print-ready", tokens.good, tokens.good_soft),
                    _ => ("findings-print-asks", tokens.caution, tokens.caution_soft),
                };
                badge(ui, RichText::new(cx.t(key)).size(size::SMALL).color(ink), fill);
            });
        });
    });
    let line = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), line, Stroke::new(1.0, tokens.line_strong));
}

fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    Frame::new().inner_margin(Margin::symmetric(24, 24)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GRID * 2.0;
        let open = document.findings().iter().filter(|finding| finding.is_open()).count();
        let answered = document.findings().len() - open;
        if open == 0 && answered > 0 {
            ui.label(strong(&cx.t("findings-none-open")).size(size::HEADING));
            ui.label(counted(cx, "findings-none-open-words", answered));
        } else if open == 0 {
            ui.label(strong(&cx.t("findings-none")).size(size::HEADING));
            ui.label(RichText::new(cx.t("findings-none-words")).color(tokens.ink_soft));
        } else {
            ui.label(counted(cx, "findings-all-hidden", open));
            if ui.button(cx.t("findings-show-all")).clicked() {
                cx.send(Action::ShowAllFindings);
            }
        }
    });
}

fn group_ui(ui: &mut Ui, cx: &Cx<'_>, kind: FindingKind, findings: &[&Finding]) {
    let tokens = Tokens::of(ui);
    let is_folded = cx.state.checks.folded.contains(&kind);
    let (rect, whole) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    ui.painter().rect_filled(rect, 0.0, tokens.paper);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
    let name = cx.t(kind.label_key());
    if whole.clicked() {
        cx.send(Action::FoldFindings(kind));
    }
    let icon = ui.interact(
        Rect::from_center_size(rect.left_center() + vec2(20.0, 0.0), vec2(10.0, 10.0)),
        whole.id.with("icon"),
        Sense::hover(),
    );
    paint_default_icon(ui, if is_folded { 0.0 } else { 1.0 }, &icon);
    let inner = rect.shrink2(vec2(36.0, 0.0));
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        ui.add(Label::new(strong(&name)).selectable(false));
        let worst = findings.iter().map(|finding| finding.severity).min().unwrap_or(Severity::Info);
        let (ink, fill) = colours(tokens, worst);
        badge(ui, RichText::new(findings.len().to_string()).size(size::SMALL).color(ink), fill);
        let same = same_words(cx, findings);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if findings.len() > 1 && findings.iter().all(|finding| finding.is_open()) {
                let answer = Button::new(small(&cx.t("findings-answer-group"), tokens.accent)).frame(false);
                if ui.add(answer).clicked() {
                    cx.send(Action::AskAnswer(findings.iter().map(|&finding| finding.clone()).collect()));
                }
            }
            ui.with_layout(layout, |ui| {
                ui.add(Label::new(small(&same, tokens.ink_soft)).truncate().selectable(false));
            });
        });
    });
    whole.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{name} {}", findings.len()))
    });
}

/// What all of them say, where they say the same.
fn same_words(cx: &Cx<'_>, findings: &[&Finding]) -> String {
    let mut words = findings.iter().map(|finding| finding.message.brief(cx.lang()));
    let first = words.next().unwrap_or_default();
    if findings.len() > 1 && words.all(|other| other == first) { first } else { String::new() }
}

fn row_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document, finding: &Finding, on: bool) {
    let tokens = Tokens::of(ui);
    let (rect, whole) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let fill = match (on, whole.hovered()) {
        (true, _) => tokens.accent_soft,
        (false, true) => tokens.paper,
        (false, false) => tokens.panel,
    };
    ui.painter().rect_filled(rect, 0.0, fill);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
    let words = finding.message.brief(cx.lang());
    let place = place_name(document, cx.lang(), finding);
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(rect.shrink2(vec2(14.0, 0.0))).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        mark(ui, finding.severity);
        ui.allocate_ui_with_layout(vec2(PLACE, ROW), layout, |ui| {
            ui.set_width(PLACE);
            ui.add(Label::new(small(&place, tokens.ink_soft)).truncate().selectable(false));
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let go = Button::new(small(&cx.t("findings-go"), tokens.accent)).frame(false);
            if ui.add(go).accessible_name(format!("{} {place}", cx.t("findings-go"))).clicked() {
                cx.send(Action::SelectFinding(finding.clone()));
                cx.send(Action::GoTo(finding.place.clone()));
            }
            ui.with_layout(layout, |ui| {
                let font = if on { strong(&words) } else { RichText::new(&words) };
                ui.add(Label::new(font.size(size::SMALL + 1.0)).truncate().selectable(false));
            });
        });
    });
    if whole.clicked() {
        cx.send(Action::SelectFinding(finding.clone()));
    }
    if whole.double_clicked() {
        cx.send(Action::GoTo(finding.place.clone()));
    }
    let name = format!("{place} {words}");
    // Into sight once: whoever scrolls away wants to see something else.
    let revealed = Id::unique("revealed-finding");
    if on && ui.data(|data| data.get_temp::<String>(revealed)).as_ref() != Some(&name) {
        ui.data_mut(|data| data.insert_temp(revealed, name.clone()));
        if !ui.clip_rect().contains_rect(rect) {
            ui.scroll_to_rect(rect, None);
        }
    }
    whole.widget_info(|| egui::WidgetInfo::selected(egui::Role::Row, true, on, &name));
}

/// Shape and colour of a severity: told apart without colours too.
pub(crate) fn mark(ui: &mut Ui, severity: Severity) {
    let tokens = Tokens::of(ui);
    let (ink, _) = colours(tokens, severity);
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
    let painter = ui.painter();
    match severity {
        Severity::Error => {
            painter.circle_filled(rect.center(), 7.0, ink);
            painter.vline(
                rect.center().x,
                rect.top() + 3.0..=rect.top() + 8.0,
                Stroke::new(2.0, tokens.panel),
            );
            painter.circle_filled(rect.center() + vec2(0.0, 3.8), 1.2, tokens.panel);
        }
        Severity::Warning => {
            let points = vec![rect.center_top(), rect.right_bottom(), rect.left_bottom()];
            painter.add(egui::Shape::convex_polygon(points, ink, Stroke::NONE));
            painter.vline(
                rect.center().x,
                rect.top() + 5.0..=rect.top() + 9.0,
                Stroke::new(1.6, tokens.panel),
            );
            painter.circle_filled(rect.center() + vec2(0.0, 4.6), 1.0, tokens.panel);
        }
        Severity::Info => {
            painter.circle_stroke(rect.center(), 6.0, Stroke::new(1.4, ink));
            painter.circle_filled(rect.center() - vec2(0.0, 2.8), 1.0, ink);
            painter.vline(
                rect.center().x,
                rect.center().y - 0.5..=rect.center().y + 3.5,
                Stroke::new(1.4, ink),
            );
        }
    }
}
