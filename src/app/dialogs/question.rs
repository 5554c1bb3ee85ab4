//! A question with a safe answer and one that does something.

use super::{Asked, Dialog, focus_first, heading, words};
use crate::app::Action;
use eframe::egui::Ui;

/// `<key>-title` and `<key>-words` are its text.
pub struct Question {
    key: &'static str,
    /// What it is about, in words of the user.
    about: String,
    yes: &'static str,
    then: Action,
    no: &'static str,
    closed: Option<Action>,
    asks_about_changes: bool,
}

impl Question {
    /// The button `yes` does what `then` says.
    pub fn new(key: &'static str, yes: &'static str, then: Action) -> Self {
        let (about, no) = (String::new(), "button-cancel");
        Self { key, about, yes, then, no, closed: None, asks_about_changes: false }
    }

    #[must_use]
    pub fn about(self, about: impl Into<String>) -> Self {
        Self { about: about.into(), ..self }
    }

    /// The words of the safe button.
    #[must_use]
    pub fn or(self, no: &'static str) -> Self {
        Self { no, ..self }
    }

    #[must_use]
    pub fn when_closed(self, closed: Action) -> Self {
        Self { closed: Some(closed), ..self }
    }

    /// What becomes of unsaved work hangs on it.
    #[must_use]
    pub fn about_changes(self) -> Self {
        Self { asks_about_changes: true, ..self }
    }
}

impl Dialog for Question {
    fn name(&self) -> &'static str {
        self.key
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_>) {
        let cx = asked.cx;
        heading(ui, &cx.t(&format!("{}-title", self.key)));
        if !self.about.is_empty() {
            words(ui, &self.about);
        }
        words(ui, &cx.t(&format!("{}-words", self.key)));
        ui.horizontal(|ui| {
            if ui.button(cx.t(self.yes)).clicked() {
                asked.answer(self.then.clone());
            }
            let close = asked.close_button(ui, self, self.no);
            focus_first(ui, &close);
        });
    }

    fn closed(&self) -> Option<Action> {
        self.closed.clone()
    }

    fn asks_about_changes(&self) -> bool {
        self.asks_about_changes
    }
}
