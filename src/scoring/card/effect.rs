//! Effects that happen.

use crate::template::{Consequence, Label, Scope};
use rust_decimal::Decimal;

/// An effect that happens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Struck {
    pub label: Label,
    pub scope: Scope,
    pub strike: Strike,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Strike {
    Veto(Consequence),
    /// Points taken from the scope.
    Overflow(Decimal),
}
