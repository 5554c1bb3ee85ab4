//! The head of a form: project, goal, funds.

use super::taking::Taking;
use crate::evaluation::{Edit, FundLine, MoneyUnit, ProjectField};
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
        (ProjectField::Goal, &head.goal),
        (ProjectField::GoalReached, &head.goal_reached),
    ];
    let nobody = Label::from("");
    for (field, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        taking.take(0, &nobody, Edit::SetProject { field, text: text.clone() });
    }
    funds(taking, head);
}

/// The sources of the table, instead of those that the form starts with.
fn funds(taking: &mut Taking<'_>, head: &Head) {
    if head.funds.is_empty() {
        return;
    }
    let unit = if head.funds_in_yuan { MoneyUnit::Yuan } else { MoneyUnit::TenThousandYuan };
    taking.take(0, &"".into(), Edit::SetFundsUnit(unit));
    for line in (0..taking.evaluation.funds.lines.len()).rev() {
        taking.take(0, &"".into(), Edit::RemoveFundLine { line });
    }
    for HeadFunds { source, initial_budget, annual_budget, received, executed } in &head.funds {
        let line = FundLine {
            source: source.to_string(),
            initial_budget: *initial_budget,
            annual_budget: *annual_budget,
            received: *received,
            executed: *executed,
        };
        taking.take(0, source, Edit::AddFundLine(line));
    }
    if head.funds_without_unit {
        taking.findings.push(Message::new("audit-funds-unit"));
    }
    for (column, stated, sum) in &head.funds_differ {
        let message = Message::new("audit-funds-sum").with("column", column);
        taking.findings.push(message.with("stated", plain(*stated)).with("sum", plain(*sum)));
    }
}
