//! The first step: which table. A file and its sheet, or what is pasted.

use crate::app::Command;
use crate::app::import::state::{Action, Cx, UiState};
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{card, primary, small, strong};
use crate::import::{Origin, ReadTable};
use eframe::egui::{self, ComboBox, Frame, Id, Label, Margin, ScrollArea, TextEdit, Ui};

pub(crate) fn table_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, table: Option<&ReadTable>) {
    ScrollArea::vertical().id_salt("import-table").auto_shrink(false).following(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(24, 20)).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(860.0));
            file_ui(ui, cx, table);
            ui.add_space(GRID * 3.0);
            paste_ui(ui, cx, ui_state);
        });
    });
}

fn file_ui(ui: &mut Ui, cx: &Cx<'_>, table: Option<&ReadTable>) {
    let tokens = Tokens::of(ui);
    card(ui, &cx.t("import-from-file"), &cx.t("import-from-file-kinds"), |ui| {
        if let Some(Origin::File { path, sheets, sheet, .. }) = table.map(|table| &table.origin) {
            ui.add(Label::new(strong(&path.display().to_string())).truncate());
            sheet_ui(ui, cx, sheets, sheet);
        } else {
            ui.add(Label::new(small(&cx.t("import-from-file-words"), tokens.ink_soft)).wrap());
        }
        if ui.button(cx.t("import-choose-file")).clicked() {
            cx.command(Command::ImportTable);
        }
    });
}

/// The sheets of the workbook, where there are several.
pub(crate) fn sheet_ui(ui: &mut Ui, cx: &Cx<'_>, sheets: &[String], sheet: &str) {
    if sheets.len() < 2 {
        return;
    }
    ui.horizontal(|ui| {
        ui.label(small(&cx.t("import-sheet"), Tokens::of(ui).ink_soft));
        let list = ComboBox::from_id_salt("import-sheet").width(180.0).truncate().selected_text(sheet);
        let list = list.show_ui(ui, |ui| {
            for name in sheets {
                if ui.selectable_label(name == sheet, name).clicked() && name != sheet {
                    cx.send(Action::Sheet(name.clone()));
                }
            }
        });
        list.response.accessible_name(cx.t("import-sheet"));
    });
}

fn paste_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState) {
    card(ui, &cx.t("import-from-clipboard"), "", |ui| {
        let state = ui_state;
        let hint = small(&cx.t("import-paste-hint"), Tokens::of(ui).ink_faint);
        let field = TextEdit::multiline(&mut state.pasted)
            .id(Id::unique("import-paste"))
            .desired_width(f32::INFINITY)
            .desired_rows(8)
            .hint_text(hint);
        let field = ui.add(field).accessible_name(cx.t("import-paste-field"));
        if std::mem::take(&mut state.focus_paste) {
            field.request_focus();
        }
        let filled = !state.pasted.trim().is_empty();
        let read = ui.add_enabled_ui(filled, |ui| primary(ui, &cx.t("import-read"))).inner;
        let enter = egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, egui::Key::Enter);
        let entered = filled && field.has_focus() && ui.input_mut(|input| input.consume_shortcut(&enter));
        if read.clicked() || entered {
            cx.send(Action::Paste(state.pasted.clone()));
        }
    });
}
