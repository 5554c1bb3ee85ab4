//! What is open: one thing at a time.

use super::Command;
use super::context::{Context, Cx, Effect, Outbox};
use super::evaluation::{self, EvaluationWorkspace};
use super::home::{self, HomeWorkspace};
use super::import::{self, ImportWorkspace};
use super::request::Request;
use super::session::AnyWorkspace;
use super::shared::Shared;
use super::system::file_prompt::PickFile;
use super::system::shell::Outcome;
use super::template::{self, TemplateWorkspace};
use crate::help::Topic;
use eframe::egui::{self, Frame, Key, Modifiers, Ui};
use std::path::PathBuf;

/// What the window is about.
pub enum Workspace {
    /// The start view.
    Home(HomeWorkspace),
    /// 评价
    Evaluation(Box<EvaluationWorkspace>),
    /// 评分模板
    Template(Box<TemplateWorkspace>),
    /// 从评分表生成模板
    Import(Box<ImportWorkspace>),
}

/// A message on its way to whom it concerns.
pub enum Message {
    /// Whatever is open.
    Session(Request),
    /// For the start view.
    Home(home::Action),
    /// For the open evaluation.
    Evaluation(evaluation::Action),
    /// For the open template.
    Template(template::Action),
    /// For the import.
    Import(import::Action),
    /// The system's dialog was answered.
    Picked {
        /// What was asked, and what happens then.
        pick: Box<PickFile<Self>>,
        /// The answer.
        outcome: Outcome,
        /// What was open when it was asked.
        visit: u64,
    },
}

impl From<Request> for Message {
    fn from(request: Request) -> Self {
        Self::Session(request)
    }
}

impl From<home::Action> for Message {
    fn from(action: home::Action) -> Self {
        match action {
            home::Action::Request(request) => Self::Session(request),
            action => Self::Home(action),
        }
    }
}

impl From<evaluation::Action> for Message {
    fn from(action: evaluation::Action) -> Self {
        match action {
            evaluation::Action::Request(request) => Self::Session(request),
            action => Self::Evaluation(action),
        }
    }
}

impl From<template::Action> for Message {
    fn from(action: template::Action) -> Self {
        match action {
            template::Action::Request(request) => Self::Session(request),
            action => Self::Template(action),
        }
    }
}

impl From<import::Action> for Message {
    fn from(action: import::Action) -> Self {
        match action {
            import::Action::Request(request) => Self::Session(request),
            action => Self::Import(action),
        }
    }
}

/// What a key press means to what is open.
pub enum Intent {
    Evaluation(evaluation::Intent),
    Template(template::Action),
    Import(import::Action),
}

impl Intent {
    /// The press also comes as text, which is taken with it.
    pub fn takes_text(&self) -> bool {
        matches!(self, Self::Evaluation(intent) if intent.takes_text())
    }
}

impl Workspace {
    /// What the session asks of it.
    pub fn any(&self) -> &dyn AnyWorkspace {
        match self {
            Self::Home(home) => home,
            Self::Evaluation(evaluation) => &**evaluation,
            Self::Template(template) => &**template,
            Self::Import(import) => &**import,
        }
    }

    /// What the session does to it.
    pub fn any_mut(&mut self) -> &mut dyn AnyWorkspace {
        match self {
            Self::Home(home) => home,
            Self::Evaluation(evaluation) => &mut **evaluation,
            Self::Template(template) => &mut **template,
            Self::Import(import) => &mut **import,
        }
    }

    /// The open evaluation, if one is open.
    pub fn evaluation(&self) -> Option<&EvaluationWorkspace> {
        match self {
            Self::Evaluation(evaluation) => Some(evaluation),
            _ => None,
        }
    }

    /// The open template, if one is open.
    pub fn template(&self) -> Option<&TemplateWorkspace> {
        match self {
            Self::Template(template) => Some(template),
            _ => None,
        }
    }

    /// The import, if there is one.
    pub fn import(&self) -> Option<&ImportWorkspace> {
        match self {
            Self::Import(import) => Some(import),
            _ => None,
        }
    }

    /// The page of the help about what is shown.
    pub fn help(&self) -> Topic {
        match self {
            Self::Home(_) => Topic::FirstSteps,
            Self::Evaluation(evaluation) => evaluation.state.view.help(),
            Self::Template(_) | Self::Import(_) => Topic::Templates,
        }
    }

