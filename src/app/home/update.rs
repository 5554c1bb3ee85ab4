//! Carrying out what the start view asks for.

use super::folder;
use super::start::start_ui;
use super::state::{Action, Context, HomeWorkspace};
use crate::app::context::Cx;
use crate::app::dialogs::Question;
use crate::app::request::{Next, Request, TemplateSource};
use crate::app::session::{self, AnyWorkspace};
use crate::app::status_line::notice_ui;
use crate::app::system::file_prompt::PickFile;
use crate::app::widgets::theme::Tokens;
use crate::file::TEMPLATE_EXTENSION;
use eframe::egui::{CentralPanel, Frame, Panel, Ui};

impl HomeWorkspace {
    /// Carries an action out.
    pub fn update(&mut self, action: Action, context: &mut Context<'_>) {
        match action {
            Action::Request(request) => context.send(request),
            Action::PickOwn => {
                let then = |path| Action::Request(Request::Leave(Next::Open(path)));
                let kind = ("kind-template", &[TEMPLATE_EXTENSION][..]);
                context.pick(PickFile::reading("start-own-template", "path-open", kind, then));
            }
            Action::PickTemplate => {
                let then =
                    |path| Action::Request(Request::Leave(Next::EditTemplate(TemplateSource::File(path))));
                let kind = ("kind-template", &[TEMPLATE_EXTENSION][..]);
                let own = Some(context.shared.places.templates()).filter(|folder| folder.is_dir());
                context.pick(PickFile::reading("te-open", "path-open", kind, then).beginning_in(own));
            }
            Action::Discard(number) => {
                let give_up = Action::GiveUpLeftover(number);
                context.ask(Question::new("discard", "button-discard", give_up));
            }
            Action::GiveUpLeftover(number) => session::discard(number, context.shared),
            Action::ForgetRecent(path) => session::forget_recent(&path, context.shared),
            Action::PickFolder => folder::pick(context),
            Action::ReadFolder(path) => folder::read(path, context),
            Action::ShowFolder(folder) => context.ask(folder),
            Action::DismissFirstSteps => context.shared.settings.first_steps = false,
        }
    }

    /// Draws the window below the bar; `bar` frames the status line.
    pub fn ui(&self, ui: &mut Ui, cx: &Cx<'_, Action>, bar: Frame) {
        Panel::bottom("status").frame(bar).show(ui, |ui| notice_ui(ui, cx));
        let paper = Frame::new().fill(Tokens::of(ui).paper);
        CentralPanel::default().frame(paper).show(ui, |ui| start_ui(ui, cx));
    }
}

impl AnyWorkspace for HomeWorkspace {
    fn is_home(&self) -> bool {
        true
    }
}
