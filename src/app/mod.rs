//! The window. [`Model`] is what is shown, views read it and send [`Action`]s, [`App`] carries them out.

mod command;
mod dialogs;
mod evaluation;
mod home;
mod import;
mod keys;
mod menu_bar;
mod open;
mod session;
mod system;
mod template;
mod update;
mod view;
mod widgets;
mod window;
mod workspace;

pub use command::Command;
pub use dialogs::Dialog;
pub use evaluation::document::Document;
pub use evaluation::rows::Filter;
pub use import::draft::{ImportAction, Importing, Stage};
pub use system::shell::{FilePrompt, Outcome, Scripted, Services, Shell};
pub use template::draft::{Drafting, Shift, TemplateAction, TemplateSource};
pub use widgets::theme::install;
pub use window::run;
pub use workspace::Workspace;

use crate::evaluation::Edit;
use crate::file::{Leftover, OwnTemplate, Places, Recent, Recovery};
use crate::print::Sheet;
use crate::template::{Id as NodeId, Template};
use crate::text::{Lang, Message, tr};
use eframe::egui;
use evaluation::fields::{Drafts, Field};
use evaluation::{ledger, print::Preview, rows};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

/// What the user chose once and finds again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub lang: Lang,
    pub dark: bool,
}

/// The views of an open evaluation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ViewKind {
    Project,
    #[default]
    Scores,
    Findings,
    Print,
    /// 台账 of the selected indicator.
    Ledger,
    /// What the evaluation changes of its template.
    Tailor,
}

/// What is shown. Views read it.
pub struct Model {
    /// What is open.
    pub workspace: Workspace,
    pub settings: Settings,
    pub view: ViewKind,
    /// The indicator whose inspector is shown.
    pub selected: Option<NodeId>,
    pub filter: Option<Filter>,
    pub search: String,
    pub templates: Vec<Arc<Template>>,
    /// The user's own ones, those that cannot be read among them.
    pub own_templates: Vec<OwnTemplate>,
    pub recent: Recent,
    /// Recent files that were not at their places when last looked for.
    pub missing: Vec<PathBuf>,
    /// What sessions that ended badly left behind.
    pub leftovers: Vec<Leftover>,
    /// What runs in the background and is shown, latest last.
    pub jobs: Vec<system::jobs::JobStatus>,
    /// Edits are not on the disk at present, and why: a crash would take them.
    pub unsafe_edits: Option<Message>,
    /// Last thing that happened, in the status bar.
    pub notice: Option<Notice>,
    pub preview: Preview,
    /// What became of the block that was pasted into a ledger last.
    pub pasted: Option<ledger::update::LastPaste>,
}

/// A line in the status bar: what was done, or what went wrong in a small way.
#[derive(Clone, Debug)]
pub struct Notice {
    pub message: Message,
    pub is_problem: bool,
}

/// What only views know: drafts, caches, where to scroll. Losing it loses no work but drafts, and those are
/// settled before anything else happens.
#[derive(Default)]
pub struct Local {
    drafts: Drafts,
    /// The input method is composing: what stands in the field is not yet what the user means.
    composing: bool,
    rows: rows::RowCache,
    ledger: ledger::Kept,
    /// Heights of a section and of a subsection in the outline, as last drawn.
    outline_heights: [f32; 2],
    /// Widget to focus in this frame.
    focus: Option<egui::Id>,
    /// Bring the selected row into sight.
    reveal: bool,
    /// The inspector's first control is to be focused when it is drawn.
    focus_inspector: bool,
    /// The field that `focus` belongs to.
    asked_field: Option<Field>,
    /// The field that is focused next already holds the first digit.
    typed_ahead: bool,
    template: template::State,
    import: import::State,
    /// The field whose cursor was placed when it got the focus.
    cursor_placed: Option<egui::Id>,
}

impl Local {
    /// The field is focused when it is drawn.
    /// Nothing is asked for any more.
    fn forget_asked(&mut self) {
        self.focus = None;
        self.asked_field = None;
        self.typed_ahead = false;
    }

    fn ask_for(&mut self, field: Field) {
        self.focus = Some(field.id());
        self.asked_field = Some(field);
    }
}

/// What a view asks for.
#[derive(Clone, Debug)]
pub enum Action {
    Command(Command),
    Edit(Edit),
    /// The field was left: what is typed next is a step of its own.
    Seal,
    /// Whatever is being typed is meant as it stands.
    Settle,
    /// A digit was typed where digits choose among so many.
    NoSuchDigit {
        choices: usize,
    },
    Select(NodeId),
    Show(ViewKind),
    Filter(Option<Filter>),
    Search(String),
    NewFrom(Arc<Template>),
    /// Opens a template for editing.
    OpenTemplate(TemplateSource),
    /// Asks for the file of a template to edit.
    PickTemplate,
    Template(TemplateAction),
    Import(ImportAction),
    OpenSample(usize),
    OpenPath(PathBuf),
    Restore(usize),
    Discard(usize),
    OpenEvidence(u32),
    /// Unsaved changes are given up, and what waited for that happens.
    GiveUpChanges,
    /// The way out is off.
    Stay,
    /// Saves a template although it has errors.
    SaveWithErrors {
        path: PathBuf,
        force: bool,
    },
    /// Saves over what somebody else saved meanwhile.
    SaveOver,
    /// A path was typed.
    UsePath {
        purpose: system::jobs::Purpose,
        path: PathBuf,
    },
    /// No path was given.
    NoPath(system::jobs::Purpose),
    /// Writes there, whatever is there.
    WriteTo {
        purpose: system::jobs::Purpose,
        path: PathBuf,
    },
    GiveUpLeftover(usize),
    PreviewMigration(Arc<Template>),
    Migrate(Box<evaluation::migrating::Migrating>),
    SendToPrinter {
        printer: String,
        copies: u32,
    },
    CancelJob,
    Sheets(Vec<Sheet>),
    ForgetRecent(PathBuf),
    /// Shows the ledger of an indicator.
    OpenLedger(NodeId),
    AddLedgerRow(NodeId),
    /// Adds an indicator of one's own to a group.
    AddOwn(NodeId),
    RemoveOwn(NodeId),
    PasteLedger {
        item: NodeId,
        text: String,
    },
    ForgetPaste,
    /// Counts a file of answers for the survey of an indicator; `prefix` is `<alternative>/` where it stands in one.
    ImportSurvey {
        item: NodeId,
        prefix: String,
    },
}

