//! Undo and redo (撤销、重做): whole snapshots with names, so that no change has an inverse of its own.

use crate::text::Message;
use std::sync::Arc;

/// Steps that can be taken back.
pub const STEPS: usize = 1_000;

/// A step of the history: what was done, and the state after it.
#[derive(Clone, Debug)]
struct Step<S, T> {
    label: Message,
    /// Further edits of this target join the step, while nothing else happens.
    joins: Option<T>,
    after: Arc<S>,
}

/// What [`History::push`] made of an edit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pushed {
    /// It changed nothing.
    Nothing,
    /// It is part of the step before.
    Joined,
    /// It is a step of its own.
    New,
}

/// The states `S` of what is edited, from the oldest that can be returned to up to those that were undone. `T` tells
/// the targets of edits apart.
#[derive(Clone, Debug)]
pub struct History<S, T> {
    oldest: Arc<S>,
    steps: Vec<Step<S, T>>,
    /// Number of steps that are done, not undone.
    done: usize,
    /// Steps beyond this many are forgotten, the oldest first.
    most: usize,
}

impl<S: PartialEq, T: PartialEq> History<S, T> {
    /// Keeps [`STEPS`] steps.
    pub fn new(start: S) -> Self {
        Self::keeping(STEPS, start)
    }

    /// Keeps `most` steps: fewer for states that share little with each other.
    pub fn keeping(most: usize, start: S) -> Self {
        Self { oldest: Arc::new(start), steps: Vec::new(), done: 0, most }
    }

    /// The state as it stands.
    pub fn current(&self) -> &Arc<S> {
        match self.done.checked_sub(1).and_then(|last| self.steps.get(last)) {
            Some(step) => &step.after,
            None => &self.oldest,
        }
    }

    /// Records `after` as done. What was undone before is gone then. A step that changes nothing is none.
    pub fn push(&mut self, label: Message, joins: Option<T>, after: S) -> Pushed {
        if *self.current().as_ref() == after {
            return Pushed::Nothing;
        }
        self.steps.truncate(self.done);
        let after = Arc::new(after);
        if let Some(last) = self.steps.last_mut()
            && joins.is_some()
            && last.joins == joins
        {
            last.after = after;
            self.forget_if_idle();
            return Pushed::Joined;
        }
        self.steps.push(Step { label, joins, after });
        if self.steps.len() > self.most {
            self.oldest = self.steps.remove(0).after;
        }
        self.done = self.steps.len();
        Pushed::New
    }

    /// Typing that ended where it began is no step: the last one goes if it changes nothing any more.
    fn forget_if_idle(&mut self) {
        let Some((last, before)) = self.steps.split_last() else {
            return;
        };
        let before = before.last().map_or(&self.oldest, |step| &step.after);
        if *before == last.after {
            self.steps.pop();
            self.done = self.steps.len();
            self.seal();
        }
    }

    /// The next edit begins a step of its own even if it goes on typing in the same field.
    pub fn seal(&mut self) {
        if let Some(last) = self.done.checked_sub(1).and_then(|last| self.steps.get_mut(last)) {
            last.joins = None;
        }
    }

    /// Name of what [`Self::undo`] would take back.
    pub fn undo_label(&self) -> Option<&Message> {
        self.done.checked_sub(1).and_then(|last| self.steps.get(last)).map(|step| &step.label)
    }

    /// Name of what [`Self::redo`] would do again.
    pub fn redo_label(&self) -> Option<&Message> {
        self.steps.get(self.done).map(|step| &step.label)
    }

    /// Takes the last step back; `false` where there is none.
    pub fn undo(&mut self) -> bool {
        let possible = self.done > 0;
        self.done -= usize::from(possible);
        self.seal();
        possible
    }

    /// Does the last undone step again; `false` where there is none.
    pub fn redo(&mut self) -> bool {
        let possible = self.done < self.steps.len();
        self.done += usize::from(possible);
        self.seal();
        possible
    }

    /// All states that undo and redo can reach, the current one among them.
    pub fn reachable(&self) -> impl Iterator<Item = &Arc<S>> {
        std::iter::once(&self.oldest).chain(self.steps.iter().map(|step| &step.after))
    }
}
