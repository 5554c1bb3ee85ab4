//! What sessions that did not end properly left behind, and the documents as they were.

use super::bytes::Bytes;
use super::draft::{self, Draft, DraftKind};
use super::edits::{Line, ReadBack, read_back};
use super::evidence::{Base, Index};
use super::places::{clear_abandoned, record_in, remove_session, take_over};
use super::record::{broken, read_record};
use super::{Action, EvidenceStore, FileError, Finding, Journal, Opened, Places, Progress, Recovery, open};
use crate::evaluation::{self, Edit, Evaluation, History, ProjectField, Pushed};
use crate::template::{self, Template};
use crate::text::{Explain as _, Message};
use jiff::Timestamp;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a session that did not end properly left behind. Holding it keeps other windows from offering it too.
#[derive(Debug)]
pub struct Leftover {
    /// Name of the project or the template; may be empty.
    pub title: String,
    /// What it is; `None` for an evaluation.
    pub kind: Option<DraftKind>,
    /// The file that it was about; `None` if it was never saved.
    pub path: Option<PathBuf>,
    /// Number of unsaved actions.
    pub edits: usize,
    /// When the last of them was done.
    pub last: Option<Timestamp>,
    folder: PathBuf,
    _lock: File,
}

/// An evaluation with its unsaved edits.
#[derive(Clone, Debug)]
pub struct Restored {
    /// As from a file, with the edits that were done again.
    pub opened: Opened,
    /// The steps that they were: each can be taken back.
    pub history: History,
    /// Actions that were done again.
    pub applied: usize,
    /// Edits that did not fit any more; none, unless the record was tampered with.
    pub skipped: usize,
    /// The last line of the record was cut short by the crash: its edit is lost.
    pub torn: bool,
}

impl Recovery {
    /// What sessions that are not alive any more left behind, latest first. Their empty folders are cleared away.
    pub fn leftovers(places: &Places) -> Vec<Leftover> {
        clear_abandoned(&places.sessions());
        let Ok(folders) = fs::read_dir(places.sessions()) else { return Vec::new() };
        let mut found = Vec::new();
        for folder in folders.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()) {
            let record = record_in(&folder);
            let Some(lock) = take_over(&folder).filter(|_| record.exists()) else { continue };
            let Summary { title, kind, path, edits, last } = summary(&record);
            found.push(Leftover { title, kind, path, edits, last, folder, _lock: lock });
        }
        found.sort_by(|a, b| b.last.cmp(&a.last).then_with(|| a.folder.cmp(&b.folder)));
        found
    }
}

/// What is said of a leftover before it is restored.
#[derive(Default)]
struct Summary {
    title: String,
    kind: Option<DraftKind>,
    path: Option<PathBuf>,
    edits: usize,
    last: Option<Timestamp>,
}

/// A record that cannot be read is offered all the same: restoring it says what is wrong.
fn summary(record: &Path) -> Summary {
    let Ok(text) = read_record(record) else { return Summary::default() };
    match draft::read_draft(record, &text) {
        Ok(Some(Draft { kind, title, path, edits, last, .. })) => {
            return Summary { title, kind: Some(kind), path, edits, last: Some(last) };
        }
        Ok(None) => {}
        Err(_) => return Summary::default(),
    }
    let Ok(ReadBack { head, lines, .. }) = read_back(record, &text) else { return Summary::default() };
    let named = lines.iter().rev().find_map(name_after);
    Summary {
        title: named.unwrap_or(head.title),
        kind: None,
        path: head.path.map(PathBuf::from),
        edits: lines.len(),
        last: lines.last().map(|line| line.entry.at),
    }
}

/// The project's name after this line, if the line says it.
fn name_after(line: &Line) -> Option<String> {
    match (&line.after, &line.entry.action) {
        (Some(after), _) => evaluation::read(after.as_bytes()).ok().map(|after| after.project.name.clone()),
        (None, Action::Edit(Edit::SetProject { field: ProjectField::Name, text })) => Some(text.clone()),
        _ => None,
    }
}

