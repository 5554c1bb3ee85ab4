//! Questions about the open evaluation, a file for each.

mod answer_finding;
mod migrate;
mod migrate_to;
mod not_applicable;
mod override_score;
mod paste_own;
mod pasted;
mod print_anyway;
mod printers;

pub(crate) use answer_finding::AnswerFinding;
pub(crate) use migrate::Migrate;
pub(crate) use migrate_to::MigrateTo;
pub(crate) use not_applicable::NotApplicable;
pub(crate) use override_score::OverrideScore;
pub(crate) use paste_own::PasteOwn;
pub(crate) use pasted::PasteScores;
pub(crate) use print_anyway::PrintAnyway;
pub(crate) use printers::Printers;
