//! 目标与实际 (seed 003): whether an indicator's target is reached, worked out where both are numbers.

use super::{Context, Earned, Without};
use crate::evaluation::input;
use crate::scoring::card::Waiting;
use crate::scoring::derivation::Derivation;
use crate::scoring::inputs::Inputs;
use crate::template::Target;
use rust_decimal::Decimal;
use std::sync::Arc;

/// 目标 and 实际 as written, and whether the one is reached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comparison {
    pub target: Arc<str>,
    pub actual: Arc<str>,
    /// 达成 or 未达成; `None` where nobody said and it cannot be worked out.
    pub met: Option<bool>,
    /// Worked out from two numbers, not said by the evaluator.
    pub worked_out: bool,
}

pub(super) fn earned(cx: Context<'_>, target: Option<&str>, inputs: &Inputs<'_>) -> Result<Earned, Without> {
    let target = target.or_else(|| inputs.text(input::EXPECTED)).unwrap_or_default().trim();
    let actual = inputs.text(input::REACHED).unwrap_or_default().trim();
    if target.is_empty() || actual.is_empty() {
        return Err(Waiting::Inputs.into());
    }
    if Target::is_bound(actual) {
        return Err(Waiting::NotAMeasurement.into());
    }
    let numbers = Target::read(target).zip(Target::read(actual));
    let worked_out = numbers.and_then(|(target, actual)| target.met(&actual));
    let met = worked_out.or_else(|| inputs.flag(input::MET));
    let comparison =
        Comparison { target: target.into(), actual: actual.into(), met, worked_out: worked_out.is_some() };
    let points = match met {
        None if !cx.full.is_zero() => return Err(Waiting::Met.into()),
        Some(true) => cx.full,
        _ => Decimal::ZERO,
    };
    let derivation = Derivation::Target(comparison.clone());
    Ok(Earned { comparison: Some(comparison), ..cx.earned(points, "未达成", derivation) })
}
