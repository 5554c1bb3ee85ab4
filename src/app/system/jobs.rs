//! Work that takes longer than a frame, on threads of its own. It answers with a message of whoever began it.

use crate::file::Progress;
use crate::text::Message;
use eframe::egui::Context;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};

/// Whether the way out waits for a job.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Something would be lost without it.
    Work,
    Quiet,
}

/// A job that is shown while it runs.
#[derive(Clone)]
pub struct JobStatus {
    id: u64,
    pub label: Message,
    pub progress: Progress,
}

/// What is under way, as views and the way out see it.
#[derive(Default)]
pub struct JobBoard {
    statuses: Vec<JobStatus>,
    working: usize,
    count: u64,
}

/// A place on the board, given back when the job has ended.
pub struct Ticket {
    kind: Kind,
    shown: Option<u64>,
}

impl JobBoard {
    /// Takes up a job; one with a label is shown while it runs.
    pub fn begin(&mut self, kind: Kind, label: Option<Message>, progress: &Progress) -> Ticket {
        self.working += usize::from(kind == Kind::Work);
        let shown = label.map(|label| {
            self.count += 1;
            self.statuses.push(JobStatus { id: self.count, label, progress: progress.clone() });
            self.count
        });
        Ticket { kind, shown }
    }

    pub fn end(&mut self, ticket: &Ticket) {
        self.working = self.working.saturating_sub(usize::from(ticket.kind == Kind::Work));
        self.statuses.retain(|status| Some(status.id) != ticket.shown);
    }

    /// Something is under way that would be lost.
    pub fn has_pending_work(&self) -> bool {
        self.working > 0
    }

    /// What was begun last of what is shown.
    pub fn shown(&self) -> Option<&JobStatus> {
        self.statuses.last()
    }
}

/// Work that answers with an `A`, or with nothing.
pub struct Job<A> {
    /// Of its thread.
    pub name: &'static str,
    pub ticket: Ticket,
    pub work: Box<dyn FnOnce() -> Option<A> + Send>,
    /// What it answers when it could not be done: the thread panicked, or was never there.
    pub lost: Option<A>,
}

impl<A: Send + 'static> Job<A> {
    pub fn map<B: 'static>(self, wrap: fn(A) -> B) -> Job<B> {
        let Self { name, ticket, work, lost } = self;
        Job { name, ticket, work: Box::new(move || work().map(wrap)), lost: lost.map(wrap) }
    }
}

/// What became of a job.
pub(crate) struct Ended<A> {
    pub name: &'static str,
    pub ticket: Ticket,
    /// What was open when it was begun.
    pub visit: u64,
    /// The thread panicked or was never there.
    pub died: bool,
    pub answer: Option<A>,
}

/// The number of a job, and what it answered; `None` where it died.
type Back<A> = (u64, Option<Option<A>>);

struct UnderWay<A> {
    name: &'static str,
    ticket: Ticket,
    lost: Option<A>,
    visit: u64,
}

/// Threads that are under way, and the way back from them.
pub(crate) struct Threads<A> {
    sender: Sender<Back<A>>,
    receiver: Receiver<Back<A>>,
    under_way: BTreeMap<u64, UnderWay<A>>,
    count: u64,
    /// The window, as soon as there is one: it is woken when something is done.
    wake: Arc<OnceLock<Context>>,
}

impl<A> Default for Threads<A> {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, under_way: BTreeMap::new(), count: 0, wake: Arc::default() }
    }
}

impl<A: Send + 'static> Threads<A> {
    pub(crate) fn attach(&self, ctx: &Context) {
        self.wake.get_or_init(|| ctx.clone());
    }

    /// `visit` tells what was open when the job was begun.
    pub(crate) fn start(&mut self, job: Job<A>, visit: u64) {
        let Job { name, ticket, work, lost } = job;
        self.count += 1;
        let number = self.count;
        self.under_way.insert(number, UnderWay { name, ticket, lost, visit });
        let (sender, wake) = (self.sender.clone(), self.wake.clone());
        let run = move || {
            let done = catch_unwind(AssertUnwindSafe(work)).ok();
            // The window may be gone by now; then nobody waits for the answer.
            drop(sender.send((number, done)));
            if let Some(ctx) = wake.get() {
                ctx.request_repaint();
            }
        };
        if let Err(error) = std::thread::Builder::new().name(name.to_owned()).spawn(run) {
            log::error!("{name}: no thread: {error}");
            drop(self.sender.send((number, None)));
        }
    }

    pub(crate) fn next(&mut self) -> Option<Ended<A>> {
        let back = self.receiver.try_recv().ok()?;
        self.end(back)
    }

    /// Waits for the next answer: for tests, which must not sleep and hope.
    pub(crate) fn wait(&mut self) -> Option<Ended<A>> {
        if self.under_way.is_empty() {
            return None;
        }
        let back = self.receiver.recv().ok()?;
        self.end(back)
    }

    fn end(&mut self, (number, back): Back<A>) -> Option<Ended<A>> {
        let UnderWay { name, ticket, lost, visit } = self.under_way.remove(&number)?;
        let died = back.is_none();
        Some(Ended { name, ticket, visit, died, answer: back.unwrap_or(lost) })
    }
}

#[cfg(test)]
mod tests {
    use super::{Job, JobBoard, Kind, Threads};
    use crate::file::Progress;

    #[test]
    fn a_job_that_panics_answers_that_it_was_lost_and_is_awaited_no_longer() {
        let (mut board, mut threads) = (JobBoard::default(), Threads::default());
        let ticket = board.begin(Kind::Work, None, &Progress::new());
        let work = Box::new(|| -> Option<u8> { panic!("in the test, on purpose") });
        threads.start(Job { name: "test", ticket, work, lost: Some(7) }, 3);
        assert!(board.has_pending_work());
        let ended = threads.wait().unwrap();
        board.end(&ended.ticket);
        assert_eq!((ended.died, ended.answer, ended.visit), (true, Some(7), 3));
        assert!(!board.has_pending_work());
        assert!(threads.wait().is_none(), "nothing is under way any more");
    }
}
