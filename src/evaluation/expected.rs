//! Which inputs the rule of an indicator takes, each with its key, its label and what it may hold.

use super::input::{self, InputKey};
use crate::number::Limits;
use crate::template::{
    Alternatives, Award, Bands, Choice, Deduction, Deviation, EachDeduction, Effect, EnteredRate, Id,
    Indicator, Label, Measure, MeasuredNumber, Overflow, OverflowPoints, Panel, Part, PassRow, Peers, Points,
    RangeDeduction, Risks, SubSheets, Trigger, Veto,
};
use rust_decimal::Decimal;

/// Amounts beyond this are slips: a hundred million times the largest budget there is.
pub(super) const LARGEST_AMOUNT: Decimal = Decimal::from_parts(0xFFFF_FFFF, 0xFFFF_FFFF, 0, false, 2);
/// Marks and values of other units that a list may hold.
pub const LONGEST_LIST: usize = 1000;

/// An input that a rule takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExpectedInput {
    /// Under which it stands in [`super::ItemEntry::inputs`].
    pub key: InputKey,
    /// Of the part, measure, deduction, … that it belongs to, in the template's words. Empty where the rule has none.
    pub label: Label,
    /// What it is for.
    pub role: Role,
    /// What it may hold.
    pub kind: InputKind,
}

/// What an input may hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputKind {
    /// A box: ticked, left empty deliberately, or not answered yet.
    Flag,
    /// One of these ids, each with its label; an empty label is that of a fixed answer (yes, no, not-applicable).
    Choice(Vec<(Id, Label)>),
    /// A number within limits, in `unit` (empty: none).
    Number {
        /// What it may be, in `unit`.
        limits: Limits,
        /// 计量单位 of the number, such as `%`.
        unit: Label,
    },
    /// Several numbers.
    List(Limits),
    /// Any words.
    Text,
}

/// What an input is for. Its wording in the interface follows from this where the template gives no label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// 前提: a condition without which nothing is earned.
    Gate,
    /// 要点: ticked where it is met.
    Part,
    /// To which share a part is met, in per cent from 0 to 100.
    PartShare,
    /// The option that holds (单选档), or one of several alternatives.
    Option,
    /// Points chosen within a band.
    Points,
    /// 目标值
    Target,
    /// 实际值
    Actual,
    /// The rate itself, in per cent, instead of 目标值 and 实际值.
    Rate,
    /// The measured number.
    Value,
    /// How many answered like this (满意度问卷).
    Answers,
    /// Marks of a panel (评委打分).
    Marks,
    /// Values of the other units.
    Peers,
    /// Whether a risk is kept off (符合、不符合、不适用).
    Conforms,
    /// Whether a row passes (达标、不达标、不适用).
    Passes,
    /// Total of another sheet (附表).
    Total,
    /// 预期指标值 in words.
    Expected,
    /// 实际完成值 in words.
    Reached,
    /// 达成 or not, where it cannot be worked out.
    Met,
    /// A case of deduction (扣分情形): ticked where it holds.
    Deducts,
    /// 扣分 of a case that leaves it open, in points above 0.
    Deducted,
    /// 次数、处数
    Count,
    /// 免责处数, among the number of occurrences.
    Exempt,
    /// 无: there is nothing to enter into the ledger.
    NothingInLedger,
    /// 一票否决: ticked where it happened.
    Veto,
    /// Why the veto does not count (不可抗力), in words.
    Exemption,
    /// 追加扣除: ticked where it happened.
    Overflow,
    /// Points that an 追加扣除 takes, where it leaves a choice.
    OverflowPoints,
}

/// All inputs that the rule of `indicator` takes, in the order in which a person would fill them in. `step` is the
/// template's 得分增量.
pub fn expected(indicator: &Indicator, step: Decimal) -> Vec<ExpectedInput> {
    let mut list = List { inputs: Vec::new(), prefix: String::new(), step, own_unit: indicator.unit.clone() };
    let rule = &indicator.rule;
    for gate in &rule.gates {
        list.add(&gate.id, &gate.label, Role::Gate, InputKind::Flag);
    }
    list.award(&rule.award, rule.ceiling.unwrap_or(indicator.points));
    for deduction in &rule.deductions {
        list.deduction(deduction, rule.ceiling.unwrap_or(indicator.points));
    }
    if rule.ledger.is_some() {
        list.add(input::NOTHING, "", Role::NothingInLedger, InputKind::Flag);
    }
    for effect in &rule.effects {
        list.effect(effect);
    }
    list.inputs
}

