//! 区间档, 每相差扣分, 分段线性: the scale that a number is looked up in, and where it falls.

use crate::app::evaluation::scores::rule::Control;
use crate::app::evaluation::state::UiState;
use crate::app::widgets::theme::{Tokens, size};
use crate::number::{fixed, plain};
use crate::scoring::{Reading, points_range};
use crate::template::{Band, Bands, Counting, Curve, Points, Scale, Side, Step, Steps};
use crate::text::Message;
use crate::wording::band_text;
use eframe::egui::{Align, Color32, Frame, Label, Layout, Margin, RichText, Ui};
use rust_decimal::Decimal;

impl Control<'_> {
    pub(crate) fn bands(&self, ui: &mut Ui, ui_state: &mut UiState, Bands { measure, bands, .. }: &Bands) {
        let hit = self.reading(measure).and_then(|reading| reading.band(bands));
        let share = measure.is_share();
        let decimals = self.document.template.rounding.item_decimals;
        let chosen_within = |band: &Band| matches!(band.points, Points::Range { .. } | Points::Share { .. });
        // Where the number falls is known before the points within the band are.
        if hit.and_then(|hit| bands.get(hit)).is_some_and(chosen_within) {
            self.points_in_band(ui, ui_state);
        }
        for (number, band) in bands.iter().enumerate() {
            let worth = points_range(&band.points, self.full, decimals);
            let worth = worth.map(|range| self.range_text(&range)).unwrap_or_default();
            self.scale_row(ui, &band_text(self.cx.lang(), band, share), &worth, hit == Some(number));
        }
    }

    pub(crate) fn steps(&self, ui: &mut Ui, Steps { measure, start, steps, .. }: &Steps) {
        let reading = self.reading(measure);
        let start = start.unwrap_or(self.full);
        self.scale_row(ui, &self.t("rule-step-start"), &self.worth(start), false);
        self.step_lines(ui, steps, measure.is_share(), reading.as_ref());
    }

    /// What each step takes or gives; those that the number is beyond are marked.
    pub(crate) fn step_lines(&self, ui: &mut Ui, steps: &[Step], share: bool, reading: Option<&Reading>) {
        for step in steps {
            let hit = reading.is_some_and(|reading| reading.is_beyond(step));
            let key = match (step.gives, step.most) {
                (false, None) => "worth-deduction",
                (false, Some(_)) => "worth-deduction-most",
                (true, None) => "worth-bonus",
                (true, Some(_)) => "worth-bonus-most",
            };
            let most = step.most.map(plain).unwrap_or_default();
            let worth = Message::new(key).with("points", plain(step.points)).with("most", most);
            self.scale_row(ui, &self.step_words(step, share), &self.cx.text(&worth), hit);
        }
    }

    fn step_words(&self, step: &Step, share: bool) -> String {
        let side = match step.side {
            Side::Below => "step-below",
            Side::Above => "step-above",
            Side::Both => "step-both",
        };
        let counting = match step.counting {
            Counting::Whole => "step-whole",
            Counting::Begun => "step-begun",
            Counting::Proportional => "step-proportional",
        };
        let side = self.cx.text(&Message::new(side).with("at", quantity(step.at, share)));
        let each = self.cx.text(&Message::new(counting).with("unit", quantity(step.unit, share)));
        self.cx.text(&Message::new("step-words").with("side", side).with("each", each))
    }

    pub(crate) fn curve(&self, ui: &mut Ui, Curve { measure, scale, nodes, .. }: &Curve) {
        let share = measure.is_share();
        let hit = self.reading(measure).map(|reading| reading.node(nodes));
        for (number, node) in nodes.iter().enumerate() {
            let worth = match scale {
                Scale::Points => self.worth(node.worth),
                Scale::Share => {
                    let share = Message::new("worth-share").with("share", quantity(node.worth, true));
                    self.cx.text(&share)
                }
            };
            // Between two nodes both hold.
            let is_hit = hit.is_some_and(|hit| number == hit || number == hit + 1);
            self.scale_row(ui, &quantity(node.at, share), &worth, is_hit);
        }
        self.hint(ui, &self.t("rule-curve-between"));
    }

    /// 起算值, 率的上限.
    pub(crate) fn rate_limits(&self, ui: &mut Ui, cut_off: Option<Decimal>, cap: Option<Decimal>) {
        for (key, limit) in [("rule-cut-off", cut_off), ("rule-cap", cap)] {
            if let Some(limit) = limit {
                let message = Message::new(key).with("limit", quantity(limit, true));
                self.hint(ui, &self.cx.text(&message));
            }
        }
    }

    /// A line of a scale: where, and what it is worth; the one that holds the number stands out.
    fn scale_row(&self, ui: &mut Ui, at: &str, worth: &str, hit: bool) {
        let tokens = Tokens::of(ui);
        let (fill, ink) = match hit {
            true => (tokens.accent_soft, tokens.accent),
            false => (Color32::TRANSPARENT, tokens.ink_soft),
        };
        let text = |words: &str| {
            let text = RichText::new(words).size(size::SMALL).color(ink);
            if hit { text.family(crate::app::widgets::theme::bold()) } else { text }
        };
        ui.spacing_mut().interact_size.y = 18.0;
        Frame::new().fill(fill).corner_radius(4).inner_margin(Margin::symmetric(8, 1)).show(ui, |ui| {
            ui.horizontal(|ui| {
                let width = (ui.available_width() - 96.0).max(60.0);
                ui.allocate_ui_with_layout(
                    eframe::egui::vec2(width, 18.0),
                    Layout::left_to_right(Align::Center),
                    |ui| {
                        ui.set_width(width);
                        let label = ui.add(Label::new(text(at)).wrap());
                        self.explain_range(label, at);
                    },
                );
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let label = ui.label(text(worth));
                    self.explain_range(label, worth);
                });
            });
        });
    }
}

/// A share in per cent with as few digits as say the same, or a plain number.
fn quantity(value: Decimal, share: bool) -> String {
    match value.checked_mul(Decimal::ONE_HUNDRED).filter(|_| share) {
        Some(percent) => {
            let text = fixed(percent, 4);
            format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
        }
        None => plain(value),
    }
}
