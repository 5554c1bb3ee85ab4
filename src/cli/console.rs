//! The console that the program was called from.

#[cfg(windows)]
use std::sync::Once;

/// On Windows a program with a window has no console of its own, not even the one that it was typed into: it is asked
/// for before the first word. Output that goes into a file or another program is not touched by that.
#[cfg(windows)]
pub(super) fn attach() {
    static ASKED: Once = Once::new();
    ASKED.call_once(|| {
        // Called from a menu or by a double click there is none, and nobody to read.
        if let Err(error) = winsafe::AttachConsole(winsafe::PidParent::Parent) {
            log::debug!("no console: {error}");
        }
    });
}

/// Elsewhere every program has it.
#[cfg(not(windows))]
pub(super) fn attach() {}
