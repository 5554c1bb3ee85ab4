//! Where the number of a rule comes from.

use crate::number::quantity;
use crate::ron_text::is_default;
use crate::template::{Id, Label};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Where the number of a rule comes from, and what it is. Rates are shares: 95 % is 0.95. One struct for each form
/// that has several options.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Measure {
    /// 填目标值和实际值, or the rate itself. A rate.
    Entered(EnteredRate),
    /// Taken from the funds form, so that it is typed once. A rate.
    Funds(FundsRate),
    /// 填一个数
    Number(MeasuredNumber),
    /// 偏离度. A share.
    Deviation(Deviation),
    /// 满意度问卷: answers per option. The rate Σ weight × answers ÷ (highest weight × all answers).
    Survey {
        /// 选项: at least two.
        options: Vec<AnswerOption>,
    },
    /// 评委打分 (R19). Points.
    Panel(Panel),
    /// 达标项比例 (R26): of the rows that apply, the share that passes.
    Passes {
        /// 达标项: at least one.
        rows: Vec<PassRow>,
    },
    /// 附表得分 (R21). Points.
    SubSheets(SubSheets),
    /// 与各单位比较, 相对最优 (R16)
    Peers(Peers),
    /// 风险点 (R23)
    Risks(Risks),
    /// From the rule's own ledger (台账).
    Ledger(LedgerSum),
    /// 取自另一指标, so that one fact is entered once.
    Other(OtherIndicator),
}

/// 填目标值和实际值: either 目标值 (A) and 实际值 (B) in one unit, or the rate itself in per cent, all from 0 on. Its
/// number is the rate B ÷ A.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnteredRate {
    /// What 目标值 is called.
    pub target: Label,
    /// What 实际值 is called.
    pub actual: Label,
    /// What the rate is called (完成率, 合格率).
    pub rate: Label,
    /// 先减免责: what does not count is taken from A or B before they are divided; nothing where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exempt: Option<Exempt>,
}

/// 免责: days or cases that do not count, entered from 0 to the number that they are taken from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exempt {
    /// What they are called (免责天数).
    pub label: Label,
    /// 从哪个数里减
    pub from: ExemptFrom,
}

/// Which number of a rate something is exempt from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ExemptFrom {
    /// 目标值 (A): 应运行 365 天, of which 5 do not count.
    Target,
    /// 实际值 (B): 故障 3 次, of which 1 does not count.
    Actual,
}

impl Exempt {
    /// 免责数, taken from 目标值.
    pub fn blank() -> Self {
        Self { label: "免责数".into(), from: ExemptFrom::Target }
    }
}

impl EnteredRate {
    /// 完成率 of 目标值 and 实际值.
    pub fn blank() -> Self {
        Self {
            target: "目标值".into(), actual: "实际值".into(), rate: "完成率".into(), exempt: None
        }
    }
}

/// 填一个数: a number as it was measured, which may be negative.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasuredNumber {
    /// What the number is called.
    pub label: Label,
    /// 单位. With `%` it is entered in per cent and is a share; any other is only shown.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub unit: Label,
}

impl MeasuredNumber {
    /// Called 数量, without a unit.
    pub fn blank() -> Self {
        Self { label: "数量".into(), unit: "".into() }
    }

    /// Typed in per cent, and a share.
    pub fn is_percent(&self) -> bool {
        is_percent(&self.unit)
    }
}

/// A number of this 计量单位 is typed in per cent.
pub fn is_percent(unit: &str) -> bool {
    matches!(unit.trim(), "%" | "％")
}

/// 偏离度 |B − A| ÷ A of 目标值 (A) and 实际值 (B), which may be negative. A share.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deviation {
    /// What 目标值 is called.
    pub target: Label,
    /// What 实际值 is called.
    pub actual: Label,
    /// 区分正负: (B − A) ÷ A, negative where the target is not reached.
    #[serde(default, skip_serializing_if = "is_default")]
    pub signed: bool,
}

