//! How the help is laid out: search, contents or the page.

use super::blocks;
use super::state::{Help, take_key};
use crate::app::shared::Shared;
use crate::app::widgets::theme::{GRID, Tokens, size};
use crate::app::widgets::{small, strong};
use crate::help::{Found, Topic};
use eframe::egui::{
    Align, Button, Frame, Id, Key, Label, Layout, Margin, Modal, Panel, Response, RichText, ScrollArea,
    Sense, TextEdit, TextWrapMode, Ui, vec2,
};

/// Width of the help beside what one does: a picture shows as it is, the score table keeps its columns.
const WIDTH: f32 = 420.0;
/// What stays free around it where it lies over everything.
const FREE: f32 = 48.0;
/// How far a press of PageDown goes.
const PAGE: f32 = 320.0;
/// How far a press of an arrow goes.
const LINE: f32 = 48.0;

impl Help {
    /// Draws it at the right of what is left of the window; says whether it is to be closed.
    pub(crate) fn beside_ui(&mut self, ui: &mut Ui, shared: &Shared) -> bool {
        let frame = Frame::new().fill(Tokens::of(ui).panel).inner_margin(Margin::symmetric(16, 12));
        let panel = Panel::right("help").resizable(true).default_size(WIDTH).size_range(340.0..=600.0);
        let shown = panel.frame(frame).show(ui, |ui| help_ui(ui, shared, self));
        (self.place, self.layer) = (shown.response.rect, None);
        shown.inner
    }

    /// Draws it over everything; says whether it is to be closed.
    pub(crate) fn over_ui(&mut self, ui: &Ui, shared: &Shared) -> bool {
        let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(20, 14));
        let room = ui.ctx().content_rect().size();
        let modal = Modal::new(Id::unique("help")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width((room.x - 2.0 * FREE).min(WIDTH * 1.4));
            ui.set_height(room.y - 2.0 * FREE);
            help_ui(ui, shared, self)
        });
        (self.place, self.layer) = (modal.response.rect, Some(modal.response.layer_id));
        modal.inner
    }
}

fn help_ui(ui: &mut Ui, shared: &Shared, help: &mut Help) -> bool {
    help.follow_language(shared.lang());
    let closed = head_ui(ui, shared, help);
    search_ui(ui, shared, help);
    ui.add_space(GRID);
    let shown = (help.topic(), help.contents, help.search.is_empty());
    ScrollArea::vertical().id_salt(("help page", shown)).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let scroll = std::mem::take(&mut help.scroll);
        if scroll.abs() > 0.0 {
            ui.scroll_with_delta(vec2(0.0, -scroll));
        }
        if !help.search.trim().is_empty() {
            found_ui(ui, shared, help);
        } else if help.contents {
            contents_ui(ui, help);
        } else {
            page_ui(ui, shared, help);
        }
    });
    closed
}

/// Back, the contents, and the way out.
fn head_ui(ui: &mut Ui, shared: &Shared, help: &mut Help) -> bool {
    let mut closed = false;
    ui.horizontal(|ui| {
        ui.label(strong(&shared.t("menu-help")).size(size::BODY + 1.0));
        let can_go_back = help.trail.len() > 1 || help.contents;
        let back =
            ui.add_enabled(can_go_back, Button::new(small(&shared.t("help-back"), Tokens::of(ui).ink)));
        if back.clicked() {
            help.back();
        }
        let contents =
            Button::new(small(&shared.t("help-contents"), Tokens::of(ui).ink)).selected(help.contents);
        if ui.add(contents).clicked() {
            help.contents = !help.contents;
            help.search.clear();
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            closed = ui.button(small(&shared.t("help-close"), Tokens::of(ui).ink)).clicked();
        });
    });
    closed
}

/// What is looked for. Enter opens the best place; what moves up and down moves the page.
fn search_ui(ui: &mut Ui, shared: &Shared, help: &mut Help) {
    let edit = TextEdit::singleline(&mut help.search)
        .id(Id::unique("help-search"))
        .hint_text(shared.t("help-search-hint"))
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(8, 5));
    let has_focus = ui.memory(|memory| memory.has_focus(Id::unique("help-search")));
    if has_focus {
        let moves =
            [(Key::PageDown, PAGE), (Key::PageUp, -PAGE), (Key::ArrowDown, LINE), (Key::ArrowUp, -LINE)];
        let pressed = moves.into_iter().filter(|(key, _)| take_key(ui.ctx(), *key));
        help.scroll += pressed.map(|(_, by)| by).sum::<f32>();
    }
    let field = ui.add(edit).accessible_name(shared.t("help-search"));
    if std::mem::take(&mut help.wants_focus) {
        field.request_focus();
    }
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        if let Some(first) = help.texts.index.find(&help.search).into_iter().next() {
            help.turn_to(first.topic, first.block);
        }
        help.wants_focus = true;
    }
}

fn found_ui(ui: &mut Ui, shared: &Shared, help: &mut Help) {
    let found = help.texts.index.find(&help.search);
    if found.is_empty() {
        ui.label(small(&shared.t("help-nothing"), Tokens::of(ui).ink_soft));
    }
    for Found { topic, block, line } in found {
        let title = help.texts.index.title(topic).to_owned();
        let aside = if block.is_some() { line } else { String::new() };
        if entry_ui(ui, &title, &aside).clicked() {
            help.turn_to(topic, block);
        }
    }
}

fn contents_ui(ui: &mut Ui, help: &mut Help) {
    for &topic in Topic::ALL {
        let title = help.texts.index.title(topic).to_owned();
        if entry_ui(ui, &title, "").clicked() {
            help.turn_to(topic, None);
        }
    }
}

/// A line of a list of places, and what stands there.
fn entry_ui(ui: &mut Ui, title: &str, aside: &str) -> Response {
    let tokens = Tokens::of(ui);
    let link = Button::new(RichText::new(title).color(tokens.accent)).frame(false);
    let response = ui.add(link.wrap_mode(TextWrapMode::Truncate));
    if aside.is_empty() {
        return response;
    }
    let words = Label::new(small(aside, tokens.ink_soft)).truncate().sense(Sense::click());
    let words = ui.add(words);
    ui.add_space(GRID);
    response | words
}

fn page_ui(ui: &mut Ui, shared: &Shared, help: &mut Help) {
    let title = ui.label(strong(&help.texts.page.title).size(size::HEADING));
    let reveal = help.reveal.take();
    if reveal == Some(0) {
        title.scroll_to_me(Some(Align::TOP));
    }
    ui.add_space(GRID);
    let reveal = reveal.filter(|block| *block > 0);
    if let Some(topic) = blocks::blocks_ui(ui, shared, &help.texts.page.blocks, reveal) {
        help.turn_to(topic, None);
    }
}
