//! The words about an indicator, flattened for patterns.

use crate::import::words::flattened;
use crate::template::{Indicator, Label};
use rust_decimal::Decimal;

/// What a rule is read from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// 评价标准, flattened for patterns.
    pub(super) standard: String,
    /// 具体指标, likewise.
    pub(super) criterion: String,
    pub(super) name: Label,
    pub(super) unit: Label,
    pub(super) target: String,
    /// 分值 of the indicator.
    pub(super) points: Decimal,
}

impl Source {
    /// What `indicator` says of its rule; `target` is the 目标值 as written, empty where the table has none.
    pub fn of(indicator: &Indicator, target: &str) -> Self {
        Self {
            standard: flattened(&indicator.standard),
            criterion: flattened(&indicator.criterion),
            name: indicator.name.clone(),
            unit: indicator.unit.clone(),
            target: flattened(target),
            points: indicator.points,
        }
    }
}
