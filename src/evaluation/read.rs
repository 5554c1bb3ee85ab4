//! `evaluation.ron`: reading with the format first, writing so that two versions can be compared by eye.

use super::model::{Evaluation, FORMAT};
use crate::ron_text::{self, SyntaxError, Unread};
use crate::text::{Explain, Message, worded_errors};

/// Why `evaluation.ron` could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadError {
    /// It is not UTF-8: damaged, or changed by another program.
    NotText,
    /// It is not RON of an evaluation; the place is in the error.
    Syntax(SyntaxError),
    /// A newer program wrote it: its `format`, and the newest that this one reads.
    Newer {
        /// The `format` that the file states.
        found: u32,
        /// The newest that this program reads, [`FORMAT`].
        newest: u32,
    },
}

worded_errors!(ReadError);

impl From<Unread> for ReadError {
    fn from(error: Unread) -> Self {
        match error {
            Unread::NotText => Self::NotText,
            Unread::Syntax(error) => Self::Syntax(error),
            Unread::Newer { found, newest } => Self::Newer { found, newest },
        }
    }
}

impl Explain for ReadError {
    fn message(&self) -> Message {
        match self {
            Self::NotText => Message::new("evaluation-not-text"),
            Self::Syntax(error) => error.message(),
            Self::Newer { found, newest } => {
                Message::new("evaluation-newer").with("found", found).with("newest", newest)
            }
        }
    }
}

/// An evaluation from `evaluation.ron`, with or without a byte order mark.
///
/// # Errors
/// Text that is not an evaluation, or one of a newer program.
pub fn read(bytes: &[u8]) -> Result<Evaluation, ReadError> {
    let (evaluation, _) = ron_text::read_file(bytes, FORMAT, |evaluation: &Evaluation| evaluation.format)?;
    Ok(evaluation)
}

/// `evaluation.ron` as it stands in the file.
///
/// # Errors
/// As the serializer says.
pub fn write(evaluation: &Evaluation) -> Result<String, ron::Error> {
    ron_text::write(evaluation)
}