impl Deviation {
    /// Without sign.
    pub fn blank() -> Self {
        Self { target: "目标值".into(), actual: "实际值".into(), signed: false }
    }
}

/// 评委打分 (R19): the mean of what several people give, in points.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Panel {
    /// What the marks are called.
    pub label: Label,
    /// 怎样取平均
    pub mean: PanelMean,
    /// 每人最多打: points, above 0; M where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Decimal>,
    /// 先舍入到小数位: decimals of the mean before the award uses it; not rounded where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u32>,
}

impl Panel {
    /// The trimmed mean, rounded to two decimals.
    pub fn blank() -> Self {
        Self { label: "评委打分".into(), mean: PanelMean::Trimmed, most: None, decimals: Some(2) }
    }
}

/// 附表得分 (R21): totals of other sheets, in points from 0 on: the mean of those entered, or Σ weight × total where
/// weights are stated.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubSheets {
    /// 附表: at least one.
    pub sheets: Vec<SubSheet>,
    /// 先舍入到小数位 (R17): decimals of each total; not rounded where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u32>,
}

impl SubSheets {
    /// One sheet, without a weight.
    pub fn blank() -> Self {
        Self { sheets: vec![SubSheet::blank("sheet-1".into())], decimals: None }
    }
}

/// 与各单位比较, 相对最优 (R16): the own value among those of all units, all from 0 on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Peers {
    /// What the own value is called.
    pub own: Label,
    /// What the values of the other units are called.
    pub others: Label,
    /// 最优值
    pub best: Best,
    /// 取什么数: a share, or a whole number from 1 on.
    pub yields: PeerYield,
}

impl Peers {
    /// 本单位 ÷ 最优值, where the highest value is the best.
    pub fn blank() -> Self {
        let (own, others) = ("本单位".into(), "其他单位".into());
        Self { own, others, best: Best::Highest, yields: PeerYield::Ratio }
    }
}

/// 风险点 (R23): points of what does not conform (不符合).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risks {
    /// 风险点: at least one.
    pub risks: Vec<Risk>,
    /// 最多: the most that they come to, in points, above 0. Without use for [`RiskYield::Ratio`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// 取什么数: points, or a share.
    pub yields: RiskYield,
}

impl Risks {
    /// One risk of one point; the number is points.
    pub fn blank() -> Self {
        Self { risks: vec![Risk::blank("risk-1".into())], cap: None, yields: RiskYield::Points }
    }
}

/// A rate that the funds form yields.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FundsRate {
    /// 到位率 = 实际到位 ÷ 全年预算数 (计划到位).
    Arrival,
    /// 执行率 = 全年执行数 ÷ 全年预算数.
    Execution,
    /// 支出率 = 全年执行数 ÷ 实际到位 (the reference framework's 预算执行率).
    Spending,
}

/// An answer of a survey and what it counts: satisfied 1, else 0; or a Likert scale.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    /// Prefix of its input, unique within the rule.
    pub id: Id,
    /// What the answer says; a file of answers is counted by it.
    pub label: Label,
    /// What an answer counts, from 0 on, in any scale: the highest of all options is 100 %.
    pub weight: Decimal,
}

/// How the marks of several people become one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PanelMean {
    /// 平均
    Mean,
    /// One highest and one lowest are left out where there are more than five marks; else the mean.
    Trimmed,
    /// 中位数; of an even number of marks the mean of the two in the middle.
    Median,
}

/// A sub-indicator that passes or not. With both edges stated it is measured: it passes where `from` × A ≤ B ≤
/// `to` × A. Else the evaluator says so.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassRow {
    /// Key or prefix of its inputs, unique within the rule.
    pub id: Id,
    /// What must pass, as it is printed.
    pub label: Label,
    /// 下限: a share of 目标值; `None` together with `to`: not measured.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "quantity::option")]
    pub from: Option<Decimal>,
    /// 上限: a share of 目标值, not below `from`; `None` together with `from`: not measured.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "quantity::option")]
    pub to: Option<Decimal>,
}

