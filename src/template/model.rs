//! What a template says, as its file says it.

use super::id::{Id, Label};
use super::node::{Indicator, Node, indicators};
use super::outline::Outline;
use super::rule::Combine;
use super::split::split_equally;
use crate::ron_text::is_default;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The newest format that this program reads and the one that it writes.
pub const FORMAT: u32 = 1;

/// A scoring template (评分模板).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Format of the file, see [`FORMAT`].
    pub format: u32,
    /// Letters, digits and hyphens of ASCII; evaluations name their template by it.
    pub id: Id,
    /// Version of the template itself, printed in the footer of each sheet.
    pub version: Label,
    /// Title of the printed sheet.
    pub title: Label,
    /// One sentence for whoever chooses among templates.
    #[serde(default)]
    pub summary: Label,
    /// Where the table comes from (依据).
    #[serde(default)]
    pub source: Label,
    /// Fiscal years that it serves.
    #[serde(default)]
    pub years: Years,
    /// Full marks (总分), in points. The top level must add up to it.
    pub points: Decimal,
    /// How the top level becomes the total.
    #[serde(default, skip_serializing_if = "is_default")]
    pub combine: Combine,
    /// Highest total (封顶).
    #[serde(default, skip_serializing_if = "is_default")]
    pub cap: TotalCap,
    /// To how many decimals, and in which order.
    #[serde(default)]
    pub rounding: Rounding,
    /// What becomes of the points of indicators that do not apply.
    #[serde(default)]
    pub not_applicable: NotApplicablePolicy,
    /// An evaluation may set the points and weights of groups and indicators for itself; they must add up.
    #[serde(default, skip_serializing_if = "is_default")]
    pub adjustable: bool,
    /// Grades (等级), best first. Each reaches from its own edge up to, not including, the edge before it.
    #[serde(default)]
    pub grades: Vec<Grade>,
    /// Which total earns the grade.
    #[serde(default, skip_serializing_if = "is_default")]
    pub grade_by: GradeBy,
    /// What paper needs.
    #[serde(default)]
    pub sheet: Sheet,
    /// The top level (一级指标), in the order of the sheet.
    pub nodes: Vec<Node>,
    /// Order and look-ups, worked out when the template is read.
    #[serde(skip)]
    pub(super) outline: Outline,
    /// The template that this one was made from for one evaluation, see [`Template::tailored`].
    #[serde(skip)]
    pub(super) base: Option<std::sync::Arc<Template>>,
}

/// Fiscal years that a template serves, both inclusive; open where absent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// Of four digits.
    #[serde(default)]
    pub from: Option<u16>,
    /// Of four digits.
    #[serde(default)]
    pub to: Option<u16>,
}

/// Decimals of scores, and in which order rounding and adding happen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rounding {
    /// Of indicators: 0 to 6.
    pub item_decimals: u32,
    /// Of groups; as indicators where it is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_decimals: Option<u32>,
    /// Of the total: 0 to 6.
    pub total_decimals: u32,
    /// Whether indicators are rounded before they are added up.
    pub order: Order,
    /// Step of a score that the evaluator enters himself (得分增量), in points.
    pub step: Decimal,
}

impl Default for Rounding {
    fn default() -> Self {
        Self {
            item_decimals: 2,
            group_decimals: None,
            total_decimals: 2,
            order: Order::RoundThenAdd,
            step: Decimal::new(1, 2),
        }
    }
}

/// Which comes first, rounding or adding up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Order {
    /// The printed column adds up.
    RoundThenAdd,
    /// Only the total is rounded.
    AddThenRound,
}

/// What becomes of the points of an indicator that does not apply (不适用).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum NotApplicablePolicy {
    /// 折算: total = Σ得分 × 满分 ÷ Σ适用指标分值.
    #[default]
    Rescale,
    /// 在上级指标内折算: each group is scaled to its own points; a group of which nothing applies does not either.
    RescaleInGroup,
    /// 按满分计算.
    FullMarks,
    /// 剔除: its points leave the total, which is not scaled up.
    Exclude,
}

