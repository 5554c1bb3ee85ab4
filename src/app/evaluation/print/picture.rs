//! 得分与扣分图 as a picture for another document: on the clipboard, or in a file.

use super::update::{Snapshot, written};
use crate::app::evaluation::state::{Action, Context, EvaluationWorkspace};
use crate::app::request::Request;
use crate::app::system::file_prompt::{PickFile, SavePlace, folder_of, place_beside};
use crate::app::system::jobs::Kind;
use crate::file::Progress;
use crate::print::{Compiled, PageImage, PrintError};
use crate::text::Message;
use eframe::egui::ColorImage;
use std::path::PathBuf;

/// Pixels per point: 300 dots an inch, as printed papers want them.
const SCALE: f32 = 300.0 / 72.0;
/// Higher than that no picture is, in pixels: a chart of many ledgers is drawn smaller.
const HIGHEST: f32 = 12_000.0;

fn scale(compiled: &Compiled) -> f32 {
    let height = compiled.sizes().first().map_or(1.0, |(_, height)| height.max(1.0));
    SCALE.min(HIGHEST / height)
}

impl EvaluationWorkspace {
    /// Draws the picture, for the clipboard.
    pub(crate) fn copy_picture(&mut self, context: &mut Context<'_>) {
        self.draw_picture(context, |compiled, _| {
            Some(match compiled.page(0, scale(compiled)) {
                Some(picture) => Action::PictureDrawn(picture),
                None => Action::Request(Request::told(&PrintError::NoSheet)),
            })
        });
    }

    /// It is drawn: other programs can paste it now.
    pub(crate) fn picture_drawn(picture: &PageImage, context: &mut Context<'_>) {
        let size = [picture.width, picture.height];
        context.egui.copy_image(ColorImage::from_rgba_premultiplied(size, &picture.rgba));
        context.shared.notice(Message::new("picture-copied"));
    }

    /// Asks where the file goes.
    pub(crate) fn ask_for_picture(&self, context: &mut Context<'_>) {
        let document = &self.state.document;
        let name = format!("{} {}", document.title(), context.shared.t("print-paper-chart"));
        let place =
            SavePlace { path: place_beside(document.path(), &name, "png"), extension: "png", own: None };
        let kind = ("kind-picture", &["png"][..]);
        let pick = PickFile::saving("standing-save", "path-picture", kind, place, Action::SavePicture);
        context.pick(pick.beginning_in(folder_of(document.path())));
    }

    pub(crate) fn save_picture(&mut self, path: PathBuf, context: &mut Context<'_>) {
        self.draw_picture(context, move |compiled, progress| {
            let png = compiled.png(0, scale(compiled)).ok_or(PrintError::NoSheet);
            let saved = || Request::notice(Message::new("pdf-saved").with("path", path.display()));
            written(&path, png, progress, saved)
        });
    }

    fn draw_picture(
        &mut self,
        context: &mut Context<'_>,
        then: impl FnOnce(&Compiled, &Progress) -> Option<Action> + Send + 'static,
    ) {
        self.settle_drafts(context.shared);
        let snapshot = Snapshot::of(&self.state.document, context.shared.shell.now());
        let label = Some(Message::new("job-picture"));
        context.start("picture", Kind::Work, label, move |progress| {
            progress.check().ok()?;
            let compiled = Compiled::picture(&snapshot.job());
            progress.check().ok()?;
            match compiled {
                Ok(compiled) => then(&compiled, progress),
                Err(error) => Some(Action::Request(Request::told(&error))),
            }
        });
    }
}
