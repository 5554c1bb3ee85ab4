//! The words for headings that a unit added to those of the program: `headings.ron` in the data folder.

use super::ImportError;
use super::headings::Vocabulary;
use crate::whole_file::{ReadError, read_whole};
use std::borrow::Cow;
use std::io;
use std::path::Path;

/// Bytes of such a file; it has some lines.
const MOST_BYTES: u64 = 1 << 20;

/// The words of the file at `path`, before those of the program; the program's alone where there is none.
///
/// # Errors
/// The file cannot be read or understood: what is wrong and where.
pub fn own_words(path: &Path) -> Result<Cow<'static, Vocabulary>, ImportError> {
    match read_whole(path, MOST_BYTES) {
        Ok(bytes) => Vocabulary::with(&String::from_utf8_lossy(&bytes)).map(Cow::Owned),
        Err(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {
            Ok(Cow::Borrowed(Vocabulary::shipped()))
        }
        Err(ReadError::Io(error)) => Err(ImportError::Headings { detail: error.to_string() }),
        Err(ReadError::NotRegular | ReadError::TooLarge) => {
            Err(ImportError::Headings { detail: path.display().to_string() })
        }
    }
}
