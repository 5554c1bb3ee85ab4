//! The forms that an award can have, and what each begins with.

use crate::template::{
    Alternative, Alternatives, AnswerOption, Award, Band, Bands, Best, Choice, Counting, Curve, CurvePoint,
    Deduction, Deviation, Direction, Edge, EnteredRate, FundsRate, LedgerSum, Measure, MeasuredNumber, Panel,
    PanelMean, Part, Parts, PartsNeeded, PassRow, PeerYield, Peers, PerUnit, Points, RangeDeduction, Rate,
    Risk, RiskYield, Risks, Rule, Scale, Side, Step, Steps, SubSheet, SubSheets, ZeroDenominator,
};
use rust_decimal::{Decimal, dec};

/// A form of an award as a clerk knows it (评分方式).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AwardForm {
    Full,
    Parts,
    AllParts,
    Tiers,
    Bands,
    Rate,
    Ranges,
    Steps,
    Curve,
    PerUnit,
    Value,
    Free,
    Entries,
    Target,
    Alternatives,
}

impl AwardForm {
    /// Each with the key of its name; `<key>-example` is one line of an example.
    pub const ALL: [(Self, &'static str); 15] = [
        (Self::Parts, "te-award-parts"),
        (Self::AllParts, "te-award-all-parts"),
        (Self::Tiers, "te-award-tiers"),
        (Self::Bands, "te-award-bands"),
        (Self::Rate, "te-award-rate"),
        (Self::Ranges, "te-award-ranges"),
        (Self::Steps, "te-award-steps"),
        (Self::Curve, "te-award-curve"),
        (Self::PerUnit, "te-award-per-unit"),
        (Self::Value, "te-award-value"),
        (Self::Free, "te-award-free"),
        (Self::Full, "te-award-full"),
        (Self::Entries, "te-award-entries"),
        (Self::Target, "te-award-target"),
        (Self::Alternatives, "te-award-alternatives"),
    ];

    pub fn of(award: &Award) -> Self {
        match award {
            Award::Full => Self::Full,
            Award::Parts(Parts { needed: PartsNeeded::Each, .. }) => Self::Parts,
            Award::Parts(Parts { needed: PartsNeeded::All, .. }) => Self::AllParts,
            Award::OneOf { options } => match options.iter().any(|option| is_share(&option.points)) {
                true => Self::Bands,
                false => Self::Tiers,
            },
            Award::Rate(_) => Self::Rate,
            Award::Bands(_) => Self::Ranges,
            Award::Steps(_) => Self::Steps,
            Award::Curve(_) => Self::Curve,
            Award::PerUnit(_) => Self::PerUnit,
            Award::Value { .. } => Self::Value,
            Award::Free { .. } => Self::Free,
            Award::Entries => Self::Entries,
            Award::Target { .. } => Self::Target,
            Award::Alternatives(_) => Self::Alternatives,
        }
    }

    /// What an indicator of that many points begins with; what fits of the award before is kept.
    pub fn begin(self, before: &Award, points: Decimal) -> Award {
        let measure = measure_of(before).cloned();
        match self {
            Self::Full => Award::Full,
            Self::Parts | Self::AllParts => {
                let needed = if self == Self::AllParts { PartsNeeded::All } else { PartsNeeded::Each };
                match before {
                    Award::Parts(Parts { parts, partial, .. }) => {
                        Award::Parts(Parts { parts: parts.clone(), needed, partial: *partial })
                    }
                    _ => Award::Parts(Parts { parts: vec![part("part-1", points)], needed, partial: false }),
                }
            }
            Self::Tiers => Award::OneOf {
                options: vec![
                    choice("option-1", Points::Fixed(points)),
                    choice("option-2", Points::Fixed(Decimal::ZERO)),
                ],
            },
            Self::Bands => Award::OneOf { options: shares() },
            Self::Rate => Award::Rate(Rate {
                measure: measure.unwrap_or_else(entered),
                direction: Direction::Positive,
                cut_off: None,
                cap: None,
                zero: ZeroDenominator::default(),
            }),
            Self::Ranges => Award::Bands(Bands {
                measure: measure.unwrap_or_else(entered),
                bands: ranges(points),
                zero: ZeroDenominator::default(),
            }),
            Self::Steps => Award::Steps(Steps {
                measure: measure.unwrap_or_else(entered),
                start: None,
                steps: vec![step()],
                zero: ZeroDenominator::default(),
            }),
            Self::Curve => Award::Curve(Curve {
                measure: measure.unwrap_or_else(entered),
                scale: Scale::Share,
                nodes: vec![
                    CurvePoint { at: dec!(0.6), worth: Decimal::ZERO },
                    CurvePoint { at: Decimal::ONE, worth: Decimal::ONE },
                ],
                cut_off: None,
                zero: ZeroDenominator::default(),
            }),
            Self::PerUnit => Award::PerUnit(PerUnit {
                measure: measure.unwrap_or_else(number),
                points: Decimal::ONE,
                most: None,
            }),
            Self::Value => Award::Value { measure: measure.unwrap_or_else(panel) },
            Self::Free => Award::Free { step: dec!(0.5) },
            Self::Entries => Award::Entries,
            Self::Target => Award::Target { target: None },
            Self::Alternatives => {
                let option =
                    |id: &str, award| Alternative { id: id.into(), label: "".into(), points: None, award };
                let first = match before {
                    Award::Alternatives(_) => Award::Free { step: dec!(0.5) },
                    other => other.clone(),
                };
                Award::Alternatives(Alternatives {
                    options: vec![option("way-1", first), option("way-2", Award::Free { step: dec!(0.5) })],
                    several: false,
                })
            }
        }
    }
}

/// A rule to begin with.
pub fn blank_rule(points: Decimal) -> Rule {
    Rule::of(Award::Parts(Parts {
        parts: vec![part("part-1", points)],
        needed: PartsNeeded::Each,
        partial: false,
    }))
}

pub fn is_share(points: &Points) -> bool {
    matches!(points, Points::Share { .. })
}

fn part(id: &str, points: Decimal) -> Part {
    Part { id: id.into(), label: "".into(), points }
}

fn choice(id: &str, points: Points) -> Choice {
    Choice { id: id.into(), label: "".into(), points }
}

/// The three that most tables have: 80 % and 60 %.
fn shares() -> Vec<Choice> {
    let share =
        |id, label: &str, from, to| Choice { label: label.into(), ..choice(id, Points::Share { from, to }) };
    vec![
        share("option-1", "达成年度指标", dec!(0.8), Decimal::ONE),
        share("option-2", "部分达成并具有一定效果", dec!(0.6), dec!(0.8)),
        share("option-3", "未达成且效果较差", Decimal::ZERO, dec!(0.6)),
    ]
}

fn ranges(points: Decimal) -> Vec<Band> {
    vec![
        Band { from: Some(Edge::Including(dec!(0.95))), to: None, points: Points::Fixed(points) },
        Band { from: None, to: Some(Edge::Excluding(dec!(0.95))), points: Points::Fixed(Decimal::ZERO) },
    ]
}

pub fn step() -> Step {
    Step {
        side: Side::Below,
        at: Decimal::ONE,
        unit: dec!(0.01),
        points: dec!(0.1),
        counting: Counting::Whole,
        most: None,
        gives: false,
    }
}

pub fn between(id: crate::template::Id) -> Deduction {
    Deduction::Between(RangeDeduction { id, label: "".into(), from: Decimal::ONE, to: Decimal::ONE })
}

fn entered() -> Measure {
    Measure::Entered(EnteredRate {
        target: "目标值".into(), actual: "实际值".into(), rate: "完成率".into()
    })
}

fn number() -> Measure {
    Measure::Number(MeasuredNumber { label: "数量".into(), unit: "".into() })
}

fn panel() -> Measure {
    Measure::Panel(Panel {
        label: "评委打分".into(),
        mean: PanelMean::Trimmed,
        most: None,
        decimals: Some(2),
    })
}

/// The measure of an award that has one.
pub fn measure_of(award: &Award) -> Option<&Measure> {
    match award {
        Award::Rate(Rate { measure, .. })
        | Award::Bands(Bands { measure, .. })
        | Award::Steps(Steps { measure, .. })
        | Award::Curve(Curve { measure, .. })
        | Award::PerUnit(PerUnit { measure, .. })
        | Award::Value { measure } => Some(measure),
        Award::Full
        | Award::Parts(_)
        | Award::OneOf { .. }
        | Award::Free { .. }
        | Award::Entries
        | Award::Target { .. }
        | Award::Alternatives(_) => None,
    }
}

/// Where a number comes from, as a clerk knows it (数据来源).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MeasureForm {
    Entered,
    Funds,
    Number,
    Deviation,
    Survey,
    Panel,
    Passes,
    SubSheets,
    Peers,
    Risks,
    Ledger,
}

