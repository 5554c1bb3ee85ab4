//! Fields over a part of a template. A form works on a copy; what changed in it goes out as one edit.

use crate::app::template::state::{Action, Cx, UiState, field_id};
use crate::app::widgets::small;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::text_field::{Draft, Entry, Look, entry_ui};
use crate::app::widgets::theme::{Tokens, size};
use crate::number::{parse, parse_percent, plain};
use crate::template::{Label as Words, Problem, TemplateEdit};
use crate::text::{Explain as _, Message};
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{self, Align, ComboBox, FontId, Label, Layout, Response, RichText, Ui, vec2};
use rust_decimal::Decimal;

/// Fields of one thing: the template's head, a group, an indicator, a trial.
pub(crate) struct Form<'a, 'c> {
    pub cx: &'a Cx<'c>,
    pub ui_state: &'a mut UiState,
    /// Of the fields' paths; grows within rows of tables.
    path: String,
    /// Problems of what is edited.
    pub problems: &'a [&'a Problem],
    /// The field that was typed into in this frame.
    typed: Option<String>,
    changed: bool,
}

/// How wide the captions at the left are.
const CAPTION: f32 = 104.0;
/// How high a list folds out: all fifteen ways to score are seen at once.
const LIST: f32 = 560.0;
/// Width of a field that holds a number.
pub(crate) const NUMBER: f32 = 64.0;

