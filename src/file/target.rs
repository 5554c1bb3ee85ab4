//! The place that a file is saved to, and putting a new version there. At every moment there is a whole file under
//! the name, the old one or the new one, and the old one stays as `<name>.bak`.

use super::bytes::Bytes;
use super::places::fresh_id;
use super::{FileError, Progress};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a file is saved to.
pub(super) struct Target {
    /// As the user named it: for what is said about it.
    shown: PathBuf,
    folder: PathBuf,
    /// The file itself, links followed.
    file: PathBuf,
    /// What is there already.
    replaced: Option<fs::Metadata>,
}

impl Target {
    /// # Errors
    /// A folder of that name, a file that may not be written, or no folder to put it in.
    pub(super) fn of(path: &Path) -> Result<Self, FileError> {
        let shown = path.to_path_buf();
        let (folder, file) = resolve(path)?;
        let replaced = match fs::metadata(&file) {
            Ok(metadata) if metadata.is_dir() => return Err(FileError::IsFolder { path: shown }),
            Ok(metadata) if metadata.permissions().readonly() => {
                return Err(FileError::ReadOnly { path: shown });
            }
            Ok(metadata) => Some(metadata),
            Err(_) => None,
        };
        Ok(Self { shown, folder, file, replaced })
    }

    pub(super) fn shown(&self) -> &Path {
        &self.shown
    }

    pub(super) fn file(&self) -> &Path {
        &self.file
    }

    /// There is a file already.
    pub(super) fn exists(&self) -> bool {
        self.replaced.is_some()
    }

    /// An empty file beside the old one, for the new version.
    pub(super) fn fresh(&self) -> Result<Fresh, FileError> {
        remove_abandoned(&self.folder);
        Fresh::create(&self.folder).map_err(|error| self.writing(&error))
    }

    /// The new version is written: it gets the permissions of the old one, and is on the disk.
    pub(super) fn complete(&self, fresh: &Fresh) -> Result<(), FileError> {
        let completed = (|| {
            if let Some(replaced) = &self.replaced {
                fs::set_permissions(&fresh.path, replaced.permissions())?;
            }
            fresh.file.sync_all()
        })();
        completed.map_err(|error| self.writing(&error))
    }

    /// Keeps the old version as `.bak` and puts the new one in its place. `replacing` does the renaming where an
    /// open file is in its way.
    pub(super) fn put_in_place(
        &self,
        fresh: &Fresh,
        progress: &Progress,
        replacing: impl FnOnce(&mut dyn FnMut() -> io::Result<()>) -> io::Result<()>,
    ) -> Result<(), FileError> {
        let failed = |error: io::Error| match progress.check() {
            Ok(()) => self.writing(&error),
            Err(cancelled) => cancelled,
        };
        if self.exists() {
            back_up(&self.file, &self.folder, progress).map_err(failed)?;
        }
        progress.commit()?;
        drop(fresh.file.unlock());
        let mut rename = || rename_patiently(&fresh.path, &self.file);
        let renamed = if cfg!(windows) { replacing(&mut rename) } else { rename() };
        renamed.map_err(|error| self.writing(&error))?;
        sync_folder(&self.folder);
        Ok(())
    }

    fn writing(&self, error: &io::Error) -> FileError {
        FileError::writing(&self.shown, error)
    }
}

/// The folder and the file itself, links followed: a link stays a link.
fn resolve(path: &Path) -> Result<(PathBuf, PathBuf), FileError> {
    let missing = || FileError::FolderMissing { path: path.to_path_buf() };
    if let Ok(target) = path.canonicalize() {
        let folder = target.parent().ok_or_else(|| FileError::IsFolder { path: path.to_path_buf() })?;
        return Ok((folder.to_path_buf(), target));
    }
    let name = path.file_name().ok_or_else(missing)?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = folder.canonicalize().map_err(|error| FileError::writing(path, &error))?;
    if !folder.is_dir() {
        return Err(missing());
    }
    let target = folder.join(name);
    Ok((folder, target))
}

/// A new file beside the target, removed again unless it is put in place.
pub(super) struct Fresh {
    path: PathBuf,
    file: Arc<File>,
}

const FRESH_PREFIX: &str = ".jiping-";
const FRESH_SUFFIX: &str = ".tmp";

fn fresh_name() -> String {
    format!("{FRESH_PREFIX}{}{FRESH_SUFFIX}", fresh_id())
}

impl Fresh {
    fn create(folder: &Path) -> io::Result<Self> {
        let path = folder.join(fresh_name());
        let file = File::options().read(true).write(true).create_new(true).open(&path)?;
        // Tells it from one that a crash left behind; where locks are not supported, those just stay.
        drop(file.try_lock());
        Ok(Self { path, file: Arc::new(file) })
    }

    pub(super) fn file(&self) -> &Arc<File> {
        &self.file
    }

    pub(super) fn handle(&self) -> io::Result<File> {
        self.file.try_clone()
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // Once in place there is nothing under this name.
        drop(fs::remove_file(&self.path));
    }
}

/// On Windows virus scanners and indexers hold a new file open for a moment.
pub(super) fn rename_patiently(from: &Path, to: &Path) -> io::Result<()> {
    let pauses: &[u64] = if cfg!(windows) { &[20, 50, 100, 200, 400] } else { &[] };
    for pause in pauses {
        match fs::rename(from, to) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                std::thread::sleep(std::time::Duration::from_millis(*pause));
            }
            other => return other,
        }
    }
    fs::rename(from, to)
}

/// New files that a crash left in the folder: theirs is a lock that nobody holds.
fn remove_abandoned(folder: &Path) {
    let Ok(files) = fs::read_dir(folder) else { return };
    for file in files.flatten() {
        let name = file.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(FRESH_PREFIX)
            && name.ends_with(FRESH_SUFFIX)
            && File::options()
                .read(true)
                .write(true)
                .open(file.path())
                .is_ok_and(|file| file.try_lock().is_ok())
        {
            drop(fs::remove_file(file.path()));
        }
    }
}

/// Keeps the present version as `<name>.bak`, without there being a moment at which `target` does not exist.
fn back_up(target: &Path, folder: &Path, progress: &Progress) -> io::Result<()> {
    let backup = target.with_added_extension("bak");
    // A name that nobody else uses: what is there already may be a second name of the very file that is backed up.
    let coming = folder.join(fresh_name());
    let copied = fs::hard_link(target, &coming).or_else(|_| copy_to_new(target, &coming, progress));
    let copied = copied.and_then(|()| fs::rename(&coming, &backup));
    // Renaming between two names of one file leaves both.
    drop(fs::remove_file(&coming));
    copied
}

/// Where there are no hard links (FAT, some network drives).
fn copy_to_new(target: &Path, coming: &Path, progress: &Progress) -> io::Result<()> {
    let source = Bytes::File(Arc::new(File::open(target)?));
    let mut to = File::create_new(coming)?;
    io::copy(&mut source.reader(progress)?, &mut to)?;
    to.sync_all()
}

#[cfg(unix)]
fn sync_folder(folder: &Path) {
    if let Err(error) = File::open(folder).and_then(|folder| folder.sync_all()) {
        log::warn!("the folder could not be synchronised: {error}");
    }
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_name_of_the_file_is_never_cut_short() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("评价.jiping"), folder.path().join("second"));
        fs::write(&file, b"the only version").unwrap();
        fs::hard_link(&file, &link).unwrap();
        assert_eq!(
            copy_to_new(&file, &link, &Progress::new()).unwrap_err().kind(),
            io::ErrorKind::AlreadyExists
        );
        assert_eq!(fs::read(&file).unwrap(), b"the only version");
    }
}
