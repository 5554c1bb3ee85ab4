//! Every way out of what is open: it asks about unsaved changes, and waits for work under way.

use super::AnyWorkspace;
use crate::app::context::Context;
use crate::app::dialogs::{Question, Unsaved};
use crate::app::request::{Next, Request};
use crate::text::Message;

/// A way out that waits.
#[derive(Default)]
pub(crate) struct Closing {
    /// Until unsaved changes are saved or given up.
    after_unsaved: Option<Next>,
    /// Until no work is under way.
    after_work: Option<Next>,
    /// Revision whose unsaved changes were given up: nobody asks twice.
    given_up: Option<u64>,
}

impl Closing {
    /// Gives what to go on with now; asks about unsaved changes first, or waits.
    pub(crate) fn leave<A: From<Request> + Send + 'static>(
        &mut self,
        next: Next,
        workspace: &mut dyn AnyWorkspace,
        context: &mut Context<'_, A>,
    ) -> Option<Next> {
        workspace.settle(context.shared);
        if context.shared.jobs.has_pending_work() {
            context.shared.notice(Message::new("waiting-for-work"));
            self.after_work = Some(next);
            return None;
        }
        if !self.would_lose(workspace) {
            return Some(next);
        }
        self.after_unsaved = Some(next);
        match workspace.leaving_key() {
            Some(key) => {
                let leave = Question::new(key, "button-leave-import", Request::GiveUpChanges);
                context.ask(leave.when_closed(Some(Request::Stay.into())).about_changes());
            }
            None => {
                let title = workspace.open().map(|open| open.title()).unwrap_or_default();
                context.ask(Unsaved { title, refused: workspace.refused() });
            }
        }
        None
    }

    /// Changes that no file has, or a number that no field took.
    pub(crate) fn would_lose(&self, workspace: &dyn AnyWorkspace) -> bool {
        let revision = workspace.revision();
        let given_up = revision.is_some() && self.given_up == revision;
        !given_up && (workspace.is_unsaved() || workspace.refused() > 0)
    }

    /// Unsaved changes are given up: gives what waited for that.
    pub(crate) fn give_up_changes(&mut self, workspace: &dyn AnyWorkspace) -> Option<Next> {
        self.given_up = workspace.revision();
        self.after_unsaved.take()
    }

    /// The way out is off.
    pub(crate) fn stay(&mut self) {
        self.after_unsaved = None;
    }

    /// It was saved: whoever was on the way out goes on, unless something was typed meanwhile.
    pub(crate) fn after_save<A: From<Request> + Send + 'static>(
        &mut self,
        workspace: &mut dyn AnyWorkspace,
        context: &mut Context<'_, A>,
    ) -> Option<Next> {
        context.withdraw_questions();
        let next = self.after_unsaved.take()?;
        match workspace.is_unsaved() || context.shared.jobs.has_pending_work() {
            true => self.leave(next, workspace, context),
            // Refused numbers were told of when saving was chosen.
            false => Some(next),
        }
    }

    /// Some work has ended: whoever waited for it goes on.
    pub(crate) fn after_work<A: From<Request> + Send + 'static>(
        &mut self,
        workspace: &mut dyn AnyWorkspace,
        context: &mut Context<'_, A>,
    ) -> Option<Next> {
        if context.shared.jobs.has_pending_work() {
            return None;
        }
        let next = self.after_work.take()?;
        self.leave(next, workspace, context)
    }
}
