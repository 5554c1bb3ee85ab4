//! The parts of a page as they are drawn.

use super::keys;
use crate::app::shared::Shared;
use crate::app::widgets::theme::{GRID, Tokens, bold_font, size};
use crate::app::widgets::{small, strong};
use crate::help::{Block, Span, Topic, picture};
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    self, Align, ColorImage, FontId, Frame, Image, Label, Link, Margin, RichText, Stroke, TextureHandle,
    TextureOptions, Ui, vec2,
};

/// How far steps and bullets stand in.
const INDENT: f32 = 26.0;

/// Draws the blocks; gives the topic of the link that was clicked.
pub(super) fn blocks_ui(
    ui: &mut Ui,
    shared: &Shared,
    blocks: &[Block],
    reveal: Option<usize>,
) -> Option<Topic> {
    let mut clicked = None;
    for (number, block) in blocks.iter().enumerate() {
        let drawn = ui.scope(|ui| block_ui(ui, shared, block));
        if reveal == Some(number) {
            drawn.response.scroll_to_me(Some(Align::TOP));
        }
        clicked = clicked.or(drawn.inner);
    }
    clicked
}

fn block_ui(ui: &mut Ui, shared: &Shared, block: &Block) -> Option<Topic> {
    match block {
        Block::Heading(words) => {
            ui.add_space(GRID * 2.0);
            ui.add(Label::new(strong(words).size(size::BODY + 1.0)).wrap());
            None
        }
        Block::Paragraph(spans) => line_ui(ui, spans),
        Block::Step(number, spans) => marked_ui(ui, &format!("{number}."), spans),
        Block::Bullet(spans) => marked_ui(ui, "•", spans),
        Block::Note(spans) => note_ui(ui, spans),
        Block::Picture { words, name } => {
            picture_ui(ui, words, name);
            None
        }
        Block::Keys => {
            keys::table_ui(ui, shared);
            None
        }
        Block::Commands => {
            keys::commands_ui(ui, shared);
            None
        }
    }
}

/// A mark at the left, the words beside it.
fn marked_ui(ui: &mut Ui, mark: &str, spans: &[Span]) -> Option<Topic> {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui(vec2(INDENT, 0.0), |ui| {
            ui.set_width(INDENT);
            ui.label(strong(mark).color(Tokens::of(ui).accent));
        });
        ui.vertical(|ui| line_ui(ui, spans)).inner
    })
    .inner
}

fn note_ui(ui: &mut Ui, spans: &[Span]) -> Option<Topic> {
    let tokens = Tokens::of(ui);
    let frame = Frame::new().fill(tokens.accent_soft).corner_radius(4).inner_margin(Margin::symmetric(10, 6));
    frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            line_ui(ui, spans)
        })
        .inner
}

/// Words up to a link are one label, so that they are read and found as one.
fn line_ui(ui: &mut Ui, spans: &[Span]) -> Option<Topic> {
    let mut clicked = None;
    ui.horizontal_wrapped(|ui| {
        // A line of words is lower than a line of buttons.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing.x = 0.0;
        let mut job = LayoutJob::default();
        for span in spans {
            match span {
                Span::Link(words, topic) => {
                    words_ui(ui, std::mem::take(&mut job));
                    if ui.add(Link::new(RichText::new(words).underline())).clicked() {
                        clicked = Some(*topic);
                    }
                }
                span => append(&mut job, span, ui),
            }
        }
        words_ui(ui, job);
    });
    clicked
}

fn words_ui(ui: &mut Ui, job: LayoutJob) {
    if !job.is_empty() {
        ui.add(Label::new(job).wrap());
    }
}

fn append(job: &mut LayoutJob, span: &Span, ui: &Ui) {
    let tokens = Tokens::of(ui);
    let plain = TextFormat::simple(FontId::proportional(size::BODY), tokens.ink);
    let format = match span {
        Span::Strong(_) => TextFormat { font_id: bold_font(size::BODY), ..plain },
        Span::Key(_) => TextFormat { background: tokens.line, ..plain },
        Span::Words(_) | Span::Link(..) => plain,
    };
    // A key cap keeps off the words beside it.
    let words = match span {
        Span::Key(key) => format!("\u{2009}{key}\u{2009}"),
        span => span.words().to_owned(),
    };
    job.append(&words, 0.0, format);
}

/// The picture with what it shows below it, at most as wide as there is room.
fn picture_ui(ui: &mut Ui, words: &str, name: &str) {
    let tokens = Tokens::of(ui);
    let Some(texture) = texture(ui, name) else { return };
    let frame = Frame::new().stroke(Stroke::new(1.0, tokens.line_strong)).inner_margin(Margin::same(1));
    ui.add_space(GRID);
    let whole = texture.size_vec2();
    frame.show(ui, |ui| {
        let size = whole * (ui.available_width() / whole.x).min(1.0);
        ui.add(Image::new(&texture).alt_text(words).fit_to_exact_size(size));
    });
    ui.add(Label::new(small(words, tokens.ink_soft)).wrap());
    ui.add_space(GRID);
}

/// Read once, and kept as long as the window.
fn texture(ui: &Ui, name: &str) -> Option<TextureHandle> {
    let id = egui::Id::unique(("help picture", name));
    if let Some(kept) = ui.data(|data| data.get_temp::<TextureHandle>(id)) {
        return Some(kept);
    }
    let read = eframe::icon_data::from_png_bytes(picture(name)?).ok()?;
    let size = [usize::try_from(read.width).ok()?, usize::try_from(read.height).ok()?];
    let image = ColorImage::from_rgba_unmultiplied(size, &read.rgba);
    let texture = ui.ctx().load_texture(name, image, TextureOptions::LINEAR);
    ui.data_mut(|data| data.insert_temp(id, texture.clone()));
    Some(texture)
}
