//! What an indicator earns before deductions.

use super::measure::Measure;
use crate::number::quantity;
use crate::ron_text::is_default;
use crate::template::{Id, Label};
use rust_decimal::{Decimal, dec};
use serde::{Deserialize, Serialize};

/// What an indicator earns before deductions. M is its 分值. One struct for each form that has options: a new option
/// is a field of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Award {
    /// M; the deductions do the scoring (扣分制, R15).
    Full,
    /// 要点累加 (R1), 全得或不得 (R2)
    Parts(Parts),
    /// 单选档 (R3, R5b, R9): exactly one option holds, the evaluator says which.
    OneOf {
        /// 档: from the best to the worst.
        options: Vec<Choice>,
    },
    /// 按率计算 (R4)
    Rate(Rate),
    /// 区间档 (R5)
    Bands(Bands),
    /// 每相差 u 扣 k (R6, R6b)
    Steps(Steps),
    /// 分段线性 (R6c)
    Curve(Curve),
    /// 每条得 p (R24)
    PerUnit(PerUnit),
    /// The measured number itself, in points (评委打分 R19, 风险分 R23).
    Value {
        /// 数据来源: a number in points, no share.
        measure: Measure,
    },
    /// 酌定 (R22): the evaluator enters the score, in the stated step, and says why.
    Free {
        /// 得分增量 of the entered score, in points, above 0.
        step: Decimal,
    },
    /// 加减分 (R13): the signed sum of the rule's ledger. For indicators of 0 points.
    Entries,
    /// 目标与实际 (R2, seed 003): 达成 earns M, 未达成 nothing. With M = 0 it only compares, without a score.
    Target {
        /// 预期指标值, such as `≥80%`; where it is not stated, the evaluation states it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        target: Option<Label>,
    },
    /// 二者择其一, 可选项 (R25)
    Alternatives(Alternatives),
}

/// 要点累加 (R1): each part that is met earns its points; 全得或不得 (R2): all of them earn M together.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// 要点: at least one; their points add up to M.
    pub parts: Vec<Part>,
    /// All of them or nothing (二元, R2).
    #[serde(default, skip_serializing_if = "is_default")]
    pub needed: PartsNeeded,
    /// 部分达到: a part may be met in part, entered as a share of it, from 0 % to 100 %.
    #[serde(default, skip_serializing_if = "is_default")]
    pub partial: bool,
}

impl Parts {
    /// One part that is worth all `points`.
    pub fn blank(points: Decimal) -> Self {
        Self::of(vec![Part { id: "part-1".into(), label: "".into(), points }])
    }

    /// Each earns its own points.
    pub fn of(parts: Vec<Part>) -> Self {
        Self { parts, needed: PartsNeeded::Each, partial: false }
    }
}

/// 按率计算 (R4): M × rate, the rate kept within 0 and `cap`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// 数据来源: a share, or 目标值 and 实际值 of which the direction makes one.
    pub measure: Measure,
    /// 方向: what is made of 目标值 and 实际值.
    pub direction: Direction,
    /// 低于此率不得分: below this rate the indicator earns nothing. A share from 0 to `cap`.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "quantity::option")]
    pub cut_off: Option<Decimal>,
    /// 率最高计到: the highest rate that counts. A share above 0; 1 where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "quantity::option")]
    pub cap: Option<Decimal>,
    /// 分母为 0 时: what is done where the measure would be divided by zero.
    #[serde(default, skip_serializing_if = "is_default")]
    pub zero: ZeroDenominator,
}

impl Rate {
    /// Positive, without limits.
    pub fn blank(measure: Measure) -> Self {
        let (direction, zero) = (Direction::Positive, ZeroDenominator::default());
        Self { measure, direction, cut_off: None, cap: None, zero }
    }
}

/// 区间档 (R5): the measured number lies in one of the bands, and earns what that one is worth.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bands {
    /// 数据来源: a share or a number in its own unit, as the edges of the bands.
    pub measure: Measure,
    /// 区间: together they cover every number that the measure can yield, once.
    pub bands: Vec<Band>,
    /// 分母为 0 时: what is done where the measure would be divided by zero.
    #[serde(default, skip_serializing_if = "is_default")]
    pub zero: ZeroDenominator,
}

impl Bands {
    /// All `points` from 95 % on, else nothing.
    pub fn blank(measure: Measure, points: Decimal) -> Self {
        let at = dec!(0.95);
        let bands = vec![
            Band { from: Some(Edge::Including(at)), to: None, points: Points::Fixed(points) },
            Band { from: None, to: Some(Edge::Excluding(at)), points: Points::Fixed(Decimal::ZERO) },
        ];
        Self::of(measure, bands)
    }

    /// What is divided by zero leaves the indicator without a score.
    pub fn of(measure: Measure, bands: Vec<Band>) -> Self {
        Self { measure, bands, zero: ZeroDenominator::default() }
    }
}

