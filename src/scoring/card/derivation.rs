//! Why a score is what it is, as data; `crate::wording` says it.

use super::comparison::Comparison;
use super::naming::Naming;
use super::source::Source;
use super::waiting::Waiting;
use crate::template::{Direction, Label, Step};
use rust_decimal::Decimal;
use std::sync::Arc;

/// A labelled number of points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    pub label: Label,
    pub points: Decimal,
}

/// A deduction and its points, without sign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    pub label: Naming,
    pub points: Decimal,
}

/// How a score came about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Derivation {
    /// There is none, because of what is missing.
    None(Waiting),
    NoInformation,
    NotApplicable,
    /// 关键要素 that are not met: nothing else matters.
    Gates {
        unmet: Vec<Label>,
    },
    /// Points of the parts that are met.
    Parts {
        met: Vec<Term>,
        unmet: Vec<Term>,
    },
    /// All parts or nothing.
    AllParts {
        unmet: Vec<Label>,
    },
    /// The option that holds, at its fixed points.
    Tier {
        option: Naming,
    },
    /// The option that holds, and the range within which the points were chosen.
    Band {
        option: Naming,
        from: Decimal,
        to: Decimal,
        to_included: bool,
    },
    /// Points times a rate: `quotient` is what was measured, `share` what counts of it (capped, nothing below
    /// `cut_off`).
    Rate {
        points: Decimal,
        source: Source,
        direction: Direction,
        quotient: Decimal,
        share: Decimal,
        cut_off: Option<Decimal>,
    },
    /// The band that holds a measured number.
    InBand {
        source: Source,
        value: Decimal,
        band: Naming,
        worth: Box<Derivation>,
    },
    /// What was taken or given for each unit beyond a threshold.
    Steps {
        source: Source,
        value: Decimal,
        share: bool,
        start: Decimal,
        terms: Vec<StepTerm>,
    },
    /// A point on a line between nodes; `cut`: below the number from which anything is earned.
    Curve {
        source: Source,
        value: Decimal,
        share: bool,
        cut: bool,
    },
    /// So many points for each of what was counted.
    PerUnit {
        source: Source,
        counted: Decimal,
        points: Decimal,
    },
    /// The number itself.
    Value {
        source: Source,
        value: Decimal,
    },
    Target(Comparison),
    /// The alternatives that were chosen, and those left.
    Alternatives {
        chosen: Vec<Chosen>,
        left: Vec<Label>,
    },
    /// Divided by zero; the template says what that is worth.
    ZeroDenominator,
    /// Chosen freely.
    Free,
    /// The full marks, before deductions.
    Full,
    /// Taken away from what comes first, down to the floor.
    Less {
        from: Box<Derivation>,
        base: Decimal,
        taken: Vec<Taken>,
        floor: Option<Decimal>,
    },
    /// Set by hand, over what the rule yields.
    Overridden {
        rule: Box<Derivation>,
        computed: Option<Decimal>,
        reason: Arc<str>,
    },
    /// 一票否决 over what comes first.
    Vetoed {
        rule: Box<Derivation>,
        computed: Option<Decimal>,
        label: Naming,
    },
}

/// A step of [`Derivation::Steps`]: how often it counted and what that came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StepTerm {
    pub step: Step,
    pub units: Decimal,
    /// In points, without sign.
    pub change: Decimal,
}

/// An alternative that was chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chosen {
    pub label: Label,
    pub points: Decimal,
    pub derivation: Derivation,
}
