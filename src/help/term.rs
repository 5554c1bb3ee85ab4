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

impl Term {
    /// All of them, in the order of the glossary.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The word itself.
    pub fn word(self, lang: Lang) -> String {
        tr(lang, self.into())
    }

    /// What it means.
    pub fn words(self, lang: Lang) -> String {
        let key: &'static str = self.into();
        tr(lang, &format!("{key}-words"))
    }
}
