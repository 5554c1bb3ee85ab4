//! `jiping migrate`: the same evaluation by a newer version of its template, or by another one, as a new file.

use super::answer::{Answer, Failure, Said, json};
use super::create::find;
use super::exit::Exit;
use super::read::open;
use crate::evaluation::{Dropped, Migration, Place, migrate};
use crate::file::{self, Action, Journal, Places, Progress, SaveRequest};
use crate::template::Template;
use crate::text::{Lang, Message};
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;

pub(super) fn run(path: &Path, to: &str, output: &Path, force: bool, lang: Lang) -> Result<Answer, Failure> {
    // The old file stays as it is, whatever happens.
    if file::is_same_place(path, output) {
        return Err(Failure::new(Message::new("cli-old-file-stays").with("file", output.display())));
    }
    file::may_write(output, file::EXTENSION, force)?;
    let to = find(to, lang)?;
    let (opened, notes) = open(path, &Places::standard())?;
    let migration = migrate(&opened.evaluation, opened.template.base(), &to, lang);
    let mut journal = Journal::default();
    journal.push(Action::Created);
    journal.push(Action::Saved);
    let request = SaveRequest {
        path: output.to_owned(),
        evaluation: Arc::new(migration.evaluation.clone()),
        template: Arc::new(migration.evaluation.tailoring.apply(&to)),
        journal,
        store: opened.store,
        reachable: Vec::new(),
        force,
    };
    let saved = file::save(&request, &Progress::new())?;
    let document = Document::of(output, saved.digest, &to, &migration, &notes, lang);
    let exit = if migration.needs_attention() { Exit::Findings } else { Exit::of(&notes) };
    Ok(Answer { text: text(output, &migration, lang), json: json(&document)?, notes, exit })
}

fn text(output: &Path, migration: &Migration, lang: Lang) -> String {
    let counts = Message::new("cli-migrated")
        .with("file", output.display())
        .with("carried", migration.carried.len())
        .with("asked", migration.asked.len())
        .with("dropped", migration.dropped.len())
        .with("added", migration.added.len());
    let mut lines = vec![counts.text(lang)];
    let line =
        |key, path: &str, words: String| Message::new(key).with("path", path).with("words", words).text(lang);
    for asked in &migration.asked {
        let reasons: Vec<String> = asked.reasons.iter().map(|reason| reason.text(lang)).collect();
        lines.push(line("cli-migrate-asked", &asked.place.path, reasons.join("；")));
    }
    for dropped in &migration.dropped {
        lines.push(line("cli-migrate-dropped", &dropped.place.path, words(dropped).join("；")));
    }
    lines.extend(migration.settings.iter().map(|setting| setting.text(lang)));
    lines.extend(
        migration
            .added
            .iter()
            .map(|place| Message::new("cli-migrate-added").with("path", &place.path).text(lang)),
    );
    lines.join("\n")
}

fn words(dropped: &Dropped) -> Vec<String> {
    dropped.words.iter().cloned().chain(dropped.evidence.iter().map(|file| file.name.clone())).collect()
}

#[derive(Serialize)]
struct Document {
    file: String,
    /// SHA-256 of the whole file.
    digest: String,
    template: String,
    version: String,
    carried: Vec<Item>,
    asked: Vec<AskedItem>,
    dropped: Vec<DroppedItem>,
    added: Vec<Item>,
    settings: Vec<Said>,
    file_findings: Vec<Said>,
}

#[derive(Serialize)]
struct Item {
    id: String,
    path: String,
}

impl From<&Place> for Item {
    fn from(place: &Place) -> Self {
        Self { id: place.item.to_string(), path: place.path.clone() }
    }
}

#[derive(Serialize)]
struct AskedItem {
    #[serde(flatten)]
    item: Item,
    reasons: Vec<Said>,
}

#[derive(Serialize)]
struct DroppedItem {
    #[serde(flatten)]
    item: Item,
    words: Vec<String>,
    evidence: Vec<File>,
}

#[derive(Serialize)]
struct File {
    name: String,
    /// The indicator that has it now; none: it stays behind.
    now: Option<String>,
}

impl Document {
    fn of(
        output: &Path,
        digest: String,
        to: &Template,
        migration: &Migration,
        notes: &[Message],
        lang: Lang,
    ) -> Self {
        let said = |messages: &[Message]| messages.iter().map(|message| Said::of(message, lang)).collect();
        let asked = migration.asked.iter();
        let asked = asked.map(|it| AskedItem { item: (&it.place).into(), reasons: said(&it.reasons) });
        let dropped = migration.dropped.iter().map(|it| DroppedItem {
            item: (&it.place).into(),
            words: it.words.clone(),
            evidence: it
                .evidence
                .iter()
                .map(|file| File {
                    name: file.name.clone(),
                    now: file.now.as_ref().map(|now| now.item.to_string()),
                })
                .collect(),
        });
        Self {
            file: output.display().to_string(),
            digest,
            template: to.id.to_string(),
            version: to.version.to_string(),
            carried: migration.carried.iter().map(Item::from).collect(),
            asked: asked.collect(),
            dropped: dropped.collect(),
            added: migration.added.iter().map(Item::from).collect(),
            settings: said(&migration.settings),
            file_findings: said(notes),
        }
    }
}
