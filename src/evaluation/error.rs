//! Why an edit is refused.

use super::input::InputKey;
use crate::number::EntryError;
use crate::template::Id;
use crate::text::{Explain, Message};
use rust_decimal::Decimal;

/// Why an edit is refused. The evaluation stays as it was.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EditError {
    #[error("the template has no indicator {0}")]
    NoSuchItem(Id),
    #[error("the rule of {item} has no input {input}")]
    NoSuchInput { item: Id, input: InputKey },
    #[error("the rule of {item} has no option {choice}")]
    NoSuchChoice { item: Id, choice: Id },
    #[error("{item}, {input}: a value of another kind is expected")]
    WrongKind { item: Id, input: InputKey },
    #[error("{item}: {error}")]
    Entry { item: Id, error: EntryError },
    #[error("an override needs a reason")]
    OverrideWithoutReason { item: Id },
    #[error("not applicable needs a reason")]
    NotApplicableWithoutReason { item: Id },
    #[error("there is no line {line} in the funds form")]
    NoSuchFundLine { line: usize },
    #[error("an amount may not be negative")]
    NegativeAmount { amount: Decimal },
    #[error("{item} has no bands whose edges could be moved, or they do not fall from 1 to 0")]
    BandEdges { item: Id },
    #[error("{item}: at most {most} numbers")]
    ListTooLong { item: Id, most: usize },
    #[error("{item} always applies")]
    AlwaysApplies { item: Id },
    #[error("the rule of {item} has no ledger")]
    NoLedger { item: Id },
    #[error("the ledger of {item} has no row {row}")]
    NoSuchLedgerRow { item: Id, row: usize },
    /// `row` counts from 0 among the rows of the edit, or of the ledger where one row is set.
    #[error("{item}, row {row} of the ledger: {error}")]
    LedgerRow { item: Id, row: usize, error: LedgerRowError },
    #[error("the ledger of {item} holds at most {most} rows")]
    LedgerTooLong { item: Id, most: usize },
    #[error("{node}: {error}")]
    Tailor { node: Id, error: TailorError },
    #[error("there is no evidence {id}")]
    NoSuchEvidence { id: u32 },
    #[error("evidence {id} is there already")]
    EvidenceTwice { id: u32 },
    #[error("evidence {name:?} has no plain file name or no SHA-256")]
    EvidenceUnsound { name: String },
}

impl Explain for EditError {
    fn message(&self) -> Message {
        match self {
            Self::NoSuchItem(item) => Message::new("edit-no-item").with("item", item),
            Self::NoSuchInput { item, input } => {
                Message::new("edit-no-input").with("item", item).with("input", input)
            }
            Self::NoSuchChoice { item, choice } => {
                Message::new("edit-no-choice").with("item", item).with("choice", choice)
            }
            Self::WrongKind { item, input } => {
                Message::new("edit-wrong-kind").with("item", item).with("input", input)
            }
            Self::Entry { error, .. } => error.message(),
            Self::OverrideWithoutReason { item } => Message::new("edit-override-reason").with("item", item),
            Self::NotApplicableWithoutReason { item } => Message::new("edit-na-reason").with("item", item),
            Self::NoSuchFundLine { line } => Message::new("edit-no-fund-line").with("line", line + 1),
            Self::NegativeAmount { amount } => Message::new("edit-negative-amount").with("amount", amount),
            Self::BandEdges { item } => Message::new("edit-band-edges").with("item", item),
            Self::ListTooLong { item, most } => {
                Message::new("edit-list-too-long").with("item", item).with("most", most)
            }
            Self::AlwaysApplies { item } => Message::new("edit-always-applies").with("item", item),
            Self::Tailor { error, .. } => error.message(),
            Self::NoLedger { item } => Message::new("edit-no-ledger").with("item", item),
            Self::NoSuchLedgerRow { item, row } => {
                Message::new("edit-no-ledger-row").with("item", item).with("row", row + 1)
            }
            Self::LedgerRow { error, .. } => error.message(),
            Self::LedgerTooLong { item, most } => {
                Message::new("edit-ledger-too-long").with("item", item).with("most", most)
            }
            Self::NoSuchEvidence { id } => Message::new("edit-no-evidence").with("id", id),
            Self::EvidenceTwice { id } => Message::new("edit-evidence-twice").with("id", id),
            Self::EvidenceUnsound { name } => Message::new("edit-evidence-unsound").with("name", name),
        }
    }
}

/// Why a row of a 台账 is refused.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LedgerRowError {
    #[error("the ledger has no kind {0:?}")]
    NoSuchKind(Id),
    #[error("the ledger has no factor {0:?}")]
    NoSuchFactor(Id),
    #[error("次数: {0}")]
    Count(EntryError),
    #[error("分值: {0}")]
    Points(EntryError),
    #[error("金额: {0}")]
    Money(EntryError),
    #[error("an exemption needs a reason")]
    ExemptWithoutReason,
}

impl Explain for LedgerRowError {
    fn message(&self) -> Message {
        match self {
            Self::NoSuchKind(kind) => Message::new("ledger-no-kind").with("kind", kind),
            Self::NoSuchFactor(factor) => Message::new("ledger-no-factor").with("factor", factor),
            Self::Count(error) | Self::Points(error) | Self::Money(error) => error.message(),
            Self::ExemptWithoutReason => Message::new("ledger-exempt-reason"),
        }
    }
}

/// Why a change of the template for one evaluation is refused.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TailorError {
    #[error("the template's points are not adjustable")]
    NotAdjustable,
    #[error("the template has no {0:?}")]
    NoSuchNode(Id),
    #[error("the group {0:?} takes no indicators of one's own")]
    NotOpen(Id),
    #[error("the group has no pattern {0:?}")]
    NoSuchPattern(Id),
    #[error("the id {0:?} is taken, empty, or holds a slash")]
    BadId(Id),
    #[error("an indicator needs a name")]
    NoName,
    #[error("{points} is below 0, too large, or finer than {decimals} decimals")]
    Points { points: Decimal, decimals: u32 },
    #[error("{0} is no weight")]
    Weight(Decimal),
    #[error("there is no indicator {0:?} of one's own")]
    NoSuchOwn(Id),
}

impl TailorError {
    pub(super) fn message(&self) -> Message {
        match self {
            Self::NotAdjustable => Message::new("tailor-not-adjustable"),
            Self::NoSuchNode(id) => Message::new("tailor-no-node").with("id", id),
            Self::NotOpen(id) => Message::new("tailor-not-open").with("id", id),
            Self::NoSuchPattern(id) => Message::new("tailor-no-pattern").with("id", id),
            Self::BadId(id) => Message::new("tailor-bad-id").with("id", id),
            Self::NoName => Message::new("tailor-no-name"),
            Self::Points { points, decimals } => {
                Message::new("tailor-points").with("points", points).with("decimals", decimals)
            }
            Self::Weight(weight) => Message::new("tailor-weight").with("weight", weight),
            Self::NoSuchOwn(id) => Message::new("tailor-no-own").with("id", id),
        }
    }
}
