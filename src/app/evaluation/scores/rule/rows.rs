//! 达标项, 风险点: a list of rows, each with an answer of its own.

use crate::app::evaluation::field_ui::{field_ui, refusal_ui};
use crate::app::evaluation::scores::rule::{Control, numbered};
use crate::app::evaluation::state::UiState;
use crate::app::widgets::small;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{Tokens, size};
use crate::evaluation::{InputKey, Value, input};
use crate::number::percent;
use crate::template::{PassRow, Risk};
use eframe::egui::{Align, Label, Layout, RichText, Ui};

impl Control<'_> {
    pub(crate) fn passes(&self, ui: &mut Ui, ui_state: &mut UiState, rows: &[PassRow]) {
        for row in rows {
            match row.is_measured() {
                true => self.measured_row(ui, ui_state, row),
                false => self.answered_row(ui, ui_state, &self.key(&row.id), &row.label, "", PASSES),
            }
        }
        let open = rows.iter().filter(|row| !row.is_measured()).map(|row| self.key(&row.id));
        self.rest_is_fine(ui, open, "button-rest-passes");
    }

    pub(crate) fn risks(&self, ui: &mut Ui, ui_state: &mut UiState, risks: &[Risk]) {
        for risk in risks {
            let worth = self.worth(risk.points);
            self.answered_row(ui, ui_state, &self.key(&risk.id), &risk.label, &worth, CONFORMS);
        }
        self.rest_is_fine(ui, risks.iter().map(|risk| self.key(&risk.id)), "button-rest-conforms");
    }

    fn answered_row(
        &self,
        ui: &mut Ui,
        ui_state: &mut UiState,
        key: &InputKey,
        label: &str,
        worth: &str,
        words: [&str; 2],
    ) {
        let text = numbered(ui, self.form.digit(key, None), label);
        self.line(ui, worth, |ui| ui.add(Label::new(text).wrap()));
        let answers = [
            (input::YES, self.t(words[0])),
            (input::NO, self.t(words[1])),
            (input::NOT_APPLICABLE, self.t("state-not-applicable")),
        ];
        let now = self.chosen(key).map(|id| id.to_string());
        if let Some(answer) = self.answers(ui, ui_state, label, &answers, now.as_deref()) {
            self.set(vec![(key.clone(), Some(Value::Choice(answer.into())))]);
        }
    }

    /// A row that is measured: 目标值, 实际值, and whether it applies at all.
    fn measured_row(&self, ui: &mut Ui, ui_state: &mut UiState, row: &PassRow) {
        let tokens = Tokens::of(ui);
        let key = self.key(&row.id);
        let mut off = self.chosen(&key).is_some_and(|id| &**id == input::NOT_APPLICABLE);
        let within = match (row.from, row.to) {
            (Some(from), Some(to)) => format!("{}–{}", percent(from), percent(to)),
            _ => String::new(),
        };
        ui.horizontal(|ui| {
            ui.add(Label::new(RichText::new(&*row.label).color(tokens.ink)).wrap());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(small(&within, tokens.ink_faint)).on_hover_text(self.t("rule-pass-range"));
            });
        });
        let fields =
            [(input::row_target(&row.id), "rule-target"), (input::row_actual(&row.id), "rule-actual")]
                .map(|(key, words)| (self.form.field(&self.key(&key)), self.t(words)));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for (field, words) in &fields {
                let name = format!("{} {words}", row.label);
                ui.label(small(words, tokens.ink_soft));
                let look = Look::number(&name, 72.0).silent();
                let response =
                    ui.add_enabled_ui(!off, |ui| field_ui(ui, self.cx, ui_state, field.clone(), &look)).inner;
                Self::first(ui_state, &response);
            }
        });
        for (field, _) in &fields {
            refusal_ui(ui, self.cx, ui_state, field);
        }
        let words = self.t("state-not-applicable");
        let name = format!("{} {words}", row.label);
        let box_ = ui.checkbox(&mut off, RichText::new(words).size(size::SMALL)).accessible_name(name);
        if box_.changed() {
            let value = off.then(|| Value::Choice(input::NOT_APPLICABLE.into()));
            self.set(vec![(key, value)]);
        }
    }

    /// Whatever has no answer yet is as it should be.
    fn rest_is_fine(&self, ui: &mut Ui, keys: impl Iterator<Item = InputKey>, words: &str) {
        let open: Vec<InputKey> = keys.filter(|key| self.value(key).is_none()).collect();
        if open.len() > 1 && ui.button(RichText::new(self.t(words)).size(size::SMALL)).clicked() {
            let yes = Value::Choice(input::YES.into());
            self.set(open.into_iter().map(|key| (key, Some(yes.clone()))).collect());
        }
    }
}

const PASSES: [&str; 2] = ["answer-passes", "answer-fails"];
const CONFORMS: [&str; 2] = ["answer-conforms", "answer-not-conforming"];
