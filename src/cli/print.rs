//! `jiping print`: the sheets as a PDF.

use super::answer::{Answer, Failure, json};
use super::{exit_of, open};
use crate::file::Places;
use crate::print::{self, PrintJob, Sheet};
use crate::scoring;
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

pub(super) fn print(path: &Path, output: &Path, sheets: &[Sheet], lang: Lang) -> Result<Answer, Failure> {
    let (opened, mut notes) = open(path, &Places::standard())?;
    let card = scoring::score(&opened.template, &opened.evaluation);
    let job = PrintJob {
        template: &opened.template,
        evaluation: &opened.evaluation,
        card: &card,
        file_digest: Some(&opened.digest),
        printed_at: jiff::Zoned::now(),
    };
    let printed = print::pdf(&job, sheets)?;
    print::save_pdf(output, &printed.pdf)?;
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
    Ok(Answer { text: text.text(lang), json: json(&document)?, exit: exit_of(&notes), notes })
}
