//! The control of each rule form, one file for each family, and how the score came about.
//!
//! All of it draws the document that it is given and sends [`Edit`]s; fields take theirs from [`Cx::document`].

mod alternatives;
mod choices;
mod deductions;
mod effects;
mod gates;
mod measure;
mod result;
mod rows;
mod scales;
mod target;
mod titles;

pub(crate) use result::{consequences, struck_words};

use crate::app::evaluation::document::Document;
use crate::app::evaluation::field::Field;
use crate::app::evaluation::field_ui::{field_ui, refusal_ui};
use crate::app::evaluation::form::{Form, Inputs};
use crate::app::evaluation::state::{Action, Cx, UiState};
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{Tokens, size};
use crate::app::widgets::{card, small};
use crate::evaluation::{Edit, InputKey, ItemEntry, Value};
use crate::help::Term;
use crate::number::plain;
use crate::scoring::ItemScore;
use crate::template::{Alternatives, Award, Id, Indicator, Parts, PerUnit};
use crate::text::Message;
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align, FontId, Label, Layout, Response, RichText, Ui, vec2};
use rust_decimal::Decimal;

/// What the parts of the control share.
struct Control<'a> {
    cx: &'a Cx<'a>,
    document: &'a Document,
    indicator: &'a Indicator,
    item: &'a ItemScore,
    form: &'a Form,
    /// Of the keys, within alternatives: `<id>/`.
    prefix: String,
    /// Full marks (M): of the indicator, or of an alternative.
    full: Decimal,
}

pub(crate) fn rule_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    document: &Document,
    indicator: &Indicator,
    item: &ItemScore,
) {
    let form = Form::of(document, indicator);
    let control = Control::of(cx, document, indicator, item, &form);
    let barred = control.gates(ui, ui_state);
    let (title, aside) = control.titles(&indicator.rule.award);
    let shown = !matches!(indicator.rule.award, Award::Full) || !indicator.rule.deductions.is_empty();
    if shown {
        card(ui, &title, &aside, |ui| {
            ui.add_enabled_ui(!barred, |ui| {
                control.inputs(ui, ui_state);
                control.limits(ui);
            });
        });
    }
    control.effects(ui, ui_state);
    control.result(ui);
}

/// The inputs alone, for where a typed score is asked about.
pub(crate) fn inputs_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    document: &Document,
    indicator: &Indicator,
    item: &ItemScore,
) {
    let form = Form::of(document, indicator);
    let control = Control::of(cx, document, indicator, item, &form);
    let barred = control.gates(ui, ui_state);
    ui.add_enabled_ui(!barred, |ui| control.inputs(ui, ui_state));
}

impl<'a> Control<'a> {
    /// Of the whole indicator.
    fn of(
        cx: &'a Cx<'a>,
        document: &'a Document,
        indicator: &'a Indicator,
        item: &'a ItemScore,
        form: &'a Form,
    ) -> Self {
        Self { cx, document, indicator, item, form, prefix: String::new(), full: indicator.points }
    }
}

