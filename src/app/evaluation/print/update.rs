//! Laying out what is printed, and the ways out: a file, the system's viewer, a printer.

use super::preview::{DrawnPage, LayingOut, Pages, PreviewKey};
use crate::app::Command;
use crate::app::evaluation::dialogs::PrintAnyway;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::{Action, Context, EvaluationWorkspace};
use crate::app::request::Request;
use crate::app::system::file_prompt::{PickFile, SavePlace, folder_of, place_beside};
use crate::app::system::jobs::{Instead, Kind};
use crate::evaluation::Evaluation;
use crate::file::{Progress, Replaced, save_output};
use crate::print::{Compiled, PageSelection, Paper, PrintError, PrintJob, PrintOrder, page_counts};
use crate::scoring::Scorecard;
use crate::template::Template;
use crate::text::{Explain as _, Message};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Pages that are drawn at once with the layout: a picture takes some 3 MB.
const FIRST_PAGES: usize = 2;
/// Most indicators of which all papers are laid out to count their pages.
const COUNTED: usize = 200;
/// Most pages before and behind those in sight whose pictures are kept.
const KEPT: usize = 3;
/// What they may take together, in bytes.
const KEPT_BYTES: usize = 40_000_000;

/// Thousandths of a pixel per point of paper, until it is known how large pages are shown.
const FIRST_PIXELS: u16 = 1300;

impl EvaluationWorkspace {
    /// Lays the pages out again, one at a time.
    pub(crate) fn lay_out(&mut self, context: &mut Context<'_>) {
        let document = &self.state.document;
        let key = self.state.preview.key(document);
        if let Some(older) = &self.state.preview.laying_out {
            // It is of a state that nobody waits for any more; when it has ended the view asks once more.
            if older.key != key {
                older.progress.cancel();
            }
            return;
        }
        let lost = Some(Action::LayoutDied(key.clone()));
        let instead = Instead { lost, cancelled: Some(Action::LayoutCancelled(key.clone())) };
        self.state.preview.cancelled = None;
        let snapshot = Snapshot::of(document, context.shared.shell.now());
        let pixels = Some(self.state.preview.pixels).filter(|pixels| *pixels > 0).unwrap_or(FIRST_PIXELS);
        let of = key.clone();
        let work = move |progress: &Progress| {
            progress.check().ok()?;
            let compiled = Compiled::new(&snapshot.job(), &key.sheets);
            progress.check().ok()?;
            Some(Action::Pages {
                key,
                result: compiled.map(|compiled| laid_out(compiled, pixels, counts(&snapshot))),
            })
        };
        let label = Some(Message::new("print-preparing"));
        let progress = context.start_or("preview", Kind::Quiet, label, work, instead);
        self.state.preview.laying_out = Some(LayingOut { key: of, progress });
    }

    /// Somebody does not want to wait, or something newer is to be laid out: then the view asks for that.
    pub(crate) fn layout_cancelled(&mut self, key: PreviewKey, context: &Context<'_>) {
        let preview = &mut self.state.preview;
        preview.laying_out = None;
        if preview.key(&self.state.document) == key {
            preview.cancelled = Some(key);
        }
        context.egui.request_repaint();
    }

    /// It was cancelled, and is wanted after all.
    pub(crate) fn lay_out_again(&mut self, context: &mut Context<'_>) {
        self.state.preview.cancelled = None;
        self.lay_out(context);
    }

    pub(crate) fn pages(
        &mut self,
        key: PreviewKey,
        result: Result<Pages, PrintError>,
        context: &mut Context<'_>,
    ) {
        let preview = &mut self.state.preview;
        preview.laying_out = None;
        if preview.key(&self.state.document) != key {
            // Something changed meanwhile: the view asks once more.
            context.egui.request_repaint();
            return;
        }
        preview.shows = Some(key);
        match result {
            Ok(pages) => {
                // What stood on the other pages is older.
                preview.pictures.clear();
                preview.take(pages, context.egui);
            }
            Err(error) => preview.failed = Some(error.message()),
        }
    }

