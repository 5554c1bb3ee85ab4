//! What an import is in the window: the draft, and what of it is shown.

use super::draft::{ImportDraft, Stage};
use crate::app::context;
use crate::app::request::Request;
use crate::import::{ImportError, Imported, Role};
use crate::template::Id;

/// What views and jobs ask of an import.
pub enum Action {
    /// Not of the import, but of the session.
    Request(Request),
    /// Reads a table from the clipboard's text.
    Paste(String),
    /// Reads another sheet of the workbook.
    Sheet(String),
    Show(Stage),
    /// The headings begin in this row of the grid.
    Heading(usize),
    /// Headings over so many rows.
    HeadingRows(usize),
    Column(usize, Role),
    /// Another way to read the rule of an indicator; `None` leaves it to be entered by hand.
    Choose(usize, Option<usize>),
    /// How the rule of an indicator was read is right, or is to be looked at again.
    Confirm(usize, bool),
    ConfirmAll,
    /// What the table says and the template will not hold was looked at.
    AcceptFindings,
    /// Begins an evaluation by the shipped template that the table fits.
    UseShipped(Id),
    /// 连同得分, or 只要评分表.
    WithScores(bool),
    /// Why the score of the table stays although its rule gives another; empty where it does not.
    Keep(Id, String),
    /// Makes a template of the table as it is understood now.
    Make,
    /// It was cancelled, of that revision.
    NotMade(u64),
    /// A template was made of the table that was shown at this revision.
    Made {
        revision: u64,
        result: Result<Box<Imported>, ImportError>,
    },
    /// Opens what was made: in the template editor, or as an evaluation where the scores come along.
    Finish,
}

impl From<Request> for Action {
    fn from(request: Request) -> Self {
        Self::Request(request)
    }
}

/// What is listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum List {
    /// All indicators.
    #[default]
    Rules,
    /// Indicators whose rule waits for the user.
    Open,
    /// Rows that were changed or not used.
    Rows,
    /// Scores beside what the rules give.
    Scores,
    /// What was assumed for the whole, and what the check of templates says.
    Notes,
}

/// What only views know.
#[derive(Default)]
pub(crate) struct UiState {
    /// What was pasted, until it is read.
    pub pasted: String,
    /// The field to paste into is focused when it is drawn.
    pub focus_paste: bool,
    /// The reading that is shown in full.
    pub selected: Option<usize>,
    pub list: List,
    /// The revision that a template is being made of.
    pub making: Option<u64>,
    /// The revision that it was cancelled of.
    pub not_made: Option<u64>,
}

/// An import in the window.
pub struct ImportWorkspace {
    /// What views read.
    pub draft: ImportDraft,
    pub(super) ui: UiState,
}

pub(crate) type Cx<'a> = context::Cx<'a, Action>;
pub(crate) type Context<'a> = context::Context<'a, Action>;