impl Leftover {
    /// Rebuilds the evaluation as it was. The leftover stays until [`Self::discard`]: call that when a new
    /// [`Recovery`] with [`Recovery::start_is_unsaved`] is flushed.
    ///
    /// # Errors
    /// A record that cannot be read; cancelled.
    pub fn restore(&self, places: &Places, progress: &Progress) -> Result<Restored, FileError> {
        let record = record_in(&self.folder);
        let ReadBack { head, lines, torn } = read_back(&record, &read_record(&record)?)?;
        let template = template::read(head.template.as_bytes());
        let template = template.map_err(|error| broken(&record, error.message()))?;
        let read =
            |text: &str| evaluation::read(text.as_bytes()).map_err(|error| broken(&record, error.message()));
        let mut evaluation = read(&head.evaluation)?;
        let mut template = Arc::new(evaluation.tailoring.apply(&template));
        let mut journal = Journal::read(head.journal.as_bytes()).unwrap_or_default();
        let (mut applied, mut skipped) = (0, 0);
        let mut history = History::new(evaluation.clone());
        for Line { entry, after } in lines {
            let after = after.as_deref().and_then(|after| read(after).ok());
            let Some(pushed) = do_again(&mut history, &template, &entry.action, after) else {
                skipped += 1;
                continue;
            };
            let after = history.current();
            template = evaluation::retailored(&template, &evaluation.tailoring, after);
            evaluation = Evaluation::clone(after);
            applied += 1;
            match journal.entries.last_mut() {
                // One entry a step, not one a letter, as where nothing crashed.
                Some(last) if pushed == Pushed::Joined => *last = entry,
                _ => journal.entries.push(entry),
            }
        }
        journal.push(Action::Restored { edits: applied });
        let states: Vec<Evaluation> = history.reachable().map(|state| Evaluation::clone(state)).collect();

        let store = EvidenceStore::new(places);
        store.adopt(&self.folder.join("evidence"), progress)?;
        let mut findings = base_of(&store, &states, self.path.as_deref(), head.digest.as_deref(), progress)?;
        findings.retain(|finding| {
            finding.evidence().is_none_or(|id| evaluation.evidence.iter().any(|file| file.id == id))
        });
        let lost: Vec<_> =
            evaluation.evidence.iter().filter(|file| store.find(file).is_none()).cloned().collect();
        findings.retain(|finding| !matches!(finding, Finding::EvidenceMissing { .. }));
        findings.extend(
            lost.iter().map(|file| Finding::EvidenceMissing { id: file.id, name: file.name.clone() }),
        );
        store.mark_lost(lost.iter().map(|file| file.id).collect());
        let digest = head.digest.unwrap_or_default();
        let path = self.path.clone();
        let opened = Opened { path, template, evaluation, journal, store, findings, digest };
        Ok(Restored { opened, history, applied, skipped, torn })
    }

    /// The draft as it was: for what is no evaluation, see [`Self::kind`]. The leftover stays until
    /// [`Self::discard`].
    ///
    /// # Errors
    /// A record that cannot be read, or that is an evaluation's.
    pub fn draft(&self) -> Result<Draft, FileError> {
        let record = record_in(&self.folder);
        draft::read_draft(&record, &read_record(&record)?)?
            .ok_or_else(|| broken(&record, "edits of an evaluation".to_owned()))
    }

    /// Gives the unsaved edits up.
    ///
    /// # Errors
    /// The folder cannot be removed.
    pub fn discard(&self) -> Result<(), FileError> {
        remove_session(&self.folder).map_err(|error| FileError::data(&self.folder, &error))
    }
}

/// Does a recorded action again. Says what it was to the history; `None` where it does not fit any more.
fn do_again(
    history: &mut History,
    template: &Template,
    action: &Action,
    after: Option<Evaluation>,
) -> Option<Pushed> {
    match (action, after) {
        (Action::Edit(edit), _) => {
            let after = history.current().apply(template, edit).ok()?;
            let joins = edit.coalesces().then(|| edit.target());
            Some(history.push(edit.label(template), joins, after))
        }
        (Action::Undo | Action::Redo, Some(after)) => {
            let moved = if *action == Action::Undo { history.undo() } else { history.redo() };
            // A step from before the record: what it came to is known all the same.
            if !moved || **history.current() != after {
                history.push(Message::new("command-undo"), None, after);
            }
            Some(Pushed::New)
        }
        (Action::Undo | Action::Redo, None) => None,
        _ => Some(Pushed::New),
    }
}

/// Gives `store` the file that holds the evidence: the one under its name, or `.bak` if that holds more of what is
/// needed. Unless the file is the one that the edits began from, or one that this very session saved, the next save
/// says that it changed.
fn base_of(
    store: &EvidenceStore,
    states: &[Evaluation],
    path: Option<&Path>,
    digest: Option<&str>,
    progress: &Progress,
) -> Result<Vec<Finding>, FileError> {
    let Some(path) = path else { return Ok(Vec::new()) };
    let mut best: Option<(usize, Base, Vec<Finding>)> = None;
    for candidate in [path.to_path_buf(), path.with_added_extension("bak")] {
        let opened = match open(&candidate, store.places(), progress) {
            Ok(opened) => opened,
            Err(FileError::Cancelled) => return Err(FileError::Cancelled),
            Err(_) => continue,
        };
        let Some(base) = opened.store.base() else { continue };
        // A crash right after a save: the file is further than the record says.
        let ours = Some(opened.digest.as_str()) == digest || states.contains(&opened.evaluation);
        if candidate == path && ours {
            store.rebase(Some(base));
            return Ok(opened.findings);
        }
        store.rebase(Some(base.clone()));
        let needed = states.last().map(|state| state.evidence.as_slice()).unwrap_or_default();
        let lost = needed.iter().filter(|file| store.find(file).is_none()).count();
        if best.as_ref().is_none_or(|(fewest, ..)| lost < *fewest) {
            best = Some((lost, base, opened.findings));
        }
    }
    let (path, digest) = (Some(path.to_path_buf()), digest.unwrap_or_default().to_owned());
    let (base, findings) = match best {
        Some((_, base, findings)) => (Base { path, digest, stamp: None, ..base }, findings),
        // Nothing to take evidence from; yet a file that turns up there is not overwritten unasked.
        None => {
            let (bytes, index) = (Bytes::BuiltIn(&[]), Index::default());
            (Base { path, bytes, stamp: None, digest, index }, Vec::new())
        }
    };
    store.rebase(Some(base));
    Ok(findings)
}
