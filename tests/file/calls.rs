//! A save that is stopped or refused at each call by which it works on files: what was saved opens, as one of its versions.

use super::support::{Bench, save_once, without_remark};
use jiping::file::Places;
use std::fs;
use std::path::Path;
use std::process::Command;

const CHILD: &str = "JIPING_TEST_SAVE_ONCE";
const NEW: &str = "新的版本";

const CALLS: [&str; 14] = [
    "openat",
    "write",
    "pwrite64",
    "copy_file_range",
    "lseek",
    "ftruncate",
    "flock",
    "fcntl",
    "fchmod",
    "chmod",
    "fsync",
    "link",
    "rename",
    "unlink",
];

/// What becomes of a call.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// The program is killed at it.
    Killed,
    /// The disk is full.
    NoRoom,
}

/// Points at which a program that saves was stopped or refused, one program each: every `step`-th call of a kind.
fn at_calls(test: &str, fate: Fate, step: usize) -> usize {
    let bench = Bench::saved();
    let before = bench.bytes();
    let log = bench.dir.path().join("calls");
    let inject = match fate {
        Fate::Killed => "signal=KILL",
        Fate::NoRoom => "error=ENOSPC",
    };
    let mut points = 0;
    for call in CALLS {
        for number in (1..).step_by(step) {
            fs::write(&bench.path, &before).unwrap();
            let output = Command::new("strace")
                .args(["-f", "-qq", "-e", &format!("trace={call}"), "-o"])
                .arg(&log)
                .args(["-e", &format!("inject={call}:{inject}:when={number}")])
                .arg(std::env::current_exe().unwrap())
                .args(["--exact", test, "--nocapture", "--include-ignored"])
                .env(CHILD, &bench.path)
                .env("JIPING_DATA", bench.dir.path().join("child"))
                .output();
            let Ok(output) = output else {
                eprintln!("strace is not installed: no save was stopped at its calls");
                return 0;
            };
            let at = format!("{call} {number}");
            let said = String::from_utf8_lossy(&output.stdout);
            let opened = bench.open().unwrap_or_else(|error| panic!("{at}: {error}"));
            assert_eq!(opened.findings, vec![], "{at}");
            let remark = opened.evaluation.project.remark.as_str();
            let saved = said.contains("saved\n");
            assert!(remark == NEW || !saved && remark.is_empty(), "{at}: {remark:?}, said: {said}");
            assert_eq!(without_remark(&opened.evaluation), bench.evaluation, "{at}");
            let happened = match fate {
                Fate::Killed => !output.status.success(),
                Fate::NoRoom => fs::read_to_string(&log).unwrap().contains("(INJECTED)"),
            };
            if !happened {
                break;
            }
            // Whoever is still alive clears up behind it, unless clearing up is what fails.
            if fate == Fate::NoRoom && call != "unlink" {
                assert_eq!(bench.litter(), Vec::<String>::new(), "{at}");
                assert!(!said.contains("panicked"), "{at}: {said}");
            }
            points += 1;
        }
    }
    points
}

fn child() -> bool {
    let Some(path) = std::env::var_os(CHILD) else { return false };
    match save_once(Path::new(&path), &Places::standard(), NEW) {
        Ok(_) => println!("saved"),
        Err(error) => println!("refused: {error}"),
    }
    true
}

/// The trial, or one of the programs that it starts.
fn trial(test: &str, fate: Fate, step: usize, at_least: usize) {
    if child() {
        return;
    }
    let points = at_calls(test, fate, step);
    eprintln!("{points} points");
    assert!(points == 0 || points >= at_least, "{points}");
}

#[test]
fn killed_at_some_of_its_calls() {
    trial("calls::killed_at_some_of_its_calls", Fate::Killed, 9, 1);
}

#[test]
#[ignore = "long: a kill at every call"]
fn killed_at_every_call() {
    trial("calls::killed_at_every_call", Fate::Killed, 1, 88);
}

#[test]
fn no_room_at_some_of_its_calls() {
    trial("calls::no_room_at_some_of_its_calls", Fate::NoRoom, 9, 1);
}

#[test]
#[ignore = "long: a full disk at every call"]
fn no_room_at_every_call() {
    trial("calls::no_room_at_every_call", Fate::NoRoom, 1, 88);
}
