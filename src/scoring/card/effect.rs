//! Effects that happen.

use crate::template::{Consequence, Label, Scope};
use rust_decimal::Decimal;

/// An effect that happens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Struck {
    /// What it happens for, as the template has it.
    pub label: Label,
    /// What it strikes.
    pub scope: Scope,
    /// What it does to its scope.
    pub strike: Strike,
}

/// What an effect does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Strike {
    /// 一票否决, with its consequence.
    Veto(Consequence),
    /// Points taken from the scope.
    Overflow(Decimal),
}
