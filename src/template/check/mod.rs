//! All that is wrong with a template, at once: path, place, what, and how to mend it.

mod award;
mod deduction;
mod frame;

use super::locate::locate;
use super::read::read_unchecked;
use super::{Id, Label, Order, Place, ReadError, Template};
use crate::number::{plain, round};
use crate::text::Message;
use rust_decimal::Decimal;
use std::collections::{HashMap, HashSet};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// No sheet can be scored with it.
    Error,
    /// Probably not what the author means; it can be scored all the same.
    Warning,
}

/// Something wrong with a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    pub severity: Severity,
    /// Names down to the place: `项目管理 › 资金管理 › 资金使用`. Empty for the template as a whole.
    pub path: String,
    /// Id of the node or part that it concerns, and which one of that id (from 0) where it stands twice.
    pub at: Option<(Id, usize)>,
    /// Filled where the text of the file is at hand.
    pub place: Option<Place>,
    pub message: Message,
}

/// Checks sums, bounds, tiers, bands and ids (C64–C71). Errors first, each group in the order of the sheet.
pub fn check(template: &Template) -> Vec<Problem> {
    let decimals = match template.rounding.order {
        Order::RoundThenAdd => template.rounding.item_decimals,
        Order::AddThenRound => MOST_DECIMALS,
    };
    let mut checker = Checker { problems: Vec::new(), path: Vec::new(), seen: HashMap::new(), decimals };
    checker.template(template);
    checker.problems.sort_by_key(|problem| problem.severity);
    checker.problems
}

/// All problems of a template file, located in its text; a file that cannot be read at all is the error.
///
/// # Errors
/// As [`super::read`], but for unsound templates, whose problems are the answer.
pub fn check_file(bytes: &[u8]) -> Result<(Template, Vec<Problem>), ReadError> {
    let (template, text) = read_unchecked(bytes)?;
    let mut problems = check(&template);
    locate(&mut problems, text);
    Ok((template, problems))
}

/// Points beyond this are slips; below it nothing that scoring computes can overflow or lose a digit.
const MOST_POINTS: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
/// More decimals than any sheet prints.
const MOST_DECIMALS: u32 = 6;

/// An id and which one of that id it is, from 0.
type At = (Id, usize);

struct Checker {
    problems: Vec<Problem>,
    path: Vec<Label>,
    /// How often each id was met so far.
    seen: HashMap<Id, usize>,
    /// Decimals beyond which points would not add up on paper.
    decimals: u32,
}

impl Checker {
    fn report(&mut self, severity: Severity, at: &At, message: Message) {
        let (path, at) = (self.path.join(" › "), Some(at.clone()));
        self.problems.push(Problem { severity, path, at, place: None, message });
    }

    fn error(&mut self, at: &At, message: Message) {
        self.report(Severity::Error, at, message);
    }

    fn warning(&mut self, at: &At, message: Message) {
        self.report(Severity::Warning, at, message);
    }

    /// A step (得分增量) above 0 that the printed decimals can show.
    fn step(&mut self, at: &At, step: Decimal) {
        if step <= Decimal::ZERO {
            return self.error(at, Message::new("problem-step").with("step", plain(step)));
        }
        self.decimals(at, step, self.decimals);
    }

    fn decimals(&mut self, at: &At, value: Decimal, decimals: u32) {
        if round(value, decimals) != value {
            let message = Message::new("problem-finer").with("value", plain(value));
            self.error(at, message.with("decimals", decimals));
        }
    }

    /// Notes an id, which must be new among `met`.
    fn meet(&mut self, id: &Id, met: &mut HashSet<Id>) -> At {
        let times = self.seen.entry(id.clone()).or_default();
        let at = (id.clone(), *times);
        *times += 1;
        if !met.insert(id.clone()) {
            self.error(&at, Message::new("problem-duplicate-id").with("id", id));
        }
        if id.is_empty() {
            self.error(&at, Message::new("problem-no-id"));
        }
        at
    }

    fn points(&mut self, at: &At, points: Decimal) {
        if points < Decimal::ZERO {
            self.error(at, Message::new("problem-negative").with("points", plain(points)));
        } else if points > MOST_POINTS {
            self.error(at, Message::new("problem-overflow"));
        } else {
            self.decimals(at, points, self.decimals);
        }
    }
}
