//! Scrolling with the keyboard's focus: whoever goes on with Tab sees where.

use eframe::egui::scroll_area::ScrollAreaOutput;
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Id, Key, Modifiers, Popup, ScrollArea, Ui, vec2};

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

/// Of the height of a page this much stays in sight.
const OVERLAP: f32 = 40.0;

/// PageUp, PageDown, Home and End scroll the area that is being drawn. Fields take the latter two themselves.
pub(crate) fn scroll_by_page(ui: &Ui) {
    let ctx = ui.ctx();
    if Popup::is_any_open(ctx) || ctx.memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }
    let page = (ui.clip_rect().height() - OVERLAP).max(OVERLAP);
    let whole = 1.0e6;
    let (pages, ends) =
        ([(Key::PageUp, page), (Key::PageDown, -page)], [(Key::Home, whole), (Key::End, -whole)]);
    let ends = ends.into_iter().filter(|_| !ctx.text_edit_focused());
    for (key, down) in pages.into_iter().chain(ends) {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta_animation(vec2(0.0, down), ScrollAnimation::none());
        }
    }
}
