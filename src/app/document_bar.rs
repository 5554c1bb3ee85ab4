//! What the bars of all open documents share: the commands used most, and the name.

use super::Command;
use super::context::Cx;
use super::request::Request;
use super::session::{AnyWorkspace, OpenDocument, can, change_name};
use super::widgets::theme::{Tokens, size};
use super::widgets::{small, strong};
use eframe::egui::{Align, Button, Label, Layout, RichText, Ui, UiBuilder};

/// The bar beside the menus: `left` has what `right` leaves. Both are laid out from the left, which is the way that
/// Tab walks; so `right` begins where its width of the last frame says.
pub(crate) fn sides_ui(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with("right-side");
    let width: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let room = ui.available_rect_before_wrap();
    let border = room.right() - width;
    let side = |rect| UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(side(room.with_max_x(border - ui.spacing().item_spacing.x)), left);
    let shown = ui.scope_builder(side(room.with_min_x(border)), right).response.rect.width();
    if (shown - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, shown));
        ui.request_discard("the right side of the bar has another width");
    }
}

/// Undo, redo, save; where there is little room the menu has the first two.
pub(crate) fn commands_ui<A: From<Request>>(
    ui: &mut Ui,
    cx: &Cx<'_, A>,
    workspace: &dyn AnyWorkspace,
    roomy: bool,
) {
    let commands: &[Command] = match roomy {
        true => &[Command::Undo, Command::Redo, Command::Save],
        false => &[Command::Save],
    };
    for &command in commands {
        let mut tip = cx.t(command.label_key());
        if let Some(label) = change_name(workspace, command) {
            tip = format!("{tip}：{}", cx.text(label));
        }
        let words = cx.t(&format!("{}-short", command.label_key()));
        let button = Button::new(RichText::new(words).size(size::BODY - 1.0));
        if ui.add_enabled(can(workspace, command), button).on_hover_text(tip).clicked() {
            cx.command(command);
        }
    }
}

/// The way back with the mouse; Esc does the same.
pub(crate) fn back_button<A>(ui: &mut Ui, cx: &Cx<'_, A>) -> bool {
    let words = RichText::new(cx.t("button-back")).size(size::BODY - 1.0);
    ui.add(Button::new(words)).on_hover_text(cx.t("button-back-tip")).clicked()
}

/// The name of a document, before it what is not in its file.
pub(crate) fn title_ui<A>(ui: &mut Ui, cx: &Cx<'_, A>, document: &dyn OpenDocument, title: &str) {
    let path = document.file().path().map(|path| path.display().to_string());
    if document.file().is_dirty() {
        let word = if path.is_some() { "title-unsaved" } else { "title-never-saved" };
        ui.label(small(&format!("● {}", cx.t(word)), Tokens::of(ui).caution));
    }
    let label = ui.add(Label::new(strong(title)).truncate());
    label.on_hover_text(path.unwrap_or_else(|| cx.t("title-never-saved")));
}