    /// Draws these pages, which came into sight; those far from them are given back.
    pub(crate) fn draw_pages(&mut self, pages: &Range<usize>, pixels: u16, context: &mut Context<'_>) {
        let preview = &mut self.state.preview;
        let kept = kept(&preview.sizes, pixels);
        let near = pages.start.saturating_sub(kept)..pages.end + kept;
        // One that is not as sharp is shown until the new one is there.
        preview.pictures.retain(|page, picture| {
            pages.contains(page) || (near.contains(page) && picture.pixels == pixels)
        });
        preview.pixels = pixels;
        let (Some(compiled), Some(key)) = (preview.compiled.clone(), preview.shows.clone()) else { return };
        let is_drawn =
            |page: &usize| preview.pictures.get(page).is_some_and(|picture| picture.pixels == pixels);
        let missing: Vec<usize> = pages.clone().filter(|page| !is_drawn(page)).collect();
        preview.is_drawing = true;
        let nothing = Some(Action::PagesDrawn { key: key.clone(), drawn: Vec::new() });
        let work = move |_: &_| Action::PagesDrawn { drawn: draw(&compiled, missing, pixels), key };
        let instead = Instead { lost: nothing, cancelled: None };
        context.start_or("pages", Kind::Quiet, None, work, instead);
    }

    pub(crate) fn pages_drawn(&mut self, key: &PreviewKey, drawn: Vec<DrawnPage>, context: &mut Context<'_>) {
        let preview = &mut self.state.preview;
        preview.is_drawing = false;
        if preview.shows.as_ref() == Some(key) {
            preview.show(drawn, context.egui);
        }
    }

    /// It would die again: the view says so instead of asking once more.
    pub(crate) fn layout_died(&mut self, key: PreviewKey) {
        let preview = &mut self.state.preview;
        preview.laying_out = None;
        preview.shows = Some(key);
        preview.failed = Some(Message::new("job-died").with("name", "preview"));
    }

    /// Open errors are told first: what is signed with one comes back.
    pub(crate) fn ask_for_paper(&mut self, command: Command, context: &mut Context<'_>) {
        self.settle_drafts(context.shared);
        let errors: Vec<Message> = self
            .state
            .document
            .findings()
            .iter()
            .filter(|finding| finding.is_open_error())
            .map(|error| error.message.clone())
            .collect();
        match errors.is_empty() {
            true => self.give_paper(command, context),
            false => context.ask(PrintAnyway::new(command, errors)),
        }
    }

    /// As a file, in the system's viewer, or on a printer.
    pub(crate) fn give_paper(&mut self, command: Command, context: &mut Context<'_>) {
        match command {
            Command::SavePdf => self.ask_for_pdf(context),
            Command::OpenPdf => self.open_pdf(context),
            _ => Self::ask_for_printer(context),
        }
    }

    pub(crate) fn ask_for_pdf(&self, context: &mut Context<'_>) {
        let document = &self.state.document;
        let path = place_beside(document.path(), &document.title(), "pdf");
        let place = SavePlace { path, extension: "pdf", own: None };
        let kind = ("kind-pdf", &["pdf"][..]);
        let pick = PickFile::saving("command-save-pdf", "path-pdf", kind, place, Action::SavePdf);
        context.pick(pick.beginning_in(folder_of(document.path())));
    }

    pub(crate) fn save_pdf(&mut self, path: PathBuf, context: &mut Context<'_>) {
        self.print_to(path, context, |path| {
            Request::notice(Message::new("pdf-saved").with("path", path.display()))
        });
    }

    /// Shows the PDF in the system's viewer, from a file that is nobody's.
    pub(crate) fn open_pdf(&mut self, context: &mut Context<'_>) {
        let folder = match context.shared.places.papers() {
            Ok(folder) => folder,
            Err(error) => {
                let data = context.shared.places.data.display().to_string();
                let message = Message::new("open-outside-failed").with("path", data);
                return context.tell(message.with("detail", error));
            }
        };
        self.print_to(folder.join("jiping.pdf"), context, Request::OpenOutside);
    }

    fn print_to(&mut self, path: PathBuf, context: &mut Context<'_>, then: fn(PathBuf) -> Request) {
        self.settle_drafts(context.shared);
        let snapshot = Snapshot::of(&self.state.document, context.shared.shell.now());
        let sheets = self.state.preview.wanted(&self.state.document);
        let label = Some(Message::new("job-saving-pdf"));
        context.start("pdf", Kind::Work, label, move |progress| {
            let pdf = pdf(&snapshot, &sheets, &PageSelection::all(), progress)?;
            written(&path, pdf, progress, || then(path.clone()))
        });
    }

    /// Asks the system for its printers, then the user for one of them.
    pub(crate) fn ask_for_printer(context: &mut Context<'_>) {
        let label = Some(Message::new("job-reading-printers"));
        let spooler = context.shared.shell.spooler();
        context.start("printers", Kind::Quiet, label, move |progress| {
            progress.check().ok()?;
            Some(match spooler.printers() {
                Ok(printers) => Action::Printers(printers),
                Err(error) => Action::Request(Request::told(&error)),
            })
        });
    }

