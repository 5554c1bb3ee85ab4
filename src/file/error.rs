//! What can go wrong with files, each with its own wording: what happened, to which file, what was kept, what next.

use super::names::NameProblem;
use crate::ron_text::SyntaxError;
use crate::text::{Detail, Explain, Message, worded_errors};
use crate::{evaluation, template};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A step on a file that did not succeed. Unless it says otherwise, nothing on disk was changed by it.
#[derive(Clone, PartialEq, Debug)]
pub enum FileError {
    /// The user stopped it; nothing was changed.
    Cancelled,

    // Reading
    /// No such file: moved, renamed, or the stick is out.
    NotFound {
        /// The file that was asked for.
        path: PathBuf,
    },
    /// The system does not let this user read it.
    NoPermission {
        /// The file that was asked for.
        path: PathBuf,
    },
    /// A folder stands where the file should be.
    IsFolder {
        /// That folder.
        path: PathBuf,
    },
    /// Reading failed for any other reason: the disk, the network.
    Unreadable {
        /// The file that was asked for.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },

    // What is in an evaluation's file
    /// It is no zip, and so no evaluation.
    NotContainer {
        /// The file that was asked for.
        path: PathBuf,
    },
    /// It begins as a zip and ends too early: copied or downloaded in part.
    Truncated {
        /// The file that was asked for.
        path: PathBuf,
    },
    /// A part of it does not unpack, or two parts have one name.
    Damaged {
        /// The file that was asked for.
        path: PathBuf,
        /// The part: `evaluation.ron`, `template.ron`, `journal.ron`; `zip` for the whole.
        member: String,
        /// What the unpacker says.
        detail: String,
    },
    /// A part that every evaluation's file has is not in it.
    MissingMember {
        /// The file that was asked for.
        path: PathBuf,
        /// The part that is missing.
        member: &'static str,
    },
    /// A part of it is not UTF-8: changed by another program.
    NotText {
        /// The file that was asked for.
        path: PathBuf,
        /// The part that it is about.
        member: &'static str,
    },
    /// A part of it is not RON of the expected shape.
    Syntax {
        /// The file that was asked for.
        path: PathBuf,
        /// The part that it is about.
        member: &'static str,
        /// What is wrong, and where in the part.
        error: Box<SyntaxError>,
    },
    /// A newer version of this program wrote it.
    Newer {
        /// The file that was asked for.
        path: PathBuf,
        /// The part that it is about; `RON` for a template's own file.
        member: &'static str,
        /// The format that it states.
        found: u32,
        /// The newest that this program reads.
        newest: u32,
    },
    /// The template in it can be read, and no sheet can be scored by it.
    TemplateUnsound {
        /// The evaluation's file.
        path: PathBuf,
        /// What is wrong with the template.
        error: Box<template::ReadError>,
    },
    /// A template's own file cannot be read.
    Template {
        /// The template's file.
        path: PathBuf,
        /// What is wrong, and where.
        error: Box<template::ReadError>,
    },
    /// Unpacked it would be larger than anything of its kind: damaged, or made to do harm.
    TooLarge {
        /// The file that was asked for.
        path: PathBuf,
        /// The part that it is about.
        member: String,
        /// Up to how many MiB it is read.
        limit_mib: u64,
    },
    /// Neither a file nor a folder: a device, a pipe.
    NotAFile {
        /// What was to be read.
        path: PathBuf,
    },
    /// More bytes than a file of its kind ever has.
    FileTooLarge {
        /// The file.
        path: PathBuf,
        /// What it may have at most.
        limit_mib: u64,
    },

    // Saving: the previous file is intact
    /// The folder to save into is not there: the stick is out, the network is down.
    FolderMissing {
        /// The file that was to be written.
        path: PathBuf,
    },
    /// The file or its disk is read-only.
    ReadOnly {
        /// The file that was to be written.
        path: PathBuf,
    },
    /// The system does not let this user write there.
    WriteDenied {
        /// The file that was to be written.
        path: PathBuf,
    },
    /// The disk is full, or the quota used up.
    DiskFull {
        /// The file that was to be written.
        path: PathBuf,
    },
    /// Writing failed for any other reason.
    Unwritable {
        /// The file that was to be written.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// 回读核对: what was written reads back differently; the disk may be failing.
    VerifyFailed {
        /// The file that was to be written.
        path: PathBuf,
        /// What differs, or why it could not be read back.
        detail: Detail,
    },
    /// Another program or person changed it since it was opened; theirs stays.
    ChangedOnDisk {
        /// The file that was to be written.
        path: PathBuf,
    },

    /// It was written, and is not at its place: the disk or the network went meanwhile, or somebody else wrote there.
    PlaceLost {
        /// The file that was to be written.
        path: PathBuf,
    },

    /// It is not where it was opened any more: moved, renamed or deleted meanwhile.
    MovedAway {
        /// Where it was.
        path: PathBuf,
    },

    /// Neither a file nor a folder: a device, a pipe.
    NotRegular {
        /// What stands there.
        path: PathBuf,
    },
    /// A link that leads to no file: written through it nobody knows where, and in its place it would be gone.
    BrokenLink {
        /// The link.
        path: PathBuf,
    },
    /// Not every system that it may travel to stores a file of that name.
    BadName {
        /// The file that was to be written.
        path: PathBuf,
        /// What is wrong with the name.
        problem: NameProblem,
    },
    /// An output of another kind than the name says.
    Extension {
        /// The file that was to be written.
        path: PathBuf,
        /// The extension that fits.
        extension: &'static str,
    },
    /// A command was not told to write over the file that is there.
    Exists {
        /// The file that was to be written.
        path: PathBuf,
    },

    // Evidence
    /// A folder cannot be evidence.
    SourceIsFolder {
        /// That folder.
        path: PathBuf,
    },
    /// A file that should become evidence cannot be read.
    SourceUnreadable {
        /// That file.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// The bytes of this evidence can be read nowhere: neither in the file nor in the program's own folder.
    EvidenceLost {
        /// Its original file name.
        name: String,
    },
    /// Size or SHA-256 of this evidence are not those that it had when it was added.
    EvidenceChanged {
        /// Its original file name.
        name: String,
    },

    // The program's own folder
    /// The program's own folder cannot be used.
    Data {
        /// The file or folder in it.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// 崩溃恢复: what a crash left behind cannot be read.
    RecoveryBroken {
        /// The record.
        path: PathBuf,
        /// What is wrong with it.
        detail: Detail,
    },
}

impl FileError {
    /// The file it is about.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Cancelled | Self::EvidenceLost { .. } | Self::EvidenceChanged { .. } => None,
            Self::NotFound { path }
            | Self::NoPermission { path }
            | Self::IsFolder { path }
            | Self::Unreadable { path, .. }
            | Self::NotContainer { path }
            | Self::Truncated { path }
            | Self::Damaged { path, .. }
            | Self::MissingMember { path, .. }
            | Self::NotText { path, .. }
            | Self::Syntax { path, .. }
            | Self::Newer { path, .. }
            | Self::TemplateUnsound { path, .. }
            | Self::Template { path, .. }
            | Self::TooLarge { path, .. }
            | Self::NotAFile { path }
            | Self::FileTooLarge { path, .. }
            | Self::FolderMissing { path }
            | Self::ReadOnly { path }
            | Self::WriteDenied { path }
            | Self::DiskFull { path }
            | Self::Unwritable { path, .. }
            | Self::VerifyFailed { path, .. }
            | Self::ChangedOnDisk { path }
            | Self::PlaceLost { path }
            | Self::MovedAway { path }
            | Self::NotRegular { path }
            | Self::BrokenLink { path }
            | Self::BadName { path, .. }
            | Self::Extension { path, .. }
            | Self::Exists { path }
            | Self::SourceIsFolder { path }
            | Self::SourceUnreadable { path, .. }
            | Self::Data { path, .. }
            | Self::RecoveryBroken { path, .. } => Some(path),
        }
    }

    /// What lies behind it in the words of the room where it arose: the RON error, the template's problem.
    pub fn cause(&self) -> Option<Message> {
        match self {
            Self::Syntax { error, .. } => Some(error.message()),
            Self::TemplateUnsound { error, .. } | Self::Template { error, .. } => Some(error.message()),
            Self::BadName { problem, .. } => Some(problem.message()),
            _ => None,
        }
    }

    pub(crate) fn reading(path: &Path, error: &io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NotFound { path },
            ErrorKind::PermissionDenied => Self::NoPermission { path },
            ErrorKind::IsADirectory => Self::IsFolder { path },
            ErrorKind::UnexpectedEof => Self::Truncated { path },
            _ => Self::Unreadable { path, detail: error.to_string() },
        }
    }

    pub(super) fn writing(path: &Path, error: &io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::FolderMissing { path },
            ErrorKind::PermissionDenied => Self::WriteDenied { path },
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            ErrorKind::IsADirectory => Self::IsFolder { path },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::DiskFull { path }
            }
            _ => Self::Unwritable { path, detail: error.to_string() },
        }
    }

    pub(super) fn source(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::NotFound { path: path.to_path_buf() },
            ErrorKind::PermissionDenied => Self::NoPermission { path: path.to_path_buf() },
            ErrorKind::IsADirectory => Self::SourceIsFolder { path: path.to_path_buf() },
            _ => Self::SourceUnreadable { path: path.to_path_buf(), detail: error.to_string() },
        }
    }

    pub(super) fn data(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::DiskFull { path: path.to_path_buf() }
            }
            _ => Self::Data { path: path.to_path_buf(), detail: error.to_string() },
        }
    }

    pub(super) fn evaluation(path: &Path, member: &'static str, error: evaluation::ReadError) -> Self {
        let path = path.to_path_buf();
        match error {
            evaluation::ReadError::NotText => Self::NotText { path, member },
            evaluation::ReadError::Syntax(error) => Self::Syntax { path, member, error: Box::new(error) },
            evaluation::ReadError::Newer { found, newest } => Self::Newer { path, member, found, newest },
        }
    }

    pub(super) fn template(path: &Path, member: &'static str, error: template::ReadError) -> Self {
        let path = path.to_path_buf();
        match error {
            template::ReadError::NotText => Self::NotText { path, member },
            template::ReadError::Syntax(error) => Self::Syntax { path, member, error: Box::new(error) },
            template::ReadError::Newer { found, newest } => Self::Newer { path, member, found, newest },
            unsound @ template::ReadError::Unsound(_) => {
                Self::TemplateUnsound { path, error: Box::new(unsound) }
            }
        }
    }
}

