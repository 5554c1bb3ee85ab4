//! The control of each rule form, and how the score came about.

use super::survey;
use crate::app::fields::{Field, Look, field_ui, refusal_ui};
use crate::app::theme::{Tokens, size};
use crate::app::views::ledger;
use crate::app::widgets::{card, note, small};
use crate::app::{Action, Cx, Document, Local, ViewKind};
use crate::evaluation::{Edit, InputKey, Inputs, Value, input};
use crate::number::{percent, plain};
use crate::scoring::{ItemScore, ItemState, band_range};
use crate::template::{Award, Choice, Deduction, FundsRate, Indicator, Measure, Part, Points};
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
}

pub fn rule_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    local: &mut Local,
    document: &Document,
    indicator: &Indicator,
    item: &ItemScore,
) {
    let control = Control { cx, document, indicator, item };
    let (title, aside) = control.titles();
    card(ui, &title, &aside, |ui| {
        match &indicator.rule.award {
            Award::Full => {}
            Award::Parts { parts, .. } => control.parts(ui, local, parts),
            Award::OneOf { options } => control.options(ui, local, options),
            Award::Rate { measure, .. } => control.rate(ui, local, measure),
            Award::Free { step } => control.free(ui, local, *step),
            _ => {}
        }
        control.deductions(ui, local);
        control.result(ui);
    });
}

