//! The only way to change an evaluation.

use super::ledger::LedgerRowError;
use super::model::{
    Applicability, Evidence, FundField, FundLine, InputKey, LedgerRow, MoneyUnit, Override, Signatory, Value,
};
use super::tailor::{TailorEdit, TailorError};
use crate::number::EntryError;
use crate::template::{Id, Template};
use crate::text::{Explain, Message};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A change of an evaluation. It is checked against the template before it is applied.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Edit {
    SetProject {
        field: ProjectField,
        text: String,
    },
    SetSignatories(Vec<Signatory>),
    SetFundsUnit(MoneyUnit),
    SetFundSource {
        line: usize,
        source: String,
    },
    SetFundAmount {
        line: usize,
        field: FundField,
        amount: Option<Decimal>,
    },
    /// Adds a source of funds below the others.
    AddFundLine(FundLine),
    RemoveFundLine {
        line: usize,
    },
    /// Sets inputs of an indicator's rule; `None` takes an input back.
    SetInputs {
        item: Id,
        inputs: Vec<(InputKey, Option<Value>)>,
    },
    /// Takes back all inputs, the rows of the ledger and the state, but neither words nor evidence: the indicator is
    /// 未评 again.
    ClearInputs {
        item: Id,
    },
    SetReason {
        item: Id,
        text: String,
    },
    SetRemark {
        item: Id,
        text: String,
    },
    SetEvidenceNote {
        item: Id,
        text: String,
    },
    SetApplicability {
        item: Id,
        to: Applicability,
    },
    /// Overrides the computed score, or gives way to it again.
    SetOverride {
        item: Id,
        to: Option<Override>,
    },
    /// Moves the edges of qualitative bands for this evaluation; `None` takes the template's.
    SetBandEdges {
        item: Id,
        edges: Option<Vec<Decimal>>,
    },
    /// Changes the template for this evaluation: points, weights, indicators of its own.
    Tailor(TailorEdit),
    AttachEvidence(Evidence),
    RemoveEvidence {
        id: u32,
    },
    /// Adds rows to a 台账, in front of the row `at`, or at its end.
    AddLedgerRows {
        item: Id,
        at: Option<usize>,
        rows: Vec<Arc<LedgerRow>>,
    },
    SetLedgerRow {
        item: Id,
        row: usize,
        to: Arc<LedgerRow>,
    },
    RemoveLedgerRows {
        item: Id,
        rows: Vec<usize>,
    },
}

/// A field of the head of the sheet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum ProjectField {
    Name,
    Department,
    Unit,
    Year,
    Evaluator,
    Date,
    Remark,
}

impl ProjectField {
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Year, Self::Department, Self::Unit, Self::Evaluator, Self::Date, Self::Remark];

    /// Key of its label in the interface.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Name => "project-name",
            Self::Department => "project-department",
            Self::Unit => "project-unit",
            Self::Year => "project-year",
            Self::Evaluator => "project-evaluator",
            Self::Date => "project-date",
            Self::Remark => "project-remark",
        }
    }
}

impl FundField {
    /// Key of its label in the interface.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::InitialBudget => "funds-initial-budget",
            Self::AnnualBudget => "funds-annual-budget",
            Self::Received => "funds-received",
            Self::Executed => "funds-executed",
        }
    }
}

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

/// What an edit changes. Edits of one target that follow each other while typing are one step of the history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    Project(ProjectField),
    Signatories,
    Funds,
    FundSource(usize),
    FundAmount(usize, FundField),
    Inputs(Id, Vec<InputKey>),
    Reason(Id),
    Remark(Id),
    EvidenceNote(Id),
    State(Id),
    Override(Id),
    BandEdges(Id),
    Evidence,
    Ledger(Id),
    LedgerRow(Id, usize),
    Tailoring(Id),
}

impl Edit {
    pub fn target(&self) -> Target {
        match self {
            Self::SetProject { field, .. } => Target::Project(*field),
            Self::SetSignatories(_) => Target::Signatories,
            Self::SetFundsUnit(_) | Self::AddFundLine(_) | Self::RemoveFundLine { .. } => Target::Funds,
            Self::SetFundSource { line, .. } => Target::FundSource(*line),
            Self::SetFundAmount { line, field, .. } => Target::FundAmount(*line, *field),
            Self::SetInputs { item, inputs } => {
                Target::Inputs(item.clone(), inputs.iter().map(|(key, _)| key.clone()).collect())
            }
            Self::SetReason { item, .. } => Target::Reason(item.clone()),
            Self::SetRemark { item, .. } => Target::Remark(item.clone()),
            Self::SetEvidenceNote { item, .. } => Target::EvidenceNote(item.clone()),
            Self::ClearInputs { item } | Self::SetApplicability { item, .. } => Target::State(item.clone()),
            Self::SetOverride { item, .. } => Target::Override(item.clone()),
            Self::SetBandEdges { item, .. } => Target::BandEdges(item.clone()),
            Self::AttachEvidence(_) | Self::RemoveEvidence { .. } => Target::Evidence,
            Self::AddLedgerRows { item, .. } | Self::RemoveLedgerRows { item, .. } => {
                Target::Ledger(item.clone())
            }
            Self::SetLedgerRow { item, row, .. } => Target::LedgerRow(item.clone(), *row),
            Self::Tailor(edit) => Target::Tailoring(edit.node().clone()),
        }
    }