impl MeasureForm {
    pub const ALL: [(Self, &'static str); 11] = [
        (Self::Entered, "te-measure-entered"),
        (Self::Funds, "te-measure-funds"),
        (Self::Number, "te-measure-number"),
        (Self::Deviation, "te-measure-deviation"),
        (Self::Survey, "te-measure-survey"),
        (Self::Panel, "te-measure-panel"),
        (Self::Passes, "te-measure-passes"),
        (Self::SubSheets, "te-measure-sub-sheets"),
        (Self::Peers, "te-measure-peers"),
        (Self::Risks, "te-measure-risks"),
        (Self::Ledger, "te-measure-ledger"),
    ];

    pub fn of(measure: &Measure) -> Self {
        match measure {
            Measure::Entered(_) => Self::Entered,
            Measure::Funds(_) => Self::Funds,
            Measure::Number(_) => Self::Number,
            Measure::Deviation(_) => Self::Deviation,
            Measure::Survey { .. } => Self::Survey,
            Measure::Panel(_) => Self::Panel,
            Measure::Passes { .. } => Self::Passes,
            Measure::SubSheets(_) => Self::SubSheets,
            Measure::Peers(_) => Self::Peers,
            Measure::Risks(_) => Self::Risks,
            Measure::Ledger(_) => Self::Ledger,
        }
    }

    pub fn begin(self) -> Measure {
        let answer =
            |id: &str, label: &str, weight| AnswerOption { id: id.into(), label: label.into(), weight };
        match self {
            Self::Entered => entered(),
            Self::Funds => Measure::Funds(FundsRate::Arrival),
            Self::Number => number(),
            Self::Deviation => Measure::Deviation(Deviation {
                target: "目标值".into(),
                actual: "实际值".into(),
                signed: false,
            }),
            Self::Survey => Measure::Survey {
                options: vec![
                    answer("answer-1", "满意", Decimal::ONE),
                    answer("answer-2", "不满意", Decimal::ZERO),
                ],
            },
            Self::Panel => panel(),
            Self::Passes => Measure::Passes { rows: vec![pass_row("row-1".into())] },
            Self::SubSheets => {
                Measure::SubSheets(SubSheets { sheets: vec![sheet("sheet-1".into())], decimals: None })
            }
            Self::Peers => Measure::Peers(Peers {
                own: "本单位".into(),
                others: "其他单位".into(),
                best: Best::Highest,
                yields: PeerYield::Ratio,
            }),
            Self::Risks => Measure::Risks(Risks {
                risks: vec![risk("risk-1".into())],
                cap: None,
                yields: RiskYield::Points,
            }),
            Self::Ledger => Measure::Ledger(LedgerSum::Count),
        }
    }
}

pub fn pass_row(id: crate::template::Id) -> PassRow {
    PassRow { id, label: "".into(), from: None, to: None }
}

pub fn sheet(id: crate::template::Id) -> SubSheet {
    SubSheet { id, label: "".into(), weight: None }
}

pub fn risk(id: crate::template::Id) -> Risk {
    Risk { id, label: "".into(), points: Decimal::ONE }
}

/// Its number is a share, which people write in per cent.
pub fn yields_share(measure: &Measure) -> bool {
    match measure {
        Measure::Entered(_)
        | Measure::Funds(_)
        | Measure::Deviation(_)
        | Measure::Survey { .. }
        | Measure::Passes { .. } => true,
        Measure::Number(MeasuredNumber { unit, .. }) => &**unit == "%",
        Measure::Peers(Peers { yields, .. }) => *yields == PeerYield::Ratio,
        Measure::Risks(Risks { yields, .. }) => *yields == RiskYield::Ratio,
        Measure::Panel(_) | Measure::SubSheets(_) | Measure::Ledger(_) => false,
    }
}
