//! Questions about the open evaluation, a file for each.

mod migrate;
mod migrate_to;
mod not_applicable;
mod override_score;
mod pasted;
mod printers;

pub(crate) use migrate::Migrate;
pub(crate) use migrate_to::MigrateTo;
pub(crate) use not_applicable::NotApplicable;
pub(crate) use override_score::OverrideScore;
pub(crate) use pasted::PasteScores;
pub(crate) use printers::Printers;
