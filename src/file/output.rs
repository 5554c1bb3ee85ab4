//! Where a command may write: its own output, asked for, and nothing else.

use super::target::Target;
use super::{FileError, Progress};
use std::path::Path;

/// Whether a command may write its output to `path`, a file with that extension: one that is there only by `force`, and
/// then it stays as `.bak`; links are written through; folders, devices and pipes are never written to.
///
/// # Errors
/// Why it may not. Nothing was touched.
pub fn may_write(path: &Path, extension: &'static str, force: bool) -> Result<(), FileError> {
    if !path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension)) {
        return Err(FileError::Extension { path: path.to_path_buf(), extension });
    }
    match Target::of(path)?.exists() && !force {
        true => Err(FileError::Exists { path: path.to_path_buf() }),
        false => Ok(()),
    }
}

/// What becomes of a file that an output takes the place of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Replaced {
    /// It stays beside the new one as `<name>.bak`.
    Kept,
    /// It goes: whoever was asked knows.
    Gone,
}

/// Writes `bytes` to `path`, whole or not at all, where that is still `wanted` when all is written; says whether it was.
///
/// # Errors
/// The place cannot be written to. What was there is untouched.
pub fn save_output(
    path: &Path,
    bytes: &[u8],
    replaced: Replaced,
    wanted: impl FnOnce() -> bool,
) -> Result<bool, FileError> {
    let target = Target::of(path)?;
    let fresh = target.filled(bytes)?;
    if !wanted() {
        return Ok(false);
    }
    match replaced {
        Replaced::Kept => target.put_in_place(&fresh, &Progress::new(), |rename| rename())?,
        Replaced::Gone => target.take_place(&fresh, |rename| rename())?,
    }
    Ok(true)
}
