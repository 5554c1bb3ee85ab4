//! XML inside of zip archives, read within limits.

use crate::import::ImportError;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart};
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

/// Bytes that the parts of a document may come to once unpacked; a score table needs a hundredth of it.
pub(super) const MOST_UNPACKED: u64 = 64 << 20;

/// The archive in `bytes`; `None` where it is none.
pub(super) fn archive(bytes: &[u8]) -> Option<ZipArchive<Cursor<&[u8]>>> {
    ZipArchive::new(Cursor::new(bytes)).ok()
}

/// A part of an archive, whatever its size is said to be; `None` where there is none of that name.
///
/// # Errors
/// It unpacks to more than a document has, or cannot be unpacked.
pub(super) fn part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
) -> Result<Option<Vec<u8>>, ImportError> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    unpacked(file, MOST_UNPACKED).map(Some)
}

/// All that a part unpacks to, where `left` bytes may still come.
///
/// # Errors
/// It is more, or cannot be unpacked.
pub(super) fn unpacked(part: impl Read, left: u64) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    part.take(left + 1).read_to_end(&mut bytes).map_err(broken)?;
    match bytes.len() as u64 > left {
        true => Err(ImportError::TooMuchUnpacked { megabytes: MOST_UNPACKED >> 20 }),
        false => Ok(bytes),
    }
}

/// A reader of such a part.
pub(super) fn reader(part: &[u8]) -> Reader<BufReader<&[u8]>> {
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().check_end_names = false;
    reader
}

/// The value of an attribute, by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).filter_map(Result::ok);
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(&found.value).map(std::borrow::Cow::into_owned);
    Some(value.unwrap_or_else(|_| found.value.to_string()))
}

/// A number of an attribute, such as a span.
pub(super) fn count(element: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(element, name)?.trim().parse().ok()
}

/// What an entity stands for: `&amp;`, `&#20013;`.
pub(super) fn entity(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    match &*reference.xml10_content() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

pub(super) fn broken(error: impl std::fmt::Display) -> ImportError {
    ImportError::NotAWorkbook { detail: error.to_string() }
}
