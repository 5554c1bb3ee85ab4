//! Scoring without the mouse.

use super::field::{Field, is_asked};
use super::form::Form;
use super::print::pages_state::{PageScroll, page_field};
use super::state::{Action, Cx, EvaluationWorkspace, UiState, ViewKind};
use crate::app::Command;
use crate::app::context;
use crate::app::widgets::text_field::Draft;
use crate::app::widgets::way_back::is_way_back;
use crate::evaluation::{Edit, InputKey, input};
use crate::template::Indicator;
use eframe::egui::{self, Key, Modifiers};

/// Rows of a page.
const PAGE: isize = 12;

/// What a key press means to an open evaluation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Intent {
    Command(Command),
    /// In the options of the rule: works the control of that number.
    Digit(usize),
    /// In the table: the score is typed, beginning so.
    TypeScore(char),
    /// In the table: the score is typed over.
    EditScore,
    /// In the table: the reason is typed.
    TypeReason,
    /// From the reason back to the scores, a row on or not.
    LeaveReason {
        on: bool,
    },
    /// So many rows on.
    Walk(isize),
    /// A row more is selected together with the others.
    Extend(isize),
    SelectAll,
    /// In the list of findings: so many on.
    WalkFindings(isize),
    GoToFinding,
    AnswerFinding,
    /// In the print view.
    ScrollPages(PageScroll),
    TypePage,
    /// From the table into the inspector, and whether its first box is ticked on the way.
    IntoInspector {
        tick: bool,
    },
    /// Typed before the field that was just asked for could take it.
    TypedAhead(char),
    /// Enter, before the field that was just asked for could take it.
    EnteredAhead,
}

impl Intent {
    /// The press also comes as text, which is taken with it.
    pub fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Digit(_)
                | Self::TypeScore(_)
                | Self::TypedAhead(_)
                | Self::GoToFinding
                | Self::AnswerFinding
        )
    }
}

impl EvaluationWorkspace {
    /// What a key press means in the scoring view, outside of its fields.
    pub fn meaning(&self, ctx: &egui::Context, key: Key, modifiers: Modifiers) -> Option<Intent> {
        match self.state.view {
            ViewKind::Scores => {}
            ViewKind::Findings => return findings_meaning(ctx, key, modifiers),
            ViewKind::Print => return pages_meaning(ctx, key, modifiers),
            // With a pasted block beside it Esc gives that up first.
            ViewKind::Ledger if self.state.pasted.is_some() => return None,
            _ if is_way_back(ctx, key, modifiers) => {
                return Some(Intent::Command(Command::ViewScores));
            }
            _ => return None,
        }
        let focused = ctx.memory(|memory| memory.focused());
        if let Some(intent) = self.in_reason(focused, key, modifiers) {
            return Some(intent);
        }
        let is_free = focused.is_none() && self.ui.fields.focus.is_none();
        match key {
            Key::F6 if modifiers.is_none() => return Some(Intent::IntoInspector { tick: false }),
            Key::ArrowDown if is_free && modifiers == Modifiers::SHIFT => return Some(Intent::Extend(1)),
            Key::ArrowUp if is_free && modifiers == Modifiers::SHIFT => return Some(Intent::Extend(-1)),
            Key::A if is_free && modifiers.matches_exact(Modifiers::COMMAND) => {
                return Some(Intent::SelectAll);
            }
            _ if ctx.text_edit_focused() || modifiers.any() => return None,
            _ => {}
        }
        if self.ui.fields.focus.is_some() {
            return match key {
                Key::Enter => Some(Intent::EnteredAhead),
                Key::Period => Some(Intent::TypedAhead('.')),
                _ => digit_of(key).map(|digit| Intent::TypedAhead(char::from(b'0' + digit))),
            };
        }
        let in_table = focused.is_none();
        if let Some(digit) = digit_of(key) {
            return match in_table {
                true => Some(Intent::TypeScore(char::from(b'0' + digit))),
                false => self.ui.in_options.then_some(Intent::Digit(usize::from(digit))),
            };
        }
        match key {
            Key::F2 if in_table => Some(Intent::EditScore),
            _ if !in_table => None,
            // The question below the row is answered before anybody goes on.
            Key::ArrowDown | Key::Tab if self.asks() => Some(Intent::IntoInspector { tick: false }),
            Key::ArrowDown | Key::Enter => Some(Intent::Command(Command::NextItem)),
            Key::ArrowUp => Some(Intent::Command(Command::PreviousItem)),
            Key::PageDown => Some(Intent::Walk(PAGE)),
            Key::PageUp => Some(Intent::Walk(-PAGE)),
            Key::Home => Some(Intent::Walk(isize::MIN)),
            Key::End => Some(Intent::Walk(isize::MAX)),
            Key::Tab if !self.ui.lacks_reasons => Some(Intent::TypeReason),
            Key::ArrowRight | Key::Tab => Some(Intent::IntoInspector { tick: false }),
            Key::Space => Some(Intent::IntoInspector { tick: true }),
            _ => None,
        }
    }

