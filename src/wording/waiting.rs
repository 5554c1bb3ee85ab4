//! What is still missing.

use crate::scoring::Waiting;

impl Waiting {
    /// Key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Inputs => "state-unscored",
            Self::Gate => "waiting-gate",
            Self::PointsInBand => "waiting-points-in-band",
            Self::PointsOutsideBand => "waiting-points-outside-band",
            Self::PointsOfDeduction => "waiting-points-of-deduction",
            Self::Funds => "waiting-funds",
            Self::ZeroTarget => "waiting-zero-target",
            Self::NoAnswers => "waiting-no-answers",
            Self::NothingApplies => "waiting-nothing-applies",
            Self::ChosenDoNotAddUp => "waiting-chosen-do-not-add-up",
            Self::NotAMeasurement => "waiting-not-a-measurement",
            Self::Met => "waiting-met",
            Self::LedgerRow => "waiting-ledger-row",
            Self::OtherIndicator => "waiting-other-indicator",
            Self::NoBand => "waiting-no-band",
            Self::OutOfRange => "waiting-out-of-range",
            Self::TooLarge => "waiting-too-large",
        }
    }
}
