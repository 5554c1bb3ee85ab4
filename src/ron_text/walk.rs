//! Places in RON text, and what of it is no RON: blanks, comments, strings.

use std::fmt;

/// A place in a text file; both count from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Bytes of blanks and comments at the beginning.
pub(super) fn blanks(text: &str) -> usize {
    let mut rest = text.trim_start();
    loop {
        let after = if rest.starts_with("//") {
            rest.split_once('\n').map(|(_, after)| after)
        } else if rest.starts_with("/*") {
            rest.split_once("*/").map(|(_, after)| after)
        } else {
            None
        };
        match after {
            Some(after) => rest = after.trim_start(),
            None => return text.len() - rest.len(),
        }
    }
}

/// Bytes of the string that `text` begins with; `before` tells whether it is a raw one.
pub(super) fn string_length(before: &str, text: &str) -> usize {
    if !text.starts_with('"') {
        return 1;
    }
    let hashes = before.len() - before.trim_end_matches('#').len();
    if before.trim_end_matches('#').ends_with('r') {
        let end = format!("\"{}", "#".repeat(hashes));
        let inner = text.strip_prefix('"').and_then(|inner| inner.find(&end));
        return inner.map_or(text.len(), |at| at + 1 + end.len());
    }
    let mut escaped = false;
    for (offset, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return offset + 1,
            _ => {}
        }
    }
    text.len()
}
