//! A question with a safe answer and one that does something.

use super::{focus_first, heading, words};
use crate::app::context::{Asked, Dialog};
use eframe::egui::Ui;

/// `<key>-title` and `<key>-words` are its text.
pub(crate) struct Question<A> {
    key: &'static str,
    /// What it is about, in words of the user.
    about: String,
    yes: &'static str,
    /// Until it is answered.
    then: Option<A>,
    no: &'static str,
    closed: Option<A>,
    asks_about_changes: bool,
}

impl<A> Question<A> {
    /// The button `yes` does what `then` says.
    pub(crate) fn new(key: &'static str, yes: &'static str, then: impl Into<A>) -> Self {
        let then = Some(then.into());
        let (about, no) = (String::new(), "button-cancel");
        Self { key, about, yes, then, no, closed: None, asks_about_changes: false }
    }

    #[must_use]
    pub(crate) fn about(self, about: impl Into<String>) -> Self {
        Self { about: about.into(), ..self }
    }

    /// The words of the safe button.
    #[must_use]
    pub(crate) fn or(self, no: &'static str) -> Self {
        Self { no, ..self }
    }

    #[must_use]
    pub(crate) fn when_closed(self, closed: Option<A>) -> Self {
        Self { closed, ..self }
    }

    /// What becomes of unsaved work hangs on it.
    #[must_use]
    pub(crate) fn about_changes(self) -> Self {
        Self { asks_about_changes: true, ..self }
    }
}

impl<A> Dialog<A> for Question<A> {
    fn name(&self) -> &'static str {
        self.key
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, A>) {
        let cx = asked.cx;
        heading(ui, &cx.t(&format!("{}-title", self.key)));
        if !self.about.is_empty() {
            words(ui, &self.about);
        }
        words(ui, &cx.t(&format!("{}-words", self.key)));
        ui.horizontal(|ui| {
            if ui.button(cx.t(self.yes)).clicked()
                && let Some(then) = self.then.take()
            {
                asked.answer(then);
            }
            let close = asked.close_button(ui, self, self.no);
            focus_first(ui, &close);
        });
    }

    fn closed(&mut self) -> Option<A> {
        self.closed.take()
    }

    fn asks_about_changes(&self) -> bool {
        self.asks_about_changes
    }
}
