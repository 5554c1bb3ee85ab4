//! Text fields over the evaluation. What is being typed is a draft until it is an [`Edit`]: a number when the
//! field is left, words while they are typed. A draft that is refused stays, with the reason beside it.

use crate::app::evaluation::document::Document;
use crate::app::widgets::theme::{Tokens, size};
use crate::app::{Action, Cx, Local};
use crate::evaluation::{
    Edit, EditError, FundField, InputKey, LedgerColumn, LedgerRow, OwnIndicator, ProjectField, TailorEdit,
    TailorError, Value, input, set_ledger_cell,
};
use crate::number::{EntryError, parse, parse_percent, plain};
use crate::scoring::band_range;
use crate::template::Id as NodeId;
use crate::text::{Explain as _, Message};
use eframe::egui::{self, Align, Align2, Id, Key, Response, Stroke, TextEdit, Ui};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A field of the evaluation that is typed into.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
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
    Reason(NodeId),
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

/// What is being typed, and why it was refused if it was.
#[derive(Clone, Default, Debug)]
pub struct Draft {
    pub text: String,
    /// The text without what the input method is still composing.
    pub meant: String,
    pub refused: Option<Message>,
}

pub type Drafts = BTreeMap<Field, Draft>;

impl Field {
    /// A number is typed anew: all of it is selected when its field gets the focus.
    fn is_number(&self) -> bool {
        use LedgerColumn::{Count, Money, Points};
        matches!(
            self,
            Self::FundAmount(..)
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
    fn waits(&self) -> bool {
        self.is_number() || matches!(self, Self::List { .. } | Self::Words { .. })
    }

    pub fn id(&self) -> Id {
        Id::unique(("field", self))
    }

    /// The value in the evaluation, as text.
    fn current(&self, document: &Document) -> String {
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
                amount.map(|amount| amount.to_string()).unwrap_or_default()
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
            Self::Reason(id) => item(id).map(|entry| entry.reason.clone()).unwrap_or_default(),
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
        let number = |percent: bool| match text.trim().is_empty() {
            true => Ok(None),
            false if percent => parse_percent(text).map(Some),
            false => parse(text).map(Some),
        };
        let number = |percent| number(percent).map_err(|error| error.message());
        let text = text.to_owned();
        let mut signatories = document.evaluation().project.signatories.clone();
        Ok(match self {
            Self::Project(field) => Edit::SetProject { field: *field, text },
            Self::SignatoryRole(n) => {
                if let Some(signatory) = signatories.get_mut(*n) {
                    signatory.role = text;
                }
                Edit::SetSignatories(signatories)
            }
            Self::SignatoryName(n) => {
                if let Some(signatory) = signatories.get_mut(*n) {
                    signatory.name = text;
                }
                Edit::SetSignatories(signatories)
            }
            Self::FundSource(line) => Edit::SetFundSource { line: *line, source: text },
            Self::FundAmount(line, field) => {
                Edit::SetFundAmount { line: *line, field: *field, amount: number(false)? }
            }
            Self::Input { item, key, percent } => {
                let value = number(*percent)?.map(Value::Number);
                Edit::SetInputs { item: item.clone(), inputs: vec![(key.clone(), value)] }
            }
            Self::List { item, key } => {
                let list = numbers(&text).map_err(|error| error.message())?;
                let value = (!list.is_empty()).then_some(Value::List(list));
                Edit::SetInputs { item: item.clone(), inputs: vec![(key.clone(), value)] }
            }
            Self::Words { item, key } => {
                let text = text.trim();
                let value = (!text.is_empty()).then(|| Value::Text(text.to_owned()));
                Edit::SetInputs { item: item.clone(), inputs: vec![(key.clone(), value)] }
            }
            Self::BandEdge(item, n) => {
                let mut edges = document.band_edges(item);
                let percent = number(true)?.and_then(|percent| percent.checked_div(Decimal::ONE_HUNDRED));
                match (percent, edges.get_mut(*n)) {
                    (Some(share), Some(edge)) => {
                        *edge = share;
                        Edit::SetBandEdges { item: item.clone(), edges: Some(edges) }
                    }
                    _ => Edit::SetBandEdges { item: item.clone(), edges: None },
                }
            }
            Self::Reason(item) => Edit::SetReason { item: item.clone(), text },
            Self::Remark(item) => Edit::SetRemark { item: item.clone(), text },
            Self::EvidenceNote(item) => Edit::SetEvidenceNote { item: item.clone(), text },
            Self::Ledger(item, row, column) => {
                let ledger = document.template.indicator(item).and_then(|it| it.rule.ledger.as_ref());
                let mut to =
                    document.ledger_row(item, *row).map(|row| LedgerRow::clone(row)).unwrap_or_default();
                if let Some(ledger) = ledger {
                    set_ledger_cell(ledger, &mut to, *column, &text).map_err(|error| error.message())?;
                }
                Edit::SetLedgerRow { item: item.clone(), row: *row, to: Arc::new(to) }
            }
            Self::OwnName(id) => own(document, id, |own| own.name = text.trim().into())?,
            Self::OwnUnit(id) => own(document, id, |own| own.unit = text.trim().into())?,
            Self::OwnPoints(id) => {
                let points = number(false)?.unwrap_or_default();
                own(document, id, |own| own.points = points)?
            }
            Self::Points(id) => {
                Edit::Tailor(TailorEdit::SetPoints { node: id.clone(), points: number(false)? })
            }
            Self::Weight(id) => {
                let weight = number(true)?.and_then(|percent| percent.checked_div(Decimal::ONE_HUNDRED));
                Edit::Tailor(TailorEdit::SetWeight { node: id.clone(), weight })
            }
        })
    }
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
pub fn settle(field: &Field, text: &str, document: &Document) -> Result<Option<Edit>, Message> {
    if field.is_gone(document) || text == field.current(document) {
        return Ok(None);
    }
    let edit = field.edit(document, text)?;
    check_band(field, text, document)?;
    document.check(&edit).map_err(|error| error.message())?;
    Ok(Some(edit))
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
    let decimals = document.card().item_decimals;
    let range = choice.and_then(|choice| band_range(indicator, entry, choice, decimals));
    match (range, parse(text)) {
        (Some(range), Ok(points)) => range.check(points).map(drop).map_err(|error| error.message()),
        _ => Ok(()),
    }
}

/// How a field looks.
pub struct Look<'a> {
    /// Accessible name, also what a test finds it by.
    pub name: &'a str,
    pub width: f32,
    /// More than one makes it multi-line.
    pub rows: usize,
    pub right: bool,
    /// Why an entry is refused stands right below the field; else its surroundings say it with [`refusal_ui`].
    pub says_refusal: bool,
    pub hint: &'a str,
}

impl<'a> Look<'a> {
    pub fn text(name: &'a str, width: f32) -> Self {
        Self { name, width, rows: 1, right: false, says_refusal: true, hint: "" }
    }

    pub fn number(name: &'a str, width: f32) -> Self {
        Self { right: true, ..Self::text(name, width) }
    }

    pub fn lines(name: &'a str, width: f32, rows: usize) -> Self {
        Self { rows, ..Self::text(name, width) }
    }

    #[must_use]
    pub fn silent(self) -> Self {
        Self { says_refusal: false, ..self }
    }

    #[must_use]
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }
}

/// Why what was typed into a field was refused, if it was.
pub fn refusal_ui(ui: &mut Ui, cx: &Cx<'_>, local: &Local, field: &Field) {
    if let Some(message) = local.drafts.get(field).and_then(|draft| draft.refused.as_ref()) {
        let text = egui::RichText::new(message.full(cx.lang())).size(size::SMALL);
        ui.add(egui::Label::new(text.color(Tokens::of(ui).deduction)).wrap());
    }
}

/// Draws a field; edits go out as actions.
pub fn field_ui(ui: &mut Ui, cx: &Cx<'_>, local: &mut Local, field: Field, look: &Look<'_>) -> Response {
    let Some(document) = cx.document() else { return ui.label("") };
    let refused = local.drafts.get(&field).is_some_and(|draft| draft.refused.is_some());
    let mut text = match local.drafts.get(&field) {
        Some(draft) => draft.text.clone(),
        None => field.current(document),
    };
    let entry = Entry { id: field.id(), look, refused, selects: field.is_number() };
    let response = entry_ui(ui, local, &entry, &mut text);
    if look.says_refusal {
        refusal_ui(ui, cx, local, &field);
    }
    follow(ui, cx, local, field, text, &response);
    response
}

/// A field as it is drawn, whatever it is a field of.
pub struct Entry<'a> {
    pub id: Id,
    pub look: &'a Look<'a>,
    pub refused: bool,
    /// Its text is selected when it gets the focus, so that it is typed anew.
    pub selects: bool,
}

