//! What reaches beyond its own indicator: 一票否决 (R11) and 追加扣除 (R12).

use super::card::{Strike, Struck, Waiting};
use super::deduction::Deducted;
use super::occurrences::occurrences;
use crate::evaluation::{ItemEntry, input};
use crate::template::{Effect, Overflow, OverflowPoints, Rule, Trigger, Veto};
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
            Effect::Veto(veto) => vetoed(veto, entry).then(|| Strike::Veto(veto.consequence.clone())),
            Effect::Overflow(effect) => {
                let points = overflow(rule, effect, entry, deducted).unwrap_or_else(|waiting| {
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

/// It is ticked, and no exemption lifts it.
fn vetoed(veto: &Veto, entry: &ItemEntry) -> bool {
    let reason = || entry.text(&input::exemption(&veto.id));
    let exempt = veto.exemptable && reason().is_some_and(|reason| !reason.trim().is_empty());
    entry.flag(&veto.id) == Some(true) && !exempt
}

/// Points that an overflow takes: none where it does not happen.
fn overflow(
    rule: &Rule,
    Overflow { id, when, take, label: _, scope: _ }: &Overflow,
    entry: &ItemEntry,
    deducted: Option<&Deducted>,
) -> Result<Decimal, Waiting> {
    let once = |happens: bool| Decimal::from(u8::from(happens));
    let times = match when {
        Trigger::Deducted(id) => {
            let deduction = rule.deductions.iter().find(|deduction| deduction.id() == id);
            deduction.map_or(Decimal::ZERO, |deduction| occurrences(deduction, entry))
        }
        Trigger::Ticked => once(entry.flag(id) == Some(true)),
        Trigger::Exhausted => {
            once(deducted.is_some_and(|sums| sums.base > Decimal::ZERO && sums.taken >= sums.base))
        }
    };
    if times.is_zero() {
        return Ok(Decimal::ZERO);
    }
    match take {
        OverflowPoints::Excess => {
            Ok(deducted.map_or(Decimal::ZERO, |sums| sums.taken.saturating_sub(sums.base).max(Decimal::ZERO)))
        }
        OverflowPoints::Each(points) => points.checked_mul(times).ok_or(Waiting::TooLarge),
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
