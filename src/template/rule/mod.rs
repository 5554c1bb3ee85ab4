//! The rule language: five kinds of part that combine (measure, award, deduction, effect, combine).
//!
//! A rule is an award (what the indicator earns) less deductions (what is taken away, each with a cause),
//! never below its floor nor above its ceiling, and nothing at all where a gate is not met; its effects reach
//! beyond the indicator. `docs/TEMPLATES.md` defines each form, with an example.

mod award;
mod combine;
mod deduction;
mod effect;
mod kind;
mod ledger;
mod measure;

pub use award::{
    Alternative, Alternatives, Award, Band, Bands, Choice, Counting, Curve, CurvePoint, Direction, Edge,
    Part, Parts, PartsNeeded, PerUnit, Points, Rate, Scale, Side, Step, Steps, ZeroDenominator,
};
pub use combine::{Banded, BandedBy, Combine, EqualSplit, Remainder};
pub use deduction::{Deduction, EachDeduction, LedgerDeduction, RangeDeduction, StepsDeduction};
pub use effect::{Consequence, Effect, Gate, Overflow, OverflowPoints, Scope, Trigger, Veto};
pub use kind::{AwardKind, MeasureKind};
pub use ledger::{Becomes, CountTier, Entered, Factor, Kill, Kind, Ledger, PerMoney, SameMatter, Worth};
pub use measure::{
    AnswerOption, Best, Deviation, EnteredRate, Exempt, ExemptFrom, FundsRate, LedgerSum, Measure,
    MeasuredNumber, Panel, PanelMean, PassRow, PeerYield, Peers, Risk, RiskYield, Risks, SubSheet, SubSheets,
    is_percent,
};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The rule of an indicator (评分规则).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// 得分: what the indicator earns before deductions.
    pub award: Award,
    /// 关键要素 (R10): where one is not met, the indicator scores 0 whatever else holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<Gate>,
    /// 扣分情形. They are taken from the award, down to [`Rule::floor`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deductions: Vec<Deduction>,
    /// Lowest score (扣完为止), in points. Not stating it means 0, and a warning where it can be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Decimal>,
    /// Highest score, in points, where it is not the 分值 (超额得分).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<Decimal>,
    /// 台账 behind the rule: what its rows can record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ledger: Option<Ledger>,
    /// What reaches beyond the indicator: 一票否决, 追加扣除.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
}

impl Rule {
    /// A checklist of one part, which is where most begin.
    pub fn blank(points: Decimal) -> Self {
        Self::of(Award::Parts(Parts::blank(points)))
    }

    /// A rule that is nothing but its award.
    pub fn of(award: Award) -> Self {
        Self {
            award,
            gates: Vec::new(),
            deductions: Vec::new(),
            floor: None,
            ceiling: None,
            ledger: None,
            effects: Vec::new(),
        }
    }

    /// The evaluator chooses between bands whose edges can be moved.
    pub fn has_band_edges(&self) -> bool {
        matches!(&self.award, Award::OneOf { options }
            if options.iter().any(|option| matches!(option.points, Points::Share { .. })))
    }
}
