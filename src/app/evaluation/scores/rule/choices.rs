//! 要点, 单选档: boxes to tick, circles to choose among, points within a band.

use crate::app::evaluation::field::Field;
use crate::app::evaluation::field_ui::{field_ui, refusal_ui};
use crate::app::evaluation::scores::rule::{Control, numbered};
use crate::app::evaluation::state::UiState;
use crate::app::widgets::small;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{Tokens, size};
use crate::evaluation::{Value, input};
use crate::number::{Limits, plain};
use crate::scoring::{band_range, points_range};
use crate::template::{Choice, Part, Points};
use eframe::egui::{RichText, Ui};
use rust_decimal::Decimal;

impl Control<'_> {
    pub(crate) fn parts(&self, ui: &mut Ui, ui_state: &mut UiState, parts: &[Part]) {
        for part in parts {
            self.tick(ui, ui_state, &self.key(&part.id), &part.label, &self.worth(part.points));
        }
        let all = |on: bool| {
            parts.iter().map(|part| (self.key(&part.id), Some(Value::Flag(on)))).collect::<Vec<_>>()
        };
        self.all_or_none(ui, all);
    }

    /// Each part is met by a share of it, in per cent.
    pub(crate) fn shares(&self, ui: &mut Ui, ui_state: &mut UiState, parts: &[Part]) {
        for part in parts {
            let label = format!("{}（{}）", part.label, self.worth(part.points));
            let name = format!("{} {}", part.label, self.t("rule-share"));
            let field = self.form.field(&self.key(&input::share(&part.id)));
            let look = Look::number(&name, 70.0);
            let response = self.field_row(ui, ui_state, RichText::new(label), &field, &look, "%");
            Self::first(ui_state, &response);
        }
        let all = |on: bool| {
            let share = Value::Number(if on { Decimal::ONE_HUNDRED } else { Decimal::ZERO });
            let set = |part: &Part| (self.key(&input::share(&part.id)), Some(share.clone()));
            parts.iter().map(set).collect::<Vec<_>>()
        };
        self.all_or_none(ui, all);
    }

    fn all_or_none(&self, ui: &mut Ui, all: impl Fn(bool) -> crate::app::evaluation::form::Inputs) {
        ui.horizontal(|ui| {
            for (key, on) in [("button-all-met", true), ("button-none-met", false)] {
                if ui.button(RichText::new(self.t(key)).size(size::SMALL)).clicked() {
                    self.set(all(on));
                }
            }
        });
    }

    pub(crate) fn options(&self, ui: &mut Ui, ui_state: &mut UiState, options: &[Choice]) {
        let key = self.key(input::CHOICE);
        let chosen = self.chosen(&key);
        for option in options {
            let worth = self.range_of(option).map(|range| self.range_text(&range)).unwrap_or_default();
            let on = chosen == Some(&option.id);
            let label = numbered(ui, self.form.digit(&key, Some(&option.id)), &option.label);
            let response = self.line(ui, &worth, |ui| ui.radio(on, label));
            Self::first(ui_state, &response);
            if response.clicked() && !on {
                self.set(self.form.take(self.document, &key, &option.id));
            }
        }
        let open = |option: &&Choice| matches!(option.points, Points::Share { .. } | Points::Range { .. });
        if options.iter().filter(open).any(|option| chosen == Some(&option.id)) {
            self.points_in_band(ui, ui_state);
        }
        if self.prefix.is_empty() && self.indicator.rule.has_band_edges() {
            self.band_edges(ui, ui_state, options.len());
        }
    }

    /// From the least to the most that an option is worth.
    fn range_of(&self, option: &Choice) -> Option<Limits> {
        let decimals = self.document.template.rounding.item_decimals;
        let moved = self.prefix.is_empty().then(|| {
            let entry = self.document.evaluation().item(&self.indicator.id);
            band_range(self.indicator, entry, &option.id, decimals)
        });
        moved.flatten().or_else(|| points_range(&option.points, self.full, decimals))
    }

    pub(crate) fn range_text(&self, range: &Limits) -> String {
        let edge = |value: Option<Decimal>| plain(value.unwrap_or_default());
        match range.min == range.max {
            true => self.worth(range.max.unwrap_or_default()),
            false => {
                let below = if range.below_max { "<" } else { "" };
                format!("{}–{below}{}", edge(range.min), edge(range.max))
            }
        }
    }

    pub(crate) fn points_in_band(&self, ui: &mut Ui, ui_state: &mut UiState) {
        let label = self.t("rule-points-in-band");
        let name = format!("{} {label}", self.indicator.name);
        let field = self.form.field(&self.key(input::POINTS));
        let look = Look::number(&name, 80.0);
        let unit = self.t("unit-points");
        self.field_row(ui, ui_state, RichText::new(label), &field, &look, &unit);
    }

    fn band_edges(&self, ui: &mut Ui, ui_state: &mut UiState, bands: usize) {
        let tokens = Tokens::of(ui);
        ui.horizontal_wrapped(|ui| {
            let words = self.t("rule-band-edges");
            ui.label(small(&words, tokens.ink_faint)).explained(&words);
            for number in 0..bands.saturating_sub(1) {
                let name = format!("{} {} {}", self.indicator.name, self.t("rule-band-edges"), number + 1);
                let field = Field::BandEdge(self.indicator.id.clone(), number);
                field_ui(ui, self.cx, ui_state, field, &Look::number(&name, 44.0).silent());
                ui.label(small("%", tokens.ink_faint));
            }
        });
        for number in 0..bands.saturating_sub(1) {
            refusal_ui(ui, self.cx, ui_state, &Field::BandEdge(self.indicator.id.clone(), number));
        }
    }
}
