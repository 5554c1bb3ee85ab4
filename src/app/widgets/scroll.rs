//! Scrolling with the keyboard's focus: whoever goes on with Tab sees where.

use eframe::egui::scroll_area::ScrollAreaOutput;
use eframe::egui::{Id, ScrollArea, Ui};

/// A scroll area that brings into sight what gets the focus within it.
pub(crate) trait Following {
    /// As [`ScrollArea::show`].
    fn following<R>(self, ui: &mut Ui, body: impl FnOnce(&mut Ui) -> R) -> ScrollAreaOutput<R>;
}

impl Following for ScrollArea {
    fn following<R>(self, ui: &mut Ui, body: impl FnOnce(&mut Ui) -> R) -> ScrollAreaOutput<R> {
        self.show(ui, |ui| {
            let drawn = body(ui);
            follow(ui);
            drawn
        })
    }
}

/// Scrolls to what has the focus, once: whoever scrolls away then wants to see something else.
fn follow(ui: &Ui) {
    let followed = ui.scope_id().with("followed focus");
    let focused = ui.memory(|memory| memory.focused());
    if ui.data(|data| data.get_temp::<Option<Id>>(followed)) == Some(focused) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(followed, focused));
    let Some(response) = focused.and_then(|id| ui.ctx().read_response(id)) else { return };
    // What scrolls reaches behind what stands below it: a field that is seen whole is not of this area, or needs nothing.
    let is_seen = response.interact_rect.contains_rect(response.rect);
    let is_within = response.layer_id == ui.layer_id() && ui.min_rect().contains(response.rect.center());
    if is_within && !is_seen {
        response.scroll_to_me(None);
    }
}
