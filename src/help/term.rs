//! Terms of the trade, and what they mean.

use crate::text::{Lang, tr};
use strum::{IntoStaticStr, VariantArray};

/// A word that a label uses and that not everybody knows. Its name is the key of its word; `<key>-words` explains it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, VariantArray, IntoStaticStr)]
#[strum(prefix = "term-", serialize_all = "kebab-case")]
pub enum Term {
    /// 暂定
    Provisional,
    /// 等级
    Grade,
    /// 扣分
    Deduction,
    /// 折算
    Scaling,
    /// 资料不足
    NoInformation,
    /// 不适用
    NotApplicable,
    /// 清除得分
    ClearScore,
    /// 人工改分
    Override,
    /// 起扣
    FromFullMarks,
    /// 扣完为止
    DownToZero,
    /// 追加扣除
    FurtherDeduction,
    /// 否决
    Veto,
    /// 封顶
    Ceiling,
    /// 保底
    Floor,
    /// 加分
    Bonus,
    /// 档线
    BandEdges,
    /// 区间的写法
    Interval,
    /// 得分增量
    ScoreStep,
    /// 舍入顺序
    Rounding,
    /// 反向（线性）
    ReverseLinear,
    /// 反向（比值）
    ReverseRatio,
    /// 到位率
    ArrivalRate,
    /// 执行率
    ExecutionRate,
    /// 支出率
    SpendingRate,
    /// 满意度
    Satisfaction,
    /// 有效问卷
    ValidAnswers,
    /// 佐证
    Evidence,
    /// 注
    EvidenceNote,
    /// 与添加时一致
    AsAdded,
    /// 文件校验码
    FileDigest,
    /// 台账
    Ledger,
    /// 同一事项
    SameMatter,
    /// 免责
    Exemption,
    /// 达到次数
    CountReached,
    /// 每单位
    PerUnit,
    /// 应达标产出数
    OutputsToPass,
    /// 自设指标
    OwnIndicator,
}

/// Labels of the interface that use a term without being its very word.
const LABELS: &[(&str, Term)] = &[
    ("banner-no-information", Term::NoInformation),
    ("cause-beyond", Term::Bonus),
    ("cause-floor", Term::DownToZero),
    ("cause-limit", Term::Ceiling),
    ("cause-overflow", Term::FurtherDeduction),
    ("cause-veto", Term::Veto),
    ("column-deduction", Term::Deduction),
    ("column-evidence", Term::Evidence),
    ("evidence-title", Term::Evidence),
    ("evidence-verified", Term::AsAdded),
    ("filter-deducted", Term::Deduction),
    ("filter-no-evidence", Term::Evidence),
    ("filter-not-applicable", Term::NotApplicable),
    ("funds-arrival-rate", Term::ArrivalRate),
    ("funds-execution-rate", Term::ExecutionRate),
    ("funds-spending-rate", Term::SpendingRate),
    ("own-card", Term::OwnIndicator),
    ("print-note-provisional", Term::Provisional),
    ("print-note-unsaved", Term::FileDigest),
    ("rule-band-edges", Term::BandEdges),
    ("rule-effects", Term::Veto),
    ("rule-effects-aside", Term::Veto),
    ("rule-exempt", Term::Exemption),
    ("rule-exemption", Term::Exemption),
    ("status-deductions", Term::Deduction),
    ("status-grade", Term::Grade),
    ("te-award-full", Term::FromFullMarks),
    ("te-becomes", Term::CountReached),
    ("te-cap", Term::Ceiling),
    ("te-ceiling", Term::Ceiling),
    ("te-direction-linear", Term::ReverseLinear),
    ("te-direction-ratio", Term::ReverseRatio),
    ("te-effect-overflow", Term::FurtherDeduction),
    ("te-effect-veto", Term::Veto),
    ("te-effects", Term::Veto),
    ("te-evidence", Term::Evidence),
    ("te-exemptable", Term::Exemption),
    ("te-floor", Term::Floor),
    ("te-free-step", Term::ScoreStep),
    ("te-funds-arrival", Term::ArrivalRate),
    ("te-funds-execution", Term::ExecutionRate),
    ("te-funds-spending", Term::SpendingRate),
    ("te-grade", Term::Grade),
    ("te-group-cap", Term::Ceiling),
    ("te-group-floor", Term::Floor),
    ("te-kind-each", Term::PerUnit),
    ("te-ledger", Term::Ledger),
    ("te-measure-survey", Term::Satisfaction),
    ("te-not-applicable", Term::NotApplicable),
    ("te-open-title", Term::OwnIndicator),
    ("te-order", Term::Rounding),
    ("te-same-matter", Term::SameMatter),
    ("te-step", Term::ScoreStep),
    ("te-tier", Term::CountReached),
];

impl Term {
    /// All of them, in the order of the glossary.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The word itself.
    pub fn word(self, lang: Lang) -> String {
        tr(lang, self.into())
    }

    /// The term that a label uses, and the language that it is in: a label of the interface, or words of a template.
    pub fn of_label(label: &str) -> Option<(Self, Lang)> {
        let in_language = |lang: Lang| {
            let keyed = LABELS.iter().find(|(key, _)| tr(lang, key) == label).map(|(_, term)| *term);
            keyed.or_else(|| Self::ALL.iter().copied().find(|term| term.word(lang) == label))
        };
        let known = Lang::ALL.into_iter().find_map(|lang| Some((in_language(lang)?, lang)));
        known.or_else(|| Self::within(label).map(|term| (term, Lang::Chinese)))
    }

    /// The longest term within Chinese words. A single character says too little: 注 also stands in 备注.
    fn within(words: &str) -> Option<Self> {
        let length = |term: &Self| term.word(Lang::Chinese).chars().count();
        let stands = |term: &Self| length(term) > 1 && words.contains(&term.word(Lang::Chinese));
        Self::ALL.iter().copied().filter(stands).max_by_key(length)
    }

    /// What it means.
    pub fn words(self, lang: Lang) -> String {
        let key: &'static str = self.into();
        tr(lang, &format!("{key}-words"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_its_term_in_both_languages() {
        for lang in Lang::ALL {
            for (key, term) in LABELS {
                let label = tr(lang, key);
                assert_ne!(label, *key, "{key} is no label in {lang:?}");
                assert_eq!(Term::of_label(&label).map(|(found, _)| found), Some(*term), "{key}: {label}");
            }
        }
    }

    #[test]
    fn words_of_a_template_are_explained_where_they_use_a_term() {
        let found = |words| Term::of_label(words).map(|(term, _)| term);
        assert_eq!(found("应达标产出数"), Some(Term::OutputsToPass));
        assert_eq!(found("有效问卷份数"), Some(Term::ValidAnswers));
        assert_eq!(found("合计（暂定，3 项未评）"), Some(Term::Provisional));
        assert_eq!(found("注"), Some(Term::EvidenceNote));
        assert_eq!(found("备注"), None);
        assert_eq!(found("目标内容"), None);
    }
}
