//! Passing on: each effect goes to the workspace or to the session that it is for, and what these ask for in turn is
//! carried out before the rest.

use super::context::{Context, Effect};
use super::dialogs;
use super::open::open;
use super::request::{Next, Request};
use super::system::jobs::{Ended, Kind};
use super::system::shell::Outcome;
use super::workspace::{Effects, Message, Workspace, change};
use super::{App, WindowClose};
use crate::text::Message as Words;
use eframe::egui::{self, ViewportCommand};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

impl App {
    /// Carries out what was asked for.
    pub(super) fn carry_out(&mut self, ctx: &egui::Context) {
        while let Some(effect) = self.effects.pop_front() {
            let then = self.effect(ctx, effect);
            then.into_iter().rev().for_each(|effect| self.effects.push_front(effect));
            ctx.request_repaint();
        }
        if self.close == WindowClose::Asked {
            self.close = WindowClose::Told;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn effect(&mut self, ctx: &egui::Context, effect: Effect<Message>) -> Effects {
        match effect {
            Effect::Action(Message::Session(request)) => return self.request(ctx, request),
            Effect::Action(Message::Picked { pick, outcome, visit }) => {
                let then = dialogs::answer_of_system(*pick, outcome);
                return then.into_iter().filter(|then| self.is_wanted(then, visit)).collect();
            }
            Effect::Action(message) => return self.workspace.update(message, &mut self.shared, ctx),
            Effect::Ask(dialog) => {
                let is_asked = self.dialogs.iter().any(|other| other.asks_about_changes());
                if !(is_asked && dialog.asks_about_changes()) {
                    self.dialogs.push_back(dialog);
                }
            }
            Effect::Start(job) => self.threads.start(job, self.visit),
            Effect::Pick(pick) => {
                let (prompt, shell) = (pick.prompt(self.shared.lang()), self.shared.shell.clone());
                let visit = self.visit;
                let answer = move |outcome| Message::Picked { pick: Box::new(pick), outcome, visit };
                // A dialog that dies was not answered.
                let ask = move |_: &_| {
                    let asked = catch_unwind(AssertUnwindSafe(|| shell.ask(&prompt)));
                    answer(asked.unwrap_or(Outcome::Unavailable))
                };
                return change(&mut self.shared, ctx, |context| {
                    context.start("dialog", Kind::Quiet, None, ask);
                });
            }
            Effect::WithdrawQuestions => self.dialogs.retain(|dialog| !dialog.asks_about_changes()),
        }
        Effects::new()
    }

    /// An answer for a workspace that was left meanwhile is nobody's.
    fn is_wanted(&self, effect: &Effect<Message>, visit: u64) -> bool {
        let of_workspace = match effect {
            Effect::Action(message) => !matches!(message, Message::Session(_) | Message::Picked { .. }),
            _ => false,
        };
        !of_workspace || visit == self.visit
    }

    fn request(&mut self, ctx: &egui::Context, request: Request) -> Effects {
        match request {
            Request::Open(next) => self.open(ctx, next),
            Request::Help(topic) => {
                self.show_help(topic, ctx);
                Effects::new()
            }
            Request::Command(command) if !command.is_of_session() => {
                self.workspace.command(command).map(Effect::Action).into_iter().collect()
            }
            request => {
                let (session, workspace) = (&mut self.session, self.workspace.any_mut());
                change(&mut self.shared, ctx, |context: &mut Context<'_, Request>| {
                    session.update(request, workspace, context);
                })
            }
        }
    }

    fn open(&mut self, ctx: &egui::Context, next: Next) -> Effects {
        if matches!(next, Next::Quit) {
            self.end_recording();
            self.close = WindowClose::Asked;
        }
        let (mut opened, former) = (None, &mut self.workspace);
        let effects = change(&mut self.shared, ctx, |context| opened = open(next, former, context));
        let Some(workspace) = opened else { return effects };
        self.show(workspace).into_iter().chain(effects).collect()
    }

    /// What was open has been left, saved or not.
    fn show(&mut self, workspace: Workspace) -> Effects {
        self.end_recording();
        // Questions about what was open are nobody's any more.
        self.dialogs.retain(|dialog| dialog.is_message());
        self.visit += 1;
        self.workspace = workspace;
        let who = self.shared.account();
        let open = self.workspace.any_mut();
        // What was said last on the way home, such as that it was saved, is still to be read there.
        if !open.is_home() {
            self.shared.notice = None;
        }
        open.begin_recording();
        let path = open.open().and_then(|open| open.file().path()).map(Path::to_path_buf);
        let held = open.recorder_mut().and_then(|recorder| recorder.lock(path.as_deref(), &who));
        let tell = |message| Request::Tell { message, cause: None };
        held.into_iter().map(|message| Effect::Action(Message::Session(tell(message)))).collect()
    }

    /// What is open is closed properly, saved or deliberately not: nothing is kept of it.
    fn end_recording(&mut self) {
        if let Some(recorder) = self.workspace.any_mut().recorder_mut() {
            recorder.end();
        }
    }

    /// Takes in what a job has done.
    pub(super) fn take(&mut self, ctx: &egui::Context, ended: Ended<Message>) {
        self.shared.jobs.end(&ended.ticket);
        if ended.died {
            let message = Words::new("job-died").with("name", ended.name);
            self.send(Request::Tell { message, cause: None });
        }
        let answer = ended.answer.map(Effect::Action);
        if let Some(answer) = answer.filter(|answer| self.is_wanted(answer, ended.visit)) {
            self.effects.push_back(answer);
        }
        // Whoever waited for work to end goes on.
        self.send(Request::WorkEnded);
        self.carry_out(ctx);
    }
}
