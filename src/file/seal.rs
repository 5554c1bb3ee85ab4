//! 封口: the comment at the end of the container says what all bytes before it come to (SHA-256), so that no change of
//! any bit goes unseen, in the headers of the zip neither. Files of earlier versions have none.

use super::Progress;
use super::bytes::{Bytes, hex};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::sync::Arc;

const MARK: &str = "jiping sha256 ";
/// Of a SHA-256 in hexadecimal.
const DIGITS: u64 = 64;
/// `PK\5\6` to the end of a zip without a comment.
const END: u64 = 22;
const END_MARK: &[u8] = b"PK\x05\x06";

/// What the end of a file says of all that is before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Seal {
    /// Not one bit was changed since it was saved.
    Whole,
    /// Something was changed, added or cut off.
    Broken,
    /// An earlier version saved it.
    None,
}

/// The comment of a container that is being written.
pub(super) fn blank() -> String {
    format!("{MARK}{}", "0".repeat(64))
}

/// Seals a container with such a comment. Gives the SHA-256 of the whole file.
pub(super) fn close(file: &Arc<File>, progress: &Progress) -> io::Result<String> {
    let bytes = Bytes::File(file.clone());
    let before = bytes.len()?.checked_sub(DIGITS).ok_or(io::ErrorKind::InvalidData)?;
    let mut hash = hash_of(&bytes, before, progress)?;
    let digits = hex(&hash.clone().finalize());
    let mut out = &**file;
    out.seek(SeekFrom::Start(before))?;
    out.write_all(digits.as_bytes())?;
    hash.update(digits.as_bytes());
    Ok(hex(&hash.finalize()))
}

/// The SHA-256 of the whole file, and what its seal says. `comment` is that of the container, wherever it ends.
pub(super) fn read(bytes: &Bytes, comment: &[u8], progress: &Progress) -> io::Result<(String, Seal)> {
    let len = bytes.len()?;
    let before = len.saturating_sub(DIGITS);
    let mut hash = hash_of(bytes, before, progress)?;
    let end = tail(bytes, len - before, progress)?;
    let seal = match comment.is_empty() {
        true if tail(bytes, END.min(len), progress)?.starts_with(END_MARK) => Seal::None,
        // There is more behind the end of the zip.
        true => Seal::Broken,
        false => {
            let marked = tail(bytes, (DIGITS + MARK.len() as u64).min(len), progress)?;
            let digits = hex(&hash.clone().finalize());
            match marked.starts_with(MARK.as_bytes()) && end == digits.as_bytes() {
                true => Seal::Whole,
                false => Seal::Broken,
            }
        }
    };
    hash.update(&end);
    Ok((hex(&hash.finalize()), seal))
}

fn hash_of(bytes: &Bytes, count: u64, progress: &Progress) -> io::Result<Sha256> {
    let mut hash = Sha256::new();
    io::copy(&mut bytes.reader(progress)?.take(count), &mut Hashing(&mut hash))?;
    Ok(hash)
}

fn tail(bytes: &Bytes, count: u64, progress: &Progress) -> io::Result<Vec<u8>> {
    let mut reader = bytes.reader(progress)?;
    reader.seek(SeekFrom::Start(bytes.len()?.saturating_sub(count)))?;
    let mut end = Vec::new();
    reader.take(count).read_to_end(&mut end)?;
    Ok(end)
}

struct Hashing<'a>(&'a mut Sha256);

impl io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
