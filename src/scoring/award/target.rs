//! 目标与实际 (seed 003): whether an indicator's target is reached, worked out where both are numbers.

use crate::evaluation::input;
use crate::scoring::card::{Comparison, Derivation, Naming, Waiting};
use crate::scoring::earned::{Context, Earned, Without};
use crate::scoring::inputs::Inputs;
use crate::template::Target;
use rust_decimal::Decimal;

impl Comparison {
    /// What two texts say by themselves; `None` where they do not suffice: one is missing, or the actual value is a
    /// bound.
    pub fn of(target: &str, actual: &str) -> Option<Self> {
        let (target, actual) = (target.trim(), actual.trim());
        if target.is_empty() || actual.is_empty() || Target::is_bound(actual) {
            return None;
        }
        let numbers = Target::read(target).zip(Target::read(actual));
        let met = numbers.and_then(|(target, actual)| target.met(&actual));
        Some(Self { target: target.into(), actual: actual.into(), met, worked_out: met.is_some() })
    }
}

pub(super) fn earned(cx: Context<'_>, target: Option<&str>, inputs: &Inputs<'_>) -> Result<Earned, Without> {
    let target = target.or_else(|| inputs.text(input::EXPECTED)).unwrap_or_default().trim();
    let actual = inputs.text(input::REACHED).unwrap_or_default().trim();
    if target.is_empty() || actual.is_empty() {
        return Err(Waiting::Inputs.into());
    }
    let mut comparison = Comparison::of(target, actual).ok_or(Waiting::NotAMeasurement)?;
    comparison.met = comparison.met.or_else(|| inputs.flag(input::MET));
    let points = match comparison.met {
        None if !cx.full.is_zero() => return Err(Waiting::Met.into()),
        Some(true) => cx.full,
        _ => Decimal::ZERO,
    };
    let derivation = Derivation::Target(comparison.clone());
    Ok(Earned { comparison: Some(comparison), ..cx.earned(points, Naming::NotReached, derivation) })
}
