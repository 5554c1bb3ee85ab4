//! The pages that the print view shows, and what they were made from.

use crate::app::evaluation::document::Document;
use crate::print::{PageImage, Sheet};
use crate::text::Message;
use eframe::egui::{self, ColorImage, TextureHandle, TextureOptions};

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
    /// Pages are being laid out.
    pub is_laying_out: bool,
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

/// Pages that were laid out.
pub struct Pages {
    pub pages: Vec<PageImage>,
    /// Number of pages of the whole print.
    pub count: usize,
    /// Characters that no font has, printed as □.
    pub substituted: Vec<char>,
}