/// Draws a field over `text`; what its words mean is the caller's.
pub fn entry_ui(ui: &mut Ui, local: &mut Local, entry: &Entry<'_>, text: &mut String) -> Response {
    let tokens = Tokens::of(ui);
    let Entry { id, look, refused, selects } = *entry;
    let response = ui.scope(|ui| {
        if refused {
            let red = Stroke::new(1.5, tokens.deduction);
            let visuals = ui.visuals_mut();
            visuals.widgets.inactive.bg_stroke = red;
            visuals.widgets.hovered.bg_stroke = red;
            visuals.selection.stroke = red;
        }
        ui.add(text_edit(text, id, look)).accessible_name(look.name)
    });
    let response = response.inner;
    if local.focus == Some(id) {
        local.focus = None;
        response.request_focus();
    }
    // The focus may have been asked for after this field was drawn: then nobody says that it was gained.
    let came = response.has_focus() && local.cursor_placed != Some(id);
    if came {
        // What was undone in this field before may have been another document's.
        let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
        state.clear_undoer();
        TextEdit::store_state(ui.ctx(), id, state);
    }
    if came && (selects || local.typed_ahead) {
        place_cursor(ui, id, text, std::mem::take(&mut local.typed_ahead));
    }
    if came || (local.cursor_placed == Some(id) && !response.has_focus()) {
        local.cursor_placed = response.has_focus().then_some(id);
    }
    response
}

