//! 一票否决, 追加扣除: what reaches beyond the indicator.

use crate::app::evaluation::scores::rule::Control;
use crate::app::evaluation::scores::rule::result::what_it_does;
use crate::app::evaluation::state::UiState;
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{card, small};
use crate::evaluation::{InputKey, Value, input};
use crate::number::plain;
use crate::template::{Effect, Id, Label, Overflow, OverflowPoints, Trigger, Veto};
use eframe::egui::{self, RichText, Ui};
use rust_decimal::Decimal;

impl Control<'_> {
    pub(crate) fn effects(&self, ui: &mut Ui, ui_state: &mut UiState) {
        let effects = &self.indicator.rule.effects;
        if effects.is_empty() {
            return;
        }
        card(ui, &self.t("rule-effects"), &self.t("rule-effects-aside"), |ui| {
            for effect in effects {
                match effect {
                    Effect::Veto(Veto { id, label, exemptable, .. }) => {
                        self.veto(ui, ui_state, effect, (id, label), *exemptable);
                    }
                    Effect::Overflow(_) => self.overflow(ui, ui_state, effect),
                }
            }
            let untouched = effects.iter().filter_map(ticked).all(|id| self.flag(id).is_none());
            let any = effects.iter().any(|effect| ticked(effect).is_some());
            if untouched && any && ui_small(ui, &self.t("button-no-effect")).clicked() {
                let off = |id: &Id| (id.clone(), Some(Value::Flag(false)));
                self.set(effects.iter().filter_map(ticked).map(off).collect());
            }
        });
    }

    fn veto(
        &self,
        ui: &mut Ui,
        ui_state: &mut UiState,
        effect: &Effect,
        (id, label): (&Id, &Label),
        exemptable: bool,
    ) {
        let on = self.tick(ui, ui_state, id, label, "");
        self.consequence(ui, effect);
        if !(on && exemptable) {
            return;
        }
        let key: InputKey = input::exemption(id);
        let words = self.t("rule-exemption");
        let name = format!("{label} {words}");
        let hint = self.t("rule-exemption-hint");
        self.wide_field(ui, ui_state, &words, &key, &name, &hint);
        if matches!(self.value(&key), Some(Value::Text(_))) {
            ui.label(small(&self.t("rule-exempted"), Tokens::of(ui).good));
        }
    }

    /// What it does to the sheet, below its name.
    fn consequence(&self, ui: &mut Ui, effect: &Effect) {
        self.hint(ui, &what_it_does(self.cx, self.document, &self.indicator.id, effect));
    }

    fn overflow(&self, ui: &mut Ui, ui_state: &mut UiState, effect: &Effect) {
        let Effect::Overflow(Overflow { id, label, when, take, .. }) = effect else { return };
        let on = match when {
            Trigger::Ticked => self.tick(ui, ui_state, id, label, ""),
            Trigger::Exhausted | Trigger::Deducted(_) => {
                ui.add(egui::Label::new(RichText::new(&**label)).wrap());
                true
            }
        };
        self.consequence(ui, effect);
        if let OverflowPoints::OneOf(points) = take
            && on
            && points.len() > 1
        {
            self.overflow_points(ui, ui_state, id, label, points);
        }
    }

    /// One of a few numbers of points: chosen, not typed.
    fn overflow_points(&self, ui: &mut Ui, ui_state: &mut UiState, id: &Id, label: &str, points: &[Decimal]) {
        let key = input::deducted(id);
        let now = self.number_of(&key);
        let texts: Vec<String> = points.iter().map(|points| plain(*points)).collect();
        let answers: Vec<(&str, String)> =
            texts.iter().map(|text| (text.as_str(), format!("−{text} {}", self.t("unit-points")))).collect();
        let now = now.map(plain);
        if let Some(chosen) = self.answers(ui, ui_state, label, &answers, now.as_deref())
            && let Some(points) = points.iter().find(|points| plain(**points) == chosen)
        {
            self.set(vec![(key, Some(Value::Number(*points)))]);
        }
    }
}

fn ui_small(ui: &mut Ui, text: &str) -> egui::Response {
    ui.button(RichText::new(text).size(crate::app::widgets::theme::size::SMALL))
}

/// The box that the evaluator ticks, if there is one.
fn ticked(effect: &Effect) -> Option<&Id> {
    match effect {
        Effect::Veto(Veto { id, .. }) | Effect::Overflow(Overflow { id, when: Trigger::Ticked, .. }) => {
            Some(id)
        }
        Effect::Overflow(_) => None,
    }
}
