//! Esc where nothing has the focus leads out of a page.

use eframe::egui::{Context, Id, Key, Modifiers};

fn id() -> Id {
    Id::unique("had-focus")
}

/// Notes at the end of a frame what has the focus: egui takes it away before anybody sees an Esc.
pub(crate) fn note_focus(ctx: &Context) {
    let focused: Option<Id> = ctx.memory(|memory| memory.focused());
    ctx.data_mut(|data| data.insert_temp(id(), focused));
}

/// What had the focus when the frame before ended.
pub(crate) fn had_focus(ctx: &Context) -> Option<Id> {
    ctx.data(|data| data.get_temp::<Option<Id>>(id())).flatten()
}

/// The press is meant for the page, not for what has the focus.
pub(crate) fn is_way_back(ctx: &Context, key: Key, modifiers: Modifiers) -> bool {
    key == Key::Escape && modifiers.is_none() && had_focus(ctx).is_none()
}
