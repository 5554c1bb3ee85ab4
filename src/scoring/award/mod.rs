//! What an indicator earns before deductions, one file for each family of awards.

mod alternatives;
mod bands;
mod curve;
mod entries;
mod options;
mod parts;
mod per_unit;
mod rate;
pub(super) mod steps;
mod target;

pub(super) use bands::band_of;
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
        Award::Parts(parts) => parts::earned(cx, parts, inputs),
        Award::OneOf { options } => options::earned(cx, options, inputs),
        Award::Rate(rate) => rate::earned(cx, rate, inputs),
        Award::Bands(bands) => bands::earned(cx, bands, inputs),
        Award::Steps(steps) => steps::earned(cx, steps, inputs),
        Award::Curve(curve) => curve::earned(cx, curve, inputs),
        Award::PerUnit(per_unit) => per_unit::earned(cx, per_unit, inputs),
        Award::Value { measure } => {
            let (value, source) = match cx.number(measure, ZeroDenominator::Unscored, inputs)? {
                Number::Is(value, source) => (value, source),
                Number::Worth(earned) => return Ok(earned),
            };
            let (points, kept) = cx.kept(&value)?;
            let label = source.naming();
            Ok(cx.earned(points, label, Derivation::Value { source, value: cx.shown(&value), kept }))
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
        Award::Alternatives(alternatives) => alternatives::earned(cx, alternatives, inputs, earned),
    }
}
