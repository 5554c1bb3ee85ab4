//! The selected indicator: its rule's control, reason, evidence.

use crate::app::Command;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::field::Field;
use crate::app::evaluation::field_ui::field_ui;
use crate::app::evaluation::ledger::ledger_card;
use crate::app::evaluation::scores::rule;
use crate::app::evaluation::scores::table::state_word;
use crate::app::evaluation::state::{Action, Cx, UiState};
use crate::app::evaluation::tailor::tailor_card;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{GRID, Tokens, size};
use crate::app::widgets::{card, note, small, strong};
use crate::evaluation::{Applicability, Edit};
use crate::number::{fixed, plain};
use crate::scoring::{ItemScore, ItemState};
use crate::template::Indicator;
use crate::text::{Explain as _, Message};
use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, Panel, RichText, ScrollArea, Stroke, Ui};
use rust_decimal::Decimal;

pub(crate) fn inspector_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document) {
    let selected = cx.state.selected.as_ref().and_then(|id| document.template.indicator(id));
    let Some(indicator) = selected else {
        ui.label(small(&cx.t("inspector-nothing"), Tokens::of(ui).ink_faint));
        return;
    };
    let Some(item) = document.item_score(&indicator.id) else { return };
    let ways = Frame::new().fill(Tokens::of(ui).paper).inner_margin(Margin { top: 8, ..Margin::ZERO });
    Panel::bottom("inspector-ways").frame(ways).show_separator_line(false).show(ui, |ui| {
        ways_on(ui, cx, document, indicator);
    });
    // Each indicator begins at its top.
    ScrollArea::vertical().id_salt(("inspector", &indicator.id)).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        title(ui, cx, document, indicator);
        tailor_card(ui, cx, ui_state, document, indicator);
        state_banner(ui, cx, document, indicator, item);
        if let Some(words) = rule::struck_words(cx, item, document.card().item_decimals) {
            let tokens = Tokens::of(ui);
            note(ui, tokens.deduction, tokens.deduction_soft, &words);
        }
        ui_state.in_options = false;
        rule::rule_ui(ui, cx, ui_state, document, indicator, item);
        ui_state.focus_inspector = false;
        ledger_card(ui, cx, document, indicator);
        reason_card(ui, cx, ui_state, indicator, item);
        evidence_card(ui, cx, ui_state, document, indicator);
        remark_card(ui, cx, ui_state, indicator);
        ui.add_space(GRID);
    });
}

fn title(ui: &mut Ui, cx: &Cx<'_>, document: &Document, indicator: &Indicator) {
    let tokens = Tokens::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(strong(&indicator.name).size(size::HEADING - 2.0));
        let path = document.template.path_of(&indicator.id);
        let above = path.rsplit_once(" › ").map_or("", |(above, _)| above);
        let points = match indicator.points.is_zero() {
            true => cx.t("no-points"),
            false => cx.text(&Message::new("worth").with("points", plain(indicator.points))),
        };
        let where_it_stands = format!("{above} · {points}");
        ui.label(small(&where_it_stands, tokens.ink_soft));
    });
    if !indicator.criterion.is_empty() {
        ui.add(Label::new(small(&indicator.criterion, tokens.ink_soft)).wrap());
    }
}

/// Not applicable, no information, overridden: said before the rule's control.
fn state_banner(ui: &mut Ui, cx: &Cx<'_>, document: &Document, indicator: &Indicator, item: &ItemScore) {
    let tokens = Tokens::of(ui);
    let text = match &item.state {
        ItemState::NotApplicable { reason } => {
            format!("{}：{}", state_word(cx, &item.state), reason.text(cx.lang()))
        }
        ItemState::NoInformation => cx.t("banner-no-information"),
        _ if item.is_overridden() => override_words(cx, document, item),
        _ => return,
    };
    let frame =
        Frame::new().fill(tokens.caution_soft).corner_radius(6).inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(RichText::new(text).size(size::SMALL).color(tokens.caution)).wrap());
        let back = match item.state {
            ItemState::Scored => {
                (cx.t("button-drop-override"), Edit::SetOverride { item: indicator.id.clone(), to: None })
            }
            _ => (
                cx.t("button-score-again"),
                Edit::SetApplicability { item: indicator.id.clone(), to: Applicability::Applicable },
            ),
        };
        if ui.button(back.0).clicked() {
            cx.send(Action::Edit(back.1));
        }
    });
}

