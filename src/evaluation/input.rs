//! Keys of inputs that belong to the indicator as a whole; all others are ids of parts and deductions.

use crate::number::Limits;
use rust_decimal::Decimal;
use std::sync::Arc;

/// Name of an input of an indicator: one of those of [this module](self), or the id of a part or deduction of its rule.
pub type InputKey = Arc<str>;

/// Id of the option that holds (单选档).
pub const CHOICE: &str = "choice";
/// Points chosen within a band, or entered freely.
pub const POINTS: &str = "points";
/// 目标值.
pub const TARGET: &str = "target";
/// 实际值.
pub const ACTUAL: &str = "actual";
/// 免责: what is taken from 目标值 or 实际值 before the rate. No id of a part can be called so.
pub const EXEMPT: &str = "rate/exempt";
/// The rate itself, in per cent.
pub const RATE: &str = "rate";
/// The measured number, in its unit; in per cent where the unit is %.
pub const VALUE: &str = "value";
/// Marks of a panel, or the values of the other units (a list).
pub const LIST: &str = "list";
/// Words: the target of a comparison as written (`≥80%`).
pub const EXPECTED: &str = "expected";
/// Words: the actual value of a comparison as written.
pub const REACHED: &str = "reached";
/// 达成 or not, said by the evaluator where it cannot be worked out.
pub const MET: &str = "met";
/// 无: there is nothing to enter into the ledger (a flag).
pub const NOTHING: &str = "nothing";

/// Key of the points that a ticked deduction takes.
pub fn deducted(deduction: &str) -> InputKey {
    format!("{deduction}/points").into()
}

/// Key of the number of occurrences that do not count (免责处数).
pub fn exempt_count(deduction: &str) -> InputKey {
    format!("{deduction}/exempt").into()
}

/// Key of the words that exempt from a veto (不可抗力).
pub fn exemption(effect: &str) -> InputKey {
    format!("{effect}/exemption").into()
}

/// Key of 目标值 of a row of [`crate::template::Measure::Passes`].
pub fn row_target(row: &str) -> InputKey {
    format!("{row}/target").into()
}

/// Key of 实际值 of a row of [`crate::template::Measure::Passes`].
pub fn row_actual(row: &str) -> InputKey {
    format!("{row}/actual").into()
}

/// Key of the total of another sheet.
pub fn total(sheet: &str) -> InputKey {
    format!("{sheet}/total").into()
}

/// Key of the share, in per cent, to which a part is met.
pub fn share(part: &str) -> InputKey {
    format!("{part}/share").into()
}

/// 是: answer to a row of risks (符合) or of a list of passes (达标), as are the two below.
pub const YES: &str = "yes";
/// 否.
pub const NO: &str = "no";
/// 不适用: the row does not count.
pub const NOT_APPLICABLE: &str = "not-applicable";

/// What a number of occurrences may be.
pub fn counts() -> Limits {
    Limits {
        min: Some(Decimal::ZERO),
        max: Some(Decimal::from(1_000_000)),
        step: Some(Decimal::ONE),
        below_max: false,
    }
}

/// Key of the number of occurrences of a deduction (处数).
pub fn count(deduction: &str) -> InputKey {
    format!("{deduction}/count").into()
}
