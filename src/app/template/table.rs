//! Lists of rows that are added, moved and removed.

use crate::app::template::form::Form;
use crate::app::widgets::small;
use crate::app::widgets::theme::Tokens;
use eframe::egui::{Align, Button, Frame, Layout, Margin, Ui, vec2};

/// Width of the three buttons at the end of a row.
pub(crate) const WAYS: f32 = 92.0;

/// What became of a row.
enum Way {
    Up,
    Down,
    Remove,
}

/// Names of a list: of its rows, and of the button that adds one.
#[derive(Clone, Copy)]
pub(crate) struct Names<'n> {
    /// Key of a row's name: 要点 1, 要点 2.
    pub row: &'n str,
    /// Key of the button's words.
    pub add: &'n str,
}

/// Draws the rows of a list, each by `row` in what width its buttons leave, and a button for a new one.
pub(crate) fn rows<T>(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    names: Names<'_>,
    list: &mut Vec<T>,
    mut row: impl FnMut(&mut Ui, &mut Form<'_, '_>, &str, &mut T),
    new: impl FnOnce(&[T]) -> T,
) {
    let row_name = form.t(names.row);
    form.within(names.row, |form| {
        let mut way = None;
        for (number, item) in list.iter_mut().enumerate() {
            let name = format!("{row_name} {}", number + 1);
            form.within(&number.to_string(), |form| {
                let taken = framed(ui, form, &name, |ui, form| row(ui, form, &name, item));
                way = taken.map(|taken| (number, taken)).or(way.take());
            });
        }
        if let Some((number, taken)) = way {
            // Fields are known by the number of their row.
            form.forget_drafts();
            form.changed();
            match taken {
                Way::Up if number > 0 => list.swap(number, number - 1),
                Way::Down if number + 1 < list.len() => list.swap(number, number + 1),
                Way::Remove => drop(list.remove(number)),
                Way::Up | Way::Down => {}
            }
        }
        let add = Button::new(small(&form.t(names.add), Tokens::of(ui).accent));
        if ui.add(add).clicked() {
            list.push(new(list));
            form.changed();
        }
    });
}

/// A row between hair lines, with its buttons at the right.
fn framed(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    name: &str,
    body: impl FnOnce(&mut Ui, &mut Form<'_, '_>),
) -> Option<Way> {
    let tokens = Tokens::of(ui);
    let mut way = None;
    let frame = Frame::new().fill(tokens.panel).inner_margin(Margin { bottom: 2, ..Margin::ZERO });
    frame.show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let width = (ui.available_width() - WAYS).max(120.0);
            ui.allocate_ui_with_layout(vec2(width, 30.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                body(ui, form);
            });
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| way = ways(ui, form, name));
        });
    });
    way
}

fn ways(ui: &mut Ui, form: &Form<'_, '_>, name: &str) -> Option<Way> {
    ui.spacing_mut().item_spacing.x = 2.0;
    ui.spacing_mut().button_padding.x = 6.0;
    let ink = Tokens::of(ui).ink_soft;
    let mut way = None;
    for (sign, key, taken) in
        [("↑", "te-up", Way::Up), ("↓", "te-down", Way::Down), ("×", "te-remove", Way::Remove)]
    {
        let words = format!("{} {name}", form.t(key));
        let button = ui.add(Button::new(small(sign, ink)).min_size(vec2(26.0, 28.0)));
        let button = button.accessible_name(&words).on_hover_text(&words);
        if button.clicked() {
            way = Some(taken);
        }
    }
    way
}
