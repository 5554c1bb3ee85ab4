//! What a workspace gets to draw with and to change by, and what it hands back: effects over its own actions `A`. It
//! knows nobody above it; whoever runs it maps the effects into a message of its own.

use super::Command;
use super::request::{Next, Request};
use super::shared::Shared;
use super::system::file_prompt::PickFile;
use super::system::jobs::{Instead, Job, Kind};
use crate::file::Progress;
use crate::help::Topic;
use crate::text::{Lang, Message};
use eframe::egui::{self, Ui};
use std::cell::{Cell, RefCell};

/// What views, dialogs and updates ask for.
pub enum Effect<A> {
    Action(A),
    /// Shows a dialog, behind those that are shown already.
    Ask(Box<dyn Dialog<A>>),
    /// Starts work on a thread of its own.
    Start(Job<A>),
    /// Asks for a file.
    Pick(PickFile<A>),
    /// What becomes of unsaved changes is settled: nobody has to be asked any more.
    WithdrawQuestions,
}

impl<A: Send + 'static> Effect<A> {
    pub fn map<B: 'static>(self, wrap: fn(A) -> B) -> Effect<B> {
        match self {
            Self::Action(action) => Effect::Action(wrap(action)),
            Self::Ask(dialog) => Effect::Ask(Box::new(Mapped { dialog, wrap })),
            Self::Start(job) => Effect::Start(job.map(wrap)),
            Self::Pick(pick) => Effect::Pick(pick.map(wrap)),
            Self::WithdrawQuestions => Effect::WithdrawQuestions,
        }
    }
}

/// Effects that were asked for, in their order.
pub struct Outbox<A>(RefCell<Vec<Effect<A>>>);

impl<A> Default for Outbox<A> {
    fn default() -> Self {
        Self(RefCell::new(Vec::new()))
    }
}

impl<A> Outbox<A> {
    pub fn push(&self, effect: Effect<A>) {
        self.0.borrow_mut().push(effect);
    }

    pub fn into_effects(self) -> Vec<Effect<A>> {
        self.0.into_inner()
    }
}

/// What a view gets: it reads, and sends; it changes nothing.
pub struct Cx<'a, A> {
    pub shared: &'a Shared,
    outbox: &'a Outbox<A>,
}

impl<'a, A> Cx<'a, A> {
    pub fn new(shared: &'a Shared, outbox: &'a Outbox<A>) -> Self {
        Self { shared, outbox }
    }

    pub fn send(&self, action: impl Into<A>) {
        self.outbox.push(Effect::Action(action.into()));
    }

    pub fn lang(&self) -> Lang {
        self.shared.lang()
    }

    /// A label of the interface.
    pub fn t(&self, key: &str) -> String {
        self.shared.t(key)
    }

    pub fn text(&self, message: &Message) -> String {
        message.text(self.lang())
    }
}

impl<A: From<Request>> Cx<'_, A> {
    pub fn command(&self, command: Command) {
        self.send(Request::Command(command));
    }

    pub fn leave(&self, next: Next) {
        self.send(Request::Leave(next));
    }
}

/// What an update gets: it changes its own state and what is shared, and asks for the rest.
pub struct Context<'a, A> {
    pub shared: &'a mut Shared,
    pub egui: &'a egui::Context,
    effects: Vec<Effect<A>>,
}

impl<'a, A> Context<'a, A> {
    pub fn new(shared: &'a mut Shared, egui: &'a egui::Context) -> Self {
        Self { shared, egui, effects: Vec::new() }
    }

    pub fn into_effects(self) -> Vec<Effect<A>> {
        self.effects
    }

    /// Done right after this update.
    pub fn send(&mut self, action: impl Into<A>) {
        self.effects.push(Effect::Action(action.into()));
    }

    pub fn ask(&mut self, dialog: impl Dialog<A> + 'static) {
        self.effects.push(Effect::Ask(Box::new(dialog)));
    }

    pub fn pick(&mut self, pick: PickFile<A>) {
        self.effects.push(Effect::Pick(pick));
    }

    pub fn withdraw_questions(&mut self) {
        self.effects.push(Effect::WithdrawQuestions);
    }

    /// Runs `work` on a thread called `name`; one with a label is shown while it runs, and can be cancelled: then its
    /// answer is dropped.
    pub fn start<R: Into<Option<A>>>(
        &mut self,
        name: &'static str,
        kind: Kind,
        label: Option<Message>,
        work: impl FnOnce(&Progress) -> R + Send + 'static,
    ) {
        self.begin(name, (kind, label), work, Instead::default());
    }

    /// The same; where the work could not be done, or was cancelled, `instead` answers. Gives a handle to it.
    pub fn start_or<R: Into<Option<A>>>(
        &mut self,
        name: &'static str,
        kind: Kind,
        label: Option<Message>,
        work: impl FnOnce(&Progress) -> R + Send + 'static,
        instead: Instead<A>,
    ) -> Progress {
        self.begin(name, (kind, label), work, instead)
    }

