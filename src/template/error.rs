//! What can be wrong with the file of a template.

use super::problem::Problem;
use crate::ron_text::{SyntaxError, Unread};
use crate::text::{Explain, Message, worded_errors};

pub use crate::ron_text::Place;

/// Why a template could not be read.
#[derive(Clone, PartialEq, Debug)]
pub enum ReadError {
    /// It is not UTF-8: no text, or one saved in another encoding.
    NotText,
    /// It is not RON of a template; the place is in the error.
    Syntax(SyntaxError),
    /// A newer program wrote it: its `format`, and the newest that this one reads.
    Newer {
        /// The `format` that the file states.
        found: u32,
        /// The newest that this program reads.
        newest: u32,
    },
    /// It is RON of the right shape, but no sheet can be scored by it.
    Unsound(Vec<Problem>),
}

impl ReadError {
    /// Where in the text it is wrong, the first place of several; `None` where no place can be named.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Syntax(error) => Some(error.place),
            Self::Unsound(problems) => problems.first().and_then(|problem| problem.place),
            Self::NotText | Self::Newer { .. } => None,
        }
    }
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
            Self::NotText => Message::new("template-not-text"),
            Self::Syntax(error) => error.message(),
            Self::Newer { found, newest } => {
                Message::new("template-newer").with("found", found).with("newest", newest)
            }
            Self::Unsound(problems) => match problems.as_slice() {
                [only] => only.message.clone(),
                _ => Message::new("template-unsound").with("count", problems.len()),
            },
        }
    }
}
