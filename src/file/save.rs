//! Saving: a complete new file beside the old one, read back, then put in its place. At every moment there is a
//! whole file under the name.

use super::bytes::{Bytes, digest};
use super::evidence::Base;
use super::places::fresh_id;
use super::write::{self, Texts};
use super::{EvidenceStore, FileError, Journal, Progress, Stamp};
use crate::evaluation::{Evaluation, Evidence};
use crate::template::Template;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What to save, and where.
#[derive(Clone, Debug)]
pub struct SaveRequest {
    /// Where to; its folder must exist.
    pub path: PathBuf,
    /// As it is scored by; written without what the evaluation changes of it.
    pub template: Arc<Template>,
    /// The state to write.
    pub evaluation: Arc<Evaluation>,
    /// The whole audit trail, this saving included.
    pub journal: Journal,
    /// Where the bytes of its evidence are.
    pub store: EvidenceStore,
    /// All evidence that undo or redo can bring back; see [`reachable_evidence`].
    pub reachable: Vec<Arc<Evidence>>,
    /// Also over a file that somebody else changed meanwhile. That version stays as `.bak`.
    pub force: bool,
}

/// What was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Saved {
    /// Where it is now: absolute, links followed.
    pub path: PathBuf,
    /// SHA-256 of the whole file, as `sha256sum` prints it.
    pub digest: String,
}

/// All evidence that the states of a history name.
pub fn reachable_evidence<'a>(states: impl IntoIterator<Item = &'a Arc<Evaluation>>) -> Vec<Arc<Evidence>> {
    let mut all: Vec<Arc<Evidence>> =
        states.into_iter().flat_map(|state| state.evidence.iter().cloned()).collect();
    all.sort_by(|a, b| (a.id, &a.sha256).cmp(&(b.id, &b.sha256)));
    all.dedup();
    all
}

/// Saves. The previous version stays beside the file as `<name>.bak`. Evidence that is there already is copied as
/// it lies, not packed again; evidence that undo can bring back is put aside first.
///
/// # Errors
/// Whatever kept it from being written whole. The old file is intact then, and nothing is left beside it.
pub fn save(request: &SaveRequest, progress: &Progress) -> Result<Saved, FileError> {
    let SaveRequest { path, template, evaluation, journal, store, reachable, force } = request;
    let _one_at_a_time = store.saving();
    let (folder, target) = resolve(path)?;
    let replaced = match fs::metadata(&target) {
        Ok(metadata) if metadata.is_dir() => return Err(FileError::IsFolder { path: path.clone() }),
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err(FileError::ReadOnly { path: path.clone() });
        }
        Ok(metadata) => Some(metadata),
        Err(_) => None,
    };
    if !force {
        refuse_if_changed(path, &target, store.base().as_ref(), progress)?;
    }
    let texts = Texts::of(path, template, evaluation, journal)?;

    let evidence_size: u64 = evaluation.evidence.iter().map(|file| file.size).sum();
    // Read, read back, digest.
    progress.expect(evidence_size.saturating_mul(3).max(1));
    for file in reachable {
        if !evaluation.evidence.iter().any(|kept| kept.sha256 == file.sha256) {
            store.keep_aside(file, progress)?;
        }
    }

    remove_abandoned(&folder);
    let writing = |error: io::Error| FileError::writing(path, &error);
    let fresh = Fresh::create(&folder).map_err(writing)?;
    let written = write::write(path, fresh.handle().map_err(writing)?, texts, evaluation, store, progress)?;
    if let Some(replaced) = &replaced {
        fs::set_permissions(&fresh.path, replaced.permissions()).map_err(writing)?;
    }
    fresh.file.sync_all().map_err(writing)?;
    let bytes = Bytes::File(fresh.file.clone());
    let index = write::verify(path, &bytes, written, progress)?;
    let digest = digest(&bytes, progress).map_err(|error| match progress.check() {
        Ok(()) => FileError::VerifyFailed { path: path.clone(), detail: error.to_string() },
        Err(cancelled) => cancelled,
    })?;

    if replaced.is_some() {
        back_up(&target, progress).map_err(|error| match progress.check() {
            Ok(()) => writing(error),
            Err(cancelled) => cancelled,
        })?;
    }
    progress.check()?;
    let stamp = Stamp::of(&fresh.file).ok();
    fresh.put_in_place(&target, store).map_err(writing)?;
    sync_folder(&folder);
    store.saved(Base { path: Some(target.clone()), bytes, stamp, digest: digest.clone(), index });
    Ok(Saved { path: target, digest })
}

