//! What lies around the window: its threads, and the system that it asks.

pub mod file_prompt;
pub mod jobs;
pub mod shell;
