//! Where the points went (失分): what an indicator lost, and what strikes a group or the sheet.

use super::{CauseShown, ItemState, Naming, Scorecard};
use crate::template::{Id, Label};
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// Points that are missing to full marks in one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Loss<'a> {
    /// What lost them.
    pub of: LossOf<'a>,
    /// 扣分, as it is printed; above 0.
    pub points: Decimal,
}

/// What lost points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LossOf<'a> {
    /// An indicator that is scored: 分值 − 得分.
    Item {
        /// Id of the indicator.
        id: &'a Id,
        /// 指标名称
        name: &'a Label,
    },
    /// 追加扣除, 一票否决, 封顶 of a group, or of the sheet where there is none.
    Strike {
        /// Its name.
        group: Option<&'a Label>,
        /// What struck it.
        label: &'a Naming,
    },
}

impl Scorecard {
    /// All that lost points, the largest loss first; equal ones in the order of the sheet. What has no score yet has
    /// lost nothing.
    pub fn losses(&self) -> Vec<Loss<'_>> {
        let of_items = self.items.iter().filter(|item| item.state == ItemState::Scored).filter_map(|item| {
            let points = item.shown_deduction(self.item_decimals)?;
            Some(Loss { of: LossOf::Item { id: &item.id, name: &item.name }, points })
        });
        let of_strikes = self.strikes().map(|CauseShown { group, cause, points, .. }| Loss {
            of: LossOf::Strike { group: group.map(|group| &group.name), label: &cause.label },
            points,
        });
        let mut losses: Vec<_> =
            of_items.chain(of_strikes).filter(|loss| loss.points > Decimal::ZERO).collect();
        losses.sort_by_key(|loss| Reverse(loss.points));
        losses
    }
}
