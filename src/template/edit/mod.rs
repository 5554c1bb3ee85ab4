//! The only way to change a template (编辑模板): a checked [`TemplateEdit`], applied to a copy.
//!
//! What is edited may be unsound for a while: points do not add up until the last indicator has its own. That is
//! what [`super::check`] is for; an edit is refused only where it could not be carried out at all.

mod apply;
mod copy;
mod error;
mod ids;
mod layout;
mod text;
mod tree;

pub use error::TemplateEditError;
pub use ids::{distinct_ids, fresh_part_id};
pub use text::TemplateText;
pub use tree::Slot;

use copy::copy_of;
use ids::fresh_id;

use super::{
    Award, Combine, Form, Grade, GradeBy, Group, Id, Indicator, Label, Node, NotApplicablePolicy, OpenGroup,
    Rounding, Rule, Sheet, Template, TotalCap, Years,
};
use crate::text::Message;
use rust_decimal::Decimal;

/// A change of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TemplateEdit {
    /// Sets something of the template as a whole.
    Head(HeadField),
    /// Sets something of a group or an indicator.
    Node {
        /// Its id.
        node: Id,
        /// Which field, with its new value; it must be one that such a node has.
        field: NodeField,
    },
    /// Puts a group or an indicator with all that is in it into the tree. Its ids must be new, as
    /// [`Self::add_group`], [`Self::add_indicator`] and [`Self::duplicate`] give them.
    Add {
        /// With all that is in it.
        node: Box<Node>,
        /// Where it will stand.
        to: Slot,
    },
    /// Removes a group or an indicator with all that is in it.
    Remove {
        /// Its id.
        node: Id,
    },
    /// Moves a group or an indicator to any place that is not within itself.
    Move {
        /// Its id.
        node: Id,
        /// Counted while it still stands at its old place.
        to: Slot,
    },
}

/// Something of the template as a whole, with its new value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum HeadField {
    /// Letters, digits and hyphens of ASCII.
    Id(Id),
    /// 版本, as printed in the footer.
    Version(Label),
    /// 标题 of the printed sheet.
    Title(Label),
    /// One sentence for whoever chooses.
    Summary(Label),
    /// 依据
    Source(Label),
    /// 年度 that it serves.
    Years(Years),
    /// 总分, in points.
    Points(Decimal),
    /// How the top level becomes the total.
    Combine(Combine),
    /// 封顶
    Cap(TotalCap),
    /// 小数位数, 得分增量
    Rounding(Rounding),
    /// 不适用: what becomes of its points.
    NotApplicable(NotApplicablePolicy),
    /// Evaluations may set points and weights.
    Adjustable(bool),
    /// 等级, best first.
    Grades(Vec<Grade>),
    /// Which total earns the grade.
    GradeBy(GradeBy),
    /// What paper needs.
    Sheet(Sheet),
}

/// Something of a group or an indicator, with its new value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NodeField {
    /// 指标名称
    Name(Label),
    /// 分值, in points.
    Points(Decimal),
    /// 权重, a share.
    Weight(Option<Decimal>),
    // Of a group.
    /// How its children become its score.
    Combine(Combine),
    /// Highest score, in points.
    Cap(Option<Decimal>),
    /// Lowest score, in points.
    Floor(Option<Decimal>),
    /// Whether and by which patterns evaluations add to it.
    Open(Option<OpenGroup>),
    // Of an indicator.
    /// 具体指标
    Criterion(Label),
    /// 评价标准
    Standard(Label),
    /// 计量单位
    Unit(Label),
    /// 佐证材料 is expected.
    EvidenceExpected(bool),
    /// 核心指标 (★)
    AlwaysApplies(bool),
    /// 评分规则, whole.
    Rule(Box<Rule>),
}

impl TemplateEdit {
    /// An empty group called `name`, with a new id.
    pub fn add_group(template: &Template, name: &str, to: Slot) -> Self {
        let group = Group {
            id: fresh_id(template, name, "group"),
            name: name.into(),
            points: Decimal::ZERO,
            weight: None,
            combine: Combine::Sum,
            cap: None,
            floor: None,
            open: None,
            children: Vec::new(),
        };
        Self::Add { node: Box::new(Node::Group(group)), to }
    }

