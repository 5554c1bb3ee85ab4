//! 单选档 (R3), 区间内酌定 (R5b), 定性分档 (R9): the evaluator says which option holds.

use crate::evaluation::{ItemEntry, input};
use crate::number::exact::{self, exact};
use crate::number::{Limits, round};
use crate::scoring::card::{Derivation, Kept, Naming, PointsRange, TierWorth, Waiting};
use crate::scoring::earned::{Context, Earned, Without};
use crate::scoring::inputs::Inputs;
use crate::template::{Award, Choice, Indicator, Points};
use rust_decimal::Decimal;

pub(super) fn earned(cx: Context<'_>, options: &[Choice], inputs: &Inputs<'_>) -> Result<Earned, Without> {
    let chosen = inputs.choice().ok_or(Waiting::Inputs)?;
    let position = options.iter().position(|option| option.id == *chosen).ok_or(Waiting::Inputs)?;
    let option = options.get(position).ok_or(Waiting::Inputs)?;
    let range = match option.points {
        Points::Share { .. } => {
            let moved = inputs.entry.band_edges.as_deref().filter(|_| inputs.is_outermost());
            let edges = edges(options, position, moved).ok_or(Waiting::OutOfRange)?;
            Some(share_range(cx.full, edges, cx.rounding.item_decimals).ok_or(Waiting::TooLarge)?)
        }
        _ => None,
    };
    worth(cx, &option.points, range, &(&option.label).into(), inputs)
}

/// The points that an option or a band is worth: fixed, or chosen within its range.
pub(super) fn worth(
    cx: Context<'_>,
    points: &Points,
    shares: Option<Limits>,
    label: &Naming,
    inputs: &Inputs<'_>,
) -> Result<Earned, Without> {
    let tier = |points: Decimal, kept: Kept, worth: TierWorth| {
        let derivation = Derivation::Tier { option: label.clone(), worth, kept };
        Ok(cx.earned(points, label.clone(), derivation))
    };
    let range = match points {
        Points::Fixed(points) => {
            let kept = Kept { most: Some(cx.top).filter(|top| points > top), least: None };
            return tier((*points).min(cx.top), kept, TierWorth::Points(*points));
        }
        Points::Fraction(share) => {
            let (points, kept) = cx.kept(&(exact(cx.full) * exact(*share)))?;
            return tier(points, kept, TierWorth::Share { full: cx.full, share: *share });
        }
        Points::Range { from, to } => Limits { min: Some(*from), max: Some(*to), ..Limits::default() },
        Points::Share { from, to } => match shares {
            Some(range) => range,
            None => share_range(cx.full, (*from, *to), cx.rounding.item_decimals).ok_or(Waiting::TooLarge)?,
        },
    };
    let points = inputs.number(input::POINTS).ok_or(Waiting::PointsInBand)?;
    range.check(points).map_err(|_| Waiting::PointsOutsideBand)?;
    let step = Limits {
        step: Some(cx.rounding.step),
        max: Some(cx.top),
        min: Some(Decimal::ZERO),
        below_max: false,
    };
    step.check(points).map_err(|_| Waiting::OutOfRange)?;
    let (from, to) = (range.min.unwrap_or_default(), range.max.unwrap_or(cx.full));
    let range = PointsRange { from, to, to_included: !range.below_max };
    let derivation = Derivation::Band { option: label.clone(), range };
    Ok(cx.earned(points, label.clone(), derivation))
}

/// Lower and upper edge of a qualitative band, as shares, where the evaluation may have moved them. `None` for
/// another kind of option, and for edges that do not fall from 1 to 0.
fn edges(options: &[Choice], position: usize, moved: Option<&[Decimal]>) -> Option<(Decimal, Decimal)> {
    let Points::Share { from, to } = options.get(position)?.points else {
        return None;
    };
    let Some(edges) = moved else { return Some((from, to)) };
    let within = edges.iter().all(|edge| *edge > Decimal::ZERO && *edge < Decimal::ONE);
    let falling = edges.windows(2).all(|pair| matches!(pair, [above, below] if above > below));
    if !within || !falling || edges.len() + 1 != options.len() {
        return None;
    }
    let lower = edges.get(position).copied().unwrap_or(Decimal::ZERO);
    let upper = position.checked_sub(1).and_then(|above| edges.get(above)).copied().unwrap_or(Decimal::ONE);
    Some((lower, upper))
}

fn share_range(full: Decimal, (from, to): (Decimal, Decimal), decimals: u32) -> Option<Limits> {
    let edge = |share: Decimal| exact::rounded(&(exact(full) * exact(share)), decimals);
    Some(Limits { min: Some(edge(from)?), max: Some(edge(to)?), below_max: to < Decimal::ONE, step: None })
}

/// The points that an option or a band of `full` points is worth, from the least to the most, rounded to `decimals`.
/// `None` where they cannot be calculated.
pub fn points_range(points: &Points, full: Decimal, decimals: u32) -> Option<Limits> {
    let between = |from, to| Limits { min: Some(from), max: Some(to), ..Limits::default() };
    match points {
        Points::Fixed(points) => Some(between(*points, *points)),
        Points::Fraction(share) => {
            let points = exact::rounded(&(exact(full) * exact(*share)), decimals)?;
            Some(between(points, points))
        }
        Points::Range { from, to } => Some(between(round(*from, decimals), round(*to, decimals))),
        Points::Share { from, to } => share_range(full, (*from, *to), decimals),
    }
}

/// The points that may be chosen within an option, the edges of a qualitative band rounded to `decimals`; `None`
/// where the option leaves nothing to choose.
pub fn band_range(
    indicator: &Indicator,
    entry: Option<&ItemEntry>,
    choice: &str,
    decimals: u32,
) -> Option<Limits> {
    let Award::OneOf { options } = &indicator.rule.award else {
        return None;
    };
    let position = options.iter().position(|option| *option.id == *choice)?;
    match options.get(position)?.points {
        Points::Range { from, to } => {
            let (min, max) = (Some(round(from, decimals)), Some(round(to, decimals)));
            Some(Limits { min, max, ..Limits::default() })
        }
        Points::Share { .. } => {
            let moved = entry.and_then(|entry| entry.band_edges.as_deref());
            share_range(indicator.points, edges(options, position, moved)?, decimals)
        }
        Points::Fixed(_) | Points::Fraction(_) => None,
    }
}
