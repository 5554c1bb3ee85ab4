//! What is still missing.

/// What an unscored indicator waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Waiting {
    /// Anything at all.
    Inputs,
    /// The points within the chosen band.
    PointsInBand,
    /// The points entered lie outside of the chosen band.
    PointsOutsideBand,
    /// The points that a ticked deduction takes.
    PointsOfDeduction,
    /// A row of the ledger lacks the points or the money that its kind needs.
    LedgerRow,
    /// Amounts in the funds form.
    Funds,
    /// An answer whether a 关键要素 is met.
    Gate,
    /// A target other than 0.
    ZeroTarget,
    /// At least one answer of the survey.
    NoAnswers,
    /// A row that applies.
    NothingApplies,
    /// The points of the chosen alternatives do not add up to those of the indicator.
    ChosenDoNotAddUp,
    /// The actual value is a bound such as `≥80%`, not a measurement.
    NotAMeasurement,
    /// The evaluator's word whether the target is reached.
    Met,
    /// A number of the other indicator that it takes its own from.
    OtherIndicator,
    /// The number lies in none of the bands.
    NoBand,
    /// A number in the file that the rule does not allow; nobody could have entered it in the program.
    OutOfRange,
    /// The numbers are too large to be calculated with.
    TooLarge,
}
