//! Papers on their pages, from which both the PDF and the preview's pages come.

use super::error::PrintError;
use super::job::PrintJob;
use super::order::PageSelection;
use super::paper::Paper;
use super::papers::{Content, Pages, picture};
use super::pdf::{self, About};
use super::picture;
use super::typeset::{Page, Structure};
use jiff::Zoned;
use std::collections::BTreeSet;

/// Smallest and largest scale of a page's picture: from a thumbnail to 576 dots per inch.
const SCALES: (f32, f32) = (0.05, 8.0);

/// Papers laid out on pages.
pub struct Compiled {
    pages: Pages,
    title: String,
    printed_at: Zoned,
    substituted: Vec<char>,
}

/// A printed document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Printed {
    /// The whole file, PDF/A-2b, tagged.
    pub pdf: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// Characters that no font of the program or of this machine has, printed as □.
    pub substituted: Vec<char>,
}

/// A page as a picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PageImage {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Four bytes a pixel, row by row; opaque.
    pub rgba: Vec<u8>,
}

impl Compiled {
    /// Lays out those of `sheets` that the template has.
    ///
    /// # Errors
    /// [`PrintError::NoSheet`]: none of them is one of the template.
    pub fn new(job: &PrintJob<'_>, sheets: &[Paper]) -> Result<Self, PrintError> {
        if !sheets.iter().any(|sheet| sheet.is_of(job.template)) {
            return Err(PrintError::NoSheet);
        }
        Ok(Self::of_pages(job, Pages::of(job, sheets)))
    }

    /// Lays out the 得分与扣分图 on one page as large as it is, for another document.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn picture(job: &PrintJob<'_>) -> Result<Self, PrintError> {
        if !Paper::Chart.is_of(job.template) {
            return Err(PrintError::NoSheet);
        }
        let pages = Pages {
            pages: vec![picture(&Content::new(job))],
            structure: Structure::default(),
            papers: vec![(Paper::Chart, 0, 1)],
            ..Pages::default()
        };
        Ok(Self::of_pages(job, pages))
    }

    fn of_pages(job: &PrintJob<'_>, pages: Pages) -> Self {
        let texts = pages.pages.iter().flat_map(|page| &page.texts);
        let missing: BTreeSet<char> = texts.flat_map(|text| &text.line.missing).copied().collect();
        let titles: Vec<&str> = pages.bookmarks.iter().map(|bookmark| bookmark.words.as_str()).collect();
        let name = &job.evaluation.project.name;
        let separator = if name.is_empty() || titles.is_empty() { "" } else { "　" };
        let title = format!("{}{separator}{name}", titles.join("、"));
        Self { pages, title, printed_at: job.printed_at.clone(), substituted: missing.into_iter().collect() }
    }

    /// Number of pages, of all papers together.
    pub fn page_count(&self) -> usize {
        self.pages.pages.len()
    }

    /// Of each paper its first page, from 0, and how many it has.
    pub fn papers(&self) -> &[(Paper, usize, usize)] {
        &self.pages.papers
    }

    /// Width and height of each page, in points.
    pub fn sizes(&self) -> Vec<(f32, f32)> {
        self.pages.pages.iter().map(|page| (page.width, page.height)).collect()
    }

    /// Characters that no font here has, printed as □.
    pub fn substituted(&self) -> &[char] {
        &self.substituted
    }

    /// The document as PDF/A-2b.
    ///
    /// # Errors
    /// What was laid out cannot be written, which is an error of this program.
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        self.pdf_of(&PageSelection::all())
    }

    /// Some pages of it, for a printer.
    ///
    /// # Errors
    /// As [`Self::pdf`], and where there is no such page.
    pub fn pdf_of(&self, pages: &PageSelection) -> Result<Vec<u8>, PrintError> {
        let ranges = pages.within(self.page_count())?;
        let wanted =
            |page: &usize| ranges.is_empty() || ranges.iter().any(|range| range.contains(&(page + 1)));
        let wanted: Vec<usize> = (0..self.page_count()).filter(wanted).collect();
        let Pages { pages, structure, bookmarks, .. } = &self.pages;
        pdf::write(
            pages,
            &wanted,
            structure,
            &About { title: &self.title, printed_at: &self.printed_at, bookmarks },
        )
    }

    /// The PDF with what is to be said of it.
    ///
    /// # Errors
    /// As [`Self::pdf`].
    pub fn printed(&self) -> Result<Printed, PrintError> {
        Ok(Printed { pdf: self.pdf()?, pages: self.page_count(), substituted: self.substituted.clone() })
    }

    /// A page of the PDF as a picture, counting from 0. At 2 pixels per point A4 across is 1,684 × 1,191.
    pub fn page(&self, index: usize, pixel_per_pt: f32) -> Option<PageImage> {
        let picture = self.drawn(index, pixel_per_pt)?;
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        Some(PageImage { width, height, rgba: picture.take() })
    }

    /// A page as a PNG file, counting from 0.
    pub fn png(&self, index: usize, pixel_per_pt: f32) -> Option<Vec<u8>> {
        let png = self.drawn(index, pixel_per_pt)?.encode_png();
        png.inspect_err(|error| log::error!("a page as PNG: {error}")).ok()
    }

    fn drawn(&self, index: usize, pixel_per_pt: f32) -> Option<tiny_skia::Pixmap> {
        let page: &Page = self.pages.pages.get(index)?;
        picture::draw(page, pixel_per_pt.clamp(SCALES.0, SCALES.1))
    }

    /// All pages as pictures.
    pub fn pages(&self, pixel_per_pt: f32) -> Vec<PageImage> {
        (0..self.page_count()).filter_map(|index| self.page(index, pixel_per_pt)).collect()
    }
}

/// Each paper that the template has with its pages.
pub fn page_counts(job: &PrintJob<'_>) -> Vec<(Paper, usize)> {
    Paper::of(job.template).into_iter().map(|paper| (paper, Pages::of(job, &[paper]).pages.len())).collect()
}

/// Lays out `sheets` and writes them as PDF/A-2b. Where the pages are shown too, use [`Compiled`].
///
/// # Errors
/// No sheet of the template was asked for, or the writer refuses, which is an error of this program.
pub fn pdf(job: &PrintJob<'_>, sheets: &[Paper]) -> Result<Printed, PrintError> {
    Compiled::new(job, sheets)?.printed()
}
