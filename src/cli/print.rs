//! `jiping print`: the sheets as a PDF.

use super::answer::{Answer, Failure, json};
use super::exit::Exit;
use super::read::open;
use super::task::Output;
use crate::file::{Opened, Places, Replaced, may_write, save_output};
use crate::print::{self, LedgerSheet, PrintJob, Sheet};
use crate::scoring::{self, Month};
use crate::text::{Lang, Message};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Printed {
    file: String,
    pages: usize,
    /// Characters that the embedded fonts lack.
    substituted: Vec<char>,
}

pub(super) fn print(path: &Path, output: &Output, sheets: &[Sheet], lang: Lang) -> Result<Answer, Failure> {
    may_write(&output.path, "pdf", output.force)?;
    let (opened, notes) = open(path, &Places::standard())?;
    write(&opened, notes, output, sheets, lang)
}

/// `jiping print --ledger`: the rows of one ledger or of all, of one month or month by month.
pub(super) fn print_ledger(
    path: &Path,
    output: &Output,
    item: Option<&str>,
    month: Option<&str>,
    lang: Lang,
) -> Result<Answer, Failure> {
    let wrong = |month: &str| Failure::new(Message::new("cli-month").with("month", month));
    let month = month.map(|month| Month::of(month).ok_or_else(|| wrong(month))).transpose()?;
    may_write(&output.path, "pdf", output.force)?;
    let (opened, notes) = open(path, &Places::standard())?;
    let ledgers = || opened.template.indicators().enumerate().filter(|(_, it)| it.rule.ledger.is_some());
    if ledgers().next().is_none() {
        return Err(Failure::new(Message::new("cli-no-ledgers")));
    }
    let missing = |item: &str| Failure::new(Message::new("cli-no-ledger").with("item", item));
    let found = |item: &str| {
        let position = ledgers().find(|(_, it)| *it.id == *item || *it.name == *item);
        position.map(|(position, _)| position).ok_or_else(|| missing(item))
    };
    let item = item.map(found).transpose()?;
    write(&opened, notes, output, &[Sheet::Ledger(LedgerSheet { item, month })], lang)
}

fn write(
    opened: &Opened,
    mut notes: Vec<Message>,
    output: &Output,
    sheets: &[Sheet],
    lang: Lang,
) -> Result<Answer, Failure> {
    let card = scoring::score(&opened.template, &opened.evaluation);
    let job = PrintJob {
        template: &opened.template,
        evaluation: &opened.evaluation,
        card: &card,
        file_digest: Some(&opened.digest),
        printed_at: jiff::Zoned::now(),
    };
    let printed = print::pdf(&job, sheets)?;
    let output = &output.path;
    save_output(output, &printed.pdf, Replaced::Kept, || true)?;
    if !printed.substituted.is_empty() {
        let characters: String = printed.substituted.iter().collect();
        notes.push(Message::new("cli-substituted").with("characters", characters));
    }
    let text = Message::new("cli-printed").with("file", output.display()).with("pages", printed.pages);
    let document = Printed {
        file: output.display().to_string(),
        pages: printed.pages,
        substituted: printed.substituted,
    };
    Ok(Answer { text: text.text(lang), json: json(&document)?, exit: Exit::of(&notes), notes })
}
