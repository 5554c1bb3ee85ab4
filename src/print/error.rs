//! What can go wrong between the evaluation and the paper.

use crate::text::{Explain, Message, worded_errors};

/// Why nothing was printed, or saved as a PDF.
#[derive(Debug)]
pub enum PrintError {
    /// None of the sheets that were asked for is one of the template.
    NoSheet,
    /// What was laid out could not be written.
    Pdf {
        /// What the writer says.
        detail: String,
    },
    /// `lp` and `lpstat` are not there.
    NotInstalled {
        /// The one that was looked for.
        program: String,
    },
    /// CUPS is installed and does not run.
    NoScheduler,
    /// No queue is set up.
    NoPrinters,
    /// The queue is gone since it was listed.
    UnknownPrinter {
        /// The printer that was asked for.
        name: String,
    },
    /// Not between 1 and 999.
    Copies {
        /// As many as were asked for.
        copies: u32,
    },
    /// The program ended with an error, or could not be run; `detail` is what it said.
    Refused {
        /// `lp` or `lpstat`.
        program: String,
        /// What it said, or why it could not be run.
        detail: String,
    },
    /// A page was asked for that is not there.
    NoSuchPage {
        /// Counted from 1.
        page: usize,
        /// How many there are.
        count: usize,
    },
    /// Somebody took it out of the queue before it was whole.
    Withdrawn,
}

worded_errors!(PrintError);

impl Explain for PrintError {
    fn message(&self) -> Message {
        match self {
            Self::NoSheet => Message::new("print-no-sheet"),
            Self::Pdf { detail } => Message::new("print-pdf").with("detail", detail),
            Self::NotInstalled { program } => Message::new("print-not-installed").with("program", program),
            Self::NoScheduler => Message::new("print-no-scheduler"),
            Self::NoPrinters => Message::new("print-no-printers"),
            Self::UnknownPrinter { name } => Message::new("print-unknown-printer").with("name", name),
            Self::Copies { copies } => Message::new("print-copies").with("copies", copies),
            Self::Refused { program, detail } => {
                Message::new("print-refused").with("program", program).with("detail", detail)
            }
            Self::NoSuchPage { page, count } => {
                Message::new("print-no-such-page").with("page", page).with("count", count)
            }
            Self::Withdrawn => Message::new("print-withdrawn"),
        }
    }
}
