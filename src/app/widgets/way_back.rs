//! Esc where nothing has the focus leads out of a page.

use eframe::egui::{Context, Id, Key, Modifiers};

fn id() -> Id {
    Id::unique("had-focus")
}

/// Notes at the end of a frame whether anything has the focus: egui takes it away before anybody sees an Esc.
pub(crate) fn note_focus(ctx: &Context) {
    let has_focus = ctx.memory(|memory| memory.focused()).is_some();
    ctx.data_mut(|data| data.insert_temp(id(), has_focus));
}

/// The press is meant for the page, not for what has the focus.
pub(crate) fn is_way_back(ctx: &Context, key: Key, modifiers: Modifiers) -> bool {
    let had_focus = || ctx.data(|data| data.get_temp(id()).unwrap_or(false));
    key == Key::Escape && modifiers.is_none() && !had_focus()
}
