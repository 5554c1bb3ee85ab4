//! 连同得分: the scores of a filled-in table beside what its rules give, and what the user says to them.

use crate::app::request::Next;
use crate::audit::{Audit, Audited, Kept, audit, is_filled};
use crate::file::{Action, EvidenceStore, Journal, Opened, Places};
use crate::import::Imported;
use crate::number::fixed;
use crate::scoring::score;
use crate::template::Id;
use crate::text::Message;
use std::sync::Arc;

/// Whether the scores of the table come along, and how.
#[derive(Default)]
pub struct Scored {
    /// 连同得分 was chosen.
    wanted: bool,
    /// The table was filled in.
    is_filled: bool,
    audit: Option<Box<Audit>>,
    kept: Kept,
}

impl Scored {
    /// As a session left it behind; the audit is made again with the template.
    pub(super) fn restored(wanted: bool, kept: Kept) -> Self {
        Self { wanted, kept, ..Self::default() }
    }

    /// 连同得分 was chosen, whether or not the table is read by now.
    pub(super) fn was_chosen(&self) -> bool {
        self.wanted
    }

    /// 连同得分 was chosen, and there are scores.
    pub fn is_wanted(&self) -> bool {
        self.wanted && self.is_filled
    }

    /// There is something to choose.
    pub fn is_offered(&self) -> bool {
        self.is_filled
    }

    /// What the rules say to the scores, where they come along.
    pub fn audit(&self) -> Option<&Audit> {
        self.audit.as_deref().filter(|_| self.is_wanted())
    }

    /// Reasons for scores that stay as the table has them.
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Why the score of the indicator stays; empty where it does not.
    pub fn reason(&self, item: &Id) -> &str {
        self.kept.get(item).map(String::as_str).unwrap_or_default()
    }

    /// Scores that nobody has given a reason for.
    pub fn open(&self) -> impl Iterator<Item = &Audited> {
        let items = self.audit().map(|audit| audit.items.as_slice()).unwrap_or_default();
        items.iter().filter(|item| item.message().is_some() && self.reason(&item.item).trim().is_empty())
    }

    pub(super) fn want(&mut self, wanted: bool, imported: Option<&Imported>) {
        self.wanted = wanted;
        self.renew(imported);
    }

    /// Holds the scores against the rules as they were chosen last.
    pub(super) fn renew(&mut self, imported: Option<&Imported>) {
        self.is_filled = imported.is_some_and(|imported| is_filled(&imported.filled));
        self.audit = imported.filter(|_| self.is_wanted()).map(|imported| Box::new(audit(imported)));
    }

    pub(super) fn keep(&mut self, item: Id, reason: String) {
        match reason.is_empty() {
            true => drop(self.kept.remove(&item)),
            false => drop(self.kept.insert(item, reason)),
        }
    }

    /// The evaluation that the table makes, in no file yet.
    pub(super) fn made(&self, places: &Places) -> Option<Next> {
        let audit = self.audit()?;
        let evaluation = audit.evaluation(&self.kept);
        let card = score(audit.template(), &evaluation);
        let mut journal = Journal::default();
        journal.push(Action::Created);
        for edit in audit.edits(&self.kept) {
            journal.push(Action::Edit(edit));
        }
        let opened = Opened {
            path: None,
            template: Arc::new(audit.template().clone()),
            evaluation,
            journal,
            store: EvidenceStore::new(places),
            findings: Vec::new(),
            digest: String::new(),
        };
        let total = fixed(card.total, card.total_decimals);
        let said: Message = audit.summary(&total);
        Some(Next::Made(Box::new(opened), said))
    }
}
