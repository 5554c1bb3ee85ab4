//! 每条得若干分 (R24).

use crate::number::exact::{self, exact};
use crate::scoring::card::{Derivation, Naming};
use crate::scoring::earned::{Context, Earned, Number, Without};
use crate::scoring::inputs::Inputs;
use crate::template::{PerUnit, ZeroDenominator};

pub(super) fn earned(
    cx: Context<'_>,
    PerUnit { measure, points, most }: &PerUnit,
    inputs: &Inputs<'_>,
) -> Result<Earned, Without> {
    let (value, source) = match cx.number(measure, ZeroDenominator::Unscored, inputs)? {
        Number::Is(value, source) => (value, source),
        Number::Worth(earned) => return Ok(earned),
    };
    let most = most.map(exact);
    let whole = value.floor();
    let counted = match most {
        Some(most) if whole > most => most,
        _ => whole,
    };
    let counted = if counted < exact::zero() { exact::zero() } else { counted };
    let earned = cx.points(&(exact(*points) * &counted))?;
    let derivation = Derivation::PerUnit { source, counted: cx.shown(&counted), points: *points };
    Ok(cx.earned(earned, Naming::TooFew, derivation))
}
