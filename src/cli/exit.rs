//! How the program ends: what a script asks before it reads anything.

use crate::text::Message;
use std::process::ExitCode;

/// 0 done, 1 done with findings, 2 cannot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Exit {
    Done,
    Findings,
    Cannot,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Findings => 1,
            Exit::Cannot => 2,
        })
    }
}

impl Exit {
    /// Notes beside an answer are findings.
    pub(super) fn of(notes: &[Message]) -> Self {
        if notes.is_empty() { Self::Done } else { Self::Findings }
    }
}
