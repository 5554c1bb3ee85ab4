//! How far a long step has come, and the wish to stop it.

use super::FileError;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

/// Shared between the thread that works and the one that shows it. Cloning gives another handle to the same step.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Of a step that has not begun: nothing done, nothing to do, not cancelled.
    pub fn new() -> Self {
        Self::default()
    }

    /// Bytes dealt with so far, never more than [`Self::total`].
    pub fn done(&self) -> u64 {
        self.shared.done.load(Relaxed).min(self.total())
    }

    /// Bytes to deal with; 0 until that is known.
    pub fn total(&self) -> u64 {
        self.shared.total.load(Relaxed)
    }

    /// Asks the step to stop. It ends with [`FileError::Cancelled`] and nothing changed, unless it was past the
    /// point from which it completes anyway.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Relaxed);
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Relaxed)
    }

    pub(super) fn expect(&self, bytes: u64) {
        self.shared.total.fetch_add(bytes, Relaxed);
    }

    pub(super) fn advance(&self, bytes: usize) {
        self.shared.done.fetch_add(bytes as u64, Relaxed);
    }

    pub(super) fn check(&self) -> Result<(), FileError> {
        if self.is_cancelled() { Err(FileError::Cancelled) } else { Ok(()) }
    }

    /// For use inside readers and writers; whoever gets the error asks [`Self::check`] first.
    pub(super) fn check_io(&self) -> io::Result<()> {
        if self.is_cancelled() { Err(io::Error::other("cancelled")) } else { Ok(()) }
    }
}
