//! A number with where it comes from, and why there may be none.

use super::card::{Source, Waiting};
use crate::number::exact::{Exact, fraction};
use rust_decimal::Decimal;

/// A number with its origin.
pub(super) struct Measured {
    pub reading: Reading,
    pub source: Source,
}

pub(super) enum Reading {
    /// 目标值 (A) and 实际值 (B): what is made of them depends on the direction.
    Pair {
        target: Decimal,
        actual: Decimal,
    },
    Number(Exact),
}

/// Why there is no number.
pub(super) enum NoNumber {
    Waiting(Waiting),
    /// It would be divided by zero; the rule says what that is worth.
    Zero {
        /// What to wait for if it is worth nothing.
        waiting: Waiting,
        /// 实际值, where it is measured against a target of 0.
        actual: Option<Decimal>,
    },
}

impl NoNumber {
    /// Of what is not measured against a target.
    pub(super) fn zero(waiting: Waiting) -> Self {
        Self::Zero { waiting, actual: None }
    }
}

impl From<Waiting> for NoNumber {
    fn from(waiting: Waiting) -> Self {
        Self::Waiting(waiting)
    }
}

impl Measured {
    pub(super) fn number(value: Exact, source: Source) -> Self {
        Self { reading: Reading::Number(value), source }
    }

    /// The number itself: B ÷ A of a pair.
    pub(crate) fn value(&self) -> Result<Exact, NoNumber> {
        match &self.reading {
            Reading::Number(value) => Ok(value.clone()),
            Reading::Pair { target, actual } => {
                let zero = || NoNumber::Zero { waiting: self.source.zero(), actual: Some(*actual) };
                fraction(*actual, *target).ok_or_else(zero)
            }
        }
    }
}
