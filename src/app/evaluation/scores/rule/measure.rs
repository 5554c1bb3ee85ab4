//! Where a number comes from: fields to type it into, or the place that it is taken from.

use crate::app::evaluation::scores::rule::Control;
use crate::app::evaluation::scores::survey;
use crate::app::evaluation::state::{Action, UiState, ViewKind};
use crate::app::widgets::small;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{Tokens, size};
use crate::evaluation::{Value, input};
use crate::number::percent;
use crate::scoring::{Reading, Source};
use crate::template::{
    AnswerOption, Deviation, EnteredRate, FundsRate, Measure, MeasuredNumber, OtherIndicator, Panel, Peers,
    Risks, SubSheet, SubSheets,
};
use crate::text::Message;
use eframe::egui::{Align, Label, Layout, RichText, Ui};

impl Control<'_> {
    pub(crate) fn measure(&self, ui: &mut Ui, ui_state: &mut UiState, measure: &Measure) {
        let own = |label: &str| format!("{} {label}", self.indicator.name);
        match measure {
            Measure::Entered(EnteredRate { target, actual, rate, exempt }) => {
                let exempt = exempt.as_ref().map(|exempt| (&*exempt.label, input::EXEMPT));
                self.entered(ui, ui_state, [target, actual, rate], exempt);
            }
            Measure::Funds(rate) => self.funds_rate(ui, ui_state, *rate),
            Measure::Number(MeasuredNumber { label, unit }) => {
                let label = if label.is_empty() { &self.indicator.name } else { label };
                self.number(ui, ui_state, input::VALUE, label, &own(label), unit);
            }
            Measure::Deviation(Deviation { target, actual, .. }) => {
                let unit = &self.indicator.unit;
                self.number(ui, ui_state, input::TARGET, target, &own(target), unit);
                self.number(ui, ui_state, input::ACTUAL, actual, &own(actual), unit);
            }
            Measure::Survey { options } => self.survey(ui, ui_state, options),
            Measure::Panel(Panel { label, .. }) => {
                let hint = self.t("rule-marks-hint");
                self.wide_field(ui, ui_state, label, &self.key(input::LIST), &own(label), &hint);
            }
            Measure::Passes { rows } => self.passes(ui, ui_state, rows),
            Measure::SubSheets(SubSheets { sheets, .. }) => self.sub_sheets(ui, ui_state, sheets),
            Measure::Peers(Peers { own: value, others, .. }) => {
                self.number(ui, ui_state, input::VALUE, value, &own(value), &self.indicator.unit);
                let hint = self.t("rule-list-hint");
                self.wide_field(ui, ui_state, others, &self.key(input::LIST), &own(others), &hint);
            }
            Measure::Risks(Risks { risks, .. }) => self.risks(ui, ui_state, risks),
            Measure::Ledger(_) => self.hint(ui, &self.t("rule-from-ledger")),
            Measure::Other(other) => self.other(ui, other),
        }
        self.reading_line(ui, measure);
    }

    /// Where its number stands, and the way there.
    fn other(&self, ui: &mut Ui, other: &OtherIndicator) {
        let Some(indicator) = self.document.template.indicator(&other.indicator) else { return };
        ui.horizontal_wrapped(|ui| {
            let words = Message::new("rule-from-other").with("indicator", &indicator.name);
            ui.label(small(&self.cx.text(&words), Tokens::of(ui).ink_faint));
            if ui.button(RichText::new(self.t("rule-go-to-other")).size(size::SMALL)).clicked() {
                self.cx.send(Action::Select(indicator.id.clone()));
            }
        });
    }

    pub(crate) fn reading(&self, measure: &Measure) -> Option<Reading> {
        Reading::of(self.document.around(), self.indicator, measure, &self.prefix)
    }

    /// What was entered comes to; where the number itself is typed it stands there already.
    fn reading_line(&self, ui: &mut Ui, measure: &Measure) {
        let Some(reading) = self.reading(measure) else { return };
        if matches!(reading.source(), Source::Number { .. } | Source::Rate { .. } | Source::Funds { .. }) {
            return;
        }
        ui.add(Label::new(small(&reading.text(self.cx.lang()), Tokens::of(ui).ink_soft)).wrap());
    }

    fn entered(
        &self,
        ui: &mut Ui,
        ui_state: &mut UiState,
        [target, actual, rate]: [&str; 3],
        exempt: Option<(&str, &'static str)>,
    ) {
        let tokens = Tokens::of(ui);
        let has = |key: &str| self.value(&self.key(key)).is_some();
        let direct = has(input::RATE);
        let pair = [(target, input::TARGET), (actual, input::ACTUAL)];
        let fields = pair.into_iter().chain(exempt).chain([(rate, input::RATE)]);
        for (number, (label, key)) in fields.enumerate() {
            let is_rate = key == input::RATE;
            if is_rate {
                ui.label(small(&self.t("rule-or-rate"), tokens.ink_faint));
            }
            let ink = if direct && !is_rate { tokens.ink_faint } else { tokens.ink };
            let name = format!("{} {label}", self.indicator.name);
            let unit = if is_rate { "%" } else { &*self.indicator.unit };
            let text = RichText::new(label).color(ink);
            let field = self.form.field(&self.key(key));
            let response = self.field_row(ui, ui_state, text, &field, &Look::number(&name, 120.0), unit);
            if number == 0 && !direct || is_rate && direct {
                Self::first(ui_state, &response);
            }
        }
        if direct && has(input::ACTUAL) {
            ui.horizontal_wrapped(|ui| {
                ui.label(small(&self.t("rule-rate-wins"), tokens.caution));
                let counts = RichText::new(self.t("rule-use-counts")).size(size::SMALL);
                if ui.button(counts).on_hover_text(self.t("rule-use-counts-tip")).clicked() {
                    self.set(vec![(self.key(input::RATE), None)]);
                }
            });
        }
    }

    fn funds_rate(&self, ui: &mut Ui, ui_state: &mut UiState, rate: FundsRate) {
        let tokens = Tokens::of(ui);
        let total = &self.document.card().funds.total;
        let (label, value) = match rate {
            FundsRate::Arrival => ("funds-arrival-rate", total.arrival_rate),
            FundsRate::Execution => ("funds-execution-rate", total.execution_rate),
            FundsRate::Spending => ("funds-spending-rate", total.spending_rate),
        };
        ui.horizontal(|ui| {
            ui.label(self.t(label)).explained(&self.t(label));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(value.map_or_else(|| "—".to_owned(), percent));
            });
        });
        ui.horizontal_wrapped(|ui| {
            ui.label(small(&self.t("rule-from-funds"), tokens.ink_faint));
            let go = ui.button(RichText::new(self.t("button-go-funds")).size(size::SMALL));
            Self::first(ui_state, &go);
            if go.clicked() {
                self.cx.send(Action::Show(ViewKind::Project));
            }
        });
    }

    /// Answers by option.
    fn survey(&self, ui: &mut Ui, ui_state: &mut UiState, options: &[AnswerOption]) {
        let unit = self.t("unit-copies");
        for option in options {
            let name = format!("{} {}", option.label, self.t("rule-answers"));
            let field = self.form.field(&self.key(&input::count(&option.id)));
            let look = Look::number(&name, 80.0);
            let response = self.field_row(ui, ui_state, RichText::new(&*option.label), &field, &look, &unit);
            Self::first(ui_state, &response);
        }
        survey::import_ui(ui, self.cx, self.document, self.indicator, &self.prefix);
    }

    fn sub_sheets(&self, ui: &mut Ui, ui_state: &mut UiState, sheets: &[SubSheet]) {
        let unit = self.t("unit-points");
        for sheet in sheets {
            let label = match sheet.weight {
                Some(weight) => format!("{}（{}）", sheet.label, percent(weight)),
                None => sheet.label.to_string(),
            };
            let name = format!("{} {}", sheet.label, self.t("rule-free-points"));
            let field = self.form.field(&self.key(&input::total(&sheet.id)));
            let look = Look::number(&name, 80.0);
            let response = self.field_row(ui, ui_state, RichText::new(label), &field, &look, &unit);
            Self::first(ui_state, &response);
        }
    }

    pub(crate) fn number_of(&self, key: &str) -> Option<rust_decimal::Decimal> {
        match self.value(key) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }
}
