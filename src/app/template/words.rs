//! Words within the rows of a table.

use super::form::Form;
use super::table::{Names, rows};
use crate::app::widgets::text_field::Look;
use crate::template::Label;
use eframe::egui::Ui;

/// Words that take what the numbers beside them leave.
pub(crate) fn label_ui(ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, beside: f32, words: &mut Label) {
    let look = format!("{name} {}", form.t("te-words"));
    let width = (ui.available_width() - beside - 18.0).max(90.0);
    form.text(ui, "words", &Look::text(&look, width), words);
}

/// A list of plain words.
pub(crate) fn words_list(ui: &mut Ui, form: &mut Form<'_, '_>, names: Names<'_>, list: &mut Vec<Label>) {
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, words: &mut Label| {
        form.text(ui, "words", &Look::text(name, ui.available_width().min(320.0) - 8.0), words);
    };
    rows(ui, form, names, list, row, |_| "".into());
}

/// A caption with a choice at its right, both by `key`.
pub(crate) fn choice_row<T: PartialEq + Clone>(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    key: &str,
    value: &mut T,
    choices: &[(T, &str)],
) {
    let name = form.t(key);
    form.row(ui, &name, |form, ui| form.choice(ui, key, &name, value, choices));
}
