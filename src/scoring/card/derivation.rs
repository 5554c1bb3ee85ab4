//! Why a score is what it is, as data; `crate::wording` says it.

use super::comparison::Comparison;
use super::naming::Naming;
use super::source::Source;
use super::waiting::Waiting;
use crate::template::{CurvePoint, Direction, Label, Step};
use rust_decimal::Decimal;
use std::sync::Arc;

/// A labelled number of points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// As the template has it.
    pub label: Label,
    /// What it earned, or what is missing to it.
    pub points: Decimal,
}

/// A deduction and its points, without sign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    /// The cause, as it is printed.
    pub label: Naming,
    /// Rounded as the points of an indicator are.
    pub points: Decimal,
}

/// The limit that a result was kept within, where it had an effect. In points.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Kept {
    /// 最多: it would have been more.
    pub most: Option<Decimal>,
    /// 最低: it would have been less.
    pub least: Option<Decimal>,
}

/// What an option or a band is worth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TierWorth {
    /// So many points.
    Points(Decimal),
    /// A share of the full marks.
    Share {
        /// M, in points.
        full: Decimal,
        /// Of M.
        share: Decimal,
    },
}

/// The points that may be chosen within an option or band.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PointsRange {
    /// The least.
    pub from: Decimal,
    /// The most.
    pub to: Decimal,
    /// `to` itself may be chosen: not where the next band begins with it.
    pub to_included: bool,
}

/// What keeps a rate from counting as it was measured. As shares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RateLimit {
    /// As it was measured.
    None,
    /// 低于此率不得分
    CutOff(Decimal),
    /// More than this does not count.
    AtMost(Decimal),
    /// Less than nothing does not count.
    Negative,
}

/// Where on a curve a number lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OnCurve {
    /// Below the number from which anything is earned.
    CutOff(Decimal),
    /// At or before the first node, whose worth it has.
    First(CurvePoint),
    /// At or behind the last node, whose worth it has.
    Last(CurvePoint),
    /// Between two nodes that follow each other.
    Between(CurvePoint, CurvePoint),
}

