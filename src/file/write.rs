//! Writing a container: the same evaluation yields the same bytes, and stored evidence is copied as it lies.

use super::bytes::{Bytes, hash_copy};
use super::container::{self, Container, Content};
use super::evidence::{Index, Source};
use super::{EvidenceStore, FileError, Journal, Progress, seal};
use crate::evaluation::{self, Evaluation, Evidence};
use crate::template::{self, Template};
use crate::text::{Detail, Explain as _, Message};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// The text members as they are written and must read back.
pub(super) struct Texts {
    members: [(&'static str, Vec<u8>); 3],
}

impl Texts {
    /// # Errors
    /// Text that would not read back as the same evaluation.
    pub(super) fn of(
        path: &Path,
        template: &Template,
        evaluation: &Evaluation,
        journal: &Journal,
    ) -> Result<Self, FileError> {
        let failed = |detail: Detail| FileError::VerifyFailed { path: path.to_path_buf(), detail };
        let text = |written: Result<String, ron::Error>| match written {
            Ok(text) => Ok(text.into_bytes()),
            Err(error) => Err(failed(error.to_string().into())),
        };
        let evaluation_text = text(evaluation::write(evaluation))?;
        match evaluation::read(&evaluation_text) {
            Ok(again) if again == *evaluation => {}
            Ok(_) => return Err(failed(container::EVALUATION.to_owned().into())),
            Err(error) => {
                let message = Message::new("file-member-detail").with("member", container::EVALUATION);
                return Err(failed(message.with_detail("detail", &error.message().into()).into()));
            }
        }
        Ok(Self {
            members: [
                (container::EVALUATION, evaluation_text),
                (container::TEMPLATE, text(template::write(template))?),
                (container::JOURNAL, text(journal.write())?),
            ],
        })
    }
}

/// The new file. Once it failed or was cancelled it takes everything without writing it: the zip writer completes its
/// archive even when it is dropped, and complains aloud if it cannot.
struct Out {
    file: File,
    /// Where it believes to be.
    at: u64,
    progress: Progress,
    failed: Arc<Mutex<Option<io::Error>>>,
}

impl Out {
    fn failed(&self) -> MutexGuard<'_, Option<io::Error>> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does `work` unless it is too late for that.
    fn attempt<T>(&mut self, instead: T, work: impl FnOnce(&mut File) -> io::Result<T>) -> io::Result<T> {
        if self.progress.is_cancelled() || self.failed().is_some() {
            return Ok(instead);
        }
        work(&mut self.file).map_err(|error| {
            let kind = error.kind();
            if kind != io::ErrorKind::Interrupted {
                *self.failed() = Some(error);
            }
            io::Error::from(kind)
        })
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.attempt(bytes.len(), |file| file.write(bytes))?;
        self.at += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.attempt((), File::flush)
    }
}

impl Seek for Out {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let instead = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(_) => Some(self.at),
        };
        let instead = instead.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        self.at = self.attempt(instead, |file| file.seek(to))?;
        Ok(self.at)
    }
}

/// What the members of a written container must hold.
pub(super) struct Written {
    texts: Texts,
    /// By name: how many bytes to look at, and what they must be.
    evidence: BTreeMap<String, (u64, Content)>,
    unlisted: Vec<String>,
}

fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644)
}

