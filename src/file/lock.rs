//! Noticing that somebody has the same file open: a lock beside it that ends with the program, however it ends.

use super::error::shown_name;
use crate::ron_text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

/// FILE_ATTRIBUTE_HIDDEN
#[cfg(windows)]
const HIDDEN: u32 = 2;

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
        let mut options = File::options();
        #[cfg(windows)]
        {
            use std::os::windows::fs::OpenOptionsExt as _;
            options.attributes(HIDDEN);
        }
        let opened = options.read(true).write(true).create(true).truncate(false).open(&lock);
        let Ok(mut file) = opened else { return LockOutcome::Unavailable };
        match file.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => return LockOutcome::Held(holder(&mut file)),
            Err(fs::TryLockError::Error(_)) => return LockOutcome::Unavailable,
        }
        let me = Holder { who: who.to_owned(), since: Timestamp::now() };
        let text = ron_text::write_line(&me).unwrap_or_default();
        // Without the name it is a lock all the same.
        drop(file.set_len(0).and_then(|()| file.write_all(text.as_bytes())));
        // On Windows a file locked exclusively cannot be read by others: hold it shared.
        if cfg!(windows) {
            drop(file.unlock());
            if file.try_lock_shared().is_err() {
                return LockOutcome::Held(holder(&mut file));
            }
        }
        LockOutcome::Mine(Self { path: lock, _file: file })
    }
}

impl Drop for DocumentLock {
    fn drop(&mut self) {
        drop(fs::remove_file(&self.path));
    }
}

fn holder(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.take(4096).read_to_string(&mut text).ok()?;
    ron_text::read(&text).ok()
}

/// The name under which the user is logged in; may be empty.
pub fn account() -> String {
    let name = |variable: &str| std::env::var(variable).ok().filter(|name| !name.is_empty());
    name("USER").or_else(|| name("USERNAME")).unwrap_or_default()
}
