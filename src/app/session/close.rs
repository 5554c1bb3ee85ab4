//! Every way out of the open evaluation: it asks about unsaved changes, and waits for work under way.

use crate::app::dialogs::{Question, Unsaved};
use crate::app::evaluation::migrating::Migrating;
use crate::app::import::draft::ReadTable;
use crate::app::system::jobs::Purpose;
use crate::app::{Action, App, TemplateSource, Workspace};
use crate::file::Opened;
use crate::template::Template;
use crate::text::Message;
use eframe::egui::{Context, ViewportCommand};
use std::path::PathBuf;
use std::sync::Arc;

/// What happens once nothing can be lost by it.
#[derive(Clone, Debug)]
pub enum Next {
    Quit,
    Close,
    /// Begin with a template.
    New(Arc<Template>),
    /// Edit a template.
    EditTemplate(TemplateSource),
    /// Make a template of a score table that was read, or of one that is yet to be pasted.
    Import(Box<ReadTable>),
    PasteTable,
    Open(PathBuf),
    /// It was read while something else was open.
    Opened(Option<PathBuf>, Box<Opened>),
    Sample(usize),
    Leftover(usize),
    /// The open evaluation by another template.
    Migrated(Box<Migrating>),
}

/// A way out that waits.
#[derive(Default)]
pub struct Leaving {
    /// Until unsaved changes are saved or given up.
    pub after_unsaved: Option<Next>,
    /// Until no work is under way.
    after_work: Option<Next>,
    /// Revision whose unsaved changes were given up: nobody asks twice.
    given_up: Option<u64>,
    /// The window may close now.
    closing: bool,
    close_sent: bool,
}

impl App {
    /// Goes on with `next`, or asks about unsaved changes first.
    pub(in crate::app) fn leave_for(&mut self, next: Next) {
        self.settle_drafts();
        if self.jobs.works() {
            self.notice(Message::new("waiting-for-work"), false);
            self.leaving.after_work = Some(next);
        } else if self.has_unsaved() {
            self.leaving.after_unsaved = Some(next);
            self.ask_about_changes();
        } else {
            self.go(next);
        }
    }

    /// Changes that no file has, or a number that no field took.
    fn has_unsaved(&self) -> bool {
        let revision = self.model.workspace.revision();
        let given_up = revision.is_some() && self.leaving.given_up == revision;
        !given_up && (self.model.workspace.is_unsaved() || self.refused_drafts() > 0)
    }

    fn refused_drafts(&self) -> usize {
        let drafts = self.local.drafts.values().chain(self.local.template.drafts.values());
        drafts.filter(|draft| draft.refused.is_some()).count()
    }

    fn ask_about_changes(&mut self) {
        if self.dialogs.iter().any(|dialog| dialog.asks_about_changes()) {
            return;
        }
        if matches!(self.model.workspace, Workspace::Import(_)) {
            let leave = Question::new("leave-import", "button-leave-import", Action::GiveUpChanges);
            self.ask(leave.when_closed(Action::Stay).about_changes());
        } else {
            self.ask(Unsaved { refused: self.refused_drafts() });
        }
    }

    /// Unsaved changes are given up, and what waited for that happens.
    pub(in crate::app) fn give_up_changes(&mut self) {
        self.leaving.given_up = self.model.workspace.revision();
        if let Some(next) = self.leaving.after_unsaved.take() {
            self.go(next);
        }
    }

    /// The evaluation was saved: whoever was on the way out goes on, unless something was typed meanwhile.
    pub(in crate::app) fn go_on_after_save(&mut self) {
        self.dialogs.retain(|dialog| !dialog.asks_about_changes());
        let Some(next) = self.leaving.after_unsaved.take() else { return };
        let dirty = self.model.workspace.is_unsaved();
        match dirty || self.jobs.works() {
            true => self.leave_for(next),
            // Refused numbers were told of when saving was chosen.
            false => self.go(next),
        }
    }

    /// Some work has ended: whoever waited for it goes on.
    pub(in crate::app) fn go_on_after_work(&mut self) {
        if self.jobs.works() {
            return;
        }
        if let Some(next) = self.leaving.after_work.take() {
            self.leave_for(next);
        }
    }

    /// Goes on with `next`; unsaved changes are given up.
    fn go(&mut self, next: Next) {
        match next {
            Next::Quit => {
                self.end_recording();
                self.leaving.closing = true;
            }
            Next::Close => {
                self.close_document();
                self.look_for_recent();
            }
            Next::Import(table) => self.show_table(*table),
            Next::PasteTable => self.begin_pasting(),
            Next::EditTemplate(source) => self.open_for_editing(source),
            Next::New(template) => self.new_document(template),
            Next::Open(path) => self.open_path(path),
            Next::Opened(path, opened) => self.opened(path, *opened),
            Next::Sample(number) => self.open_sample(number),
            Next::Leftover(number) => self.restore(number),
            Next::Migrated(migrating) => self.show_migrated(&migrating),
        }
    }

    /// The question where to save was not answered: the way out is off.
    pub(in crate::app) fn stay(&mut self, purpose: &Purpose) {
        if matches!(purpose, Purpose::SaveAs | Purpose::SaveTemplateAs) {
            self.leaving.after_unsaved = None;
        }
    }

    /// The system wants to close the window. Runs also while it is hidden.
    pub(in crate::app) fn guard_close(&mut self, ctx: &Context) {
        if ctx.input(|input| input.viewport().close_requested()) && !self.leaving.closing {
            self.settle_drafts();
            if self.jobs.works() || self.has_unsaved() {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                ctx.send_viewport_cmd(ViewportCommand::Focus);
            }
            self.leave_for(Next::Quit);
        }
        self.close_if_asked(ctx);
    }

    pub(in crate::app) fn close_if_asked(&mut self, ctx: &Context) {
        if self.leaving.closing && !std::mem::replace(&mut self.leaving.close_sent, true) {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }
}
