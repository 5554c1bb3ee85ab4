//! `jiping new`: an untouched evaluation by a template, or by last year's file.

use super::answer::{Answer, Failure, json};
use super::exit::Exit;
use super::read::open;
use super::templates;
use crate::evaluation::Evaluation;
use crate::file::{self, Action, EvidenceStore, Journal, Places, Progress, SaveRequest};
use crate::scoring;
use crate::template::{self, Template};
use crate::text::{Lang, Message};
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;

/// What `new` and `apply` tell of the file they wrote.
#[derive(Serialize)]
pub(super) struct Written {
    pub file: String,
    /// SHA-256 of the whole file.
    pub digest: String,
    pub template: String,
    pub version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edits: Option<usize>,
}

pub(super) fn create(name: &str, output: &Path, force: bool, lang: Lang) -> Result<Answer, Failure> {
    file::may_write(output, file::EXTENSION, force)?;
    let template = Arc::new(find(name, lang)?);
    let written = write(Evaluation::new(&template), &template, output, force)?;
    let text = Message::new("cli-created").with("file", output.display()).with("title", &template.title);
    let text = text.with("items", template.outline().len()).text(lang);
    Ok(Answer { text, json: json(&written)?, notes: Vec::new(), exit: Exit::Done })
}

/// 用去年的新建: the evaluation of the year after `last`, which stays as it is.
pub(super) fn create_from(last: &Path, output: &Path, force: bool, lang: Lang) -> Result<Answer, Failure> {
    if file::is_same_place(last, output) {
        return Err(Failure::new(Message::new("cli-last-year-stays").with("file", output.display())));
    }
    file::may_write(output, file::EXTENSION, force)?;
    let (opened, notes) = open(last, &Places::standard())?;
    let name = last.file_name().unwrap_or_default().to_string_lossy();
    let next = scoring::next_year(&opened.template, &opened.evaluation, &name);
    let said = [next.message().text(lang), output.display().to_string(), next.taken.message().text(lang)];
    let written = write(next.evaluation, &opened.template, output, force)?;
    Ok(Answer { text: said.join("\n"), json: json(&written)?, exit: Exit::of(&notes), notes })
}

fn write(
    evaluation: Evaluation,
    template: &Arc<Template>,
    output: &Path,
    force: bool,
) -> Result<Written, Failure> {
    let mut journal = Journal::default();
    journal.push(Action::Created);
    journal.push(Action::Saved);
    let request = SaveRequest {
        path: output.to_owned(),
        evaluation: Arc::new(evaluation),
        template: template.clone(),
        journal,
        store: EvidenceStore::new(&Places::standard()),
        reachable: Vec::new(),
        force,
    };
    let saved = file::save(&request, &Progress::new())?;
    Ok(Written {
        file: output.display().to_string(),
        digest: saved.digest,
        template: template.id.to_string(),
        version: template.version.to_string(),
        edits: None,
    })
}

/// A shipped template by its id, or one from a file.
pub(super) fn find(name: &str, lang: Lang) -> Result<Template, Failure> {
    if let Some(shipped) = template::shipped_by_id(name) {
        return Ok(shipped);
    }
    let path = Path::new(name);
    if !file::is_template(path) && !path.exists() {
        let known: Vec<String> = template::shipped().iter().map(|template| template.id.to_string()).collect();
        let message = Message::new("cli-no-template").with("name", name);
        return Err(Failure::new(message.with("known", known.join("、"))));
    }
    templates::read(path, lang)
}
