//! What reaches beyond its own indicator: 一票否决 (R11) and 追加扣除 (R12).

use super::card::{Strike, Struck, Waiting};
use super::deduction::Deducted;
use crate::evaluation::{ItemEntry, input};
use crate::template::{Effect, OverflowPoints, Rule, Trigger};
use rust_decimal::Decimal;

/// The effects of `rule` that happen, and what one of them waits for: an overflow without its points takes nothing and
/// leaves the indicator unscored, the others strike. `deducted` is what the deductions came to, where they could be
/// worked out.
pub(super) fn struck(
    rule: &Rule,
    entry: &ItemEntry,
    deducted: Option<&Deducted>,
) -> (Vec<Struck>, Option<Waiting>) {
    let (mut struck, mut waits) = (Vec::new(), None);
    for effect in &rule.effects {
        let strike = match effect {
            Effect::Veto { id, consequence, exemptable, .. } => {
                let exempt = *exemptable
                    && entry.text(&input::exemption(id)).is_some_and(|reason| !reason.trim().is_empty());
                (entry.flag(id) == Some(true) && !exempt).then(|| Strike::Veto(consequence.clone()))
            }
            Effect::Overflow { id, when, take, .. } => {
                let happens = match when {
                    Trigger::Ticked => entry.flag(id) == Some(true),
                    Trigger::Exhausted => {
                        deducted.is_some_and(|sums| sums.base > Decimal::ZERO && sums.taken >= sums.base)
                    }
                };
                let points = if happens { overflow(id, take, entry, deducted) } else { Ok(Decimal::ZERO) };
                let points = points.unwrap_or_else(|waiting| {
                    waits = Some(waiting);
                    Decimal::ZERO
                });
                (points > Decimal::ZERO).then_some(Strike::Overflow(points))
            }
        };
        if let Some(strike) = strike {
            struck.push(Struck { label: effect.label().clone(), scope: effect.scope().clone(), strike });
        }
    }
    (struck, waits)
}

/// Points that an overflow takes.
fn overflow(
    id: &str,
    take: &OverflowPoints,
    entry: &ItemEntry,
    deducted: Option<&Deducted>,
) -> Result<Decimal, Waiting> {
    match take {
        OverflowPoints::Excess => {
            Ok(deducted.map_or(Decimal::ZERO, |sums| sums.taken.saturating_sub(sums.base).max(Decimal::ZERO)))
        }
        OverflowPoints::OneOf(points) => match points.as_slice() {
            [only] => Ok(*only),
            several => {
                let chosen = entry.number(&input::deducted(id)).ok_or(Waiting::PointsOfDeduction)?;
                if several.contains(&chosen) { Ok(chosen) } else { Err(Waiting::OutOfRange) }
            }
        },
    }
}

/// Something of the effects was answered: a rule of nothing but effects is scored from then on.
pub(super) fn is_answered(rule: &Rule, entry: &ItemEntry) -> bool {
    rule.effects.iter().any(|effect| entry.flag(effect.id()).is_some())
}