    pub(crate) fn send_to_printer(&self, order: PrintOrder, pages: PageSelection, context: &mut Context<'_>) {
        let snapshot = Snapshot::of(&self.state.document, context.shared.shell.now());
        let sheets = self.state.preview.wanted(&self.state.document);
        let label = Some(Message::new("job-printing"));
        let spooler = context.shared.shell.spooler();
        context.start("print", Kind::Work, label, move |progress| {
            let pdf = pdf(&snapshot, &sheets, &pages, progress)?;
            // What the printer has got nobody can take back.
            progress.commit().ok()?;
            Some(Action::Request(match pdf.and_then(|pdf| spooler.send(&pdf, &order)) {
                Ok(job) => Request::notice(Message::new("print-sent").with("job", job)),
                Err(error) => Request::told(&error),
            }))
        });
    }
}

/// Pages of the sheets as a PDF; none where that was cancelled on the way.
fn pdf(
    snapshot: &Snapshot,
    sheets: &[Paper],
    pages: &PageSelection,
    progress: &Progress,
) -> Option<Result<Vec<u8>, PrintError>> {
    progress.check().ok()?;
    let compiled = Compiled::new(&snapshot.job(), sheets);
    progress.check().ok()?;
    let pdf = compiled.and_then(|compiled| compiled.pdf_of(pages));
    progress.check().ok()?;
    Some(pdf)
}

/// Writes what was made, unless nothing came of it or nobody wants it any more; gives what is said of that.
pub(super) fn written(
    path: &Path,
    made: Result<Vec<u8>, PrintError>,
    progress: &Progress,
    then: impl FnOnce() -> Request,
) -> Option<Action> {
    let bytes = match made {
        Ok(bytes) => bytes,
        Err(error) => return Some(Action::Request(Request::told(&error))),
    };
    // Whoever chose the place was asked about what is there.
    match save_output(path, &bytes, Replaced::Gone, || progress.commit().is_ok()) {
        Ok(true) => Some(Action::Request(then())),
        Ok(false) => None,
        Err(error) => Some(Action::Request(Request::failed(&error))),
    }
}

/// The document as it stands now, for whichever thread prints it.
pub(super) struct Snapshot {
    template: Arc<Template>,
    evaluation: Arc<Evaluation>,
    card: Arc<Scorecard>,
    digest: Option<String>,
    printed_at: jiff::Zoned,
}

impl Snapshot {
    pub(super) fn of(document: &Document, printed_at: jiff::Zoned) -> Self {
        Self {
            template: document.template.clone(),
            evaluation: Arc::clone(document.evaluation()),
            card: Arc::clone(document.card()),
            digest: document.digest().filter(|_| !document.is_dirty()).map(str::to_owned),
            printed_at,
        }
    }

    pub(super) fn job(&self) -> PrintJob<'_> {
        PrintJob {
            template: &self.template,
            evaluation: &self.evaluation,
            card: &self.card,
            file_digest: self.digest.as_deref(),
            printed_at: self.printed_at.clone(),
        }
    }
}

/// A layout, with the first of its pages as pictures.
fn laid_out(compiled: Compiled, pixels: u16, counts: Vec<(Paper, usize)>) -> Pages {
    let drawn = draw(&compiled, 0..FIRST_PAGES, pixels);
    Pages { compiled: Arc::new(compiled), counts, drawn }
}

/// Pages of every paper, where that is done at once.
fn counts(snapshot: &Snapshot) -> Vec<(Paper, usize)> {
    if snapshot.card.items.len() > COUNTED { Vec::new() } else { page_counts(&snapshot.job()) }
}

fn draw(compiled: &Compiled, pages: impl IntoIterator<Item = usize>, pixels: u16) -> Vec<DrawnPage> {
    let scale = f32::from(pixels) / 1000.0;
    let drawn = |page| Some(DrawnPage { page, pixels, image: compiled.page(page, scale)? });
    pages.into_iter().filter_map(drawn).collect()
}

/// Pages on either side of those in sight whose pictures are kept: the sharper they are, the fewer.
fn kept(sizes: &[(f32, f32)], pixels: u16) -> usize {
    let scale = f32::from(pixels) / 1000.0;
    let pixels_of = |(width, height): &(f32, f32)| width * height * scale * scale;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a picture")]
    let bytes = sizes.iter().map(pixels_of).fold(1.0, f32::max) as usize * 4;
    (KEPT_BYTES / bytes.max(1) / 2).min(KEPT)
}
