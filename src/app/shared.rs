//! What all workspaces have in common: settings, templates at hand, recent files, what is under way, what was said.

use super::columns::Columns;
use super::preview_zoom::PreviewZoom;
use super::request::Notice;
use super::system::jobs::JobBoard;
use super::system::shell::Shell;
use crate::file::{self, Leftover, OwnTemplate, Places, Recent, Recovery, TemplateFile};
use crate::template::{Template, shipped};
use crate::text::{Lang, Message, tr};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;

/// What the user chose once and finds again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the window.
    pub lang: Lang,
    /// White on dark.
    pub dark: bool,
    /// The window as it was left; none before the first time.
    pub window: Option<WindowPlace>,
    /// The columns of the score table.
    pub columns: Columns,
    /// How large the pages of the print view are shown.
    pub preview_zoom: PreviewZoom,
    /// Whoever finds a file open is told the user's account.
    pub names_account: bool,
    /// 汇总: the folder that was last looked at.
    pub folder: Option<PathBuf>,
    /// 第一次使用 is shown: from the very first start until it is sent away.
    pub first_steps: bool,
}

/// How large the window was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// In points of the system, while it is not maximised.
    pub width: u16,
    /// Likewise.
    pub height: u16,
    /// It filled the screen.
    pub maximised: bool,
    /// 缩放, in per cent.
    pub zoom: u16,
}

/// What is shared. Views read it.
pub struct Shared {
    /// What the user chose once and finds again.
    pub settings: Settings,
    /// Those that the program brings along.
    pub templates: Vec<Arc<Template>>,
    /// The user's own ones, those that cannot be read among them.
    pub own_templates: Vec<OwnTemplate>,
    /// Files that were open lately, latest first.
    pub recent: Recent,
    /// Recent files that were not at their places when last looked for.
    pub missing: Vec<PathBuf>,
    /// What sessions that ended badly left behind.
    pub leftovers: Vec<Arc<Leftover>>,
    /// What runs in the background.
    pub jobs: JobBoard,
    /// Edits are not on the disk at present, and why: a crash would take them.
    pub unsafe_edits: Option<Message>,
    /// Last thing that happened, in the status bar.
    pub notice: Option<Notice>,
    /// The input method is composing: what stands in the field is not yet what the user means.
    pub composing: bool,
    /// Where the program keeps its own files.
    pub places: Places,
    /// The system around the window.
    pub shell: Arc<dyn Shell>,
}

impl Shared {
    /// As it is at the start of the program; reads the list of recent files and what sessions left behind.
    pub fn new(shell: Arc<dyn Shell>, places: Places, settings: Settings) -> Self {
        Self {
            settings,
            templates: shipped().into_iter().map(Arc::new).collect(),
            own_templates: Vec::new(),
            recent: Recent::load(&places),
            missing: Vec::new(),
            leftovers: Recovery::leftovers(&places).into_iter().map(Arc::new).collect(),
            jobs: JobBoard::default(),
            unsafe_edits: None,
            notice: None,
            composing: false,
            places,
            shell,
        }
    }

    /// The language of the window.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// A label of the interface.
    pub fn t(&self, key: &str) -> String {
        tr(self.lang(), key)
    }

    /// What others are told of who has a file open.
    pub fn account(&self) -> String {
        if self.settings.names_account { file::account() } else { String::new() }
    }

    /// Says in the status bar what was done.
    pub fn notice(&mut self, message: Message) {
        self.notice = Some(Notice { message, is_problem: false });
    }

    /// Says in the status bar what went wrong in a small way.
    pub fn problem(&mut self, message: Message) {
        self.notice = Some(Notice { message, is_problem: true });
    }

    /// What went wrong is no matter any more.
    pub fn forget_problem(&mut self) {
        self.notice.take_if(|notice| notice.is_problem);
    }

    /// The user's own templates that can be read.
    pub fn readable_templates(&self) -> impl Iterator<Item = &TemplateFile> {
        self.own_templates.iter().filter_map(|own| own.file.as_deref().ok())
    }
}
