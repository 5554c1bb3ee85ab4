//! The words about an indicator, flattened for patterns.

use crate::import::words::{MARK, flattened, number, pattern, unnumbered};
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
    /// The class of places that the table is for, where its other rules tell (产区, 非产区).
    pub(super) class: Option<String>,
}

impl Source {
    /// What `indicator` says of its rule; `target` is the 目标值 as written, empty where the table has none.
    pub fn of(indicator: &Indicator, target: &str) -> Self {
        Self {
            standard: bare(&flattened(&indicator.standard), indicator.points),
            criterion: flattened(&indicator.criterion),
            name: indicator.name.clone(),
            unit: indicator.unit.clone(),
            target: flattened(target),
            points: indicator.points,
            class: None,
        }
    }

    /// Of a table that is for this class of places.
    #[must_use]
    pub(in crate::import) fn of_class(mut self, class: Option<&str>) -> Self {
        self.class = class.map(str::to_owned);
        self
    }
}

pattern!(
    POINTS,
    r"^(?:本项|该项|此项|本条)?(?:基准分值?|标准分值?|基本分|基础分|满分|分值|总分|占)(?:为|是|:|占)?(?P<points>%n)分?[。;,:]+"
);

/// Without what stands in its own place: its number, and 基准分15分。 at its beginning.
fn bare(standard: &str, points: Decimal) -> String {
    let states = POINTS.captures(standard).filter(|found| number(&found["points"]) == Some(points));
    let end = states.and_then(|found| found.get(0)).map_or(0, |whole| whole.end());
    let standard = standard.get(end..).unwrap_or(standard);
    // （8） of one rule is its place in the table; of several, the beginning of a list.
    match MARK.find_iter(standard).count() {
        0 | 1 => unnumbered(standard).to_owned(),
        _ => standard.to_owned(),
    }
}
