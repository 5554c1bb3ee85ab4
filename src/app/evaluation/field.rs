//! The fields of an evaluation. What is being typed is a draft until it is an [`Edit`]: a number when the field is
//! left, words while they are typed. A draft that is refused stays, with the reason beside it.

use super::document::Document;
use super::typed_score;
use crate::app::widgets::text_field::Draft;
use crate::evaluation::{
    Edit, EditError, Evaluation, FundField, InputKey, LedgerColumn, LedgerRow, OwnIndicator, ProjectField,
    RemedyField, Signatory, TailorEdit, TailorError, Value, doubts, input, set_ledger_cell,
};
use crate::number::{EntryError, fixed, parse, parse_percent, plain};
use crate::scoring::{FundsColumn, band_range};
use crate::template::Id as NodeId;
use crate::text::{Explain as _, Message};
use eframe::egui::Id;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A field of the evaluation that is typed into.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Field {
    Project(ProjectField),
    SignatoryRole(usize),
    SignatoryName(usize),
    FundSource(usize),
    FundAmount(usize, FundField),
    /// A number of the rule; `percent` understands a trailing %.
    Input {
        item: NodeId,
        key: InputKey,
        percent: bool,
    },
    /// Several numbers of the rule, set apart by blanks or commas.
    List {
        item: NodeId,
        key: InputKey,
    },
    /// Words of the rule: a target as written, the reason of an exemption.
    Words {
        item: NodeId,
        key: InputKey,
    },
    /// Lower edge of the n-th band, in per cent.
    BandEdge(NodeId, usize),
    /// 得分, typed in the table: what it means to the rule is found out when it is left.
    Score(NodeId),
    Reason(NodeId),
    /// The same, in the table.
    ReasonCell(NodeId),
    Remedy(NodeId, RemedyField),
    Remark(NodeId),
    EvidenceNote(NodeId),
    /// A cell of a row of a 台账.
    Ledger(NodeId, usize, LedgerColumn),
    /// 名称 of an indicator of one's own.
    OwnName(NodeId),
    OwnPoints(NodeId),
    /// 计量单位
    OwnUnit(NodeId),
    /// 分值 of a group or indicator of an adjustable template; empty takes the template's.
    Points(NodeId),
    /// 权重, in per cent; empty takes the template's.
    Weight(NodeId),
}

pub(crate) type Drafts = BTreeMap<Field, Draft>;

impl Field {
    /// A number is typed anew: all of it is selected when its field gets the focus.
    pub(crate) fn is_number(&self) -> bool {
        use LedgerColumn::{Count, Money, Points};
        matches!(
            self,
            Self::FundAmount(..)
                | Self::Score(_)
                | Self::Input { .. }
                | Self::BandEdge(..)
                | Self::Ledger(_, _, Count | Points | Money)
                // A name as a whole: each of its letters would lay out the sheet anew.
                | Self::OwnName(_)
                | Self::OwnPoints(_)
                | Self::OwnUnit(_)
                | Self::Points(_)
                | Self::Weight(_)
        )
    }

    /// What a rule works with goes into the evaluation when its field is left; other words while they are typed.
    pub(crate) fn waits(&self) -> bool {
        self.is_number() || matches!(self, Self::List { .. } | Self::Words { .. })
    }

    pub(crate) fn id(&self) -> Id {
        Id::unique(("field", self))
    }

