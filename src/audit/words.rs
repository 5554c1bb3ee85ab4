//! What is said of an audit.

use super::item::{Audited, Verdict};
use super::sums::{Sum, SumOf};
use super::{Audit, Kept};
use crate::number::plain;
use crate::scoring::score;
use crate::text::Message;

impl Audit {
    /// All that somebody has to look at, in the order of the sheet; not what was kept with a reason.
    pub fn messages(&self, kept: &Kept) -> Vec<Message> {
        let items = self.items.iter().filter(|item| !kept.contains_key(&item.item));
        let items = items.filter_map(Audited::message);
        let sums = self.sums.iter().map(Sum::message);
        items.chain(sums).chain(self.grade_message(kept)).chain(self.findings.iter().cloned()).collect()
    }

    /// The grade that the table states, where the evaluation comes to another one.
    fn grade_message(&self, kept: &Kept) -> Option<Message> {
        let (row, stated) = self.grade.as_ref()?;
        let message = |key| Message::new(key).with("row", row).with("stated", stated);
        let grades = || self.template.grades.iter().map(|grade| &*grade.name);
        // 优 is 优秀 where only one grade begins so, or where the stated one does.
        let alike: Vec<&str> =
            grades().filter(|name| name.starts_with(&**stated) || stated.starts_with(name)).collect();
        let known = match (grades().find(|name| name == stated), alike.as_slice()) {
            (Some(exact), _) => exact,
            (None, [one]) => one,
            _ => return Some(message("audit-grade-unknown")),
        };
        let card = score(&self.template, &self.evaluation(kept));
        let grade = card.grade.filter(|grade| !card.provisional && **grade != *known)?;
        Some(message("audit-grade").with("grade", grade))
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
        let message = match (&self.group, self.of) {
            (Some(group), SumOf::Scores) => Message::new("audit-sum-group").with("group", group),
            (None, SumOf::Scores) => Message::new("audit-sum-total"),
            (Some(group), SumOf::Deductions) => Message::new("audit-sum-group-deducted").with("group", group),
            (None, SumOf::Deductions) => Message::new("audit-sum-total-deducted"),
        };
        message.with("row", self.row).with("stated", plain(self.stated)).with("sum", plain(self.sum))
    }
}
