//! The 得分 cell as it is typed into, and below it the ways to come to what was typed.

use super::rule::inputs_ui;
use crate::app::Command;
use crate::app::evaluation::field::Field;
use crate::app::evaluation::field_ui::field_ui;
use crate::app::evaluation::state::{Action, Cx, UiState};
use crate::app::evaluation::typed_score::TypedScore;
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{Tokens, size};
use crate::app::widgets::way_back::had_focus;
use crate::app::widgets::{primary, small, strong};
use crate::evaluation::{Edit, Value};
use crate::number::plain;
use crate::scoring::{ItemState, Way, WayKind};
use crate::template::{Award, Indicator};
use crate::text::Message;
use eframe::egui::{
    Align, Align2, Area, Button, Frame, Id, Key, Label, Layout, Order, Rect, RichText, ScrollArea, TextEdit,
    Ui, UiBuilder, vec2,
};

const WIDTH: f32 = 400.0;
/// As high as the inputs of the rule may be before they scroll.
const INPUTS: f32 = 240.0;
/// About as high as the ways may be.
const HEIGHT: f32 = 400.0;

/// Draws the field over the score of the selected row, at `place`, while it is typed into.
pub(crate) fn cell_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, indicator: &Indicator, place: Rect) {
    let document = cx.document();
    let field = Field::Score(indicator.id.clone());
    if !ui_state.drafts.contains_key(&field) {
        ui_state.score_reasons.remove(&indicator.id);
    }
    let is_open = ui_state.drafts.contains_key(&field)
        || ui_state.fields.focus == Some(field.id())
        || ui.memory(|memory| memory.has_focus(field.id()));
    if !is_open {
        return;
    }
    let before = ui_state.drafts.get(&field).filter(|draft| draft.refused.is_some());
    let asked_before = before.map(|draft| draft.text.clone());
    let mut cell = ui.new_child(
        UiBuilder::new().max_rect(place.expand2(vec2(4.0, 2.0))).layout(Layout::left_to_right(Align::Center)),
    );
    let name = format!("{} {}", indicator.name, cx.t("column-score"));
    let look = Look::number(&name, place.width() + 8.0).silent();
    let response = field_ui(&mut cell, cx, ui_state, field.clone(), &look);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !ui_state.drafts.contains_key(&field) {
        if entered {
            cx.command(Command::NextItem);
        } else if response.lost_focus() && tabbed(ui) {
            // egui has moved the focus on to whatever stands next.
            cx.command(Command::TypeReason);
        }
        return;
    }
    let Some(draft) = ui_state.drafts.get(&field) else { return };
    let (text, refused) = (draft.text.clone(), draft.refused.is_some());
    let Ok(typed) = TypedScore::read(document, &indicator.id, &text) else {
        refused_ui(ui, cx, ui_state, &field, place);
        return;
    };
    // Once more Enter: the way that is shown first.
    if entered
        && asked_before == Some(text)
        && let Some(way) = typed.only_way()
    {
        take(cx, ui_state, &field, Some(typed.by(way)));
        cx.command(Command::NextItem);
    } else if refused {
        ways_ui(ui, cx, ui_state, &field, &typed, place);
    }
}

/// Tab, and not back.
fn tabbed(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Tab) && !input.modifiers.shift)
}

/// Sends the edit; the draft has become it.
fn take(cx: &Cx<'_>, ui_state: &mut UiState, field: &Field, edit: Option<Edit>) {
    ui_state.drafts.remove(field);
    ui_state.forget_asked();
    edit.into_iter().for_each(|edit| cx.send(Action::Edit(edit)));
    cx.send(Action::Seal);
}

fn beside(ui: &Ui, place: Rect, height: f32, add: impl FnOnce(&mut Ui)) {
    // Never over its own row: above it where there is no room below.
    let aside = vec2(-90.0, 0.0);
    let (at, pivot) = match place.bottom() + height < ui.ctx().content_rect().bottom() {
        true => (place.left_bottom() + vec2(0.0, 6.0), Align2::LEFT_TOP),
        false => (place.left_top() - vec2(0.0, 6.0), Align2::LEFT_BOTTOM),
    };
    let area = Area::new(Id::unique("score-ways")).order(Order::Foreground).pivot(pivot);
    area.fixed_pos(at + aside).constrain(true).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(12).show(ui, |ui| {
            ui.set_width(WIDTH);
            add(ui);
        });
    });
}

/// Esc gives the question up; out of a field in it, it only leaves that.
fn gives_up(ui: &Ui) -> bool {
    let ctx = ui.ctx();
    let in_field = had_focus(ctx).is_some_and(|id| TextEdit::load_state(ctx, id).is_some());
    !in_field && ui.input(|input| input.key_pressed(Key::Escape))
}

/// Why it is no score of this indicator.
fn refused_ui(ui: &Ui, cx: &Cx<'_>, ui_state: &UiState, field: &Field, place: Rect) {
    let Some(message) = ui_state.drafts.get(field).and_then(|draft| draft.refused.clone()) else { return };
    beside(ui, place, 60.0, |ui| {
        let text = RichText::new(message.full(cx.lang())).size(size::SMALL).color(Tokens::of(ui).deduction);
        ui.add(Label::new(text).wrap());
    });
}