    /// A command in the words of what is open; `None` where it has none.
    pub fn command(&self, command: Command) -> Option<Message> {
        match self {
            Self::Evaluation(_) => Some(evaluation::Action::Command(command).into()),
            Self::Template(_) => Some(template::Action::Command(command).into()),
            Self::Home(_) | Self::Import(_) => None,
        }
    }

    /// Carries a message out; one for what is not open any more is nobody's.
    pub fn update(&mut self, message: Message, shared: &mut Shared, ctx: &egui::Context) -> Effects {
        match (self, message) {
            (Self::Home(home), Message::Home(action)) => change(shared, ctx, |cx| home.update(action, cx)),
            (Self::Evaluation(evaluation), Message::Evaluation(action)) => {
                change(shared, ctx, |cx| evaluation.update(action, cx))
            }
            (Self::Template(template), Message::Template(action)) => {
                change(shared, ctx, |cx| template.update(action, cx))
            }
            (Self::Import(import), Message::Import(action)) => {
                change(shared, ctx, |cx| import.update(action, cx))
            }
            _ => Effects::new(),
        }
    }

    /// What becomes of files that are dropped; `None` where they are not wanted.
    pub fn drop_files(&self, files: &[PathBuf]) -> Option<Message> {
        match self {
            Self::Evaluation(evaluation) => evaluation.take_files(files).map(Message::from),
            Self::Home(_) | Self::Template(_) | Self::Import(_) => None,
        }
    }

    /// The right part of the bar at the top of the window.
    pub fn bar_ui(&self, ui: &mut Ui, shared: &Shared, roomy: bool) -> Effects {
        match self {
            Self::Home(_) => Effects::new(),
            Self::Evaluation(evaluation) => draw(shared, |cx| evaluation.bar_ui(ui, cx, roomy)),
            Self::Template(template) => draw(shared, |cx| template.bar_ui(ui, cx, roomy)),
            Self::Import(import) => draw(shared, |cx| import.bar_ui(ui, cx, roomy)),
        }
    }

    /// The window below the bar; `bar` frames its status line.
    pub fn ui(&mut self, ui: &mut Ui, shared: &Shared, bar: Frame) -> Effects {
        match self {
            Self::Home(home) => draw(shared, |cx| home.ui(ui, cx, bar)),
            Self::Evaluation(evaluation) => draw(shared, |cx| evaluation.ui(ui, cx, bar)),
            Self::Template(template) => draw(shared, |cx| template.ui(ui, cx, bar)),
            Self::Import(import) => draw(shared, |cx| import.ui(ui, cx, bar)),
        }
    }

    /// What a key press means, that is no shortcut of a command.
    pub fn meaning(&self, ctx: &egui::Context, key: Key, modifiers: Modifiers) -> Option<Intent> {
        match self {
            Self::Evaluation(evaluation) => evaluation.meaning(ctx, key, modifiers).map(Intent::Evaluation),
            Self::Template(_) => TemplateWorkspace::meaning(ctx, key, modifiers).map(Intent::Template),
            Self::Import(import) => import.meaning(ctx, key, modifiers).map(Intent::Import),
            Self::Home(_) => None,
        }
    }

    /// Does what a key press means.
    pub fn perform(&mut self, intent: Intent, shared: &Shared) -> Effects {
        match (self, intent) {
            (Self::Evaluation(evaluation), Intent::Evaluation(intent)) => {
                draw(shared, |cx| evaluation.perform(intent, cx))
            }
            (_, Intent::Template(action)) => vec![Effect::Action(action.into())],
            (_, Intent::Import(action)) => vec![Effect::Action(action.into())],
            _ => Effects::new(),
        }
    }
}

pub(crate) type Effects = Vec<Effect<Message>>;

/// Changes something, and gives what it asked for.
pub(crate) fn change<A: Into<Message> + Send + 'static>(
    shared: &mut Shared,
    ctx: &egui::Context,
    body: impl FnOnce(&mut Context<'_, A>),
) -> Effects {
    let mut context = Context::new(shared, ctx);
    body(&mut context);
    context.into_effects().into_iter().map(|effect| effect.map(A::into)).collect()
}

/// Draws something, and gives what it asked for.
pub(crate) fn draw<A: Into<Message> + Send + 'static>(
    shared: &Shared,
    body: impl FnOnce(&Cx<'_, A>),
) -> Effects {
    let outbox = Outbox::default();
    body(&Cx::new(shared, &outbox));
    outbox.into_effects().into_iter().map(|effect| effect.map(A::into)).collect()
}
