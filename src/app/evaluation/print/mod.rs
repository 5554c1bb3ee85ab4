//! 打印: the pages of the very PDF, and the ways out.

mod before;
mod ledger_choice;
mod list;
mod pages;
pub(crate) mod pages_state;
mod paper;
mod picture;
mod places;
pub(crate) mod preview;
mod update;

use crate::app::Command;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::print::before::before_ui;
use crate::app::evaluation::print::list::papers_ui;
use crate::app::evaluation::print::pages::pages_ui;
use crate::app::evaluation::print::paper::paper_ui;
use crate::app::evaluation::state::{Action, Cx, UiState};
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{primary, small};
use crate::text::Message;
use eframe::egui::{self, Frame, Label, Margin, Panel, ScrollArea, Ui};

/// Widths of the list of papers and of what is to be done with them.
const LIST: f32 = 256.0;
const SIDE: f32 = 264.0;
/// Narrower than that both stand in one column.
const WIDE: f32 = 1000.0;

pub(crate) fn print_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document) {
    let tokens = Tokens::of(ui);
    let preview = &cx.state.preview;
    if preview.lacks(&preview.key(document)) {
        cx.send(Action::LayOut);
    }
    let side = Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(16, 16));
    if ui.available_width() < WIDE {
        // One column beside the pages, where there is no room for two.
        Panel::right("print-side").resizable(false).exact_size(SIDE).frame(side).show(ui, |ui| {
            scrolled(ui, |ui| {
                papers_ui(ui, cx, &mut ui_state.pages, document);
                ui.add_space(GRID * 3.0);
                side_ui(ui, cx, document);
            });
        });
    } else {
        Panel::left("print-papers").resizable(false).exact_size(LIST).frame(side).show(ui, |ui| {
            scrolled(ui, |ui| papers_ui(ui, cx, &mut ui_state.pages, document));
        });
        Panel::right("print-side").resizable(false).exact_size(SIDE).frame(side).show(ui, |ui| {
            scrolled(ui, |ui| side_ui(ui, cx, document));
        });
    }
    let behind = Frame::new().fill(tokens.line);
    egui::CentralPanel::default().frame(behind).show(ui, |ui| pages_ui(ui, cx, ui_state));
}

fn scrolled(ui: &mut Ui, body: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink(false).following(ui, body);
}

fn side_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    before_ui(ui, cx, document);
    ui.add_space(GRID * 3.0);
    if primary(ui, &cx.t(Command::SavePdf.label_key())).clicked() {
        cx.command(Command::SavePdf);
    }
    if ui.button(cx.t(Command::OpenPdf.label_key())).clicked() {
        cx.command(Command::OpenPdf);
    }
    paper_ui(ui, cx);
    ui.add_space(GRID * 3.0);
    for text in notes(cx, document) {
        ui.add(Label::new(small(&text, tokens.caution)).wrap()).explained(&text);
    }
    ui.add(Label::new(small(&cx.t("print-note-same"), tokens.ink_faint)).wrap());
}

/// What the pages cannot say, or do not say yet.
fn notes(cx: &Cx<'_>, document: &Document) -> Vec<String> {
    let mut notes = Vec::new();
    if document.card().provisional {
        notes.push(cx.t("print-note-provisional"));
    }
    if document.is_dirty() || document.path().is_none() {
        notes.push(cx.t("print-note-unsaved"));
    }
    let Some(compiled) = &cx.state.preview.compiled else { return notes };
    if !compiled.substituted().is_empty() {
        let characters: String = compiled.substituted().iter().collect();
        notes.push(cx.text(&Message::new("print-note-substituted").with("characters", characters)));
    }
    notes
}
