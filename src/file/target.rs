//! The place that a file is saved to, and putting a new version there. At every moment there is a whole file under
//! the name, the old one or the new one, and the old one stays as `<name>.bak`.

use super::bytes::{Bytes, digest};
use super::names::{NameProblem, check_name, is_temporary, temporary_name};
use super::places::fresh_id;
use super::stamp::{Stamp, is_same_file};
use super::{FileError, Progress};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// What was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Saved {
    /// Where it is now: absolute, as it was named.
    pub path: PathBuf,
    /// SHA-256 of the whole file, as `sha256sum` prints it.
    pub digest: String,
    /// The file had another name besides (a hard link): that one still has the version before.
    pub had_other_names: bool,
}

/// Where a file is saved to.
pub(super) struct Target {
    /// As the user named it: for what is said about it.
    shown: PathBuf,
    folder: PathBuf,
    /// The file itself, links followed.
    file: PathBuf,
    /// What is there already.
    replaced: Option<fs::Metadata>,
    /// What is there has another name besides, which keeps the version before.
    has_other_names: bool,
}

impl Target {
    /// # Errors
    /// A folder of that name, a file that may not be written, or no folder to put it in.
    pub(super) fn of(path: &Path) -> Result<Self, FileError> {
        let shown = path.to_path_buf();
        let named = check_name(path.file_name().unwrap_or_default());
        // There a device stands under that name in each folder, and its path is another one.
        if cfg!(windows) && named == Err(NameProblem::Device) {
            return Err(FileError::BadName { path: shown, problem: NameProblem::Device });
        }
        // `a:b` without a folder is a file of drive A there; nobody means that.
        let mut parts = path.components();
        let has_drive = matches!(parts.next(), Some(Component::Prefix(_)));
        if has_drive && !matches!(parts.next(), Some(Component::RootDir)) {
            return Err(FileError::BadName { path: shown, problem: NameProblem::Character(':') });
        }
        let (folder, file) = resolve(path)?;
        let replaced = match fs::metadata(&file) {
            Ok(metadata) if metadata.is_dir() => return Err(FileError::IsFolder { path: shown }),
            Ok(metadata) if !metadata.is_file() => return Err(FileError::NotRegular { path: shown }),
            Ok(metadata) if metadata.permissions().readonly() => {
                return Err(FileError::ReadOnly { path: shown });
            }
            Ok(metadata) => Some(metadata),
            // A file that is there keeps its name, whatever it is called.
            Err(_) => match named {
                Ok(()) => None,
                Err(problem) => return Err(FileError::BadName { path: shown, problem }),
            },
        };
        let has_other_names = replaced.as_ref().is_some_and(|there| has_other_names(&file, there));
        Ok(Self { shown, folder, file, replaced, has_other_names })
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

    /// The same with all of the new version in it.
    pub(super) fn filled(&self, bytes: &[u8]) -> Result<Fresh, FileError> {
        let fresh = self.fresh()?;
        let written = fresh.handle().and_then(|mut file| file.write_all(bytes));
        written.map_err(|error| self.writing(&error))?;
        self.complete(&fresh)?;
        Ok(fresh)
    }

    /// What is told of a version of that digest that stands here now.
    pub(super) fn saved(&self, digest: String) -> Saved {
        let path = std::path::absolute(&self.shown).unwrap_or_else(|_| self.shown.clone());
        Saved { path, digest, had_other_names: self.has_other_names }
    }

    /// The new version is written: it gets the permissions of the old one, and is on the disk.
    pub(super) fn complete(&self, fresh: &Fresh) -> Result<(), FileError> {
        let completed = (|| {
            let replaced = self.replaced.as_ref().map(fs::Metadata::permissions);
            fs::set_permissions(&fresh.path.0, replaced.unwrap_or_else(|| fresh.permissions.clone()))?;
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
        self.take_place(fresh, replacing)
    }

    /// The same where nobody wants the old version any more.
    pub(super) fn take_place(
        &self,
        fresh: &Fresh,
        replacing: impl FnOnce(&mut dyn FnMut() -> io::Result<()>) -> io::Result<()>,
    ) -> Result<(), FileError> {
        let mut rename = || rename_patiently(&fresh.path.0, &self.file);
        let renamed = if cfg!(windows) { replacing(&mut rename) } else { rename() };
        renamed.map_err(|error| self.writing(&error))?;
        // Until it had its name it could be taken for one that a crash left behind.
        drop(fresh.file.unlock());
        sync_folder(&self.folder);
        self.confirm(fresh)
    }

    /// Nobody is told that a file was saved which is not there: a disk may have gone the moment before, or another one
    /// been put over its folder.
    fn confirm(&self, fresh: &Fresh) -> Result<(), FileError> {
        let is_there = match fs::metadata(&self.file) {
            Ok(there) => {
                Stamp::of(&fresh.file).is_ok_and(|written| written == Stamp::from(&there))
                    || self.reads_as(fresh)
            }
            // Only that it cannot be looked at.
            Err(error) => error.kind() == io::ErrorKind::PermissionDenied,
        };
        if is_there { Ok(()) } else { Err(FileError::PlaceLost { path: self.shown.clone() }) }
    }

    /// What stands there has the bytes that were written, whatever its time: some disks and servers keep another.
    fn reads_as(&self, fresh: &Fresh) -> bool {
        let digest_of = |file: Arc<File>| digest(&Bytes::File(file), &Progress::new()).ok();
        let there = File::open(&self.file).ok().and_then(|file| digest_of(Arc::new(file)));
        there.is_some() && there == digest_of(fresh.file.clone())
    }

    fn writing(&self, error: &io::Error) -> FileError {
        FileError::writing(&self.shown, error)
    }
}

/// The folder and the file itself. A link is followed, and stays a link; the path is left as it was given otherwise:
/// some places (RAM disks, encrypted ones) cannot say what their paths really are.
fn resolve(path: &Path) -> Result<(PathBuf, PathBuf), FileError> {
    let shown = || path.to_path_buf();
    let absolute = std::path::absolute(path).map_err(|error| FileError::writing(path, &error))?;
    let is_link = fs::symlink_metadata(&absolute).is_ok_and(|metadata| metadata.file_type().is_symlink());
    let target = match is_link {
        true => absolute.canonicalize().map_err(|_| FileError::BrokenLink { path: shown() })?,
        false => absolute,
    };
    // `..` has no name, and is a folder.
    if target.file_name().is_none() {
        return Err(FileError::IsFolder { path: shown() });
    }
    let folder = target.parent().ok_or_else(|| FileError::IsFolder { path: shown() })?.to_path_buf();
    match fs::metadata(&folder) {
        Ok(metadata) if metadata.is_dir() => Ok((folder, target)),
        Ok(_) => Err(FileError::FolderMissing { path: shown() }),
        Err(error) => Err(FileError::writing(path, &error)),
    }
}

/// Two paths lead to one file, named in another way perhaps (links, letter case where it counts for nothing); a file that
/// is gone is known by its folder.
pub fn is_same_place(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| {
        let absolute = std::path::absolute(path).ok()?;
        let in_folder = || Some(absolute.parent()?.canonicalize().ok()?.join(absolute.file_name()?));
        Some(absolute.canonicalize().ok().or_else(in_folder).unwrap_or(absolute))
    };
    one == other || real(one).is_some_and(|one| real(other) == Some(one))
}

/// A hard link elsewhere is the same file; its own `.bak` is none, which a save that was stopped may have left so.
#[cfg(unix)]
fn has_other_names(file: &Path, metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let backup = fs::metadata(backup_of(file));
    metadata.nlink() > 1 + u64::from(backup.is_ok_and(|backup| is_same_file(metadata, &backup)))
}

#[cfg(not(unix))]
fn has_other_names(_file: &Path, _metadata: &fs::Metadata) -> bool {
    false
}

/// Where the version before is kept.
fn backup_of(file: &Path) -> PathBuf {
    file.with_added_extension("bak")
}

/// A new file beside the target, removed again unless it is put in place. What comes first is dropped first: some systems
/// remove no file that is open.
pub(super) struct Fresh {
    file: Arc<File>,
    path: Removed,
    /// Those that a new file gets here.
    permissions: fs::Permissions,
}

/// The name of a file that goes with it. Once the file has another there is nothing under this one.
struct Removed(PathBuf);

impl Drop for Removed {
    fn drop(&mut self) {
        drop(fs::remove_file(&self.0));
    }
}

impl Fresh {
    fn create(folder: &Path) -> io::Result<Self> {
        loop {
            let path = folder.join(temporary_name(&fresh_id()));
            let file = File::options().read(true).write(true).create_new(true).open(&path)?;
            // From here on it goes again, whatever fails.
            let path = Removed(path);
            let permissions = file.metadata()?.permissions();
            #[cfg(unix)]
            {
                // Nobody reads it before it is what it should be.
                use std::os::unix::fs::PermissionsExt as _;
                file.set_permissions(fs::Permissions::from_mode(0o600))?;
            }
            // Tells it from one that a crash left behind; where locks are not supported, those just stay.
            let locked = file.try_lock();
            // Another program may have found it between the two and taken it for one of those.
            let is_taken = matches!(locked, Err(fs::TryLockError::WouldBlock)) || !path.0.exists();
            if !is_taken {
                hide(&path.0);
                return Ok(Self { file: Arc::new(file), path, permissions });
            }
        }
    }

    pub(super) fn file(&self) -> &Arc<File> {
        &self.file
    }

    pub(super) fn handle(&self) -> io::Result<File> {
        self.file.try_clone()
    }
}

/// Out of sight of whoever looks into the folder meanwhile; elsewhere the dot before the name does it. With the
/// permissions of the old version it gets its attributes back.
#[cfg(windows)]
fn hide(path: &Path) {
    let hidden = winsafe::SetFileAttributes(&path.to_string_lossy(), winsafe::co::FILE_ATTRIBUTE::HIDDEN);
    if let Err(error) = hidden {
        log::debug!("{} stays in sight: {error}", path.display());
    }
}

#[cfg(not(windows))]
fn hide(_path: &Path) {}

/// How often a version to keep is linked anew.
const TRIES: usize = 5;

/// On Windows virus scanners and indexers hold a new file open, for some seconds at most: access denied, sharing
/// violation, lock violation.
pub(super) fn rename_patiently(from: &Path, to: &Path) -> io::Result<()> {
    let is_held = |error: &io::Error| cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33));
    for pause in [20, 50, 100, 200, 400, 800, 1600, 1600] {
        match fs::rename(from, to) {
            Err(error) if is_held(&error) => std::thread::sleep(std::time::Duration::from_millis(pause)),
            renamed => return renamed,
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
        if is_temporary(&name)
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
    let backup = backup_of(target);
    // A save that was stopped after this step has kept it already.
    let is_kept = |kept: fs::Metadata| fs::metadata(target).is_ok_and(|there| is_same_file(&there, &kept));
    if fs::metadata(&backup).is_ok_and(is_kept) {
        return Ok(());
    }
    let mut tries = 0;
    loop {
        // A name that nobody else uses: what is there already may be a second name of the very file that is backed up.
        let coming = folder.join(temporary_name(&fresh_id()));
        let copied = fs::hard_link(target, &coming).or_else(|_| copy_to_new(target, &coming, progress));
        let copied = copied.and_then(|()| rename_patiently(&coming, &backup));
        // Renaming between two names of one file leaves both.
        drop(fs::remove_file(&coming));
        match copied {
            // Another program that saves there took it for one that a crash left behind.
            Err(error) if error.kind() == io::ErrorKind::NotFound && target.exists() && tries < TRIES => {
                tries += 1;
            }
            copied => return copied,
        }
    }
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

    /// The disk goes, or somebody else writes there, between the renaming and the answer to it.
    #[test]
    fn what_is_not_at_its_place_is_not_said_to_be() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("评价.jiping");
        let target = Target::of(&file).unwrap();
        let fresh = target.filled(b"the new version").unwrap();
        target.take_place(&fresh, |rename| rename()).unwrap();
        let lost = Err(FileError::PlaceLost { path: file.clone() });
        fs::remove_file(&file).unwrap();
        assert_eq!(target.confirm(&fresh), lost);
        fs::write(&file, b"another version").unwrap();
        assert_eq!(target.confirm(&fresh), lost);
        // The same bytes at another time: some servers date files themselves.
        fs::write(&file, b"the new version").unwrap();
        File::options().write(true).open(&file).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
        assert_eq!(target.confirm(&fresh), Ok(()));
    }

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
