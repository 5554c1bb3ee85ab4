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
    pub id: u64,
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
    progress: Progress,
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
        Ticket { kind, shown, progress: progress.clone() }
    }

    pub fn end(&mut self, ticket: &Ticket) {
        self.working = self.working.saturating_sub(usize::from(ticket.kind == Kind::Work));
        self.statuses.retain(|status| Some(status.id) != ticket.shown);
    }

    /// Something is under way that would be lost.
    pub fn has_pending_work(&self) -> bool {
        self.working > 0
    }

    /// What was begun last of what is shown; what only has yet to end comes after what can be cancelled.
    pub fn shown(&self) -> Option<&JobStatus> {
        let can_be_cancelled =
            |status: &&JobStatus| !status.progress.is_cancelled() && !status.progress.is_committed();
        self.statuses.iter().rfind(can_be_cancelled).or_else(|| self.statuses.last())
    }

    /// How many are shown one after the other.
    pub fn count(&self) -> usize {
        self.statuses.len()
    }

    /// One with that label is under way.
    pub fn is_under_way(&self, label: &str) -> bool {
        self.statuses.iter().any(|status| status.label.key() == label)
    }

    /// Asks it to stop; `false` where it is too late for that.
    pub fn cancel(&self, id: u64) -> bool {
        self.statuses.iter().find(|status| status.id == id).is_some_and(|status| status.progress.cancel())
    }
}

/// Work that answers with an `A`, or with nothing.
pub struct Job<A> {
    /// Of its thread.
    pub name: &'static str,
    pub ticket: Ticket,
    pub work: Box<dyn FnOnce() -> Option<A> + Send>,
    pub instead: Instead<A>,
}

/// What a job answers when its own answer is not to be had.
pub struct Instead<A> {
    /// It could not be done: the thread panicked, or was never there.
    pub lost: Option<A>,
    /// It was cancelled; what it has done meanwhile is nobody's.
    pub cancelled: Option<A>,
}

impl<A> Default for Instead<A> {
    fn default() -> Self {
        Self { lost: None, cancelled: None }
    }
}

impl<A: Send + 'static> Job<A> {
    pub fn map<B: 'static>(self, wrap: fn(A) -> B) -> Job<B> {
        let Self { name, ticket, work, instead: Instead { lost, cancelled } } = self;
        let instead = Instead { lost: lost.map(wrap), cancelled: cancelled.map(wrap) };
        Job { name, ticket, work: Box::new(move || work().map(wrap)), instead }
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
    instead: Instead<A>,
    visit: u64,
}

/// The name of a thread, and what it runs.
type Run = (&'static str, Box<dyn FnOnce() + Send>);

/// Threads that are under way, and the way back from them.
pub(crate) struct Threads<A> {
    sender: Sender<Back<A>>,
    receiver: Receiver<Back<A>>,
    under_way: BTreeMap<u64, UnderWay<A>>,
    count: u64,
    /// The window, as soon as there is one: it is woken when something is done.
    wake: Arc<OnceLock<Context>>,
    /// Jobs that wait until somebody waits for them: in tests.
    held: Option<Vec<Run>>,
}

impl<A> Default for Threads<A> {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, under_way: BTreeMap::new(), count: 0, wake: Arc::default(), held: None }
    }
}

