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
    let whole = value.floor();
    let limit = most.filter(|most| whole > exact(*most));
    let counted = limit.map_or_else(|| whole.max(exact::zero()), exact);
    let (earned, kept) = cx.kept(&(exact(*points) * &counted))?;
    let counted = cx.shown(&counted);
    let (value, share) = (cx.shown(&value), measure.is_share());
    let derivation =
        Derivation::PerUnit { source, value, share, counted, most: limit, points: *points, kept };
    Ok(cx.earned(earned, Naming::TooFew, derivation))
}