    /// The value in the evaluation, as text.
    pub(crate) fn current(&self, document: &Document) -> String {
        let evaluation = document.evaluation();
        let item = |id: &NodeId| evaluation.item(id);
        let project = &evaluation.project;
        let signatory = |n: usize| project.signatories.get(n);
        match self {
            Self::Project(field) => project.get(*field).to_owned(),
            Self::SignatoryRole(n) => signatory(*n).map(|s| s.role.clone()).unwrap_or_default(),
            Self::SignatoryName(n) => signatory(*n).map(|s| s.name.clone()).unwrap_or_default(),
            Self::FundSource(line) => {
                evaluation.funds.lines.get(*line).map(|line| line.source.clone()).unwrap_or_default()
            }
            Self::FundAmount(line, field) => {
                let amount = evaluation.funds.lines.get(*line).and_then(|line| line.get(*field));
                let decimals = document.card().funds.decimals(FundsColumn::Entered(*field));
                amount.map(|amount| fixed(amount, decimals)).unwrap_or_default()
            }
            Self::Input { item: id, key, .. } => {
                item(id).and_then(|entry| entry.number(key)).map(plain).unwrap_or_default()
            }
            Self::List { item: id, key } => {
                let list = item(id).and_then(|entry| entry.list(key)).unwrap_or_default();
                list.iter().copied().map(plain).collect::<Vec<_>>().join("、")
            }
            Self::Words { item: id, key } => {
                item(id).and_then(|entry| entry.text(key)).unwrap_or_default().to_owned()
            }
            Self::BandEdge(id, n) => {
                let edge = document.band_edges(id).get(*n).copied();
                edge.and_then(|edge| edge.checked_mul(Decimal::ONE_HUNDRED)).map(plain).unwrap_or_default()
            }
            Self::Score(id) => {
                document.item_score(id).and_then(|item| item.score).map(plain).unwrap_or_default()
            }
            Self::Reason(id) | Self::ReasonCell(id) => {
                item(id).map(|entry| entry.reason.clone()).unwrap_or_default()
            }
            Self::Remedy(id, field) => {
                item(id).map(|entry| entry.remedy.get(*field).to_owned()).unwrap_or_default()
            }
            Self::Remark(id) => item(id).map(|entry| entry.remark.clone()).unwrap_or_default(),
            Self::EvidenceNote(id) => item(id).map(|entry| entry.evidence_note.clone()).unwrap_or_default(),
            Self::Ledger(id, row, column) => {
                let row = item(id).and_then(|entry| entry.ledger.get(*row));
                row.map(|row| column.text(row)).unwrap_or_default()
            }
            Self::OwnName(id) => document.own(id).map(|own| own.name.to_string()).unwrap_or_default(),
            Self::OwnPoints(id) => document.own(id).map(|own| plain(own.points)).unwrap_or_default(),
            Self::OwnUnit(id) => document.own(id).map(|own| own.unit.to_string()).unwrap_or_default(),
            Self::Points(id) => document.node(id).map(|node| plain(node.points())).unwrap_or_default(),
            Self::Weight(id) => {
                let weight = document.node(id).and_then(|node| node.weight());
                weight
                    .and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED))
                    .map(plain)
                    .unwrap_or_default()
            }
        }
    }

    /// It is typed anew when it gets the focus, as a cell of a spreadsheet is.
    pub(crate) fn is_typed_over(&self) -> bool {
        self.is_number() || matches!(self, Self::FundSource(_))
    }

    /// It stands in a form of single lines, which Enter walks as Tab does.
    pub(crate) fn is_of_form(&self) -> bool {
        match self {
            Self::Project(field) => !field.is_long(),
            Self::FundSource(_)
            | Self::FundAmount(..)
            | Self::SignatoryRole(_)
            | Self::SignatoryName(_)
            | Self::Points(_)
            | Self::Weight(_)
            | Self::OwnName(_)
            | Self::OwnPoints(_)
            | Self::OwnUnit(_) => true,
            _ => false,
        }
    }

    /// The other field for the same words.
    pub(crate) fn twin(&self) -> Option<Self> {
        match self {
            Self::Reason(item) => Some(Self::ReasonCell(item.clone())),
            Self::ReasonCell(item) => Some(Self::Reason(item.clone())),
            _ => None,
        }
    }

    /// What it belongs to is gone: undone, or removed.
    fn is_gone(&self, document: &Document) -> bool {
        match self {
            Self::Ledger(item, row, _) => document.ledger_row(item, *row).is_none(),
            Self::OwnName(id) | Self::OwnPoints(id) | Self::OwnUnit(id) => document.own(id).is_none(),
            Self::Points(id) | Self::Weight(id) => document.node(id).is_none(),
            _ => false,
        }
    }

    /// The edit that `text` means.
    fn edit(&self, document: &Document, text: &str) -> Result<Edit, Message> {
        let words = || text.to_owned();
        Ok(match self {
            Self::Project(field) => Edit::SetProject { field: *field, text: words() },
            Self::SignatoryRole(n) => signatory(document, *n, |signatory| signatory.role = words()),
            Self::SignatoryName(n) => signatory(document, *n, |signatory| signatory.name = words()),
            Self::FundSource(line) => Edit::SetFundSource { line: *line, source: words() },
            Self::FundAmount(line, field) => {
                let unit = document.evaluation().funds.unit;
                let amount = (!text.trim().is_empty()).then(|| unit.parse(text)).transpose();
                let amount = amount.map_err(|error| error.message())?;
                Edit::SetFundAmount { line: *line, field: *field, amount }
            }
            Self::Input { item, key, percent } => {
                input_edit(item, key, number(text, *percent)?.map(Value::Number))
            }
            Self::List { item, key } => {
                let list = numbers(text).map_err(|error| error.message())?;
                input_edit(item, key, (!list.is_empty()).then_some(Value::List(list)))
            }
            Self::Words { item, key } => {
                let text = text.trim();
                input_edit(item, key, (!text.is_empty()).then(|| Value::Text(text.to_owned())))
            }
            Self::BandEdge(item, n) => band_edge(document, item, *n, share(text)?),
            Self::Score(item) => typed_score::edit(document, item, text)?,
            Self::Reason(item) | Self::ReasonCell(item) => {
                Edit::SetReason { item: item.clone(), text: words() }
            }
            Self::Remedy(item, field) => Edit::SetRemedy { item: item.clone(), field: *field, text: words() },
            Self::Remark(item) => Edit::SetRemark { item: item.clone(), text: words() },
            Self::EvidenceNote(item) => Edit::SetEvidenceNote { item: item.clone(), text: words() },
            Self::Ledger(item, row, column) => ledger_cell(document, item, *row, *column, text)?,
            Self::OwnName(id) => own(document, id, |own| own.name = text.trim().into())?,
            Self::OwnUnit(id) => own(document, id, |own| own.unit = text.trim().into())?,
            Self::OwnPoints(id) => {
                let points = number(text, false)?.unwrap_or_default();
                own(document, id, |own| own.points = points)?
            }
            Self::Points(id) => {
                Edit::Tailor(TailorEdit::SetPoints { node: id.clone(), points: number(text, false)? })
            }
            Self::Weight(id) => {
                Edit::Tailor(TailorEdit::SetWeight { node: id.clone(), weight: share(text)? })
            }
        })
    }
}