/// The folder and the file itself, links followed: a link stays a link.
pub(super) fn resolve(path: &Path) -> Result<(PathBuf, PathBuf), FileError> {
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

fn refuse_if_changed(
    path: &Path,
    target: &Path,
    base: Option<&Base>,
    progress: &Progress,
) -> Result<(), FileError> {
    let Some(base) = base else { return Ok(()) };
    let same_place = base
        .path
        .as_deref()
        .is_some_and(|opened| opened == target || opened.canonicalize().is_ok_and(|opened| opened == target));
    if !same_place {
        return Ok(());
    }
    let Ok(file) = File::open(target) else {
        return Ok(());
    };
    let stamp = Stamp::of(&file).ok();
    if stamp.is_some() && stamp == base.stamp {
        return Ok(());
    }
    match digest(&Bytes::File(Arc::new(file)), progress) {
        Ok(found) if found == base.digest => Ok(()),
        _ if progress.is_cancelled() => Err(FileError::Cancelled),
        _ => Err(FileError::ChangedOnDisk { path: path.to_path_buf() }),
    }
}

/// A new file beside the target, removed again unless it is put in place.
struct Fresh {
    path: PathBuf,
    file: Arc<File>,
}

const FRESH_PREFIX: &str = ".jiping-";
const FRESH_SUFFIX: &str = ".tmp";

impl Fresh {
    fn create(folder: &Path) -> io::Result<Self> {
        let path = folder.join(format!("{FRESH_PREFIX}{}{FRESH_SUFFIX}", fresh_id()));
        let file = File::options().read(true).write(true).create_new(true).open(&path)?;
        // Tells it from one that a crash left behind; where locks are not supported, those just stay.
        drop(file.try_lock());
        Ok(Self { path, file: Arc::new(file) })
    }

    fn handle(&self) -> io::Result<File> {
        self.file.try_clone()
    }

    fn put_in_place(&self, target: &Path, store: &EvidenceStore) -> io::Result<()> {
        drop(self.file.unlock());
        if cfg!(windows) {
            // An open file cannot be replaced on every Windows file system.
            return store.without_base_handle(|| rename_patiently(&self.path, target));
        }
        fs::rename(&self.path, target)
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // Once in place there is nothing under this name.
        drop(fs::remove_file(&self.path));
    }
}

/// Virus scanners and indexers hold a new file open for a moment.
pub(super) fn rename_patiently(from: &Path, to: &Path) -> io::Result<()> {
    for pause in [20, 50, 100, 200, 400] {
        match fs::rename(from, to) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                std::thread::sleep(std::time::Duration::from_millis(pause));
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
pub(super) fn back_up(target: &Path, progress: &Progress) -> io::Result<()> {
    let backup = target.with_added_extension("bak");
    let coming = target.with_added_extension("bak-new");
    drop(fs::remove_file(&coming));
    let copied = (|| {
        if fs::hard_link(target, &coming).is_err() {
            // No hard links (FAT, some network drives).
            let source = Bytes::File(Arc::new(File::open(target)?));
            let mut to = File::create(&coming)?;
            io::copy(&mut source.reader(progress)?, &mut to)?;
            to.sync_all()?;
        }
        fs::rename(&coming, &backup)
    })();
    // Renaming between two names of one file leaves both.
    drop(fs::remove_file(&coming));
    copied
}

#[cfg(unix)]
fn sync_folder(folder: &Path) {
    if let Err(error) = File::open(folder).and_then(|folder| folder.sync_all()) {
        log::warn!("the folder could not be synchronised: {error}");
    }
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) {}
