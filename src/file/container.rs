//! The container: a zip whose members are read with limits, whatever their headers claim.

use super::bytes::{Bytes, HashCopyError, Reader, hash_copy};
use super::names::is_taken;
use super::{FileError, Progress};
use crate::evaluation::Evidence;
use std::io::{BufReader, ErrorKind, Read, Seek};
use std::path::Path;
use zip::ZipArchive;
use zip::read::{ArchiveOffset, Config, ZipFile};
use zip::result::{ZipError, ZipResult};

pub(super) const MIMETYPE: &str = "mimetype";
pub(super) const MIMETYPE_CONTENT: &[u8] = b"application/x-jiping";
pub(super) const EVALUATION: &str = "evaluation.ron";
pub(super) const TEMPLATE: &str = "template.ron";
pub(super) const JOURNAL: &str = "journal.ron";
const EVIDENCE_FOLDER: &str = "evidence/";

/// No text of a member is read beyond this. The largest template known is a thousandth of it.
const TEXT_LIMIT_MIB: u64 = 64;

/// A packed member that claims to grow more than this many times, and is not small, is left packed.
const MOST_GROWTH: u64 = 200;
const SMALL: u64 = 1024 * 1024;

/// Name of the member that holds `evidence`.
pub(super) fn member_name(evidence: &Evidence) -> String {
    format!("{EVIDENCE_FOLDER}{}-{}", evidence.id, evidence.name)
}

/// A name that stays inside its folder on every system.
pub(super) fn is_safe_name(member: &str) -> bool {
    let drive = member.as_bytes().get(1) == Some(&b':');
    !drive
        && !member.chars().any(|letter| letter == '\\' || letter.is_control())
        && member.trim_end_matches('/').split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// `name` as a file name that every system can store, with nothing of a path in it.
pub(super) fn storable_name(name: &str) -> String {
    let letters = name.chars().map(|letter| if is_taken(letter) { '_' } else { letter });
    let name: String = letters.collect();
    let name = name.trim().trim_end_matches(['.', ' ']);
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && extension.len() <= 16 => {
            (stem, format!(".{extension}"))
        }
        _ => (name, String::new()),
    };
    // 255 bytes is the limit on Linux, 255 UTF-16 units on Windows; leave room for the number.
    let room = 220 - extension.len();
    let mut short: String = stem
        .char_indices()
        .take_while(|(at, letter)| at + letter.len_utf8() <= room)
        .map(|(_, letter)| letter)
        .collect();
    let device = stem.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let reserved = matches!(device.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (device.len() == 4 && (device.starts_with("COM") || device.starts_with("LPT")));
    if short.is_empty() || reserved {
        short.insert(0, '_');
    }
    short + &extension
}

/// What is known of a member's content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Content {
    Read {
        size: u64,
        sha256: String,
    },
    /// Claims to grow too much; not unpacked.
    Bomb,
    Damaged,
}

pub(super) struct Container<'p> {
    /// For errors.
    path: &'p Path,
    archive: ZipArchive<BufReader<Reader>>,
    progress: Progress,
}

impl<'p> Container<'p> {
    pub(super) fn read(path: &'p Path, bytes: &Bytes, progress: &Progress) -> Result<Self, FileError> {
        let reading = |error: std::io::Error| match progress.check() {
            Ok(()) => FileError::reading(path, &error),
            Err(cancelled) => cancelled,
        };
        let mut reader = bytes.reader(progress).map_err(reading)?;
        let mut start = Vec::new();
        reader.by_ref().take(4).read_to_end(&mut start).map_err(reading)?;
        let begins_as_zip = start.is_empty() || b"PK\x03\x04".starts_with(&start);
        // Only a zip from the first byte on: a shortened file may end within evidence that is a zip itself.
        let config = Config { archive_offset: ArchiveOffset::Known(0) };
        match ZipArchive::with_config(config, BufReader::new(reader)) {
            Ok(archive) if archive.has_duplicate_names() => Err(FileError::Damaged {
                path: path.to_path_buf(),
                member: "zip".to_owned(),
                detail: "duplicate names".to_owned(),
            }),
            Ok(archive) => Ok(Self { path, archive, progress: progress.clone() }),
            Err(_) if progress.is_cancelled() => Err(FileError::Cancelled),
            Err(ZipError::Io(error))
                if !matches!(error.kind(), ErrorKind::UnexpectedEof | ErrorKind::InvalidInput) =>
            {
                Err(FileError::reading(path, &error))
            }
            Err(_) if begins_as_zip => Err(FileError::Truncated { path: path.to_path_buf() }),
            Err(_) => Err(FileError::NotContainer { path: path.to_path_buf() }),
        }
    }

    /// What stands behind the list of members.
    pub(super) fn comment(&self) -> &[u8] {
        self.archive.comment()
    }