struct List {
    inputs: Vec<ExpectedInput>,
    /// Of the keys, within alternatives.
    prefix: String,
    step: Decimal,
    own_unit: Label,
}

fn limits(min: Decimal, max: Decimal) -> Limits {
    Limits { min: Some(min), max: Some(max), ..Limits::default() }
}

fn amount() -> Limits {
    limits(Decimal::ZERO, LARGEST_AMOUNT)
}

/// A measured number may be negative: a growth, a difference.
fn measured() -> Limits {
    limits(-LARGEST_AMOUNT, LARGEST_AMOUNT)
}

impl List {
    fn add(&mut self, key: &str, label: &str, role: Role, kind: InputKind) {
        let key = format!("{}{key}", self.prefix).into();
        self.inputs.push(ExpectedInput { key, label: label.into(), role, kind });
    }

    fn number(&mut self, key: &str, label: &str, role: Role, limits: Limits, unit: &str) {
        self.add(key, label, role, InputKind::Number { limits, unit: unit.into() });
    }

    fn points(&mut self, top: Decimal) {
        let limits = Limits { step: Some(self.step), ..limits(Decimal::ZERO, top) };
        self.number(input::POINTS, "", Role::Points, limits, "");
    }

    fn award(&mut self, award: &Award, top: Decimal) {
        if let Some(measure) = award.measure() {
            self.measure(measure, top);
        }
        match award {
            Award::Full | Award::Entries => {}
            Award::Parts(all) => all.parts.iter().for_each(|part| self.part(part, all.partial)),
            Award::OneOf { options } => self.options(options, top),
            Award::Rate(_) | Award::Steps(_) | Award::Curve(_) | Award::PerUnit(_) | Award::Value { .. } => {}
            Award::Bands(Bands { bands, .. }) => {
                if bands.iter().any(|band| is_chosen_within(&band.points)) {
                    self.points(top);
                }
            }
            Award::Free { step } => {
                let limits = Limits { step: Some(*step), ..limits(Decimal::ZERO, top) };
                self.number(input::POINTS, "", Role::Points, limits, "");
            }
            Award::Target { target } => {
                if target.is_none() {
                    self.add(input::EXPECTED, "", Role::Expected, InputKind::Text);
                }
                self.add(input::REACHED, "", Role::Reached, InputKind::Text);
                self.add(input::MET, "", Role::Met, InputKind::Flag);
            }
            Award::Alternatives(alternatives) => self.alternatives(alternatives, top),
        }
    }

    fn part(&mut self, part: &Part, partial: bool) {
        if partial {
            let limits = limits(Decimal::ZERO, Decimal::ONE_HUNDRED);
            self.number(&input::share(&part.id), &part.label, Role::PartShare, limits, "%");
        } else {
            self.add(&part.id, &part.label, Role::Part, InputKind::Flag);
        }
    }

    fn options(&mut self, options: &[Choice], top: Decimal) {
        let choices = options.iter().map(|option| (option.id.clone(), option.label.clone())).collect();
        self.add(input::CHOICE, "", Role::Option, InputKind::Choice(choices));
        if options.iter().any(|option| is_chosen_within(&option.points)) {
            self.points(top);
        }
    }

    fn alternatives(&mut self, Alternatives { options, several }: &Alternatives, top: Decimal) {
        if *several {
            for option in options {
                self.add(&option.id, &option.label, Role::Option, InputKind::Flag);
            }
        } else {
            let choices = options.iter().map(|option| (option.id.clone(), option.label.clone())).collect();
            self.add(input::CHOICE, "", Role::Option, InputKind::Choice(choices));
        }
        for option in options {
            let outer = self.prefix.len();
            self.prefix.push_str(&option.id);
            self.prefix.push('/');
            self.award(&option.award, option.points.unwrap_or(top));
            self.prefix.truncate(outer);
        }
    }

