//! Recovery after a crash (崩溃恢复): unsaved work goes to disk at once, whatever kind of document it belongs to.

use super::edits::{Line, Start};
use super::places::Session;
use super::record::{Record, RecordStart};
use super::{Action, Entry, EvidenceStore, FileError, Places};
use crate::evaluation::Evaluation;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

/// Records unsaved work on a thread of its own: nobody waits for the disk. Dropping it without [`Self::finish`]
/// leaves the record, as a crash would.
#[derive(Debug)]
pub struct Recovery {
    to_writer: Option<Sender<Command>>,
    writer: Option<JoinHandle<()>>,
    trouble: Arc<Mutex<Option<FileError>>>,
    count: AtomicU64,
}

/// A line of the record, worded on the writing thread.
type Wording = Box<dyn FnOnce() -> Result<String, ron::Error> + Send>;

enum Command {
    Append(u64, Wording),
    Restart(Box<dyn RecordStart>),
    Saved(Box<dyn RecordStart>, u64),
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
        Self::in_session(store.session()?, Box::new(start))
    }

    /// Begins to record a document without evidence. Nothing is written until there is something.
    ///
    /// # Errors
    /// The program's own folder cannot be used.
    pub fn start_of_draft(places: &Places, start: impl RecordStart) -> Result<Self, FileError> {
        Self::in_session(Arc::new(Session::start(places)?), Box::new(start))
    }

    fn in_session(session: Arc<Session>, start: Box<dyn RecordStart>) -> Result<Self, FileError> {
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

    /// Records an action and the evaluation after it. Returns the entry for the [`super::Journal`].
    pub fn append(&self, action: Action, after: &Arc<Evaluation>) -> Entry {
        let entry = Entry::now(action);
        let (noted, after) = (entry.clone(), after.clone());
        let wording = Box::new(move || Line::text(noted, &after));
        self.send(Command::Append(self.next(), wording));
        entry
    }

    /// Records the state of a document as a whole, in place of all that was recorded of it before. Of several that
    /// come faster than the disk takes them only the last is written.
    pub fn replace(&self, start: impl RecordStart) {
        let _counted = self.next();
        self.send(Command::Restart(Box::new(start)));
    }

    fn next(&self) -> u64 {
        self.count.fetch_add(1, SeqCst) + 1
    }

    /// The start itself is nowhere else: write it down even before the first edit. For what was just restored.
    pub fn start_is_unsaved(&self) {
        self.send(Command::Unsaved);
    }

    /// Number of the last action: take it together with the state that is about to be saved.
    pub fn mark(&self) -> u64 {
        self.count.load(SeqCst)
    }

    /// The state at `mark` was saved: only what came later needs recording, from `start` on.
    pub fn saved(&self, start: impl RecordStart, mark: u64) {
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

    /// The document was closed properly, saved or deliberately not: the record goes.
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
    let mut written = Written::default();
    loop {
        let command = match commands.try_recv() {
            Ok(command) => command,
            Err(TryRecvError::Disconnected) => break,
            Err(TryRecvError::Empty) => {
                written.settle(&mut record).into_iter().for_each(&note);
                match commands.recv() {
                    Ok(command) => command,
                    Err(_) => break,
                }
            }
        };
        match command {
            Command::Append(number, wording) => match record.append(number, wording()) {
                Ok(()) => written.unsynced = true,
                Err(error) => note(Err(error)),
            },
            Command::Restart(start) => written.coming = Some(start),
            Command::Saved(start, number) => {
                // Whoever records whole states says so only where the last of them is saved.
                written.coming = None;
                note(record.saved(start, number));
            }
            Command::Unsaved => note(record.rewrite()),
            Command::Flush(done) => {
                written.settle(&mut record).into_iter().for_each(&note);
                let _ = done.send(());
            }
            Command::Finish => {
                note(record.remove());
                return;
            }
        }
    }
    written.settle(&mut record).into_iter().for_each(&note);
}

/// What is yet to be done before all that was recorded is on the disk.
#[derive(Default)]
struct Written {
    /// One synchronisation for all edits that came at once.
    unsynced: bool,
    /// A whole state that is not written yet: another may follow at once.
    coming: Option<Box<dyn RecordStart>>,
}

impl Written {
    fn settle(&mut self, record: &mut Record) -> Option<Result<(), FileError>> {
        if let Some(start) = self.coming.take() {
            return Some(record.restart(start));
        }
        std::mem::take(&mut self.unsynced).then(|| record.sync())
    }
}
