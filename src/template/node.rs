//! The tree of a template: groups and indicators.

use super::id::{Id, Label};
use super::rule::{Alternatives, AnswerOption, Award, Combine, Measure, Rule};
use crate::number::{Limits, quantity};
use crate::ron_text::is_default;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A line of the tree.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "most nodes are indicators")]
pub enum Node {
    /// It has children, and points of its own.
    Group(Group),
    /// It has a rule.
    Indicator(Indicator),
}

/// A group of indicators (一级指标, 二级指标), at any depth.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Unique within the template; never changed with the name.
    pub id: Id,
    /// 指标名称
    pub name: Label,
    /// 分值, in points; where the children are summed they must add up to it. An open group that states none has
    /// those of the indicators that the evaluation adds to it.
    #[serde(default)]
    pub points: Decimal,
    /// Where the parent weighs its children (权重): a share such as `"40%"`.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "quantity::option")]
    pub weight: Option<Decimal>,
    /// How its children become its score.
    #[serde(default, skip_serializing_if = "is_default")]
    pub combine: Combine,
    /// Highest score of the group, in points, where it is not what its children come to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// Lowest score of the group, in points; unbounded where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Decimal>,
    /// An evaluation may add indicators of its own here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<OpenGroup>,
    /// In the order of the sheet.
    #[serde(default)]
    pub children: Vec<Node>,
}

/// A group to which an evaluation adds indicators of its own (单位自设指标).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenGroup {
    /// Rules to choose from.
    pub patterns: Vec<Pattern>,
}

/// A rule for indicators of one's own: ≥ 正向, ≤ 反向, 定性, …
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Unique within its group.
    pub id: Id,
    /// For whoever chooses among patterns.
    pub label: Label,
    /// 评价标准 of such an indicator.
    #[serde(default)]
    pub standard: Label,
    /// Which every indicator made by it has.
    pub rule: Rule,
}

/// An indicator that is scored (三级指标).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Unique within the template; evaluations keep entries by it.
    pub id: Id,
    /// 指标名称
    pub name: Label,
    /// 分值, in points. 0 for what only adds to or takes from the total (加减分), or is only compared.
    #[serde(default)]
    pub points: Decimal,
    /// Where the parent weighs its children (权重): a share such as `"40%"`.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "quantity::option")]
    pub weight: Option<Decimal>,
    /// 具体指标: what is looked at.
    #[serde(default)]
    pub criterion: Label,
    /// 评价标准: the rule in the words of the table.
    #[serde(default)]
    pub standard: Label,
    /// 计量单位 of the measured value.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub unit: Label,
    /// 评分规则: what is entered, and what it is worth.
    pub rule: Rule,
    /// A score needs evidence (佐证材料) before the sheet is complete.
    #[serde(default = "yes")]
    pub evidence_expected: bool,
    /// 核心指标 (★): it may not be set to 不适用.
    #[serde(default, skip_serializing_if = "is_default")]
    pub always_applies: bool,
}

fn yes() -> bool {
    true
}

impl Group {
    /// Indicators of an evaluation's own can be added to it or to a group within it.
    pub fn is_open(&self) -> bool {
        let below = |node: &Node| matches!(node, Node::Group(group) if group.is_open());
        self.open.is_some() || self.children.iter().any(below)
    }
}

impl Node {
    /// Of the group or the indicator.
    pub fn id(&self) -> &Id {
        match self {
            Self::Group(group) => &group.id,
            Self::Indicator(indicator) => &indicator.id,
        }
    }

    /// Of the group or the indicator.
    pub fn name(&self) -> &Label {
        match self {
            Self::Group(group) => &group.name,
            Self::Indicator(indicator) => &indicator.name,
        }
    }

    /// 分值, in points.
    pub fn points(&self) -> Decimal {
        match self {
            Self::Group(group) => group.points,
            Self::Indicator(indicator) => indicator.points,
        }
    }

    /// 权重, a share; `None` where the parent does not weigh.
    pub fn weight(&self) -> Option<Decimal> {
        match self {
            Self::Group(group) => group.weight,
            Self::Indicator(indicator) => indicator.weight,
        }
    }
}

impl Indicator {
    /// What a score set by hand may be: from the floor to the ceiling, in the template's `step`.
    pub fn override_limits(&self, step: Decimal) -> Limits {
        let floor = self.rule.floor.unwrap_or_default().min(Decimal::ZERO);
        let top = self.rule.ceiling.unwrap_or(self.points);
        Limits { min: Some(floor), max: Some(top), step: Some(step), below_max: false }
    }

    /// The answers of the survey (问卷) that it is scored by; `prefix` is `<alternative>/` where it stands in one.
    pub fn survey_options(&self, prefix: &str) -> Option<&[AnswerOption]> {
        let mut award = &self.rule.award;
        for id in prefix.split('/').filter(|id| !id.is_empty()) {
            let Award::Alternatives(Alternatives { options, .. }) = award else { return None };
            award = &options.iter().find(|option| *option.id == *id)?.award;
        }
        match award.measure() {
            Some(Measure::Survey { options }) => Some(options),
            _ => None,
        }
    }
}

/// All indicators of a tree in the order of the sheet.
pub(super) fn indicators(nodes: &[Node]) -> Vec<&Indicator> {
    fn walk<'t>(nodes: &'t [Node], into: &mut Vec<&'t Indicator>) {
        for node in nodes {
            match node {
                Node::Group(group) => walk(&group.children, into),
                Node::Indicator(indicator) => into.push(indicator),
            }
        }
    }
    let mut all = Vec::new();
    walk(nodes, &mut all);
    all
}
