//! From the arguments to the exit code: which file does which task.

use super::answer::{Failure, complain, deliver, say};
use super::args::{self, Said};
use super::exit::Exit;
use super::manner::Manner;
use super::task::{Invocation, Task, Work};
use super::{apply, create, import, migrate, print, score, templates};
use crate::file::Places;
use crate::text::{Lang, Message};
use std::ffi::OsString;
use std::process::ExitCode;

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
            Task::NewFrom { last, output, force } => create::create_from(last, output, *force, lang),
            Task::Apply { evaluation, edits, output, force } => {
                apply::apply(evaluation, edits, output.as_deref(), *force, lang)
            }
            Task::Score { evaluation, strict } => score::score(evaluation, *strict, lang),
            Task::Migrate { evaluation, to, output, force } => {
                migrate::run(evaluation, to, output, *force, lang)
            }
            Task::Print { evaluation, output, papers } => print::print(evaluation, output, papers, lang),
            Task::Papers { evaluation } => print::papers(evaluation, lang),
            Task::PrintLedger { evaluation, output, item, month } => {
                print::print_ledger(evaluation, output, item.as_deref(), month.as_deref(), lang)
            }
            Task::TemplateCheck { template, strict } => templates::check(template, *strict, lang),
            Task::TemplateImport { table, sheet, corrections, scores, output } => {
                import::import((table, sheet.as_deref(), corrections), scores.as_ref(), output, lang)
            }
            Task::TemplateList => templates::list(&Places::standard(), lang),
        };
        deliver(answer, self.manner).into()
    }
}
