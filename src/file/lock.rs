//! Noticing that somebody has the same file open: a lock beside it that ends with the program, however it ends.

use super::error::shown_name;
#[cfg(unix)]
use super::stamp::is_same_file;
use crate::ron_text;
#[cfg(not(unix))]
use crate::whole_file::read_whole;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
#[cfg(not(unix))]
use std::io::{Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

/// FILE_ATTRIBUTE_HIDDEN
#[cfg(windows)]
const HIDDEN: u32 = 2;

/// A lock has fewer.
const MOST_BYTES: u64 = 4096;

/// Who has a file open.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Holder {
    /// The name under which they are logged in; empty unless they want it known.
    pub who: String,
    /// When they opened it.
    pub since: Timestamp,
}

/// Held while a file is open. Dropping it frees the file.
#[derive(Debug)]
pub struct DocumentLock {
    path: PathBuf,
    /// Holds the lock.
    _file: File,
}

/// What came of trying to take a lock.
#[derive(Debug)]
pub enum LockOutcome {
    /// Nobody else has it open. Held until the lock is dropped.
    Mine(DocumentLock),
    /// Somebody else has it open; `None` where they did not leave their name.
    Held(Option<Holder>),
    /// The place knows no locks or may not be written: nobody can say. Saving still compares the file.
    Unavailable,
}

impl DocumentLock {
    /// Tells others that `path` is open here, and by `who`, where that is not empty. Never waits, and a lock that a
    /// crash left never counts.
    pub fn take(path: &Path, who: &str) -> LockOutcome {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let lock = path.with_file_name(format!(".{}.lock", shown_name(&path)));
        for _ in 0..TRIES {
            let Ok(file) = open(&lock) else { return LockOutcome::Unavailable };
            if let Some(outcome) = Self::claim(file, &lock, who) {
                return outcome;
            }
        }
        LockOutcome::Held(None)
    }

    /// `None` where `file` is one that its holder removed after it was opened here: whoever comes next makes another, and
    /// a lock on this one would say nothing.
    fn claim(mut file: File, lock: &Path, who: &str) -> Option<LockOutcome> {
        match file.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => return Some(LockOutcome::Held(holder(&mut file))),
            Err(fs::TryLockError::Error(_)) => return Some(LockOutcome::Unavailable),
        }
        let me = Holder { who: who.to_owned(), since: Timestamp::now() };
        let text = ron_text::write_line(&me).unwrap_or_default();
        // Without the name it is a lock all the same.
        drop(file.set_len(0).and_then(|()| file.write_all(text.as_bytes())));
        // On Windows a file locked exclusively cannot be read by others: hold it shared.
        if cfg!(windows) {
            drop(file.unlock());
            if file.try_lock_shared().is_err() {
                return Some(LockOutcome::Held(holder(&mut file)));
            }
        }
        is_at(&file, lock).then(|| LockOutcome::Mine(Self { path: lock.to_path_buf(), _file: file }))
    }
}

/// How often a lock is tried that others take and leave meanwhile.
const TRIES: usize = 100;

fn open(lock: &Path) -> io::Result<File> {
    let mut options = File::options();
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt as _;
        options.attributes(HIDDEN);
    }
    options.read(true).write(true).create(true).truncate(false).open(lock)
}

/// `file` is still the one under its name.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    let metadata = file.metadata().and_then(|own| Ok((own, fs::metadata(path)?)));
    metadata.is_ok_and(|(own, there)| is_same_file(&own, &there))
}

/// The same by what stands in it, which has the moment of its making.
#[cfg(not(unix))]
fn is_at(mut file: &File, path: &Path) -> bool {
    let mut own = Vec::new();
    let read = file.seek(SeekFrom::Start(0)).and_then(|_| file.take(MOST_BYTES).read_to_end(&mut own));
    read.is_ok() && read_whole(path, MOST_BYTES).is_ok_and(|there| there == own)
}

impl Drop for DocumentLock {
    fn drop(&mut self) {
        drop(fs::remove_file(&self.path));
    }
}

fn holder(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.take(MOST_BYTES).read_to_string(&mut text).ok()?;
    ron_text::read(&text).ok()
}

/// The name under which the user is logged in; may be empty.
pub fn account() -> String {
    let name = |variable: &str| std::env::var(variable).ok().filter(|name| !name.is_empty());
    name("USER").or_else(|| name("USERNAME")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One opens the lock, its holder removes it, a third makes another: the first must not believe that it holds it.
    #[test]
    fn a_lock_that_its_holder_removed_is_nobodys() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("评价.jiping");
        let lock = folder.path().join(".评价.jiping.lock");
        let LockOutcome::Mine(first) = DocumentLock::take(&path, "甲") else { panic!("nobody has it") };
        let late = open(&lock).unwrap();
        drop(first);
        let LockOutcome::Mine(_third) = DocumentLock::take(&path, "丙") else { panic!("nobody has it") };
        assert!(DocumentLock::claim(late, &lock, "乙").is_none());
        assert!(
            matches!(DocumentLock::take(&path, "乙"), LockOutcome::Held(Some(holder)) if holder.who == "丙")
        );
    }
}
