//! The headings of a score table: what they are called, where they stand, and what each column holds.

mod candidate;
mod correction;
mod mapping;
mod names;
mod role;
mod vocabulary;

pub use correction::Corrections;
pub(super) use mapping::levels;
pub use mapping::{Further, Mapping};
pub use role::Role;
pub use vocabulary::{Meaning, Vocabulary};
