//! The head of the sheet: the project and who signs.

use serde::{Deserialize, Serialize};

/// The head of the sheet. All of it is text as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Project {
    /// 项目名称
    pub name: String,
    /// 主管部门
    pub department: String,
    /// 实施单位
    pub unit: String,
    /// 年度, four digits
    pub year: String,
    /// 评价人
    pub evaluator: String,
    /// 评价日期
    pub date: String,
    /// 填报人
    #[serde(skip_serializing_if = "String::is_empty")]
    pub preparer: String,
    /// 联系电话
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// 项目负责人
    #[serde(skip_serializing_if = "String::is_empty")]
    pub leader: String,
    /// 填报日期
    #[serde(skip_serializing_if = "String::is_empty")]
    pub filled_on: String,
    /// 年度总体目标: what was planned
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// 年度总体目标完成情况: what came of it
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goal_reached: String,
    /// 备注 of the sheet as a whole
    pub remark: String,
    /// 签字人, in the order of the signature block
    pub signatories: Vec<Signatory>,
}

impl Project {
    /// The text of a field, empty where nothing was typed.
    pub fn get(&self, field: ProjectField) -> &str {
        match field {
            ProjectField::Name => &self.name,
            ProjectField::Department => &self.department,
            ProjectField::Unit => &self.unit,
            ProjectField::Year => &self.year,
            ProjectField::Evaluator => &self.evaluator,
            ProjectField::Date => &self.date,
            ProjectField::Preparer => &self.preparer,
            ProjectField::Phone => &self.phone,
            ProjectField::Leader => &self.leader,
            ProjectField::FilledOn => &self.filled_on,
            ProjectField::Goal => &self.goal,
            ProjectField::GoalReached => &self.goal_reached,
            ProjectField::Remark => &self.remark,
        }
    }
}

/// A line of the signature block. The name may stay empty: it is signed on paper.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// 单位负责人, 财务负责人, …
    pub role: String,
    /// Who that is.
    #[serde(default)]
    pub name: String,
}

/// A field of the head of the sheet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum ProjectField {
    /// 项目名称
    Name,
    /// 主管部门
    Department,
    /// 实施单位
    Unit,
    /// 年度
    Year,
    /// 评价人
    Evaluator,
    /// 评价日期
    Date,
    /// 填报人
    Preparer,
    /// 联系电话
    Phone,
    /// 项目负责人
    Leader,
    /// 填报日期
    FilledOn,
    /// 年度总体目标
    Goal,
    /// 年度总体目标完成情况
    GoalReached,
    /// 备注
    Remark,
}

impl ProjectField {
    /// As they stand in the window.
    pub const ALL: [Self; 13] = [
        Self::Name,
        Self::Year,
        Self::Department,
        Self::Unit,
        Self::Evaluator,
        Self::Date,
        Self::Preparer,
        Self::Phone,
        Self::Leader,
        Self::FilledOn,
        Self::Goal,
        Self::GoalReached,
        Self::Remark,
    ];

    /// Its words are sentences, in a field of several lines.
    pub fn is_long(self) -> bool {
        matches!(self, Self::Goal | Self::GoalReached | Self::Remark)
    }

    /// Key of its label in the interface.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Name => "project-name",
            Self::Department => "project-department",
            Self::Unit => "project-unit",
            Self::Year => "project-year",
            Self::Evaluator => "project-evaluator",
            Self::Date => "project-date",
            Self::Preparer => "project-preparer",
            Self::Phone => "project-phone",
            Self::Leader => "project-leader",
            Self::FilledOn => "project-filled-on",
            Self::Goal => "project-goal",
            Self::GoalReached => "project-goal-reached",
            Self::Remark => "project-remark",
        }
    }
}
