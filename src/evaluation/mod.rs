//! What the evaluator entered (评价): project, funds, inputs, reasons, evidence. Every change is an [`Edit`].

mod apply;
mod date;
mod doubt;
mod edit;
mod error;
mod expected;
mod funds;
pub mod input;
mod last_year;
mod ledger;
mod ledger_paste;
mod migrate;
mod model;
mod next_year;
mod own_paste;
mod project;
mod read;
mod remedy;
mod survey;
mod tailor;
mod text_table;

pub use date::day_of;
pub use doubt::{Doubt, doubts};
pub use edit::{Edit, Target};
pub use error::{EditError, LedgerRowError, TailorError};
pub use expected::{ExpectedInput, InputKind, LONGEST_LIST, Role, expected};
pub use funds::{FundField, FundLine, Funds, MoneyUnit};
pub use input::InputKey;
pub use last_year::{LastItem, LastResult, LastState, LastYear};
pub use ledger::{LONGEST_LEDGER, check_row};
pub use ledger_paste::{
    LedgerColumn, PasteChoices, PasteInto, Pasted, RefusedLine, paste as paste_ledger, set as set_ledger_cell,
};
pub use migrate::{Asked, Dropped, Homeless, Migration, Place, migrate};
pub use model::{
    Answer, Applicability, Entries, Evaluation, Evidence, FORMAT, Inputs, ItemEntry, LedgerRow, Override,
    OwnIndicator, Tailoring, TemplateRef, Value,
};
pub use next_year::{NextYear, Taken, next_year};
pub use own_paste::{OwnLine, PastedOwn, paste as paste_own};
pub use project::{Project, ProjectField, Signatory};
pub use read::{ReadError, read, write};
pub use remedy::{Remedy, RemedyField};
pub use survey::{Responses, SurveyError, read_responses};
pub use tailor::{TailorEdit, new_own_id, new_own_ids, retailored};
pub(crate) use text_table::folded;

pub use crate::history::Pushed;

/// The states of an evaluation.
pub type History = crate::history::History<Evaluation, Target>;
