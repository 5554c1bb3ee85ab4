//! The window. A workspace is what is open; views read its state and send its actions, [`App`] passes them on to the
//! workspace or to the session that they are for, and carries out what these ask for in turn.

mod columns;
mod command;
mod context;
mod dialogs;
mod document_bar;
mod evaluation;
mod help;
mod home;
mod import;
mod input;
mod keys;
mod menu_bar;
mod one_by_one;
mod open;
mod preview_zoom;
mod request;
mod route;
mod session;
mod shared;
mod software_drawing;
mod status_line;
mod system;
mod template;
mod widgets;
mod window;
mod workspace;

pub use columns::{Columns, SheetColumn};
pub use command::Command;
pub use context::Dialog;
pub use evaluation::{
    Block, Cell, Document, EvaluationWorkspace, Filter, State as EvaluationState, ViewKind,
};
pub use home::HomeWorkspace;
pub use import::{ImportDraft, ImportWorkspace, Stage};
pub use preview_zoom::PreviewZoom;
pub use shared::{Settings, Shared, WindowPlace};
pub use system::shell::{CopiedTable, FilePrompt, Outcome, Scripted, Shell};
pub use template::{TemplateDraft, TemplateWorkspace};
pub use window::{install, run};
pub use workspace::{Message, Workspace};

use crate::file::{FileError, Places};
use crate::help::Topic;
use context::Effect;
use eframe::egui::{self, Frame, Key, Margin, Panel, ViewportCommand};
use help::{Help, WayBack, take_key};
use request::{Next, Request};
use session::Session;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use system::jobs::Threads;
use widgets::theme::{Tokens, focus_ring};
use widgets::way_back::note_focus;
use workspace::draw;

/// The program behind the window; it can be driven without one.
pub struct App {
    /// What is open.
    pub workspace: Workspace,
    /// What all workspaces have in common.
    pub shared: Shared,
    session: Session,
    dialogs: VecDeque<Box<dyn Dialog<Message>>>,
    help: Option<Help>,
    way_back: Option<WayBack>,
    threads: Threads<Message>,
    /// What is yet to be carried out, in this order.
    effects: VecDeque<Effect<Message>>,
    /// Counts what was shown: the answer of a job is known by it for one that was left.
    visit: u64,
    close: WindowClose,
    shown_title: String,
}

/// How far the window is on its way out.
#[derive(PartialEq, Eq)]
enum WindowClose {
    No,
    Asked,
    Told,
}

impl App {
    /// `open` is a file to start with.
    pub fn new(shell: Arc<dyn Shell>, places: Places, settings: Settings, open: Option<PathBuf>) -> Self {
        let mut app = Self {
            workspace: Workspace::Home(HomeWorkspace),
            shared: Shared::new(shell, places, settings),
            session: Session::default(),
            dialogs: VecDeque::new(),
            help: None,
            way_back: None,
            threads: Threads::default(),
            effects: VecDeque::new(),
            visit: 0,
            close: WindowClose::No,
            shown_title: String::new(),
        };
        app.send(Request::LookForTemplates);
        app.send(Request::LookForRecent);
        if let Some(path) = open {
            app.send(Request::Leave(Next::Open(path)));
        }
        app
    }

    fn send(&mut self, request: Request) {
        self.effects.push_back(Effect::Action(Message::Session(request)));
    }

    /// Everything that has to happen also while the window is hidden.
    pub fn logic(&mut self, ctx: &egui::Context) {
        self.threads.attach(ctx);
        self.carry_out(ctx);
        while let Some(ended) = self.threads.next() {
            self.take(ctx, ended);
        }
        self.shared.unsafe_edits = self.workspace.any().recorder().and_then(session::Recorder::trouble);
        if ctx.input(|input| input.viewport().close_requested()) && self.close == WindowClose::No {
            self.workspace.any_mut().settle(&mut self.shared);
            if self.session.keeps_open(self.workspace.any(), &self.shared) {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                ctx.send_viewport_cmd(ViewportCommand::Focus);
            }
            self.send(Request::Leave(Next::Quit));
            self.carry_out(ctx);
        }
    }

