//! The only way to change an evaluation.

use super::funds::{FundField, FundLine, MoneyUnit};
use super::input::InputKey;
use super::model::{Applicability, Evidence, LedgerRow, Override, Value};
use super::project::{ProjectField, Signatory};
use super::tailor::TailorEdit;
use crate::template::{Id, Template};
use crate::text::Message;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A change of an evaluation. It is checked against the template before it is applied.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Edit {
    /// Sets a field of the head, any text.
    SetProject { field: ProjectField, text: String },
    /// 签字人, all of them.
    SetSignatories(Vec<Signatory>),
    /// The unit of the funds form: amounts stay the numbers that they are.
    SetFundsUnit(MoneyUnit),
    /// 资金来源 of a line, counted from 0.
    SetFundSource { line: usize, source: String },
    /// An amount of a line, counted from 0: 0 or more, in the unit of the form; `None` empties the cell.
    SetFundAmount { line: usize, field: FundField, amount: Option<Decimal> },
    /// Adds a source of funds below the others.
    AddFundLine(FundLine),
    /// Removes the line, counted from 0.
    RemoveFundLine { line: usize },
    /// Sets inputs of an indicator's rule; `None` takes an input back.
    SetInputs { item: Id, inputs: Vec<(InputKey, Option<Value>)> },
    /// Takes back all inputs, the rows of the ledger and the state, but neither words nor evidence: the indicator is
    /// 未评 again.
    ClearInputs { item: Id },
    /// 扣分原因及改进措施
    SetReason { item: Id, text: String },
    /// 备注 of the indicator
    SetRemark { item: Id, text: String },
    /// 佐证说明
    SetEvidenceNote { item: Id, text: String },
    /// 不适用 needs a reason.
    SetApplicability { item: Id, to: Applicability },
    /// Overrides the computed score, or gives way to it again.
    SetOverride { item: Id, to: Option<Override> },
    /// Moves the edges of qualitative bands for this evaluation; `None` takes the template's.
    SetBandEdges { item: Id, edges: Option<Vec<Decimal>> },
    /// Changes the template for this evaluation: points, weights, indicators of its own.
    Tailor(TailorEdit),
    /// Its bytes are in the evidence store already.
    AttachEvidence(Evidence),
    /// Undo brings it back.
    RemoveEvidence { id: u32 },
    /// Adds rows to a 台账, in front of the row `at`, or at its end.
    AddLedgerRows { item: Id, at: Option<usize>, rows: Vec<Arc<LedgerRow>> },
    /// Replaces a row, counted from 0.
    SetLedgerRow { item: Id, row: usize, to: Arc<LedgerRow> },
    /// Removes rows, counted from 0 as they stand before; in any order.
    RemoveLedgerRows { item: Id, rows: Vec<usize> },
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
    /// What it changes, for the history: see [`Self::coalesces`].
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
