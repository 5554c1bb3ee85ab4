//! 目标与实际: two texts, and whether the one is reached.

use crate::app::evaluation::field::Field;
use crate::app::evaluation::scores::rule::Control;
use crate::app::evaluation::state::UiState;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{note, small};
use crate::evaluation::{Value, input};
use crate::scoring::Comparison;
use eframe::egui::{Label, RichText, Ui};

impl Control<'_> {
    pub(crate) fn target(&self, ui: &mut Ui, ui_state: &mut UiState, target: Option<&str>) {
        let words = |key: &str| match self.value(&self.key(key)) {
            Some(Value::Text(text)) => text.clone(),
            _ => String::new(),
        };
        match target {
            Some(target) => {
                let text = format!("{}　{target}", self.t("rule-expected"));
                ui.add(Label::new(RichText::new(text)).wrap());
            }
            None => self.words_row(ui, ui_state, input::EXPECTED, "rule-expected", "rule-expected-hint"),
        }
        self.words_row(ui, ui_state, input::REACHED, "rule-reached", "rule-reached-hint");
        let expected = target.map_or_else(|| words(input::EXPECTED), str::to_owned);
        let reached = words(input::REACHED);
        match Comparison::of(&expected, &reached) {
            Some(Comparison { met: Some(met), .. }) => self.verdict(ui, met),
            Some(_) => self.ask_verdict(ui, ui_state),
            None if !expected.trim().is_empty() && !reached.trim().is_empty() => {
                let tokens = Tokens::of(ui);
                note(ui, tokens.deduction, tokens.deduction_soft, &self.t("waiting-not-a-measurement"));
            }
            None => {}
        }
    }

    fn words_row(&self, ui: &mut Ui, ui_state: &mut UiState, key: &str, label: &str, hint: &str) {
        let label = self.t(label);
        let name = format!("{} {label}", self.indicator.name);
        let hint = self.t(hint);
        let field: Field = self.form.field(&self.key(key));
        let look = Look::text(&name, (ui.available_width() * 0.56).floor()).hint(&hint);
        let unit = self.indicator.unit.to_string();
        let response = self.field_row(ui, ui_state, RichText::new(label), &field, &look, &unit);
        Self::first(ui_state, &response);
    }

    /// Two numbers compare by themselves.
    fn verdict(&self, ui: &mut Ui, met: bool) {
        let tokens = Tokens::of(ui);
        let (key, ink) = match met {
            true => ("state-met", tokens.good),
            false => ("state-not-met", tokens.deduction),
        };
        ui.horizontal(|ui| {
            ui.label(small(&self.t("rule-verdict"), tokens.ink_soft));
            ui.label(RichText::new(self.t(key)).color(ink));
            ui.label(small(&self.t("rule-verdict-worked-out"), tokens.ink_faint));
        });
    }

    fn ask_verdict(&self, ui: &mut Ui, ui_state: &mut UiState) {
        let key = self.key(input::MET);
        let now = self.flag(&key).map(|met| if met { input::YES } else { input::NO });
        let answers = [(input::YES, self.t("state-met")), (input::NO, self.t("state-not-met"))];
        self.hint(ui, &self.t("rule-verdict-asked"));
        if let Some(answer) = self.answers(ui, ui_state, &self.indicator.name, &answers, now) {
            self.set(vec![(key, Some(Value::Flag(answer == input::YES)))]);
        }
    }
}