    /// It is asked how the score of the selected row comes about.
    fn asks(&self) -> bool {
        self.state.selected.as_ref().is_some_and(|item| is_asked(&self.ui.drafts, item))
    }

    /// In the reason of a row: Enter and Tab go on, Escape stays in the row.
    fn in_reason(&self, focused: Option<egui::Id>, key: Key, modifiers: Modifiers) -> Option<Intent> {
        let selected = self.state.selected.clone()?;
        if focused? != Field::ReasonCell(selected).id() {
            return None;
        }
        match key {
            Key::Enter | Key::Tab if modifiers.is_none() => Some(Intent::LeaveReason { on: true }),
            Key::Tab if modifiers == Modifiers::SHIFT => Some(Intent::LeaveReason { on: false }),
            Key::Escape if modifiers.is_none() => Some(Intent::LeaveReason { on: false }),
            _ => None,
        }
    }

    /// Does what a key press means, as far as views do: the rest goes out as actions.
    pub fn perform(&mut self, intent: Intent, base: &context::Cx<'_, Action>) {
        let (cx, ui_state) = (Cx::new(base, &self.state), &mut self.ui);
        match intent {
            Intent::Command(command) => cx.command(command),
            Intent::Digit(digit) => digit_key(&cx, ui_state, digit),
            Intent::TypeScore(c) => score_key(&cx, ui_state, c),
            Intent::EditScore => cx.send(Action::TypeScore),
            Intent::TypeReason => cx.send(Action::TypeReason),
            Intent::LeaveReason { on } => {
                cx.send(Action::ToTable);
                cx.send(Action::Walk(isize::from(on)));
            }
            Intent::Walk(by) => cx.send(Action::Walk(by)),
            Intent::Extend(by) => cx.send(Action::Extend(by)),
            Intent::SelectAll => cx.send(Action::SelectAll),
            Intent::WalkFindings(by) => cx.send(Action::WalkFindings(by)),
            Intent::GoToFinding => {
                let selected = cx.state.checks.current(cx.document().findings());
                selected.into_iter().for_each(|finding| cx.send(Action::GoTo(finding.place.clone())));
            }
            Intent::AnswerFinding => {
                let selected = cx.state.checks.current(cx.document().findings());
                selected.into_iter().for_each(|finding| cx.send(Action::AskAnswer(vec![finding.clone()])));
            }
            Intent::ScrollPages(scroll) => ui_state.pages.ask_for(scroll),
            Intent::TypePage => ui_state.fields.focus = Some(page_field()),
            Intent::IntoInspector { tick } => {
                ui_state.focus_inspector = true;
                if tick {
                    first_box(&cx);
                }
            }
            Intent::TypedAhead(c) => {
                let asked = ui_state.fields.focus;
                if let Some(field) = ui_state.asked_field.clone().filter(|field| Some(field.id()) == asked) {
                    ui_state.drafts.entry(field).or_default().text.push(c);
                    ui_state.fields.typed_ahead = true;
                }
            }
            Intent::EnteredAhead => {
                ui_state.forget_asked();
                cx.send(Action::Settle);
            }
        }
    }
}

/// In the list of findings.
fn findings_meaning(ctx: &egui::Context, key: Key, modifiers: Modifiers) -> Option<Intent> {
    if is_way_back(ctx, key, modifiers) {
        return Some(Intent::Command(Command::ViewScores));
    }
    // A button that has the focus takes Enter itself.
    if modifiers.any() || ctx.memory(|memory| memory.focused()).is_some() {
        return None;
    }
    match key {
        Key::ArrowDown => Some(Intent::WalkFindings(1)),
        Key::ArrowUp => Some(Intent::WalkFindings(-1)),
        Key::PageDown => Some(Intent::WalkFindings(PAGE)),
        Key::PageUp => Some(Intent::WalkFindings(-PAGE)),
        Key::Enter | Key::G => Some(Intent::GoToFinding),
        Key::S => Some(Intent::AnswerFinding),
        _ => None,
    }
}