/// A number, or nothing; `percent` understands a trailing %.
fn number(text: &str, percent: bool) -> Result<Option<Decimal>, Message> {
    let read = match text.trim().is_empty() {
        true => return Ok(None),
        false if percent => parse_percent(text),
        false => parse(text),
    };
    read.map(Some).map_err(|error| error.message())
}

/// A share that is typed in per cent, or nothing.
fn share(text: &str) -> Result<Option<Decimal>, Message> {
    Ok(number(text, true)?.and_then(|percent| percent.checked_div(Decimal::ONE_HUNDRED)))
}

fn signatory(document: &Document, n: usize, change: impl FnOnce(&mut Signatory)) -> Edit {
    let mut signatories = document.evaluation().project.signatories.clone();
    if let Some(signatory) = signatories.get_mut(n) {
        change(signatory);
    }
    Edit::SetSignatories(signatories)
}

fn input_edit(item: &NodeId, key: &InputKey, value: Option<Value>) -> Edit {
    Edit::SetInputs { item: item.clone(), inputs: vec![(key.clone(), value)] }
}

/// Lower edge of the n-th band; without one, all are the template's again.
fn band_edge(document: &Document, item: &NodeId, n: usize, share: Option<Decimal>) -> Edit {
    let mut edges = document.band_edges(item);
    let edges = match (share, edges.get_mut(n)) {
        (Some(share), Some(edge)) => {
            *edge = share;
            Some(edges)
        }
        _ => None,
    };
    Edit::SetBandEdges { item: item.clone(), edges }
}

