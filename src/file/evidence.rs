//! Where the bytes of evidence (佐证材料) are: in the file as last saved, built in, or staged since.

use super::bytes::{Bytes, HashCopyError, hash_copy};
use super::container::{self, Container, Content};
use super::places::{Session, private_file, private_folder};
use super::{FileError, Places, Progress, Stamp};
use crate::evaluation::Evidence;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Finds the bytes of evidence by their digest. Cloning gives another handle to the same store; all threads may
/// use it at once.
#[derive(Clone, Debug)]
pub struct EvidenceStore {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    places: Places,
    session: Mutex<Option<Arc<Session>>>,
    state: Mutex<State>,
    /// One save at a time.
    saving: Mutex<()>,
    counter: AtomicU64,
}

#[derive(Debug, Default)]
struct State {
    base: Option<Base>,
    /// Digests of the files in the session's folder.
    staged: BTreeSet<String>,
    /// Evidence that was not there when the file was opened.
    lost: BTreeSet<u32>,
}

/// The container as last opened or saved. It stays open: what happens to its name does not touch its bytes.
#[derive(Clone, Debug)]
pub(super) struct Base {
    /// `None` for a built-in one.
    pub(super) path: Option<PathBuf>,
    pub(super) bytes: Bytes,
    pub(super) stamp: Option<Stamp>,
    pub(super) digest: String,
    pub(super) index: Index,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    pub(super) members: BTreeMap<String, Content>,
    /// Members that the evaluation does not name; carried along.
    pub(super) unlisted: Vec<String>,
}

/// Where a piece of evidence is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Source {
    Staged(PathBuf),
    Member(String),
}

