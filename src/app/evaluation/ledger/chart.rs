//! Bars of a ledger: points by month, and by kind.

use super::{View, summary};
use crate::app::evaluation::state::UiState;
use crate::app::widgets::small;
use crate::app::widgets::theme::{RADIUS, Tokens, share_of, size};
use crate::number::plain;
use crate::scoring::{LedgerScore, LedgerSums};
use crate::template::Id;
use eframe::egui::{self, Align2, FontId, Rect, Sense, Stroke, Ui, pos2, vec2};
use rust_decimal::Decimal;

const HEIGHT: f32 = 104.0;
/// Room for the month below a bar, and for the number above the highest.
const LABEL: f32 = 18.0;
const KINDS: f32 = 300.0;

impl View<'_> {
    /// Months at the left: a click shows the rows of one alone. Kinds at the right.
    pub(super) fn chart(&self, ui: &mut Ui, ui_state: &mut UiState, score: &LedgerScore) {
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - KINDS - 24.0;
            let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
            self.months_chart(ui, ui_state, score, rect);
            ui.add_space(16.0);
            ui.vertical(|ui| self.kinds_chart(ui, score));
        });
    }

    fn months_chart(&self, ui: &mut Ui, ui_state: &mut UiState, score: &LedgerScore, rect: Rect) {
        let tokens = Tokens::of(ui);
        let most = score.months.iter().map(|(_, sums)| sums.points.abs()).max().unwrap_or_default();
        let base = rect.bottom() - LABEL;
        let step = (rect.width() / score.months.len() as f32).min(72.0);
        ui.painter().hline(rect.x_range(), base, Stroke::new(1.0, tokens.line_strong));
        let font = FontId::proportional(size::SMALL - 1.0);
        for (n, (month, sums)) in score.months.iter().enumerate() {
            let left = rect.left() + step * n as f32;
            let place = Rect::from_min_max(pos2(left, rect.top()), pos2(left + step, rect.bottom()));
            let on = ui_state.ledger.month == Some(*month);
            let words = summary::month_words(self.cx, *month, sums);
            let column = ui.interact(place, ui.scope_id().with(("month", n)), Sense::click());
            column.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, &words));
            if column.clicked() {
                ui_state.ledger.month = (!on).then_some(*month);
            }
            let high = (base - rect.top() - LABEL) * share_of(sums.points.abs(), most);
            let bar = Rect::from_min_max(pos2(left + step * 0.2, base - high), pos2(left + step * 0.8, base));
            let fill = if on { tokens.accent } else { tokens.series[2] };
            ui.painter().rect_filled(bar, RADIUS, if column.hovered() { tokens.accent } else { fill });
            let ink = if on { tokens.accent } else { tokens.ink_soft };
            let above = pos2(place.center().x, base - high - 2.0);
            ui.painter().text(above, Align2::CENTER_BOTTOM, plain(sums.points), font.clone(), tokens.ink);
            let name = month.map_or_else(|| "—".to_owned(), |month| month.to_string());
            // 2020-03 is 3 where all are of one year.
            let below = pos2(place.center().x, rect.bottom());
            let short = if step < 56.0 { name.get(5..).unwrap_or(&name).to_owned() } else { name };
            ui.painter().text(below, Align2::CENTER_BOTTOM, short, font.clone(), ink);
            column.on_hover_text(words);
        }
    }

    fn kinds_chart(&self, ui: &mut Ui, score: &LedgerScore) {
        let tokens = Tokens::of(ui);
        ui.spacing_mut().item_spacing.y = 2.0;
        let named = |(id, sums): &(Id, LedgerSums)| {
            let kind = self.ledger.kind(id).filter(|_| !sums.count.is_zero())?;
            Some((kind.label.to_string(), sums.count, sums.points))
        };
        let mut kinds: Vec<(String, Decimal, Decimal)> = score.kinds.iter().filter_map(named).collect();
        kinds.sort_by_key(|(_, _, points)| std::cmp::Reverse(points.abs()));
        let most = kinds.first().map(|(_, _, points)| points.abs()).unwrap_or_default();
        let font = FontId::proportional(size::SMALL);
        ui.label(small(&self.t("ledger-by-kind"), tokens.ink_soft));
        for (label, count, points) in kinds.iter().take(4) {
            let (rect, row) = ui.allocate_exact_size(vec2(KINDS, 18.0), Sense::hover());
            let painter = ui.painter().with_clip_rect(rect.with_max_x(rect.left() + 130.0));
            painter.text(rect.left_center(), Align2::LEFT_CENTER, label, font.clone(), tokens.ink);
            let long = 90.0 * share_of(points.abs(), most);
            let bar = Rect::from_min_size(pos2(rect.left() + 136.0, rect.center().y - 4.0), vec2(long, 8.0));
            ui.painter().rect_filled(bar, 2.0, tokens.series[1]);
            let words = format!("{} · {}", plain(*count), plain(*points));
            ui.painter().text(
                rect.right_center(),
                Align2::RIGHT_CENTER,
                words,
                font.clone(),
                tokens.ink_soft,
            );
            row.on_hover_text(label);
        }
    }
}
