//! What is said of an audit.

use super::item::{Audited, Verdict};
use super::sums::Sum;
use super::{Audit, Kept};
use crate::number::plain;
use crate::text::Message;

impl Audit {
    /// All that somebody has to look at, in the order of the sheet; not what was kept with a reason.
    pub fn messages(&self, kept: &Kept) -> Vec<Message> {
        let items = self.items.iter().filter(|item| !kept.contains_key(&item.item));
        let items = items.filter_map(Audited::message);
        items.chain(self.sums.iter().map(Sum::message)).chain(self.findings.iter().cloned()).collect()
    }

    /// How many scores agree with their rules; `total` is that of the evaluation.
    pub fn summary(&self, total: &str) -> Message {
        let count = |verdict: Verdict| self.items.iter().filter(|item| item.verdict == verdict).count();
        let scored = self.items.len() - count(Verdict::NoScore);
        Message::new("audit-summary")
            .with("items", scored)
            .with("agree", count(Verdict::Agrees))
            .with("differ", count(Verdict::Differs))
            .with("undecided", count(Verdict::Undecided))
            .with("total", total)
    }
}

impl Audited {
    /// Why somebody has to look at it; `None` where nobody has to.
    pub fn message(&self) -> Option<Message> {
        let message = |key| Message::new(key).with("row", self.row).with("name", &self.name);
        let stated = self.stated.map(plain).unwrap_or_default();
        Some(match self.verdict {
            Verdict::Agrees | Verdict::NoScore => return None,
            Verdict::Differs => {
                let by_rule = self.by_rule.map(plain).unwrap_or_default();
                message("audit-differs").with("stated", stated).with("computed", by_rule)
            }
            Verdict::Undecided => message("audit-undecided").with("stated", stated),
            Verdict::Impossible => {
                message("audit-impossible").with("score", &self.typed).with("points", plain(self.points))
            }
        })
    }
}

impl Sum {
    /// What the table states and what its scores come to.
    pub fn message(&self) -> Message {
        let message = match &self.group {
            Some(group) => Message::new("audit-sum-group").with("group", group),
            None => Message::new("audit-sum-total"),
        };
        message.with("row", self.row).with("stated", plain(self.stated)).with("sum", plain(self.sum))
    }
}
