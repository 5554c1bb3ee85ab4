//! 二者择其一, 可选项: what is chosen brings its own controls.

use crate::app::evaluation::scores::rule::{Control, numbered};
use crate::app::evaluation::state::UiState;
use crate::app::widgets::theme::Tokens;
use crate::evaluation::{InputKey, Value, input};
use crate::template::Alternative;
use eframe::egui::{Frame, Margin, Response, Stroke, Ui};

impl Control<'_> {
    pub(crate) fn alternatives(
        &self,
        ui: &mut Ui,
        ui_state: &mut UiState,
        options: &[Alternative],
        several: bool,
    ) {
        for option in options {
            let on = match several {
                true => self.flag(&self.key(&option.id)) == Some(true),
                false => self.chosen(&self.key(input::CHOICE)) == Some(&option.id),
            };
            let response = self.alternative(ui, option, several, on);
            Self::first(ui_state, &response);
            if response.clicked() && (several || !on) {
                self.choose(ui_state, option, several, !on);
            }
            if on {
                self.nested(ui, ui_state, option, several);
            }
        }
    }

    fn alternative(&self, ui: &mut Ui, option: &Alternative, several: bool, on: bool) -> Response {
        let digit = match several {
            true => self.form.digit(&self.key(&option.id), None),
            false => self.form.digit(&self.key(input::CHOICE), Some(&option.id)),
        };
        let label = numbered(ui, digit, &option.label);
        let worth = option.points.filter(|_| several).map(|points| self.worth(points)).unwrap_or_default();
        self.line(ui, &worth, |ui| match several {
            true => ui.checkbox(&mut { on }, label),
            false => ui.radio(on, label),
        })
    }

    fn choose(&self, ui_state: &mut UiState, option: &Alternative, several: bool, on: bool) {
        let (key, value, id): (InputKey, Value, Option<&str>) = match several {
            true => (self.key(&option.id), Value::Flag(on), None),
            false => (self.key(input::CHOICE), Value::Choice(option.id.clone()), Some(&option.id)),
        };
        let asked = self.form.asks(&key, id).filter(|_| on);
        self.set(vec![(key, Some(value))]);
        if let Some(field) = asked {
            ui_state.ask_for(field);
        }
    }

    fn nested(&self, ui: &mut Ui, ui_state: &mut UiState, option: &Alternative, several: bool) {
        let tokens = Tokens::of(ui);
        let inner = Control {
            prefix: format!("{}{}/", self.prefix, option.id),
            full: option.points.filter(|_| several).unwrap_or(self.full),
            ..*self
        };
        let frame = Frame::new().inner_margin(Margin { left: 14, right: 0, top: 2, bottom: 6 });
        let shown = frame.show(ui, |ui| inner.award(ui, ui_state, &option.award)).response.rect;
        let x = shown.left() + 5.0;
        ui.painter().vline(
            x,
            shown.shrink2((0.0, 4.0).into()).y_range(),
            Stroke::new(1.5, tokens.line_strong),
        );
    }
}