/// How a score came about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Derivation {
    /// There is none, because of what is missing.
    None(Waiting),
    /// 资料不足: there is none, and nobody could say what.
    NoInformation,
    /// 不适用: there is none, and none is needed.
    NotApplicable,
    /// 关键要素 that are not met: nothing else matters.
    Gates {
        /// Their labels; at least one.
        unmet: Vec<Label>,
    },
    /// Points of the parts that are met.
    Parts {
        /// Parts that earned something, with what they earned.
        met: Vec<Term>,
        /// Parts that lack something, with what is missing to them; one met in part is in both.
        unmet: Vec<Term>,
        /// The limit that their sum was kept within.
        kept: Kept,
    },
    /// All parts or nothing.
    AllParts {
        /// Parts that are not met, or not wholly. Empty: M is earned.
        unmet: Vec<Label>,
        /// M, or the most that may be earned; in points.
        full: Decimal,
    },
    /// The option that holds, at its fixed points.
    Tier {
        /// What the option is called, or the numbers of the band.
        option: Naming,
        /// What it is worth.
        worth: TierWorth,
        /// The limit that it was kept within.
        kept: Kept,
    },
    /// The option that holds, and the range within which the points were chosen.
    Band {
        /// What the option is called, or the numbers of the band.
        option: Naming,
        /// What may be chosen.
        range: PointsRange,
    },
    /// Points times a rate: `quotient` is what was measured, `share` what counts of it.
    Rate {
        /// M, in points.
        points: Decimal,
        /// Where the rate came from.
        source: Source,
        /// 方向: what was made of 目标值 and 实际值.
        direction: Direction,
        /// After the direction, before any limit.
        quotient: Decimal,
        /// What M is multiplied by; at most twelve decimals.
        share: Decimal,
        /// The same as a reduced fraction, where it has more decimals (除不尽).
        fraction: Option<(Decimal, Decimal)>,
        /// What keeps it from counting as it is.
        limit: RateLimit,
        /// The limit that the points were kept within.
        kept: Kept,
    },
    /// The band that holds a measured number.
    InBand {
        /// Where the number came from.
        source: Source,
        /// The number, in its own unit or as a share.
        value: Decimal,
        /// The numbers of the band.
        band: Naming,
        /// How the band made points of it.
        worth: Box<Derivation>,
    },
    /// What was taken or given for each unit beyond a threshold.
    Steps {
        /// Where the number came from.
        source: Source,
        /// The number, in its own unit or as a share.
        value: Decimal,
        /// `value` is a share, read in per cent.
        share: bool,
        /// 起评分, in points.
        start: Decimal,
        /// All steps of the rule.
        steps: Vec<Step>,
        /// The steps on whose side the number lies, in the order of the rule.
        terms: Vec<StepTerm>,
        /// The limit that the points were kept within.
        kept: Kept,
    },
    /// A point on a line between nodes (分段线性).
    Curve {
        /// Where the number came from.
        source: Source,
        /// The number, in its own unit or as a share.
        value: Decimal,
        /// `value` is a share, read in per cent.
        share: bool,
        /// M, of which the nodes state shares; `None`: they state points.
        full: Option<Decimal>,
        /// The part of the curve.
        on: OnCurve,
        /// The limit that the points were kept within.
        kept: Kept,
    },
    /// So many points for each of what was counted.
    PerUnit {
        /// Where the number came from.
        source: Source,
        /// The number.
        value: Decimal,
        /// It is a share, read in per cent.
        share: bool,
        /// Whole ones of it, at most as many as the rule counts.
        counted: Decimal,
        /// As many as the rule counts, where there were more.
        most: Option<Decimal>,
        /// For each, in points.
        points: Decimal,
        /// The limit that the points were kept within.
        kept: Kept,
    },
    /// The number itself.
    Value {
        /// Where the number came from.
        source: Source,
        /// In points, before it is kept within the lowest and the highest score.
        value: Decimal,
        /// The limit that it was kept within.
        kept: Kept,
    },
    /// 目标 and 实际 were compared.
    Target(Comparison),
    /// The alternatives that were chosen, and those left.
    Alternatives {
        /// In the order of the template, with what each earned.
        chosen: Vec<Chosen>,
        /// Labels of those that were not chosen.
        left: Vec<Label>,
        /// The limit that their sum was kept within.
        kept: Kept,
    },
    /// Divided by zero; the template says what that is worth.
    ZeroDenominator {
        /// That is, in points.
        points: Decimal,
    },
    /// Chosen freely.
    Free,
    /// The full marks, before deductions.
    Full,
    /// Taken away from what comes first, down to the floor.
    Less {
        /// How the award came about.
        from: Box<Derivation>,
        /// What the award earned, in points.
        base: Decimal,
        /// Those that take anything, in the order of the rule.
        taken: Vec<Taken>,
        /// 保底, in points, where it was reached; else `None`.
        floor: Option<Decimal>,
    },
    /// Set by hand, over what the rule yields.
    Overridden {
        /// How the rule's own result came about.
        rule: Box<Derivation>,
        /// What the rule yields, in points; `None` where it yields no score.
        computed: Option<Decimal>,
        /// As the evaluator typed it; printed.
        reason: Arc<str>,
    },
    /// 一票否决 over what comes first.
    Vetoed {
        /// How the score before it came about.
        rule: Box<Derivation>,
        /// The score before it, in points; `None` where there was none.
        computed: Option<Decimal>,
        /// What the veto is called.
        label: Naming,
    },
}

/// A step of [`Derivation::Steps`]: how often it counted and what that came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StepTerm {
    /// As the template has it.
    pub step: Step,
    /// Units beyond the threshold, counted as the step says; at most four decimals.
    pub units: Decimal,
    /// In points, without sign.
    pub change: Decimal,
}

/// An alternative that was chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chosen {
    /// What the option is called.
    pub label: Label,
    /// What it earned.
    pub points: Decimal,
    /// How it earned that.
    pub derivation: Derivation,
}
