//! What the rows make, before it is a template.

use crate::import::filled::{FilledRow, Head};
use crate::import::report::RowReport;
use crate::template::{Form, Label};
use rust_decimal::Decimal;

/// A group or an indicator, before it is one of a template.
#[derive(Clone, Debug)]
pub(in crate::import) struct Draft {
    pub parent: Option<usize>,
    pub name: Label,
    pub points: Option<Decimal>,
    /// 权重 as the table writes it: per cent or a share.
    pub weight: Option<Decimal>,
    /// Row of the sheet.
    pub row: usize,
    /// Row that last stated the name.
    pub stated: usize,
    pub kind: Kind,
    /// What was filled into its row, and into those of its parts.
    pub filled: Vec<FilledRow>,
}

/// What a draft is.
#[derive(Clone, Debug)]
pub(in crate::import) enum Kind {
    Group,
    Indicator(Box<Words>),
    /// Its points were not found: the report says so, and it does not stand in the template.
    Refused,
}

/// What the table says of an indicator.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Words {
    pub criterion: String,
    pub standard: String,
    pub unit: String,
    /// With its sign before it: `≥95`.
    pub target: String,
    /// Rows below it that state points of their own: what they say and what it is worth.
    pub pieces: Vec<(Label, Decimal)>,
    /// The pieces exclude each other (优、良、中).
    pub are_tiers: bool,
    /// 预算执行率 of the head of a form.
    pub is_execution: bool,
    /// Added or taken whatever else is scored (加减分): what it is worth, with its sign.
    pub entry: Option<Decimal>,
    /// 备注.
    pub remark: String,
}

/// What was read from the rows.
#[derive(Debug, Default)]
pub(in crate::import) struct Table {
    pub title: Option<String>,
    pub total: Option<Decimal>,
    /// Parents stand before their children.
    pub drafts: Vec<Draft>,
    pub report: RowReport,
    /// Points of rows that were not taken.
    pub lost: Decimal,
    /// 执行率, 指标性质, 完成值: it is a form of self-evaluation.
    pub is_self_evaluation: bool,
    /// Which form it is, where the user says so.
    pub form: Option<Form>,
    /// Words beside the table, row by row: notes, what stands above and below.
    pub outside: Vec<String>,
    /// What stands above the headings.
    pub head: Head,
    /// What was filled into the row of the total.
    pub total_row: Option<FilledRow>,
    /// 评价等级 that the sheet states, with its row as the sheet shows it.
    pub grade: Option<(usize, String)>,
    /// Headings of other scores.
    pub other_scores: Vec<String>,
}

impl Draft {
    pub(in crate::import) fn is_group(&self) -> bool {
        matches!(self.kind, Kind::Group)
    }

    pub(in crate::import) fn words(&self) -> Option<&Words> {
        match &self.kind {
            Kind::Indicator(words) => Some(words),
            _ => None,
        }
    }

    pub(in crate::import) fn words_mut(&mut self) -> Option<&mut Words> {
        match &mut self.kind {
            Kind::Indicator(words) => Some(words),
            _ => None,
        }
    }
}
