//! 二者择其一 and 可选项 (R25).

use crate::scoring::card::{Cause, Chosen, Derivation, Kept, Naming, Waiting};
use crate::scoring::earned::{Context, Earned, Without};
use crate::scoring::inputs::Inputs;
use crate::template::{Alternative, Alternatives, Award};
use rust_decimal::Decimal;

/// `award`: what any award earns, for those within the alternatives.
pub(super) fn earned(
    cx: Context<'_>,
    Alternatives { options, several }: &Alternatives,
    inputs: &Inputs<'_>,
    award: fn(Context<'_>, &Award, &Inputs<'_>) -> Result<Earned, Without>,
) -> Result<Earned, Without> {
    let is_chosen = |option: &&Alternative| match *several {
        true => inputs.flag(&option.id) == Some(true),
        false => inputs.choice() == Some(&option.id),
    };
    let chosen: Vec<&Alternative> = options.iter().filter(is_chosen).collect();
    if chosen.is_empty() {
        return Err(Waiting::Inputs.into());
    }
    if *several {
        let sum =
            chosen.iter().filter_map(|option| option.points).fold(Decimal::ZERO, Decimal::saturating_add);
        if sum != cx.full {
            return Err(Waiting::ChosenDoNotAddUp.into());
        }
    }
    let mut points = Decimal::ZERO;
    let mut causes: Vec<Cause> = Vec::new();
    let mut parts = Vec::new();
    for option in &chosen {
        let full = option.points.filter(|_| *several).unwrap_or(cx.full);
        let top = if *several { full } else { cx.top };
        let inner = award(Context { full, top, ..cx }, &option.award, &inputs.within(&option.id))?;
        points = points.saturating_add(inner.points);
        causes.extend(inner.causes);
        parts.push(Chosen {
            label: option.label.clone(),
            points: inner.points,
            derivation: inner.derivation,
        });
    }
    let left: Vec<_> =
        options.iter().filter(|option| !is_chosen(option)).map(|option| option.label.clone()).collect();
    let kept = Kept { most: Some(cx.top).filter(|top| points > *top), least: None };
    Ok(cx.earned_with(
        points.min(cx.top),
        causes,
        Naming::Rest,
        Derivation::Alternatives { chosen: parts, left, kept },
    ))
}
