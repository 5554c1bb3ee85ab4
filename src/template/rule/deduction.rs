//! What is taken away, with a cause.

use crate::template::{Id, Label};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Points taken away, with a cause.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Deduction {
    /// 扣 from–to 分 (R8), the evaluator choosing within; equal bounds are a fixed deduction.
    Between { id: Id, label: Label, from: Decimal, to: Decimal },
    /// 每处扣 `points` 分 (R7), at most `cap`. Exempt occurrences (免责, R27) do not count.
    Each {
        id: Id,
        label: Label,
        points: Decimal,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<Decimal>,
    },
    /// 台账扣分: what the rows of the rule's ledger come to, at most `cap`.
    Ledger {
        id: Id,
        label: Label,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<Decimal>,
    },
}

impl Deduction {
    pub fn id(&self) -> &Id {
        match self {
            Self::Between { id, .. } | Self::Each { id, .. } | Self::Ledger { id, .. } => id,
        }
    }

    pub fn label(&self) -> &Label {
        match self {
            Self::Between { label, .. } | Self::Each { label, .. } | Self::Ledger { label, .. } => label,
        }
    }

    /// The most that it can take; `None` without bound.
    pub fn most(&self) -> Option<Decimal> {
        match self {
            Self::Between { to, .. } => Some(*to),
            Self::Each { cap, .. } | Self::Ledger { cap, .. } => *cap,
        }
    }
}
