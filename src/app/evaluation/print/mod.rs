//! 打印: the pages of the very PDF, and the ways out.

mod ledger_choice;

use crate::app::evaluation::print::ledger_choice::ledger_choice;
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{primary, small, strong};
use crate::app::{Action, Command, Cx, Document};
use crate::print::{PageImage, Sheet};
use crate::text::Message;
use eframe::egui::{
    self, Align, ColorImage, Frame, Image, Label, Layout, Margin, Panel, RichText, ScrollArea, Stroke,
    TextureHandle, TextureOptions, Ui, vec2,
};

/// What pages are made from: the state of a document, the sheets, and the digest that stands in the footer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PreviewKey {
    revision: u64,
    pub sheets: Vec<Sheet>,
    digest: Option<String>,
}

/// The pages as pictures, and what they were made from.
#[derive(Default)]
pub struct Preview {
    /// Sheets to print, in this order.
    pub sheets: Vec<Sheet>,
    /// What the pages show.
    pub shows: Option<PreviewKey>,
    /// Number of pages of the whole print.
    pub count: usize,
    pub pages: Vec<TextureHandle>,
    /// Characters that no font has, printed as □.
    pub substituted: Vec<char>,
    /// The pages could not be made.
    pub failed: Option<Message>,
}

impl Preview {
    /// The sheets chosen; both where none is: the score sheet speaks of attachments that the other one lists.
    pub fn wanted(&self) -> Vec<Sheet> {
        if self.sheets.is_empty() { Sheet::ALL.to_vec() } else { self.sheets.clone() }
    }

    /// What pages of the document as it stands are made from.
    pub fn key(&self, document: &Document) -> PreviewKey {
        let digest = document.digest().filter(|_| !document.is_dirty()).map(str::to_owned);
        PreviewKey { revision: document.revision(), sheets: self.wanted(), digest }
    }

    pub fn show_pages(&mut self, ctx: &egui::Context, pages: &[PageImage], count: usize) {
        self.count = count;
        self.pages = pages
            .iter()
            .enumerate()
            .map(|(number, page)| {
                let size = [page.width, page.height];
                let image = ColorImage::from_rgba_premultiplied(size, &page.rgba);
                ctx.load_texture(format!("page-{number}"), image, TextureOptions::LINEAR)
            })
            .collect();
    }
}

pub fn print_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let side = Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(20, 20));
    Panel::right("print-side").resizable(false).exact_size(280.0).frame(side).show(ui, |ui| {
        side_ui(ui, cx, document);
    });
    egui::CentralPanel::default().frame(Frame::new().fill(tokens.line)).show(ui, |ui| pages_ui(ui, cx));
}

fn side_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    ui.label(strong(&cx.t("print-sheets")));
    let wanted = cx.model.preview.wanted();
    let mut chosen = Vec::new();
    let mut changed = false;
    for &sheet in Sheet::of(&document.template) {
        let key = match sheet {
            Sheet::Scores => "print-sheet-scores",
            Sheet::Deductions => "print-sheet-deductions",
            Sheet::Ledger(_) => continue,
        };
        let mut on = wanted.contains(&sheet);
        changed |= ui.checkbox(&mut on, cx.t(key)).changed();
        chosen.extend(on.then_some(sheet));
    }
    let ledger = wanted.iter().find_map(|sheet| match sheet {
        Sheet::Ledger(ledger) => Some(*ledger),
        Sheet::Scores | Sheet::Deductions => None,
    });
    let ledger_now = ledger_choice(ui, cx, document, ledger);
    chosen.extend(ledger_now.map(Sheet::Ledger));
    if changed || ledger_now != ledger {
        cx.send(Action::Sheets(chosen));
    }
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
    let mut notes = Vec::new();
    let shown = cx.model.preview.pages.len();
    if cx.model.preview.count > shown && shown > 0 {
        notes.push(cx.text(&Message::new("print-note-more").with("shown", shown)));
    }
    if document.card().provisional {
        notes.push(cx.t("print-note-provisional"));
    }
    if document.is_dirty() || document.path().is_none() {
        notes.push(cx.t("print-note-unsaved"));
    }
    if !cx.model.preview.substituted.is_empty() {
        let characters: String = cx.model.preview.substituted.iter().collect();
        notes.push(cx.text(&Message::new("print-note-substituted").with("characters", characters)));
    }
    for text in notes {
        ui.add(Label::new(small(&text, tokens.caution)).wrap());
    }
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        ui.add(Label::new(small(&cx.t("print-note-same"), tokens.ink_faint)).wrap());
    });
}

fn pages_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = Tokens::of(ui);
    let preview = &cx.model.preview;
    if let Some(message) = &preview.failed {
        ui.centered_and_justified(|ui| ui.colored_label(tokens.deduction, message.full(cx.lang())));
        return;
    }
    if preview.pages.is_empty() {
        ui.centered_and_justified(|ui| ui.label(small(&cx.t("print-preparing"), tokens.ink_soft)));
        return;
    }
    ScrollArea::vertical().id_salt("pages").auto_shrink(false).show(ui, |ui| {
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.add_space(GRID * 4.0);
            let widest = (ui.available_width() - 48.0).min(1000.0);
            for (number, page) in preview.pages.iter().enumerate() {
                let size = page.size_vec2();
                let width = widest.min(if size.x > size.y { 1000.0 } else { 760.0 });
                let picture = Image::new(page).fit_to_exact_size(vec2(width, width * size.y / size.x));
                let name = Message::new("print-page").with("page", number + 1);
                let name = name.with("pages", preview.count);
                let shown = ui.add(picture.alt_text(cx.text(&name)));
                let edge = Stroke::new(1.0, tokens.line_strong);
                ui.painter().rect_stroke(shown.rect, 0.0, edge, egui::StrokeKind::Outside);
                ui.label(RichText::new(format!("{} / {}", number + 1, preview.count)).color(tokens.ink_soft));
                ui.add_space(GRID * 3.0);
            }
        });
    });
}
