//! Terms of the trade explain themselves where they stand.

use super::theme::{Tokens, bold, size};
use crate::help::Term;
use crate::text::Lang;
use eframe::egui::{CursorIcon, Label, Response, RichText};

/// What says a word that may be a term.
pub(crate) trait Explained {
    /// Explains the term that `label` uses, if it uses one.
    fn explained(self, label: &str) -> Self;

    /// Explains this term.
    fn explains(self, term: Term, lang: Lang) -> Self;
}

impl Explained for Response {
    fn explained(self, label: &str) -> Self {
        // Looked up only while the mouse rests there.
        match self.contains_pointer().then(|| Term::of_label(label)).flatten() {
            Some((term, lang)) => self.explains(term, lang),
            None => self,
        }
    }

    fn explains(self, term: Term, lang: Lang) -> Self {
        let explained = self.on_hover_ui(|ui| {
            ui.label(RichText::new(term.word(lang)).family(bold()));
            let words = RichText::new(term.words(lang)).size(size::SMALL).color(Tokens::of(ui).ink);
            ui.add(Label::new(words).wrap());
        });
        explained.on_hover_cursor(CursorIcon::Help)
    }
}
