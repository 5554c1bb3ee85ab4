//! The pages that the print view shows, and what they were made from.

use crate::app::evaluation::document::Document;
use crate::file::Progress;
use crate::print::{Compiled, PageImage, Paper};
use crate::text::Message;
use eframe::egui::{self, ColorImage, TextureHandle, TextureOptions};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What pages are made from: the state of a document, the sheets, and the digest that stands in the footer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PreviewKey {
    revision: u64,
    pub sheets: Vec<Paper>,
    digest: Option<String>,
}

/// The pages, those in sight as pictures, and what they were made from.
#[derive(Default)]
pub struct Preview {
    /// Sheets to print, in this order.
    pub sheets: Vec<Paper>,
    /// What the pages show.
    pub shows: Option<PreviewKey>,
    /// What was laid out: pages are drawn from it as they come into sight.
    pub compiled: Option<Arc<Compiled>>,
    /// How many pages each paper has, also those that are not printed; nothing where counting takes too long.
    pub counts: Vec<(Paper, usize)>,
    /// Width and height of each page, in points.
    pub sizes: Vec<(f32, f32)>,
    /// Pictures of pages, by number from 0.
    pub pictures: BTreeMap<usize, Picture>,
    /// Thousandths of a pixel per point of paper that pages are drawn with; 0 before the first are shown.
    pub pixels: u16,
    /// Pages are being laid out.
    pub laying_out: Option<LayingOut>,
    /// What was not laid out, because somebody did not want to wait for it.
    pub cancelled: Option<PreviewKey>,
    /// Pictures are being drawn.
    pub is_drawing: bool,
    /// The pages could not be made.
    pub failed: Option<Message>,
}

impl Preview {
    /// The papers chosen; those that are handed in together where none is.
    pub fn wanted(&self, document: &Document) -> Vec<Paper> {
        if self.sheets.is_empty() { Paper::handed_in(document.card()) } else { self.sheets.clone() }
    }

    /// What pages of the document as it stands are made from.
    pub fn key(&self, document: &Document) -> PreviewKey {
        let digest = document.digest().filter(|_| !document.is_dirty()).map(str::to_owned);
        PreviewKey { revision: document.revision(), sheets: self.wanted(document), digest }
    }

    /// The pages are of something else, nobody is at it, and nobody said that they are not wanted.
    pub fn lacks(&self, key: &PreviewKey) -> bool {
        let is_under_way = self
            .laying_out
            .as_ref()
            .is_some_and(|laying_out| laying_out.key == *key || laying_out.progress.is_cancelled());
        self.shows.as_ref() != Some(key) && !is_under_way && self.cancelled.as_ref() != Some(key)
    }

    /// Takes in pages that were laid out; those that are shown stay until they are drawn anew.
    pub fn take(&mut self, pages: Pages, ctx: &egui::Context) {
        self.sizes = pages.compiled.sizes();
        self.pictures.retain(|page, _| *page < pages.compiled.page_count());
        self.compiled = Some(pages.compiled);
        self.counts = pages.counts;
        self.failed = None;
        self.show(pages.drawn, ctx);
    }

    /// Takes in pictures of pages, by their numbers.
    pub fn show(&mut self, drawn: Vec<DrawnPage>, ctx: &egui::Context) {
        for DrawnPage { page, pixels, image } in drawn {
            let size = [image.width, image.height];
            let image = ColorImage::from_rgba_premultiplied(size, &image.rgba);
            let texture = ctx.load_texture(format!("page-{page}"), image, TextureOptions::LINEAR);
            self.pictures.insert(page, Picture { texture, pixels });
        }
    }
}

/// What is being laid out.
pub struct LayingOut {
    pub key: PreviewKey,
    pub progress: Progress,
}

/// Pages that were laid out, and the first ones as pictures.
pub struct Pages {
    pub compiled: Arc<Compiled>,
    pub counts: Vec<(Paper, usize)>,
    pub drawn: Vec<DrawnPage>,
}

/// A page as it is shown.
pub struct Picture {
    pub texture: TextureHandle,
    /// Thousandths of a pixel per point of paper.
    pub pixels: u16,
}

/// A page that was drawn: its number from 0, and how sharp it is.
pub struct DrawnPage {
    pub page: usize,
    /// Thousandths of a pixel per point of paper.
    pub pixels: u16,
    pub image: PageImage,
}

/// Whether anything can be printed on this computer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Printable {
    /// The system was not asked yet.
    #[default]
    Unasked,
    /// It was asked, and may take its time: servers of printers do.
    Asked,
    /// There is a printer.
    Possible,
    /// Why nothing can.
    Impossible(Message),
}
