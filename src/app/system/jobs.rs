//! Work that takes longer than a frame, on threads of its own.

use crate::app::evaluation::print::PreviewKey;
use crate::app::import::draft::ReadTable;
use crate::app::system::shell::Outcome;
use crate::app::widgets::{bar, small};
use crate::app::{Action, Cx};
use crate::evaluation::{Evidence, Responses};
use crate::file::{Added, FileError, Opened, OwnTemplate, Progress, Saved};
use crate::import::{ImportError, Imported};
use crate::print::{PageImage, PrintError, Printer};
use crate::template::Id as NodeId;
use crate::text::Message;
use eframe::egui::{Context, Ui};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};

/// What a job answers.
pub enum Done {
    Opened {
        path: Option<PathBuf>,
        result: Result<Opened, FileError>,
    },
    Saved {
        document: u64,
        result: Result<Saved, FileError>,
    },
    /// Files of evidence were taken in, as far as it went.
    Added {
        document: u64,
        item: NodeId,
        results: Vec<(PathBuf, Result<Added, FileError>)>,
    },
    Exported {
        result: Result<PathBuf, FileError>,
    },
    Picked {
        purpose: Purpose,
        outcome: Outcome,
    },
    Pages {
        key: PreviewKey,
        result: Result<Pages, PrintError>,
    },
    /// A file of answers was counted.
    Survey {
        document: u64,
        item: NodeId,
        prefix: String,
        result: Result<Responses, Message>,
    },
    Printers(Result<Vec<Printer>, PrintError>),
    Sent(Result<String, PrintError>),
    PdfSaved {
        path: PathBuf,
        result: Result<(), PrintError>,
        open: bool,
    },
    /// Recent files that are not at their places.
    Missing(Vec<PathBuf>),
    OwnTemplates(Vec<OwnTemplate>),
    /// A score table was read.
    TableRead(Result<Box<ReadTable>, Message>),
    /// A template was made of the table that was shown at this revision.
    TableMade {
        revision: u64,
        result: Result<Box<Imported>, ImportError>,
    },
    OpenedOutside {
        path: PathBuf,
        detail: Option<String>,
    },
    /// The thread panicked or was never there.
    Died {
        name: String,
    },
}

/// Whether the way out waits for a job.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Something would be lost without it.
    Work,
    Quiet,
}

/// The pages of the preview.
pub struct Pages {
    pub pages: Vec<PageImage>,
    pub count: usize,
    pub substituted: Vec<char>,
}

/// What a file dialog was opened for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Purpose {
    Open,
    Template,
    SaveAs,
    /// A template to edit.
    EditTemplate,
    SaveTemplateAs,
    /// A score table to make a template from.
    ScoreTable,
    Evidence(NodeId),
    Pdf,
    /// Answers of the survey of an indicator.
    Survey {
        item: NodeId,
        prefix: String,
    },
}

/// A job that is shown while it runs.
#[derive(Clone)]
pub struct JobStatus {
    id: u64,
    pub label: Message,
    pub progress: Progress,
}

impl JobStatus {
    pub fn ui(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let tokens = crate::app::widgets::theme::Tokens::of(ui);
        if ui.button(cx.t("button-cancel")).clicked() {
            cx.send(Action::CancelJob);
        }
        let (done, total) = (self.progress.done(), self.progress.total());
        // Thousandths, for the length of a bar.
        let share = done.saturating_mul(1000).checked_div(total).unwrap_or(0).min(1000);
        bar(ui, 140.0, share as f32 / 1000.0);
        ui.label(small(&cx.text(&self.label), tokens.ink_soft));
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
    }
}

/// An answer on its way back.
struct Envelope {
    kind: Kind,
    shown: Option<u64>,
    done: Done,
}

/// Threads that are under way, and the way back from them.
pub struct Jobs {
    sender: Sender<Envelope>,
    receiver: Receiver<Envelope>,
    running: usize,
    working: usize,
    shown: u64,
    /// The window, as soon as there is one: it is woken when something is done.
    wake: Arc<OnceLock<Context>>,
}

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, running: 0, working: 0, shown: 0, wake: Arc::default() }
    }
}

impl Jobs {
    pub fn attach(&self, ctx: &Context) {
        self.wake.get_or_init(|| ctx.clone());
    }

    /// A status that is shown until the job that it is given to is done.
    pub fn show(&mut self, among: &mut Vec<JobStatus>, label: Message) -> JobStatus {
        self.shown += 1;
        let status = JobStatus { id: self.shown, label, progress: Progress::new() };
        among.push(status.clone());
        status
    }

    /// Runs `work` on a thread called `name`.
    pub fn start(
        &mut self,
        name: &str,
        kind: Kind,
        status: Option<JobStatus>,
        work: impl FnOnce() -> Done + Send + 'static,
    ) {
        let shown = status.map(|status| status.id);
        let (sender, wake, called) = (self.sender.clone(), self.wake.clone(), name.to_owned());
        let run = move || {
            let done = catch_unwind(AssertUnwindSafe(work)).unwrap_or(Done::Died { name: called });
            // The window may be gone by now; then nobody waits for the answer.
            drop(sender.send(Envelope { kind, shown, done }));
            if let Some(ctx) = wake.get() {
                ctx.request_repaint();
            }
        };
        self.running += 1;
        self.working += usize::from(kind == Kind::Work);
        if let Err(error) = std::thread::Builder::new().name(name.to_owned()).spawn(run) {
            log::error!("{name}: no thread: {error}");
            let done = Done::Died { name: name.to_owned() };
            drop(self.sender.send(Envelope { kind, shown, done }));
        }
    }

    /// Something is under way that would be lost.
    pub fn works(&self) -> bool {
        self.working > 0
    }

    pub fn next(&mut self, among: &mut Vec<JobStatus>) -> Option<Done> {
        let envelope = self.receiver.try_recv().ok()?;
        Some(self.take(envelope, among))
    }

    /// Waits for the next answer: for tests, which must not sleep and hope.
    pub fn wait(&mut self, among: &mut Vec<JobStatus>) -> Option<Done> {
        if self.running == 0 {
            return None;
        }
        let envelope = self.receiver.recv().ok()?;
        Some(self.take(envelope, among))
    }

    fn take(&mut self, envelope: Envelope, among: &mut Vec<JobStatus>) -> Done {
        self.running = self.running.saturating_sub(1);
        self.working = self.working.saturating_sub(usize::from(envelope.kind == Kind::Work));
        among.retain(|status| Some(status.id) != envelope.shown);
        envelope.done
    }
}

/// Evidence from what was added.
pub fn evidence(id: u32, item: NodeId, added: Added) -> Evidence {
    Evidence { id, item, name: added.name, size: added.size, sha256: added.sha256 }
}
