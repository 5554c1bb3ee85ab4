//! A save failed: the disk, or somebody who changed the file meanwhile. Another place may help.

use super::{focus_first, heading, words};
use crate::app::Command;
use crate::app::context::{Asked, Dialog};
use crate::app::request::Request;
use crate::app::widgets::primary;
use crate::file::FileError;
use crate::help::Topic;
use crate::text::Message;
use eframe::egui::Ui;

pub(crate) struct SaveFailed {
    pub message: Message,
    /// What a save in spite of it would do, where one is possible.
    pub in_spite: Option<InSpite>,
}

/// Why a file was not saved that could be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum InSpite {
    /// Somebody else changed it since it was opened: their version would be replaced.
    Changed,
    /// It was moved away: there would be a second one.
    MovedAway,
}

impl InSpite {
    /// Of the errors of saving.
    pub(crate) fn of(error: &FileError) -> Option<Self> {
        match error {
            FileError::ChangedOnDisk { .. } => Some(Self::Changed),
            FileError::MovedAway { .. } => Some(Self::MovedAway),
            _ => None,
        }
    }

    fn button(self) -> &'static str {
        match self {
            Self::Changed => "button-save-over",
            Self::MovedAway => "button-save-back",
        }
    }
}

impl Dialog<Request> for SaveFailed {
    fn name(&self) -> &'static str {
        match self.in_spite {
            Some(InSpite::Changed) => "changed-on-disk",
            Some(InSpite::MovedAway) => "moved-away",
            None => "save-failed",
        }
    }

    fn help(&self) -> Option<Topic> {
        Some(Topic::Saving)
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, Request>) {
        let cx = asked.cx;
        heading(ui, &self.message.text(cx.lang()));
        if let Some(hint) = self.message.hint(cx.lang()) {
            words(ui, &hint);
        }
        if self.in_spite != Some(InSpite::MovedAway) {
            words(ui, &cx.t("save-failed-kept"));
        }
        ui.horizontal(|ui| {
            let elsewhere = primary(ui, &cx.t("button-save-elsewhere"));
            focus_first(ui, &elsewhere);
            if elsewhere.clicked() {
                asked.answer(Request::Command(Command::SaveAs));
            }
            if let Some(in_spite) = self.in_spite
                && ui.button(cx.t(in_spite.button())).clicked()
            {
                asked.answer(Request::SaveOver);
            }
            asked.close_button(ui, self, "button-cancel");
        });
    }

    fn closed(&mut self) -> Option<Request> {
        Some(Request::Stay)
    }
}
