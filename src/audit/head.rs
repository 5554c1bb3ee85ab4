//! The head of a form: project, goal, funds.

use super::taking::Taking;
use crate::evaluation::{Edit, ProjectField};
use crate::import::{Head, HeadFunds};
use crate::number::plain;
use crate::template::Label;
use crate::text::Message;

pub(super) fn take(taking: &mut Taking<'_>, head: &Head) {
    let texts = [
        (ProjectField::Name, &head.project),
        (ProjectField::Department, &head.department),
        (ProjectField::Unit, &head.unit),
        (ProjectField::Year, &head.year),
        (ProjectField::Evaluator, &head.evaluator),
        (ProjectField::Date, &head.date),
        (ProjectField::Phone, &head.phone),
        (ProjectField::Leader, &head.leader),
        (ProjectField::Goal, &head.goal),
        (ProjectField::GoalReached, &head.goal_reached),
    ];
    let nobody = Label::from("");
    for (field, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        taking.take(0, &nobody, Edit::SetProject { field, text: text.clone() });
    }
    take_funds(taking, &head.funds);
}

/// The sources of the table, instead of those that the form starts with.
fn take_funds(taking: &mut Taking<'_>, funds: &HeadFunds) {
    if funds.lines.is_empty() {
        return;
    }
    taking.take(0, &"".into(), Edit::SetFundsUnit(funds.unit));
    for line in (0..taking.evaluation.funds.lines.len()).rev() {
        taking.take(0, &"".into(), Edit::RemoveFundLine { line });
    }
    for line in &funds.lines {
        taking.take(0, &(*line.source).into(), Edit::AddFundLine(line.clone()));
    }
    if funds.is_without_unit {
        taking.findings.push(Message::new("audit-funds-unit"));
    }
    for (column, stated, sum) in &funds.differ {
        let message = Message::new("audit-funds-sum").with("column", column);
        taking.findings.push(message.with("stated", plain(*stated)).with("sum", plain(*sum)));
    }
}
