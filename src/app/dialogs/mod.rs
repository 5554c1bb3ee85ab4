//! Questions and messages, one at a time, within the window: a file for each, whose buttons carry what they do.

mod about;
mod message;
mod not_opened;
mod path;
mod question;
mod save_errors;
mod save_failed;
mod unsaved;

pub(crate) use about::About;
pub(crate) use message::Told;
pub(crate) use not_opened::NotOpened;
pub(crate) use path::answer_of_system;
pub(crate) use question::Question;
pub(crate) use save_errors::SaveErrors;
pub(crate) use save_failed::{InSpite, SaveFailed};
pub(crate) use unsaved::Unsaved;

use super::context::{Asked, Cx, Dialog};
use super::widgets::scroll::Following as _;
use super::widgets::theme::{Tokens, size};
use super::widgets::{small, strong};
use eframe::egui::{self, Id, Key, KeyboardShortcut, Label, Modal, Modifiers, RichText, TextEdit, Ui};

/// Draws the dialog in front; says whether it is done. Only buttons and Esc close it: a slip of the mouse beside it
/// must not.
pub(crate) fn show<A>(ui: &mut Ui, cx: &Cx<'_, A>, dialog: &mut dyn Dialog<A>) -> bool {
    let asked = Asked::new(cx);
    let frame = egui::Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(24, 20));
    let list_open = egui::Popup::is_any_open(ui.ctx());
    // An id for each: a control of the one before may have had the focus at the very place.
    let modal = Modal::new(Id::unique(("dialog", dialog.name()))).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(dialog.width().min(ui.ctx().content_rect().width() - 80.0));
        ui.spacing_mut().item_spacing.y = 8.0;
        // At 200 % the list of keys is higher than the window.
        let highest = ui.ctx().content_rect().height() - 72.0;
        egui::ScrollArea::vertical()
            .max_height(highest)
            .min_scrolled_height(highest)
            .following(ui, |ui| dialog.ui(ui, &asked));
    });
    drop(modal);
    // Esc that ends a composition or closes a list is not meant for the dialog.
    if !asked.is_done()
        && !list_open
        && !cx.shared.composing
        && ui.input(|input| input.key_pressed(Key::Escape))
    {
        asked.close(dialog);
    }
    asked.is_done()
}

pub(crate) fn heading(ui: &mut Ui, text: &str) {
    ui.label(strong(text).size(size::HEADING - 2.0));
}

pub(crate) fn words(ui: &mut Ui, text: &str) {
    let ink = Tokens::of(ui).ink_soft;
    ui.add(Label::new(RichText::new(text).color(ink)).wrap());
}

/// Focuses the safe button when the dialog opens, so that Enter does no harm.
pub(crate) fn focus_first(ui: &Ui, response: &egui::Response) {
    if ui.memory(|memory| memory.focused()).is_none() {
        response.request_focus();
    }
}

/// Focuses the field of `text` when the dialog opens, all of it selected: what stands there is typed over.
pub(crate) fn focus_text(ui: &Ui, field: &egui::Response, text: &str) {
    if ui.memory(|memory| memory.focused()).is_some() {
        return;
    }
    field.request_focus();
    let mut state = TextEdit::load_state(ui.ctx(), field.id).unwrap_or_default();
    let end = egui::text::CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(egui::text::CCursorRange::two(egui::text::CCursor::default(), end)));
    TextEdit::store_state(ui.ctx(), field.id, state);
}

/// Enter in the field means the button: a line more is Alt+Enter, as in a cell of the table.
pub(crate) fn is_entered<A>(ui: &Ui, cx: &Cx<'_, A>, field: &egui::Response) -> bool {
    let pressed = || ui.input(|input| input.key_pressed(Key::Enter) && input.modifiers.is_none());
    field.has_focus() && !cx.shared.composing && pressed()
}

pub(crate) fn line(ui: &mut Ui, name: &str, text: &mut String, rows: usize) -> egui::Response {
    ui.label(small(name, Tokens::of(ui).ink_soft));
    let edit = if rows > 1 {
        TextEdit::multiline(text)
            .desired_rows(rows)
            .return_key(KeyboardShortcut::new(Modifiers::ALT, Key::Enter))
    } else {
        TextEdit::singleline(text)
    };
    ui.add(edit.desired_width(f32::INFINITY).id(Id::unique(("dialog-field", name)))).accessible_name(name)
}