fn ledger_cell(
    document: &Document,
    item: &NodeId,
    row: usize,
    column: LedgerColumn,
    text: &str,
) -> Result<Edit, Message> {
    let ledger = document.template.indicator(item).and_then(|indicator| indicator.rule.ledger.as_ref());
    let before = document.ledger_row(item, row).map(|row| LedgerRow::clone(row)).unwrap_or_default();
    let mut to = before.clone();
    if let Some(ledger) = ledger {
        set_ledger_cell(ledger, &mut to, column, text).map_err(|error| error.message())?;
    }
    if column != LedgerColumn::Count {
        to = to.begun(&before);
    }
    Ok(Edit::SetLedgerRow { item: item.clone(), row, to: Arc::new(to) })
}

/// Several numbers as people list them, or as they come from a spreadsheet: `90 91.5、88，92`.
fn numbers(text: &str) -> Result<Vec<Decimal>, EntryError> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, '、' | ',' | '，' | ';' | '；');
    text.split(is_between).filter(|part| !part.is_empty()).map(parse).collect()
}

/// The edit that a draft means, if it means a change and the evaluation takes it.
///
/// # Errors
/// Why it is refused.
pub(crate) fn settle(field: &Field, text: &str, document: &Document) -> Result<Option<Edit>, Message> {
    let edit = accepted(field, text, document)?;
    match edit.as_ref().and_then(|edit| doubt(edit, document)) {
        Some(doubt) => Err(doubt),
        None => Ok(edit),
    }
}

/// The same, whatever can hardly be meant by it: somebody has confirmed it.
///
/// # Errors
/// Why it is refused.
pub(crate) fn accepted(field: &Field, text: &str, document: &Document) -> Result<Option<Edit>, Message> {
    let is_nothing = matches!(field, Field::Score(_)) && text.trim().is_empty();
    if is_nothing || field.is_gone(document) || text == field.current(document) {
        return Ok(None);
    }
    let edit = field.edit(document, text)?;
    check_band(field, text, document)?;
    document.check(&edit).map_err(|error| error.message())?;
    Ok(Some(edit))
}

/// What can hardly be meant, and was not before: it is asked about once.
pub(crate) fn doubt(edit: &Edit, document: &Document) -> Option<Message> {
    let indicator = document.template.indicator(edit.item()?)?;
    let step = document.template.rounding.step;
    let after = document.evaluation().apply(&document.template, edit).ok()?;
    let of = |evaluation: &Evaluation| {
        evaluation.item(&indicator.id).map(|entry| doubts(indicator, entry, step)).unwrap_or_default()
    };
    let before = of(document.evaluation());
    of(&after).into_iter().find(|doubt| !before.contains(doubt)).map(|doubt| doubt.message())
}

/// The score that is typed for the indicator is asked about.
pub(crate) fn is_asked(drafts: &Drafts, item: &NodeId) -> bool {
    let draft = drafts.get(&Field::Score(item.clone()));
    draft.and_then(|draft| draft.refused.as_ref()).is_some_and(|refused| refused.key() == typed_score::ASKS)
}

/// The field was asked about and not refused.
pub(crate) fn is_doubt(message: &Message) -> bool {
    message.key().starts_with("doubt-")
}

/// The edit that changes an indicator of one's own so.
fn own(document: &Document, id: &NodeId, change: impl FnOnce(&mut OwnIndicator)) -> Result<Edit, Message> {
    let gone = || EditError::Tailor { node: id.clone(), error: TailorError::NoSuchOwn(id.clone()) }.message();
    let mut own = document.own(id).cloned().ok_or_else(gone)?;
    change(&mut own);
    Ok(Edit::Tailor(TailorEdit::SetOwn(own)))
}

/// Points lie in the band that was chosen for them.
fn check_band(field: &Field, text: &str, document: &Document) -> Result<(), Message> {
    let Field::Input { item, key, .. } = field else { return Ok(()) };
    let Some(indicator) = document.template.indicator(item).filter(|_| &**key == input::POINTS) else {
        return Ok(());
    };
    let entry = document.evaluation().item(item);
    let choice = entry.and_then(|entry| entry.choice());
    let decimals = document.template.rounding.item_decimals;
    let range = choice.and_then(|choice| band_range(indicator, entry, choice, decimals));
    match (range, parse(text)) {
        (Some(range), Ok(points)) => range.check(points).map(drop).map_err(|error| error.message()),
        _ => Ok(()),
    }
}
