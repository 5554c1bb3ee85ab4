//! Passing on: each effect goes to the workspace or to the session that it is for, and what these ask for in turn is
//! carried out before the rest.

use super::context::{Context, Effect};
use super::dialogs;
use super::open::open;
use super::request::{Next, Request};
use super::system::jobs::{Ended, Kind};
use super::workspace::{Effects, Message, Workspace, change};
use super::{App, Closing};
use crate::text::Message as Words;
use eframe::egui::{self, ViewportCommand};
use std::path::Path;

impl App {
    /// Carries out what was asked for.
    pub(super) fn carry_out(&mut self, ctx: &egui::Context) {
        while let Some(effect) = self.effects.pop_front() {
            let then = self.effect(ctx, effect);
            then.into_iter().rev().for_each(|effect| self.effects.push_front(effect));
            ctx.request_repaint();
        }
        if self.closing == Closing::Asked {
            self.closing = Closing::Told;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn effect(&mut self, ctx: &egui::Context, effect: Effect<Message>) -> Effects {
        match effect {
            Effect::Action(Message::Session(request)) => return self.request(ctx, request),
            Effect::Action(Message::Picked(pick, outcome)) => {
                return dialogs::answer_of_system(*pick, outcome).into_iter().collect();
            }
            Effect::Action(message) => return self.workspace.update(message, &mut self.shared, ctx),
            Effect::Ask(dialog) => {
                let is_asked = self.dialogs.iter().any(|other| other.asks_about_changes());
                if !(is_asked && dialog.asks_about_changes()) {
                    self.dialogs.push_back(dialog);
                }
            }
            Effect::Start(job) => self.threads.start(job),
            Effect::Pick(pick) => {
                let (prompt, shell) = (pick.prompt(self.shared.lang()), self.shared.shell.clone());
                let ask = move |_: &_| Message::Picked(Box::new(pick), shell.ask(&prompt));
                return change(&mut self.shared, ctx, |context| {
                    context.start("dialog", Kind::Quiet, None, ask);
                });
            }
            Effect::WithdrawQuestions => self.dialogs.retain(|dialog| !dialog.asks_about_changes()),
        }
        Effects::new()
    }

    fn request(&mut self, ctx: &egui::Context, request: Request) -> Effects {
        if let Request::Command(command) = request
            && !command.is_of_session()
        {
            return self.workspace.command(command).map(Effect::Action).into_iter().collect();
        }
        let (mut next, workspace, session) = (None, self.workspace.any_mut(), &mut self.session);
        let effects = change(&mut self.shared, ctx, |context: &mut Context<'_, Message>| {
            next = session.update(request, workspace, context);
        });
        self.go_on(ctx, next, effects)
    }

    /// Opens what is next, then lets the effects follow.
    fn go_on(&mut self, ctx: &egui::Context, next: Option<Next>, mut effects: Effects) -> Effects {
        let Some(next) = next else { return effects };
        if matches!(next, Next::Quit) {
            self.end_recording();
            self.closing = Closing::Asked;
        }
        let mut opened = None;
        effects.extend(change(&mut self.shared, ctx, |context| opened = open(next, context)));
        if let Some(workspace) = opened {
            effects.splice(0..0, self.show(workspace));
        }
        effects
    }

    /// What was open has been left, saved or not.
    fn show(&mut self, workspace: Workspace) -> Effects {
        self.end_recording();
        // Questions about what was open are nobody's any more.
        self.dialogs.retain(|dialog| dialog.is_message());
        self.shared.notice = None;
        self.workspace = workspace;
        let open = self.workspace.any_mut();
        open.begin_recording();
        let path = open.open().and_then(|open| open.file().path()).map(Path::to_path_buf);
        let held = open.recorder_mut().and_then(|recorder| recorder.lock(path.as_deref()));
        let tell = |message| Request::Tell { message, cause: None };
        held.into_iter().map(|message| Effect::Action(Message::Session(tell(message)))).collect()
    }

    /// What is open is closed properly, saved or deliberately not: nothing is kept of it.
    fn end_recording(&mut self) {
        self.workspace.any_mut().recorder_mut().into_iter().for_each(super::session::Recorder::end);
    }

    /// Takes in what a job has done.
    pub(super) fn take(&mut self, ctx: &egui::Context, ended: Ended<Message>) {
        self.shared.jobs.end(&ended.ticket);
        if ended.died {
            let message = Words::new("job-died").with("name", ended.name);
            self.send(Request::Tell { message, cause: None });
        }
        self.effects.extend(ended.answer.map(Effect::Action));
        // Whoever waited for work to end goes on.
        self.send(Request::WorkEnded);
        self.carry_out(ctx);
    }
}
