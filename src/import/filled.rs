//! What a filled-in table says beside its rules: its head, what was reached, how it was scored. As it is written there.

use crate::evaluation::{FundLine, MoneyUnit};
use crate::template::Id;
use rust_decimal::Decimal;

/// What a filled-in table says beside its rules (已填的表).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FilledIn {
    /// What stands above the headings.
    pub head: Head,
    /// Groups and indicators of which anything was filled in, in the order of the sheet.
    pub nodes: Vec<Filled>,
    /// 得分 of the 合计 row.
    pub total: Option<FilledRow>,
    /// 评价等级 as the sheet states it, with its row as the sheet shows it.
    pub grade: Option<(usize, String)>,
    /// Headings of other columns of scores: 自评分 beside 复核分, 上年得分.
    pub other_scores: Vec<String>,
}

/// What was filled in for a group or an indicator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filled {
    /// Its id in the template.
    pub node: Id,
    /// 预期指标值 as the table writes it; empty where it has none.
    pub target: String,
    /// Its row, and those of its parts.
    pub rows: Vec<FilledRow>,
}

/// What was filled into a row. Texts are empty where nothing stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FilledRow {
    /// As the sheet shows it, from 1.
    pub number: usize,
    /// Which part of the indicator the row states, from 0, where it has parts or levels in rows of their own.
    pub part: Option<usize>,
    /// 实际完成值.
    pub actual: String,
    /// 得分.
    pub score: String,
    /// 扣分.
    pub deduction: String,
    /// 扣分原因, 偏差原因.
    pub reason: String,
    /// 佐证.
    pub evidence: String,
    /// 备注.
    pub remark: String,
}

impl FilledRow {
    /// Nothing was filled in.
    pub fn is_blank(&self) -> bool {
        let Self { actual, score, deduction, reason, evidence, remark, .. } = self;
        [actual, score, deduction, reason, evidence, remark].into_iter().all(String::is_empty)
    }
}

/// The head of a form. Texts are empty where nothing stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Head {
    /// 项目名称
    pub project: String,
    /// 主管部门
    pub department: String,
    /// 实施单位
    pub unit: String,
    /// 年度, four digits.
    pub year: String,
    /// 评价人, 填报人
    pub evaluator: String,
    /// 评价日期, 填报日期
    pub date: String,
    /// 联系电话
    pub phone: String,
    /// 项目负责人
    pub leader: String,
    /// 年度总体目标: what was planned.
    pub goal: String,
    /// 年度总体目标完成情况.
    pub goal_reached: String,
    /// 项目资金
    pub funds: HeadFunds,
}

/// 项目资金 in the head of a form.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct HeadFunds {
    /// Of all amounts.
    pub unit: MoneyUnit,
    /// The table names no unit of its amounts; 万元 is taken.
    pub is_without_unit: bool,
    /// Its sources, without the sum. Empty where the form has no amounts.
    pub lines: Vec<FundLine>,
    /// 资金总额 as it is stated, where it is not what the sources come to: the column, what it states, what they come to.
    pub differ: Vec<(String, Decimal, Decimal)>,
}
