//! What the command line can be asked to do.

use super::manner::Manner;
use crate::import::Corrections;
use crate::print::Paper;
use crate::text::Lang;
use std::path::PathBuf;

/// What the arguments ask for.
pub enum Invocation {
    /// Open the window, with a file if one is named and in a language if one is.
    Window {
        /// As it was typed; it need not exist.
        file: Option<PathBuf>,
        /// `None` where `--lang` was not given: the window keeps its own.
        lang: Option<Lang>,
    },
    /// Do this and end.
    Command(Work),
}

/// A task of the command line, see [`Work::run`].
#[derive(Debug)]
pub struct Work {
    pub(super) task: Task,
    pub(super) manner: Manner,
}

/// Where a task writes.
#[derive(Debug)]
pub(super) struct Output {
    pub path: PathBuf,
    /// Over a file that is there, which stays as `.bak`.
    pub force: bool,
}

/// 连同得分: the evaluation that is made beside the template.
#[derive(Debug)]
pub(super) struct Scores {
    pub output: PathBuf,
    /// `指标=理由` as they were typed.
    pub keep: Vec<String>,
}

#[derive(Debug)]
pub(super) enum Task {
    New {
        template: String,
        output: PathBuf,
        force: bool,
    },
    NewFrom {
        last: PathBuf,
        output: PathBuf,
        force: bool,
    },
    Apply {
        evaluation: PathBuf,
        edits: PathBuf,
        output: Option<PathBuf>,
        force: bool,
    },
    Score {
        evaluation: PathBuf,
        strict: bool,
    },
    Migrate {
        evaluation: PathBuf,
        to: String,
        output: PathBuf,
        force: bool,
    },
    Print {
        evaluation: PathBuf,
        output: Output,
        /// None: those that are handed in together.
        papers: Vec<Paper>,
    },
    Papers {
        evaluation: PathBuf,
    },
    PrintLedger {
        evaluation: PathBuf,
        output: Output,
        item: Option<String>,
        month: Option<String>,
    },
    TemplateCheck {
        template: PathBuf,
        strict: bool,
    },
    TemplateImport {
        table: PathBuf,
        sheet: Option<String>,
        corrections: Corrections,
        scores: Option<Scores>,
        output: Output,
    },
    TemplateList,
}
