//! Moving through the tree without the mouse.

use super::state::{Action, Shift, TemplateWorkspace};
use crate::app::Command;
use crate::app::request::Request;
use crate::app::widgets::way_back::is_way_back;
use eframe::egui::{Context, Key, Modifiers};

impl TemplateWorkspace {
    /// Alt and an arrow move what is selected, also while its name is typed; Delete removes it, not then. Esc closes.
    pub fn meaning(ctx: &Context, key: Key, modifiers: Modifiers) -> Option<Action> {
        match key {
            Key::Delete if modifiers == Modifiers::NONE && !ctx.text_edit_focused() => Some(Action::Remove),
            _ if is_way_back(ctx, key, modifiers) => Some(Request::Command(Command::CloseFile).into()),
            _ if modifiers != Modifiers::ALT => None,
            Key::ArrowUp => Some(Action::Shift(Shift::Up)),
            Key::ArrowDown => Some(Action::Shift(Shift::Down)),
            Key::ArrowRight => Some(Action::Shift(Shift::In)),
            Key::ArrowLeft => Some(Action::Shift(Shift::Out)),
            _ => None,
        }
    }
}