    /// Its first member says what kind of file it is, for programs that look no further.
    pub(super) fn names_its_type(&mut self) -> bool {
        let is_first = matches!(self.archive.name_for_index(0), Some(Ok(name)) if name == MIMETYPE);
        is_first && self.text(MIMETYPE).is_ok_and(|text| text == MIMETYPE_CONTENT)
    }

    /// Names of all members that are files, as far as they are text at all.
    pub(super) fn names(&self) -> Vec<String> {
        let names = self.archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned());
        names.filter(|name| !name.ends_with('/')).collect()
    }

    pub(super) fn has(&self, member: &str) -> bool {
        self.archive.index_for_name_raw(member.as_bytes()).is_some()
    }

    /// The whole of a text member.
    pub(super) fn text(&mut self, member: &'static str) -> Result<Vec<u8>, FileError> {
        let limit = TEXT_LIMIT_MIB * 1024 * 1024;
        let path = self.path;
        let too_large = || FileError::TooLarge {
            path: path.to_path_buf(),
            member: member.to_owned(),
            limit_mib: TEXT_LIMIT_MIB,
        };
        let progress = self.progress.clone();
        let damaged = |detail: String| match progress.check() {
            Ok(()) => FileError::Damaged { path: path.to_path_buf(), member: member.to_owned(), detail },
            Err(cancelled) => cancelled,
        };
        let file = match unpacked(&mut self.archive, member) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => {
                return Err(FileError::MissingMember { path: path.to_path_buf(), member });
            }
            Err(error) => return Err(damaged(error.to_string())),
        };
        if file.size() > limit {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| damaged(error.to_string()))?;
        if bytes.len() as u64 > limit {
            return Err(too_large());
        }
        Ok(bytes)
    }

    /// Reads a member through its hash, at most one byte more than `expected`. Fails only when cancelled.
    pub(super) fn content(&mut self, member: &str, expected: u64) -> Result<Content, FileError> {
        let content = match unpacked(&mut self.archive, member) {
            Ok(file) if grows_too_much(&file) => Content::Bomb,
            Ok(mut file) => match hash_copy(&mut file, None, expected.saturating_add(1)) {
                Ok((size, sha256)) => Content::Read { size, sha256 },
                Err(HashCopyError::Read(_) | HashCopyError::Write(_)) => Content::Damaged,
            },
            Err(_) => Content::Damaged,
        };
        self.progress.check()?;
        Ok(content)
    }

    /// A reader of a member's unpacked bytes.
    pub(super) fn open(&mut self, member: &str) -> Option<impl Read + '_> {
        self.archive.by_name_raw(member.as_bytes()).ok().filter(|file| !grows_too_much(file))
    }

    /// A member as it lies there, for copying without unpacking.
    pub(super) fn raw(&mut self, member: &str) -> Option<ZipFile<'_, BufReader<Reader>>> {
        let index = self.archive.index_for_name_raw(member.as_bytes())?;
        self.archive.by_index_raw(index).ok()
    }
}

/// By the bytes of the name; `by_name_raw` would mean raw content.
fn unpacked<'a, R: Read + Seek>(archive: &'a mut ZipArchive<R>, member: &str) -> ZipResult<ZipFile<'a, R>> {
    let index = archive.index_for_name_raw(member.as_bytes()).ok_or(ZipError::FileNotFound)?;
    archive.by_index(index)
}

fn grows_too_much<R: Read>(file: &ZipFile<'_, R>) -> bool {
    file.size() > SMALL && file.size() / file.compressed_size().max(1) > MOST_GROWTH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_climb_or_cannot_be_stored_are_not_safe() {
        for bad in [
            "../evil",
            "evidence/../../x",
            "/etc/passwd",
            "C:/x",
            "a\\b",
            "evidence/a\0b",
            "evidence//x",
            "evidence/..",
        ] {
            assert!(!is_safe_name(bad), "{bad:?}");
        }
        for good in ["evidence/1-合同.pdf", "evidence/2-a..b.txt", "evidence/3-12:30.txt"] {
            assert!(is_safe_name(good), "{good:?}");
        }
    }

    #[test]
    fn every_name_becomes_storable() {
        assert_eq!(storable_name("合同 第1版.pdf"), "合同 第1版.pdf");
        assert_eq!(storable_name("../../etc/passwd"), ".._.._etc_passwd");
        assert_eq!(storable_name("C:\\a.txt"), "C__a.txt");
        assert_eq!(storable_name("con.txt"), "_con.txt");
        assert_eq!(storable_name(" .. "), "_");
        assert_eq!(storable_name(""), "_");
        let long = storable_name(&format!("{}.pdf", "证".repeat(200)));
        assert!(long.len() <= 220 && long.ends_with("证.pdf"), "{long}");
    }
}
