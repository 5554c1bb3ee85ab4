//! The selected indicator: its rule's control, reason, evidence.

use crate::app::Command;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::field::{Field, is_asked};
use crate::app::evaluation::ledger::ledger_card;
use crate::app::evaluation::scores::row::state_word;
use crate::app::evaluation::scores::rule;
use crate::app::evaluation::scores::words::words_ui;
use crate::app::evaluation::state::{Action, Cx, UiState};
use crate::app::evaluation::tailor::tailor_card;
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::{GRID, Tokens, size};
use crate::app::widgets::{note, small, strong};
use crate::evaluation::{Applicability, Edit};
use crate::number::{fixed, plain};
use crate::scoring::{ItemScore, ItemState};
use crate::template::Indicator;
use crate::text::Message;
use eframe::egui::{
    Align, Button, FontId, Frame, Label, Layout, Margin, Panel, RichText, ScrollArea, Ui, vec2,
};
use rust_decimal::Decimal;

/// So much height is enough to keep reason, evidence and remark in sight.
const HIGH: f32 = 540.0;
const ARROW: f32 = 30.0;
/// What a scroll bar takes of the width.
const BAR: f32 = 12.0;

pub(crate) fn inspector_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document) {
    let selected = cx.state.selected.as_ref().and_then(|id| document.template.indicator(id));
    let Some(indicator) = selected else {
        ui.label(small(&cx.t("inspector-nothing"), Tokens::of(ui).ink_faint));
        return;
    };
    let Some(item) = document.item_score(&indicator.id) else { return };
    // Where there is height for it, reason, evidence and remark stay in sight and the rule alone scrolls.
    let is_high = ui.available_height() >= HIGH;
    let ways = Frame::new().fill(Tokens::of(ui).paper).inner_margin(Margin {
        top: 8,
        right: BAR as i8,
        ..Margin::ZERO
    });
    Panel::bottom("inspector-ways").frame(ways).show_separator_line(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if is_high {
            words_ui(ui, cx, ui_state, document, indicator, item);
        }
        ways_on(ui, cx, document, indicator);
    });
    let width = ui.available_width() - BAR;
    // Each indicator begins at its top.
    ScrollArea::vertical().id_salt(("inspector", &indicator.id)).auto_shrink(false).following(ui, |ui| {
        // As wide with its bar as without.
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 8.0;
        title(ui, cx, document, indicator);
        last_year(ui, cx, document, item);
        tailor_card(ui, cx, ui_state, document, indicator);
        state_banner(ui, cx, document, indicator, item);
        if let Some(words) = rule::struck_words(cx, item, document.card().item_decimals) {
            let tokens = Tokens::of(ui);
            note(ui, tokens.deduction, tokens.deduction_soft, &words);
        }
        ui_state.in_options = false;
        // 不适用 was decided with a reason: 恢复评分 takes it back, no click on the way.
        let entry = document.evaluation().item(&indicator.id);
        let is_set_aside =
            entry.is_some_and(|entry| matches!(entry.applicability, Applicability::NotApplicable { .. }));
        // The inputs of the rule stand in one place: while a typed score is asked about, in the question below its cell.
        let asked = asked_at_cell(ui_state, indicator);
        ui_state.inputs_at_cell = asked.is_some();
        match asked {
            Some(text) => typing(ui, cx, &text),
            None => {
                let rule = |ui: &mut Ui| rule::rule_ui(ui, cx, ui_state, document, indicator, item);
                ui.add_enabled_ui(!is_set_aside, rule);
                ui_state.focus_inspector = false;
            }
        }
        ledger_card(ui, cx, document, indicator);
        if !is_high {
            words_ui(ui, cx, ui_state, document, indicator, item);
        }
        ui.add_space(GRID);
    });
}