    fn measure(&mut self, measure: &Measure, top: Decimal) {
        let own_unit = self.own_unit.clone();
        match measure {
            Measure::Funds(_) | Measure::Ledger(_) | Measure::Other(_) => {}
            Measure::Entered(EnteredRate { target, actual, rate, exempt }) => {
                self.number(input::TARGET, target, Role::Target, amount(), &own_unit);
                self.number(input::ACTUAL, actual, Role::Actual, amount(), &own_unit);
                if let Some(exempt) = exempt {
                    self.number(input::EXEMPT, &exempt.label, Role::Exempt, amount(), &own_unit);
                }
                self.number(input::RATE, rate, Role::Rate, amount(), "%");
            }
            Measure::Number(MeasuredNumber { label, unit }) => {
                self.number(input::VALUE, label, Role::Value, measured(), unit);
            }
            Measure::Deviation(Deviation { target, actual, .. }) => {
                self.number(input::TARGET, target, Role::Target, measured(), &own_unit);
                self.number(input::ACTUAL, actual, Role::Actual, measured(), &own_unit);
            }
            Measure::Survey { options } => {
                for option in options {
                    self.number(&input::count(&option.id), &option.label, Role::Answers, input::counts(), "");
                }
            }
            Measure::Panel(Panel { label, most, .. }) => {
                let marks = limits(Decimal::ZERO, most.unwrap_or(top));
                self.add(input::LIST, label, Role::Marks, InputKind::List(marks));
            }
            Measure::Passes { rows } => rows.iter().for_each(|row| self.pass_row(row)),
            Measure::SubSheets(SubSheets { sheets, .. }) => {
                for sheet in sheets {
                    self.number(&input::total(&sheet.id), &sheet.label, Role::Total, amount(), "");
                }
            }
            Measure::Peers(Peers { own, others, .. }) => {
                self.number(input::VALUE, own, Role::Value, amount(), &own_unit);
                self.add(input::LIST, others, Role::Peers, InputKind::List(amount()));
            }
            Measure::Risks(Risks { risks, .. }) => {
                for risk in risks {
                    self.add(&risk.id, &risk.label, Role::Conforms, answers());
                }
            }
        }
    }

    fn pass_row(&mut self, row: &PassRow) {
        if row.is_measured() {
            self.number(&input::row_target(&row.id), &row.label, Role::Target, measured(), "");
            self.number(&input::row_actual(&row.id), &row.label, Role::Actual, measured(), "");
            let only = vec![(Id::from(input::NOT_APPLICABLE), Label::from(""))];
            self.add(&row.id, &row.label, Role::Passes, InputKind::Choice(only));
        } else {
            self.add(&row.id, &row.label, Role::Passes, answers());
        }
    }

    fn deduction(&mut self, deduction: &Deduction, top: Decimal) {
        match deduction {
            Deduction::Between(RangeDeduction { id, label, from, to }) => {
                self.add(id, label, Role::Deducts, InputKind::Flag);
                if from != to {
                    let limits = Limits { step: Some(self.step), ..limits(*from, *to) };
                    self.number(&input::deducted(id), label, Role::Deducted, limits, "");
                }
            }
            Deduction::Each(EachDeduction { id, label, .. }) => {
                self.number(&input::count(id), label, Role::Count, input::counts(), "");
                self.number(&input::exempt_count(id), label, Role::Exempt, input::counts(), "");
            }
            // Its rows have edits of their own.
            Deduction::Ledger(_) => {}
            Deduction::Steps(steps) => {
                let outer = self.prefix.len();
                self.prefix.push_str(&steps.prefix());
                self.measure(&steps.measure, top);
                self.prefix.truncate(outer);
            }
        }
    }

    fn effect(&mut self, effect: &Effect) {
        match effect {
            Effect::Veto(Veto { id, label, exemptable, .. }) => {
                self.add(id, label, Role::Veto, InputKind::Flag);
                if *exemptable {
                    self.add(&input::exemption(id), label, Role::Exemption, InputKind::Text);
                }
            }
            Effect::Overflow(Overflow { id, label, when, take, .. }) => {
                if *when == Trigger::Ticked {
                    self.add(id, label, Role::Overflow, InputKind::Flag);
                }
                if let OverflowPoints::OneOf(points) = take
                    && points.len() > 1
                {
                    let (min, max) = (points.iter().min().copied(), points.iter().max().copied());
                    let limits = limits(min.unwrap_or_default(), max.unwrap_or_default());
                    self.number(&input::deducted(id), label, Role::OverflowPoints, limits, "");
                }
            }
        }
    }
}

fn is_chosen_within(points: &Points) -> bool {
    matches!(points, Points::Share { .. } | Points::Range { .. })
}

/// 是, 否, 不适用.
fn answers() -> InputKind {
    let answer = |id: &str| (Id::from(id), Label::from(""));
    InputKind::Choice([input::YES, input::NO, input::NOT_APPLICABLE].map(answer).into())
}