fn text_edit<'t>(text: &'t mut String, id: Id, look: &Look<'_>) -> TextEdit<'t> {
    let edit = if look.rows > 1 {
        TextEdit::multiline(text).desired_rows(look.rows)
    } else {
        TextEdit::singleline(text)
    };
    let edit = if look.right { edit.align(Align2([Align::Max, Align::Center])) } else { edit };
    edit.id(id)
        .min_size(egui::vec2(look.width, 0.0))
        .desired_width(look.width)
        .hint_text(look.hint.to_owned())
        .margin(egui::Margin::symmetric(8, 5))
}

/// Turns what happened in the field into drafts and edits.
fn follow(ui: &Ui, cx: &Cx<'_>, local: &mut Local, field: Field, text: String, response: &Response) {
    let Some(document) = cx.document() else { return };
    if response.changed() {
        let before = || local.drafts.get(&field).map(|draft| draft.meant.clone());
        let meant = match local.composing {
            true => before().unwrap_or_else(|| field.current(document)),
            false => text.clone(),
        };
        local.drafts.insert(field.clone(), Draft { text: text.clone(), meant, refused: None });
        // A preedit of the input method stands in the text like typed letters: it is nobody's words yet.
        if !field.waits()
            && !local.composing
            && let Ok(Some(edit)) = settle(&field, &text, document)
        {
            cx.send(Action::Edit(edit));
        }
    }
    if !response.lost_focus() {
        return;
    }
    if field.waits() && ui.input(|input| input.key_pressed(Key::Escape)) {
        local.drafts.remove(&field);
        return;
    }
    if let Some(draft) = local.drafts.get_mut(&field) {
        // What was being composed when the field was left is nobody's words.
        let meant = if local.composing { &draft.meant } else { &draft.text };
        match settle(&field, meant, document) {
            Ok(edit) => {
                local.drafts.remove(&field);
                edit.into_iter().for_each(|edit| cx.send(Action::Edit(edit)));
            }
            Err(message) => draft.refused = Some(message),
        }
    }
    cx.send(Action::Seal);
}

/// A number is typed anew, so all of it is selected; one that was begun in the table goes on at its end.
fn place_cursor(ui: &Ui, id: Id, text: &str, at_end: bool) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = egui::text::CCursor::new(text.chars().count());
    let start = if at_end { end } else { egui::text::CCursor::default() };
    state.cursor.set_char_range(Some(egui::text::CCursorRange::two(start, end)));
    TextEdit::store_state(ui.ctx(), id, state);
}
