//! The start view.

mod samples;
pub mod start;