worded_errors!(FileError);

impl Explain for FileError {
    fn message(&self) -> Message {
        let message = match self {
            Self::Cancelled => Message::new("file-cancelled"),
            Self::NotFound { .. } => Message::new("file-not-found"),
            Self::NoPermission { .. } => Message::new("file-no-permission"),
            Self::IsFolder { .. } => Message::new("file-is-folder"),
            Self::Unreadable { detail, .. } => Message::new("file-unreadable").with("detail", detail),
            Self::NotContainer { .. } => Message::new("file-not-container"),
            Self::Truncated { .. } => Message::new("file-truncated"),
            Self::Damaged { member, detail, .. } => {
                Message::new("file-damaged").with("member", member).with("detail", detail)
            }
            Self::MissingMember { member, .. } => Message::new("file-missing-member").with("member", member),
            Self::NotText { member, .. } => Message::new("file-not-text").with("member", member),
            Self::Syntax { member, error, .. } => Message::new("file-syntax")
                .with("member", member)
                .with("line", error.place.line)
                .with("column", error.place.column),
            Self::Newer { member, found, newest, .. } => {
                Message::new("file-newer").with("member", member).with("found", found).with("newest", newest)
            }
            Self::TemplateUnsound { error, .. } => match error.place() {
                Some(place) => Message::new("file-template-unsound-at")
                    .with("line", place.line)
                    .with("column", place.column),
                None => Message::new("file-template-unsound"),
            },
            Self::Template { .. } => Message::new("file-template-unreadable"),
            Self::TooLarge { member, limit_mib, .. } => {
                Message::new("file-too-large").with("member", member).with("limit", limit_mib)
            }
            Self::NotAFile { .. } => Message::new("file-not-a-file"),
            Self::FileTooLarge { limit_mib, .. } => {
                Message::new("file-larger-than-any").with("limit", limit_mib)
            }
            Self::FolderMissing { .. } => Message::new("file-folder-missing"),
            Self::ReadOnly { .. } => Message::new("file-read-only"),
            Self::WriteDenied { .. } => Message::new("file-write-denied"),
            Self::DiskFull { .. } => Message::new("file-disk-full"),
            Self::Unwritable { detail, .. } => Message::new("file-unwritable").with("detail", detail),
            Self::VerifyFailed { detail, .. } => {
                Message::new("file-verify-failed").with_detail("detail", detail)
            }
            Self::ChangedOnDisk { .. } => Message::new("file-changed-on-disk"),
            Self::PlaceLost { .. } => Message::new("file-place-lost"),
            Self::MovedAway { .. } => Message::new("file-moved-away"),
            Self::NotRegular { .. } => Message::new("file-not-regular"),
            Self::BrokenLink { .. } => Message::new("file-broken-link"),
            Self::BadName { .. } => Message::new("file-bad-name"),
            Self::Extension { extension, .. } => Message::new("file-extension").with("extension", *extension),
            Self::Exists { .. } => Message::new("file-exists"),
            Self::SourceIsFolder { .. } => Message::new("evidence-source-folder"),
            Self::SourceUnreadable { detail, .. } => {
                Message::new("evidence-source-unreadable").with("detail", detail)
            }
            Self::EvidenceLost { name } => Message::new("evidence-lost").with("name", name),
            Self::EvidenceChanged { name } => Message::new("evidence-changed").with("name", name),
            Self::Data { detail, .. } => Message::new("file-data").with("detail", detail),
            Self::RecoveryBroken { detail, .. } => {
                Message::new("file-recovery-broken").with_detail("detail", detail)
            }
        };
        match self.path() {
            Some(path) => message.with("file", shown_name(path)).with("folder", shown_folder(path)),
            None => message,
        }
    }
}

/// The name that a person knows the file by.
pub(super) fn shown_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn shown_folder(path: &Path) -> String {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.display().to_string(),
        _ => ".".to_owned(),
    }
}
