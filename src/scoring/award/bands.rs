//! 区间档 (R5, R21): the measured number lies in one band.

use super::options;
use crate::number::exact::{Exact, exact};
use crate::scoring::card::{Derivation, Naming, NumberRange, Waiting};
use crate::scoring::earned::{Context, Earned, Number, Without};
use crate::scoring::inputs::Inputs;
use crate::template::{Band, Bands, Edge};

pub(super) fn earned(
    cx: Context<'_>,
    Bands { measure, bands, zero }: &Bands,
    inputs: &Inputs<'_>,
) -> Result<Earned, Without> {
    let (value, source) = match cx.number(measure, *zero, inputs)? {
        Number::Is(value, source) => (value, source),
        Number::Worth(earned) => return Ok(earned),
    };
    let shown = cx.shown(&value);
    let band = band_of(bands, &value).ok_or(Waiting::NoBand)?;
    let label = Naming::Range(NumberRange { from: band.from, to: band.to, share: measure.is_share() });
    let worth = options::worth(cx, &band.points, None, &label, inputs)?;
    let inner = Box::new(worth.derivation);
    let derivation = Derivation::InBand { source, value: shown, band: label, worth: inner };
    Ok(Earned { derivation, ..worth })
}

/// The band that holds `value`.
pub(crate) fn band_of<'b>(bands: &'b [Band], value: &Exact) -> Option<&'b Band> {
    bands.iter().find(|band| {
        let from = match band.from {
            None => true,
            Some(Edge::Including(edge)) => exact(edge) <= *value,
            Some(Edge::Excluding(edge)) => exact(edge) < *value,
        };
        let to = match band.to {
            None => true,
            Some(Edge::Including(edge)) => *value <= exact(edge),
            Some(Edge::Excluding(edge)) => *value < exact(edge),
        };
        from && to
    })
}