impl Control<'_> {
    fn inputs(&self, ui: &mut Ui, ui_state: &mut UiState) {
        self.award(ui, ui_state, &self.indicator.rule.award);
        self.deductions(ui, ui_state);
    }

    fn t(&self, key: &str) -> String {
        self.cx.t(key)
    }

    fn award(&self, ui: &mut Ui, ui_state: &mut UiState, award: &Award) {
        match award {
            Award::Full => {}
            Award::Entries => self.hint(ui, &self.t("rule-from-ledger")),
            Award::Parts(Parts { parts, partial: true, .. }) => self.shares(ui, ui_state, parts),
            Award::Parts(Parts { parts, .. }) => self.parts(ui, ui_state, parts),
            Award::OneOf { options } => self.options(ui, ui_state, options),
            Award::Rate(rate) => {
                self.measure(ui, ui_state, &rate.measure);
                self.rate_limits(ui, rate.cut_off, rate.cap);
            }
            Award::Bands(bands) => {
                self.measure(ui, ui_state, &bands.measure);
                self.bands(ui, ui_state, bands);
            }
            Award::Steps(steps) => {
                self.measure(ui, ui_state, &steps.measure);
                self.steps(ui, steps);
            }
            Award::Curve(curve) => {
                self.measure(ui, ui_state, &curve.measure);
                self.curve(ui, curve);
                self.rate_limits(ui, curve.cut_off, None);
            }
            Award::PerUnit(PerUnit { measure, .. }) | Award::Value { measure } => {
                self.measure(ui, ui_state, measure)
            }
            Award::Free { step } => self.free(ui, ui_state, *step),
            Award::Target { target } => self.target(ui, ui_state, target.as_deref()),
            Award::Alternatives(Alternatives { options, several }) => {
                self.alternatives(ui, ui_state, options, *several)
            }
        }
    }

    fn set(&self, inputs: Inputs) {
        self.cx.send(Action::Edit(Edit::SetInputs { item: self.indicator.id.clone(), inputs }));
    }

    fn entry(&self) -> Option<&ItemEntry> {
        self.document.evaluation().item(&self.indicator.id)
    }

    /// The whole key of an input of this award.
    fn key(&self, key: &str) -> InputKey {
        format!("{}{key}", self.prefix).into()
    }

    fn value(&self, key: &str) -> Option<&Value> {
        self.entry().and_then(|entry| entry.inputs.get(key))
    }

    fn flag(&self, key: &str) -> Option<bool> {
        self.entry().and_then(|entry| entry.flag(key))
    }

    fn chosen(&self, key: &str) -> Option<&Id> {
        match self.value(key) {
            Some(Value::Choice(id)) => Some(id),
            _ => None,
        }
    }

    /// The first control takes the focus when the keyboard comes over from the table.
    fn first(ui_state: &mut UiState, response: &Response) {
        ui_state.in_options |= response.has_focus();
        if response.enabled() && std::mem::take(&mut ui_state.focus_inspector) {
            response.request_focus();
        }
    }

    fn worth(&self, points: Decimal) -> String {
        self.cx.text(&Message::new("worth").with("points", plain(points)))
    }

    fn hint(&self, ui: &mut Ui, text: &str) {
        ui.add(Label::new(small(text, Tokens::of(ui).ink_faint)).wrap()).explained(text);
    }

    /// What brackets and `<` say of the ends of a range.
    fn explain_range(&self, label: Response, words: &str) {
        if words.contains("–<") || words.contains(['[', '(']) && words.contains(", ") {
            label.explains(Term::Interval, self.cx.lang());
        }
    }

    /// A line with a box or a circle at the left and what it is worth at the right.
    fn line(&self, ui: &mut Ui, worth: &str, add: impl FnOnce(&mut Ui) -> Response) -> Response {
        let tokens = Tokens::of(ui);
        ui.horizontal(|ui| {
            let width = ui.available_width() - 86.0;
            let response = ui.allocate_ui_with_layout(
                vec2(width, 24.0),
                Layout::left_to_right(Align::Center).with_main_wrap(true),
                |ui| {
                    ui.set_width(width);
                    add(ui)
                },
            );
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let label = ui.label(small(worth, tokens.ink_soft));
                self.explain_range(label, worth);
            });
            response.inner
        })
        .inner
    }

    /// A box to tick; gives whether it is ticked now.
    fn tick(&self, ui: &mut Ui, ui_state: &mut UiState, key: &InputKey, label: &str, worth: &str) -> bool {
        let mut on = self.flag(key) == Some(true);
        let text = numbered(ui, self.form.digit(key, None), label);
        let response = self.line(ui, worth, |ui| ui.checkbox(&mut on, text));
        Self::first(ui_state, &response);
        if response.changed() {
            self.set(vec![(key.clone(), Some(Value::Flag(on)))]);
            if let Some(field) = self.form.asks(key, None).filter(|_| on) {
                ui_state.ask_for(field);
            }
        }
        on
    }

    /// Answers side by side, one of which holds. Gives the one that was chosen just now.
    fn answers<'k>(
        &self,
        ui: &mut Ui,
        ui_state: &mut UiState,
        of: &str,
        answers: &[(&'k str, String)],
        now: Option<&str>,
    ) -> Option<&'k str> {
        self.numbered_answers(ui, ui_state, of, answers, now, &[])
    }

    /// The same, with the digits that stand for them.
    fn numbered_answers<'k>(
        &self,
        ui: &mut Ui,
        ui_state: &mut UiState,
        of: &str,
        answers: &[(&'k str, String)],
        now: Option<&str>,
        digits: &[Option<usize>],
    ) -> Option<&'k str> {
        let mut chosen = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            for (number, (answer, words)) in answers.iter().enumerate() {
                let on = now == Some(*answer);
                let text = numbered(ui, digits.get(number).copied().flatten(), words);
                let response = ui.radio(on, text).accessible_name(format!("{of} {words}"));
                Self::first(ui_state, &response);
                if response.clicked() && !on {
                    chosen = Some(*answer);
                }
            }
        });
        chosen
    }

    /// A label at the left, its field and unit at the right, and below why an entry was refused.
    fn field_row(
        &self,
        ui: &mut Ui,
        ui_state: &mut UiState,
        label: RichText,
        field: &Field,
        look: &Look<'_>,
        unit: &str,
    ) -> Response {
        let row = ui.horizontal(|ui| {
            let room = if unit.chars().count() > 2 { 62.0 } else { 40.0 };
            let width = (ui.available_width() - look.width - room).max(40.0);
            ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::left_to_right(Align::Center), |ui| {
                ui.set_width(width);
                let words = label.text().to_owned();
                ui.add(Label::new(label).wrap()).explained(words.trim());
            });
            let silent = Look { says_refusal: false, ..*look };
            let response = field_ui(ui, self.cx, ui_state, field.clone(), &silent);
            ui.label(small(unit, Tokens::of(ui).ink_soft));
            response
        });
        refusal_ui(ui, self.cx, ui_state, field);
        row.inner
    }

    /// A label and below it a field as wide as the card.
    fn wide_field(
        &self,
        ui: &mut Ui,
        ui_state: &mut UiState,
        label: &str,
        key: &str,
        name: &str,
        hint: &str,
    ) {
        ui.add(Label::new(RichText::new(label)).wrap());
        let look = Look::text(name, ui.available_width() - 2.0).hint(hint);
        let response = field_ui(ui, self.cx, ui_state, self.form.field(key), &look);
        Self::first(ui_state, &response);
    }

    /// A number of the measure: its label, its field, its unit.
    fn number(&self, ui: &mut Ui, ui_state: &mut UiState, key: &str, label: &str, name: &str, unit: &str) {
        let field = self.form.field(&self.key(key));
        let look = Look::number(name, 110.0);
        let response = self.field_row(ui, ui_state, RichText::new(label), &field, &look, unit);
        Self::first(ui_state, &response);
    }

    fn free(&self, ui: &mut Ui, ui_state: &mut UiState, step: Decimal) {
        let label = self.t("rule-free-points");
        let name = format!("{} {label}", self.indicator.name);
        let unit = self.t("unit-points");
        self.number(ui, ui_state, crate::evaluation::input::POINTS, &label, &name, &unit);
        let step = self.cx.text(&Message::new("rule-step").with("step", plain(step)));
        self.hint(ui, &step);
    }
}

/// A label with the digit that works it from the keyboard.
fn numbered(ui: &Ui, digit: Option<usize>, label: &str) -> LayoutJob {
    let tokens = Tokens::of(ui);
    let mut job = LayoutJob::default();
    if let Some(digit) = digit.filter(|digit| *digit < 9) {
        let format = TextFormat::simple(FontId::proportional(size::SMALL), tokens.ink_faint);
        job.append(&format!("{} ", digit + 1), 0.0, format);
    }
    let ink = if ui.is_enabled() { tokens.ink } else { tokens.ink_faint };
    job.append(label, 0.0, TextFormat::simple(FontId::proportional(size::BODY), ink));
    job
}
