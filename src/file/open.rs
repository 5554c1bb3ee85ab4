//! Opening: everything is checked, nothing is repaired in silence.

use super::bytes::Bytes;
use super::container::{self, Container, Content};
use super::evidence::{Base, Index};
use super::seal::{self, Seal};
use super::{EvidenceStore, FileError, Finding, Journal, Places, Progress, Stamp};
use crate::evaluation::{self, Evaluation, Evidence};
use crate::ron_text::Unread;
use crate::template::{self, Template};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::Builder;

/// An evaluation from its file.
#[derive(Clone, Debug)]
pub struct Opened {
    /// `None` for a built-in sample: saving it asks for a place.
    pub path: Option<PathBuf>,
    /// The one that it is scored by, its tailoring included.
    pub template: Arc<Template>,
    /// As the file has it.
    pub evaluation: Evaluation,
    /// The audit trail; empty where it could not be read.
    pub journal: Journal,
    /// Where the bytes of its evidence are: still in the file, until they are asked for.
    pub store: EvidenceStore,
    /// What is amiss without keeping the rest from opening.
    pub findings: Vec<Finding>,
    /// SHA-256 of the whole file, as `sha256sum` prints it.
    pub digest: String,
}

/// Opens `path`, checking the digest of each piece of evidence. Needs little memory however large they are.
///
/// # Errors
/// Whatever keeps the evaluation itself from being read; less than that becomes a [`Finding`].
pub fn open(path: &Path, places: &Places, progress: &Progress) -> Result<Opened, FileError> {
    let reading = |error: std::io::Error| FileError::reading(path, &error);
    let metadata = std::fs::metadata(path).map_err(reading)?;
    if metadata.is_dir() {
        return Err(FileError::IsFolder { path: path.to_path_buf() });
    }
    if !metadata.is_file() {
        return Err(FileError::NotContainer { path: path.to_path_buf() });
    }
    let file = File::open(path).map_err(reading)?;
    let stamp = Stamp::of(&file).map_err(reading)?;
    // Absolute, so that it stays true when the program changes its folder.
    let place = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    read(path, Some((place, stamp)), &Bytes::File(Arc::new(file)), places, progress)
}

/// Opens a sample that the program brings along, as if it had never been saved. `name` stands in errors.
///
/// # Errors
/// As [`open`].
pub fn open_bytes(
    name: &str,
    bytes: &'static [u8],
    places: &Places,
    progress: &Progress,
) -> Result<Opened, FileError> {
    read(Path::new(name), None, &Bytes::BuiltIn(bytes), places, progress)
}

fn read(
    shown: &Path,
    place: Option<(PathBuf, Stamp)>,
    bytes: &Bytes,
    places: &Places,
    progress: &Progress,
) -> Result<Opened, FileError> {
    let reading = |error: std::io::Error| match progress.check() {
        Ok(()) => FileError::reading(shown, &error),
        Err(cancelled) => cancelled,
    };
    // Once for the digest of the whole, once for the members.
    progress.expect(bytes.len().map_err(reading)?.saturating_mul(2));
    let mut container = Container::read(shown, bytes, progress)?;

    let mut findings = Vec::new();
    let evaluation_text = container.text(container::EVALUATION)?;
    let template_text = container.text(container::TEMPLATE);
    // The template is most of the text: it is read beside the rest.
    let (evaluation, template, journal) = std::thread::scope(|scope| {
        let beside = template_text.as_ref().ok().map(|text| {
            let reading = Builder::new().name("template".to_owned());
            (text, reading.spawn_scoped(scope, || template::read(text)))
        });
        let evaluation = evaluation::read(&evaluation_text);
        let journal = read_journal(shown, &mut container, &mut findings);
        let template = beside.map(|(text, reading)| {
            let read = reading.ok().and_then(|reading| reading.join().ok());
            read.unwrap_or_else(|| template::read(text))
        });
        (evaluation, template, journal)
    });
    let evaluation =
        evaluation.map_err(|error| FileError::evaluation(shown, container::EVALUATION, error))?;
    let template_text = template_text?;
    let template = template.unwrap_or_else(|| template::read(&template_text));
    let template = template.map_err(|error| FileError::template(shown, container::TEMPLATE, error))?;
    let template = evaluation.tailoring.applied(template);
    let journal = journal?;
    compare(&template, &evaluation, &mut findings);
    let (index, lost) = examine(&mut container, &evaluation.evidence, &mut findings)?;
    let (digest, seal) = seal::read(bytes, container.comment(), progress).map_err(reading)?;
    if seal == Seal::Broken || !container.names_its_type() {
        // First of all: whatever else is found may come of it.
        findings.insert(0, Finding::Altered);
    }

    let (path, stamp) = place.unzip();
    let base = Base { path: path.clone(), bytes: bytes.clone(), stamp, digest: digest.clone(), index };
    let store = EvidenceStore::over(places, base, lost);
    Ok(Opened { path, template: Arc::new(template), evaluation, journal, store, findings, digest })
}

