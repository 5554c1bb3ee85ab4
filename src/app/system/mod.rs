//! What lies around the window: its threads, and the system that it asks.

pub(crate) mod file_prompt;
pub(crate) mod jobs;
pub(crate) mod shell;
