//! How far a long step has come, and the wish to stop it.

use super::FileError;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering::Relaxed};

/// Shared between the thread that works and the one that shows it. Cloning gives another handle to the same step.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    parts_done: AtomicU64,
    parts: AtomicU64,
    /// One of the three below: of a cancel and a commit at the same time one wins.
    state: AtomicU8,
}

const RUNNING: u8 = 0;
const CANCELLED: u8 = 1;
const COMMITTED: u8 = 2;

impl Progress {
    /// Of a step that has not begun: nothing done, nothing to do, not cancelled.
    pub fn new() -> Self {
        Self::default()
    }

    /// Bytes dealt with so far, never more than [`Self::total`].
    pub fn done(&self) -> u64 {
        self.shared.done.load(Relaxed).min(self.total())
    }

    /// Bytes to deal with; 0 until that is known, or where nobody counts.
    pub fn total(&self) -> u64 {
        self.shared.total.load(Relaxed)
    }

    /// Parts dealt with so far, such as files, and how many there are; 0 where there is one thing only.
    pub fn parts(&self) -> (u64, u64) {
        (self.shared.parts_done.load(Relaxed), self.shared.parts.load(Relaxed))
    }

    /// Asks the step to stop. It ends with [`FileError::Cancelled`] and nothing changed, unless it was past the
    /// point from which it completes anyway: then this says `false`.
    pub fn cancel(&self) -> bool {
        let before = self.shared.state.compare_exchange(RUNNING, CANCELLED, Relaxed, Relaxed);
        !matches!(before, Err(COMMITTED))
    }

    /// Somebody asked it to stop while it still could.
    pub fn is_cancelled(&self) -> bool {
        self.shared.state.load(Relaxed) == CANCELLED
    }

    /// Nobody can stop it any more: see [`Self::commit`].
    pub fn is_committed(&self) -> bool {
        self.shared.state.load(Relaxed) == COMMITTED
    }

    /// From here on the step completes whoever asks it to stop.
    ///
    /// # Errors
    /// It was asked to stop before.
    pub fn commit(&self) -> Result<(), FileError> {
        match self.shared.state.compare_exchange(RUNNING, COMMITTED, Relaxed, Relaxed) {
            Err(CANCELLED) => Err(FileError::Cancelled),
            _ => Ok(()),
        }
    }

    /// Whether to go on: asked between the stages of a step.
    ///
    /// # Errors
    /// It was asked to stop.
    pub fn check(&self) -> Result<(), FileError> {
        if self.is_cancelled() { Err(FileError::Cancelled) } else { Ok(()) }
    }

    pub(super) fn expect(&self, bytes: u64) {
        self.shared.total.fetch_add(bytes, Relaxed);
    }

    pub(super) fn advance(&self, bytes: usize) {
        self.shared.done.fetch_add(bytes as u64, Relaxed);
    }

    pub(crate) fn expect_parts(&self, parts: usize) {
        self.shared.parts.store(parts as u64, Relaxed);
    }

    pub(crate) fn end_part(&self) {
        self.shared.parts_done.fetch_add(1, Relaxed);
    }

    /// For use inside readers and writers; whoever gets the error asks [`Self::check`] first.
    pub(super) fn check_io(&self) -> io::Result<()> {
        if self.is_cancelled() { Err(io::Error::other("cancelled")) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Progress;

    #[test]
    fn of_a_cancel_and_a_commit_the_first_one_wins() {
        let cancelled = Progress::new();
        assert!(cancelled.cancel() && cancelled.is_cancelled());
        assert!(cancelled.commit().is_err() && cancelled.check().is_err());
        assert!(cancelled.cancel(), "twice is no other thing");
        let committed = Progress::new();
        assert!(committed.commit().is_ok() && committed.is_committed());
        assert!(!committed.cancel() && committed.check().is_ok() && !committed.is_cancelled());
        assert!(committed.commit().is_ok());
    }
}
