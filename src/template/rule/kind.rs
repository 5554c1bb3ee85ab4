//! The forms of awards and of measures as a person chooses them, and what each begins with.

use super::award::{
    Alternatives, Award, Bands, Choice, Curve, Parts, PartsNeeded, PerUnit, Points, Rate, Steps,
};
use super::measure::{
    AnswerOption, Deviation, EnteredRate, FundsRate, LedgerSum, Measure, MeasuredNumber, OtherIndicator,
    Panel, Peers, Risks, SubSheets,
};
use rust_decimal::{Decimal, dec};
use strum::{IntoStaticStr, VariantArray};

/// A form of an award as a clerk knows it (评分方式), in the order in which they are offered. Two of them are said by
/// one form of the rule language, told apart by an option: 要点累加 and 全得或不得, 单选档 and 定性分档.
#[derive(Clone, Copy, PartialEq, Eq, Debug, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum AwardKind {
    /// 要点累加
    Parts,
    /// 全得或不得
    AllParts,
    /// 单选档
    Tiers,
    /// 定性分档
    QualityBands,
    /// 按率计算
    Rate,
    /// 区间档
    Bands,
    /// 每相差扣分
    Steps,
    /// 分段线性
    Curve,
    /// 每条得分
    PerUnit,
    /// 直接取值
    Value,
    /// 酌定
    Free,
    /// 满分起扣
    Full,
    /// 加减分
    Entries,
    /// 目标达成
    Target,
    /// 多选一
    Alternatives,
}