impl<'a, 'c> Form<'a, 'c> {
    pub(crate) fn new(
        cx: &'a Cx<'c>,
        ui_state: &'a mut UiState,
        path: &str,
        problems: &'a [&'a Problem],
    ) -> Self {
        Self { cx, ui_state, path: path.to_owned(), problems, typed: None, changed: false }
    }

    pub(crate) fn t(&self, key: &str) -> String {
        self.cx.t(key)
    }

    pub(crate) fn changed(&mut self) {
        self.changed = true;
    }

    /// Something changed since this was last asked: goes out as `edit`.
    pub(crate) fn send(&mut self, edit: impl FnOnce() -> TemplateEdit) {
        if std::mem::take(&mut self.changed) {
            let typed = self.typed.take();
            let edit = Box::new(edit());
            self.cx.send(Action::Edit { edit, typed });
        }
    }

    /// Fields within `body` have paths below `part`.
    pub(crate) fn within<R>(&mut self, part: &str, body: impl FnOnce(&mut Self) -> R) -> R {
        let length = self.path.len();
        self.path.push('/');
        self.path.push_str(part);
        let result = body(self);
        self.path.truncate(length);
        result
    }

    /// Drafts below the present path are of no use any more: rows moved.
    pub(crate) fn forget_drafts(&mut self) {
        let path = format!("{}/", self.path);
        self.ui_state.drafts.retain(|key, _| !key.starts_with(&path));
    }

    /// A caption at the left, whatever `body` draws at its right.
    pub(crate) fn row<R>(
        &mut self,
        ui: &mut Ui,
        caption: &str,
        body: impl FnOnce(&mut Self, &mut Ui) -> R,
    ) -> R {
        let ink = Tokens::of(ui).ink_soft;
        ui.horizontal(|ui| {
            let width = CAPTION.min(ui.available_width() * 0.35);
            ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::left_to_right(Align::Center), |ui| {
                ui.set_width(width);
                let words = RichText::new(caption).size(size::SMALL).color(ink);
                ui.add(Label::new(words).wrap()).explained(caption);
            });
            ui.vertical(|ui| body(self, ui)).inner
        })
        .inner
    }

    /// A field over `current`. Gives its words when they are meant to be taken; `number` selects them on arrival.
    fn entry(
        &mut self,
        ui: &mut Ui,
        key: &str,
        look: &Look<'_>,
        current: String,
        number: bool,
    ) -> Option<String> {
        let path = format!("{}/{key}", self.path);
        let draft = self.ui_state.drafts.get(&path);
        let mut text = draft.map_or(current, |draft| draft.text.clone());
        let refused = draft.is_some_and(|draft| draft.refused.is_some());
        let entry = Entry { id: field_id(&path), look, refused, selects: number || self.ui_state.select_all };
        let response = entry_ui(ui, &mut self.ui_state.fields, &entry, &mut text);
        if response.gained_focus() || response.has_focus() {
            self.ui_state.select_all = false;
        }
        let meant = self.follow(&path, &text, &response);
        let has_focus = response.has_focus();
        if let Some(message) = self.ui_state.drafts.get(&path).and_then(|draft| draft.refused.as_ref())
            && !has_focus
        {
            let words = small(&message.full(self.cx.lang()), Tokens::of(ui).deduction);
            ui.add(Label::new(words).wrap());
        }
        meant
    }

    fn follow(&mut self, path: &str, text: &str, response: &Response) -> Option<String> {
        let composing = self.cx.shared.composing;
        let drafts = &mut self.ui_state.drafts;
        if response.changed() {
            let draft = Draft { text: text.to_owned(), ..Draft::default() };
            drafts.insert(path.to_owned(), draft);
        }
        if response.lost_focus() {
            if drafts.get(path).is_some_and(|draft| draft.refused.is_none()) {
                drafts.remove(path);
            }
            self.cx.send(Action::Seal);
        }
        // What the input method is still composing is nobody's words yet.
        let meant = (response.changed() && !composing).then(|| text.to_owned());
        if meant.is_some() {
            self.typed = Some(path.to_owned());
        }
        meant
    }

    fn refuse(&mut self, key: &str, message: Message) {
        let path = format!("{}/{key}", self.path);
        if let Some(draft) = self.ui_state.drafts.get_mut(&path) {
            draft.refused = Some(message);
        }
    }

    /// Takes what was typed, or keeps it in its field with the reason why not.
    fn take<T>(&mut self, key: &str, read: Result<T, Message>, into: &mut T) {
        match read {
            Ok(value) => {
                *into = value;
                self.changed = true;
            }
            Err(message) => self.refuse(key, message),
        }
    }

    pub(crate) fn text(&mut self, ui: &mut Ui, key: &str, look: &Look<'_>, value: &mut Words) {
        if let Some(text) = self.entry(ui, key, look, value.to_string(), false) {
            *value = text.into();
            self.changed = true;
        }
    }

    pub(crate) fn string(&mut self, ui: &mut Ui, key: &str, look: &Look<'_>, value: &mut String) {
        if let Some(text) = self.entry(ui, key, look, value.clone(), false) {
            *value = text;
            self.changed = true;
        }
    }

    pub(crate) fn number(&mut self, ui: &mut Ui, key: &str, name: &str, value: &mut Decimal) {
        let look = Look::number(name, NUMBER);
        if let Some(text) = self.entry(ui, key, &look, plain(*value), true) {
            self.take(key, parse(&text).map_err(|error| error.message()), value);
        }
    }

    /// A number that may be left empty.
    pub(crate) fn optional(&mut self, ui: &mut Ui, key: &str, name: &str, value: &mut Option<Decimal>) {
        let look = Look::number(name, NUMBER);
        if let Some(text) = self.entry(ui, key, &look, value.map(plain).unwrap_or_default(), true) {
            let read = if text.trim().is_empty() { Ok(None) } else { parse(&text).map(Some) };
            self.take(key, read.map_err(|error| error.message()), value);
        }
    }

    /// A share, typed in per cent.
    pub(crate) fn share(&mut self, ui: &mut Ui, key: &str, name: &str, value: &mut Decimal) {
        let mut some = Some(*value);
        self.percent(ui, key, name, &mut some, false);
        *value = some.unwrap_or(*value);
    }

    /// A share, typed in per cent, that may be left empty.
    pub(crate) fn optional_share(&mut self, ui: &mut Ui, key: &str, name: &str, value: &mut Option<Decimal>) {
        self.percent(ui, key, name, value, true);
    }

    fn percent(
        &mut self,
        ui: &mut Ui,
        key: &str,
        name: &str,
        value: &mut Option<Decimal>,
        may_be_empty: bool,
    ) {
        let shown = value.and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED));
        let look = Look::number(name, NUMBER);
        let entered = ui.horizontal(|ui| {
            let entered = self.entry(ui, key, &look, shown.map(plain).unwrap_or_default(), true);
            ui.label(small("%", Tokens::of(ui).ink_faint));
            entered
        });
        if let Some(text) = entered.inner {
            let read = match text.trim().is_empty() && may_be_empty {
                true => Ok(None),
                false => parse_percent(&text)
                    .map(|percent| percent.checked_div(Decimal::ONE_HUNDRED).map(|share| share.normalize())),
            };
            self.take(key, read.map_err(|error| error.message()), value);
        }
    }

    /// A number that may be typed as `95%` too; shares are shown so.
    pub(crate) fn quantity(
        &mut self,
        ui: &mut Ui,
        key: &str,
        name: &str,
        value: &mut Decimal,
        is_share: bool,
    ) {
        if is_share {
            self.share(ui, key, name, value);
        } else {
            self.number(ui, key, name, value);
        }
    }

    /// A number of decimals or of occurrences; `None` where it may be left empty and is.
    pub(crate) fn count(
        &mut self,
        ui: &mut Ui,
        key: &str,
        name: &str,
        value: &mut Option<u32>,
        may_be_empty: bool,
    ) {
        let look = Look::number(name, 56.0);
        let current = value.map(|value| value.to_string()).unwrap_or_default();
        if let Some(text) = self.entry(ui, key, &look, current, true) {
            let read = match text.trim().is_empty() && may_be_empty {
                true => Ok(None),
                false => whole(&text).map(Some),
            };
            self.take(key, read, value);
        }
    }

    pub(crate) fn flag(&mut self, ui: &mut Ui, name: &str, value: &mut bool) {
        if ui.checkbox(value, name).explained(name).changed() {
            self.changed = true;
        }
    }

    /// One of several, from a list that folds out. Each choice has its value and the key of its words.
    pub(crate) fn choice<T: PartialEq + Clone>(
        &mut self,
        ui: &mut Ui,
        key: &str,
        name: &str,
        value: &mut T,
        choices: &[(T, &str)],
    ) {
        let choices: Vec<(T, String)> =
            choices.iter().map(|(choice, key)| (choice.clone(), self.t(key))).collect();
        self.choose(ui, key, name, value, &choices);
    }

    /// As [`Self::choice`], with words of the template's own.
    pub(crate) fn choose<T: PartialEq + Clone>(
        &mut self,
        ui: &mut Ui,
        key: &str,
        name: &str,
        value: &mut T,
        choices: &[(T, String)],
    ) {
        let choices: Vec<Choice<T>> = choices
            .iter()
            .map(|(value, words)| Choice {
                value: value.clone(),
                words: words.clone(),
                example: String::new(),
            })
            .collect();
        self.fold_out(ui, key, (name, 220.0), value, &choices);
    }

    /// As [`Self::choice`], each choice with an example beside it. `name` comes with the width.
    pub(crate) fn fold_out<T: PartialEq + Clone>(
        &mut self,
        ui: &mut Ui,
        key: &str,
        (name, width): (&str, f32),
        value: &mut T,
        choices: &[Choice<T>],
    ) {
        let shown = choices.iter().find(|choice| choice.value == *value);
        let shown = shown.map(|choice| choice.words.clone()).unwrap_or_default();
        let id = egui::Id::unique(("template-choice", &self.path, key));
        let list = ComboBox::from_id_salt(id).width(ui.available_width().min(width)).height(LIST);
        let list = list.truncate().selected_text(&shown).show_ui(ui, |ui| {
            let mut taken = None;
            for choice in choices {
                let words = choice.text(ui);
                let entry = ui.selectable_label(choice.value == *value, words).accessible_name(&choice.words);
                if entry.explained(&choice.words).clicked() {
                    taken = Some(choice.value.clone());
                }
            }
            taken
        });
        let label = format!("{name}：{shown}");
        list.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
        list.response.explained(&shown);
        if let Some(taken) = list.inner.flatten().filter(|taken| taken != value) {
            *value = taken;
            self.changed = true;
        }
    }

    /// Problems of the part of that id, right where it is.
    pub(crate) fn problems_at(&self, ui: &mut Ui, id: &str) {
        for problem in self.problems.iter().filter(|problem| problem.is_at(id)) {
            problem_ui(ui, self.cx, problem);
        }
    }
}

