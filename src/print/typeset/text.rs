//! What is set: paragraphs of runs in a style.

use super::ink::Ink;

/// From one line to the next, in sizes of the text.
pub(super) const PITCH: f32 = 1.26;

/// How a run looks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::print) struct Style {
    /// In points.
    pub(in crate::print) size: f32,
    pub(in crate::print) bold: bool,
    pub(in crate::print) ink: Ink,
}

impl Style {
    /// The text of tables.
    pub(in crate::print) const TABLE: Self = Self { size: 9.5, bold: false, ink: Ink::Black };

    pub(in crate::print) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// From one line to the next.
    pub(in crate::print) fn pitch(self) -> f32 {
        self.size * PITCH
    }

    pub(in crate::print) const fn sized(self, size: f32) -> Self {
        Self { size, ..self }
    }

    pub(in crate::print) const fn grey(self) -> Self {
        Self { ink: Ink::Grey, ..self }
    }
}

/// Where lines stand in their width.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in crate::print) enum Align {
    #[default]
    Start,
    Middle,
    End,
}

/// Runs of text, one after the other. A line feed in them begins a new line.
#[derive(Clone, PartialEq, Debug, Default)]
pub(in crate::print) struct Paragraph {
    pub(in crate::print) runs: Vec<(String, Style)>,
    pub(in crate::print) align: Align,
    /// A label is broken between its words, into lines of nearly one length.
    pub(in crate::print) is_label: bool,
}

impl Paragraph {
    /// As tables are set.
    pub(in crate::print) fn new(text: impl Into<String>) -> Self {
        Self::styled(text, Style::TABLE)
    }

    pub(in crate::print) fn styled(text: impl Into<String>, style: Style) -> Self {
        Self { runs: vec![(text.into(), style)], ..Self::default() }
    }

    pub(in crate::print) fn bold(text: impl Into<String>) -> Self {
        Self::styled(text, Style::TABLE.bold())
    }

    /// In the middle, broken between words.
    pub(in crate::print) fn label(text: impl Into<String>) -> Self {
        Self { align: Align::Middle, is_label: true, ..Self::new(text) }
    }

    /// A number, at the right edge of its column.
    pub(in crate::print) fn figure(text: impl Into<String>) -> Self {
        Self::new(text).aligned(Align::End)
    }

    pub(in crate::print) fn in_bold(self) -> Self {
        let runs = self.runs.into_iter().map(|(text, style)| (text, style.bold())).collect();
        Self { runs, ..self }
    }

    pub(in crate::print) fn and(mut self, text: impl Into<String>) -> Self {
        self.runs.push((text.into(), Style::TABLE));
        self
    }

    pub(in crate::print) fn and_styled(mut self, text: impl Into<String>, style: Style) -> Self {
        self.runs.push((text.into(), style));
        self
    }

    pub(in crate::print) fn aligned(self, align: Align) -> Self {
        Self { align, ..self }
    }

    pub(in crate::print) fn characters(&self) -> usize {
        self.runs.iter().map(|(text, _)| text.chars().count()).sum()
    }

    pub(in crate::print) fn is_empty(&self) -> bool {
        self.runs.iter().all(|(text, _)| text.is_empty())
    }
}
