//! What people do, one thing at a time.
//!
//! A window that was busy gets several key presses and clicks in one frame. egui would move the focus once and give all
//! letters to the field that had it before, or give it to nobody, because a click took the focus away first. So what
//! comes together is handed on step by step, each in a frame of its own, as if the window had never been busy.

use super::widgets::text_field::enter_goes_on;
use eframe::egui::{Context, Event, Key, Plugin, RawInput};
use std::collections::VecDeque;

/// Hands events on in their order.
#[derive(Default)]
pub(crate) struct OneByOne {
    waiting: VecDeque<Event>,
    /// The last step may have asked for the focus, which is there a frame later.
    settles: bool,
}

impl Plugin for OneByOne {
    fn debug_name(&self) -> &'static str {
        "one by one"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.waiting.extend(input.events.drain(..));
        // A frame in which nothing came has settled the focus as well.
        let settles = std::mem::take(&mut self.settles);
        if !self.waiting.is_empty() && !settles {
            input.events = self.step(ctx.text_edit_focused());
            if enter_goes_on(ctx) {
                input.events.iter_mut().for_each(tab_for_enter);
            }
        }
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }
}

/// In a field of a form Enter goes on to the next one, as Tab does: egui would leave the focus with nobody.
fn tab_for_enter(event: &mut Event) {
    if let Event::Key { key, modifiers, .. } = event
        && *key == Key::Enter
        && modifiers.is_none()
    {
        *key = Key::Tab;
    }
}

/// What an event may do to those behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// Nothing.
    Beside,
    /// It goes into the field that has the focus.
    Typing,
    /// A shortcut.
    Shortcut,
    /// It may move the focus, or what is shown.
    Acting,
}

impl OneByOne {
    /// The events of the next step. Letters go together while a field takes them.
    fn step(&mut self, in_field: bool) -> Vec<Event> {
        let mut step: Vec<Event> = Vec::new();
        let mut of: Option<Kind> = None;
        while let Some(event) = self.waiting.front() {
            let kind = kind(event);
            let joins = match (of, kind) {
                (None, _) | (_, Kind::Beside) => true,
                (Some(Kind::Typing), Kind::Typing) => in_field || is_text_of_key(&step, event),
                (Some(Kind::Shortcut), Kind::Shortcut) => true,
                _ => false,
            };
            if !joins {
                break;
            }
            if kind != Kind::Beside {
                of = Some(kind);
            }
            step.extend(self.waiting.pop_front());
        }
        self.settles = match of {
            Some(Kind::Acting | Kind::Shortcut) => true,
            Some(Kind::Typing) => !in_field,
            Some(Kind::Beside) | None => false,
        };
        step
    }
}

/// The press of a key and its text are one.
fn is_text_of_key(step: &[Event], event: &Event) -> bool {
    let is_press = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
    matches!(event, Event::Text(_)) && step.last().is_some_and(is_press)
}

fn kind(event: &Event) -> Kind {
    match event {
        Event::Text(_) | Event::Ime(_) | Event::Paste(_) | Event::Copy | Event::Cut => Kind::Typing,
        Event::Key { pressed: true, modifiers, .. }
            if modifiers.alt || modifiers.ctrl || modifiers.command =>
        {
            Kind::Shortcut
        }
        Event::Key {
            pressed: true, key: Key::Tab | Key::Enter | Key::Escape | Key::F1 | Key::F2, ..
        } => Kind::Acting,
        Event::Key { pressed: true, .. } => Kind::Typing,
        Event::PointerButton { .. } | Event::AccessKitActionRequest(_) => Kind::Acting,
        _ => Kind::Beside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Modifiers, PointerButton, pos2};

    fn key(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    fn click(pressed: bool) -> Event {
        let (pos, button) = (pos2(1.0, 1.0), PointerButton::Primary);
        Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }
    }

    /// How many events each step has.
    fn steps(in_field: bool, events: impl IntoIterator<Item = Event>) -> Vec<usize> {
        let mut queue = OneByOne { waiting: events.into_iter().collect(), settles: false };
        std::iter::from_fn(|| Some(queue.step(in_field).len()).filter(|count| *count > 0)).collect()
    }

    #[test]
    fn what_is_typed_goes_together_up_to_what_moves_the_focus() {
        let typed = || [key(Key::Num1), text("1"), key(Key::Num0), text("0")];
        let events = typed().into_iter().chain([key(Key::Tab)]).chain(typed());
        assert_eq!(steps(true, events), [4, 1, 4]);
    }

    #[test]
    fn outside_of_a_field_each_key_is_a_step() {
        assert_eq!(
            steps(false, [key(Key::Num1), text("1"), key(Key::ArrowDown), key(Key::ArrowDown)]),
            [2, 1, 1]
        );
    }

    #[test]
    fn a_click_waits_for_what_was_typed_before_it() {
        let events = [text("好"), Event::PointerMoved(pos2(1.0, 1.0)), click(true), click(false), text("坏")];
        assert_eq!(steps(true, events), [2, 1, 1, 1]);
    }
}
