//! 关键要素: questions before everything else.

use crate::app::evaluation::scores::rule::{Control, numbered};
use crate::app::evaluation::state::UiState;
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{card, note};
use crate::evaluation::{Value, input};
use crate::text::Message;
use eframe::egui::{Label, Ui};

impl Control<'_> {
    /// Gives whether one of them is not met: then nothing else counts.
    pub(crate) fn gates(&self, ui: &mut Ui, ui_state: &mut UiState) -> bool {
        let gates = &self.indicator.rule.gates;
        if gates.is_empty() {
            return false;
        }
        let unmet: Vec<&str> =
            gates.iter().filter(|gate| self.flag(&gate.id) == Some(false)).map(|gate| &*gate.label).collect();
        card(ui, &self.t("rule-gates"), &self.t("rule-gates-aside"), |ui| {
            // Whoever comes from the table goes on to what is still to be done.
            let answered = gates.iter().all(|gate| self.flag(&gate.id) == Some(true));
            let comes = ui_state.focus_inspector;
            ui_state.focus_inspector = comes && !answered;
            for gate in gates {
                self.gate(ui, ui_state, &gate.id, &gate.label);
            }
            ui_state.focus_inspector |= comes && answered;
            if !unmet.is_empty() {
                let tokens = Tokens::of(ui);
                let words = Message::new("rule-gate-unmet").with("gates", unmet.join("、"));
                note(ui, tokens.deduction, tokens.deduction_soft, &self.cx.text(&words));
            }
        });
        !unmet.is_empty()
    }

    fn gate(&self, ui: &mut Ui, ui_state: &mut UiState, id: &crate::template::Id, label: &str) {
        ui.add(Label::new(numbered(ui, None, label)).wrap());
        let now = self.flag(id).map(|met| if met { input::YES } else { input::NO });
        // A question that is settled is not what the keyboard comes for.
        let comes = ui_state.focus_inspector;
        ui_state.focus_inspector = comes && now != Some(input::YES);
        let answers = [(input::YES, self.t("answer-met")), (input::NO, self.t("answer-not-met"))];
        let digits = [input::YES, input::NO].map(|answer| self.form.digit(id, Some(answer)));
        let chosen = self.numbered_answers(ui, ui_state, label, &answers, now, &digits);
        ui_state.focus_inspector |= comes && now == Some(input::YES);
        if let Some(answer) = chosen {
            self.set(vec![(id.clone(), Some(Value::Flag(answer == input::YES)))]);
        }
    }
}