impl<A: Send + 'static> Threads<A> {
    pub(crate) fn attach(&self, ctx: &Context) {
        self.wake.get_or_init(|| ctx.clone());
    }

    /// `visit` tells what was open when the job was begun.
    pub(crate) fn start(&mut self, job: Job<A>, visit: u64) {
        let Job { name, ticket, work, instead } = job;
        self.count += 1;
        let number = self.count;
        self.under_way.insert(number, UnderWay { name, ticket, instead, visit });
        let (sender, wake) = (self.sender.clone(), self.wake.clone());
        let run = move || {
            let done = catch_unwind(AssertUnwindSafe(work)).ok();
            // The window may be gone by now; then nobody waits for the answer.
            drop(sender.send((number, done)));
            if let Some(ctx) = wake.get() {
                ctx.request_repaint();
            }
        };
        match &mut self.held {
            Some(held) => held.push((name, Box::new(run))),
            None => self.spawn(name, number, run),
        }
    }

    fn spawn(&self, name: &'static str, number: u64, run: impl FnOnce() + Send + 'static) {
        if let Err(error) = std::thread::Builder::new().name(name.to_owned()).spawn(run) {
            log::error!("{name}: no thread: {error}");
            drop(self.sender.send((number, None)));
        }
    }

    /// From now on jobs begin when they are waited for: for tests, which see them under way like that.
    pub(crate) fn hold(&mut self) {
        self.held.get_or_insert_default();
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
        let held = self.held.as_mut().map(std::mem::take).unwrap_or_default();
        held.into_iter().for_each(|(_, run)| run());
        let back = self.receiver.recv().ok()?;
        self.end(back)
    }

    fn end(&mut self, (number, back): Back<A>) -> Option<Ended<A>> {
        let UnderWay { name, ticket, instead, visit } = self.under_way.remove(&number)?;
        // Cancelled and taken in on the window's thread: what comes after a cancel comes to nothing.
        let (died, answer) = match (ticket.progress.is_cancelled(), back) {
            (true, _) => (false, instead.cancelled),
            (false, Some(answer)) => (false, answer),
            (false, None) => (true, instead.lost),
        };
        Some(Ended { name, ticket, visit, died, answer })
    }
}

#[cfg(test)]
mod tests {
    use super::{Instead, Job, JobBoard, Kind, Threads};
    use crate::file::Progress;
    use crate::text::Message;

    #[test]
    fn a_job_that_panics_answers_that_it_was_lost_and_is_awaited_no_longer() {
        let (mut board, mut threads) = (JobBoard::default(), Threads::default());
        let ticket = board.begin(Kind::Work, None, &Progress::new());
        let work = Box::new(|| -> Option<u8> { panic!("in the test, on purpose") });
        let instead = Instead { lost: Some(7), cancelled: None };
        threads.start(Job { name: "test", ticket, work, instead }, 3);
        assert!(board.has_pending_work());
        let ended = threads.wait().unwrap();
        board.end(&ended.ticket);
        assert_eq!((ended.died, ended.answer, ended.visit), (true, Some(7), 3));
        assert!(!board.has_pending_work());
        assert!(threads.wait().is_none(), "nothing is under way any more");
    }

    #[test]
    fn the_answer_of_what_was_cancelled_is_dropped_however_late_that_was() {
        let (mut board, mut threads) = (JobBoard::default(), Threads::default());
        let mut answers = |progress: &Progress, cancel: bool| {
            let ticket = board.begin(Kind::Quiet, Some(Message::new("job-opening")), progress);
            let instead = Instead { lost: None, cancelled: Some(0) };
            threads.start(Job { name: "test", ticket, work: Box::new(|| Some(7_u8)), instead }, 0);
            let id = board.shown().unwrap().id;
            let is_cancelled = cancel && board.cancel(id);
            let ended = threads.wait().unwrap();
            board.end(&ended.ticket);
            (is_cancelled, ended.answer)
        };
        assert_eq!(answers(&Progress::new(), false), (false, Some(7)));
        assert_eq!(answers(&Progress::new(), true), (true, Some(0)));
        let committed = Progress::new();
        committed.commit().unwrap();
        assert_eq!(answers(&committed, true), (false, Some(7)), "it was too late");
    }

    #[test]
    fn what_can_be_cancelled_is_shown_before_what_has_yet_to_end() {
        let mut board = JobBoard::default();
        let [first, second] = [Progress::new(), Progress::new()];
        let label = |key| Some(Message::new(key));
        board.begin(Kind::Quiet, label("job-opening"), &first);
        let ticket = board.begin(Kind::Quiet, label("job-saving"), &second);
        let shown = |board: &JobBoard| board.shown().map(|status| status.label.key());
        assert_eq!(shown(&board), Some("job-saving"));
        second.cancel();
        assert_eq!(shown(&board), Some("job-opening"), "the next one can be reached");
        first.cancel();
        assert_eq!(shown(&board), Some("job-saving"));
        board.end(&ticket);
        assert_eq!((shown(&board), board.count()), (Some("job-opening"), 1));
    }
}
