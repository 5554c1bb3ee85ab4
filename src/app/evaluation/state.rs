//! What an open evaluation is in the window: the document, what of it is shown, and what was typed so far.

use super::document::Document;
use super::field::{Drafts, Field};
use super::findings::checks_state::{ChecksState, Listed};
use super::funds_paste::FundsCell;
use super::ledger::ui_state::LedgerUiState;
use super::pasting::Proposal;
use super::print::pages_state::PagesUi;
use super::print::preview::{DrawnPage, Pages, Preview, PreviewKey, Printable};
use super::rows::{Filter, RowCache};
use super::selection::{Block, Cell};
use crate::app::context;
use crate::app::request::Request;
use crate::app::widgets::text_field::FieldFocus;
use crate::app::{Command, SheetColumn};
use crate::checks::{Finding, FindingKind, Place};
use crate::evaluation::{Edit, Migration, OwnLine, PasteChoices, Pasted, Responses};
use crate::file::{Added, FileError};
use crate::help::Topic;
use crate::print::{PageImage, PageSelection, Paper, PrintError, PrintOrder, Printer};
use crate::template::{Id as NodeId, Template};
use crate::text::Message;
use std::collections::BTreeMap;
use std::ops::{Deref, Range};
use std::path::PathBuf;
use std::sync::Arc;

/// The views of an open evaluation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ViewKind {
    /// Head of the sheet, funds, signatories.
    Project,
    /// 评分: outline, table, inspector.
    #[default]
    Scores,
    /// 核对
    Findings,
    /// Pages of what is printed.
    Print,
    /// 台账 of the selected indicator.
    Ledger,
    /// What the evaluation changes of its template.
    Tailor,
}

impl ViewKind {
    /// The page of the help about it.
    pub(crate) fn help(self) -> Topic {
        match self {
            Self::Project => Topic::Project,
            Self::Scores => Topic::Scoring,
            Self::Findings => Topic::Checks,
            Self::Print => Topic::Printing,
            Self::Ledger => Topic::Ledger,
            Self::Tailor => Topic::Tailor,
        }
    }
}

/// The open evaluation and what of it is shown. Views read it.
pub struct State {
    /// The evaluation, its history and its file.
    pub document: Document,
    /// The view that is shown.
    pub view: ViewKind,
    /// The indicator whose inspector is shown.
    pub selected: Option<NodeId>,
    /// Cells that are selected together with it.
    pub block: Option<Block>,
    /// What the table is narrowed down to.
    pub filter: Option<Filter>,
    /// Words of the search; empty where nothing is looked for.
    pub search: String,
    /// What is shown of the findings.
    pub checks: ChecksState,
    /// What is to be printed, and its pages as last laid out.
    pub preview: Preview,
    /// Whether it can be printed on this computer.
    pub paper: Printable,
    /// What became of the block that was pasted into a ledger last.
    pub pasted: Option<LastPaste>,
}

/// What only views know: drafts, caches, where to scroll. Losing it loses no work but drafts, and those are settled
/// before anything else happens.
#[derive(Default)]
pub(crate) struct UiState {
    pub drafts: Drafts,
    pub fields: FieldFocus,
    /// The field that the focus was asked for.
    pub asked_field: Option<Field>,
    pub rows: RowCache,
    pub ledger: LedgerUiState,
    pub pages: PagesUi,
    /// Heights of a section and of a subsection in the outline, as last drawn.
    pub outline_heights: [f32; 2],
    /// Bring the selected row into sight.
    pub reveal: bool,
    /// The first and the last row that were drawn last.
    pub rows_in_sight: Option<(usize, usize)>,
    /// The table does not show the reasons: they are hidden, or there is no room. Known once it is drawn.
    pub lacks_reasons: bool,
    /// The indicator whose question below the 得分 cell was in sight.
    pub asks_at_cell: Option<NodeId>,
    /// The inspector has left the inputs of the rule to the question below the 得分 cell, in this frame.
    pub inputs_at_cell: bool,
    /// Height of the reason in the table as it was drawn last.
    pub reason_height: f32,
    /// The column whose edge is being drawn, and its width.
    pub widening: Option<(SheetColumn, f32)>,
    /// 改分理由 as it is typed below the 得分 cell.
    pub score_reasons: BTreeMap<NodeId, String>,
    /// A control of the rule had the focus when it was drawn last: digits work the controls.
    pub in_options: bool,
    /// The inspector's first control is to be focused when it is drawn.
    pub focus_inspector: bool,
}

impl UiState {
    /// Nothing is asked for any more.
    pub(crate) fn forget_asked(&mut self) {
        self.fields.focus = None;
        self.asked_field = None;
        self.fields.typed_ahead = false;
    }

    /// The field is focused when it is drawn.
    pub(crate) fn ask_for(&mut self, field: Field) {
        self.fields.focus = Some(field.id());
        self.asked_field = Some(field);
    }
}

/// The block that was pasted last, and into which ledger.
#[derive(Clone, Debug)]
pub struct LastPaste {
    pub item: NodeId,
    /// As it was copied.
    pub text: String,
    /// What was said of it since.
    pub choices: PasteChoices,
    /// What comes of it by that; nothing of it is taken yet.
    pub pasted: Arc<Pasted>,
}

/// What would come of the evaluation by another template.
#[derive(Clone, Debug)]
pub struct Migrating {
    /// As its file has it.
    pub to: Arc<Template>,
    pub migration: Migration,
}

/// An open evaluation in the window.
pub struct EvaluationWorkspace {
    /// What views read.
    pub state: State,
    pub(super) ui: UiState,
}

