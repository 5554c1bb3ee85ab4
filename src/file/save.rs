//! Saving: a complete new file beside the old one, read back, then put in its place. At every moment there is a
//! whole file under the name.

use super::bytes::{Bytes, digest};
use super::evidence::Base;
use super::target::{Saved, Target, is_same_place};
use super::write::{self, Texts};
use super::{EvidenceStore, FileError, Journal, Progress, Stamp, seal};
use crate::evaluation::{Evaluation, Evidence};
use crate::template::Template;
use std::fs::File;
use std::io;
use std::path::PathBuf;
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
    let target = Target::of(path)?;
    if !force {
        refuse_if_changed(&target, store.base().as_ref(), progress)?;
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

    let fresh = target.fresh()?;
    let file = fresh.handle().map_err(|error| FileError::writing(path, &error))?;
    let written = write::write(path, file, texts, evaluation, store, progress)?;
    let digest = seal::close(fresh.file(), progress).map_err(|error| match progress.check() {
        Ok(()) => FileError::writing(path, &error),
        Err(cancelled) => cancelled,
    })?;
    target.complete(&fresh)?;
    let bytes = Bytes::File(fresh.file().clone());
    let index = write::verify(path, &bytes, written, progress)?;

    let stamp = Stamp::of(fresh.file()).ok();
    // An open file cannot be replaced on every Windows file system.
    target.put_in_place(&fresh, progress, |rename| store.without_base_handle(rename))?;
    let saved = target.saved(digest.clone());
    store.saved(Base { path: Some(saved.path.clone()), bytes, stamp, digest, index });
    Ok(saved)
}

fn refuse_if_changed(target: &Target, base: Option<&Base>, progress: &Progress) -> Result<(), FileError> {
    let Some(base) = base else { return Ok(()) };
    let file = target.file();
    if !base.path.as_deref().is_some_and(|opened| is_same_place(opened, file)) {
        return Ok(());
    }
    let file = match File::open(file) {
        Ok(file) => file,
        // Written anew here there would be two of it, and nobody would know which one counts. What was restored
        // without it has no stamp: it was not there then either.
        Err(error) if error.kind() == io::ErrorKind::NotFound && base.stamp.is_some() => {
            return Err(FileError::MovedAway { path: target.shown().to_path_buf() });
        }
        Err(_) => return Ok(()),
    };
    let stamp = Stamp::of(&file).ok();
    if stamp.is_some() && stamp == base.stamp {
        return Ok(());
    }
    match digest(&Bytes::File(Arc::new(file)), progress) {
        Ok(found) if found == base.digest => Ok(()),
        _ if progress.is_cancelled() => Err(FileError::Cancelled),
        _ => Err(FileError::ChangedOnDisk { path: target.shown().to_path_buf() }),
    }
}
