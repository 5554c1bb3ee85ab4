//! What an award has to work with, and what it hands on.

use super::around::Around;
use super::inputs::Inputs;
use super::measure;
use super::measured::{Measured, NoNumber};
use crate::number::exact::{self, Exact, exact};
use crate::scoring::card::{Cause, CauseKind, Comparison, Derivation, Kept, Naming, Source, Waiting};
use crate::template::{Indicator, Label, Measure, Order, Rounding, ZeroDenominator};
use rust_decimal::Decimal;

/// Points earned, why points are missing, and how it came about.
pub(super) struct Earned {
    pub points: Decimal,
    /// Full marks − Σ causes = points.
    pub causes: Vec<Cause>,
    pub derivation: Derivation,
    /// What a comparison of target and actual value says.
    pub comparison: Option<Comparison>,
}

/// Why nothing is earned, not even 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Without {
    Waiting(Waiting),
    /// 资料不足, because it would be divided by zero and the template says to leave it blank.
    NoInformation,
    /// 不适用, because it would be divided by zero and the template says so.
    NotApplicable,
}

impl From<Waiting> for Without {
    fn from(waiting: Waiting) -> Self {
        Self::Waiting(waiting)
    }
}

/// Decimals of products where only the total is rounded: more than any sheet prints, few enough that sums and
/// differences of them stay exact.
pub(super) const WORKING_DECIMALS: u32 = 12;

/// Decimals to which the points of an indicator are rounded.
pub(super) fn decimals(rounding: &Rounding) -> u32 {
    match rounding.order {
        Order::RoundThenAdd => rounding.item_decimals,
        Order::AddThenRound => WORKING_DECIMALS,
    }
}

/// What an award may look at, and the points that it is about.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub rounding: &'a Rounding,
    pub indicator: &'a Indicator,
    pub around: Around<'a>,
    /// Full marks (M): of the indicator, or of an alternative.
    pub full: Decimal,
    /// The highest points that can be earned.
    pub top: Decimal,
}

/// A number for an award, or what the award is worth because there can be none.
pub(super) enum Number {
    Is(Exact, Source),
    Worth(Earned),
}

impl<'a> Context<'a> {
    pub(crate) fn decimals(&self) -> u32 {
        decimals(self.rounding)
    }

    /// Points kept within 0 and the top, and rounded; with the limit that they were kept within.
    pub(crate) fn kept(&self, value: &Exact) -> Result<(Decimal, Kept), Waiting> {
        self.points_from(value, Decimal::ZERO)
    }

    /// Points kept within `least` and the top, and rounded.
    pub(crate) fn points_from(&self, value: &Exact, least: Decimal) -> Result<(Decimal, Kept), Waiting> {
        let (low, high) = (exact(least), exact(self.top));
        let kept = Kept { least: (*value < low).then_some(least), most: (*value > high).then_some(self.top) };
        let points = exact::clamped(value.clone(), &low, &high);
        Ok((exact::rounded(&points, self.decimals()).ok_or(Waiting::TooLarge)?, kept))
    }

    /// A number with as many digits as a derivation may ever show.
    pub(crate) fn shown(&self, value: &Exact) -> Decimal {
        exact::rounded(value, WORKING_DECIMALS).unwrap_or(Decimal::MAX).normalize()
    }

    pub(crate) fn measured(&self, measure: &Measure, inputs: &Inputs<'_>) -> Result<Measured, NoNumber> {
        let cx = measure::Context {
            indicator: self.indicator,
            around: self.around,
            top: self.top,
            decimals: self.decimals(),
        };
        measure::measured(cx, measure, inputs)
    }

    /// The number of `measure`, a zero denominator settled by the template's policy.
    pub(crate) fn number(
        &self,
        measure: &Measure,
        zero: ZeroDenominator,
        inputs: &Inputs<'_>,
    ) -> Result<Number, Without> {
        let number =
            self.measured(measure, inputs).and_then(|measured| Ok((measured.value()?, measured.source)));
        match number {
            Ok((value, source)) => Ok(Number::Is(value, source)),
            Err(no_number) => self.without(no_number, zero).map(Number::Worth),
        }
    }

    /// What it is worth that there is no number.
    pub(crate) fn without(&self, no_number: NoNumber, zero: ZeroDenominator) -> Result<Earned, Without> {
        let worth =
            |points| Ok(self.earned(points, Naming::ZeroDenominator, Derivation::ZeroDenominator { points }));
        match (no_number, zero) {
            (NoNumber::Waiting(waiting), _)
            | (NoNumber::Zero { waiting, .. }, ZeroDenominator::Unscored)
            | (NoNumber::Zero { waiting, actual: None }, ZeroDenominator::ByActual) => Err(waiting.into()),
            (NoNumber::Zero { .. }, ZeroDenominator::Blank) => Err(Without::NoInformation),
            (NoNumber::Zero { .. }, ZeroDenominator::NotApplicable) => Err(Without::NotApplicable),
            (NoNumber::Zero { actual: Some(actual), .. }, ZeroDenominator::ByActual) if actual.is_zero() => {
                worth(self.full)
            }
            (NoNumber::Zero { .. }, ZeroDenominator::Nothing | ZeroDenominator::ByActual) => {
                worth(Decimal::ZERO)
            }
            (NoNumber::Zero { .. }, ZeroDenominator::Full) => worth(self.full),
        }
    }

    /// `points`, with one cause for whatever is missing (or too much).
    pub(crate) fn earned(&self, points: Decimal, cause: Naming, derivation: Derivation) -> Earned {
        self.earned_with(points, Vec::new(), cause, derivation)
    }

    /// `points` with `causes`; what they leave unexplained is put down to `rest`.
    pub(crate) fn earned_with(
        &self,
        points: Decimal,
        mut causes: Vec<Cause>,
        rest: Naming,
        derivation: Derivation,
    ) -> Earned {
        let explained = causes.iter().fold(Decimal::ZERO, |sum, cause| sum.saturating_add(cause.points));
        let missing = self.full.saturating_sub(points).saturating_sub(explained);
        if !missing.is_zero() {
            let kind = if missing > Decimal::ZERO { CauseKind::NotEarned } else { CauseKind::Beyond };
            causes.push(Cause { kind, label: rest, points: missing });
        }
        Earned { points, causes, derivation, comparison: None }
    }
}

/// A cause for points of a part that is not met.
pub(super) fn not_earned(label: &Label, points: Decimal) -> Cause {
    Cause { kind: CauseKind::NotEarned, label: label.into(), points }
}
