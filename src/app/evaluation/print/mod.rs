//! 打印: the pages of the very PDF, and the ways out.

mod ledger_choice;
mod picture;
pub(crate) mod preview;
mod update;

use crate::app::Command;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::print::ledger_choice::ledger_choice;
use crate::app::evaluation::state::{Action, Cx};
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{primary, small, strong};
use crate::print::Sheet;
use crate::text::Message;
use eframe::egui::{
    self, Align, Frame, Image, Label, Layout, Margin, Panel, RichText, ScrollArea, Sense, Stroke, Ui, vec2,
};
use std::ops::Range;

pub(crate) fn print_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let preview = &cx.state.preview;
    if !preview.is_laying_out && preview.shows.as_ref() != Some(&preview.key(document)) {
        cx.send(Action::LayOut);
    }
    let side = Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(20, 20));
    Panel::right("print-side").resizable(false).exact_size(280.0).frame(side).show(ui, |ui| {
        side_ui(ui, cx, document);
    });
    egui::CentralPanel::default().frame(Frame::new().fill(tokens.line)).show(ui, |ui| pages_ui(ui, cx));
}

fn side_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    sheets_ui(ui, cx, document);
    ui.add_space(GRID * 3.0);
    if primary(ui, &cx.t(Command::SavePdf.label_key())).clicked() {
        cx.command(Command::SavePdf);
    }
    for command in [Command::OpenPdf, Command::PrintPaper] {
        if ui.button(cx.t(command.label_key())).clicked() {
            cx.command(command);
        }
    }
    ui.add_space(GRID * 3.0);
    for text in notes(cx, document) {
        ui.add(Label::new(small(&text, tokens.caution)).wrap()).explained(&text);
    }
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        ui.add(Label::new(small(&cx.t("print-note-same"), tokens.ink_faint)).wrap());
    });
}

/// Which sheets are printed.
fn sheets_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    ui.label(strong(&cx.t("print-sheets")));
    let wanted = cx.state.preview.wanted();
    let mut chosen = Vec::new();
    let mut changed = false;
    for &sheet in Sheet::of(&document.template) {
        let key = match sheet {
            Sheet::Scores => "print-sheet-scores",
            Sheet::Deductions => "print-sheet-deductions",
            Sheet::Chart => "print-sheet-chart",
            Sheet::Ledger(_) => continue,
        };
        let mut on = wanted.contains(&sheet);
        changed |= ui.checkbox(&mut on, cx.t(key)).changed();
        chosen.extend(on.then_some(sheet));
    }
    let ledger = wanted.iter().find_map(|sheet| match sheet {
        Sheet::Ledger(ledger) => Some(*ledger),
        Sheet::Scores | Sheet::Deductions | Sheet::Chart => None,
    });
    let ledger_now = ledger_choice(ui, cx, document, ledger);
    chosen.extend(ledger_now.map(Sheet::Ledger));
    if changed || ledger_now != ledger {
        cx.send(Action::Sheets(chosen));
    }
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
    if !cx.state.preview.substituted.is_empty() {
        let characters: String = cx.state.preview.substituted.iter().collect();
        notes.push(cx.text(&Message::new("print-note-substituted").with("characters", characters)));
    }
    notes
}

fn pages_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = Tokens::of(ui);
    let preview = &cx.state.preview;
    if let Some(message) = &preview.failed {
        ui.centered_and_justified(|ui| ui.colored_label(tokens.deduction, message.full(cx.lang())));
        return;
    }
    if preview.sizes.is_empty() {
        ui.centered_and_justified(|ui| ui.label(small(&cx.t("print-preparing"), tokens.ink_soft)));
        return;
    }
    let mut in_sight: Option<Range<usize>> = None;
    ScrollArea::vertical().id_salt("pages").auto_shrink(false).following(ui, |ui| {
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.add_space(GRID * 4.0);
            for page in 0..preview.sizes.len() {
                if page_ui(ui, cx, page) {
                    in_sight = Some(in_sight.as_ref().map_or(page, |range| range.start)..page + 1);
                }
            }
        });
    });
    // Pages are drawn as they come into sight: a sheet of 300 items has dozens.
    if let Some(pages) = in_sight
        && !preview.is_drawing
        && !preview.is_laying_out
        && pages.clone().any(|page| !preview.pictures.contains_key(&page))
    {
        cx.send(Action::DrawPages(pages));
    }
}

/// A page, or the room for it until it is drawn; says whether it is in sight.
fn page_ui(ui: &mut Ui, cx: &Cx<'_>, page: usize) -> bool {
    let tokens = Tokens::of(ui);
    let preview = &cx.state.preview;
    let (width, height) = preview.sizes[page];
    let widest = (ui.available_width() - 48.0).min(1000.0);
    let shown_width = widest.min(if width > height { 1000.0 } else { 760.0 });
    let size = vec2(shown_width, shown_width * height / width);
    let name = Message::new("print-page").with("page", page + 1).with("pages", preview.sizes.len());
    let name = cx.text(&name);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let is_in_sight = ui.is_rect_visible(rect);
    if is_in_sight {
        ui.painter().rect_filled(rect, 0.0, egui::Color32::WHITE);
        if let Some(picture) = preview.pictures.get(&page) {
            Image::new(picture).alt_text(&name).paint_at(ui, rect);
        }
        let edge = Stroke::new(1.0, tokens.line_strong);
        ui.painter().rect_stroke(rect, 0.0, edge, egui::StrokeKind::Outside);
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
    ui.label(RichText::new(format!("{} / {}", page + 1, preview.sizes.len())).color(tokens.ink_soft));
    ui.add_space(GRID * 3.0);
    is_in_sight
}
