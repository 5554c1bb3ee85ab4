//! 扣分情形.

use crate::app::evaluation::ledger;
use crate::app::evaluation::scores::rule::Control;
use crate::app::evaluation::state::UiState;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{Tokens, size};
use crate::evaluation::{Value, input};
use crate::number::plain;
use crate::template::{Award, Deduction, EachDeduction, RangeDeduction, StepsDeduction};
use crate::text::Message;
use eframe::egui::{Label, RichText, Ui};
use rust_decimal::Decimal;

impl Control<'_> {
    pub(crate) fn deductions(&self, ui: &mut Ui, ui_state: &mut UiState) {
        let deductions = &self.indicator.rule.deductions;
        if deductions.is_empty() {
            return;
        }
        if self.indicator.rule.award != Award::Full {
            ui.add_space(4.0);
            self.hint(ui, &self.t("rule-deductions"));
        }
        for deduction in deductions {
            match deduction {
                Deduction::Between(_) => self.between(ui, ui_state, deduction),
                Deduction::Each(_) => self.each(ui, ui_state, deduction),
                Deduction::Steps(steps) => self.stepped(ui, ui_state, steps),
                Deduction::Ledger(_) => {
                    ledger::deduction_ui(ui, self.cx, self.document, self.indicator, deduction);
                }
            }
        }
        // A ledger says by itself that there is nothing to enter, a measured number what is taken.
        if deductions.iter().all(|deduction| matches!(deduction, Deduction::Ledger(_) | Deduction::Steps(_)))
        {
            return;
        }
        if ui.button(RichText::new(self.t("button-no-deduction")).size(size::SMALL)).clicked() {
            let cleared = deductions.iter().filter_map(|deduction| match deduction {
                Deduction::Between(RangeDeduction { id, .. }) => Some((id.clone(), Some(Value::Flag(false)))),
                Deduction::Each(EachDeduction { id, .. }) => {
                    Some((input::count(id), Some(Value::Number(Decimal::ZERO))))
                }
                Deduction::Ledger(_) | Deduction::Steps(_) => None,
            });
            self.set(cleared.collect());
        }
    }

    /// The number that the steps are measured by, as that of an award, and what they take.
    fn stepped(&self, ui: &mut Ui, ui_state: &mut UiState, deduction: &StepsDeduction) {
        ui.add_space(4.0);
        ui.add(Label::new(RichText::new(&*deduction.label)).wrap());
        let own = Control { prefix: deduction.prefix(), ..*self };
        own.measure(ui, ui_state, &deduction.measure);
        let reading = own.reading(&deduction.measure);
        own.step_lines(ui, &deduction.steps, deduction.measure.is_share(), reading.as_ref());
    }

    fn between(&self, ui: &mut Ui, ui_state: &mut UiState, deduction: &Deduction) {
        let Deduction::Between(RangeDeduction { id, label, from, to }) = deduction else { return };
        let fixed_points = from == to;
        let range = match fixed_points {
            true => plain(*from),
            false => format!("{}–{}", plain(*from), plain(*to)),
        };
        let worth = self.cx.text(&Message::new("worth-deduction").with("points", range));
        let on = self.tick(ui, ui_state, id, label, &worth);
        if on && !fixed_points {
            let name = format!("{label} {}", self.t("rule-deducted"));
            let text = RichText::new(format!("　{}", self.t("rule-deducted"))).color(Tokens::of(ui).ink_soft);
            let field = self.form.field(&input::deducted(id));
            let unit = self.t("unit-points");
            self.field_row(ui, ui_state, text, &field, &Look::number(&name, 80.0), &unit);
        }
    }

    fn each(&self, ui: &mut Ui, ui_state: &mut UiState, deduction: &Deduction) {
        let Deduction::Each(EachDeduction { id, label, points, cap }) = deduction else { return };
        let tokens = Tokens::of(ui);
        let message = match cap {
            Some(cap) => Message::new("worth-each-capped").with("cap", plain(*cap)),
            None => Message::new("worth-each"),
        };
        let worth = self.cx.text(&message.with("points", plain(*points)));
        let name = format!("{label} {}", self.t("rule-count"));
        let digit = self.form.digit(&input::count(id), None).filter(|digit| *digit < 9);
        let digit = digit.map(|digit| format!("{} ", digit + 1)).unwrap_or_default();
        let text = RichText::new(format!("{digit}{label}（{worth}）")).color(tokens.ink);
        let field = self.form.field(&input::count(id));
        let unit = self.t("unit-places");
        let response = self.field_row(ui, ui_state, text, &field, &Look::number(&name, 64.0), &unit);
        Self::first(ui_state, &response);
        let is_some = |key: &str| self.number_of(key).is_some_and(|count| count > Decimal::ZERO);
        let exempt = input::exempt_count(id);
        if is_some(&input::count(id)) || is_some(&exempt) {
            let words = self.t("rule-exempt");
            let name = format!("{label} {words}");
            let text = RichText::new(format!("　{words}")).color(tokens.ink_soft);
            let field = self.form.field(&exempt);
            self.field_row(ui, ui_state, text, &field, &Look::number(&name, 64.0), &unit);
        }
    }
}