fn read_journal(
    shown: &Path,
    container: &mut Container<'_>,
    findings: &mut Vec<Finding>,
) -> Result<Journal, FileError> {
    let bytes = match container.text(container::JOURNAL) {
        Ok(bytes) => bytes,
        Err(FileError::MissingMember { .. }) => {
            findings.push(Finding::JournalMissing);
            return Ok(Journal::default());
        }
        Err(error) => return Err(error),
    };
    match Journal::read(&bytes) {
        Ok(journal) => return Ok(journal),
        Err(Unread::Newer { found, newest }) => {
            let path = shown.to_path_buf();
            return Err(FileError::Newer { path, member: container::JOURNAL, found, newest });
        }
        Err(Unread::NotText) => findings.push(Finding::JournalBroken { line: 1, column: 1 }),
        Err(Unread::Syntax(error)) => {
            findings.push(Finding::JournalBroken { line: error.place.line, column: error.place.column });
        }
    }
    Ok(Journal::default())
}

/// What the evaluation says that its template does not know.
pub(super) fn compare(template: &Template, evaluation: &Evaluation, findings: &mut Vec<Finding>) {
    let named = &evaluation.template;
    if named.id != template.id || named.version != template.version {
        findings.push(Finding::OtherTemplate {
            named: format!("{} {}", named.id, named.version),
            found: format!("{} {}", template.id, template.version),
        });
    }
    let items = evaluation.items.keys().chain(evaluation.evidence.iter().map(|file| &file.item));
    let unknown: BTreeSet<_> = items.filter(|item| template.indicator(item).is_none()).collect();
    findings.extend(unknown.into_iter().map(|item| Finding::UnknownItem { item: item.to_string() }));
}

/// Hashes the evidence. Says besides which of it was not there to begin with: saving need not find that.
fn examine(
    container: &mut Container<'_>,
    evidence: &[Arc<Evidence>],
    findings: &mut Vec<Finding>,
) -> Result<(Index, BTreeSet<u32>), FileError> {
    let mut index = Index { members: BTreeMap::new(), unlisted: Vec::new() };
    let mut lost = BTreeSet::new();
    for file in evidence {
        let (id, name) = (file.id, file.name.clone());
        let member = container::member_name(file);
        if !container::is_safe_name(&member) {
            lost.insert(id);
            findings.push(Finding::BadName { member: file.name.clone() });
            continue;
        }
        if !container.has(&member) {
            lost.insert(id);
            findings.push(Finding::EvidenceMissing { id, name });
            continue;
        }
        let content = container.content(&member, file.size)?;
        match &content {
            Content::Read { size, sha256 } if *size == file.size && *sha256 == file.sha256 => {}
            Content::Read { .. } => findings.push(Finding::EvidenceChanged { id, name }),
            Content::Bomb => findings.push(Finding::EvidenceBomb { id, name }),
            Content::Damaged => findings.push(Finding::EvidenceUnreadable { id, name }),
        }
        index.members.insert(member, content);
    }
    let known = [container::MIMETYPE, container::EVALUATION, container::TEMPLATE, container::JOURNAL];
    for member in container.names() {
        if known.contains(&member.as_str()) || index.members.contains_key(&member) {
            continue;
        }
        if container::is_safe_name(&member) && container.has(&member) {
            index.unlisted.push(member.clone());
            findings.push(Finding::Unlisted { member });
        } else {
            findings.push(Finding::BadName { member: member.escape_debug().to_string() });
        }
    }
    Ok((index, lost))
}
