//! The only way to change an evaluation.

use super::funds::{FundField, FundLine, MoneyUnit};
use super::input::InputKey;
use super::model::{Answer, Applicability, Evidence, LedgerRow, Override, Value};
use super::project::{ProjectField, Signatory};
use super::remedy::RemedyField;
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
    SetProject {
        /// Which cell of the head.
        field: ProjectField,
        /// What it says from now on; empty takes it back.
        text: String,
    },
    /// 签字人, all of them.
    SetSignatories(Vec<Signatory>),
    /// The unit of the funds form: amounts stay the numbers that they are.
    SetFundsUnit(MoneyUnit),
    /// 资金来源 of a line.
    SetFundSource {
        /// Counted from 0.
        line: usize,
        /// Its name as printed, such as 中央资金.
        source: String,
    },
    /// An amount of a line.
    SetFundAmount {
        /// Counted from 0.
        line: usize,
        /// Which column.
        field: FundField,
        /// 0 or more, in the unit of the form; `None` empties the cell.
        amount: Option<Decimal>,
    },
    /// Adds a source of funds below the others.
    AddFundLine(FundLine),
    /// Removes a source of funds with its amounts.
    RemoveFundLine {
        /// Counted from 0.
        line: usize,
    },
    /// Sets inputs of an indicator's rule, or takes them back. Whoever sets one says that the indicator can be scored.
    SetInputs {
        /// The indicator.
        item: Id,
        /// Keys as [`super::expected`] lists them for the rule; those that are not named stay as they are.
        inputs: Vec<(InputKey, Option<Value>)>,
    },
    /// Takes back all inputs, the rows of the ledger, the state and the override, but neither words nor evidence: the
    /// indicator is 未评 again.
    ClearInputs {
        /// The indicator.
        item: Id,
    },
    /// 扣分原因及改进措施
    SetReason {
        /// The indicator.
        item: Id,
        /// What it says from now on; empty takes it back.
        text: String,
    },
    /// 整改措施 of the problem that a deduction shows
    SetRemedy {
        /// The indicator.
        item: Id,
        /// Which part of it.
        field: RemedyField,
        /// What it says from now on; empty takes it back.
        text: String,
    },
    /// 备注 of the indicator
    SetRemark {
        /// The indicator.
        item: Id,
        /// What it says from now on; empty takes it back.
        text: String,
    },
    /// 佐证说明
    SetEvidenceNote {
        /// The indicator.
        item: Id,
        /// What it says from now on; empty takes it back.
        text: String,
    },
    /// 不适用 needs a reason.
    SetApplicability {
        /// The indicator.
        item: Id,
        /// Its state from now on. Inputs and words stay.
        to: Applicability,
    },
    /// 人工改分: overrides the computed score, or gives way to it again.
    SetOverride {
        /// The indicator.
        item: Id,
        /// Score and reason; `None` gives way to the computed score.
        to: Option<Override>,
    },
    /// Moves the edges of qualitative bands for this evaluation.
    SetBandEdges {
        /// The indicator, whose award is a choice of bands by share.
        item: Id,
        /// Falling shares between 0 and 1, one fewer than there are bands; `None` takes the template's again.
        edges: Option<Vec<Decimal>>,
    },
    /// Changes the template for this evaluation: points, weights, indicators of its own.
    Tailor(TailorEdit),
    /// Its bytes are in the evidence store already.
    AttachEvidence(Evidence),
    /// Undo brings it back.
    RemoveEvidence {
        /// That of the file, see [`Evidence::id`].
        id: u32,
    },
    /// Adds rows to a 台账.
    AddLedgerRows {
        /// The indicator.
        item: Id,
        /// The row that stands below the new ones, counted from 0; `None` puts them at the end.
        at: Option<usize>,
        /// In the order in which they will stand.
        rows: Vec<Arc<LedgerRow>>,
    },
    /// Replaces a row of a 台账.
    SetLedgerRow {
        /// The indicator.
        item: Id,
        /// Counted from 0.
        row: usize,
        /// What the row says from now on, whole.
        to: Arc<LedgerRow>,
    },
    /// Removes rows of a 台账.
    RemoveLedgerRows {
        /// The indicator.
        item: Id,
        /// Counted from 0 as they stand before, in any order.
        rows: Vec<usize>,
    },
    /// 说明 of something that the checks found; blank words take it back.
    Answer(Answer),
    /// Several at once, one after the other: all or none, and one step back. What follows a [`Self::Tailor`] is checked
    /// against the template that it made.
    Together(Vec<Self>),
}

