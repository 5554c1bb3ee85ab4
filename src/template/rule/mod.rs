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
    MeasuredNumber, OtherIndicator, Panel, PanelMean, PassRow, PeerYield, Peers, Risk, RiskYield, Risks,
    SubSheet, SubSheets, Takes, is_percent,
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

    /// Every measure of the rule: of its award, of alternatives within it, of steps among its deductions.
    pub fn measures(&self) -> Vec<&Measure> {
        fn of_award<'r>(award: &'r Award, measures: &mut Vec<&'r Measure>) {
            measures.extend(award.measure());
            if let Award::Alternatives(Alternatives { options, .. }) = award {
                options.iter().for_each(|option| of_award(&option.award, measures));
            }
        }
        let mut measures = Vec::new();
        of_award(&self.award, &mut measures);
        measures.extend(self.deductions.iter().filter_map(|deduction| match deduction {
            Deduction::Steps(steps) => Some(&steps.measure),
            Deduction::Between(_) | Deduction::Each(_) | Deduction::Ledger(_) => None,
        }));
        measures
    }

    /// The other indicators that it takes numbers from (取自另一指标).
    pub fn others(&self) -> impl Iterator<Item = &OtherIndicator> {
        self.measures().into_iter().filter_map(|measure| match measure {
            Measure::Other(other) => Some(other),
            _ => None,
        })
    }

    /// As [`Self::others`], to be changed.
    pub fn others_mut(&mut self) -> Vec<&mut OtherIndicator> {
        fn of_award<'r>(award: &'r mut Award, others: &mut Vec<&'r mut OtherIndicator>) {
            match award {
                Award::Alternatives(Alternatives { options, .. }) => {
                    options.iter_mut().for_each(|option| of_award(&mut option.award, others));
                }
                award => others.extend(award.measure_mut().and_then(other)),
            }
        }
        fn other(measure: &mut Measure) -> Option<&mut OtherIndicator> {
            match measure {
                Measure::Other(other) => Some(other),
                _ => None,
            }
        }
        let mut others = Vec::new();
        of_award(&mut self.award, &mut others);
        others.extend(self.deductions.iter_mut().filter_map(|deduction| match deduction {
            Deduction::Steps(steps) => other(&mut steps.measure),
            Deduction::Between(_) | Deduction::Each(_) | Deduction::Ledger(_) => None,
        }));
        others
    }

    /// The evaluator chooses between bands whose edges can be moved.
    pub fn has_band_edges(&self) -> bool {
        matches!(&self.award, Award::OneOf { options }
            if options.iter().any(|option| matches!(option.points, Points::Share { .. })))
    }
}