/// Writes the whole container into the empty `file`. `path` is for errors.
pub(super) fn write(
    path: &Path,
    file: File,
    texts: Texts,
    evaluation: &Evaluation,
    store: &EvidenceStore,
    progress: &Progress,
) -> Result<Written, FileError> {
    let failed = Arc::new(Mutex::new(None));
    let out = Out { file, at: 0, progress: progress.clone(), failed: failed.clone() };
    // Whoever stopped it decides what to tell: the user, the disk, or the source of the evidence.
    let blame = |evidence: Option<&Evidence>, error: &io::Error| {
        if progress.is_cancelled() {
            return FileError::Cancelled;
        }
        match (&*failed.lock().unwrap_or_else(PoisonError::into_inner), evidence) {
            (Some(error), _) => FileError::writing(path, error),
            (None, Some(evidence)) => FileError::EvidenceLost { name: evidence.name.clone() },
            (None, None) => FileError::writing(path, error),
        }
    };
    let zip_blame = |evidence: Option<&Evidence>, error: ZipError| blame(evidence, &io::Error::from(error));

    let mut zip = ZipWriter::new(BufWriter::with_capacity(256 * 1024, out));
    zip.set_comment(seal::blank()).map_err(|error| zip_blame(None, error))?;
    let stored = options(CompressionMethod::Stored);
    zip.start_file(container::MIMETYPE, stored).map_err(|error| zip_blame(None, error))?;
    zip.write_all(container::MIMETYPE_CONTENT).map_err(|error| blame(None, &error))?;
    for (name, bytes) in &texts.members {
        zip.start_file(*name, options(CompressionMethod::Deflated))
            .map_err(|error| zip_blame(None, error))?;
        zip.write_all(bytes).map_err(|error| blame(None, &error))?;
    }

    let base = store.base();
    let base_path = base.as_ref().and_then(|base| base.path.clone()).unwrap_or_default();
    let mut container = match &base {
        Some(base) if !base.index.members.is_empty() || !base.index.unlisted.is_empty() => {
            Some(Container::read(&base_path, &base.bytes, progress)?)
        }
        _ => None,
    };
    let mut evidence = BTreeMap::new();
    for file in &evaluation.evidence {
        let member = container::member_name(file);
        if evidence.contains_key(&member) {
            continue;
        }
        let lost = || FileError::EvidenceLost { name: file.name.clone() };
        let content = match store.find(file) {
            Some(Source::Staged(staged)) => {
                let source = File::open(&staged).map_err(|_| lost())?;
                let mut source = Bytes::File(Arc::new(source)).reader(progress).map_err(|_| lost())?;
                let large = stored.large_file(file.size >= u64::from(u32::MAX));
                zip.start_file(&member, large).map_err(|error| zip_blame(Some(file), error))?;
                let (size, sha256) = hash_copy(&mut source, Some(&mut zip), u64::MAX)
                    .map_err(|error| blame(Some(file), &error.into_inner()))?;
                if size != file.size || sha256 != file.sha256 {
                    return Err(FileError::EvidenceChanged { name: file.name.clone() });
                }
                Content::Read { size, sha256 }
            }
            Some(Source::Member(old)) => {
                let raw = container.as_mut().and_then(|container| container.raw(&old)).ok_or_else(lost)?;
                zip.raw_copy_file_rename(raw, &member).map_err(|error| zip_blame(Some(file), error))?;
                let known = base.as_ref().and_then(|base| base.index.members.get(&old));
                known.cloned().ok_or_else(lost)?
            }
            _ if !container::is_safe_name(&member) && !store.was_lost(file) => return Err(lost()),
            // It was missing when the file was opened, and still is.
            None if store.was_lost(file) => continue,
            None => return Err(lost()),
        };
        evidence.insert(member, (file.size, content));
    }

    let mut unlisted = Vec::new();
    for member in base.iter().flat_map(|base| &base.index.unlisted) {
        if evidence.contains_key(member) {
            continue;
        }
        if let Some(raw) = container.as_mut().and_then(|container| container.raw(member)) {
            zip.raw_copy_file_rename(raw, member).map_err(|error| zip_blame(None, error))?;
            unlisted.push(member.clone());
        }
    }
    let mut buffer = zip.finish().map_err(|error| zip_blame(None, error))?;
    buffer.flush().map_err(|error| blame(None, &error))?;
    progress.check()?;
    Ok(Written { texts, evidence, unlisted })
}

/// Reads the container back and compares; the result is what the store needs to know of it.
pub(super) fn verify(
    path: &Path,
    bytes: &Bytes,
    written: Written,
    progress: &Progress,
) -> Result<Index, FileError> {
    let failed = |detail: Detail| FileError::VerifyFailed { path: path.to_path_buf(), detail };
    let differs = |member: &str| failed(member.to_owned().into());
    let cancelled_or_failed = |error: FileError| match error {
        FileError::Cancelled => FileError::Cancelled,
        other => failed(other.message().into()),
    };
    // The file itself is named around what is wrong with it.
    let mut container = Container::read(Path::new("zip"), bytes, progress).map_err(cancelled_or_failed)?;
    for (name, expected) in &written.texts.members {
        if container.text(name).map_err(cancelled_or_failed)? != *expected {
            return Err(differs(name));
        }
    }
    let mut members = BTreeMap::new();
    for (member, (size, expected)) in written.evidence {
        let found = container.content(&member, size)?;
        if found != expected {
            return Err(differs(&member));
        }
        members.insert(member, found);
    }
    Ok(Index { members, unlisted: written.unlisted })
}