/// Highest total (封顶).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum TotalCap {
    /// The template's points.
    #[default]
    FullMarks,
    /// In points; may lie above or below full marks (103, 120).
    At(Decimal),
    /// Whatever the top level comes to.
    Unlimited,
}

/// Which total earns the grade.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum GradeBy {
    /// The rounded one, so that paper and grade agree.
    #[default]
    Printed,
    /// The one before rounding.
    Exact,
}

/// A grade (等级): reached at `from` points and above.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// 优, 良, 中, 差, …
    pub name: Label,
    /// Lowest total that earns it, in points, inclusive.
    pub from: Decimal,
}

/// What the printed sheet needs beyond the tree.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sheet {
    /// Which columns it has.
    #[serde(skip_serializing_if = "is_default")]
    pub form: Form,
    /// Headings of the levels, outermost first: 一级指标, 二级指标, 三级指标.
    pub levels: Vec<Label>,
    /// Who signs, in order (单位负责人, 财务负责人, …).
    pub signatures: Vec<Label>,
    /// Sources of funds that the form starts with (财政资金, 专户, 单位自有).
    pub fund_sources: Vec<Label>,
    /// A column for the 复核分 stands beside the score, to be written by whoever reviews it.
    #[serde(skip_serializing_if = "is_default")]
    pub review: bool,
    /// A box for the 签批意见 of the unit's leader stands above the signatures.
    #[serde(skip_serializing_if = "is_default")]
    pub opinion: bool,
}

impl Default for Sheet {
    fn default() -> Self {
        let labels = |texts: &[&str]| texts.iter().map(|&text| text.into()).collect();
        Self {
            form: Form::default(),
            levels: labels(&["一级指标", "二级指标", "三级指标"]),
            signatures: labels(&["填报人", "财务负责人", "单位负责人"]),
            fund_sources: labels(&["财政资金", "专户", "单位自有"]),
            review: false,
            opinion: false,
        }
    }
}

/// Layout of the printed sheet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Form {
    /// 评分表: 分值, 得分, 扣分, 扣分原因, 评价标准.
    #[default]
    ScoreSheet,
    /// 自评表: 年度指标值, 实际完成值, 分值, 得分, 偏差原因分析及改进措施, with the funds on top.
    SelfEvaluation,
    /// 绩效目标完成情况表: 预期指标值, 实际完成指标值, 是否达成; no points.
    Comparison,
}

impl Template {
    /// The template as its file has it, without what an evaluation changed.
    pub fn base(&self) -> &Self {
        self.base.as_deref().unwrap_or(self)
    }

    /// Order and look-ups of the tree.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// The indicator called `id`.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.outline.position(id).and_then(|position| self.indicator_at(position))
    }

    /// The indicator that stands at `position` in the order of the sheet.
    pub fn indicator_at(&self, position: usize) -> Option<&Indicator> {
        let mut nodes = &self.nodes;
        let mut found = None;
        for &step in &self.outline.leaf(position)?.path {
            match nodes.get(step)? {
                Node::Group(group) => nodes = &group.children,
                Node::Indicator(indicator) => found = Some(indicator),
            }
        }
        found
    }

    /// All indicators in the order of the sheet.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        indicators(&self.nodes).into_iter()
    }

    /// Names from the top level down to and with the indicator: `项目管理 › 资金管理 › 资金使用`.
    pub fn path_of(&self, id: &str) -> String {
        let Some(leaf) = self.outline.position(id).and_then(|position| self.outline.leaf(position)) else {
            return id.to_owned();
        };
        let mut nodes = &self.nodes;
        let mut names: Vec<&str> = Vec::new();
        for &step in &leaf.path {
            match nodes.get(step) {
                Some(Node::Group(group)) => {
                    names.push(&group.name);
                    nodes = &group.children;
                }
                Some(Node::Indicator(indicator)) => names.push(&indicator.name),
                None => break,
            }
        }
        names.join(" › ")
    }

    /// With the look-ups worked out anew, after its tree was changed.
    #[must_use]
    pub fn outlined(mut self) -> Self {
        let (points, combine) = (self.points, self.combine.clone());
        split_equally(points, &combine, &mut self.nodes);
        self.outline = Outline::of(&self.nodes);
        self
    }
}
