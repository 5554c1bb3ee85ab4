//! Drawing the fields of an evaluation: drafts stay here, edits go out as actions.

use super::field::{Field, accepted, is_doubt, settle};
use super::state::{Action, Cx, UiState};
use super::typed_score;
use crate::app::widgets::calendar::{CalendarWords, calendar_ui};
use crate::app::widgets::text_field::{Draft, Entry, Look, entry_ui, note_form_field};
use crate::app::widgets::theme::{Tokens, size};
use crate::evaluation::day_of;
use crate::text::Message;
use eframe::egui::{self, Key, Response, Ui, ViewportCommand};

/// Why what was typed into a field was refused, if it was.
pub(crate) fn refusal_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &UiState, field: &Field) {
    if let Some(message) = ui_state.drafts.get(field).and_then(|draft| draft.refused.as_ref()) {
        let tokens = Tokens::of(ui);
        let ink = if is_doubt(message) { tokens.caution } else { tokens.deduction };
        let text = egui::RichText::new(message.full(cx.lang())).size(size::SMALL);
        ui.add(egui::Label::new(text.color(ink)).wrap());
    }
}

/// A calendar beside a field; the day that is picked in it, as it is written.
/// A calendar beside the field of a date; `name` is what its button is called.
pub(crate) fn date_ui(ui: &mut Ui, cx: &Cx<'_>, name: &str, text: &str, pick: impl FnOnce(String)) {
    let words = CalendarWords {
        open: name.to_owned(),
        month: cx.t("calendar-month").replace('<', "{").replace('>', "}"),
        weekdays: cx.t("calendar-weekdays"),
        today: cx.t("calendar-today"),
    };
    let today = cx.shared.shell.now().date();
    if let Some(day) = calendar_ui(ui, &words, day_of(text, None), today) {
        let words = Message::new("calendar-day")
            .with("year", day.year())
            .with("month", day.month())
            .with("day", day.day());
        pick(cx.text(&words));
    }
}

/// Cut, copy, paste of a field, by the right button of the mouse.
fn field_menu(response: &Response, cx: &Cx<'_>) {
    response.context_menu(|ui| {
        for (key, command) in [
            ("field-cut", ViewportCommand::RequestCut),
            ("field-copy", ViewportCommand::RequestCopy),
            ("field-paste", ViewportCommand::RequestPaste),
        ] {
            if ui.button(cx.t(key)).clicked() {
                // The menu took the focus away, and the clipboard is the field's.
                ui.memory_mut(|memory| memory.request_focus(response.id));
                ui.ctx().send_viewport_cmd(command);
                ui.close();
            }
        }
    });
}

/// Draws a field; edits go out as actions.
pub(crate) fn field_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    field: Field,
    look: &Look<'_>,
) -> Response {
    let document = cx.document();
    let refused = ui_state.drafts.get(&field).and_then(|draft| draft.refused.as_ref());
    let selects = field.is_typed_over() || refused.is_some();
    // A score that has to be asked about is no mistake.
    let refused = refused.is_some_and(|message| message.key() != typed_score::ASKS && !is_doubt(message));
    let mut text = match ui_state.drafts.get(&field) {
        Some(draft) => draft.text.clone(),
        None => field.current(document),
    };
    let entry = Entry { id: field.id(), look, refused, selects };
    let response = entry_ui(ui, &mut ui_state.fields, &entry, &mut text);
    if look.says_refusal {
        refusal_ui(ui, cx, ui_state, &field);
    }
    if field.is_of_form() {
        note_form_field(&response);
    }
    field_menu(&response, cx);
    follow(ui, cx, ui_state, field, text, &response);
    response
}

/// Turns what happened in the field into drafts and edits.
fn follow(ui: &Ui, cx: &Cx<'_>, ui_state: &mut UiState, field: Field, text: String, response: &Response) {
    let document = cx.document();
    if response.changed() {
        let before = || ui_state.drafts.get(&field).map(|draft| draft.meant.clone());
        let meant = match cx.shared.composing {
            true => before().unwrap_or_else(|| field.current(document)),
            false => text.clone(),
        };
        ui_state.drafts.insert(field.clone(), Draft { text: text.clone(), meant, refused: None });
        // The same words stand in the table and beside it: what was typed last is meant.
        field.twin().into_iter().for_each(|twin| drop(ui_state.drafts.remove(&twin)));
        // A preedit of the input method stands in the text like typed letters: it is nobody's words yet.
        if !field.waits()
            && !cx.shared.composing
            && let Ok(Some(edit)) = settle(&field, &text, document)
        {
            cx.send(Action::Edit(edit));
        }
    }
    if !response.lost_focus() {
        return;
    }
    if field.waits() && ui.input(|input| input.key_pressed(Key::Escape)) {
        ui_state.drafts.remove(&field);
        return;
    }
    if let Some(draft) = ui_state.drafts.get_mut(&field) {
        // What was being composed when the field was left is nobody's words.
        let meant = if cx.shared.composing { &draft.meant } else { &draft.text };
        // Enter once more confirms what was asked about.
        let is_sure =
            draft.refused.as_ref().is_some_and(is_doubt) && ui.input(|input| input.key_pressed(Key::Enter));
        let settled = match is_sure {
            true => accepted(&field, meant, document),
            false => settle(&field, meant, document),
        };
        match settled {
            Ok(edit) => {
                ui_state.drafts.remove(&field);
                if let Some(edit) = edit {
                    cx.send(Action::Edit(edit));
                }
            }
            Err(message) => {
                let is_asked = message.key() == typed_score::ASKS;
                let asked_again = draft.refused.replace(message).is_some() && is_asked;
                let by_key = |key| ui.input(|input| input.key_pressed(key));
                let backwards = ui.input(|input| input.modifiers.shift);
                if asked_again && by_key(Key::Tab) && !backwards {
                    // From the question to the inputs of the rule in it.
                    ui_state.focus_inspector = true;
                } else if by_key(Key::Enter) || by_key(Key::Tab) {
                    // Whoever left it by a key is led back: it is typed anew where it was.
                    ui_state.fields.focus = Some(field.id());
                    ui_state.fields.cursor_placed = None;
                }
            }
        }
    }
    cx.send(Action::Seal);
}