    /// An indicator called `name` with a new id. Its rule is a checklist of one point, which is where most begin.
    pub fn add_indicator(template: &Template, name: &str, to: Slot) -> Self {
        let indicator = Indicator {
            id: fresh_id(template, name, "indicator"),
            name: name.into(),
            points: Decimal::ZERO,
            weight: None,
            criterion: "".into(),
            standard: "".into(),
            unit: "".into(),
            rule: Rule::blank(Decimal::ZERO),
            evidence_expected: true,
            always_applies: false,
        };
        Self::Add { node: Box::new(Node::Indicator(indicator)), to }
    }

    /// A copy of a group or an indicator right below it, with new ids.
    pub fn duplicate(template: &Template, node: &str) -> Option<Self> {
        let to = template.slot_of(node)?.below();
        Some(Self::Add { node: Box::new(copy_of(template, template.node(node)?)), to })
    }

    /// The group or indicator that it concerns.
    pub fn node(&self) -> Option<&Id> {
        match self {
            Self::Head(_) => None,
            Self::Add { node, .. } => Some(node.id()),
            Self::Node { node, .. } | Self::Remove { node } | Self::Move { node, .. } => Some(node),
        }
    }

    /// Name of the change, as 撤销 calls it.
    pub fn label(&self, template: &Template) -> Message {
        let name_of = |id: &Id| template.node(id).map_or_else(|| id.clone(), |node| node.name().clone());
        match self {
            Self::Head(field) => Message::new(field.label_key()),
            Self::Node { node, field } => Message::new(field.label_key()).with("name", name_of(node)),
            Self::Add { node, .. } => Message::new("template-change-add").with("name", node.name()),
            Self::Remove { node } => Message::new("template-change-remove").with("name", name_of(node)),
            Self::Move { node, .. } => Message::new("template-change-move").with("name", name_of(node)),
        }
    }
}

impl HeadField {
    fn label_key(&self) -> &'static str {
        match self {
            Self::Id(_) => "template-change-id",
            Self::Version(_) => "template-change-version",
            Self::Title(_) => "template-change-title",
            Self::Summary(_) => "template-change-summary",
            Self::Source(_) => "template-change-source",
            Self::Years(_) => "template-change-years",
            Self::Points(_) => "template-change-total",
            Self::Combine(_) => "template-change-total-combine",
            Self::Cap(_) => "template-change-total-cap",
            Self::Rounding(_) => "template-change-rounding",
            Self::NotApplicable(_) => "template-change-not-applicable",
            Self::Adjustable(_) => "template-change-adjustable",
            Self::Grades(_) | Self::GradeBy(_) => "template-change-grades",
            Self::Sheet(_) => "template-change-sheet",
        }
    }
}

impl NodeField {
    fn label_key(&self) -> &'static str {
        match self {
            Self::Name(_) => "template-change-name",
            Self::Points(_) => "template-change-points",
            Self::Weight(_) => "template-change-weight",
            Self::Combine(_) => "template-change-combine",
            Self::Cap(_) | Self::Floor(_) => "template-change-bounds",
            Self::Open(_) => "template-change-open",
            Self::Criterion(_) => "template-change-criterion",
            Self::Standard(_) => "template-change-standard",
            Self::Unit(_) => "template-change-unit",
            Self::EvidenceExpected(_) => "template-change-evidence",
            Self::AlwaysApplies(_) => "template-change-always",
            Self::Rule(_) => "template-change-rule",
        }
    }
}

impl Template {
    /// A template to begin with: of 100 points, without any indicator.
    pub fn blank(title: &str) -> Self {
        let grade = |name: &str, from: i64| Grade { name: name.into(), from: Decimal::from(from) };
        Self {
            format: super::FORMAT,
            id: "my-template".into(),
            version: "1.0".into(),
            title: title.into(),
            summary: "".into(),
            source: "".into(),
            years: Years::default(),
            points: Decimal::ONE_HUNDRED,
            combine: Combine::Sum,
            cap: TotalCap::default(),
            rounding: Rounding::default(),
            not_applicable: NotApplicablePolicy::default(),
            adjustable: false,
            grades: vec![grade("优", 90), grade("良", 80), grade("中", 60), grade("差", 0)],
            grade_by: GradeBy::default(),
            sheet: Sheet { form: Form::ScoreSheet, ..Sheet::default() },
            nodes: Vec::new(),
            outline: super::Outline::default(),
            base: None,
        }
        .outlined()
    }
}
