//! 等级: of the total, or what vetoes make of it.

use super::strikes::effects;
use crate::number::exact::{Exact, exact};
use crate::scoring::card::{ItemScore, NextGrade, Strike};
use crate::template::{Consequence, GradeBy, Label, Scope, Template};
use rust_decimal::Decimal;

/// The grade of the total, or what vetoes make of it, with the one that decided. `total` as printed and
/// before rounding; `graded`: some indicator has a score.
pub(super) fn grade(
    template: &Template,
    items: &[ItemScore],
    (total, unrounded): (Decimal, &Exact),
    graded: bool,
) -> (Option<Label>, Option<Label>) {
    let position = |name: &Label| template.grades.iter().position(|grade| grade.name == *name);
    let mut forced: Option<(usize, &Label)> = None;
    let mut at_most: Option<(usize, &Label)> = None;
    for (_, struck) in effects(template, items).filter(|(_, struck)| struck.scope == Scope::Sheet) {
        let (into, position) = match &struck.strike {
            Strike::Veto(Consequence::Fail) => (&mut forced, template.grades.len().checked_sub(1)),
            Strike::Veto(Consequence::Grade(name)) => (&mut forced, position(name)),
            Strike::Veto(Consequence::GradeAtMost(name)) => (&mut at_most, position(name)),
            _ => continue,
        };
        // Grades stand best first: of several the last one holds.
        if let Some(position) = position.filter(|position| into.is_none_or(|(worst, _)| worst < *position)) {
            *into = Some((position, &struck.label));
        }
    }
    let earned = match template.grade_by {
        GradeBy::Printed => template.grades.iter().position(|grade| total >= grade.from),
        GradeBy::Exact => template.grades.iter().position(|grade| *unrounded >= exact(grade.from)),
    };
    let given = forced.map(|(given, _)| given).or(earned.filter(|_| graded));
    let (grade, veto) = match (given, at_most) {
        (Some(given), Some((most, label))) if given < most => (Some(most), Some(label)),
        (given, _) => (given, forced.map(|(_, label)| label)),
    };
    let name = grade.and_then(|grade| template.grades.get(grade)).map(|grade| grade.name.clone());
    (name, veto.cloned())
}

/// The grade above `total`; `most` is the total if everything pending earned full marks.
pub(super) fn next_grade(template: &Template, total: Decimal, most: Decimal) -> Option<NextGrade> {
    let above = template.grades.iter().rev().find(|grade| grade.from > total)?;
    let (name, distance) = (above.name.clone(), above.from.saturating_sub(total));
    Some(NextGrade { name, distance, reachable: most >= above.from })
}
