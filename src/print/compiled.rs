//! One typeset document, from which both the PDF and the preview's pages come.

use super::clean;
use super::data::{picture_data, sheet_data};
use super::error::PrintError;
use super::job::PrintJob;
use super::order::PageSelection;
use super::sheet::Sheet;
use super::world::SheetWorld;
use jiff::Zoned;
use serde_json::Value;
use std::num::NonZeroUsize;
use std::ops::RangeInclusive;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst::layout::PageRanges;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

/// Runs after which results of the typesetter that were not needed again are forgotten: enough for a preview
/// that follows the typing, and memory stays flat.
const CACHED_RUNS: usize = 2;

/// Smallest and largest scale of a page's picture: from a thumbnail to 576 dots per inch.
const SCALES: (f32, f32) = (0.05, 8.0);

/// Sheets laid out on pages.
pub struct Compiled {
    document: PagedDocument,
    timestamp: Option<Timestamp>,
    changed: clean::Changed,
    warnings: Vec<String>,
}

/// A printed document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Printed {
    /// The whole file, PDF/A-2b.
    pub pdf: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// Characters that no font here has, printed as □.
    pub substituted: Vec<char>,
    /// Texts that are printed in part, because they are longer than [`LONGEST_TEXT`](super::LONGEST_TEXT); each says so where it ends.
    pub cut: usize,
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
    /// No sheet that the template has was asked for, or the typesetter refuses, which is an error of this program.
    pub fn new(job: &PrintJob<'_>, sheets: &[Sheet]) -> Result<Self, PrintError> {
        if !sheets.iter().any(|sheet| sheet.is_of(job.template)) {
            return Err(PrintError::NoSheet);
        }
        Self::of_data(job, sheet_data(job, sheets))
    }

    /// Lays out the 得分与扣分图 on one page as large as it is, for another document.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn picture(job: &PrintJob<'_>) -> Result<Self, PrintError> {
        if !Sheet::Chart.is_of(job.template) {
            return Err(PrintError::NoSheet);
        }
        Self::of_data(job, picture_data(job))
    }

    fn of_data(job: &PrintJob<'_>, mut data: Value) -> Result<Self, PrintError> {
        let changed = clean::printable(&mut data);
        let refused = |detail: String| PrintError::Typeset { detail };
        let json = serde_json::to_vec(&data).map_err(|error| refused(error.to_string()))?;
        let world = SheetWorld::new(json).map_err(refused)?;
        let run = typst::compile::<PagedDocument>(&world);
        comemo::evict(CACHED_RUNS);
        let document = run.output.map_err(|errors| refused(words(&errors)))?;
        let warnings: Vec<String> = run.warnings.iter().map(|warning| warning.message.to_string()).collect();
        for warning in &warnings {
            log::warn!("typesetting: {warning}");
        }
        Ok(Self { document, timestamp: timestamp(&job.printed_at), changed, warnings })
    }

    /// Number of pages, of all sheets together.
    pub fn page_count(&self) -> usize {
        self.document.pages().len()
    }

    /// Width and height of each page, in points.
    pub fn sizes(&self) -> Vec<(f32, f32)> {
        #[expect(clippy::cast_possible_truncation, reason = "a size on paper")]
        let size = |page: &typst_layout::Page| {
            let size = page.frame.size();
            (size.x.to_pt() as f32, size.y.to_pt() as f32)
        };
        self.document.pages().iter().map(size).collect()
    }

    /// Characters that no font here has, printed as □.
    pub fn substituted(&self) -> &[char] {
        &self.changed.substituted
    }

    /// How many texts are printed in part, because they are longer than [`LONGEST_TEXT`](super::LONGEST_TEXT).
    pub fn cut(&self) -> usize {
        self.changed.cut
    }

    /// What the typesetter finds odd. Tests take any for an error: a wrong font name is no more than a warning,
    /// and an empty sheet.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// The document as PDF/A-2b. Untagged: tags make it nine times as large.
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
        let range = |pages: &RangeInclusive<usize>| {
            NonZeroUsize::new(*pages.start())..=NonZeroUsize::new(*pages.end())
        };
        let page_ranges = (!ranges.is_empty()).then(|| PageRanges::new(ranges.iter().map(range).collect()));
        let refused = |detail: String| PrintError::Pdf { detail };
        let standards =
            PdfStandards::new(&[PdfStandard::A_2b]).map_err(|error| refused(error.message().to_string()))?;
        let creator = concat!("jiping ", env!("CARGO_PKG_VERSION")).to_owned();
        let options = PdfOptions {
            creator: Smart::Custom(Some(creator)),
            timestamp: self.timestamp,
            standards,
            tagged: false,
            page_ranges,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| refused(words(&errors)))
    }

    /// The PDF with what is to be said of it.
    ///
    /// # Errors
    /// As [`Self::pdf`].
    pub fn printed(&self) -> Result<Printed, PrintError> {
        let clean::Changed { substituted, cut } = self.changed.clone();
        Ok(Printed { pdf: self.pdf()?, pages: self.page_count(), substituted, cut })
    }

    /// A page of the PDF as a picture, counting from 0. At 2 pixels per point A4 across is 1,684 × 1,191.
    pub fn page(&self, index: usize, pixel_per_pt: f32) -> Option<PageImage> {
        let page = self.document.pages().get(index)?;
        let picture = typst_render::render(page, &at_scale(pixel_per_pt));
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        Some(PageImage { width, height, rgba: picture.take() })
    }

    /// A page as a PNG file, counting from 0.
    pub fn png(&self, index: usize, pixel_per_pt: f32) -> Option<Vec<u8>> {
        let page = self.document.pages().get(index)?;
        let png = typst_render::render(page, &at_scale(pixel_per_pt)).encode_png();
        png.inspect_err(|error| log::error!("a page as PNG: {error}")).ok()
    }

    /// All pages as pictures.
    pub fn pages(&self, pixel_per_pt: f32) -> Vec<PageImage> {
        (0..self.page_count()).filter_map(|index| self.page(index, pixel_per_pt)).collect()
    }
}

/// Typesets `sheets` and writes them as PDF/A-2b. Where the pages are shown too, use [`Compiled`].
///
/// # Errors
/// No sheet was asked for, or the typesetter refuses, which is an error of this program.
pub fn pdf(job: &PrintJob<'_>, sheets: &[Sheet]) -> Result<Printed, PrintError> {
    Compiled::new(job, sheets)?.printed()
}

/// Gives back what the typesetter keeps for the next run: nothing of what was open is laid out again.
pub fn forget_layouts() {
    comemo::evict(0);
}

fn at_scale(pixel_per_pt: f32) -> RenderOptions {
    let pixel_per_pt = Scalar::new(pixel_per_pt.clamp(SCALES.0, SCALES.1).into());
    RenderOptions { pixel_per_pt, ..RenderOptions::default() }
}

fn words(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// `None` outside of the years that a PDF can name.
fn timestamp(at: &Zoned) -> Option<Timestamp> {
    let number = |value: i8| u8::try_from(value).ok();
    let datetime = Datetime::from_ymd_hms(
        at.year().into(),
        number(at.month())?,
        number(at.day())?,
        number(at.hour())?,
        number(at.minute())?,
        number(at.second())?,
    )?;
    Timestamp::new_local(datetime, at.offset().seconds() / 60)
}
