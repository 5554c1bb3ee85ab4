//! 台账: rows of occurrences behind a rule, and what they come to.
//!
//! Points of a row = (points of its kind × 次数, or as entered) × every `times` of its factors and of the tier that
//! the number of rows reaches + every `plus`. Exempt rows count nowhere. Then, of one matter, the highest only
//! (where the ledger says so); then the cap of each kind; then the sum; then [`Kill`].

use super::is_default;
use crate::number::quantity;
use crate::template::{Id, Label};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What the rows of a ledger can record, and what they come to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// 扣分类型 or 加分类型. For [`super::Award::Entries`] points may be negative; for a deduction they are taken.
    pub kinds: Vec<Kind>,
    /// 加倍、减半、加扣 (R14), ticked row by row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub factors: Vec<Factor>,
    /// By the Σ 次数 of the counted rows (R14): the highest tier reached holds for every row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<CountTier>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub same_matter: SameMatter,
    /// Gains do not make good for losses: where there is any loss, only the losses count.
    #[serde(default, skip_serializing_if = "is_default")]
    pub no_offset: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kill: Option<Kill>,
    /// Signature lines of the printed monthly sheet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Label>,
}

/// A kind of row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub id: Id,
    pub label: Label,
    /// What 次数 counts: 处, 次, 日.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub unit: Label,
    pub worth: Worth,
    /// The most that all rows of this kind come to, in points without sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// From a number of units on it is another kind (R28).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub becomes: Option<Becomes>,
}

/// What a row is worth.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Worth {
    /// Points for each unit.
    Each(Decimal),
    /// Points within these bounds, entered with the row (酌情).
    Within { from: Decimal, to: Decimal },
    /// `points` for each `yuan` of the row's 金额, whole or begun or by proportion.
    PerMoney {
        yuan: Decimal,
        points: Decimal,
        #[serde(default, skip_serializing_if = "is_default")]
        counting: super::Counting,
    },
}

/// Which number of a row its worth takes from the evaluator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entered {
    Count,
    Points,
    Money,
}

impl Worth {
    pub fn entered(&self) -> Entered {
        match self {
            Self::Each(_) => Entered::Count,
            Self::Within { .. } => Entered::Points,
            Self::PerMoney { .. } => Entered::Money,
        }
    }
}

/// A row of at least `from` units counts as one unit of `kind`, and no longer as its own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Becomes {
    pub from: Decimal,
    pub kind: Id,
}

/// Makes a row weigh more or less: × `times`, then + `plus` (in the direction of the row's sign).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    pub id: Id,
    pub label: Label,
    #[serde(default = "one", with = "quantity")]
    pub times: Decimal,
    #[serde(default, skip_serializing_if = "is_default")]
    pub plus: Decimal,
}

/// From `from` units on, every row is × `times` and + `plus`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountTier {
    pub from: Decimal,
    #[serde(default = "one", with = "quantity")]
    pub times: Decimal,
    #[serde(default, skip_serializing_if = "is_default")]
    pub plus: Decimal,
}

fn one() -> Decimal {
    Decimal::ONE
}

/// What several rows of one matter (同一事项) count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum SameMatter {
    #[default]
    Each,
    /// 同一事项就高: of the rows with one matter, the one of most points (without sign; the first of equals).
    HighestOnly,
}

/// From `count` rows of `kinds` on, the sum is `to`, and nothing else counts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kill {
    pub kinds: Vec<Id>,
    pub count: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: Decimal,
}

impl Ledger {
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| *kind.id == *id)
    }
}
