//! 分段线性 (R6c): straight lines between nodes.

use crate::number::exact::{self, Exact, exact};
use crate::scoring::card::{Derivation, Naming, OnCurve, Waiting};
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
    let on = match cut_off {
        Some(cut_off) if value < exact(*cut_off) => OnCurve::CutOff(*cut_off),
        _ => on_curve(nodes, &value).ok_or(Waiting::OutOfRange)?,
    };
    let height = height(on, &value);
    let points = match scale {
        Scale::Share => exact(cx.full) * &height,
        Scale::Points => height,
    };
    let (points, kept) = cx.kept(&points)?;
    let share = measure.is_share();
    let full = (*scale == Scale::Share).then_some(cx.full);
    let derivation = Derivation::Curve { source, value: cx.shown(&value), share, full, on, kept };
    Ok(cx.earned(points, Naming::BelowFull, derivation))
}

/// The part of the curve that `x` lies on.
fn on_curve(nodes: &[CurvePoint], x: &Exact) -> Option<OnCurve> {
    let (first, last) = (nodes.first()?, nodes.last()?);
    if *x <= exact(first.at) {
        return Some(OnCurve::First(*first));
    }
    if *x >= exact(last.at) {
        return Some(OnCurve::Last(*last));
    }
    nodes.windows(2).find_map(|pair| {
        let [a, b] = pair else { return None };
        (exact(a.at) <= *x && *x < exact(b.at)).then_some(OnCurve::Between(*a, *b))
    })
}

/// The y at `x`.
fn height(on: OnCurve, x: &Exact) -> Exact {
    match on {
        OnCurve::CutOff(_) => exact::zero(),
        OnCurve::First(node) | OnCurve::Last(node) => exact(node.worth),
        OnCurve::Between(a, b) => {
            let (x0, x1) = (exact(a.at), exact(b.at));
            let (y0, y1) = (exact(a.worth), exact(b.worth));
            &y0 + (&y1 - &y0) * (x - &x0) / (&x1 - &x0)
        }
    }
}