/// 每相差 u 扣 k (R6, R6b): `start` less (or plus) points for each unit that the number is away from a threshold.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Steps {
    /// 数据来源: a share or a number in its own unit, as the thresholds of the steps.
    pub measure: Measure,
    /// 起评分: points before the steps, from 0 to the highest score; M where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Decimal>,
    /// 每相差…扣…: at least one; all of them count, one after the other.
    pub steps: Vec<Step>,
    /// 分母为 0 时: what is done where the measure would be divided by zero.
    #[serde(default, skip_serializing_if = "is_default")]
    pub zero: ZeroDenominator,
}

impl Steps {
    /// One step down from full marks.
    pub fn blank(measure: Measure) -> Self {
        Self::of(measure, vec![Step::blank()])
    }

    /// From full marks.
    pub fn of(measure: Measure, steps: Vec<Step>) -> Self {
        Self { measure, start: None, steps, zero: ZeroDenominator::default() }
    }
}

/// 分段线性 (R6c): straight lines between nodes; before the first and after the last its own value holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Curve {
    /// 数据来源: a share or a number in its own unit, as `at` of the nodes.
    pub measure: Measure,
    /// 纵轴: what `worth` of the nodes counts in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scale: Scale,
    /// 节点: at least two, in rising order of `at`.
    pub nodes: Vec<CurvePoint>,
    /// 低于此数不得分: below this number nothing is earned. In the unit of the measure.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "quantity::option")]
    pub cut_off: Option<Decimal>,
    /// 分母为 0 时: what is done where the measure would be divided by zero.
    #[serde(default, skip_serializing_if = "is_default")]
    pub zero: ZeroDenominator,
}

impl Curve {
    /// From nothing at 60 % to full marks at 100 %.
    pub fn blank(measure: Measure) -> Self {
        let nodes = vec![
            CurvePoint { at: dec!(0.6), worth: Decimal::ZERO },
            CurvePoint { at: Decimal::ONE, worth: Decimal::ONE },
        ];
        Self { measure, scale: Scale::Share, nodes, cut_off: None, zero: ZeroDenominator::default() }
    }
}

/// 每条得 p (R24): `points` × the measured number, of which at most `most` counts. Part of a unit does not count.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerUnit {
    /// 数据来源: a number of pieces (条, 次, 项), no share.
    pub measure: Measure,
    /// 每条得分: points for each, above 0.
    pub points: Decimal,
    /// 最多计几条: pieces, above 0; all of them where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Decimal>,
}

impl PerUnit {
    /// A point for each.
    pub fn blank(measure: Measure) -> Self {
        Self { measure, points: Decimal::ONE, most: None }
    }
}

/// 二者择其一 (R25): the award of the option that is chosen; 可选项: of several whose points add up to M.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternatives {
    /// 选项: at least two.
    pub options: Vec<Alternative>,
    /// 可多选: several may be chosen; the points of the chosen ones must add up to M.
    #[serde(default, skip_serializing_if = "is_default")]
    pub several: bool,
}

impl Alternatives {
    /// The award that was there before, unless it is alternatives itself, or a free score.
    pub fn blank(before: &Award) -> Self {
        let first = match before {
            Award::Alternatives(_) => Award::blank_free(),
            other => other.clone(),
        };
        let second = Alternative::blank("way-2".into());
        Self {
            options: vec![Alternative { award: first, ..Alternative::blank("way-1".into()) }, second],
            several: false,
        }
    }
}

/// A point to check (要点).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Key of its input, unique within the rule.
    pub id: Id,
    /// What must be met, as it is printed.
    pub label: Label,
    /// What it earns, in points, from 0 on.
    pub points: Decimal,
}

/// How many of the parts must be met.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum PartsNeeded {
    /// Each earns its own points.
    #[default]
    Each,
    /// All earn M together; one that is missing leaves nothing.
    All,
}

/// An option of [`Award::OneOf`] (档).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What the input holds where it is chosen.
    pub id: Id,
    /// 档名, as it is printed.
    pub label: Label,
    /// What it earns.
    pub points: Points,
}

impl Choice {
    /// Without a name.
    pub fn blank(id: Id, points: Points) -> Self {
        Self { id, label: "".into(), points }
    }

    /// The evaluator chooses within shares of M (定性分档).
    pub fn is_share(&self) -> bool {
        matches!(self.points, Points::Share { .. })
    }
}

/// What an option or a band is worth.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Points {
    /// In points.
    Fixed(Decimal),
    /// A share of M: `"60%"`.
    Fraction(#[serde(with = "quantity")] Decimal),
    /// Chosen by the evaluator within [from, to) of M, as shares; a band that reaches 1 includes its upper edge.
    /// Edges may be changed for one evaluation.
    Share {
        /// Lower edge, included.
        #[serde(with = "quantity")]
        from: Decimal,
        /// Upper edge, excluded unless it is 1.
        #[serde(with = "quantity")]
        to: Decimal,
    },
    /// Chosen by the evaluator within [from, to], in points (R5b).
    Range {
        /// The least, included.
        from: Decimal,
        /// The most, included.
        to: Decimal,
    },
}