/// Among the pages of the print view.
fn pages_meaning(ctx: &egui::Context, key: Key, modifiers: Modifiers) -> Option<Intent> {
    if is_way_back(ctx, key, modifiers) {
        return Some(Intent::Command(Command::ViewScores));
    }
    if key == Key::G && modifiers.matches_exact(Modifiers::COMMAND) {
        return Some(Intent::TypePage);
    }
    if modifiers.any() || ctx.text_edit_focused() {
        return None;
    }
    // The arrows are of what has the focus.
    let is_free = ctx.memory(|memory| memory.focused()).is_none();
    let scroll = match key {
        Key::PageDown => PageScroll::Screens(1),
        Key::PageUp => PageScroll::Screens(-1),
        Key::Home => PageScroll::Start,
        Key::End => PageScroll::End,
        Key::ArrowDown if is_free => PageScroll::Lines(1),
        Key::ArrowUp if is_free => PageScroll::Lines(-1),
        _ => return None,
    };
    Some(Intent::ScrollPages(scroll))
}

fn selected<'m>(cx: &Cx<'m>) -> Option<&'m Indicator> {
    cx.document().template.indicator(cx.state.selected.as_ref()?)
}

fn form<'m>(cx: &Cx<'m>) -> Option<(Form, &'m Indicator)> {
    let indicator = selected(cx)?;
    Some((Form::of(cx.document(), indicator), indicator))
}

/// Space with the focus in the table: the first box is ticked or emptied.
fn first_box(cx: &Cx<'_>) {
    let Some((form, indicator)) = form(cx) else { return };
    if form.begins_with_box() {
        press(cx, &form, indicator, 0);
    }
}

/// The score of the selected indicator is typed in its cell, beginning with `first`.
fn score_key(cx: &Cx<'_>, ui_state: &mut UiState, first: char) {
    let Some(indicator) = selected(cx) else { return };
    let field = Field::Score(indicator.id.clone());
    ui_state.drafts.insert(field.clone(), Draft { text: first.to_string(), ..Draft::default() });
    ui_state.fields.typed_ahead = true;
    ui_state.ask_for(field);
    ui_state.reveal = true;
}

/// A digit works the control of that number; where a number is wanted, it begins to type it.
fn digit_key(cx: &Cx<'_>, ui_state: &mut UiState, digit: usize) {
    let Some((form, indicator)) = form(cx) else { return };
    if let Some(key) = form.begins() {
        return begin(cx, ui_state, &form, indicator, key, digit);
    }
    let choices = form.choices();
    match digit.checked_sub(1).filter(|number| *number < choices) {
        Some(number) => {
            if let Some(field) = press(cx, &form, indicator, number) {
                ui_state.ask_for(field);
            }
        }
        None => cx.send(Action::NoSuchDigit { choices }),
    }
}

fn begin(
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    form: &Form,
    indicator: &Indicator,
    key: &InputKey,
    digit: usize,
) {
    let entry = cx.document().evaluation().item(&indicator.id);
    // Whoever entered target and actual value goes on with those.
    if &**key == input::RATE && entry.is_some_and(|entry| entry.inputs.contains_key(input::TARGET)) {
        ui_state.focus_inspector = true;
        return;
    }
    let field = form.field(key);
    ui_state.drafts.insert(field.clone(), Draft { text: digit.to_string(), ..Draft::default() });
    ui_state.ask_for(field);
    ui_state.fields.typed_ahead = true;
}

/// Works the control of this number; gives the field that is wanted next.
fn press(cx: &Cx<'_>, form: &Form, indicator: &Indicator, number: usize) -> Option<Field> {
    let (inputs, next) = form.press(number, cx.document())?;
    if !inputs.is_empty() {
        cx.send(Action::Edit(Edit::SetInputs { item: indicator.id.clone(), inputs }));
    }
    next
}

/// The digit of a key, if it is one.
fn digit_of(key: Key) -> Option<u8> {
    let digits = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    (0_u8..).zip(digits).find(|(_, digit)| *digit == key).map(|(digit, _)| digit)
}