impl AwardKind {
    /// The form of an award.
    pub fn of(award: &Award) -> Self {
        match award {
            Award::Full => Self::Full,
            Award::Parts(Parts { needed: PartsNeeded::Each, .. }) => Self::Parts,
            Award::Parts(Parts { needed: PartsNeeded::All, .. }) => Self::AllParts,
            Award::OneOf { options } if options.iter().any(Choice::is_share) => Self::QualityBands,
            Award::OneOf { .. } => Self::Tiers,
            Award::Rate(_) => Self::Rate,
            Award::Bands(_) => Self::Bands,
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

    /// As it is called in keys of the wording: `all-parts`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What an indicator of that many points begins with; what fits of the award before is kept.
    pub fn begin(self, before: &Award, points: Decimal) -> Award {
        let measure = |or: MeasureKind| before.measure().cloned().unwrap_or_else(|| or.begin());
        match self {
            Self::Full => Award::Full,
            Self::Parts | Self::AllParts => {
                let needed = if self == Self::AllParts { PartsNeeded::All } else { PartsNeeded::Each };
                let parts = match before {
                    Award::Parts(parts) => parts.clone(),
                    _ => Parts::blank(points),
                };
                Award::Parts(Parts { needed, ..parts })
            }
            Self::Tiers => {
                let tier = |id: &str, points| Choice::blank(id.into(), Points::Fixed(points));
                Award::OneOf { options: vec![tier("option-1", points), tier("option-2", Decimal::ZERO)] }
            }
            Self::QualityBands => Award::OneOf { options: quality_bands() },
            Self::Rate => Award::Rate(Rate::blank(measure(MeasureKind::Entered))),
            Self::Bands => Award::Bands(Bands::blank(measure(MeasureKind::Entered), points)),
            Self::Steps => Award::Steps(Steps::blank(measure(MeasureKind::Entered))),
            Self::Curve => Award::Curve(Curve::blank(measure(MeasureKind::Entered))),
            Self::PerUnit => Award::PerUnit(PerUnit::blank(measure(MeasureKind::Number))),
            Self::Value => Award::Value { measure: measure(MeasureKind::Panel) },
            Self::Free => Award::blank_free(),
            Self::Entries => Award::Entries,
            Self::Target => Award::Target { target: None },
            Self::Alternatives => Award::Alternatives(Alternatives::blank(before)),
        }
    }
}

/// The three that most tables have: 80 % and 60 %.
fn quality_bands() -> Vec<Choice> {
    let band = |id: &str, label: &str, from, to| Choice {
        label: label.into(),
        ..Choice::blank(id.into(), Points::Share { from, to })
    };
    vec![
        band("option-1", "达成年度指标", dec!(0.8), Decimal::ONE),
        band("option-2", "部分达成并具有一定效果", dec!(0.6), dec!(0.8)),
        band("option-3", "未达成且效果较差", Decimal::ZERO, dec!(0.6)),
    ]
}

/// Where a number comes from, as a clerk knows it (数据来源), in the order in which they are offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum MeasureKind {
    /// 填目标值和实际值
    Entered,
    /// 取自资金表
    Funds,
    /// 填一个数
    Number,
    /// 偏离度
    Deviation,
    /// 满意度问卷
    Survey,
    /// 评委打分
    Panel,
    /// 达标项比例
    Passes,
    /// 附表得分
    SubSheets,
    /// 与各单位比较
    Peers,
    /// 风险点
    Risks,
    /// 取自台账
    Ledger,
    /// 取自另一指标
    Other,
}

impl MeasureKind {
    /// The form of a measure.
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
            Measure::Other(_) => Self::Other,
        }
    }

    /// As it is called in keys of the wording: `sub-sheets`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What it begins with.
    pub fn begin(self) -> Measure {
        match self {
            Self::Entered => Measure::Entered(EnteredRate::blank()),
            Self::Funds => Measure::Funds(FundsRate::Arrival),
            Self::Number => Measure::Number(MeasuredNumber::blank()),
            Self::Deviation => Measure::Deviation(Deviation::blank()),
            Self::Survey => {
                let answer = |id: &str, label: &str, weight| AnswerOption {
                    id: id.into(),
                    label: label.into(),
                    weight,
                };
                let (yes, no) = (Decimal::ONE, Decimal::ZERO);
                Measure::Survey {
                    options: vec![answer("answer-1", "满意", yes), answer("answer-2", "不满意", no)],
                }
            }
            Self::Panel => Measure::Panel(Panel::blank()),
            Self::Passes => Measure::Passes { rows: vec![super::PassRow::blank("row-1".into())] },
            Self::SubSheets => Measure::SubSheets(SubSheets::blank()),
            Self::Peers => Measure::Peers(Peers::blank()),
            Self::Risks => Measure::Risks(Risks::blank()),
            Self::Ledger => Measure::Ledger(LedgerSum::Count),
            Self::Other => Measure::Other(OtherIndicator::blank()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ron_text;

    fn all() -> impl Iterator<Item = (AwardKind, Award)> {
        AwardKind::VARIANTS.iter().map(|kind| (*kind, kind.begin(&Award::Full, dec!(8))))
    }

    #[test]
    fn every_kind_begins_as_itself_and_can_be_written() {
        for (kind, award) in all() {
            assert_eq!(AwardKind::of(&award), kind, "{}", kind.name());
            let text = ron_text::write(&award).unwrap();
            assert_eq!(ron_text::read::<Award>(&text).unwrap(), award, "{text}");
        }
        for kind in MeasureKind::VARIANTS {
            let measure = kind.begin();
            assert_eq!(MeasureKind::of(&measure), *kind, "{}", kind.name());
            let text = ron_text::write(&measure).unwrap();
            assert_eq!(ron_text::read::<Measure>(&text).unwrap(), measure, "{text}");
        }
    }

    #[test]
    fn what_fits_of_the_award_before_is_kept() {
        let survey = Award::Value { measure: MeasureKind::Survey.begin() };
        for (kind, award) in all().filter(|(_, award)| award.measure().is_some()) {
            assert_eq!(kind.begin(&survey, dec!(8)).measure(), survey.measure(), "{}", kind.name());
            assert_eq!(AwardKind::of(&kind.begin(&award, dec!(5))), kind);
        }
        let all_or_nothing = AwardKind::AllParts.begin(&Award::Parts(Parts::blank(dec!(3))), dec!(8));
        let Award::Parts(Parts { parts, needed: PartsNeeded::All, .. }) = &all_or_nothing else { panic!() };
        assert_eq!(parts[0].points, dec!(3));
        let ways = AwardKind::Alternatives.begin(&survey, dec!(8));
        let Award::Alternatives(Alternatives { options, .. }) = &ways else { panic!() };
        assert_eq!(options[0].award, survey);
        let Award::Alternatives(again) = AwardKind::Alternatives.begin(&ways, dec!(8)) else { panic!() };
        assert!(again.options.iter().all(|option| AwardKind::of(&option.award) == AwardKind::Free));
    }
}
