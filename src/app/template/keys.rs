//! Moving through the tree without the mouse.

use super::state::{Action, Shift, TemplateWorkspace};
use eframe::egui::{Context, Key, Modifiers};

impl TemplateWorkspace {
    /// Alt and an arrow move what is selected, also while its name is typed; Delete removes it, not then.
    pub fn meaning(ctx: &Context, key: Key, modifiers: Modifiers) -> Option<Action> {
        match key {
            Key::Delete if modifiers == Modifiers::NONE && !ctx.text_edit_focused() => Some(Action::Remove),
            _ if modifiers != Modifiers::ALT => None,
            Key::ArrowUp => Some(Action::Shift(Shift::Up)),
            Key::ArrowDown => Some(Action::Shift(Shift::Down)),
            Key::ArrowRight => Some(Action::Shift(Shift::In)),
            Key::ArrowLeft => Some(Action::Shift(Shift::Out)),
            _ => None,
        }
    }
}