/// A field of something: its key, its value, and what sets it.
pub(crate) type Setting<'k, V, F> = (&'k str, V, fn(V) -> F);

/// A choice of a list that folds out.
pub(crate) struct Choice<T> {
    pub value: T,
    pub words: String,
    /// One line, or nothing.
    pub example: String,
}

impl<T> Choice<T> {
    fn text(&self, ui: &Ui) -> LayoutJob {
        let tokens = Tokens::of(ui);
        let plain = |size, ink| TextFormat::simple(FontId::proportional(size), ink);
        let mut job = LayoutJob::default();
        job.append(&self.words, 0.0, plain(size::BODY, tokens.ink));
        if !self.example.is_empty() {
            job.append(&self.example, 12.0, plain(size::SMALL, tokens.ink_faint));
        }
        job
    }
}

/// A problem with its remedy, in the colour of its weight.
pub(crate) fn problem_ui(ui: &mut Ui, cx: &Cx<'_>, problem: &Problem) {
    let tokens = Tokens::of(ui);
    let ink = if problem.is_error() { tokens.deduction } else { tokens.caution };
    ui.add(Label::new(small(&problem.message.full_in_form(cx.lang()), ink)).wrap());
}

fn whole(text: &str) -> Result<u32, Message> {
    let refused = || Message::new("te-not-whole").with("text", text.trim());
    let number = parse(text).map_err(|error| error.message())?;
    if !number.fract().is_zero() {
        return Err(refused());
    }
    u32::try_from(number).map_err(|_| refused())
}
