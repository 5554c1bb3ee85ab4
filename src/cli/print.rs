//! `jiping print`: the sheets as a PDF.

use super::answer::{Answer, Failure, json};
use super::exit::Exit;
use super::read::open;
use super::task::Output;
use crate::file::{Opened, Places, Replaced, may_write, save_output};
use crate::print::{self, Compiled, LedgerSheet, Paper, PrintJob};
use crate::scoring::{self, Month, Scorecard};
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

/// A paper in the list of them.
#[derive(Serialize)]
struct Listed {
    id: &'static str,
    title: String,
    pages: usize,
}

pub(super) fn print(path: &Path, output: &Output, papers: &[Paper], lang: Lang) -> Result<Answer, Failure> {
    may_write(&output.path, "pdf", output.force)?;
    let (opened, notes) = open(path, &Places::standard())?;
    write(&opened, notes, output, papers, lang)
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
    write(&opened, notes, output, &[Paper::Ledger(LedgerSheet { item, month })], lang)
}

/// `jiping papers`: every paper of an evaluation with its pages.
pub(super) fn papers(path: &Path, lang: Lang) -> Result<Answer, Failure> {
    let (opened, notes) = open(path, &Places::standard())?;
    let card = scoring::score(&opened.template, &opened.evaluation);
    let all = Paper::of(&opened.template);
    let compiled = Compiled::new(&job(&opened, &card), &all)?;
    let listed: Vec<Listed> = compiled
        .papers()
        .iter()
        .map(|(paper, _, pages)| Listed {
            id: paper.id(),
            title: paper.title(&opened.template),
            pages: *pages,
        })
        .collect();
    let line = |one: &Listed| {
        let message = Message::new("cli-paper").with("id", one.id).with("title", &one.title);
        message.with("pages", one.pages).text(lang)
    };
    let text = listed.iter().map(line).collect::<Vec<_>>().join("\n");
    Ok(Answer { text, json: json(&listed)?, exit: Exit::of(&notes), notes })
}

fn job<'a>(opened: &'a Opened, card: &'a Scorecard) -> PrintJob<'a> {
    PrintJob {
        template: &opened.template,
        evaluation: &opened.evaluation,
        card,
        file_digest: Some(&opened.digest),
        printed_at: jiff::Zoned::now(),
    }
}

fn write(
    opened: &Opened,
    mut notes: Vec<Message>,
    output: &Output,
    papers: &[Paper],
    lang: Lang,
) -> Result<Answer, Failure> {
    let card = scoring::score(&opened.template, &opened.evaluation);
    let together = Paper::handed_in(&card);
    let papers = if papers.is_empty() { &together } else { papers };
    let printed = print::pdf(&job(opened, &card), papers)?;
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