fn ways_ui(ui: &Ui, cx: &Cx<'_>, ui_state: &mut UiState, field: &Field, typed: &TypedScore<'_>, place: Rect) {
    if gives_up(ui) {
        return take(cx, ui_state, field, None);
    }
    let points = plain(typed.points);
    let id = &typed.indicator.id;
    // A field stands in one place in a frame: here from the next one on, when the inspector leaves it out.
    let at_cell = ui_state.inputs_at_cell;
    if !typed.is_decided() {
        ui_state.asks_at_cell = Some(id.clone());
        if !at_cell {
            ui.ctx().request_repaint();
        }
    }
    beside(ui, place, HEIGHT, |ui| {
        let tokens = Tokens::of(ui);
        ui.label(strong(&cx.text(&Message::new("score-ways-title").with("points", &points))));
        if typed.is_decided() {
            let text = RichText::new(decided(cx, typed)).size(size::SMALL).color(tokens.caution);
            ui.add(Label::new(text).wrap());
        }
        for (n, way) in typed.ways.iter().enumerate() {
            let words = way_words(cx, typed, way, &points);
            let hint = if n == 0 && typed.ways.len() == 1 { cx.t("score-way-enter") } else { String::new() };
            let button = Button::new(format!("{words}{hint}")).min_size(vec2(WIDTH, 28.0));
            if ui.add(button).clicked() {
                take(cx, ui_state, field, Some(typed.by(way)));
            }
        }
        if at_cell {
            by_rule_ui(ui, cx, ui_state, typed.indicator);
        } else if ui.add(Button::new(cx.t("score-by-rule")).min_size(vec2(WIDTH, 28.0))).clicked() {
            take(cx, ui_state, field, None);
            ui_state.focus_inspector = true;
        }
        ui.separator();
        ui.label(small(&cx.text(&Message::new("score-by-hand").with("points", &points)), tokens.ink_soft));
        let written = ui_state.score_reasons.entry(id.clone()).or_default();
        let reason =
            TextEdit::singleline(written).hint_text(cx.t("override-reason")).desired_width(f32::INFINITY);
        ui.add(reason).accessible_name(cx.t("override-reason"));
        ui.horizontal(|ui| {
            let written = ui_state.score_reasons.get(id).map(|written| written.trim().to_owned());
            let written = written.unwrap_or_default();
            let ready = !written.is_empty() && !cx.shared.composing;
            let words = cx.text(&Message::new("score-by-hand-do").with("points", &points));
            if ui.add_enabled_ui(ready, |ui| primary(ui, &words)).inner.clicked() {
                let edit = typed.by_hand(&written);
                take(cx, ui_state, field, Some(edit));
            }
            if ui.button(cx.t("score-leave")).clicked() {
                take(cx, ui_state, field, None);
            }
        });
    });
}

/// The inputs of the rule itself, as beside the table; nothing is filled in for anybody.
fn by_rule_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, indicator: &Indicator) {
    let document = cx.document();
    let Some(item) = document.item_score(&indicator.id) else { return };
    ui.label(small(&cx.t("score-by-rule"), Tokens::of(ui).ink_soft));
    ScrollArea::vertical().id_salt("by-rule").max_height(INPUTS).following(ui, |ui| {
        inputs_ui(ui, cx, ui_state, document, indicator, item);
    });
    ui_state.focus_inspector = false;
    if ui.input(|input| input.key_pressed(Key::Enter)) {
        cx.send(Action::AnsweredByRule(indicator.id.clone()));
    }
}

/// What would be taken back.
fn decided(cx: &Cx<'_>, typed: &TypedScore<'_>) -> String {
    let state = cx.document().item_score(&typed.indicator.id).map(|item| &item.state);
    match state {
        Some(ItemState::NotApplicable { reason }) => {
            cx.text(&Message::new("score-was-not-applicable").with("reason", reason.text(cx.lang())))
        }
        Some(ItemState::NoInformation) => cx.t("score-was-no-information"),
        _ => cx.t("score-was-by-hand"),
    }
}

fn way_words(cx: &Cx<'_>, typed: &TypedScore<'_>, way: &Way, points: &str) -> String {
    let message = match way.kind {
        WayKind::AllParts(count) => Message::new("score-way-all-parts").with("count", count),
        WayKind::AllPass(count) => Message::new("score-way-all-pass").with("count", count),
        WayKind::AllConform(count) => Message::new("score-way-all-conform").with("count", count),
        WayKind::Parts(count) => Message::new("score-way-parts").with("count", count),
        WayKind::Occurrences(count) => Message::new("score-way-occurrences").with("count", plain(count)),
        WayKind::NothingDeducted => Message::new("score-way-nothing"),
        WayKind::Points => Message::new("score-way-points"),
        WayKind::Option => {
            let chosen = way.inputs.iter().find_map(|(_, value)| match value {
                Some(Value::Choice(id)) => Some(id),
                _ => None,
            });
            let Award::OneOf { options } = &typed.indicator.rule.award else { return points.to_owned() };
            let option = options.iter().find(|option| Some(&option.id) == chosen);
            let label = option.map(|option| option.label.to_string()).unwrap_or_default();
            Message::new("score-way-option").with("option", label)
        }
    };
    cx.text(&message.with("points", points))
}
