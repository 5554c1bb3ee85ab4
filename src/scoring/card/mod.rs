//! What scoring yields: data alone. Makers fill it in and name it; it names none of them.

mod cause;
mod comparison;
mod derivation;
mod detail;
mod effect;
mod funds;
mod group;
mod item;
mod last_year;
mod ledger;
mod loss;
mod month;
mod naming;
mod rescored;
mod source;
mod waiting;
mod workings;

pub use cause::{Cause, CauseKind};
pub use comparison::Comparison;
pub use derivation::{
    Chosen, Derivation, Kept, OnCurve, PointsRange, RateLimit, StepTerm, Taken, Term, TierWorth,
};
pub use detail::{KindCounted, LedgerDetail};
pub use effect::{Strike, Struck};
pub use funds::{FundsColumn, FundsSummary, LineSummary};
pub(in crate::scoring) use group::Worth;
pub use group::{Balance, GroupScore, Progress};
pub use item::{Inapplicable, ItemScore, ItemState};
pub use last_year::{Incomparable, LastPoints, LastScore};
pub use ledger::{LedgerScore, LedgerSums, RowScore, Standing};
pub use loss::{Loss, LossOf};
pub use month::Month;
pub use naming::{EachCounted, Naming, NumberRange};
pub use rescored::Rescored;
pub use source::Source;
pub use waiting::Waiting;
pub use workings::{ByBand, ChildStanding, Combined, Counted, Workings};

use crate::evaluation::Evidence;
use crate::number::{in_full, plain, round};
use crate::template::{Label, Template};
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
    /// 合计 if all that is open earned full marks.
    pub most: Decimal,
    /// What is missing to the points that apply and are settled, positive; with [`Scorecard::bonus`] added back.
    pub deductions: Decimal,
    /// Points beyond full marks (加分, 超额), positive.
    pub bonus: Decimal,
    /// What strikes the sheet as a whole: 追加扣除, 一票否决, 封顶. Positive takes away.
    pub causes: Vec<Cause>,
    /// Groups of which every indicator scores 0, by position, with the veto that did it.
    pub(in crate::scoring) zeroed: Vec<(usize, Label)>,
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
    /// 等级 if everything pending earned full marks.
    pub reachable_grade: Option<Label>,
    /// The grade above; `None` with the best one, where nothing applies, and where a veto sets the grade.
    pub next_grade: Option<NextGrade>,
    /// All indicators by state.
    pub progress: Progress,
    /// 项目资金 worked out.
    pub funds: FundsSummary,
    /// Evidence in the order of the sheet: 附件 1, 2, …
    pub attachments: Vec<Attachment>,
    /// Decimals of sums where only the total is rounded, so that there may be more of them; `None`: all that they have.
    pub(in crate::scoring) sum_decimals: Option<u32>,
    /// Decimals in which the points of indicators are shown: as the template says, or where only the total is rounded
    /// as many more as make all sums come out.
    pub item_decimals: u32,
    /// Decimals of a group's score.
    pub group_decimals: u32,
    /// Decimals of the total, as the template says.
    pub total_decimals: u32,
}

/// 折算: sum × points ÷ applicable + apart, before 追加扣除, 否决 and 封顶.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scaling {
    /// Σ points of the indicators that apply; above 0.
    pub applicable: Decimal,
    /// Full marks of the template.
    pub points: Decimal,
    /// Σ得分 of the top level.
    pub sum: Decimal,
    /// 加减分 and 追加扣除 within the sum, signed: they are never scaled.
    pub adjust: Decimal,
    /// What that changes, signed: `adjust` − `adjust` × points ÷ applicable, with digits enough to come to the total.
    pub apart: Decimal,
}

impl Scaling {
    /// The scaled sum; `None` where it is too large for a decimal.
    pub fn scaled(&self) -> Option<Decimal> {
        self.sum.checked_mul(self.points)?.checked_div(self.applicable)
    }

    /// 折算系数 = 满分 ÷ 应得分, unrounded; `None` where it is too large for a decimal.
    pub fn factor(&self) -> Option<Decimal> {
        self.points.checked_div(self.applicable)
    }
}

/// What can be said of the grade.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grading<'a> {
    /// There is none.
    None,
    /// 暂不评级: more than half of the points are 未评, 资料不足 or 未设指标.
    Withheld,
    /// That, whatever open points earn.
    Is(&'a Label),
    /// Open points decide.
    Between {
        /// If they earn nothing.
        worst: &'a Label,
        /// If they earn full marks.
        best: &'a Label,
    },
}

/// What strikes a group or the sheet (追加扣除, 一票否决, 封顶), as it is shown.
#[derive(Clone, Copy, Debug)]
pub struct CauseShown<'a> {
    /// `None`: the sheet.
    pub group: Option<&'a GroupScore>,
    /// What it is.
    pub cause: &'a Cause,
    /// Positive takes away.
    pub points: Decimal,
    /// Decimals that are written at least.
    pub decimals: u32,
}

/// The grade above the present one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NextGrade {
    /// 等级, as the template has it.
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
    /// The file, as the evaluation has it.
    pub evidence: Arc<Evidence>,
}

impl Scorecard {
    /// The score of an indicator of the template that this card was made from.
    pub fn item(&self, template: &Template, id: &str) -> Option<&ItemScore> {
        template.outline().position(id).and_then(|position| self.items.get(position))
    }

    /// It is scored; a sheet without points compares targets with what was reached.
    pub fn has_points(&self) -> bool {
        !self.points.is_zero()
    }

    /// What can be said of the grade while points are open.
    pub fn grading(&self) -> Grading<'_> {
        let Some(grade) = &self.grade else { return Grading::None };
        if self.grade_veto.is_some() || self.pending.is_zero() {
            return Grading::Is(grade);
        }
        // Half of the sheet is no basis for a judgement.
        if self.pending.saturating_add(self.pending) > self.points {
            return Grading::Withheld;
        }
        match &self.reachable_grade {
            Some(best) if best != grade => Grading::Between { worst: grade, best },
            _ => Grading::Is(grade),
        }
    }

    /// A sum of the sheet as it is written: with the digits of what is added up.
    pub fn written(&self, sum: Decimal) -> String {
        in_full(self.cut(sum), self.item_decimals)
    }

    /// The same without zeros at its end.
    pub fn written_plain(&self, sum: Decimal) -> String {
        plain(self.cut(sum))
    }

    fn cut(&self, sum: Decimal) -> Decimal {
        self.sum_decimals.map_or(sum, |decimals| round(sum, decimals))
    }

    /// What strikes groups, then the sheet, as it is shown: where only the total is rounded, what a group loses has the
    /// digits of the column that it is taken from.
    pub fn strikes(&self) -> impl Iterator<Item = CauseShown<'_>> {
        let points = |cause: &Cause| match self.sum_decimals {
            Some(_) => round(cause.points, self.item_decimals),
            None => cause.points,
        };
        let of_groups =
            self.groups.iter().flat_map(|group| group.causes.iter().map(move |cause| (group, cause)));
        let of_groups = of_groups.map(move |(group, cause)| CauseShown {
            group: Some(group),
            cause,
            points: points(cause),
            decimals: self.item_decimals,
        });
        let decimals = self.total_decimals;
        let of_sheet = self.causes.iter().map(move |cause| {
            let points = cause.points;
            CauseShown { group: None, cause, points, decimals }
        });
        of_groups.chain(of_sheet)
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
