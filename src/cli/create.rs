//! `jiping new`: an untouched evaluation by a template.

use super::answer::{Answer, Failure, json};
use super::exit::Exit;
use super::templates;
use crate::evaluation::Evaluation;
use crate::file::{self, Action, EvidenceStore, Journal, Places, Progress, SaveRequest};
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
    if output.exists() && !force {
        return Err(Failure::new(Message::new("cli-exists").with("file", output.display())));
    }
    let template = find(name, lang)?;
    let evaluation = Evaluation::new(&template);
    let mut journal = Journal::default();
    journal.push(Action::Created);
    journal.push(Action::Saved);
    let request = SaveRequest {
        path: output.to_owned(),
        evaluation: Arc::new(evaluation),
        template: Arc::new(template),
        journal,
        store: EvidenceStore::new(&Places::standard()),
        reachable: Vec::new(),
        force,
    };
    let saved = file::save(&request, &Progress::new())?;
    let template = &request.template;
    let written = Written {
        file: output.display().to_string(),
        digest: saved.digest,
        template: template.id.to_string(),
        version: template.version.to_string(),
        edits: None,
    };
    let text = Message::new("cli-created").with("file", output.display()).with("title", &template.title);
    let text = text.with("items", template.outline().len()).text(lang);
    Ok(Answer { text, json: json(&written)?, notes: Vec::new(), exit: Exit::Done })
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
