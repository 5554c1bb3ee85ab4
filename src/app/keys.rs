//! The keyboard: shortcuts of the commands, then what a key means to what is open.

use super::Command;
use super::context::Effect;
use super::request::Request;
use super::session;
use super::shared::Shared;
use super::workspace::{Effects, Intent, Message, Workspace};
use crate::text::Message as TextMessage;
use eframe::egui::{Context, Event, FocusDirection, Key, Modifiers, Popup};
use strum::VariantArray as _;

/// What a key press means.
pub(crate) enum Pressed {
    Command(Command),
    /// The shortcut of a command that would do nothing now; why.
    InVain(TextMessage),
    Intent(Intent),
}

/// Takes the next key press that means something out of this frame's events. Presses are taken one by one and in their
/// order, each seeing what the one before it did: fast typists put several into a frame.
pub(crate) fn next(ctx: &Context, workspace: &Workspace) -> Option<Pressed> {
    let presses: Vec<(usize, Key, Modifiers)> = ctx.input(|input| {
        let keys = input.events.iter().enumerate().filter_map(|(at, event)| match event {
            Event::Key { key, pressed: true, modifiers, .. } => Some((at, *key, *modifiers)),
            _ => None,
        });
        keys.collect()
    });
    let meant = |(at, key, modifiers)| meaning(ctx, workspace, key, modifiers).map(|pressed| (at, pressed));
    let (at, pressed) = presses.into_iter().find_map(meant)?;
    // egui has seen the arrow or the Tab too, and would move the focus that the press may ask for.
    ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    ctx.input_mut(|input| {
        input.events.remove(at);
        // The same press also comes as text.
        if matches!(&pressed, Pressed::Intent(intent) if intent.takes_text())
            && let Some(Event::Text(_)) = input.events.get(at)
        {
            input.events.remove(at);
        }
    });
    Some(pressed)
}

/// Does what a key press means; gives what it asks for.
pub(crate) fn perform(pressed: Pressed, workspace: &mut Workspace, shared: &Shared) -> Effects {
    match pressed {
        Pressed::Command(command) => vec![Effect::Action(Message::Session(Request::Command(command)))],
        Pressed::InVain(why) => vec![Effect::Action(Message::Session(Request::notice(why)))],
        Pressed::Intent(intent) => workspace.perform(intent, shared),
    }
}

fn meaning(ctx: &Context, workspace: &Workspace, key: Key, modifiers: Modifiers) -> Option<Pressed> {
    if modifiers.is_none() && Popup::is_any_open(ctx) {
        // It is meant for the menu or the list that is open.
        return None;
    }
    let command = command_of(ctx, workspace, key, modifiers);
    match command {
        Some(command) if session::can(workspace.any(), command) => Some(Pressed::Command(command)),
        // A field or a list may have a meaning for it.
        _ => workspace.meaning(ctx, key, modifiers).map(Pressed::Intent).or_else(|| {
            let editing = matches!(key, Key::Delete | Key::Insert) || ctx.text_edit_focused();
            let says = |command: &Command| !editing && !command.is_of_session();
            let command = command.filter(says)?;
            Some(Pressed::InVain(session::why_not(workspace.any(), command)))
        }),
    }
}

/// The longest shortcut first, so that Ctrl+Shift+S is not taken for Ctrl+S.
fn command_of(ctx: &Context, workspace: &Workspace, key: Key, modifiers: Modifiers) -> Option<Command> {
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
    let fitting = || Command::VARIANTS.iter().copied().filter(fits);
    let command = match redo_elsewhere {
        true => Command::Redo,
        false => fitting().find(shifted).or_else(|| fitting().next())?,
    };
    let of_text = match command {
        // A text field has an undo of its own for what is typed into it.
        Command::Undo | Command::Redo => workspace.any().is_typing(ctx),
        // What is explained in a field is not scored by the way.
        _ => command == Command::FullMarks,
    };
    let in_text = of_text && ctx.text_edit_focused();
    (!in_text).then_some(command)
}
