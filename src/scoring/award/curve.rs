//! 分段线性 (R6c): straight lines between nodes.

use crate::number::exact::{self, Exact, exact};
use crate::scoring::card::{Derivation, Naming, Waiting};
use crate::scoring::earned::{Context, Earned, Number, Without};
use crate::scoring::inputs::Inputs;
use crate::template::{Curve, CurvePoint, Scale};

pub(super) fn earned(
    cx: Context<'_>,
    Curve { measure, scale, nodes, cut_off, zero }: &Curve,
    inputs: &Inputs<'_>,
) -> Result<Earned, Without> {
    let (value, source) = match cx.number(measure, *zero, inputs)? {
        Number::Is(value, source) => (value, source),
        Number::Worth(earned) => return Ok(earned),
    };
    let cut = cut_off.is_some_and(|cut_off| value < exact(cut_off));
    let height = if cut { exact::zero() } else { height(nodes, &value).ok_or(Waiting::OutOfRange)? };
    let points = match scale {
        Scale::Share => exact(cx.full) * &height,
        Scale::Points => height,
    };
    let points = cx.points(&points)?;
    let share = measure.is_share();
    let derivation = Derivation::Curve { source, value: cx.shown(&value), share, cut };
    Ok(cx.earned(points, Naming::BelowFull, derivation))
}

/// The y at `x`; before the first node and after the last their own.
fn height(nodes: &[CurvePoint], x: &Exact) -> Option<Exact> {
    let (first, last) = (nodes.first()?, nodes.last()?);
    if *x <= exact(first.at) {
        return Some(exact(first.worth));
    }
    if *x >= exact(last.at) {
        return Some(exact(last.worth));
    }
    nodes.windows(2).find_map(|pair| {
        let [a, b] = pair else { return None };
        let (x0, x1) = (exact(a.at), exact(b.at));
        let (y0, y1) = (exact(a.worth), exact(b.worth));
        (x0 <= *x && *x < x1).then(|| &y0 + (&y1 - &y0) * (x - &x0) / (&x1 - &x0))
    })
}
