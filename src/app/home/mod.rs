//! The start view: what was open lately, templates to begin with, samples to look at.

mod cards;
mod first_steps;
mod folder;
mod samples;
mod start;
mod state;
mod update;

pub(crate) use state::Action;
pub use state::HomeWorkspace;
