//! Where the program keeps its own files, and a session's part of it.

use super::FileError;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// The program's own folder: staged evidence, records of unsaved edits, recent files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Places {
    /// The folder itself; made when something is first written to it.
    pub data: PathBuf,
}

impl Places {
    /// The folder named by `JIPING_DATA`, else the system's place for a program's local data, else one beside the
    /// temporary files.
    pub fn standard() -> Self {
        let named = std::env::var_os("JIPING_DATA").filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let usual = || {
            directories::ProjectDirs::from("", "", "jiping").map(|dirs| dirs.data_local_dir().to_path_buf())
        };
        Self { data: named.or_else(usual).unwrap_or_else(|| std::env::temp_dir().join("jiping-data")) }
    }

    /// Another folder: for tests, and for whoever keeps the data elsewhere.
    pub fn at(data: impl Into<PathBuf>) -> Self {
        Self { data: data.into() }
    }

    /// Words for the headings of score tables that the user added to those of the program.
    pub fn headings(&self) -> PathBuf {
        self.data.join("headings.ron")
    }

    /// The user's own templates.
    pub fn templates(&self) -> PathBuf {
        self.data.join("templates")
    }

    /// The folder for papers that are shown by other programs and are nobody's, made where it is not there.
    ///
    /// # Errors
    /// In the system's words.
    pub fn papers(&self) -> io::Result<PathBuf> {
        let folder = self.data.join("print");
        private_folder(&folder).map(|()| folder)
    }

    pub(super) fn sessions(&self) -> PathBuf {
        self.data.join("sessions")
    }
}

/// One open evaluation's folder. It is alive as long as the program holds the lock beside it; that ends by itself
/// when the program does, however it does.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) folder: PathBuf,
    alive: PathBuf,
    /// Holds the lock.
    _lock: File,
}

static COUNTER: AtomicU64 = AtomicU64::new(0);

/// Differs from all others of this machine.
pub(super) fn fresh_id() -> String {
    let now = jiff::Timestamp::now();
    let count = COUNTER.fetch_add(1, Relaxed);
    format!("{}-{}-{count}", now.as_millisecond(), std::process::id())
}

impl Session {
    pub(super) fn start(places: &Places) -> Result<Self, FileError> {
        let sessions = places.sessions();
        let failed = |error: io::Error| FileError::data(&sessions, &error);
        private_folder(&sessions).map_err(failed)?;
        clear_abandoned(&sessions);
        let id = fresh_id();
        let folder = sessions.join(&id);
        let alive = alive_file(&folder);
        let lock = File::create_new(&alive).map_err(failed)?;
        // Where locks are not supported the session lives all the same.
        drop(lock.try_lock());
        // Only after the lock: nobody takes a folder for abandoned in between.
        private_folder(&folder).map_err(failed)?;
        Ok(Self { folder, alive, _lock: lock })
    }

    pub(super) fn evidence(&self) -> PathBuf {
        self.folder.join("evidence")
    }

    pub(super) fn record(&self) -> PathBuf {
        record_in(&self.folder)
    }
}

impl Drop for Session {
    /// A session that left a record of unsaved edits keeps its folder.
    fn drop(&mut self) {
        if !self.record().exists() {
            drop(fs::remove_dir_all(&self.folder));
            drop(fs::remove_file(&self.alive));
        }
    }
}

pub(super) fn record_in(folder: &Path) -> PathBuf {
    folder.join("edits.ron")
}

const ALIVE: &str = "alive";

fn alive_file(folder: &Path) -> PathBuf {
    folder.with_added_extension(ALIVE)
}

/// Makes a folder that its owner alone looks into, and those above it that are not there.
pub(super) fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
        builder.mode(0o700).create(path)?;
        // Earlier versions let others look.
        if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
        }
    }
    #[cfg(not(unix))]
    builder.create(path)?;
    Ok(())
}

/// For a file that its owner alone reads.
pub(super) fn private_file() -> fs::OpenOptions {
    let mut options = File::options();
    options.write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

/// Takes away what sessions left that were killed with nothing to restore: commands, mostly.
pub(super) fn clear_abandoned(sessions: &Path) {
    let folders = fs::read_dir(sessions).into_iter().flatten().flatten().map(|entry| entry.path());
    for folder in folders.filter(|path| path.is_dir() && !record_in(path).exists()) {
        if let Some(_lock) = take_over(&folder)
            && !record_in(&folder).exists()
        {
            drop(remove_session(&folder));
        }
    }
    clear_lone_locks(sessions);
}

/// A program killed between its lock and its folder leaves the lock alone. One that is just beginning looks the same for a
/// moment, so only those of another day go.
fn clear_lone_locks(sessions: &Path) {
    let files = fs::read_dir(sessions).into_iter().flatten().flatten().map(|entry| entry.path());
    for alive in files.filter(|path| path.extension().is_some_and(|extension| extension == ALIVE)) {
        let age = fs::metadata(&alive).and_then(|file| file.modified()).map(|then| then.elapsed());
        let is_old = matches!(age, Ok(Ok(age)) if age > Duration::from_secs(24 * 60 * 60));
        if is_old
            && !alive.with_extension("").exists()
            && File::open(&alive).is_ok_and(|file| file.try_lock().is_ok())
        {
            drop(fs::remove_file(&alive));
        }
    }
}

/// A lock on an abandoned session's folder, or `None` while its program runs.
pub(super) fn take_over(folder: &Path) -> Option<File> {
    let lock =
        File::options().read(true).write(true).create(true).truncate(false).open(alive_file(folder)).ok()?;
    lock.try_lock().ok()?;
    Some(lock)
}

pub(super) fn remove_session(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        // Its own program was quicker, and the lock that was taken over has made its file again.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        removed => removed?,
    }
    drop(fs::remove_file(alive_file(folder)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locks_that_a_kill_left_alone_go_the_day_after() {
        let data = tempfile::tempdir().unwrap();
        let places = Places::at(data.path());
        let session = Session::start(&places).unwrap();
        let (old, new) = (places.sessions().join("1-1-0.alive"), places.sessions().join("2-2-0.alive"));
        for alive in [&old, &new, &session.alive] {
            let file = File::options().create(true).append(true).open(alive).unwrap();
            if alive != &new {
                file.set_modified(std::time::UNIX_EPOCH).unwrap();
            }
        }
        clear_abandoned(&places.sessions());
        assert_eq!((old.exists(), new.exists(), session.alive.exists()), (false, true, true));
    }

    /// Another program that begins sees a session whose own program removes it at this moment.
    #[test]
    fn a_session_that_just_went_leaves_no_lock() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join("1-1-0");
        let lock = take_over(&folder).unwrap();
        remove_session(&folder).unwrap();
        drop(lock);
        assert!(!alive_file(&folder).exists());
    }
}
