//! A text field as it is drawn, whatever it is a field of.

use super::theme::Tokens;
use crate::text::Message;
use eframe::egui::{
    self, Align, Align2, Context, Id, Key, KeyboardShortcut, Modifiers, Response, Stroke, TextEdit,
    TextStyle, Ui,
};

/// What is being typed, and why it was refused if it was.
#[derive(Clone, Default, Debug)]
pub(crate) struct Draft {
    pub text: String,
    /// The text without what the input method is still composing.
    pub meant: String,
    pub refused: Option<Message>,
}

/// Where the focus goes, and where it was.
#[derive(Default)]
pub(crate) struct FieldFocus {
    /// Widget to focus in this frame.
    pub focus: Option<Id>,
    /// The field that is focused next already holds the first digit.
    pub typed_ahead: bool,
    /// The field whose cursor was placed when it got the focus.
    pub cursor_placed: Option<Id>,
}

/// How a field looks.
pub(crate) struct Look<'a> {
    /// Accessible name, also what a test finds it by.
    pub name: &'a str,
    pub width: f32,
    /// More than one makes it multi-line.
    pub rows: usize,
    pub right: bool,
    /// Why an entry is refused stands right below the field; else its surroundings say it with [`refusal_ui`].
    pub says_refusal: bool,
    pub hint: &'a str,
    /// In a cell of a table: grows with its words; Enter is the table's, Alt+Enter a new line.
    pub in_cell: bool,
}

impl<'a> Look<'a> {
    pub(crate) fn text(name: &'a str, width: f32) -> Self {
        Self { name, width, rows: 1, right: false, says_refusal: true, hint: "", in_cell: false }
    }

    pub(crate) fn number(name: &'a str, width: f32) -> Self {
        Self { right: true, ..Self::text(name, width) }
    }

    pub(crate) fn lines(name: &'a str, width: f32, rows: usize) -> Self {
        Self { rows, ..Self::text(name, width) }
    }

    pub(crate) fn cell(name: &'a str, width: f32) -> Self {
        Self { in_cell: true, ..Self::text(name, width) }
    }

    #[must_use]
    pub(crate) fn silent(self) -> Self {
        Self { says_refusal: false, ..self }
    }

    #[must_use]
    pub(crate) fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }
}

/// A field as it is drawn, whatever it is a field of.
pub(crate) struct Entry<'a> {
    pub id: Id,
    pub look: &'a Look<'a>,
    pub refused: bool,
    /// Its text is selected when it gets the focus, so that it is typed anew.
    pub selects: bool,
}

/// Draws a field over `text`; what its words mean is the caller's.
pub(crate) fn entry_ui(
    ui: &mut Ui,
    fields: &mut FieldFocus,
    entry: &Entry<'_>,
    text: &mut String,
) -> Response {
    let tokens = Tokens::of(ui);
    let Entry { id, look, refused, selects } = *entry;
    let response = ui.scope(|ui| {
        if refused {
            let red = Stroke::new(1.5, tokens.deduction);
            let visuals = ui.visuals_mut();
            visuals.widgets.inactive.bg_stroke = red;
            visuals.widgets.hovered.bg_stroke = red;
            visuals.selection.stroke = red;
        }
        ui.add(text_edit(text, id, look)).accessible_name(look.name)
    });
    let response = response.inner;
    if fields.focus == Some(id) {
        fields.focus = None;
        response.request_focus();
    }
    // The focus may have been asked for after this field was drawn: then nobody says that it was gained.
    let came = response.has_focus() && fields.cursor_placed != Some(id);
    if came {
        // What was undone in this field before may have been another document's.
        let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
        state.clear_undoer();
        TextEdit::store_state(ui.ctx(), id, state);
    }
    if came && (selects || fields.typed_ahead) {
        place_cursor(ui, id, text, std::mem::take(&mut fields.typed_ahead));
    }
    if came || (fields.cursor_placed == Some(id) && !response.has_focus()) {
        fields.cursor_placed = response.has_focus().then_some(id);
    }
    response
}

fn text_edit<'t>(text: &'t mut String, id: Id, look: &Look<'_>) -> TextEdit<'t> {
    let edit = if look.in_cell {
        TextEdit::multiline(text)
            .font(TextStyle::Small)
            .desired_rows(1)
            .return_key(KeyboardShortcut::new(Modifiers::ALT, Key::Enter))
    } else if look.rows > 1 {
        TextEdit::multiline(text).desired_rows(look.rows)
    } else {
        TextEdit::singleline(text)
    };
    let edit = if look.right { edit.align(Align2([Align::Max, Align::Center])) } else { edit };
    edit.id(id)
        .min_size(egui::vec2(look.width, 0.0))
        .desired_width(look.width)
        .hint_text(look.hint.to_owned())
        .margin(egui::Margin::symmetric(8, 5))
}

/// A number is typed anew, so all of it is selected; one that was begun in the table goes on at its end.
fn place_cursor(ui: &Ui, id: Id, text: &str, at_end: bool) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = egui::text::CCursor::new(text.chars().count());
    let start = if at_end { end } else { egui::text::CCursor::default() };
    state.cursor.set_char_range(Some(egui::text::CCursorRange::two(start, end)));
    TextEdit::store_state(ui.ctx(), id, state);
}
/// Notes that Enter in the field that has the focus goes on to the next one.
pub(crate) fn note_form_field(response: &Response) {
    if response.has_focus() {
        response.ctx.data_mut(|data| data.insert_temp(form_field(), response.id));
    }
}

/// Enter goes on to the next field: the focus is in a field of a form.
pub(crate) fn enter_goes_on(ctx: &Context) -> bool {
    let noted: Option<Id> = ctx.data(|data| data.get_temp(form_field()));
    noted.is_some() && noted == ctx.memory(|memory| memory.focused())
}

fn form_field() -> Id {
    Id::unique("form-field")
}
