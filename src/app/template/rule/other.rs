//! 取自另一指标: which indicator, and which of its numbers.

use crate::app::template::form::Form;
use crate::app::template::words::choice_row;
use crate::template::{Id, OtherIndicator, Takes};
use eframe::egui::Ui;

pub(super) fn other_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    OtherIndicator { indicator, takes }: &mut OtherIndicator,
) {
    let draft = form.cx.draft;
    let others = draft.template().indicators().filter(|other| Some(&other.id) != draft.selected.as_ref());
    let mut choices: Vec<(Id, String)> =
        others.map(|other| (other.id.clone(), other.name.to_string())).collect();
    // None yet, or one that is not there any more, is still shown as what it is.
    if choices.iter().all(|(id, _)| id != indicator) {
        let words = if indicator.is_empty() { form.t("te-other-none") } else { indicator.to_string() };
        choices.insert(0, (indicator.clone(), words));
    }
    let name = form.t("te-other");
    form.row(ui, &name, |form, ui| form.choose(ui, "other", &name, indicator, &choices));
    let choices = [
        (Takes::Score, "te-takes-score"),
        (Takes::ScoreRate, "te-takes-score-rate"),
        (Takes::Rate, "te-takes-rate"),
        (Takes::Number, "te-takes-number"),
        (Takes::Count, "te-takes-count"),
    ];
    choice_row(ui, form, "te-takes", takes, &choices);
}
