//! `jiping apply`: a list of edits, all of them or none.

use super::answer::{Answer, Failure, json};
use super::create::Written;
use super::exit::Exit;
use super::read::{open, read};
use crate::evaluation::{Edit, EditError, Evidence, retailored};
use crate::file::{self, Action, DocumentLock, Holder, LockOutcome, Opened, Places, Progress, SaveRequest};
use crate::ron_text::{Element, elements};
use crate::template::{Id, Template};
use crate::text::{Explain as _, Lang, Message};
use serde::Deserialize;
use std::path::Path;
use std::sync::Arc;

/// What a list of edits may hold beside edits.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum Extra {
    /// Attaches a file, its path being relative to the list.
    AttachFile { item: Id, path: String },
}

pub(super) fn apply(
    path: &Path,
    edits: &Path,
    output: Option<&Path>,
    force: bool,
    lang: Lang,
) -> Result<Answer, Failure> {
    let places = Places::standard();
    let target = output.unwrap_or(path);
    // Without another place it is the evaluation itself that changes.
    if !file::is_same_place(path, target) {
        file::may_write(target, file::EXTENSION, force)?;
    }
    let _held = match DocumentLock::take(target, "") {
        LockOutcome::Held(holder) => return Err(in_use(target, holder)),
        LockOutcome::Mine(lock) => Some(lock),
        LockOutcome::Unavailable => None,
    };
    let (mut opened, notes) = open(path, &places)?;
    let bytes = read(edits)?;
    let list = List { path: edits, lang };
    let text = std::str::from_utf8(&bytes).map_err(|_| list.failed(Message::new("cli-edits-not-text")))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let steps = elements(text).map_err(|error| list.failed(error.message()))?;
    opened.journal.push(Action::Opened { digest: opened.digest.clone() });
    for (index, step) in steps.iter().enumerate() {
        let edit = list.edit(step, &opened)?;
        let after = opened.evaluation.apply(&opened.template, &edit);
        let after = after.map_err(|error| list.refused(index + 1, step, &edit, &error, &opened.template))?;
        opened.template = retailored(&opened.template, &opened.evaluation.tailoring, &after);
        opened.evaluation = after;
        opened.journal.push(Action::Edit(edit));
    }
    opened.journal.push(Action::Saved);
    let request = SaveRequest {
        path: target.to_owned(),
        template: opened.template,
        evaluation: Arc::new(opened.evaluation),
        journal: opened.journal,
        store: opened.store,
        reachable: Vec::new(),
        force: false,
    };
    let saved = file::save(&request, &Progress::new())?;
    let written = Written {
        file: target.display().to_string(),
        digest: saved.digest,
        template: request.template.id.to_string(),
        version: request.template.version.to_string(),
        edits: Some(steps.len()),
    };
    let mut notes = notes;
    notes.extend(saved.had_other_names.then(|| Message::new("cli-parted").with("file", target.display())));
    let text = Message::new("cli-applied").with("count", steps.len()).with("file", target.display());
    Ok(Answer { text: text.text(lang), json: json(&written)?, exit: Exit::of(&notes), notes })
}

/// Somebody has it open in a window; saving over it would set the two against each other.
fn in_use(path: &Path, holder: Option<Holder>) -> Failure {
    let who = holder.map(|holder| holder.who).filter(|who| !who.is_empty());
    let message = Message::new("cli-in-use").with("file", path.display());
    Failure::new(message.with("who", who.unwrap_or_else(|| "?".to_owned())))
}

/// The list, as errors name it.
struct List<'a> {
    path: &'a Path,
    lang: Lang,
}

impl List<'_> {
    fn failed(&self, what: Message) -> Failure {
        let message = Message::new("cli-edits-unreadable").with("file", self.path.display());
        Failure::new(
            message
                .with("what", what.text(self.lang))
                .with("remedy", what.hint(self.lang).unwrap_or_default()),
        )
    }

    fn edit(&self, step: &Element<'_>, opened: &Opened) -> Result<Edit, Failure> {
        if !step.text.starts_with("AttachFile") {
            return step.read::<Edit>().map_err(|error| self.failed(error.message()));
        }
        let Extra::AttachFile { item, path } =
            step.read::<Extra>().map_err(|error| self.failed(error.message()))?;
        let source = self.path.parent().unwrap_or(Path::new("")).join(path);
        let added = opened.store.add(&source, &Progress::new())?;
        let id = opened.evaluation.next_evidence_id(ids_ever_used(opened));
        let (name, size, sha256) = (added.name, added.size, added.sha256);
        Ok(Edit::AttachEvidence(Evidence { id, item, name, size, sha256 }))
    }

    fn refused(
        &self,
        number: usize,
        step: &Element<'_>,
        edit: &Edit,
        error: &EditError,
        template: &Template,
    ) -> Failure {
        let why = error.message();
        let name = edit.label(template).text(self.lang);
        let name = edit.item().map_or_else(|| name.clone(), |item| format!("{name}, {item}"));
        let name = match error {
            EditError::LedgerRow { row, .. } => {
                let row = Message::new("cli-edit-row").with("row", row + 1);
                format!("{name}, {}", row.text(self.lang))
            }
            _ => name,
        };
        let message = Message::new("cli-edit-refused").with("file", self.path.display());
        let message = message.with("place", step.place).with("number", number).with("name", name);
        Failure::new(
            message.with("why", why.text(self.lang)).with("remedy", why.hint(self.lang).unwrap_or_default()),
        )
    }
}

/// Numbers of evidence are never used again, so that the audit trail stays unambiguous.
fn ids_ever_used(opened: &Opened) -> impl Iterator<Item = u32> {
    opened.journal.entries.iter().filter_map(|entry| match &entry.action {
        Action::Edit(Edit::AttachEvidence(file)) => Some(file.id),
        _ => None,
    })
}
