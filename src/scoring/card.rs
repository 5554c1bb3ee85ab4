//! What scoring yields.

use super::award::Comparison;
use super::combine::Worth;
use super::derivation::Derivation;
use super::effect::Struck;
use super::funds::FundsSummary;
use super::ledger::LedgerScore;
use crate::evaluation::Evidence;
use crate::template::{Id, Label, Template};
use rust_decimal::Decimal;
use std::sync::Arc;

/// All scores of an evaluation. Amounts are points unless they say otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scorecard {
    /// Indicators in the order of the sheet.
    pub items: Vec<ItemScore>,
    /// Groups in the order of the sheet, see [`crate::template::Outline::groups`].
    pub groups: Vec<GroupScore>,
    /// Full marks (满分) of the template.
    pub points: Decimal,
    /// Σ of the top level, before scaling.
    pub sum: Decimal,
    /// 合计 as printed.
    pub total: Decimal,
    /// What is missing to the points that apply and are settled, positive; with [`Scorecard::bonus`] added back.
    pub deductions: Decimal,
    /// Points beyond full marks (加分, 超额), positive.
    pub bonus: Decimal,
    /// What strikes the sheet as a whole: 追加扣除, 一票否决, 封顶. Positive takes away.
    pub causes: Vec<Cause>,
    /// Groups of which every indicator scores 0, by position, with the veto that did it.
    pub(super) zeroed: Vec<(usize, Label)>,
    /// Points that have no score yet: of indicators (未评, 资料不足), and [`Scorecard::unfilled`] ones.
    pub pending: Decimal,
    /// Those of the pending points that no indicator is set for yet (未设指标), in groups that the evaluation fills.
    pub unfilled: Decimal,
    /// 折算, where indicators do not apply and the template says to scale.
    pub scaling: Option<Scaling>,
    /// 暂定: some indicator has no score yet, or is not set.
    pub provisional: bool,
    /// 等级 of the total, or the one that a veto sets.
    pub grade: Option<Label>,
    /// The veto that sets the grade.
    pub grade_veto: Option<Label>,
    pub next_grade: Option<NextGrade>,
    pub progress: Progress,
    pub funds: FundsSummary,
    /// Evidence in the order of the sheet: 附件 1, 2, …
    pub attachments: Vec<Attachment>,
    /// Decimals of indicators and groups, and of the total, as the template says.
    pub item_decimals: u32,
    pub total_decimals: u32,
}

/// Scores of a group at any level.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupScore {
    pub id: Id,
    pub name: Label,
    pub points: Decimal,
    pub score: Decimal,
    /// Positive.
    pub deductions: Decimal,
    pub pending: Decimal,
    /// Points beyond full marks within it, positive.
    pub bonus: Decimal,
    /// What strikes the group as a whole. Positive takes away.
    pub causes: Vec<Cause>,
    /// 加减分 and 追加扣除 within the score, signed: they are never scaled.
    pub adjust: Decimal,
    /// Points that do not apply, where the template does not count them as earned.
    pub excluded: Decimal,
    pub progress: Progress,
    /// What it is worth to its parent.
    pub(super) worth: Worth,
    /// Points of its own that no indicator is set for.
    pub(super) unfilled: Decimal,
}

/// Number of indicators by state.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    pub all: usize,
    pub scored: usize,
    pub unscored: usize,
    pub no_information: usize,
    pub not_applicable: usize,
}

impl Progress {
    /// Nothing more to decide.
    pub fn settled(&self) -> usize {
        self.scored + self.not_applicable
    }
}

/// Score of one indicator. Where there is a score: points − Σ causes = score.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemScore {
    pub id: Id,
    pub name: Label,
    pub points: Decimal,
    pub state: ItemState,
    /// What the rule yields from the inputs, if they suffice.
    pub computed: Option<Decimal>,
    /// What counts: the override if there is one, else what the rule yields.
    pub score: Option<Decimal>,
    /// 分值 − 得分; negative where more than full marks are earned (加分, 超额).
    pub deduction: Option<Decimal>,
    /// Why points are missing, in points each.
    pub causes: Vec<Cause>,
    /// Why the score is what it is.
    pub derivation: Derivation,
    /// Reason of the override, if there is one.
    pub override_reason: Option<Arc<str>>,
    /// 目标 and 实际, where the rule compares them.
    pub comparison: Option<Comparison>,
    /// Effects that happen and reach beyond the indicator.
    pub effects: Vec<Struck>,
    /// What it would be without the veto of a group that it stands in (大项不得分).
    pub unstruck: Option<Box<ItemScore>>,
    /// What the rows of its ledger come to, whatever its state; `None` where the rule has no ledger or a row waits.
    pub ledger: Option<Arc<LedgerScore>>,
    /// Number of evidence files.
    pub evidence: usize,
}