impl Control<'_> {
    fn t(&self, key: &str) -> String {
        self.cx.t(key)
    }

    fn titles(&self) -> (String, String) {
        let points = plain(self.indicator.points);
        let (title, aside) = match &self.indicator.rule.award {
            Award::Full => ("rule-deductions", "rule-deductions-aside"),
            Award::Parts { .. } => ("rule-parts", "rule-parts-aside"),
            Award::OneOf { .. } => ("rule-options", "rule-options-aside"),
            Award::Rate { .. } => ("rule-rate", "rule-rate-aside"),
            Award::Free { .. } => ("rule-free", "rule-free-aside"),
            _ => ("rule-free", "rule-free-aside"),
        };
        (self.t(title), self.cx.text(&Message::new(aside).with("points", points)))
    }

    fn set(&self, inputs: Vec<(InputKey, Option<Value>)>) {
        self.cx.send(Action::Edit(Edit::SetInputs { item: self.indicator.id.clone(), inputs }));
    }

    fn inputs(&self) -> Option<&Inputs> {
        self.document.evaluation().item(&self.indicator.id).map(|entry| &entry.inputs)
    }

    fn flag(&self, key: &str) -> Option<bool> {
        self.document.evaluation().item(&self.indicator.id).and_then(|entry| entry.flag(key))
    }

    /// The first control takes the focus when the keyboard comes over from the table.
    fn first(local: &mut Local, response: &Response) {
        if std::mem::take(&mut local.focus_inspector) {
            response.request_focus();
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
                ui.label(small(worth, tokens.ink_soft))
            });
            response.inner
        })
        .inner
    }

    fn parts(&self, ui: &mut Ui, local: &mut Local, parts: &[Part]) {
        for (number, part) in parts.iter().enumerate() {
            let mut on = self.flag(&part.id) == Some(true);
            let worth = self.worth(part.points);
            let response =
                self.line(ui, &worth, |ui| ui.checkbox(&mut on, numbered(ui, number, &part.label)));
            if number == 0 {
                Self::first(local, &response);
            }
            if response.changed() {
                self.set(vec![(part.id.clone(), Some(Value::Flag(on)))]);
            }
        }
        ui.horizontal(|ui| {
            for (key, on) in [("button-all-met", true), ("button-none-met", false)] {
                if ui.button(RichText::new(self.t(key)).size(size::SMALL)).clicked() {
                    self.set(parts.iter().map(|part| (part.id.clone(), Some(Value::Flag(on)))).collect());
                }
            }
        });
    }

    fn worth(&self, points: Decimal) -> String {
        self.cx.text(&Message::new("worth").with("points", plain(points)))
    }

    fn options(&self, ui: &mut Ui, local: &mut Local, options: &[Choice]) {
        let entry = self.document.evaluation().item(&self.indicator.id);
        let chosen = entry.and_then(|entry| entry.choice());
        let decimals = self.document.card().item_decimals;
        for (number, option) in options.iter().enumerate() {
            let worth = match option.points {
                Points::Fixed(points) => self.worth(points),
                Points::Fraction(share) => self.worth(self.indicator.points * share),
                Points::Range { .. } | Points::Share { .. } => self.range_text(&option.id, decimals),
            };
            let on = chosen == Some(&option.id);
            let response = self.line(ui, &worth, |ui| ui.radio(on, numbered(ui, number, &option.label)));
            if number == 0 {
                Self::first(local, &response);
            }
            if response.clicked() && !on {
                self.choose(option);
            }
        }
        if self.indicator.rule.has_band_edges() {
            self.points_in_band(ui, local, chosen.is_some());
            self.band_edges(ui, local, options.len());
        }
    }

    /// Choosing another band takes back points that do not lie in it.
    fn choose(&self, option: &Choice) {
        let mut inputs = vec![(InputKey::from(input::CHOICE), Some(Value::Choice(option.id.clone())))];
        let entry = self.document.evaluation().item(&self.indicator.id);
        let decimals = self.document.card().item_decimals;
        if let Some(range) = band_range(self.indicator, entry, &option.id, decimals)
            && let Some(points) = entry.and_then(|entry| entry.number(input::POINTS))
            && range.check(points).is_err()
        {
            inputs.push((input::POINTS.into(), None));
        }
        self.set(inputs);
    }

    fn range_text(&self, option: &str, decimals: u32) -> String {
        let entry = self.document.evaluation().item(&self.indicator.id);
        let Some(range) = band_range(self.indicator, entry, option, decimals) else { return String::new() };
        let edge = |value: Option<Decimal>| plain(value.unwrap_or_default());
        format!("{}–{}{}", edge(range.min), if range.below_max { "<" } else { "" }, edge(range.max))
    }

    fn points_in_band(&self, ui: &mut Ui, local: &mut Local, chosen: bool) {
        if !chosen {
            return;
        }
        let label = self.t("rule-points-in-band");
        let name = format!("{} {label}", self.indicator.name);
        let look = Look::number(&name, 80.0);
        let unit = self.t("unit-points");
        self.field_row(
            ui,
            local,
            RichText::new(label),
            &self.field(input::POINTS.into(), false),
            &look,
            &unit,
        );
    }

    fn band_edges(&self, ui: &mut Ui, local: &mut Local, bands: usize) {
        let tokens = Tokens::of(ui);
        ui.horizontal_wrapped(|ui| {
            ui.label(small(&self.t("rule-band-edges"), tokens.ink_faint));
            for number in 0..bands.saturating_sub(1) {
                let name = format!("{} {} {}", self.indicator.name, self.t("rule-band-edges"), number + 1);
                let field = Field::BandEdge(self.indicator.id.clone(), number);
                field_ui(ui, self.cx, local, field, &Look::number(&name, 44.0).silent());
                ui.label(small("%", tokens.ink_faint));
            }
        });
        for number in 0..bands.saturating_sub(1) {
            refusal_ui(ui, self.cx, local, &Field::BandEdge(self.indicator.id.clone(), number));
        }
    }

    fn field(&self, key: InputKey, percent: bool) -> Field {
        Field::Input { item: self.indicator.id.clone(), key, percent }
    }

    /// A label at the left, its field and unit at the right, and below why an entry was refused.
    fn field_row(
        &self,
        ui: &mut Ui,
        local: &mut Local,
        label: RichText,
        field: &Field,
        look: &Look<'_>,
        unit: &str,
    ) -> Response {
        let row = ui.horizontal(|ui| {
            let width = (ui.available_width() - look.width - 40.0).max(40.0);
            ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::left_to_right(Align::Center), |ui| {
                ui.set_width(width);
                ui.add(Label::new(label).wrap());
            });
            let silent = Look { says_refusal: false, ..*look };
            let response = field_ui(ui, self.cx, local, field.clone(), &silent);
            ui.label(small(unit, Tokens::of(ui).ink_soft));
            response
        });
        refusal_ui(ui, self.cx, local, field);
        row.inner
    }

    fn rate(&self, ui: &mut Ui, local: &mut Local, measure: &Measure) {
        match measure {
            Measure::Entered { target, actual, rate } => self.entered_rate(ui, local, [target, actual, rate]),
            Measure::Funds(rate) => self.funds_rate(ui, local, *rate),
            Measure::Survey { .. } => survey::import_ui(ui, self.cx, self.document, self.indicator, ""),
            _ => {}
        }
    }

    fn entered_rate(&self, ui: &mut Ui, local: &mut Local, labels: [&str; 3]) {
        let tokens = Tokens::of(ui);
        let direct = self.inputs().is_some_and(|inputs| inputs.contains_key(input::RATE));
        let keys = [input::TARGET, input::ACTUAL, input::RATE];
        for (number, (label, key)) in labels.into_iter().zip(keys).enumerate() {
            let is_rate = key == input::RATE;
            if is_rate {
                ui.label(small(&self.t("rule-or-rate"), tokens.ink_faint));
            }
            let ink = if direct && !is_rate { tokens.ink_faint } else { tokens.ink };
            let name = format!("{} {label}", self.indicator.name);
            let unit = if is_rate { "%" } else { "" };
            let text = RichText::new(label).color(ink);
            let field = self.field(key.into(), is_rate);
            let response = self.field_row(ui, local, text, &field, &Look::number(&name, 120.0), unit);
            if number == 0 && !direct || is_rate && direct {
                Self::first(local, &response);
            }
        }
        if direct && self.inputs().is_some_and(|inputs| inputs.contains_key(input::ACTUAL)) {
            ui.label(small(&self.t("rule-rate-wins"), tokens.caution));
        }
    }

    fn funds_rate(&self, ui: &mut Ui, local: &mut Local, rate: FundsRate) {
        let tokens = Tokens::of(ui);
        let total = &self.document.card().funds.total;
        let (label, value) = match rate {
            FundsRate::Arrival => ("funds-arrival-rate", total.arrival_rate),
            FundsRate::Execution => ("funds-execution-rate", total.execution_rate),
            FundsRate::Spending => ("funds-spending-rate", total.spending_rate),
        };
        ui.horizontal(|ui| {
            ui.label(self.t(label));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(value.map_or_else(|| "—".to_owned(), percent));
            });
        });
        ui.horizontal_wrapped(|ui| {
            ui.label(small(&self.t("rule-from-funds"), tokens.ink_faint));
            let go = ui.button(RichText::new(self.t("button-go-funds")).size(size::SMALL));
            Self::first(local, &go);
            if go.clicked() {
                self.cx.send(Action::Show(ViewKind::Project));
            }
        });
    }

    fn free(&self, ui: &mut Ui, local: &mut Local, step: Decimal) {
        let label = self.t("rule-free-points");
        let name = format!("{} {label}", self.indicator.name);
        let field = self.field(input::POINTS.into(), false);
        let unit = self.t("unit-points");
        let look = Look::number(&name, 90.0);
        let response = self.field_row(ui, local, RichText::new(label), &field, &look, &unit);
        Self::first(local, &response);
        let step = self.cx.text(&Message::new("rule-step").with("step", plain(step)));
        ui.label(small(&step, Tokens::of(ui).ink_faint));
    }

    fn deductions(&self, ui: &mut Ui, local: &mut Local) {
        let deductions = &self.indicator.rule.deductions;
        for (number, deduction) in deductions.iter().enumerate() {
            match deduction {
                Deduction::Between { .. } => self.between(ui, local, deduction, number),
                Deduction::Each { .. } => self.each(ui, local, deduction, number == 0),
                Deduction::Ledger { .. } => {
                    ledger::deduction_ui(ui, self.cx, self.document, self.indicator, deduction);
                }
            }
        }
        // A ledger says by itself that there is nothing to enter.
        if deductions.iter().all(|deduction| matches!(deduction, Deduction::Ledger { .. })) {
            return;
        }
        if ui.button(RichText::new(self.t("button-no-deduction")).size(size::SMALL)).clicked() {
            let cleared = deductions.iter().map(|deduction| match deduction {
                Deduction::Between { id, .. } => (id.clone(), Some(Value::Flag(false))),
                Deduction::Each { id, .. } => (input::count(id), Some(Value::Number(Decimal::ZERO))),
                Deduction::Ledger { .. } => (input::NOTHING.into(), Some(Value::Flag(true))),
            });
            self.set(cleared.collect());
        }
    }

    fn between(&self, ui: &mut Ui, local: &mut Local, deduction: &Deduction, number: usize) {
        let Deduction::Between { id, label, from, to } = deduction else { return };
        let mut on = self.flag(id) == Some(true);
        let fixed_points = from == to;
        let range = match fixed_points {
            true => plain(*from),
            false => format!("{}–{}", plain(*from), plain(*to)),
        };
        let worth = self.cx.text(&Message::new("worth-deduction").with("points", range));
        let response = self.line(ui, &worth, |ui| ui.checkbox(&mut on, numbered(ui, number, label)));
        if number == 0 {
            Self::first(local, &response);
        }
        if response.changed() {
            self.set(vec![(id.clone(), Some(Value::Flag(on)))]);
            if on && !fixed_points {
                local.ask_for(self.field(input::deducted(id), false));
            }
        }
        if on && !fixed_points {
            let name = format!("{label} {}", self.t("rule-deducted"));
            let text = RichText::new(format!("　{}", self.t("rule-deducted"))).color(Tokens::of(ui).ink_soft);
            let field = self.field(input::deducted(id), false);
            let unit = self.t("unit-points");
            self.field_row(ui, local, text, &field, &Look::number(&name, 80.0), &unit);
        }
    }

    fn each(&self, ui: &mut Ui, local: &mut Local, deduction: &Deduction, first: bool) {
        let Deduction::Each { id, label, points, .. } = deduction else { return };
        let tokens = Tokens::of(ui);
        let worth = self.cx.text(&Message::new("worth-each").with("points", plain(*points)));
        let name = format!("{label} {}", self.t("rule-count"));
        let text = RichText::new(format!("{label}（{worth}）")).color(tokens.ink);
        let field = self.field(input::count(id), false);
        let response =
            self.field_row(ui, local, text, &field, &Look::number(&name, 64.0), &self.t("unit-places"));
        if first {
            Self::first(local, &response);
        }
    }

    /// The derivation, or what is still missing.
    fn result(&self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        let decimals = self.document.card().item_decimals;
        match &self.item.state {
            ItemState::Scored => {
                let text = self.item.derivation.text(self.item.score, decimals);
                let lost = self.item.deduction.is_some_and(|points| points > Decimal::ZERO);
                let (ink, fill) = match lost {
                    true => (tokens.deduction, tokens.deduction_soft),
                    false => (tokens.good, tokens.good_soft),
                };
                note(ui, ink, fill, &text);
            }
            ItemState::Unscored(waiting) => {
                note(ui, tokens.ink_soft, tokens.paper, &self.t(waiting.key()));
            }
            ItemState::Compared { met } => {
                let (ink, fill) = match met {
                    Some(false) => (tokens.deduction, tokens.deduction_soft),
                    _ => (tokens.good, tokens.good_soft),
                };
                note(ui, ink, fill, &self.item.derivation.text(None, decimals));
            }
            ItemState::NoInformation | ItemState::NotApplicable { .. } => {}
        }
    }
}

/// A label with the digit that chooses it from the keyboard.
fn numbered(ui: &Ui, number: usize, label: &str) -> LayoutJob {
    let tokens = Tokens::of(ui);
    let mut job = LayoutJob::default();
    if number < 9 {
        let digit = TextFormat::simple(FontId::proportional(size::SMALL), tokens.ink_faint);
        job.append(&format!("{} ", number + 1), 0.0, digit);
    }
    job.append(label, 0.0, TextFormat::simple(FontId::proportional(size::BODY), tokens.ink));
    job
}
