//! All that is wrong with a template, at once: path, place, what, and how to mend it.

mod alternatives;
mod award;
mod bands;
mod combine;
mod deduction;
mod domain;
mod effect;
mod frame;
mod interval;
mod ledger;
mod measure;
mod other;
mod pattern;
mod steps;
mod tiers;
mod words;

use super::problem::{Problem, Severity, Turn};
use super::{Id, Label, Order, Rule, Template};
use crate::number::{plain, round};
use crate::text::Message;
use other::Others;
use rust_decimal::Decimal;
use std::collections::HashSet;

/// Checks sums, bounds, tiers, bands, ids and whatever else the rule language can get wrong (C64–C71). Errors first,
/// each group in the order of the sheet.
pub fn check(template: &Template) -> Vec<Problem> {
    let mut checker = Checker::of(template);
    checker.template(template);
    checker.problems.sort_by_key(|problem| problem.severity);
    checker.problems
}

/// Points beyond this are slips; below it nothing that scoring computes can overflow or lose a digit.
pub const MOST_POINTS: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
/// Characters of an id.
const LONGEST_ID: usize = 64;
/// More decimals than any sheet prints.
const MOST_DECIMALS: u32 = 6;

struct Checker {
    problems: Vec<Problem>,
    path: Vec<Label>,
    spot: Vec<Turn>,
    /// Ids met on the way to the spot, each with the length of the way to it.
    ids: Vec<(usize, Id)>,
    /// Groups and indicators around the spot, outermost first.
    nodes: Vec<Id>,
    /// Decimals beyond which points would not add up on paper.
    decimals: u32,
    /// 得分增量 of what is entered by hand.
    step: Decimal,
    groups: HashSet<Id>,
    others: Others,
    grades: HashSet<Label>,
}

/// An award's rule, and the points that it can earn.
#[derive(Clone, Copy)]
struct Subject<'t> {
    rule: &'t Rule,
    /// M.
    points: Decimal,
    ceiling: Option<Decimal>,
}

impl Subject<'_> {
    /// The most that can be earned.
    fn top(&self) -> Decimal {
        self.ceiling.unwrap_or(self.points)
    }

    /// What full marks are: M, or the ceiling of what only adds (加分).
    fn full(&self) -> Decimal {
        if self.points.is_zero() { self.top() } else { self.points }
    }
}

impl Checker {
    fn of(template: &Template) -> Self {
        Self {
            problems: Vec::new(),
            path: Vec::new(),
            spot: Vec::new(),
            ids: Vec::new(),
            nodes: Vec::new(),
            decimals: match template.rounding.order {
                Order::RoundThenAdd => template.rounding.item_decimals.min(MOST_DECIMALS),
                Order::AddThenRound => MOST_DECIMALS,
            },
            step: template.rounding.step,
            groups: template.outline().groups().iter().map(|group| group.id.clone()).collect(),
            others: Others::of(template),
            grades: template.grades.iter().map(|grade| grade.name.clone()).collect(),
        }
    }

    fn report(&mut self, severity: Severity, message: Message) {
        self.problems.push(Problem {
            severity,
            path: self.path.join(" › "),
            node: self.nodes.last().cloned(),
            at: self.ids.last().map(|(_, id)| id.clone()),
            spot: self.spot.clone(),
            place: None,
            message,
        });
    }

    fn error(&mut self, message: Message) {
        self.report(Severity::Error, message);
    }

    /// What is printed by it has a name.
    fn named(&mut self, label: &Label) {
        if label.trim().is_empty() {
            self.report(Severity::Omission, Message::new(self.nameless()));
        }
    }

