#![cfg(test)]
//! The evaluation's file from outside: what was saved comes back, and nothing on disk can lose it.

#[path = "file/bad_input.rs"]
mod bad_input;
#[cfg(target_os = "linux")]
#[path = "file/calls.rs"]
mod calls;
#[path = "file/golden.rs"]
mod golden;
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
#[cfg(target_os = "linux")]
#[path = "file/vanishing.rs"]
mod vanishing;
