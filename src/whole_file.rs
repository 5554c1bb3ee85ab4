//! Reading a file to its end, where it has one: a device never ends, and a pipe waits for somebody to write.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

/// Why a file was not read.
#[derive(Debug)]
pub(crate) enum ReadError {
    /// A device, a pipe or a folder.
    NotRegular,
    /// Larger than a file of its kind ever is.
    TooLarge,
    /// In the system's words.
    Io(io::Error),
}

/// All bytes of a file that has at most `limit`.
///
/// # Errors
/// It is no file, has more, or cannot be read.
pub(crate) fn read_whole(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let metadata = fs::metadata(path).map_err(ReadError::Io)?;
    // Opening a pipe that nobody writes to would wait already.
    if !metadata.is_file() {
        return Err(ReadError::NotRegular);
    }
    if metadata.len() > limit {
        return Err(ReadError::TooLarge);
    }
    let mut bytes = Vec::new();
    // Files that the system makes up as they are read are said to be empty.
    File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes)).map_err(ReadError::Io)?;
    if bytes.len() as u64 > limit { Err(ReadError::TooLarge) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        fs::write(&path, b"12345").unwrap();
        assert_eq!(read_whole(&path, 5).unwrap(), b"12345");
        assert!(matches!(read_whole(&path, 4), Err(ReadError::TooLarge)));
        assert!(matches!(read_whole(folder.path(), 4), Err(ReadError::NotRegular)));
        assert!(matches!(read_whole(&folder.path().join("none"), 4), Err(ReadError::Io(_))));
    }

    /// Said to be empty, it has no end within the limit.
    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_said_to_be_empty_is_bounded_too() {
        assert!(matches!(read_whole(Path::new("/proc/cpuinfo"), 8), Err(ReadError::TooLarge)));
        assert!(matches!(read_whole(Path::new("/dev/zero"), 8), Err(ReadError::NotRegular)));
    }
}
