//! The same work without a window, for scripts and tests: the window's own edits, files, scores and prints.

mod answer;
mod apply;
mod args;
mod create;
mod import;
mod migrate;
mod print;
mod score;
mod table;
mod templates;

use crate::file::{FileError, Opened, Places, Progress};
use crate::print::Sheet;
use crate::text::{Explain as _, Lang, Message};
use answer::{Exit, Failure, complain, deliver, say};
use args::{Manner, Said};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What the arguments ask for.
pub enum Invocation {
    /// Open the window, with a file if one is named and in a language if one is.
    Window { file: Option<PathBuf>, lang: Option<Lang> },
    /// Do this and end.
    Command(Work),
}

/// A task of the command line, see [`Work::run`].
#[derive(Debug)]
pub struct Work {
    task: Task,
    manner: Manner,
}

#[derive(Debug)]
enum Task {
    New { template: String, output: PathBuf, force: bool },
    Apply { evaluation: PathBuf, edits: PathBuf, output: Option<PathBuf> },
    Score { evaluation: PathBuf, strict: bool },
    Migrate { evaluation: PathBuf, to: String, output: PathBuf },
    Print { evaluation: PathBuf, output: PathBuf, sheets: Vec<Sheet> },
    PrintLedger { evaluation: PathBuf, output: PathBuf, item: Option<String>, month: Option<String> },
    TemplateCheck { template: PathBuf, strict: bool },
    TemplateImport { table: PathBuf, sheet: Option<String>, output: PathBuf, force: bool },
    TemplateList,
}

/// Takes the arguments apart, the program's name first.
///
/// # Errors
/// They ask for help, which is on standard output now, or cannot be understood, which standard error says: either
/// way the program ends with this code.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Invocation, ExitCode> {
    let args: Vec<OsString> = args.into_iter().collect();
    let manner = Manner::of(&args);
    args::parse(&args, manner).map_err(|said| match said {
        Said::Help(text) => match say(&text) {
            Ok(()) => Exit::Done.into(),
            Err(_) => Exit::Cannot.into(),
        },
        Said::Wrong(message) => deliver(Err(Failure::new(message)), manner).into(),
    })
}

/// For a program that was built without its window.
pub fn no_window() -> ExitCode {
    complain(&Message::new("cli-no-window").full(Lang::Chinese));
    Exit::Cannot.into()
}

impl Work {
    /// Does it, and says on standard output what came of it, on standard error what is amiss.
    pub fn run(self) -> ExitCode {
        let lang = self.manner.lang;
        let answer = match &self.task {
            Task::New { template, output, force } => create::create(template, output, *force, lang),
            Task::Apply { evaluation, edits, output } => {
                apply::apply(evaluation, edits, output.as_deref(), lang)
            }
            Task::Score { evaluation, strict } => score::score(evaluation, *strict, lang),
            Task::Migrate { evaluation, to, output } => migrate::run(evaluation, to, output, lang),
            Task::Print { evaluation, output, sheets } => print::print(evaluation, output, sheets, lang),
            Task::PrintLedger { evaluation, output, item, month } => {
                print::print_ledger(evaluation, output, item.as_deref(), month.as_deref(), lang)
            }
            Task::TemplateCheck { template, strict } => templates::check(template, *strict, lang),
            Task::TemplateImport { table, sheet, output, force } => {
                import::import(table, sheet.as_deref(), output, *force, lang)
            }
            Task::TemplateList => templates::list(&Places::standard(), lang),
        };
        deliver(answer, self.manner).into()
    }
}

/// Opens an evaluation; what is amiss with its evidence becomes notes.
fn open(path: &Path, places: &Places) -> Result<(Opened, Vec<Message>), Failure> {
    let opened = crate::file::open(path, places, &Progress::new()).map_err(|error| {
        let details = error.cause().into_iter().collect();
        Failure { message: error.message(), details }
    })?;
    let notes = opened.findings.iter().map(crate::text::Explain::message).collect();
    Ok((opened, notes))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => FileError::NotFound { path: path.to_owned() }.into(),
        io::ErrorKind::PermissionDenied => FileError::NoPermission { path: path.to_owned() }.into(),
        _ => {
            let message = Message::new("cli-unreadable").with("file", path.display());
            Failure::new(message.with("detail", error))
        }
    })
}

/// Notes are findings: the exit code says so.
fn exit_of(notes: &[Message]) -> Exit {
    if notes.is_empty() { Exit::Done } else { Exit::Findings }
}
