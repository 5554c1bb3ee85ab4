//! What a cause, an option or a deduction is called, as data: `crate::wording` says it.

use super::detail::LedgerDetail;
use crate::template::{Edge, Label};
use rust_decimal::Decimal;
use std::sync::Arc;

/// What something is called: by the template, or by the program in the language of the reader.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Naming {
    /// As the template has it.
    Given(Label),
    /// Several names of the template side by side.
    Listed(Vec<Label>),
    /// Numbers of a band.
    Range(NumberRange),
    /// The rate that counts, as a share.
    Rate(Decimal),
    /// 关键要素未满足
    Gates {
        /// Their labels.
        unmet: Vec<Label>,
    },
    /// A deduction for each case (每处).
    Each(Arc<EachCounted>),
    /// A deduction by ledger, with what its rows come to.
    Ledger {
        /// The deduction, as the template has it.
        label: Label,
        /// What stands in brackets behind it; not empty.
        detail: Arc<LedgerDetail>,
        /// The most that it takes, where that was reached; in points.
        most: Option<Decimal>,
    },
    /// 大项不得分.
    Zeroed {
        /// The group of which nothing is left.
        group: Label,
        /// The veto.
        label: Label,
    },
    /// 其余: what no other cause explains.
    Rest,
    /// 未达到满分值
    BelowFull,
    /// 条数不足
    TooFew,
    /// 偏离标准
    OffStandard,
    /// 起点低于满分
    StartsBelowFull,
    /// 未达成
    NotReached,
    /// 酌定
    Judged,
    /// 分母为 0
    ZeroDenominator,
    /// 台账加减分
    Adjustments,
    /// 每相差…扣…: the deduction with the number that it was measured by.
    Stepped {
        /// As the template has it.
        label: Label,
        /// The number; a share is 0.95 for 95 %.
        value: Decimal,
        /// It is a share.
        share: bool,
    },
    /// 评委打分
    PanelMarks,
    /// 附表得分
    SubSheets,
    /// 风险点
    Risks,
    /// 台账
    LedgerRows,
    /// 实际值
    Actual,
    /// 人工改分
    Override,
    /// 封顶: at most so many points.
    Cap(Decimal),
    /// 扣完为止: a floor of 0.
    Floor,
    /// 保底: any other floor, in points.
    Least(Decimal),
}

impl Naming {
    /// The name that the template gives it, without what stands in brackets behind it.
    pub fn label(&self) -> Option<&Label> {
        match self {
            Self::Given(label)
            | Self::Ledger { label, .. }
            | Self::Stepped { label, .. }
            | Self::Zeroed { label, .. } => Some(label),
            Self::Each(each) => Some(&each.label),
            _ => None,
        }
    }
}

impl From<&Label> for Naming {
    fn from(label: &Label) -> Self {
        Self::Given(label.clone())
    }
}

/// The numbers of a band, without what it is worth. `None` is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NumberRange {
    /// Lower edge.
    pub from: Option<Edge>,
    /// Upper edge.
    pub to: Option<Edge>,
    /// Read in per cent.
    pub share: bool,
}

/// So many points for each of what was counted (每处扣若干分).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EachCounted {
    /// The deduction, as the template has it.
    pub label: Label,
    /// All cases, the exempt ones with them.
    pub count: Decimal,
    /// 免责
    pub exempt: Decimal,
    /// Cases that count.
    pub counted: Decimal,
    /// Points for each.
    pub points: Decimal,
    /// The most that is taken, where that was reached.
    pub most: Option<Decimal>,
}
