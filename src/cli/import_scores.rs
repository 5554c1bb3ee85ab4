//! `jiping template import --scores`: the evaluation of a filled-in table, and what its rules say to its scores.

use super::answer::{Failure, Said};
use super::task::Scores;
use crate::audit::{Audit, Audited, Kept, Verdict, audit, is_filled};
use crate::evaluation::Evaluation;
use crate::file::{self, Action, EvidenceStore, Journal, Places, Progress, SaveRequest};
use crate::import::Imported;
use crate::number::plain;
use crate::scoring::score;
use crate::template::Severity;
use crate::text::{Lang, Message};
use serde::Serialize;
use std::sync::Arc;

/// What was written, and what is to be said of it.
#[derive(Serialize)]
pub(super) struct Document {
    file: String,
    /// SHA-256 of the whole file.
    digest: String,
    /// 合计 of the evaluation that was written.
    total: String,
    /// Nothing has to be looked at.
    #[serde(skip)]
    pub is_clean: bool,
    #[serde(skip)]
    text: String,
    items: Vec<Item>,
    findings: Vec<Said>,
}

#[derive(Serialize)]
struct Item {
    row: usize,
    id: String,
    name: String,
    points: String,
    /// The score of the table.
    stated: Option<String>,
    /// What its rule gives.
    by_rule: Option<String>,
    verdict: &'static str,
    /// Why the score of the table counts all the same.
    kept: Option<String>,
}

/// Writes the evaluation of a table that was imported.
///
/// # Errors
/// Nothing was filled in, a reason names no open item, the template is unsound, or the file cannot be written.
pub(super) fn write(
    imported: &Imported,
    scores: &Scores,
    force: bool,
    lang: Lang,
) -> Result<Document, Failure> {
    if !is_filled(&imported.filled) {
        return Err(Failure::new(Message::new("audit-nothing")));
    }
    if imported.problems().iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Failure::new(Message::new("audit-template")));
    }
    let audit = audit(imported);
    let kept = kept(&audit, &scores.keep)?;
    let evaluation = audit.evaluation(&kept);
    let card = score(audit.template(), &evaluation);
    let digest = save(&audit, &kept, evaluation, scores, force)?;
    let messages = audit.messages(&kept);
    let findings: Vec<Said> = messages.iter().map(|message| Said::of(message, lang)).collect();
    let item = |item: &Audited| Item {
        row: item.row,
        id: item.item.to_string(),
        name: item.name.to_string(),
        points: plain(item.points),
        stated: item.stated.map(plain),
        by_rule: item.by_rule.map(plain),
        verdict: name(item.verdict),
        kept: kept.get(&item.item).cloned(),
    };
    let total = crate::number::fixed(card.total, card.total_decimals);
    Ok(Document {
        file: scores.output.display().to_string(),
        digest,
        text: text(&audit.summary(&total), &messages, scores, lang),
        total,
        is_clean: findings.is_empty(),
        items: audit.items.iter().map(item).collect(),
        findings,
    })
}

impl Document {
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

fn text(summary: &Message, messages: &[Message], scores: &Scores, lang: Lang) -> String {
    let written = Message::new("cli-audit-written").with("file", scores.output.display()).text(lang);
    let findings = messages.iter().map(|message| message.full(lang));
    let lines: Vec<String> = [summary.text(lang)].into_iter().chain(findings).chain([written]).collect();
    lines.join("\n")
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agrees => "agrees",
        Verdict::Differs => "differs",
        Verdict::Undecided => "undecided",
        Verdict::NoScore => "no-score",
        Verdict::Impossible => "impossible",
    }
}

/// `指标=理由`, by name or id.
fn kept(audit: &Audit, keep: &[String]) -> Result<Kept, Failure> {
    let mut kept = Kept::new();
    for typed in keep {
        let unclear = || Failure::new(Message::new("cli-keep").with("keep", typed));
        let (item, reason) = typed.split_once('=').ok_or_else(unclear)?;
        let (item, reason) = (item.trim(), reason.trim());
        let mut found = audit.items.iter().filter(|audited| *audited.item == *item || *audited.name == *item);
        let (Some(found), None, false) = (found.next(), found.next(), reason.is_empty()) else {
            return Err(unclear());
        };
        if !found.verdict.is_open() {
            return Err(Failure::new(Message::new("cli-keep-same").with("name", &found.name)));
        }
        kept.insert(found.item.clone(), reason.to_owned());
    }
    Ok(kept)
}

fn save(
    audit: &Audit,
    kept: &Kept,
    evaluation: Evaluation,
    scores: &Scores,
    force: bool,
) -> Result<String, Failure> {
    let mut journal = Journal::default();
    journal.push(Action::Created);
    for edit in audit.edits(kept) {
        journal.push(Action::Edit(edit));
    }
    journal.push(Action::Saved);
    let request = SaveRequest {
        path: scores.output.clone(),
        evaluation: Arc::new(evaluation),
        template: Arc::new(audit.template().clone()),
        journal,
        store: EvidenceStore::new(&Places::standard()),
        reachable: Vec::new(),
        force,
    };
    Ok(file::save(&request, &Progress::new())?.digest)
}