/// A band of [`Award::Bands`]: numbers between two edges, open where one is not stated.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Lower edge; `None`: open downwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Edge>,
    /// Upper edge; `None`: open upwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Edge>,
    /// What a number within is worth.
    pub points: Points,
}

/// An edge of a band. A number, or a share such as `"95%"`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Edge {
    /// 含本数
    Including(#[serde(with = "quantity")] Decimal),
    /// 不含本数
    Excluding(#[serde(with = "quantity")] Decimal),
}

/// For each `unit` that the number lies beyond `at`, `points` are taken (or given).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// On which side of `at` it counts.
    pub side: Side,
    /// Threshold.
    #[serde(with = "quantity")]
    pub at: Decimal,
    /// 每相差: how far is one unit, above 0, in the unit of the measure.
    #[serde(with = "quantity")]
    pub unit: Decimal,
    /// Per unit.
    pub points: Decimal,
    /// 计法: whole units, begun ones, or by proportion.
    #[serde(default, skip_serializing_if = "is_default")]
    pub counting: Counting,
    /// At most this many points by this step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Decimal>,
    /// 加分 instead of 扣分.
    #[serde(default, skip_serializing_if = "is_default")]
    pub gives: bool,
}

impl Step {
    /// 0.1 points for each 1 % below 100 %.
    pub fn blank() -> Self {
        Self {
            side: Side::Below,
            at: Decimal::ONE,
            unit: dec!(0.01),
            points: dec!(0.1),
            counting: Counting::Whole,
            most: None,
            gives: false,
        }
    }
}

/// On which side of the threshold a step counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Side {
    /// 低于: numbers less than the threshold.
    Below,
    /// 高于: numbers greater than the threshold.
    Above,
    /// 偏离: either side, by the distance.
    Both,
}

/// How units are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Counting {
    /// 每满一个单位: whole ones.
    #[default]
    Whole,
    /// 不足一个单位按一个计: begun ones.
    Begun,
    /// 按比例: parts too.
    Proportional,
}

/// What the y of a curve counts in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Scale {
    /// Shares of M.
    #[default]
    Share,
    /// 分: points, whatever M is.
    Points,
}

/// A node of a curve. Nodes stand in rising order of `at`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CurvePoint {
    /// The number, in the unit of the measure.
    #[serde(with = "quantity")]
    pub at: Decimal,
    /// What it earns, from 0 on, in the unit that [`Curve::scale`] says.
    #[serde(with = "quantity")]
    pub worth: Decimal,
}

/// An option of [`Award::Alternatives`]. Inputs of its award are keyed `<id>/<key>`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Key of its input where several can be chosen, else what the input holds; prefix of the keys of its award.
    pub id: Id,
    /// What the option is called.
    pub label: Label,
    /// Where several can be chosen: what this one is worth (its M). Else the indicator's M holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Decimal>,
    /// What it earns; its M is `points`, where stated.
    pub award: Award,
}

impl Alternative {
    /// A free score.
    pub fn blank(id: Id) -> Self {
        Self { id, label: "".into(), points: None, award: Award::blank_free() }
    }
}

/// How a rate becomes a share of the points, with A = 目标值 and B = 实际值. A measure that is a rate itself
/// (survey, passes, typed in per cent) is taken as it is, but for [`Direction::Complement`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Direction {
    /// 正向: B ÷ A.
    Positive,
    /// 反向, ratio form: A ÷ B; B = 0 is full marks.
    ReverseRatio,
    /// 反向, linear form: 1 − (B − A) ÷ A; nothing from B = 2A on.
    ReverseLinear,
    /// 等于: as positive; with A = 0, B ≤ 0 is full marks and B > 0 nothing.
    Equal,
    /// 1 − rate: the lower the better (投诉率, 差错率).
    Complement,
}

/// What is done where it would be divided by zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum ZeroDenominator {
    /// Error: there is no score until the inputs are mended.
    #[default]
    Unscored,
    /// Left blank: 资料不足.
    Blank,
    /// No points.
    Nothing,
    /// Full marks.
    Full,
    /// 按实际值: 0 of 0 is full marks, something of 0 none. Where nothing is measured against a target (a survey
    /// without answers), as [`Self::Unscored`].
    ByActual,
    /// The indicator does not apply (不适用).
    NotApplicable,
}

/// The measure of an award, to be read or to be changed: one list of the forms that have one serves both.
macro_rules! measure_of {
    ($award:expr) => {
        match $award {
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
    };
}

impl Award {
    /// 酌定 in steps of half a point.
    pub(super) fn blank_free() -> Self {
        Self::Free { step: dec!(0.5) }
    }

    /// The measure that it takes its number from, if it takes one.
    pub fn measure(&self) -> Option<&Measure> {
        measure_of!(self)
    }

    /// As [`Self::measure`], to be changed.
    pub fn measure_mut(&mut self) -> Option<&mut Measure> {
        measure_of!(self)
    }
}
