//! The keyboard: shortcuts of the commands, and scoring without the mouse.

use super::{Action, Actions, Command, Cx, Local, Model, Shift, TemplateAction, ViewKind};
use crate::app::evaluation::fields::{Draft, Field};
use crate::app::evaluation::form::Form;
use crate::app::menu_bar::is_enabled;
use crate::evaluation::{Edit, InputKey, input};
use crate::template::Indicator;
use eframe::egui::{Context, Event, FocusDirection, Key, Modifiers};

/// What a key press means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Intent {
    Command(Command),
    Digit(usize),
    /// From the table into the inspector, and whether its first box is ticked on the way.
    IntoInspector {
        tick: bool,
    },
    /// Typed before the field that was just asked for could take it.
    TypedAhead(char),
    /// Moves what is selected in the tree of a template.
    Shift(Shift),
    RemoveNode,
    /// Enter, before the field that was just asked for could take it.
    EnteredAhead,
}

/// Takes the next key press that means something out of this frame's events. Presses are taken one by one and
/// in their order, each seeing what the one before it did: fast typists put several into a frame.
pub fn next(ctx: &Context, model: &Model, local: &Local, actions: &Actions) -> Option<Intent> {
    let cx = Cx::new(model, actions);
    let presses: Vec<(usize, Key, Modifiers)> = ctx.input(|input| {
        let keys = input.events.iter().enumerate().filter_map(|(at, event)| match event {
            Event::Key { key, pressed: true, modifiers, .. } => Some((at, *key, *modifiers)),
            _ => None,
        });
        keys.collect()
    });
    let meant = |(at, key, modifiers)| meaning(ctx, &cx, local, key, modifiers).map(|intent| (at, intent));
    let (at, intent) = presses.into_iter().find_map(meant)?;
    // egui has seen the arrow or the Tab too, and would move the focus that the press may ask for.
    ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    ctx.input_mut(|input| {
        input.events.remove(at);
        // The same press also comes as text.
        if matches!(intent, Intent::Digit(_) | Intent::TypedAhead(_))
            && let Some(Event::Text(_)) = input.events.get(at)
        {
            input.events.remove(at);
        }
    });
    Some(intent)
}

fn meaning(ctx: &Context, cx: &Cx<'_>, local: &Local, key: Key, modifiers: Modifiers) -> Option<Intent> {
    if let Some(command) = command_of(ctx, cx, key, modifiers) {
        return Some(Intent::Command(command));
    }
    if cx.model.drafting().is_some() {
        return in_template(ctx, key, modifiers);
    }
    let scoring = cx.model.document().is_some() && cx.model.view == ViewKind::Scores;
    if !scoring || modifiers != Modifiers::NONE || ctx.text_edit_focused() {
        return None;
    }
    if local.focus.is_some() {
        return match key {
            Key::Enter => Some(Intent::EnteredAhead),
            Key::Period => Some(Intent::TypedAhead('.')),
            _ => digit_of(key).map(|digit| Intent::TypedAhead(char::from(b'0' + digit))),
        };
    }
    if let Some(digit) = digit_of(key) {
        return Some(Intent::Digit(usize::from(digit)));
    }
    let in_table = ctx.memory(|memory| memory.focused()).is_none();
    match key {
        Key::F2 => Some(Intent::IntoInspector { tick: false }),
        _ if !in_table => None,
        Key::ArrowDown | Key::Enter => Some(Intent::Command(Command::NextItem)),
        Key::ArrowUp => Some(Intent::Command(Command::PreviousItem)),
        Key::ArrowRight | Key::Tab => Some(Intent::IntoInspector { tick: false }),
        Key::Space => Some(Intent::IntoInspector { tick: true }),
        _ => None,
    }
}

/// Alt and an arrow move what is selected, also while its name is typed; Delete removes it, not then.
fn in_template(ctx: &Context, key: Key, modifiers: Modifiers) -> Option<Intent> {
    match key {
        Key::Delete if modifiers == Modifiers::NONE && !ctx.text_edit_focused() => Some(Intent::RemoveNode),
        _ if modifiers != Modifiers::ALT => None,
        Key::ArrowUp => Some(Intent::Shift(Shift::Up)),
        Key::ArrowDown => Some(Intent::Shift(Shift::Down)),
        Key::ArrowRight => Some(Intent::Shift(Shift::In)),
        Key::ArrowLeft => Some(Intent::Shift(Shift::Out)),
        _ => None,
    }
}

