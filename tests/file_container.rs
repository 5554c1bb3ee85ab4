#![cfg(test)]
//! The evaluation's file from outside: what was saved comes back, and nothing on disk can lose it.

#[path = "file/bad_input.rs"]
mod bad_input;
#[path = "file/kill.rs"]
mod kill;
#[path = "file/outputs.rs"]
mod outputs;
#[path = "file/recovery.rs"]
mod recovery;
#[path = "file/round_trip.rs"]
mod round_trip;
#[path = "file/saving.rs"]
mod saving;
#[cfg(windows)]
#[path = "file/scanners.rs"]
mod scanners;
#[path = "file/support.rs"]
mod support;
