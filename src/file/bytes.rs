//! Reading at a position: many readers share one open file, and a file that is replaced stays readable as it was.

use super::{FileError, Progress};
use crate::whole_file::{ReadError, read_whole};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;

/// Where bytes come from.
#[derive(Clone, Debug)]
pub(super) enum Bytes {
    File(Arc<File>),
    BuiltIn(&'static [u8]),
}

impl Bytes {
    pub(super) fn len(&self) -> io::Result<u64> {
        match self {
            Self::File(file) => Ok(file.metadata()?.len()),
            Self::BuiltIn(bytes) => Ok(bytes.len() as u64),
        }
    }

    fn read_at(&self, into: &mut [u8], at: u64) -> io::Result<usize> {
        match self {
            Self::File(file) => file_read_at(file, into, at),
            Self::BuiltIn(bytes) => {
                let rest = usize::try_from(at).ok().and_then(|at| bytes.get(at..)).unwrap_or_default();
                let count = rest.len().min(into.len());
                into.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
                Ok(count)
            }
        }
    }

    pub(super) fn reader(&self, progress: &Progress) -> io::Result<Reader> {
        Ok(Reader { bytes: self.clone(), at: 0, len: self.len()?, progress: progress.clone() })
    }
}

#[cfg(unix)]
fn file_read_at(file: &File, into: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, into, at)
}

#[cfg(windows)]
fn file_read_at(file: &File, into: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, into, at)
}

/// A reader of its own position that counts into a [`Progress`] and stops when that is cancelled.
#[derive(Debug)]
pub(super) struct Reader {
    bytes: Bytes,
    at: u64,
    len: u64,
    progress: Progress,
}

impl Read for Reader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.progress.check_io()?;
        let count = self.bytes.read_at(into, self.at)?;
        self.at += count as u64;
        self.progress.advance(count);
        Ok(count)
    }
}

impl Seek for Reader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.len.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = target.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}

const CHUNK: usize = 256 * 1024;

/// Copies at most `limit` bytes through a hash; says how many there were. Needs [`CHUNK`] of memory however many
/// they are. Reading and writing fail apart, because what to tell about it differs.
pub(super) fn hash_copy(
    from: &mut (impl Read + ?Sized),
    mut to: Option<&mut dyn Write>,
    limit: u64,
) -> Result<(u64, String), HashCopyError> {
    let mut buffer = vec![0; CHUNK];
    let mut hash = Sha256::new();
    let mut copied: u64 = 0;
    while copied < limit {
        let most = usize::try_from(limit - copied).unwrap_or(CHUNK).min(CHUNK);
        let room = buffer.get_mut(..most).unwrap_or_default();
        let count = match from.read(room) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(HashCopyError::Read(error)),
        };
        let chunk = buffer.get(..count).unwrap_or_default();
        hash.update(chunk);
        if let Some(to) = to.as_mut() {
            to.write_all(chunk).map_err(HashCopyError::Write)?;
        }
        copied += count as u64;
    }
    Ok((copied, hex(&hash.finalize())))
}

#[derive(Debug)]
pub(super) enum HashCopyError {
    Read(io::Error),
    Write(io::Error),
}

impl HashCopyError {
    pub(super) fn into_inner(self) -> io::Error {
        match self {
            Self::Read(error) | Self::Write(error) => error,
        }
    }
}

/// SHA-256 of everything, in lower-case hexadecimal, as `sha256sum` prints it.
pub(super) fn digest(bytes: &Bytes, progress: &Progress) -> io::Result<String> {
    let mut reader = bytes.reader(progress)?;
    hash_copy(&mut reader, None, u64::MAX).map(|(_, digest)| digest).map_err(HashCopyError::into_inner)
}

/// In lower-case hexadecimal, as `sha256sum` prints a digest.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// All of a file that has at most `limit_mib` MiB.
///
/// # Errors
/// It cannot be read, is a device, a pipe or a folder, or has more.
pub fn read_file(path: &Path, limit_mib: u64) -> Result<Vec<u8>, FileError> {
    let shown = || path.to_path_buf();
    read_whole(path, limit_mib << 20).map_err(|error| match error {
        ReadError::NotRegular if path.is_dir() => FileError::IsFolder { path: shown() },
        ReadError::NotRegular => FileError::NotAFile { path: shown() },
        ReadError::TooLarge => FileError::FileTooLarge { path: shown(), limit_mib },
        ReadError::Io(error) => FileError::reading(path, &error),
    })
}