/// The longest shortcut first, so that Ctrl+Shift+S is not taken for Ctrl+S.
fn command_of(ctx: &Context, cx: &Cx<'_>, key: Key, modifiers: Modifiers) -> Option<Command> {
    let fits = |command: &Command| {
        let Some(wanted) = command.shortcut().filter(|wanted| wanted.logical_key == key) else {
            return false;
        };
        // On many keyboards + is a shifted key.
        let zoom = matches!(command, Command::ZoomIn | Command::ZoomOut | Command::ZoomReset);
        match zoom {
            true => modifiers.matches_logically(wanted.modifiers),
            false => modifiers.matches_exact(wanted.modifiers),
        }
    };
    let redo_elsewhere = key == Key::Z && modifiers.matches_exact(Modifiers::COMMAND | Modifiers::SHIFT);
    let shifted = |command: &Command| command.shortcut().is_some_and(|shortcut| shortcut.modifiers.shift);
    let fitting = || Command::ALL.into_iter().filter(fits);
    let command = match redo_elsewhere {
        true => Command::Redo,
        false => fitting().find(shifted).or_else(|| fitting().next())?,
    };
    // A text field has an undo of its own.
    let in_text = matches!(command, Command::Undo | Command::Redo) && ctx.text_edit_focused();
    (!in_text && is_enabled(cx, command)).then_some(command)
}

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

/// Does what a key press means, as far as views do: the rest goes out as actions.
pub fn perform(model: &Model, local: &mut Local, actions: &Actions, intent: Intent) {
    let cx = Cx::new(model, actions);
    match intent {
        Intent::Command(command) => cx.command(command),
        Intent::Shift(shift) => cx.send(Action::Template(TemplateAction::Shift(shift))),
        Intent::RemoveNode => cx.send(Action::Template(TemplateAction::Remove)),
        Intent::Digit(digit) => digit_key(&cx, local, digit),
        Intent::IntoInspector { tick } => {
            local.focus_inspector = true;
            if tick {
                first_box(&cx);
            }
        }
        Intent::TypedAhead(c) => {
            let asked = local.focus;
            if let Some(field) = local.asked_field.clone().filter(|field| Some(field.id()) == asked) {
                local.drafts.entry(field).or_default().text.push(c);
                local.typed_ahead = true;
            }
        }
        Intent::EnteredAhead => {
            local.forget_asked();
            cx.send(Action::Settle);
        }
    }
}

fn selected<'m>(cx: &Cx<'m>) -> Option<&'m Indicator> {
    cx.model.document()?.template.indicator(cx.model.selected.as_ref()?)
}

fn form<'m>(cx: &Cx<'m>) -> Option<(Form, &'m Indicator)> {
    let indicator = selected(cx)?;
    Some((Form::of(cx.model.document()?, indicator), indicator))
}

/// Space with the focus in the table: the first box is ticked or emptied.
fn first_box(cx: &Cx<'_>) {
    let Some((form, indicator)) = form(cx) else { return };
    if form.begins_with_box() {
        press(cx, &form, indicator, 0);
    }
}

/// A digit works the control of that number; where a number is wanted, it begins to type it.
fn digit_key(cx: &Cx<'_>, local: &mut Local, digit: usize) {
    let Some((form, indicator)) = form(cx) else { return };
    if let Some(key) = form.begins() {
        return begin(cx, local, &form, indicator, key, digit);
    }
    let choices = form.choices();
    match digit.checked_sub(1).filter(|number| *number < choices) {
        Some(number) => {
            press(cx, &form, indicator, number).into_iter().for_each(|field| local.ask_for(field))
        }
        None => cx.send(Action::NoSuchDigit { choices }),
    }
}

fn begin(cx: &Cx<'_>, local: &mut Local, form: &Form, indicator: &Indicator, key: &InputKey, digit: usize) {
    let entry = cx.model.document().and_then(|document| document.evaluation().item(&indicator.id));
    // Whoever entered target and actual value goes on with those.
    if &**key == input::RATE && entry.is_some_and(|entry| entry.inputs.contains_key(input::TARGET)) {
        local.focus_inspector = true;
        return;
    }
    let field = form.field(key);
    local.drafts.insert(field.clone(), Draft { text: digit.to_string(), ..Draft::default() });
    local.ask_for(field);
    local.typed_ahead = true;
}

/// Works the control of this number; gives the field that is wanted next.
fn press(cx: &Cx<'_>, form: &Form, indicator: &Indicator, number: usize) -> Option<Field> {
    let (inputs, next) = form.press(number, cx.model.document()?)?;
    if !inputs.is_empty() {
        cx.send(Action::Edit(Edit::SetInputs { item: indicator.id.clone(), inputs }));
    }
    next
}
