//! Recovery after a crash (崩溃恢复): every edit goes to disk at once, and what a crash left is offered again.

use super::bytes::Bytes;
use super::evidence::{Base, Index};
use super::places::{Session, record_in, remove_session, take_over};
use super::record::{Line, ReadBack, Record, Start, read_back};
use super::{Action, Entry, EvidenceStore, FileError, Finding, Journal, Opened, Places, Progress, open};
use crate::evaluation::{self, Edit, Evaluation, ProjectField};
use crate::template;
use jiff::Timestamp;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

/// Records edits on a thread of its own: nobody waits for the disk. Dropping it without [`Self::finish`] leaves the
/// record, as a crash would.
#[derive(Debug)]
pub struct Recovery {
    to_writer: Option<Sender<Command>>,
    writer: Option<JoinHandle<()>>,
    trouble: Arc<Mutex<Option<FileError>>>,
    count: AtomicU64,
}

enum Command {
    Append(u64, Entry, Arc<Evaluation>),
    Saved(Box<Start>, u64),
    Unsaved,
    Flush(Sender<()>),
    Finish,
}

impl Recovery {
    /// Begins to record what is done to the evaluation of `store`. Nothing is written until there is something.
    ///
    /// # Errors
    /// The program's own folder cannot be used.
    pub fn start(store: &EvidenceStore, start: Start) -> Result<Self, FileError> {
        let session = store.session()?;
        let record = Record::new(session.record(), start);
        let (to_writer, commands) = channel();
        let trouble = Arc::new(Mutex::new(None));
        let noted = trouble.clone();
        let writer = std::thread::Builder::new()
            .name("recovery".to_owned())
            .spawn(move || write(record, &commands, &noted, &session))
            .map_err(|error| FileError::data(Path::new("recovery"), &error))?;
        Ok(Self { to_writer: Some(to_writer), writer: Some(writer), trouble, count: AtomicU64::new(0) })
    }

    /// Records an action and the evaluation after it. Returns the entry for the [`Journal`].
    pub fn append(&self, action: Action, after: &Arc<Evaluation>) -> Entry {
        let entry = Entry::now(action);
        let number = self.count.fetch_add(1, SeqCst) + 1;
        self.send(Command::Append(number, entry.clone(), after.clone()));
        entry
    }

    /// The start itself is nowhere else: write it down even before the first edit. For what was just restored.
    pub fn start_is_unsaved(&self) {
        self.send(Command::Unsaved);
    }

    /// Number of the last action: take it together with the state that is about to be saved.
    pub fn mark(&self) -> u64 {
        self.count.load(SeqCst)
    }

    /// The state at `mark` was saved: only what came later needs recording.
    pub fn saved(&self, start: Start, mark: u64) {
        self.send(Command::Saved(Box::new(start), mark));
    }

    /// Waits until everything recorded so far is on the disk.
    ///
    /// # Errors
    /// See [`Self::trouble`].
    pub fn flush(&self) -> Result<(), FileError> {
        let (done, wait) = channel();
        self.send(Command::Flush(done));
        // Fails only when the thread is gone; then there is trouble to tell of.
        let _ = wait.recv();
        self.trouble().map_or(Ok(()), Err)
    }

    /// Why edits are not on the disk at present: to be shown until it is gone.
    pub fn trouble(&self) -> Option<FileError> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The evaluation was closed properly, saved or deliberately not: the record goes.
    pub fn finish(self) {
        self.send(Command::Finish);
    }

    fn send(&self, command: Command) {
        let sent = self.to_writer.as_ref().is_some_and(|to_writer| to_writer.send(command).is_ok());
        if !sent {
            log::error!("the recovery thread is gone: edits are not recorded");
        }
    }
}

impl Drop for Recovery {
    fn drop(&mut self) {
        self.to_writer = None;
        if let Some(writer) = self.writer.take() {
            drop(writer.join());
        }
    }
}

