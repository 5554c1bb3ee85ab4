//! 上年: what last year's evaluation came to, kept in this year's file so that it can stand beside it.

use crate::ron_text::is_default;
use crate::template::{Id, Indicator, Label, Rounding, Rule};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What last year's evaluation came to (上年结果). It is a record: no edit changes it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastYear {
    /// 年度, as the head of last year's sheet has it; may be empty.
    pub year: String,
    /// Name of its file, without folders.
    pub file: String,
    /// 满分
    pub points: Decimal,
    /// 合计, as it is printed.
    pub total: Decimal,
    /// 等级; none where the sheet had none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Label>,
    /// 暂定: some indicator had no score.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provisional: bool,
    /// How it was rounded: part of the rule of each indicator.
    #[serde(deserialize_with = "few_decimals")]
    pub rounding: Rounding,
    /// Its indicators, by id.
    #[serde(default)]
    pub items: BTreeMap<Id, LastItem>,
}

/// Whatever a file says, no figure is written with more decimals than a template may have.
fn few_decimals<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Rounding, D::Error> {
    const MOST: u32 = 6;
    let mut rounding = Rounding::deserialize(deserializer)?;
    rounding.item_decimals = rounding.item_decimals.min(MOST);
    rounding.total_decimals = rounding.total_decimals.min(MOST);
    rounding.group_decimals = rounding.group_decimals.map(|decimals| decimals.min(MOST));
    Ok(rounding)
}

/// An indicator as it was last year: what it came to, and all that made it so. Two scores compare where this is the
/// same. It is kept whole rather than as a digest, so that what changed can be named, and so that no later version of
/// the program takes the same rule for another one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastItem {
    /// 指标名称
    pub name: Label,
    /// 分值
    pub points: Decimal,
    /// 计量单位
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub unit: Label,
    /// 具体指标
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub criterion: Label,
    /// 评价标准
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub standard: Label,
    /// 评分规则
    pub rule: Rule,
    /// Edges of its qualitative bands, where last year's evaluation had moved them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band_edges: Option<Vec<Decimal>>,
    /// What came of it.
    pub result: LastResult,
}

/// What came of an indicator last year.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LastResult {
    /// 已评; both as they are printed.
    Scored {
        /// 得分
        score: Decimal,
        /// 扣分, negative where more than full marks were earned.
        deduction: Decimal,
    },
    /// It had no score.
    Without(LastState),
}

/// Why an indicator had no score last year.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LastState {
    /// 未评
    Unscored,
    /// 资料不足
    NoInformation,
    /// 不适用
    NotApplicable,
    /// Only compared with its target, without points.
    Compared,
}

impl LastItem {
    /// The indicator, with the edges of its bands where the evaluation has moved them, and what came of it.
    pub fn of(indicator: &Indicator, band_edges: Option<&[Decimal]>, result: LastResult) -> Self {
        Self {
            name: indicator.name.clone(),
            points: indicator.points,
            unit: indicator.unit.clone(),
            criterion: indicator.criterion.clone(),
            standard: indicator.standard.clone(),
            rule: indicator.rule.clone(),
            band_edges: band_edges.map(<[Decimal]>::to_vec),
            result,
        }
    }

    /// It was scored as `indicator` is with these edges, whatever their points: by the same rule, in the same words and
    /// unit, with the same bands.
    pub fn is_by_rule_of(&self, indicator: &Indicator, band_edges: Option<&[Decimal]>) -> bool {
        self.unit == indicator.unit
            && self.criterion == indicator.criterion
            && self.standard == indicator.standard
            && self.rule == indicator.rule
            && self.band_edges.as_deref() == band_edges
    }
}
