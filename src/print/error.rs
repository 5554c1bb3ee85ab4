//! What can go wrong between the evaluation and the paper.

use crate::text::{Explain, Message};
use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    #[error("no sheet to print")]
    NoSheet,
    /// An error of this program's own print templates.
    #[error("typesetting: {detail}")]
    Typeset { detail: String },
    /// The typesetter could not write what it laid out.
    #[error("writing the PDF: {detail}")]
    Pdf { detail: String },
    #[error("{}: {error}", path.display())]
    Save { path: PathBuf, error: std::io::Error },
    /// `lp` and `lpstat` are not there.
    #[error("{program} is not installed")]
    NotInstalled { program: String },
    #[error("the print service is not running")]
    NoScheduler,
    #[error("no printers are set up")]
    NoPrinters,
    #[error("there is no printer {name}")]
    UnknownPrinter { name: String },
    #[error("{copies} copies")]
    Copies { copies: u32 },
    #[error("{program}: {detail}")]
    Refused { program: String, detail: String },
    /// Printing goes through the system's PDF viewer here.
    #[error("no direct printing on this system")]
    Unsupported,
}

impl Explain for PrintError {
    fn message(&self) -> Message {
        match self {
            Self::NoSheet => Message::new("print-no-sheet"),
            Self::Typeset { detail } => Message::new("print-typeset").with("detail", detail),
            Self::Pdf { detail } => Message::new("print-pdf").with("detail", detail),
            Self::Save { path, error } => {
                Message::new("print-save").with("path", path.display()).with("detail", error)
            }
            Self::NotInstalled { program } => Message::new("print-not-installed").with("program", program),
            Self::NoScheduler => Message::new("print-no-scheduler"),
            Self::NoPrinters => Message::new("print-no-printers"),
            Self::UnknownPrinter { name } => Message::new("print-unknown-printer").with("name", name),
            Self::Copies { copies } => Message::new("print-copies").with("copies", copies),
            Self::Refused { program, detail } => {
                Message::new("print-refused").with("program", program).with("detail", detail)
            }
            Self::Unsupported => Message::new("print-unsupported"),
        }
    }
}
