//! Every way out of what is open: it asks about unsaved changes, and waits for work under way.

use super::AnyWorkspace;
use crate::app::context::Context;
use crate::app::dialogs::{Question, Unsaved};
use crate::app::request::{Next, Request};
use crate::text::Message;

/// The way out of what is open, where it waits for something.
#[derive(Default)]
pub(crate) struct WayOut {
    /// Until unsaved changes are saved or given up.
    after_unsaved: Option<Next>,
    /// Until no work is under way.
    after_work: Option<Next>,
    /// Revision whose unsaved changes were given up: nobody asks twice.
    given_up: Option<u64>,
}

impl WayOut {
    /// Goes on with `next`; asks about unsaved changes first, or waits.
    pub(super) fn leave(
        &mut self,
        next: Next,
        workspace: &mut dyn AnyWorkspace,
        context: &mut Context<'_, Request>,
    ) {
        workspace.settle(context.shared);
        if context.shared.jobs.has_pending_work() {
            context.shared.notice(Message::new("waiting-for-work"));
            self.after_work = Some(next);
        } else if self.loses_something(workspace) {
            self.after_unsaved = Some(next);
            ask_about_changes(workspace, context);
        } else {
            context.send(Request::Open(next));
        }
    }

    /// Changes that no file has, or a number that no field took.
    pub(super) fn loses_something(&self, workspace: &dyn AnyWorkspace) -> bool {
        let revision = workspace.revision();
        let given_up = revision.is_some() && self.given_up == revision;
        !given_up && (workspace.is_unsaved() || workspace.refused() > 0)
    }

    /// Unsaved changes are given up, and what waited for that happens.
    pub(super) fn give_up_changes(
        &mut self,
        workspace: &dyn AnyWorkspace,
        context: &mut Context<'_, Request>,
    ) {
        self.given_up = workspace.revision();
        if let Some(next) = self.after_unsaved.take() {
            context.send(Request::Open(next));
        }
    }

    /// The way out is off.
    pub(super) fn stay(&mut self) {
        self.after_unsaved = None;
    }

    /// It was saved: whoever was on the way out goes on, unless something was typed meanwhile.
    pub(super) fn after_save(
        &mut self,
        workspace: &mut dyn AnyWorkspace,
        context: &mut Context<'_, Request>,
    ) {
        context.withdraw_questions();
        let Some(next) = self.after_unsaved.take() else { return };
        match workspace.is_unsaved() || context.shared.jobs.has_pending_work() {
            true => self.leave(next, workspace, context),
            // Refused numbers were told of when saving was chosen.
            false => context.send(Request::Open(next)),
        }
    }

    /// Some work has ended: whoever waited for it goes on.
    pub(super) fn after_work(
        &mut self,
        workspace: &mut dyn AnyWorkspace,
        context: &mut Context<'_, Request>,
    ) {
        if context.shared.jobs.has_pending_work() {
            return;
        }
        if let Some(next) = self.after_work.take() {
            self.leave(next, workspace, context);
        }
    }
}

fn ask_about_changes(workspace: &dyn AnyWorkspace, context: &mut Context<'_, Request>) {
    match workspace.leave_question() {
        Some((key, leave)) => {
            let question = Question::new(key, leave, Request::GiveUpChanges);
            context.ask(question.when_closed(Some(Request::Stay)).about_changes());
        }
        None => {
            let title = workspace.open().map(|open| open.title()).unwrap_or_default();
            context.ask(Unsaved { title, refused: workspace.refused() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::WayOut;
    use crate::app::context::{Context, Effect};
    use crate::app::request::{Next, Request};
    use crate::app::session::AnyWorkspace;
    use crate::app::shared::{Settings, Shared};
    use crate::app::system::jobs::Kind;
    use crate::app::system::shell::Scripted;
    use crate::file::{Places, Progress};
    use eframe::egui;
    use std::sync::Arc;

    /// Something that may have changes, and nothing to save them with.
    struct Open {
        revision: u64,
        unsaved: bool,
    }

    impl AnyWorkspace for Open {
        fn is_unsaved(&self) -> bool {
            self.unsaved
        }

        fn revision(&self) -> Option<u64> {
            Some(self.revision)
        }
    }

    struct Desk {
        way_out: WayOut,
        open: Open,
        shared: Shared,
        _folder: tempfile::TempDir,
    }

    /// What came of it, in a word each.
    fn said(effects: Vec<Effect<Request>>) -> Vec<&'static str> {
        let word = |effect: &Effect<Request>| match effect {
            Effect::Action(Request::Open(Next::Close)) => "closes",
            Effect::Ask(dialog) => dialog.name(),
            Effect::WithdrawQuestions => "withdraws",
            _ => "something else",
        };
        effects.iter().map(word).collect()
    }

    impl Desk {
        fn new(unsaved: bool) -> Self {
            let folder = tempfile::tempdir().unwrap();
            let places = Places::at(folder.path());
            let shared = Shared::new(Arc::new(Scripted::default()), places, Settings::default());
            let open = Open { revision: 1, unsaved };
            Self { way_out: WayOut::default(), open, shared, _folder: folder }
        }

        fn then(
            &mut self,
            act: impl FnOnce(&mut WayOut, &mut dyn AnyWorkspace, &mut Context<'_, Request>),
        ) -> Vec<&'static str> {
            let ctx = egui::Context::default();
            let mut context = Context::new(&mut self.shared, &ctx);
            act(&mut self.way_out, &mut self.open, &mut context);
            said(context.into_effects())
        }

        fn leaves(&mut self) -> Vec<&'static str> {
            self.then(|way_out, open, context| way_out.leave(Next::Close, open, context))
        }
    }

    #[test]
    fn without_changes_nobody_is_asked() {
        assert_eq!(Desk::new(false).leaves(), ["closes"]);
    }

    #[test]
    fn changes_are_asked_about_and_once_given_up_not_again() {
        let mut desk = Desk::new(true);
        assert_eq!(desk.leaves(), ["unsaved"]);
        assert_eq!(desk.then(|way_out, open, context| way_out.give_up_changes(open, context)), ["closes"]);
        assert_eq!(desk.leaves(), ["closes"]);
        desk.open.revision = 2;
        assert_eq!(desk.leaves(), ["unsaved"], "these are others");
    }

    #[test]
    fn whoever_stays_is_not_closed_by_a_later_save() {
        let mut desk = Desk::new(true);
        desk.leaves();
        desk.way_out.stay();
        desk.open.unsaved = false;
        assert_eq!(desk.then(|way_out, open, context| way_out.after_save(open, context)), ["withdraws"]);
    }

    #[test]
    fn what_is_saved_goes_on_and_what_was_changed_meanwhile_is_asked_about() {
        let mut desk = Desk::new(true);
        desk.leaves();
        let saved = |desk: &mut Desk| desk.then(|way_out, open, context| way_out.after_save(open, context));
        assert_eq!(saved(&mut desk), ["withdraws", "unsaved"]);
        desk.open.unsaved = false;
        assert_eq!(saved(&mut desk), ["withdraws", "closes"]);
    }

    #[test]
    fn work_under_way_is_waited_for() {
        let mut desk = Desk::new(false);
        let ticket = desk.shared.jobs.begin(Kind::Work, None, &Progress::new());
        let ends = |desk: &mut Desk| desk.then(|way_out, open, context| way_out.after_work(open, context));
        assert!(desk.leaves().is_empty());
        assert!(ends(&mut desk).is_empty());
        desk.shared.jobs.end(&ticket);
        assert_eq!(ends(&mut desk), ["closes"]);
        assert!(ends(&mut desk).is_empty(), "once");
    }
}