/// What views, keyboard and jobs ask of an open evaluation.
pub enum Action {
    /// Not of the evaluation, but of the session.
    Request(Request),
    /// One of its own commands.
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
    /// Cells are selected together, from here.
    SelectFrom(Cell),
    /// From where the selection began up to here.
    SelectUpTo(Cell),
    /// The indicator so many rows further, as far as there are rows.
    Walk(isize),
    /// A row further, selected together with those before.
    Extend(isize),
    /// All indicators in sight.
    SelectAll,
    /// Enter was pressed among the inputs in the question below the 得分 cell.
    AnsweredByRule(NodeId),
    /// The score of the selected indicator is typed over.
    TypeScore,
    /// The reason of the selected indicator is typed in the table.
    TypeReason,
    /// Which findings are listed.
    ListFindings(Listed),
    SearchFindings(String),
    HideFindings(FindingKind, bool),
    /// Folds a kind, or opens it.
    FoldFindings(FindingKind),
    ShowAllFindings,
    SelectFinding(Finding),
    WalkFindings(isize),
    /// Asks why these may stay.
    AskAnswer(Vec<Finding>),
    AnswerFindings {
        findings: Vec<Finding>,
        reason: String,
    },
    /// To the place, and into its field.
    GoTo(Place),
    /// A command that gives paper, though errors are open.
    PrintAnyway(Command),
    /// What is selected goes to the clipboard.
    Copy,
    /// A block of a spreadsheet for the table.
    Paste(String),
    /// What was chosen of a block; `by_hand` is the reason of the scores that no rule gives.
    TakePasted {
        taken: Vec<Proposal>,
        by_hand: String,
    },
    /// A block of a spreadsheet for the funds form.
    PasteFunds(FundsCell, String),
    /// What is typed next is the table's.
    ToTable,
    Show(ViewKind),
    Filter(Option<Filter>),
    Search(String),
    /// Files become evidence of an indicator.
    Attach {
        item: NodeId,
        files: Vec<PathBuf>,
    },
    /// Files were taken in as evidence, as far as it went.
    Added {
        item: NodeId,
        results: Vec<(PathBuf, Result<Added, FileError>)>,
    },
    OpenEvidence(u32),
    PreviewMigration(Arc<Template>),
    /// It was worked out, of the document as it was at that revision.
    ShowMigration {
        revision: u64,
        migrating: Box<Migrating>,
    },
    Migrate(Box<Migrating>),
    /// Sheets to print, in this order.
    Sheets(Vec<Paper>),
    /// The pages that are shown are older than the document.
    LayOut,
    Pages {
        key: PreviewKey,
        result: Result<Pages, PrintError>,
    },
    LayoutDied(PreviewKey),
    LayoutCancelled(PreviewKey),
    /// What was cancelled is laid out after all.
    LayOutAgain,
    /// These pages are in sight and have no pictures as sharp as they are shown, in thousandths of a pixel per point.
    DrawPages {
        pages: Range<usize>,
        pixels: u16,
    },
    PagesDrawn {
        key: PreviewKey,
        drawn: Vec<DrawnPage>,
    },
    /// 得分情况 as a picture, into the clipboard.
    CopyPicture,
    /// It is drawn.
    PictureDrawn(PageImage),
    /// Asks where the picture of 得分情况 goes.
    AskForPicture,
    /// Writes it there.
    SavePicture(PathBuf),
    SavePdf(PathBuf),
    /// Asks the system whether it has a printer.
    LookForPrinters,
    /// What it said.
    Paper(Printable),
    Printers(Vec<Printer>),
    SendToPrinter {
        order: PrintOrder,
        pages: PageSelection,
    },
    /// Shows the ledger of an indicator.
    OpenLedger(NodeId),
    AddLedgerRow(NodeId),
    PasteLedger {
        item: NodeId,
        text: String,
    },
    /// What the columns and words of the block mean.
    ChoosePaste(PasteChoices),
    /// Takes the rows that are ready.
    TakePaste,
    ForgetPaste,
    /// Adds an indicator of one's own to a group.
    AddOwn(NodeId),
    RemoveOwn(NodeId),
    /// A block of a spreadsheet, for indicators of one's own.
    PasteOwn(String),
    /// What was chosen of it, each line with its group.
    TakeOwn(Vec<(OwnLine, NodeId)>),
    /// Asks for a file of answers for the survey of an indicator; `prefix` is `<alternative>/` where it stands in one.
    ImportSurvey {
        item: NodeId,
        prefix: String,
    },
    ReadSurvey {
        item: NodeId,
        prefix: String,
        path: PathBuf,
    },
    /// A file of answers was counted.
    Survey {
        item: NodeId,
        prefix: String,
        result: Result<Responses, Message>,
    },
}

impl From<Request> for Action {
    fn from(request: Request) -> Self {
        Self::Request(request)
    }
}

/// What a change of the evaluation works with.
pub(crate) type Context<'a> = context::Context<'a, Action>;

/// What a view of the evaluation gets.
pub(crate) struct Cx<'a> {
    base: &'a context::Cx<'a, Action>,
    pub state: &'a State,
}

impl<'a> Cx<'a> {
    pub(crate) fn new(base: &'a context::Cx<'a, Action>, state: &'a State) -> Self {
        Self { base, state }
    }

    pub(crate) fn document(&self) -> &'a Document {
        &self.state.document
    }
}

impl<'a> Deref for Cx<'a> {
    type Target = context::Cx<'a, Action>;

    fn deref(&self) -> &Self::Target {
        self.base
    }
}
