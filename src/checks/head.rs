//! The head of the sheet.

use super::finding::{CheckId, Finding, Place, Severity};
use crate::evaluation::{Evaluation, ProjectField};
use crate::template::Template;
use crate::text::Message;

pub(super) fn findings(template: &Template, evaluation: &Evaluation) -> Vec<Finding> {
    let project = &evaluation.project;
    let mut findings = Vec::new();
    let missing = |field: ProjectField| {
        let message = Message::new(match field {
            ProjectField::Year => "check-no-year",
            ProjectField::Unit => "check-no-unit",
            ProjectField::Evaluator => "check-no-evaluator",
            _ => "check-no-name",
        });
        Finding::new(CheckId::C50, Severity::Error, Place::Head(field), message)
    };
    for (field, text) in [
        (ProjectField::Name, &project.name),
        (ProjectField::Year, &project.year),
        (ProjectField::Unit, &project.unit),
        (ProjectField::Evaluator, &project.evaluator),
    ] {
        if text.trim().is_empty() {
            findings.push(missing(field));
        }
    }
    findings.extend(year(template, project.year.trim()));
    findings
}

/// A year of four digits that the template serves.
fn year(template: &Template, year: &str) -> Option<Finding> {
    if year.is_empty() {
        return None;
    }
    let four_digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let Some(number) = four_digits.then(|| year.parse::<u16>().ok()).flatten() else {
        let message = Message::new("check-bad-year").with("year", year);
        let place = Place::Head(ProjectField::Year);
        return Some(Finding::new(CheckId::C50, Severity::Error, place, message));
    };
    let (from, to) = (template.years.from, template.years.to);
    let outside = from.is_some_and(|from| number < from) || to.is_some_and(|to| number > to);
    let edge = |edge: Option<u16>| edge.map_or_else(|| "…".to_owned(), |edge| edge.to_string());
    outside.then(|| {
        let message = Message::new("check-other-years").with("year", year);
        let message = message.with("from", edge(from)).with("to", edge(to));
        Finding::new(CheckId::C47, Severity::Warning, Place::Head(ProjectField::Year), message)
    })
}