    /// The problem of what has no name, by the list that it stands in.
    fn nameless(&self) -> &'static str {
        let fields = self.spot.iter().rev().filter_map(|turn| match turn {
            Turn::Field(name) => Some(*name),
            Turn::Item(_) => None,
        });
        match fields.into_iter().next() {
            Some("parts") => "problem-no-name-part",
            Some("options") => "problem-no-name-option",
            Some("deductions") => "problem-no-name-deduction",
            Some("gates") => "problem-no-name-gate",
            Some("effects") => "problem-no-name-effect",
            _ => "problem-no-name",
        }
    }

    fn warning(&mut self, message: Message) {
        self.report(Severity::Warning, message);
    }

    /// Checks what stands in a field.
    fn field(&mut self, name: &'static str, check: impl FnOnce(&mut Self)) {
        self.spot.push(Turn::Field(name));
        check(self);
        self.spot.pop();
        let depth = self.spot.len();
        self.ids.retain(|(length, _)| *length <= depth);
    }

    /// Checks the element with this number of a list.
    fn item(&mut self, list: &'static str, number: usize, check: impl FnOnce(&mut Self)) {
        self.field(list, |checker| {
            checker.spot.push(Turn::Item(number));
            check(checker);
            checker.spot.pop();
        });
    }

    /// Checks each element of a list.
    fn each<T>(&mut self, list: &'static str, items: &[T], mut check: impl FnMut(&mut Self, &T)) {
        for (number, item) in items.iter().enumerate() {
            self.item(list, number, |checker| check(checker, item));
        }
    }

    /// Notes the id of what the spot is at; it must be new among `met`.
    fn meet(&mut self, id: &Id, met: &mut HashSet<Id>) {
        self.ids.push((self.spot.len(), id.clone()));
        if !met.insert(id.clone()) {
            self.error(Message::new("problem-duplicate-id").with("id", id));
        }
        if id.is_empty() {
            self.error(Message::new("problem-no-id"));
        }
        let is_odd = |c: char| c.is_whitespace() || c.is_control();
        if id.contains(is_odd) || id.chars().count() > LONGEST_ID {
            let shown: String = id.chars().take(LONGEST_ID).collect();
            self.error(Message::new("problem-odd-id").with("id", shown).with("most", LONGEST_ID));
        }
    }

    /// As [`Self::meet`], for an id that is a key among the inputs of its rule.
    fn meet_key(&mut self, id: &Id, met: &mut HashSet<Id>) {
        self.meet(id, met);
        if is_reserved(id) {
            self.error(Message::new("problem-reserved-id").with("id", id).with("known", RESERVED.join("、")));
        }
    }

    /// A step (得分增量) above 0 that the printed decimals can show.
    fn step(&mut self, step: Decimal) {
        if step <= Decimal::ZERO {
            return self.error(Message::new("problem-step").with("step", plain(step)));
        }
        self.decimals(step, self.decimals);
    }

    fn decimals(&mut self, value: Decimal, decimals: u32) {
        if round(value, decimals) != value {
            let message = Message::new("problem-finer").with("value", plain(value));
            self.error(message.with("decimals", decimals));
        }
    }

    /// Decimals that something is rounded to.
    fn rounding(&mut self, decimals: u32) {
        if decimals > MOST_DECIMALS {
            let message = Message::new("problem-decimals").with("decimals", decimals);
            self.error(message.with("most", MOST_DECIMALS));
        }
    }

    /// Points of 0 or more.
    fn points(&mut self, points: Decimal) {
        if points < Decimal::ZERO {
            self.error(Message::new("problem-negative").with("points", plain(points)));
        } else {
            self.signed_points(points);
        }
    }

    /// Points that may be below 0.
    fn signed_points(&mut self, points: Decimal) {
        if points.abs() > MOST_POINTS {
            self.error(Message::new("problem-overflow"));
        } else {
            self.decimals(points, self.decimals);
        }
    }

    /// A number that must be above 0, by the name of its field.
    fn positive(&mut self, field: &'static str, value: Decimal) {
        if value <= Decimal::ZERO {
            let message = Message::new("problem-not-positive").with("field", field);
            self.error(message.with("value", plain(value)));
        } else if value > MOST_POINTS {
            self.error(Message::new("problem-overflow"));
        }
    }

    /// Points that a person enters must be multiples of the step (C70).
    fn on_step(&mut self, values: &[Decimal]) {
        let off = |value: &&Decimal| value.checked_rem(self.step).is_some_and(|rest| !rest.is_zero());
        if let Some(value) = values.iter().find(off) {
            let message = Message::new("problem-off-step").with("value", plain(*value));
            self.warning(message.with("step", plain(self.step)));
        }
    }

    /// Full marks can be reached (C66).
    fn reaches(&mut self, most: Decimal, subject: &Subject<'_>) {
        if most < subject.full() {
            let message = Message::new("problem-full-unreachable").with("most", plain(most));
            self.warning(message.with("points", plain(subject.full())));
        }
    }

    /// Nothing is the least (C66).
    fn falls_to_zero(&mut self, least: Decimal) {
        if least > Decimal::ZERO {
            self.warning(Message::new("problem-no-zero-tier").with("lowest", plain(least)));
        }
    }
}

/// Ids that the entries of a rule use for themselves (`evaluation::input`). A test compares.
const RESERVED: [&str; 11] = [
    "choice", "points", "target", "actual", "rate", "value", "list", "expected", "reached", "met", "nothing",
];

fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id) || id.contains('/')
}

/// `1+2+4`
fn terms(values: &[Decimal]) -> String {
    values.iter().map(|value| plain(*value)).collect::<Vec<_>>().join("+")
}

/// The sum; `None` where it is too large.
fn sum(values: &[Decimal]) -> Option<Decimal> {
    values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))
}
