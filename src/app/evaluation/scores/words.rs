//! What belongs to the selected indicator besides its rule: reason, evidence, remark. Each folds; its heading says what
//! is within.

use crate::app::Command;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::field::Field;
use crate::app::evaluation::field_ui::field_ui;
use crate::app::evaluation::state::{Action, Cx, UiState};
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{Tokens, size};
use crate::app::widgets::{fold_card, note, small};
use crate::evaluation::{Edit, RemedyField};
use crate::scoring::{Attachment, ItemScore, ItemState};
use crate::template::Indicator;
use crate::text::{Explain as _, Message};
use eframe::egui::{Align, Button, Layout, RichText, ScrollArea, Stroke, Ui, vec2};

pub(crate) fn words_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    document: &Document,
    indicator: &Indicator,
    item: &ItemScore,
) {
    reason_card(ui, cx, ui_state, indicator, item);
    evidence_card(ui, cx, ui_state, document, indicator);
    remark_card(ui, cx, ui_state, indicator);
}

fn reason_card(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, indicator: &Indicator, item: &ItemScore) {
    let entry = cx.document().evaluation().item(&indicator.id);
    let written = entry.map(|entry| entry.reason.trim()).unwrap_or_default();
    let has_points = cx.document().has_points();
    let is_wanted = match item.state {
        ItemState::Compared { met } => met == Some(false),
        _ => item.wants_reason(),
    };
    let aside = match (written.is_empty(), is_wanted, has_points) {
        (false, ..) => cx.t("words-written"),
        (true, true, true) => cx.t("reason-missing"),
        (true, true, false) => cx.t("deviation-missing"),
        (true, false, true) => cx.t("reason-not-needed"),
        (true, false, false) => cx.t("words-optional"),
    };
    let title = cx.t(if has_points { "reason-title" } else { "column-deviation" });
    // The table shows it already.
    let is_open = ui_state.lacks_reasons;
    fold_card(ui, "reason", &title, &aside, is_open, |ui| {
        let name = format!("{} {title}", indicator.name);
        let hint = cx.t(if has_points { "reason-hint" } else { "deviation-hint" });
        let look = Look::lines(&name, ui.available_width(), 3).hint(&hint);
        let field = Field::Reason(indicator.id.clone());
        field_ui(ui, cx, ui_state, field, &look);
        remedy_ui(ui, cx, ui_state, indicator, is_wanted);
    });
}

/// 整改措施: below the reason of what was deducted, and wherever something was written.
fn remedy_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, indicator: &Indicator, is_wanted: bool) {
    let entry = cx.document().evaluation().item(&indicator.id);
    if !is_wanted && entry.is_none_or(|entry| entry.remedy.is_empty()) {
        return;
    }
    for field in RemedyField::ALL {
        let label = cx.t(field.label_key());
        ui.label(small(&label, Tokens::of(ui).ink_soft));
        let name = format!("{} {label}", indicator.name);
        let hint = cx.t(&format!("{}-hint", field.label_key()));
        let look = match field {
            RemedyField::Measure => Look::lines(&name, ui.available_width(), 2),
            RemedyField::Due | RemedyField::Responsible | RemedyField::Status => {
                Look::text(&name, ui.available_width())
            }
        };
        field_ui(ui, cx, ui_state, Field::Remedy(indicator.id.clone(), field), &look.hint(&hint));
    }
}

fn remark_card(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, indicator: &Indicator) {
    let entry = cx.document().evaluation().item(&indicator.id);
    let is_empty = entry.is_none_or(|entry| entry.remark.trim().is_empty());
    let aside = cx.t(if is_empty { "words-optional" } else { "words-written" });
    fold_card(ui, "remark", &cx.t("remark-title"), &aside, false, |ui| {
        let name = format!("{} {}", indicator.name, cx.t("remark-title"));
        let hint = cx.t("remark-hint");
        let look = Look::lines(&name, ui.available_width(), 1).hint(&hint);
        field_ui(ui, cx, ui_state, Field::Remark(indicator.id.clone()), &look);
    });
}

fn evidence_card(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    document: &Document,
    indicator: &Indicator,
) {
    let tokens = Tokens::of(ui);
    let attachments: Vec<_> = document.card().attachments_of(&indicator.id).collect();
    let aside = evidence_words(cx, document, &attachments);
    fold_card(ui, "evidence", &cx.t("evidence-title"), &aside, true, |ui| {
        ScrollArea::vertical().max_height(90.0).following(ui, |ui| {
            for attachment in &attachments {
                evidence_row(ui, cx, document, attachment);
            }
        });
        let name = format!("{} {}", indicator.name, cx.t("evidence-note"));
        let hint = cx.t("evidence-note-hint");
        let look = Look::text(&name, ui.available_width()).hint(&hint);
        field_ui(ui, cx, ui_state, Field::EvidenceNote(indicator.id.clone()), &look);
        let add = Button::new(RichText::new(cx.t("evidence-drop")).color(tokens.ink_soft).size(size::SMALL))
            .fill(tokens.paper)
            .stroke(Stroke::new(1.0, tokens.line_strong))
            .min_size(vec2(ui.available_width(), 28.0));
        if ui.add(add).clicked() {
            cx.command(Command::AddEvidence);
        }
    });
}

/// How many there are, and whether they are as they were added.
fn evidence_words(cx: &Cx<'_>, document: &Document, attachments: &[&Attachment]) -> String {
    if attachments.is_empty() {
        return cx.t("evidence-none");
    }
    let is_broken = |attachment: &&Attachment| {
        let id = attachment.evidence.id;
        document.evidence_findings().iter().any(|finding| finding.evidence() == Some(id))
    };
    let state = if attachments.iter().any(is_broken) { "evidence-broken" } else { "evidence-verified" };
    let count = cx.text(&Message::new("evidence-count").with("count", attachments.len()));
    format!("{count} · {}", cx.t(state))
}

fn evidence_row(ui: &mut Ui, cx: &Cx<'_>, document: &Document, attachment: &Attachment) {
    let tokens = Tokens::of(ui);
    let file = &attachment.evidence;
    let broken = document.evidence_findings().iter().find(|finding| finding.evidence() == Some(file.id));
    ui.horizontal(|ui| {
        ui.label(
            RichText::new(format!("{} {}", cx.t("evidence-number"), attachment.number)).size(size::SMALL),
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let remove = ui.add(Button::new(small(&cx.t("button-remove"), tokens.ink_soft)).frame(false));
            if remove.clicked() {
                cx.send(Action::Edit(Edit::RemoveEvidence { id: file.id }));
            }
            let (word, color) = match broken {
                Some(_) => ("evidence-broken", tokens.deduction),
                None => ("evidence-verified", tokens.good),
            };
            ui.label(small(&cx.t(word), color)).explained(&cx.t(word));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = RichText::new(&file.name).size(size::SMALL).color(tokens.accent);
                let open = ui.add(Button::new(name).frame(false).truncate());
                if open
                    .on_hover_text(format!("{}\n{} B\nSHA-256 {}", file.name, file.size, file.sha256))
                    .clicked()
                {
                    cx.send(Action::OpenEvidence(file.id));
                }
            });
        });
    });
    if let Some(finding) = broken {
        note(ui, tokens.deduction, tokens.deduction_soft, &finding.message().full(cx.lang()));
    }
}