/// Actions that views have sent in this frame.
#[derive(Default)]
pub struct Actions(RefCell<Vec<Action>>);

/// What a view gets.
pub struct Cx<'a> {
    pub model: &'a Model,
    actions: &'a Actions,
    /// Another evaluation than the open one: a trial, whose edits go elsewhere.
    trial: Option<&'a Document>,
}

impl<'a> Cx<'a> {
    fn new(model: &'a Model, actions: &'a Actions) -> Self {
        Self { model, actions, trial: None }
    }

    /// The evaluation that fields and controls are about.
    pub fn document(&self) -> Option<&'a Document> {
        self.trial.or(self.model.document())
    }

    pub fn send(&self, action: Action) {
        self.actions.0.borrow_mut().push(action);
    }

    pub fn command(&self, command: Command) {
        self.send(Action::Command(command));
    }

    pub fn lang(&self) -> Lang {
        self.model.settings.lang
    }

    /// A label of the interface.
    pub fn t(&self, key: &str) -> String {
        tr(self.lang(), key)
    }

    pub fn text(&self, message: &Message) -> String {
        message.text(self.lang())
    }
}

/// The program behind the window; it can be driven without one.
pub struct App {
    pub model: Model,
    local: Local,
    actions: Actions,
    dialogs: VecDeque<Box<dyn Dialog>>,
    services: Services,
    jobs: system::jobs::Jobs,
    places: Places,
    leaving: session::close::Leaving,
    is_laying_out: bool,
    shown_title: String,
}

impl App {
    /// `open` is a file to start with.
    pub fn new(services: Services, places: Places, settings: Settings, open: Option<PathBuf>) -> Self {
        let model = Model {
            workspace: Workspace::Home,
            settings,
            view: ViewKind::default(),
            selected: None,
            filter: None,
            search: String::new(),
            templates: crate::template::shipped().into_iter().map(Arc::new).collect(),
            own_templates: Vec::new(),
            recent: Recent::load(&places),
            missing: Vec::new(),
            leftovers: Recovery::leftovers(&places),
            jobs: Vec::new(),
            unsafe_edits: None,
            notice: None,
            preview: Preview::default(),
            pasted: None,
        };
        let mut app = Self {
            model,
            local: Local::default(),
            actions: Actions::default(),
            dialogs: VecDeque::new(),
            services,
            jobs: system::jobs::Jobs::default(),
            places,
            leaving: session::close::Leaving::default(),
            is_laying_out: false,
            shown_title: String::new(),
        };
        app.look_for_recent();
        app.look_for_templates();
        if let Some(path) = open {
            app.open_path(path);
        }
        app
    }

    /// Everything that has to happen also while the window is hidden.
    pub fn logic(&mut self, ctx: &egui::Context) {
        self.receive(ctx);
        self.watch_recovery();
        self.guard_close(ctx);
    }

    /// What the system writes above the window.
    fn title(&self) -> String {
        let lang = self.model.settings.lang;
        let name = crate::text::tr(lang, "app-name");
        match (self.model.workspace.open(), &self.model.workspace) {
            (Some(open), _) => {
                let mark = if open.file().is_dirty() { "● " } else { "" };
                format!("{mark}{} — {name}", open.title())
            }
            (None, Workspace::Import(_)) => format!("{} — {name}", crate::text::tr(lang, "import-title")),
            (None, _) => name,
        }
    }

    fn keep_title(&mut self, ctx: &egui::Context) {
        let title = self.title();
        if self.shown_title != title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }

    /// Draws the window and carries out what was asked for in it.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        self.follow_composition(ui.ctx());
        self.take_dropped_files(ui.ctx());
        while self.dialogs.is_empty() && !self.local.composing {
            let Some(intent) = keys::next(ui.ctx(), &self.model, &self.local, &self.actions) else { break };
            keys::perform(&self.model, &mut self.local, &self.actions, intent);
            self.carry_out(ui.ctx());
        }
        let cx = Cx::new(&self.model, &self.actions);
        view::window_ui(ui, &cx, &mut self.local);
        if let Some(dialog) = self.dialogs.front_mut()
            && dialogs::show(ui, &cx, &mut **dialog, self.local.composing)
        {
            self.dialogs.pop_front();
        }
        self.carry_out(ui.ctx());
        self.keep_title(ui.ctx());
    }

    /// The dialog in front.
    pub fn dialog(&self) -> Option<&dyn Dialog> {
        self.dialogs.front().map(|dialog| &**dialog)
    }

    fn follow_composition(&mut self, ctx: &egui::Context) {
        ctx.input(|input| {
            for event in &input.events {
                if let egui::Event::Ime(event) = event {
                    self.local.composing = match event {
                        egui::ImeEvent::Preedit { text, .. } => !text.is_empty(),
                        _ => false,
                    };
                }
            }
        });
        // On some systems a click elsewhere ends the composition without a word.
        if !ctx.text_edit_focused() {
            self.local.composing = false;
        }
    }
}