fn override_words(cx: &Cx<'_>, document: &Document, item: &ItemScore) -> String {
    let decimals = document.card().item_decimals;
    let figure = |score: Option<Decimal>| match score {
        Some(score) => fixed(score, decimals),
        None => cx.t("state-unscored"),
    };
    let message = crate::text::Message::new("banner-override")
        .with("computed", figure(item.computed))
        .with("score", figure(item.score))
        .with("reason", item.override_reason.as_deref().unwrap_or_default());
    cx.text(&message)
}

fn reason_card(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, indicator: &Indicator, item: &ItemScore) {
    let tokens = Tokens::of(ui);
    card(ui, &cx.t("reason-title"), "", |ui| {
        let name = format!("{} {}", indicator.name, cx.t("reason-title"));
        let hint = cx.t("reason-hint");
        let look = Look::lines(&name, ui.available_width(), 3).hint(&hint);
        let field = Field::Reason(indicator.id.clone());
        let typed = field_ui(ui, cx, ui_state, field, &look);
        let deducted = item.deduction.is_some_and(|points| points > Decimal::ZERO);
        let empty =
            cx.document().evaluation().item(&indicator.id).is_none_or(|entry| entry.reason.trim().is_empty());
        if deducted && empty && !typed.has_focus() {
            ui.label(small(&cx.t("reason-missing"), tokens.caution));
        }
    });
}

fn remark_card(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, indicator: &Indicator) {
    card(ui, &cx.t("remark-title"), "", |ui| {
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
    card(ui, &cx.t("evidence-title"), "", |ui| {
        for attachment in &attachments {
            evidence_row(ui, cx, document, attachment);
        }
        let name = format!("{} {}", indicator.name, cx.t("evidence-note"));
        let hint = cx.t("evidence-note-hint");
        let look = Look::text(&name, ui.available_width()).hint(&hint);
        field_ui(ui, cx, ui_state, Field::EvidenceNote(indicator.id.clone()), &look);
        let add = Button::new(RichText::new(cx.t("evidence-drop")).color(tokens.ink_soft).size(size::SMALL))
            .fill(tokens.paper)
            .stroke(Stroke::new(1.0, tokens.line_strong))
            .min_size(eframe::egui::vec2(ui.available_width(), 32.0));
        if ui.add(add).clicked() {
            cx.command(Command::AddEvidence);
        }
    });
}

fn evidence_row(ui: &mut Ui, cx: &Cx<'_>, document: &Document, attachment: &crate::scoring::Attachment) {
    let tokens = Tokens::of(ui);
    let file = &attachment.evidence;
    let broken = document.evidence_findings.iter().find(|finding| finding.evidence() == Some(file.id));
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
            ui.label(small(&cx.t(word), color));
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

fn ways_on(ui: &mut Ui, cx: &Cx<'_>, document: &Document, indicator: &Indicator) {
    ui.horizontal_wrapped(|ui| {
        for (command, key) in [(Command::PreviousItem, "button-previous"), (Command::NextItem, "button-next")]
        {
            if ui.button(cx.t(key)).clicked() {
                cx.command(command);
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        let entered = document.evaluation().item(&indicator.id).is_some_and(|entry| !entry.inputs.is_empty());
        for (command, shown) in [
            (Command::NotApplicable, true),
            (Command::NoInformation, true),
            (Command::Override, true),
            (Command::ClearItem, entered),
        ] {
            let label = RichText::new(cx.t(command.label_key())).size(size::SMALL);
            let tip = cx.t(&format!("{}-tip", command.label_key()));
            if shown && ui.button(label).on_hover_text(tip).clicked() {
                cx.command(command);
            }
        }
    });
}
