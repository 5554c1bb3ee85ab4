//! 权重 beside 分值: shares of the whole, or the points once more.

use crate::import::rows::Draft;
use crate::number::plain;
use crate::text::Message;
use rust_decimal::Decimal;

/// What the weights of the children of one group are.
pub(super) enum Weights {
    /// There are none, or they are the points in other words.
    None,
    /// Shares that add up to 1, one for each child.
    Shares(Vec<Decimal>),
    /// They do not come out; why.
    Unused(Message),
}

impl Weights {
    /// `whole` is the weight or the points of the group itself.
    pub(super) fn of(children: &[&Draft], whole: Option<Decimal>) -> Self {
        let weights: Vec<Option<Decimal>> = children.iter().map(|draft| draft.weight).collect();
        if weights.iter().all(Option::is_none) {
            return Self::None;
        }
        if children.iter().all(|draft| draft.weight == draft.points) {
            return Self::None;
        }
        let stated: Vec<Decimal> = weights.iter().copied().flatten().collect();
        let sum = stated.iter().fold(Decimal::ZERO, |sum, weight| sum.saturating_add(*weight));
        let shares = |whole: Decimal| -> Option<Vec<Decimal>> {
            stated.iter().map(|weight| exact_share(*weight, whole)).collect()
        };
        let is_whole = sum == Decimal::ONE || sum == Decimal::ONE_HUNDRED || Some(sum) == whole;
        let found = (is_whole && stated.len() == weights.len()).then(|| shares(sum)).flatten();
        found.map_or_else(
            || {
                let names: Vec<&str> = children.iter().map(|draft| &*draft.name).collect();
                let message = Message::new("import-note-weights").with("names", names.join("、"));
                let list: Vec<String> = stated.iter().map(|weight| plain(*weight)).collect();
                Self::Unused(message.with("weights", list.join("、")).with("sum", plain(sum)))
            },
            Self::Shares,
        )
    }
}

/// A share without loss: 12.5 of 50 is 0.25, 10 of 30 is none.
fn exact_share(weight: Decimal, whole: Decimal) -> Option<Decimal> {
    let share = weight.checked_div(whole)?;
    (share.checked_mul(whole) == Some(weight) && share.normalize().scale() <= 6).then(|| share.normalize())
}
