//! What the window does with 台账 and questionnaires beyond single edits: pasted blocks, files of answers.

use crate::app::evaluation::fields::Field;
use crate::app::system::jobs::{Done, Kind, Purpose};
use crate::app::{App, ViewKind};
use crate::evaluation::{self, Edit, LedgerRow, Pasted, Responses};
use crate::template::{Alternatives, AnswerOption, Award, Id as NodeId, Indicator, Measure};
use crate::text::{Explain as _, Message};
use std::path::PathBuf;
use std::sync::Arc;

/// Answers that are named one by one in the message about a file; the others are counted.
const MOST_NAMED: usize = 12;

/// The block that was pasted last, and into which ledger.
#[derive(Clone, Debug)]
pub struct LastPaste {
    pub item: NodeId,
    pub pasted: Arc<Pasted>,
}

impl App {
    pub(in crate::app) fn open_ledger(&mut self, item: NodeId) {
        self.select(item);
        self.show(ViewKind::Ledger);
    }

    pub(in crate::app) fn paste_ledger(&mut self, item: NodeId, text: &str) {
        self.settle_drafts();
        let Some(document) = self.model.document() else { return };
        let indicator = document.template.indicator(&item);
        let Some(ledger) = indicator.and_then(|indicator| indicator.rule.ledger.as_ref()) else { return };
        let pasted = evaluation::paste_ledger(ledger, document.template.rounding.step, text);
        let (rows, refused) = (pasted.rows.clone(), pasted.refused.len());
        let message = Message::new("ledger-pasted").with("rows", rows.len()).with("refused", refused);
        if !rows.is_empty() {
            let before = document.revision();
            self.edit(&Edit::AddLedgerRows { item: item.clone(), at: None, rows });
            // Too many rows: nothing was taken, and the status bar says so.
            if self.model.document().is_some_and(|document| document.revision() == before) {
                return;
            }
        }
        self.notice(message, refused > 0);
        self.model.pasted = Some(LastPaste { item, pasted: Arc::new(pasted) });
    }

    /// Rows as they are now belong to the rows that are shown; a new one takes the kind of the one above it.
    pub(in crate::app) fn add_ledger_row(&mut self, item: &NodeId) {
        self.settle_drafts();
        let Some(document) = self.model.document() else { return };
        let ledger = document.template.indicator(item).and_then(|indicator| indicator.rule.ledger.as_ref());
        let rows = document.evaluation().item(item).map(|entry| entry.ledger.as_slice()).unwrap_or_default();
        let above = rows.last().map(|row| row.kind.clone());
        let first = || ledger.and_then(|ledger| ledger.kinds.first()).map(|kind| kind.id.clone());
        let Some(kind) = above.or_else(first) else { return };
        let row = LedgerRow { kind, ..LedgerRow::default() };
        let at = rows.len();
        self.edit(&Edit::AddLedgerRows { item: item.clone(), at: None, rows: vec![Arc::new(row)] });
        self.local.ledger.begin_row(at);
        self.local.ask_for(Field::Ledger(item.clone(), at, evaluation::LedgerColumn::Date));
    }

    /// Refused entries stay with their rows when rows above them come or go.
    pub(in crate::app) fn move_ledger_drafts(&mut self, edit: &Edit) {
        let (of, shift): (_, Box<dyn Fn(usize) -> Option<usize>>) = match edit {
            Edit::RemoveLedgerRows { item, rows } => {
                let above = |row: usize| rows.iter().filter(|gone| **gone < row).count();
                (item, Box::new(move |row| (!rows.contains(&row)).then(|| row - above(row))))
            }
            Edit::AddLedgerRows { item, at: Some(at), rows } => {
                (item, Box::new(move |row| Some(if row < *at { row } else { row + rows.len() })))
            }
            _ => return,
        };
        let drafts = std::mem::take(&mut self.local.drafts);
        let moved = drafts.into_iter().filter_map(|(field, draft)| match field {
            Field::Ledger(item, row, column) if item == *of => {
                shift(row).map(|row| (Field::Ledger(item, row, column), draft))
            }
            field => Some((field, draft)),
        });
        self.local.drafts = moved.collect();
    }

    /// Reads a file of answers for the survey of `item`, in the background.
    pub(in crate::app) fn read_survey(&mut self, item: NodeId, prefix: String, path: PathBuf) {
        let Some(document) = self.model.document() else { return };
        let Some(indicator) = document.template.indicator(&item) else { return };
        let Some(options) = survey_options(indicator, &prefix).map(<[AnswerOption]>::to_vec) else { return };
        let id = document.id();
        self.jobs.start("survey", Kind::Quiet, None, move || {
            let result = match std::fs::read(&path) {
                Ok(bytes) => {
                    evaluation::read_responses(&options, &bytes, None).map_err(|error| error.message())
                }
                Err(error) => {
                    Err(Message::new("survey-unreadable").with("file", path.display()).with("detail", error))
                }
            };
            Done::Survey { document: id, item, prefix, result }
        });
    }

    pub(in crate::app) fn survey_read(
        &mut self,
        document: u64,
        item: &NodeId,
        prefix: &str,
        result: Result<Responses, Message>,
    ) {
        if self.model.document().is_none_or(|open| open.id() != document) {
            return;
        }
        let responses = match result {
            Ok(responses) => responses,
            Err(message) => return self.tell(message, None),
        };
        self.settle_drafts();
        self.edit(&responses.edit(item, prefix));
        let odd = &responses.not_understood;
        let told =
            Message::new("survey-counted").with("taken", responses.taken).with("blank", responses.blank);
        if odd.is_empty() {
            return self.notice(told, false);
        }
        let mut named: Vec<String> =
            odd.iter().take(MOST_NAMED).map(|(line, text)| format!("{line}：{text}")).collect();
        if odd.len() > MOST_NAMED {
            named.push("…".to_owned());
        }
        let told = Message::new("survey-counted-but")
            .with("taken", responses.taken)
            .with("blank", responses.blank)
            .with("odd", odd.len())
            .with("lines", named.join("；"));
        self.tell(told, None);
    }

    pub(in crate::app) fn ask_survey(&mut self, item: NodeId, prefix: String) {
        self.ask_file(Purpose::Survey { item, prefix });
    }
}

/// The options of the survey of an indicator; `prefix` is `<alternative>/` where it stands in one.
pub fn survey_options<'t>(indicator: &'t Indicator, prefix: &str) -> Option<&'t [AnswerOption]> {
    let mut award = &indicator.rule.award;
    for id in prefix.split('/').filter(|id| !id.is_empty()) {
        let Award::Alternatives(Alternatives { options, .. }) = award else { return None };
        award = &options.iter().find(|option| *option.id == *id)?.award;
    }
    match award.measure() {
        Some(Measure::Survey { options }) => Some(options),
        _ => None,
    }
}
