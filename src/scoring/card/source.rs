//! Where the number of a rule came from.

use super::detail::LedgerDetail;
use super::naming::Naming;
use super::waiting::Waiting;
use crate::template::{Label, LedgerSum, PanelMean, PeerYield, RiskYield};
use rust_decimal::Decimal;
use std::sync::Arc;

/// Where a number came from, as it was entered or taken over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    /// Typed as a rate, in per cent.
    Rate(Decimal),
    /// 目标值 (A) and 实际值 (B).
    Ratio {
        target: Decimal,
        actual: Decimal,
    },
    /// From the funds form: numerator and denominator in the form's unit.
    Funds {
        numerator: Decimal,
        denominator: Decimal,
    },
    /// Typed as it was measured.
    Number {
        label: Label,
        value: Decimal,
        unit: Label,
    },
    Deviation {
        target: Decimal,
        actual: Decimal,
        signed: bool,
    },
    /// With the size of the sample (有效问卷).
    Survey {
        answers: Decimal,
        /// Answers by option.
        counts: Vec<(Label, Decimal)>,
    },
    /// With the number of marks and how many of them were left out.
    Panel {
        mean: PanelMean,
        marks: usize,
        left_out: usize,
    },
    Passes {
        passed: u32,
        all: u32,
        failed: Vec<Label>,
    },
    /// Totals of other sheets, with their weights.
    SubSheets {
        terms: Vec<(Label, Decimal, Option<Decimal>)>,
    },
    Peers {
        own: Decimal,
        best: Decimal,
        rank: usize,
        units: usize,
        yields: PeerYield,
    },
    Risks {
        found: Vec<(Label, Decimal)>,
        applicable: Decimal,
        yields: RiskYield,
        cap: Option<Decimal>,
    },
    Ledger {
        sum: LedgerSum,
        number: Decimal,
        /// What the rows come to, kind by kind.
        detail: Arc<LedgerDetail>,
    },
}

impl Source {
    /// A short name, for a cause.
    pub(in crate::scoring) fn naming(&self) -> Naming {
        match self {
            Self::Number { label, .. } => label.into(),
            Self::Panel { .. } => Naming::PanelMarks,
            Self::SubSheets { .. } => Naming::SubSheets,
            Self::Risks { .. } => Naming::Risks,
            Self::Ledger { .. } => Naming::LedgerRows,
            Self::Rate(_)
            | Self::Ratio { .. }
            | Self::Funds { .. }
            | Self::Deviation { .. }
            | Self::Survey { .. }
            | Self::Passes { .. }
            | Self::Peers { .. } => Naming::Actual,
        }
    }

    /// What to wait for where it would be divided by zero.
    pub(in crate::scoring) fn zero(&self) -> Waiting {
        match self {
            Self::Funds { .. } => Waiting::Funds,
            _ => Waiting::ZeroTarget,
        }
    }
}