/// `_session` keeps the session's folder as long as the thread works in it.
fn write(
    mut record: Record,
    commands: &Receiver<Command>,
    trouble: &Mutex<Option<FileError>>,
    _session: &Arc<Session>,
) {
    let note = |result: Result<(), FileError>| {
        *trouble.lock().unwrap_or_else(PoisonError::into_inner) = result.err();
    };
    let mut unsynced = false;
    loop {
        let command = match commands.try_recv() {
            Ok(command) => command,
            Err(TryRecvError::Disconnected) => break,
            Err(TryRecvError::Empty) => {
                // One synchronisation for all edits that came at once.
                if unsynced {
                    note(record.sync());
                    unsynced = false;
                }
                match commands.recv() {
                    Ok(command) => command,
                    Err(_) => break,
                }
            }
        };
        match command {
            Command::Append(number, entry, after) => match record.append(number, entry, &after) {
                Ok(()) => unsynced = true,
                Err(error) => note(Err(error)),
            },
            Command::Saved(start, number) => note(record.saved(*start, number)),
            Command::Unsaved => note(record.rewrite()),
            Command::Flush(done) => {
                if unsynced {
                    note(record.sync());
                    unsynced = false;
                }
                let _ = done.send(());
            }
            Command::Finish => {
                note(record.remove());
                return;
            }
        }
    }
    if unsynced {
        note(record.sync());
    }
}

/// What a session that did not end properly left behind. Holding it keeps other windows from offering it too.
#[derive(Debug)]
pub struct Leftover {
    /// Name of the project; may be empty.
    pub title: String,
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
    /// With the edits applied; not saved yet.
    pub opened: Opened,
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
        let Ok(folders) = fs::read_dir(places.sessions()) else { return Vec::new() };
        let mut found = Vec::new();
        for folder in folders.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()) {
            let Some(lock) = take_over(&folder) else { continue };
            let record = record_in(&folder);
            if !record.exists() {
                drop(remove_session(&folder));
                continue;
            }
            let (title, path, edits, last) = match read_back(&record) {
                Ok(ReadBack { head, lines, .. }) => {
                    let last = lines.last().map(|line| line.entry.at);
                    let named = lines.iter().rev().find_map(name_after);
                    (named.unwrap_or(head.title), head.path.map(PathBuf::from), lines.len(), last)
                }
                // Offered all the same: restoring it says what is wrong.
                Err(_) => (String::new(), None, 0, None),
            };
            found.push(Leftover { title, path, edits, last, folder, _lock: lock });
        }
        found.sort_by(|a, b| b.last.cmp(&a.last).then_with(|| a.folder.cmp(&b.folder)));
        found
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
        let broken = |detail: String| FileError::RecoveryBroken { path: record.clone(), detail };
        let ReadBack { head, lines, torn } = read_back(&record)?;
        let template = template::read(head.template.as_bytes()).map_err(|error| broken(error.to_string()))?;
        let read = |text: &str| evaluation::read(text.as_bytes()).map_err(|error| broken(error.to_string()));
        let mut evaluation = read(&head.evaluation)?;
        let mut template = Arc::new(evaluation.tailoring.apply(&template));
        let mut journal = Journal::read(head.journal.as_bytes()).unwrap_or_default();
        let (mut applied, mut skipped) = (0, 0);
        let mut states = vec![evaluation.clone()];
        for line in lines {
            let after = match (&line.entry.action, &line.after) {
                (_, Some(after)) => read(after).ok(),
                (Action::Edit(edit), None) => evaluation.apply(&template, edit).ok(),
                _ => Some(evaluation.clone()),
            };
            match after {
                Some(after) => {
                    template = evaluation::retailored(&template, &evaluation.tailoring, &after);
                    evaluation = after;
                    states.push(evaluation.clone());
                    applied += 1;
                    journal.entries.push(line.entry);
                }
                None => skipped += 1,
            }
        }
        journal.push(Action::Restored { edits: applied });

        let store = EvidenceStore::new(places);
        store.adopt(&self.folder.join("evidence"))?;
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
        Ok(Restored { opened, applied, skipped, torn })
    }

    /// Gives the unsaved edits up.
    ///
    /// # Errors
    /// The folder cannot be removed.
    pub fn discard(self) -> Result<(), FileError> {
        remove_session(&self.folder).map_err(|error| FileError::data(&self.folder, &error))
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