    /// The indicator whose entry it changes.
    pub fn item(&self) -> Option<&Id> {
        match self {
            Self::SetInputs { item, .. }
            | Self::ClearInputs { item }
            | Self::SetReason { item, .. }
            | Self::SetRemark { item, .. }
            | Self::SetEvidenceNote { item, .. }
            | Self::SetApplicability { item, .. }
            | Self::SetOverride { item, .. }
            | Self::SetBandEdges { item, .. }
            | Self::AddLedgerRows { item, .. }
            | Self::SetLedgerRow { item, .. }
            | Self::RemoveLedgerRows { item, .. }
            | Self::AttachEvidence(Evidence { item, .. }) => Some(item),
            Self::SetProject { .. }
            | Self::SetSignatories(_)
            | Self::SetFundsUnit(_)
            | Self::SetFundSource { .. }
            | Self::SetFundAmount { .. }
            | Self::AddFundLine(_)
            | Self::RemoveFundLine { .. }
            | Self::Tailor(_)
            | Self::RemoveEvidence { .. } => None,
        }
    }

    /// Typing: several of these in a row on one target are one step back.
    pub fn coalesces(&self) -> bool {
        matches!(
            self.target(),
            Target::Project(_)
                | Target::Signatories
                | Target::FundSource(_)
                | Target::Reason(_)
                | Target::Remark(_)
                | Target::EvidenceNote(_)
                | Target::LedgerRow(..)
        )
    }

    /// Name of the change, as 撤销 and the audit trail call it: “资金使用 得分”.
    pub fn label(&self, template: &Template) -> Message {
        let of_item = |key, item: &Id| {
            let name =
                template.indicator(item).map_or_else(|| item.clone(), |indicator| indicator.name.clone());
            Message::new(key).with("item", name)
        };
        match self {
            Self::SetProject { field, .. } => Message::new(field.label_key()),
            Self::SetSignatories(_) => Message::new("change-signatories"),
            Self::SetFundsUnit(_) => Message::new("change-funds-unit"),
            Self::SetFundSource { .. } => Message::new("change-fund-source"),
            Self::SetFundAmount { field, .. } => Message::new(match field {
                FundField::InitialBudget => "change-initial-budget",
                FundField::AnnualBudget => "change-annual-budget",
                FundField::Received => "change-received",
                FundField::Executed => "change-executed",
            }),
            Self::AddFundLine(_) => Message::new("change-add-fund-line"),
            Self::RemoveFundLine { .. } => Message::new("change-remove-fund-line"),
            Self::SetInputs { item, .. } => of_item("change-score", item),
            Self::ClearInputs { item } => of_item("change-clear", item),
            Self::SetReason { item, .. } => of_item("change-reason", item),
            Self::SetRemark { item, .. } => of_item("change-remark", item),
            Self::SetEvidenceNote { item, .. } => of_item("change-evidence-note", item),
            Self::SetApplicability { item, to } => match to {
                Applicability::Applicable => of_item("change-applicable", item),
                Applicability::NoInformation => of_item("change-no-information", item),
                Applicability::NotApplicable { .. } => of_item("change-not-applicable", item),
            },
            Self::SetOverride { item, .. } => of_item("change-override", item),
            Self::SetBandEdges { item, .. } => of_item("change-band-edges", item),
            Self::AttachEvidence(file) => Message::new("change-attach").with("name", &file.name),
            Self::RemoveEvidence { .. } => Message::new("change-remove-evidence"),
            Self::Tailor(edit) => edit.label(template),
            Self::AddLedgerRows { item, rows, .. } => {
                of_item("change-add-ledger-rows", item).with("rows", rows.len())
            }
            Self::SetLedgerRow { item, row, .. } => {
                of_item("change-ledger-row", item).with("row", row.saturating_add(1))
            }
            Self::RemoveLedgerRows { item, rows } => {
                of_item("change-remove-ledger-rows", item).with("rows", rows.len())
            }
        }
    }
}