/// What is being typed into the 得分 cell, while the question below it has the inputs of the rule.
fn asked_at_cell(ui_state: &UiState, indicator: &Indicator) -> Option<String> {
    let at_cell = ui_state.asks_at_cell.as_ref() == Some(&indicator.id);
    let is_asked = at_cell && is_asked(&ui_state.drafts, &indicator.id);
    let draft = ui_state.drafts.get(&Field::Score(indicator.id.clone())).filter(|_| is_asked)?;
    Some(draft.text.clone())
}

fn typing(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    let tokens = Tokens::of(ui);
    let words = cx.text(&Message::new("score-being-typed").with("text", text));
    note(ui, tokens.ink_soft, tokens.line, &words);
}

fn title(ui: &mut Ui, cx: &Cx<'_>, document: &Document, indicator: &Indicator) {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding.x = 4.0;
        let words = width - 2.0 * (ARROW + 4.0);
        ui.allocate_ui_with_layout(vec2(words, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(words);
            ui.horizontal_wrapped(|ui| name_and_place(ui, cx, document, indicator));
        });
        for (command, key, arrow) in
            [(Command::PreviousItem, "button-previous", "↑"), (Command::NextItem, "button-next", "↓")]
        {
            let name = cx.t(key);
            let button = ui.add(Button::new(arrow).min_size(vec2(ARROW, 26.0))).accessible_name(&name);
            if button.on_hover_text(&name).clicked() {
                cx.command(command);
            }
        }
    });
    let standard = cx.text(&Message::new("standard-words").with("standard", &*indicator.standard));
    for (text, words) in
        [(&indicator.criterion, &*indicator.criterion), (&indicator.standard, standard.as_str())]
    {
        if !text.is_empty() {
            ui.add(Label::new(small(words, tokens.ink_soft)).wrap());
        }
    }
}

/// 上年 beside this year, or why the two do not compare.
fn last_year(ui: &mut Ui, cx: &Cx<'_>, document: &Document, item: &ItemScore) {
    let Some(last) = &item.last_year else { return };
    let tokens = Tokens::of(ui);
    let ink = if last.comparable().is_some() { tokens.ink } else { tokens.ink_faint };
    ui.add(Label::new(small(&last.text(cx.lang(), document.card().item_decimals), ink)).wrap());
}

fn name_and_place(ui: &mut Ui, cx: &Cx<'_>, document: &Document, indicator: &Indicator) {
    ui.spacing_mut().item_spacing.x = 8.0;
    ui.label(strong(&indicator.name).size(size::HEADING - 2.0));
    let path = document.template.path_of(&indicator.id);
    let above = path.rsplit_once(" › ").map_or("", |(above, _)| above);
    let points = match indicator.points.is_zero() {
        true => cx.t("no-points"),
        false => cx.text(&Message::new("worth").with("points", plain(indicator.points))),
    };
    let words = format!("{above} · {points}");
    let ink = Tokens::of(ui).ink_soft;
    let whole = ui.painter().layout_no_wrap(words.clone(), FontId::proportional(size::SMALL), ink).size().x;
    let label = Label::new(small(&words, ink));
    // Whole on the next line rather than parted, unless it is longer than a line.
    ui.add(if whole <= ui.max_rect().width() { label.extend() } else { label.wrap() });
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
        let words = RichText::new(&text).size(size::SMALL).color(tokens.caution);
        ui.add(Label::new(words).wrap()).explained(&text);
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

fn ways_on(ui: &mut Ui, cx: &Cx<'_>, document: &Document, indicator: &Indicator) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().button_padding.x = 8.0;
        let entered = document.evaluation().item(&indicator.id).is_some_and(|entry| !entry.inputs.is_empty());
        let has_points = document.has_points();
        for (command, shown) in [
            (Command::NoInformation, true),
            (Command::NotApplicable, true),
            (Command::Override, has_points),
            (Command::ClearItem, entered),
        ] {
            let key = command.item_label_key(has_points);
            let label = RichText::new(cx.t(key)).size(size::SMALL);
            let tip = cx.t(&format!("{key}-tip"));
            if shown && ui.button(label).on_hover_text(tip).clicked() {
                cx.command(command);
            }
        }
    });
}
