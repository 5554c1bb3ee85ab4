//! All that is wrong with a template, at once: path, place, what, and how to mend it.

use super::locate::locate;
use super::read::read_unchecked;
use super::rule::{Award, Choice, Deduction, Points, Rule};
use super::{Id, Label, Node, Order, Place, ReadError, Template};
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

    fn template(&mut self, template: &Template) {
        let mut met = HashSet::new();
        let at = self.meet(&template.id, &mut met);
        self.sum("problem-total", &at, template.points, template.nodes.iter().map(Node::points));
        self.grades(&at, template);
        let rounding = &template.rounding;
        for decimals in [rounding.item_decimals, rounding.total_decimals] {
            if decimals > MOST_DECIMALS {
                let message = Message::new("problem-decimals").with("decimals", decimals);
                return self.error(&at, message.with("most", MOST_DECIMALS));
            }
        }
        self.step(&at, rounding.step);
        self.decimals(&at, template.points, rounding.total_decimals);
        if template.nodes.is_empty() {
            self.error(&at, Message::new("problem-empty"));
        }
        self.nodes(&template.nodes, &mut met);
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

    fn grades(&mut self, at: &At, template: &Template) {
        for pair in template.grades.windows(2) {
            let [better, worse] = pair else { continue };
            if worse.from >= better.from {
                let message = Message::new("problem-grade-order").with("better", &better.name);
                self.error(at, message.with("worse", &worse.name));
            }
        }
        if let Some(last) = template.grades.last()
            && last.from > Decimal::ZERO
        {
            let message = Message::new("problem-grade-gap").with("grade", &last.name);
            self.error(at, message.with("from", plain(last.from)));
        }
    }

    fn nodes(&mut self, nodes: &[Node], met: &mut HashSet<Id>) {
        let mut previous: Option<&Node> = None;
        for node in nodes {
            self.path.push(node.name().clone());
            let at = self.meet(node.id(), met);
            self.points(&at, node.points());
            if previous.is_some_and(|other| other.name() == node.name() && other.points() == node.points()) {
                self.warning(&at, Message::new("problem-repeated").with("name", node.name()));
            }
            match node {
                Node::Group(group) => {
                    if group.children.is_empty() {
                        self.error(&at, Message::new("problem-empty"));
                    }
                    self.sum("problem-sum", &at, group.points, group.children.iter().map(Node::points));
                    self.nodes(&group.children, met);
                }
                Node::Indicator(indicator) => self.rule(&at, indicator.points, &indicator.rule),
            }
            previous = Some(node);
            self.path.pop();
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

    fn sum(&mut self, key: &'static str, at: &At, stated: Decimal, parts: impl Iterator<Item = Decimal>) {
        let parts: Vec<Decimal> = parts.collect();
        let Some(sum) = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part)) else {
            return self.error(at, Message::new("problem-overflow"));
        };
        if !parts.is_empty() && sum != stated {
            let terms = parts.iter().map(|part| plain(*part)).collect::<Vec<_>>().join("+");
            let message = Message::new(key).with("stated", plain(stated)).with("sum", plain(sum));
            self.error(at, message.with("terms", terms));
        }
    }

    fn rule(&mut self, at: &At, points: Decimal, rule: &Rule) {
        let mut parts = HashSet::new();
        match &rule.award {
            Award::Full if rule.deductions.is_empty() => {
                self.error(at, Message::new("problem-no-deductions"))
            }
            Award::Full => {}
            Award::Parts { parts: list, .. } => {
                for part in list {
                    let at = self.meet(&part.id, &mut parts);
                    self.points(&at, part.points);
                }
                if list.is_empty() {
                    self.error(at, Message::new("problem-no-parts"));
                }
                self.sum("problem-parts", at, points, list.iter().map(|part| part.points));
            }
            Award::OneOf { options } => self.options(at, points, options, &mut parts),
            Award::Rate { cut_off, .. } => {
                if cut_off.is_some_and(|share| share < Decimal::ZERO || share > Decimal::ONE) {
                    self.error(at, Message::new("problem-cut-off"));
                }
            }
            Award::Free { step } => self.step(at, *step),
            _ => {}
        }
        self.deductions(at, points, rule, &mut parts);
    }

    fn options(&mut self, at: &At, points: Decimal, options: &[Choice], met: &mut HashSet<Id>) {
        let places: Vec<At> = options.iter().map(|option| self.meet(&option.id, met)).collect();
        let fixed: Vec<Decimal> = options
            .iter()
            .filter_map(|option| match option.points {
                Points::Fixed(points) => Some(points),
                Points::Fraction(_) | Points::Range { .. } | Points::Share { .. } => None,
            })
            .collect();
        if options.len() < 2 {
            self.error(at, Message::new("problem-few-options"));
        } else if fixed.is_empty() {
            self.bands(at, &places, options);
        } else if fixed.len() == options.len() {
            for (place, tier) in places.iter().zip(&fixed) {
                self.points(place, *tier);
            }
            self.tiers(at, points, &fixed);
        } else {
            self.error(at, Message::new("problem-mixed-options"));
        }
    }

    /// Tiers fall from full marks, each below the one before it.
    fn tiers(&mut self, at: &At, points: Decimal, tiers: &[Decimal]) {
        if tiers.windows(2).any(|pair| pair[1] >= pair[0]) {
            let list = tiers.iter().map(|tier| plain(*tier)).collect::<Vec<_>>().join("/");
            self.error(at, Message::new("problem-tier-order").with("tiers", list));
        }
        let (highest, lowest) = (tiers.iter().max(), tiers.iter().min());
        if highest != Some(&points) {
            let highest = highest.map(|tier| plain(*tier)).unwrap_or_default();
            self.error(
                at,
                Message::new("problem-tier-top").with("highest", highest).with("points", plain(points)),
            );
        }
        if let Some(lowest) = lowest.filter(|lowest| **lowest > Decimal::ZERO) {
            self.warning(at, Message::new("problem-no-zero-tier").with("lowest", plain(*lowest)));
        }
    }

    /// Bands cover 0 to 1 once, from the best down.
    fn bands(&mut self, at: &At, places: &[At], options: &[Choice]) {
        let mut upper = Decimal::ONE;
        for (place, option) in places.iter().zip(options) {
            let Points::Share { from, to } = option.points else {
                continue;
            };
            let message = |key| {
                Message::new(key)
                    .with("band", &option.label)
                    .with("from", plain(from))
                    .with("to", plain(to))
                    .with("upper", plain(upper))
            };
            if from >= to {
                self.error(place, message("problem-band-empty"));
            } else if to < upper {
                self.error(place, message("problem-band-gap"));
            } else if to > upper {
                self.error(place, message("problem-band-overlap"));
            }
            if from < Decimal::ZERO {
                self.error(place, message("problem-band-below-zero"));
            }
            upper = from;
        }
        if upper > Decimal::ZERO {
            self.error(at, Message::new("problem-band-bottom").with("from", plain(upper)));
        }
    }

    fn deductions(&mut self, at: &At, points: Decimal, rule: &Rule, met: &mut HashSet<Id>) {
        if let Some(floor) = rule.floor {
            if floor < Decimal::ZERO || floor > points {
                self.error(at, Message::new("problem-floor").with("floor", plain(floor)));
            }
            self.decimals(at, floor, self.decimals);
        }
        for deduction in &rule.deductions {
            self.deduction(deduction, met);
        }
        if rule.floor.is_some() || rule.deductions.is_empty() {
            return;
        }
        if let Some(unbounded) = rule.deductions.iter().find(|deduction| deduction.most().is_none()) {
            let message = Message::new("problem-over-deduction-unbounded").with("label", unbounded.label());
            return self.warning(at, message.with("points", plain(points)));
        }
        let mut most = rule.deductions.iter().filter_map(Deduction::most);
        let most = most.try_fold(Decimal::ZERO, |sum, next| sum.checked_add(next)).unwrap_or(Decimal::MAX);
        if most > points {
            let message = Message::new("problem-over-deduction").with("most", plain(most));
            self.warning(at, message.with("points", plain(points)));
        }
    }

    fn deduction(&mut self, deduction: &Deduction, met: &mut HashSet<Id>) {
        let at = self.meet(deduction.id(), met);
        if is_reserved(deduction.id()) {
            self.error(&at, Message::new("problem-reserved-id").with("id", deduction.id()));
        }
        let (from, to, broken) = match deduction {
            Deduction::Between { from, to, .. } => (*from, Some(*to), *from < Decimal::ZERO || from > to),
            Deduction::Ledger { .. } => return,
            Deduction::Each { points, cap, .. } => {
                (*points, *cap, *points <= Decimal::ZERO || cap.is_some_and(|cap| cap < *points))
            }
        };
        if broken {
            let message = Message::new("problem-deduction-range").with("label", deduction.label());
            let to = to.map_or_else(|| "…".to_owned(), plain);
            return self.error(&at, message.with("from", plain(from)).with("to", to));
        }
        for points in [Some(from), to].into_iter().flatten() {
            self.points(&at, points);
        }
    }
}

/// Ids that the entries of a rule use for themselves (`evaluation::input`), or are made of.
fn is_reserved(id: &str) -> bool {
    matches!(id, "choice" | "points" | "target" | "actual" | "rate") || id.contains('/')
}
