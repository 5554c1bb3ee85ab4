//! Questions about the open evaluation, a file for each.

mod migrate;
mod migrate_to;
mod not_applicable;
mod override_score;
mod printers;

pub use migrate::Migrate;
pub use migrate_to::MigrateTo;
pub use not_applicable::NotApplicable;
pub use override_score::OverrideScore;
pub use printers::Printers;