    /// Draws the window and carries out what was asked for in it.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        input::follow_composition(ui.ctx(), &mut self.shared);
        self.help_keys(ui.ctx());
        if self.dialogs.is_empty() {
            let dropped = input::dropped_files(ui.ctx(), &self.workspace);
            self.effects.extend(dropped);
            self.carry_out(ui.ctx());
        }
        while self.dialogs.is_empty() && !self.shared.composing && !self.is_help_over(ui.ctx()) {
            let Some(pressed) = keys::next(ui.ctx(), &self.workspace) else { break };
            let asked = keys::perform(pressed, &mut self.workspace, &self.shared);
            self.effects.extend(asked);
            self.carry_out(ui.ctx());
        }
        let bar = Frame::new().fill(Tokens::of(ui).panel).inner_margin(Margin::symmetric(14, 8));
        let top = Panel::top("top").frame(bar).exact_size(52.0).show_separator_line(true);
        let menus = top.show(ui, |ui| menu_bar::bar_ui(ui, &self.workspace, &self.shared));
        self.effects.extend(menus.inner);
        self.help_beside_ui(ui);
        self.effects.extend(self.workspace.ui(ui, &self.shared, bar));
        if let Some(mut dialog) = self.dialogs.pop_front() {
            let mut done = false;
            self.effects.extend(draw(&self.shared, |cx| done = dialogs::show(ui, cx, &mut *dialog)));
            if !done {
                self.dialogs.push_front(dialog);
            }
        }
        self.help_over_ui(ui);
        focus_ring(ui.ctx(), Tokens::of(ui));
        note_focus(ui.ctx());
        self.carry_out(ui.ctx());
        self.keep_title(ui.ctx());
    }

    /// F1 and Esc, where they mean the help and no workspace is asked first.
    fn help_keys(&mut self, ctx: &egui::Context) {
        self.way_back = self.way_back.take().filter(|way_back| !way_back.is_gone(ctx));
        if self.shared.composing {
            return;
        }
        if self.help.as_ref().is_some_and(|help| help.takes_escape(ctx, !self.dialogs.is_empty())) {
            self.close_help(ctx);
        }
        let is_of_help = self.help.as_ref().is_some_and(|help| help.has_focus(ctx) || help.is_over(ctx));
        if is_of_help {
            if take_key(ctx, Key::F1) {
                self.close_help(ctx);
            }
        } else if !self.dialogs.is_empty() && take_key(ctx, Key::F1) {
            self.show_help(None, ctx);
        }
    }

    fn is_help_over(&self, ctx: &egui::Context) -> bool {
        self.help.as_ref().is_some_and(|help| help.is_over(ctx))
    }

    /// Opens the help, or turns its page; none is that of where one is.
    fn show_help(&mut self, topic: Option<Topic>, ctx: &egui::Context) {
        let of_dialog = || self.dialogs.front().and_then(|dialog| dialog.help());
        let topic = topic.or_else(of_dialog).unwrap_or_else(|| self.workspace.help());
        let over_dialog = !self.dialogs.is_empty();
        match &mut self.help {
            Some(help) => help.ask_again(topic, over_dialog, ctx),
            None => self.help = Some(Help::open(topic, self.shared.lang(), over_dialog, ctx)),
        }
    }

    fn close_help(&mut self, ctx: &egui::Context) {
        self.way_back = self.help.take().and_then(|help| help.close(ctx));
    }

    fn help_beside_ui(&mut self, ui: &mut egui::Ui) {
        let is_beside = !self.is_help_over(ui.ctx());
        let Some(help) = self.help.as_mut().filter(|_| is_beside) else { return };
        if help.beside_ui(ui, &self.shared) {
            self.close_help(ui.ctx());
        }
    }

    fn help_over_ui(&mut self, ui: &egui::Ui) {
        let is_over = self.is_help_over(ui.ctx());
        let Some(help) = self.help.as_mut().filter(|_| is_over) else { return };
        if help.over_ui(ui, &self.shared) {
            self.close_help(ui.ctx());
        }
    }

    /// The page of the help that is shown.
    pub fn help(&self) -> Option<Topic> {
        self.help.as_ref().map(Help::topic)
    }

    /// What the system writes above the window.
    fn keep_title(&mut self, ctx: &egui::Context) {
        let (name, workspace) = (self.shared.t("app-name"), self.workspace.any());
        let mark = if workspace.open().is_some_and(|open| open.file().is_dirty()) { "● " } else { "" };
        let title = match workspace.title(&self.shared) {
            Some(title) => format!("{mark}{title} — {name}"),
            None => name,
        };
        if self.shown_title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }

    /// The dialog in front.
    pub fn dialog(&self) -> Option<&dyn Dialog<Message>> {
        self.dialogs.front().map(|dialog| &**dialog)
    }

    /// Waits for all jobs: for tests.
    pub fn finish_jobs(&mut self, ctx: &egui::Context) {
        while self.finish_job(ctx) {}
    }

    /// Waits for the job that ends next; `false` where none is under way: for tests.
    pub fn finish_job(&mut self, ctx: &egui::Context) -> bool {
        self.carry_out(ctx);
        let ended = self.threads.wait();
        let has_ended = ended.is_some();
        ended.into_iter().for_each(|ended| self.take(ctx, ended));
        has_ended
    }

    /// From now on jobs begin when they are waited for: for tests, which see them under way like that.
    pub fn hold_jobs(&mut self) {
        self.threads.hold();
    }

    /// Waits until all that was done is on the disk.
    ///
    /// # Errors
    /// Why it is not.
    pub fn flush_recovery(&self) -> Result<(), FileError> {
        self.workspace.any().recorder().map_or(Ok(()), session::Recorder::flush)
    }
}
