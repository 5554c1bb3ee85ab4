//! A day, picked from a month.

use super::theme::{Tokens, size};
use super::{small, strong};
use eframe::egui::{Button, Grid, Popup, PopupCloseBehavior, RichText, Ui, vec2};
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan as _};

/// The words of the calendar.
pub(crate) struct CalendarWords {
    /// Of the button that opens it.
    pub open: String,
    /// `{year}` and `{month}` stand for themselves: `{year}年{month}月`.
    pub month: String,
    /// From Monday on, parted by blanks.
    pub weekdays: String,
    pub today: String,
}

/// A small button that opens a calendar; gives the day that was picked. `shown` is the day of the field, if it is one.
pub(crate) fn calendar_ui(
    ui: &mut Ui,
    words: &CalendarWords,
    shown: Option<Date>,
    today: Date,
) -> Option<Date> {
    let tokens = Tokens::of(ui);
    // As tall as the field that it stands beside.
    let height = ui.min_rect().height();
    let button = ui.add(Button::new(small("▼", tokens.ink_soft)).min_size(vec2(28.0, height)));
    let button = button.accessible_name(&words.open).on_hover_text(&words.open);
    let month = ui.scope_id().with(("month", &words.open));
    let mut picked = None;
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        let first: Date =
            ui.data(|data| data.get_temp(month)).unwrap_or(shown.unwrap_or(today).first_of_month());
        ui.horizontal(|ui| {
            let turn = |ui: &mut Ui, text: &str, by: Span| {
                if ui.add(Button::new(text).min_size(vec2(28.0, 26.0))).clicked()
                    && let Ok(to) = first.checked_add(by)
                {
                    ui.data_mut(|data| data.insert_temp(month, to));
                }
            };
            turn(ui, "«", -1.year());
            turn(ui, "‹", -1.month());
            let name = words.month.replace("{year}", &first.year().to_string());
            ui.label(strong(&name.replace("{month}", &first.month().to_string())));
            turn(ui, "›", 1.month());
            turn(ui, "»", 1.year());
        });
        picked = days_ui(ui, words, first, shown, today);
        if ui.button(RichText::new(&words.today).size(size::SMALL)).clicked() {
            picked = Some(today);
        }
        if picked.is_some() {
            ui.data_mut(|data| data.remove::<Date>(month));
            ui.close();
        }
    });
    picked
}

fn days_ui(
    ui: &mut Ui,
    words: &CalendarWords,
    first: Date,
    shown: Option<Date>,
    today: Date,
) -> Option<Date> {
    let tokens = Tokens::of(ui);
    let mut picked = None;
    Grid::new("days").spacing([2.0, 2.0]).show(ui, |ui| {
        for weekday in words.weekdays.split(' ') {
            ui.vertical_centered(|ui| ui.label(small(weekday, tokens.ink_faint)));
        }
        ui.end_row();
        let before = i64::from(first.weekday().since(Weekday::Monday));
        let weeks = (before + i64::from(first.days_in_month()) + 6) / 7;
        for cell in 0..weeks * 7 {
            let day = first.checked_add((cell - before).days()).unwrap_or(first);
            if day.month() == first.month() {
                let label = RichText::new(day.day().to_string());
                let label = if day == today { label.color(tokens.accent) } else { label };
                let button = Button::new(label).min_size(vec2(34.0, 26.0)).selected(shown == Some(day));
                let name = day.to_string();
                if ui.add(button).accessible_name(&name).clicked() {
                    picked = Some(day);
                }
            } else {
                ui.label("");
            }
            if cell % 7 == 6 {
                ui.end_row();
            }
        }
    });
    picked
}