/// What an edit changes. Edits of one target that follow each other while typing are one step of the history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// A cell of the head.
    Project(ProjectField),
    /// 签字人, all of them as one.
    Signatories,
    /// The funds form as a whole: its unit, its lines.
    Funds,
    /// 资金来源 of the line, counted from 0.
    FundSource(usize),
    /// An amount of the line, counted from 0, in that column.
    FundAmount(usize, FundField),
    /// These inputs of the indicator's rule.
    Inputs(Id, Vec<InputKey>),
    /// 扣分原因及改进措施 of the indicator.
    Reason(Id),
    /// A part of the 整改措施 of the indicator.
    Remedy(Id, RemedyField),
    /// 备注 of the indicator.
    Remark(Id),
    /// 佐证说明 of the indicator.
    EvidenceNote(Id),
    /// Whether the indicator is scored at all, or all that was entered for it.
    State(Id),
    /// 人工改分 of the indicator.
    Override(Id),
    /// Where the bands of the indicator part.
    BandEdges(Id),
    /// 佐证材料: which files there are.
    Evidence,
    /// 台账 of the indicator: which rows there are.
    Ledger(Id),
    /// One row of the indicator's 台账, counted from 0.
    LedgerRow(Id, usize),
    /// Points, weight or own indicator under this id: what the evaluation changes of its template.
    Tailoring(Id),
    /// 说明 of what the checks found.
    Answers,
    /// Several at once.
    Several,
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
            Self::SetRemedy { item, field, .. } => Target::Remedy(item.clone(), *field),
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
            Self::Answer(_) => Target::Answers,
            Self::Together(_) => Target::Several,
        }
    }

    /// The indicator whose entry it changes; of several edits the one that all of them change.
    pub fn item(&self) -> Option<&Id> {
        match self {
            Self::SetInputs { item, .. }
            | Self::ClearInputs { item }
            | Self::SetReason { item, .. }
            | Self::SetRemedy { item, .. }
            | Self::SetRemark { item, .. }
            | Self::SetEvidenceNote { item, .. }
            | Self::SetApplicability { item, .. }
            | Self::SetOverride { item, .. }
            | Self::SetBandEdges { item, .. }
            | Self::AddLedgerRows { item, .. }
            | Self::SetLedgerRow { item, .. }
            | Self::RemoveLedgerRows { item, .. }
            | Self::AttachEvidence(Evidence { item, .. }) => Some(item),
            Self::Together(edits) => {
                let item = edits.first()?.item()?;
                edits.iter().all(|edit| edit.item() == Some(item)).then_some(item)
            }
            Self::SetProject { .. }
            | Self::SetSignatories(_)
            | Self::SetFundsUnit(_)
            | Self::SetFundSource { .. }
            | Self::SetFundAmount { .. }
            | Self::AddFundLine(_)
            | Self::RemoveFundLine { .. }
            | Self::Tailor(_)
            | Self::Answer(_)
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
                | Target::Remedy(..)
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
            Self::SetRemedy { item, .. } => of_item("change-remedy", item),
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
            Self::Answer(_) => Message::new("change-answer"),
            Self::Together(edits) => match (self.item(), edits.last()) {
                (Some(_), Some(last)) => last.label(template),
                _ => Message::new("change-together").with("count", edits.len()),
            },
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