/// A file that [`EvidenceStore::add`] took in: what an [`Evidence`] needs to know of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Added {
    /// Its own name, without folders, as every system can store it.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// In lower-case hexadecimal.
    pub sha256: String,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl EvidenceStore {
    /// The store of a new evaluation.
    pub fn new(places: &Places) -> Self {
        Self::with(places, State::default())
    }

    pub(super) fn over(places: &Places, base: Base, lost: BTreeSet<u32>) -> Self {
        Self::with(places, State { base: Some(base), lost, ..State::default() })
    }

    fn with(places: &Places, state: State) -> Self {
        let shared = Shared {
            places: places.clone(),
            session: Mutex::default(),
            state: Mutex::new(state),
            saving: Mutex::default(),
            counter: AtomicU64::new(0),
        };
        Self { shared: Arc::new(shared) }
    }

    /// The session's folder, made when first needed.
    pub(super) fn session(&self) -> Result<Arc<Session>, FileError> {
        let mut session = locked(&self.shared.session);
        match &*session {
            Some(session) => Ok(session.clone()),
            None => Ok(session.insert(Arc::new(Session::start(&self.shared.places)?)).clone()),
        }
    }

    pub(super) fn places(&self) -> &Places {
        &self.shared.places
    }

    pub(super) fn base(&self) -> Option<Base> {
        locked(&self.shared.state).base.clone()
    }

    pub(super) fn mark_lost(&self, lost: BTreeSet<u32>) {
        locked(&self.shared.state).lost = lost;
    }

    /// Bytes were known to be missing when the file was opened.
    pub(super) fn was_lost(&self, evidence: &Evidence) -> bool {
        locked(&self.shared.state).lost.contains(&evidence.id)
    }

    pub(super) fn saving(&self) -> MutexGuard<'_, ()> {
        locked(&self.shared.saving)
    }

    pub(super) fn find(&self, evidence: &Evidence) -> Option<Source> {
        let state = locked(&self.shared.state);
        if state.staged.contains(&evidence.sha256)
            && let Some(session) = &*locked(&self.shared.session)
        {
            return Some(Source::Staged(session.evidence().join(&evidence.sha256)));
        }
        let members = &state.base.as_ref()?.index.members;
        let has_it =
            |content: &Content| matches!(content, Content::Read { sha256, .. } if *sha256 == evidence.sha256);
        let member = container::member_name(evidence);
        if members.get(&member).is_some_and(has_it) {
            return Some(Source::Member(member));
        }
        let same = members.iter().find(|(_, content)| has_it(content)).map(|(name, _)| name.clone());
        // Changed or damaged bytes under its name are better than none: they are kept, and named at each opening.
        same.or_else(|| members.contains_key(&member).then_some(member)).map(Source::Member)
    }

    /// Copies `source` into the session's folder. It stays there until a save has put it into the file, so that
    /// neither moving the original nor a crash loses it.
    ///
    /// # Errors
    /// A source that is a folder or cannot be read; no room for the copy; cancelled.
    pub fn add(&self, source: &Path, progress: &Progress) -> Result<Added, FileError> {
        progress.expect(fs::metadata(source).map_or(0, |metadata| metadata.len()));
        self.add_expected(source, progress)
    }

    /// As [`Self::add`], one after the other; how much there is of all of them is known before the first is copied. What
    /// follows a cancel is left out.
    pub fn add_all(
        &self,
        sources: Vec<PathBuf>,
        progress: &Progress,
    ) -> Vec<(PathBuf, Result<Added, FileError>)> {
        progress.expect_parts(sources.len());
        let sizes =
            sources.iter().filter_map(|source| fs::metadata(source).ok()).map(|metadata| metadata.len());
        progress.expect(sizes.sum());
        let add = |source: PathBuf| {
            progress.check().ok()?;
            let result = self.add_expected(&source, progress);
            progress.end_part();
            Some((source, result))
        };
        sources.into_iter().map_while(add).collect()
    }

    fn add_expected(&self, source: &Path, progress: &Progress) -> Result<Added, FileError> {
        let from_source = |error: io::Error| FileError::source(source, &error);
        let metadata = fs::metadata(source).map_err(from_source)?;
        if metadata.is_dir() {
            return Err(FileError::SourceIsFolder { path: source.to_path_buf() });
        }
        if !metadata.is_file() {
            return Err(FileError::source(source, &io::Error::other("not a regular file")));
        }
        let file = File::open(source).map_err(from_source)?;
        let name = source.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut reader = Bytes::File(Arc::new(file)).reader(progress).map_err(from_source)?;
        let name = container::storable_name(&name);
        let read_failed = |error| FileError::source(source, &error);
        let (size, sha256) = self.stage(&mut reader, &name, None, progress, read_failed)?;
        Ok(Added { name, size, sha256 })
    }

    fn stage(
        &self,
        from: &mut impl Read,
        name: &str,
        expected: Option<&Evidence>,
        progress: &Progress,
        read_failed: impl FnOnce(io::Error) -> FileError,
    ) -> Result<(u64, String), FileError> {
        let session = self.session()?;
        let folder = session.evidence();
        let coming = folder.join(format!("coming-{}", self.shared.counter.fetch_add(1, Relaxed)));
        // Errors speak of the evidence by its own name.
        let shown = folder.join(name);
        let failed = |error: io::Error| FileError::data(&shown, &error);
        private_folder(&folder).map_err(failed)?;
        let copied = (|| {
            let mut to = private_file().create_new(true).open(&coming).map_err(failed)?;
            let limit = expected.map_or(u64::MAX, |expected| expected.size.saturating_add(1));
            let copied =
                hash_copy(from, Some(&mut to), limit).map_err(|error| match (progress.check(), error) {
                    (Err(cancelled), _) => cancelled,
                    (Ok(()), HashCopyError::Read(error)) => read_failed(error),
                    (Ok(()), HashCopyError::Write(error)) => failed(error),
                })?;
            to.sync_all().map_err(failed)?;
            if let Some(expected) = expected
                && (copied.0 != expected.size || copied.1 != expected.sha256)
            {
                return Err(FileError::EvidenceChanged { name: expected.name.clone() });
            }
            fs::rename(&coming, folder.join(&copied.1)).map_err(failed)?;
            Ok(copied)
        })();
        match copied {
            Ok((size, sha256)) => {
                locked(&self.shared.state).staged.insert(sha256.clone());
                Ok((size, sha256))
            }
            Err(error) => {
                drop(fs::remove_file(&coming));
                Err(error)
            }
        }
    }

    /// A read-only copy under its original name, in a fresh folder that goes when the session ends: for opening
    /// with the system's own program.
    ///
    /// # Errors
    /// Evidence whose bytes are nowhere, or are not those that were added; no room for the copy; cancelled.
    pub fn export(&self, evidence: &Evidence, progress: &Progress) -> Result<PathBuf, FileError> {
        progress.expect(evidence.size);
        let session = self.session()?;
        let folder = session.folder.join("view").join(self.shared.counter.fetch_add(1, Relaxed).to_string());
        let copy = folder.join(container::storable_name(&evidence.name));
        let failed = |error: io::Error| FileError::data(&copy, &error);
        private_folder(&folder).map_err(failed)?;
        let written =
            self.with_reader(evidence, progress, |from| {
                let mut to = private_file().create_new(true).open(&copy).map_err(failed)?;
                let (size, sha256) = hash_copy(from, Some(&mut to), evidence.size.saturating_add(1))
                    .map_err(|error| match (progress.check(), error) {
                        (Err(cancelled), _) => cancelled,
                        (Ok(()), HashCopyError::Read(_)) => {
                            FileError::EvidenceLost { name: evidence.name.clone() }
                        }
                        (Ok(()), HashCopyError::Write(error)) => failed(error),
                    })?;
                if size != evidence.size || sha256 != evidence.sha256 {
                    return Err(FileError::EvidenceChanged { name: evidence.name.clone() });
                }
                to.flush().map_err(failed)?;
                let mut permissions = to.metadata().map_err(failed)?.permissions();
                permissions.set_readonly(true);
                fs::set_permissions(&copy, permissions).map_err(failed)
            });
        match written {
            Ok(()) => Ok(copy),
            Err(error) => {
                drop(fs::remove_dir_all(&folder));
                Err(error)
            }
        }
    }

    fn with_reader<T>(
        &self,
        evidence: &Evidence,
        progress: &Progress,
        work: impl FnOnce(&mut dyn Read) -> Result<T, FileError>,
    ) -> Result<T, FileError> {
        let lost = || FileError::EvidenceLost { name: evidence.name.clone() };
        match self.find(evidence).ok_or_else(lost)? {
            Source::Staged(path) => {
                let file = File::open(&path).map_err(|error| FileError::data(&path, &error))?;
                let mut reader = Bytes::File(Arc::new(file)).reader(progress).map_err(|_| lost())?;
                work(&mut reader)
            }
            Source::Member(member) => {
                let base = self.base().ok_or_else(lost)?;
                let path = base.path.unwrap_or_default();
                let mut container = Container::read(&path, &base.bytes, progress)?;
                let mut reader = container.open(&member).ok_or_else(lost)?;
                work(&mut reader)
            }
        }
    }

    /// Puts evidence that only the present file holds into the session's folder.
    pub(super) fn keep_aside(&self, evidence: &Evidence, progress: &Progress) -> Result<(), FileError> {
        if !matches!(self.find(evidence), Some(Source::Member(_))) {
            return Ok(());
        }
        let kept = self.with_reader(evidence, progress, |mut from| {
            let lost = |_| FileError::EvidenceLost { name: evidence.name.clone() };
            self.stage(&mut from, &evidence.name, Some(evidence), progress, lost).map(drop)
        });
        match kept {
            // What was damaged before cannot be brought back by undo either; the file's own copy stays in .bak.
            Err(FileError::EvidenceChanged { .. } | FileError::EvidenceLost { .. }) => Ok(()),
            other => other,
        }
    }

    /// After a save: the file holds what it holds; staged copies of that are not needed any more.
    pub(super) fn saved(&self, base: Base) {
        let mut state = locked(&self.shared.state);
        let folder = locked(&self.shared.session).as_ref().map(|session| session.evidence());
        for content in base.index.members.values() {
            if let (Content::Read { sha256, .. }, Some(folder)) = (content, &folder)
                && state.staged.remove(sha256)
            {
                drop(fs::remove_file(folder.join(sha256)));
            }
        }
        state.base = Some(base);
    }

    /// Takes over the staged files of a session that crashed; they stay where they are, too.
    pub(super) fn adopt(&self, folder: &Path, progress: &Progress) -> Result<(), FileError> {
        let Ok(files) = fs::read_dir(folder) else {
            return Ok(());
        };
        let into = self.session()?.evidence();
        let failed = |error: io::Error| FileError::data(&into, &error);
        private_folder(&into).map_err(failed)?;
        for file in files.flatten() {
            progress.check()?;
            let name = file.file_name().to_string_lossy().into_owned();
            if name.len() == 64 {
                let to = into.join(&name);
                if fs::hard_link(file.path(), &to).is_err() {
                    fs::copy(file.path(), &to).map_err(failed)?;
                }
                locked(&self.shared.state).staged.insert(name);
            }
        }
        Ok(())
    }

    /// Runs `replace` while the present file is not held open, and holds it again if that fails.
    pub(super) fn without_base_handle(&self, replace: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let base = locked(&self.shared.state).base.take();
        let path = base.as_ref().and_then(|base| base.path.clone());
        let index = base.map(|base| (base.stamp, base.digest, base.index));
        let replaced = replace();
        if replaced.is_err()
            && let (Some(path), Some((stamp, digest, index))) = (path, index)
            && let Ok(file) = File::open(&path)
        {
            let bytes = Bytes::File(Arc::new(file));
            locked(&self.shared.state).base = Some(Base { path: Some(path), bytes, stamp, digest, index });
        }
        replaced
    }

    /// Replaces the base, for an evaluation rebuilt from another source than its file.
    pub(super) fn rebase(&self, base: Option<Base>) {
        locked(&self.shared.state).base = base;
    }
}