    fn begin<R: Into<Option<A>>>(
        &mut self,
        name: &'static str,
        (kind, label): (Kind, Option<Message>),
        work: impl FnOnce(&Progress) -> R + Send + 'static,
        instead: Instead<A>,
    ) -> Progress {
        let progress = Progress::new();
        let ticket = self.shared.jobs.begin(kind, label, &progress);
        let shown = progress.clone();
        let work = Box::new(move || work(&progress).into());
        self.effects.push(Effect::Start(Job { name, ticket, work, instead }));
        shown
    }
}

impl<A: From<Request>> Context<'_, A> {
    /// Says what has to be read.
    pub fn tell(&mut self, message: Message) {
        self.send(Request::Tell { message, cause: None });
    }

    /// Leaves what is open; asks first where something would be lost.
    pub fn leave(&mut self, next: Next) {
        self.send(Request::Leave(next));
    }
}

/// A question that waits for its answer, with what was typed into it so far.
pub trait Dialog<A> {
    /// What it is, for whoever looks which one is shown.
    fn name(&self) -> &'static str;

    /// Draws it; its buttons answer with what they do.
    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, A>);

    /// In points, where the window has so much.
    fn width(&self) -> f32 {
        440.0
    }

    /// What it means to close it without an answer, besides that nothing happens.
    fn closed(&mut self) -> Option<A> {
        None
    }

    /// The page of the help about it; none where that of the view behind it will do.
    fn help(&self) -> Option<Topic> {
        None
    }

    /// It has to be read whatever is open: it stays when something else is opened.
    fn is_message(&self) -> bool {
        false
    }

    /// It asks what becomes of unsaved work, on the way out.
    fn asks_about_changes(&self) -> bool {
        false
    }
}

/// What a dialog draws with, and answers to.
pub struct Asked<'a, A> {
    pub cx: &'a Cx<'a, A>,
    done: Cell<bool>,
}

impl<'a, A> Asked<'a, A> {
    pub fn new(cx: &'a Cx<'a, A>) -> Self {
        Self { cx, done: Cell::new(false) }
    }

    pub fn is_done(&self) -> bool {
        self.done.get()
    }

    /// The dialog is answered: it goes, and this is done.
    pub fn answer(&self, action: impl Into<A>) {
        self.go_on(Effect::Action(action.into()));
    }

    /// The dialog is answered, and something else comes of it.
    pub fn go_on(&self, effect: Effect<A>) {
        self.done.set(true);
        self.cx.outbox.push(effect);
    }

    pub fn close(&self, dialog: &mut (impl Dialog<A> + ?Sized)) {
        self.done.set(true);
        if let Some(action) = dialog.closed() {
            self.cx.send(action);
        }
    }

    /// A button that closes the dialog without an answer.
    pub fn close_button(
        &self,
        ui: &mut Ui,
        dialog: &mut (impl Dialog<A> + ?Sized),
        key: &str,
    ) -> egui::Response {
        let response = ui.button(self.cx.t(key));
        if response.clicked() {
            self.close(dialog);
        }
        response
    }
}

/// A dialog of a workspace, as whoever runs the workspace shows it.
struct Mapped<A, B> {
    dialog: Box<dyn Dialog<A>>,
    wrap: fn(A) -> B,
}

impl<A: Send + 'static, B: 'static> Dialog<B> for Mapped<A, B> {
    fn name(&self) -> &'static str {
        self.dialog.name()
    }

    fn ui(&mut self, ui: &mut Ui, asked: &Asked<'_, B>) {
        let outbox = Outbox::default();
        let cx = Cx::new(asked.cx.shared, &outbox);
        let inner = Asked::new(&cx);
        self.dialog.ui(ui, &inner);
        if inner.is_done() {
            asked.done.set(true);
        }
        for effect in outbox.into_effects() {
            asked.cx.outbox.push(effect.map(self.wrap));
        }
    }

    fn width(&self) -> f32 {
        self.dialog.width()
    }

    fn closed(&mut self) -> Option<B> {
        self.dialog.closed().map(self.wrap)
    }

    fn help(&self) -> Option<Topic> {
        self.dialog.help()
    }

    fn is_message(&self) -> bool {
        self.dialog.is_message()
    }

    fn asks_about_changes(&self) -> bool {
        self.dialog.asks_about_changes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Wide;

    impl Dialog<u8> for Wide {
        fn name(&self) -> &'static str {
            "wide"
        }

        fn ui(&mut self, _: &mut Ui, _: &Asked<'_, u8>) {}

        fn width(&self) -> f32 {
            760.0
        }

        fn closed(&mut self) -> Option<u8> {
            Some(1)
        }

        fn help(&self) -> Option<Topic> {
            Some(Topic::Checks)
        }

        fn is_message(&self) -> bool {
            true
        }

        fn asks_about_changes(&self) -> bool {
            true
        }
    }

    #[test]
    fn a_dialog_of_a_workspace_is_what_it_was() {
        let Effect::Ask(mut dialog) = Effect::Ask(Box::new(Wide)).map(u16::from) else { panic!() };
        assert_eq!(dialog.name(), "wide");
        assert!((dialog.width() - 760.0).abs() < 0.1, "{}", dialog.width());
        assert_eq!(dialog.closed(), Some(1_u16));
        assert_eq!(dialog.help(), Some(Topic::Checks));
        assert!(dialog.is_message() && dialog.asks_about_changes());
    }
}