/// Another sheet, of which only the total is entered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubSheet {
    /// Prefix of its input, unique within the rule.
    pub id: Id,
    /// What the sheet is called.
    pub label: Label,
    /// A share; all of them state one, or none does.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "quantity::option")]
    pub weight: Option<Decimal>,
}

impl SubSheet {
    /// Without a name or a weight.
    pub fn blank(id: Id) -> Self {
        Self { id, label: "".into(), weight: None }
    }
}

/// Which value of all units is the best.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Best {
    /// The more the better (破案率).
    Highest,
    /// The less the better (投诉率).
    Lowest,
}

/// What comparing with other units yields.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PeerYield {
    /// own ÷ best, or best ÷ own where the lowest is best. A share.
    Ratio,
    /// 名次: 1 + the number of units that are better.
    Rank,
}

/// A risk point and what it counts where it does not conform.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// Key of its input, unique within the rule.
    pub id: Id,
    /// What must conform, as it is printed.
    pub label: Label,
    /// 风险分: points from 0 on, where it does not conform.
    pub points: Decimal,
}

impl Risk {
    /// One point, without a name.
    pub fn blank(id: Id) -> Self {
        Self { id, label: "".into(), points: Decimal::ONE }
    }
}

/// Which number the risk points come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum RiskYield {
    /// Σ points of what does not conform, at most `cap`.
    Points,
    /// Σ 不符合 ÷ (Σ all − Σ 不适用). A share; `cap` does not count.
    Ratio,
}

/// What the ledger yields as a number. Exempt rows never count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LedgerSum {
    /// Σ 次数 of the rows.
    Count,
    /// Σ points of the rows, after factors, caps and matters.
    Points,
    /// Σ 金额 of the rows, in 元.
    Money,
}

/// 取自另一指标: a number of another indicator of the sheet, as it is at any time. It is taken from what is entered for
/// that indicator itself: a veto that strikes it from elsewhere does not change it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherIndicator {
    /// Id of the other indicator, which takes nothing from this one, nor by way of others.
    pub indicator: Id,
    /// 取什么数
    pub takes: Takes,
}

impl OtherIndicator {
    /// The score of none yet.
    pub fn blank() -> Self {
        Self { indicator: "".into(), takes: Takes::Score }
    }
}

/// Which number of another indicator is taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Takes {
    /// 得分, 人工改分 included.
    Score,
    /// 得分率 = 得分 ÷ 分值. A share.
    ScoreRate,
    /// The rate that its award measures (完成率, 满意率), before it is worth points. A share, and its 目标值 and 实际值
    /// where it has them.
    Rate,
    /// The number that its award measures, and that is no share.
    Number,
    /// 处数 of its deductions that are counted, without 免责; 次数 of its ledger where it counts nothing itself.
    Count,
}

impl Measure {
    /// Its number is a share, which people read in per cent.
    pub fn is_share(&self) -> bool {
        match self {
            Self::Number(number) => number.is_percent(),
            Self::Peers(peers) => peers.yields == PeerYield::Ratio,
            Self::Risks(risks) => risks.yields == RiskYield::Ratio,
            Self::Other(other) => matches!(other.takes, Takes::ScoreRate | Takes::Rate),
            Self::Panel(_) | Self::SubSheets(_) | Self::Ledger(_) => false,
            Self::Entered(_)
            | Self::Funds(_)
            | Self::Deviation(_)
            | Self::Survey { .. }
            | Self::Passes { .. } => true,
        }
    }
}

impl PassRow {
    /// Said by the evaluator, not measured; without a name.
    pub fn blank(id: Id) -> Self {
        Self { id, label: "".into(), from: None, to: None }
    }

    /// Whether it passes is worked out from 目标值 and 实际值.
    pub fn is_measured(&self) -> bool {
        self.from.is_some() && self.to.is_some()
    }
}