impl ItemScore {
    pub fn is_overridden(&self) -> bool {
        self.override_reason.is_some()
    }
}

/// Four states that are never mixed up; a score of 0 is a score.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ItemState {
    /// 未评, and what is still missing.
    Unscored(Waiting),
    /// 资料不足
    NoInformation,
    /// 不适用
    NotApplicable {
        reason: Arc<str>,
    },
    Scored,
    /// Compared with its target, without points (达成, 未达成).
    Compared {
        met: Option<bool>,
    },
}

/// What an unscored indicator waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Waiting {
    /// Anything at all.
    Inputs,
    /// The points within the chosen band.
    PointsInBand,
    /// The points entered lie outside of the chosen band.
    PointsOutsideBand,
    /// The points that a ticked deduction takes.
    PointsOfDeduction,
    /// A row of the ledger lacks the points or the money that its kind needs.
    LedgerRow,
    /// Amounts in the funds form.
    Funds,
    /// An answer whether a 关键要素 is met.
    Gate,
    /// A target other than 0.
    ZeroTarget,
    /// At least one answer of the survey.
    NoAnswers,
    /// A row that applies.
    NothingApplies,
    /// The points of the chosen alternatives do not add up to those of the indicator.
    ChosenDoNotAddUp,
    /// The actual value is a bound such as `≥80%`, not a measurement.
    NotAMeasurement,
    /// The evaluator's word whether the target is reached.
    Met,
    /// The number lies in none of the bands.
    NoBand,
    /// A number in the file that the rule does not allow; nobody could have entered it in the program.
    OutOfRange,
    /// The numbers are too large to be calculated with.
    TooLarge,
}

/// Points that are missing, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cause {
    pub kind: CauseKind,
    pub label: Label,
    /// Positive takes away; an override that gives points back is negative.
    pub points: Decimal,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CauseKind {
    /// A part that is not met, a lower tier or band, a rate below 100 %.
    NotEarned,
    /// A deduction of the rule.
    Deduction,
    /// More than the full marks (超额): negative.
    Beyond,
    /// 一票否决: what the veto takes.
    Veto,
    /// 追加扣除 from the group or the sheet.
    Overflow,
    /// Beyond the cap (封顶) or below the floor (保底) of a group.
    Limit,
    /// Given back because the floor is reached (扣完为止).
    Floor,
    /// The difference between the rule and an override (人工改分).
    Override,
}

/// 折算: sum × points ÷ applicable, before 加减分, 追加扣除, 否决 and 封顶.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scaling {
    /// Σ points of the indicators that apply.
    pub applicable: Decimal,
    /// Full marks of the template.
    pub points: Decimal,
    /// What is scaled: Σ得分 of the top level without 加减分 and 追加扣除, which are never scaled.
    pub sum: Decimal,
}

impl Scaling {
    /// The scaled sum, before 加减分 and whatever else follows; `None` where nothing applies.
    pub fn scaled(&self) -> Option<Decimal> {
        self.sum.checked_mul(self.points)?.checked_div(self.applicable)
    }

    /// 折算系数 = 满分 ÷ 应得分, unrounded; `None` where nothing applies.
    pub fn factor(&self) -> Option<Decimal> {
        self.points.checked_div(self.applicable)
    }
}

/// The grade above the present one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NextGrade {
    pub name: Label,
    /// Points still missing.
    pub distance: Decimal,
    /// The pending points suffice to reach it.
    pub reachable: bool,
}

/// A file of evidence with its number on the sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attachment {
    /// 附件 n, from 1.
    pub number: usize,
    pub evidence: Arc<Evidence>,
}

impl Scorecard {
    /// The score of an indicator of the template that this card was made from.
    pub fn item(&self, template: &Template, id: &str) -> Option<&ItemScore> {
        template.outline().position(id).and_then(|position| self.items.get(position))
    }

    /// Attachments of one indicator.
    pub fn attachments_of(&self, item: &str) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter().filter(move |attachment| &*attachment.evidence.item == item)
    }

    /// Groups of the top level (一级指标).
    pub fn sections<'c>(&'c self, template: &'c Template) -> impl Iterator<Item = &'c GroupScore> {
        let groups = template.outline().groups().iter().zip(&self.groups);
        groups.filter(|(entry, _)| entry.depth == 0).map(|(_, group)| group)
    }
}
