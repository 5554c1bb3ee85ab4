//! What an indicator earns before deductions, one file for each family of awards.

mod alternatives;
mod bands;
mod curve;
mod entries;
mod options;
mod parts;
mod per_unit;
mod rate;
mod steps;
mod target;

pub(super) use bands::{band_of, measure_is_share};
pub use options::{band_range, points_range};

use super::inputs::Inputs;
use crate::number::Limits;
use crate::scoring::card::{Derivation, Naming, Waiting};
use crate::scoring::earned::{Context, Earned, Number, Without};
use crate::template::{Award, ZeroDenominator};
use rust_decimal::Decimal;

pub(super) fn earned(cx: Context<'_>, award: &Award, inputs: &Inputs<'_>) -> Result<Earned, Without> {
    match award {
        Award::Full => Ok(cx.earned(cx.full, Naming::Rest, Derivation::Full)),
        Award::Parts { parts, needed, partial } => parts::earned(cx, parts, *needed, *partial, inputs),
        Award::OneOf { options } => options::earned(cx, options, inputs),
        Award::Rate { measure, direction, cut_off, cap, zero } => rate::earned(
            cx,
            measure,
            rate::Terms { direction: *direction, cut_off: *cut_off, cap: *cap },
            *zero,
            inputs,
        ),
        Award::Bands { measure, bands, zero } => bands::earned(cx, measure, bands, *zero, inputs),
        Award::Steps { measure, start, steps, zero } => {
            steps::earned(cx, measure, start.unwrap_or(cx.full), steps, *zero, inputs)
        }
        Award::Curve { measure, scale, nodes, cut_off, zero } => {
            let curve = curve::Curve { scale: *scale, nodes, cut_off: *cut_off };
            curve::earned(cx, measure, curve, *zero, inputs)
        }
        Award::PerUnit { measure, points, most } => per_unit::earned(cx, measure, *points, *most, inputs),
        Award::Value { measure } => {
            let (value, source) = match cx.number(measure, ZeroDenominator::Unscored, inputs)? {
                Number::Is(value, source) => (value, source),
                Number::Worth(earned) => return Ok(earned),
            };
            let points = cx.points(&value)?;
            let label = source.naming();
            Ok(cx.earned(points, label, Derivation::Value { source, value: cx.shown(&value) }))
        }
        Award::Free { step } => {
            let points = inputs.number(crate::evaluation::input::POINTS).ok_or(Waiting::Inputs)?;
            let limits =
                Limits { min: Some(Decimal::ZERO), max: Some(cx.top), step: Some(*step), below_max: false };
            let points = limits.check(points).map_err(|_| Waiting::OutOfRange)?;
            Ok(cx.earned(points, Naming::Judged, Derivation::Free))
        }
        Award::Entries => entries::earned(cx, inputs),
        Award::Target { target } => target::earned(cx, target.as_deref(), inputs),
        Award::Alternatives { options, several } => {
            alternatives::earned(cx, options, *several, inputs, earned)
        }
    }
}
