//! What can be done with a row, by the right button of the mouse.

use crate::app::Command;
use crate::app::evaluation::state::{Action, Cx};
use crate::app::widgets::shortcut_words;
use eframe::egui::{Button, Key, KeyboardShortcut, Modifiers, Ui, ViewportCommand};

pub(crate) fn row_menu(ui: &mut Ui, cx: &Cx<'_>) {
    ui.set_min_width(220.0);
    let entry = |ui: &mut Ui, text: String, shortcut: Option<KeyboardShortcut>| {
        let mut button = Button::new(text);
        if let Some(shortcut) = shortcut {
            button = button.shortcut_text(shortcut_words(&shortcut));
        }
        let clicked = ui.add(button).clicked();
        if clicked {
            ui.close();
        }
        clicked
    };
    let ctrl = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
    let f2 = KeyboardShortcut::new(Modifiers::NONE, Key::F2);
    let has_points = cx.document().has_points();
    if has_points && entry(ui, cx.t("row-type-score"), Some(f2)) {
        cx.send(Action::TypeScore);
    }
    for command in [Command::TypeReason, Command::AddEvidence] {
        if entry(ui, cx.t(command.item_label_key(has_points)), command.shortcut()) {
            cx.command(command);
        }
    }
    ui.separator();
    if entry(ui, cx.t("field-copy"), ctrl(Key::C)) {
        cx.send(Action::Copy);
    }
    if entry(ui, cx.t("field-paste"), ctrl(Key::V)) {
        ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
    }
    ui.separator();
    for command in [
        Command::NoInformation,
        Command::NotApplicable,
        Command::Override,
        Command::FullMarks,
        Command::ClearItem,
    ] {
        let is_of_points = matches!(command, Command::Override | Command::FullMarks);
        if is_of_points && !has_points {
            continue;
        }
        if entry(ui, cx.t(command.item_label_key(has_points)), command.shortcut()) {
            cx.command(command);
        }
    }
}
