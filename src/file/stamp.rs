//! Noticing that somebody else changed a file.

use std::fs::{File, Metadata};
use std::io;
use std::time::SystemTime;

/// Size and time of a file; where both are the same, it was not changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    pub(super) fn of(file: &File) -> io::Result<Self> {
        file.metadata().map(|metadata| Self::from(&metadata))
    }
}

impl From<&Metadata> for Stamp {
    fn from(metadata: &Metadata) -> Self {
        Self { len: metadata.len(), modified: metadata.modified().ok() }
    }
}

/// Two names lead to one file.
#[cfg(unix)]
pub(super) fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// The same; two names of one file have one time, to a ten-millionth of a second.
#[cfg(not(unix))]
pub(super) fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    Stamp::from(one) == Stamp::from(other)
}
