//! Of problems of a template those that an import cannot help. The fuzzer of tables reads this too.

/// Errors of a table itself: sums, and numbers that are too large or too fine.
pub(crate) const STRUCTURAL: &[&str] = &[
    "problem-total",
    "problem-sum",
    "problem-overflow",
    "problem-finer",
    "problem-grade-order",
    "problem-empty",
];
