//! Names that every system stores: files travel, on sticks and in mails.

use crate::text::Message;
use std::ffi::OsStr;

/// Bytes of a name. With `.bak` behind it, or as that of a lock, it must still be one: systems take 255.
pub const LONGEST_NAME: usize = 247;
/// Bytes of a suggested name without its extension: what people add to it has room.
const LONGEST_STEM: usize = 200;

/// Devices of Windows: no file there can have such a name, whatever its extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Why a name is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameProblem {
    /// A device of Windows.
    Device,
    /// A character that some system has another use for.
    Character(char),
    /// It ends with a dot or a blank, which Windows leaves out.
    Ending,
    /// The program's own new files have such names until they are in their place; one that nobody holds is removed.
    Temporary,
    /// It has more than [`LONGEST_NAME`] bytes.
    Length {
        /// So many.
        bytes: usize,
    },
}

impl NameProblem {
    /// In words; the remedy is that of [`super::FileError::BadName`].
    pub fn message(&self) -> Message {
        match self {
            Self::Device => Message::new("file-name-device"),
            Self::Character(c) => Message::new("file-name-character").with("character", c.escape_debug()),
            Self::Temporary => Message::new("file-name-temporary"),
            Self::Ending => Message::new("file-name-ending"),
            Self::Length { bytes } => {
                // 汉字 have three bytes each.
                Message::new("file-name-length").with("bytes", bytes).with("most", LONGEST_NAME / 3)
            }
        }
    }
}

/// Whether a file of that name can be stored on each system that the program runs on.
///
/// # Errors
/// What is wrong with it.
pub fn check_name(name: &OsStr) -> Result<(), NameProblem> {
    let name = name.to_string_lossy();
    if let Some(c) = name.chars().find(|c| is_taken(*c)) {
        return Err(NameProblem::Character(c));
    }
    if name.ends_with(['.', ' ']) {
        return Err(NameProblem::Ending);
    }
    if is_device(&name) {
        return Err(NameProblem::Device);
    }
    if is_temporary(&name) {
        return Err(NameProblem::Temporary);
    }
    match name.len() {
        bytes if bytes > LONGEST_NAME => Err(NameProblem::Length { bytes }),
        _ => Ok(()),
    }
}

/// No part of a name on some system.
pub(super) fn is_taken(c: char) -> bool {
    r#"/\:*?"<>|"#.contains(c) || c.is_control()
}

const TEMPORARY: (&str, &str) = (".jiping-", ".tmp");

/// For a new file beside the one whose place it will take; nobody else of this machine has that `id`.
pub(super) fn temporary_name(id: &str) -> String {
    format!("{}{id}{}", TEMPORARY.0, TEMPORARY.1)
}

/// One that [`temporary_name`] may have made.
pub(super) fn is_temporary(name: &str) -> bool {
    name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1)
}

/// CON, `nul.txt`, COM1 to LPT9, those with raised digits among them.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim().to_lowercase();
    let mut characters = stem.chars();
    let is_numbered = matches!(characters.next_back(), Some('1'..='9' | '¹' | '²' | '³'));
    DEVICES.contains(&stem.as_str()) || is_numbered && ["com", "lpt"].contains(&characters.as_str())
}

/// A file name, without its extension, that every system stores.
pub fn name_for(title: &str) -> String {
    let mut name = String::new();
    for c in title.trim().chars().map(|c| if is_taken(c) { '_' } else { c }) {
        if name.len() + c.len_utf8() > LONGEST_STEM {
            break;
        }
        name.push(c);
    }
    let name = name.trim_end_matches(['.', ' ']);
    if is_device(name) { format!("_{name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_some_system_cannot_store_is_named() {
        let problem = |name: &str| check_name(OsStr::new(name)).err();
        for device in ["con.jiping", "CON", "Nul.tar.gz", "com1.pdf", "LPT³.pdf", "aux .jiping"] {
            assert_eq!(problem(device), Some(NameProblem::Device), "{device}");
        }
        for fine in ["评价.jiping", "console.jiping", "com0.pdf", "com10.pdf", ".jiping", "con-2024.jiping"]
        {
            assert_eq!(problem(fine), None, "{fine}");
        }
        assert_eq!(problem("a:b.jiping"), Some(NameProblem::Character(':')));
        assert_eq!(problem("a\nb.jiping"), Some(NameProblem::Character('\n')));
        assert_eq!(problem(&temporary_name("1-1-0")), Some(NameProblem::Temporary));
        assert_eq!(problem("评价."), Some(NameProblem::Ending));
        assert_eq!(problem("评价.jiping "), Some(NameProblem::Ending));
        assert_eq!(problem(&"评".repeat(82)), None);
        assert_eq!(problem(&"评".repeat(83)), Some(NameProblem::Length { bytes: 249 }));
    }

    #[test]
    fn a_suggested_name_is_one_that_is_taken() {
        for title in ["CON", "道路/桥梁: 2024", &"长".repeat(300), "完。..", "nul", " 甲 "] {
            let name = format!("{}.jiping", name_for(title));
            assert_eq!(check_name(OsStr::new(&name)), Ok(()), "{name}");
        }
        assert_eq!(name_for("道路/桥梁: 2024"), "道路_桥梁_ 2024");
        assert_eq!(name_for(&"长".repeat(300)).chars().count(), 66, "cut between two characters");
    }
}
