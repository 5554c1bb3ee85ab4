//! A program killed while it saves: the file always opens, as one of its versions.

use super::support::{Bench, noise};
use jiping::evaluation::{Edit, Evaluation, ProjectField};
use jiping::file::{Places, Progress, SaveRequest, open, save};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

const CHILD: &str = "JIPING_TEST_SAVE_FOR_EVER";

/// Saves version after version until it is killed.
fn save_for_ever(path: &Path, places: &Places) {
    let opened = open(path, places, &Progress::new()).unwrap();
    for version in 0_u64.. {
        let edit = Edit::SetProject { field: ProjectField::Remark, text: format!("版本 {version}") };
        let evaluation = opened.evaluation.apply(&opened.template, &edit).unwrap();
        let request = SaveRequest {
            path: path.to_path_buf(),
            template: opened.template.clone(),
            evaluation: Arc::new(evaluation),
            journal: opened.journal.clone(),
            store: opened.store.clone(),
            reachable: Vec::new(),
            force: false,
        };
        // The parent picks its moment by these lines.
        println!("saving {version}");
        save(&request, &Progress::new()).unwrap();
    }
}

fn without_remark(evaluation: &Evaluation) -> Evaluation {
    let mut evaluation = evaluation.clone();
    Arc::make_mut(&mut evaluation.project).remark.clear();
    evaluation
}

fn kill_while_saving(times: u64) {
    if let Some(path) = std::env::var_os(CHILD) {
        save_for_ever(Path::new(&path), &Places::standard());
        return;
    }
    let mut bench = Bench::saved();
    bench.attach(3, "大.bin", &noise(600_000, 4));
    bench.save().unwrap();
    let moments = noise(usize::try_from(times).unwrap() * 4, 11);
    for (round, moment) in moments.chunks(4).enumerate() {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kill::killed_while_saving", "--nocapture"])
            .env(CHILD, &bench.path)
            .env("JIPING_DATA", bench.dir.path().join("child"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let mut saves = lines.filter(|line| line.starts_with("saving "));
        // Some saves in, then some way further into one: how far is the scheduler's choice, and any is right.
        assert!(saves.nth(usize::from(moment[0] % 4)).is_some(), "round {round}: the child does not save");
        for _ in 0..u32::from(moment[1]) * u32::from(moment[2]) * 8 {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let opened = bench.open().unwrap_or_else(|error| panic!("round {round}: {error}"));
        assert_eq!(opened.findings, vec![], "round {round}");
        assert_eq!(without_remark(&opened.evaluation), bench.evaluation, "round {round}");
        if bench.backup().exists() {
            let backup = open(&bench.backup(), &bench.places, &Progress::new()).unwrap();
            assert_eq!(backup.findings, vec![], "round {round}, .bak");
        }
    }
    // What the killed ones left beside the file goes with the next save.
    bench.store = bench.open().unwrap().store;
    bench.save().unwrap();
    assert_eq!(bench.litter(), Vec::<String>::new());
}

#[test]
fn killed_while_saving() {
    kill_while_saving(12);
}

#[test]
#[ignore = "long: five hundred kills, about two minutes"]
fn killed_while_saving_long() {
    kill_while_saving(500);
}

#[cfg(target_os = "linux")]
const CHILD_ONCE: &str = "JIPING_TEST_SAVE_ONCE";
#[cfg(target_os = "linux")]
const NEW: &str = "新的版本";

/// The calls of the system by which a save works on files.
#[cfg(target_os = "linux")]
const CALLS: [&str; 13] = [
    "openat",
    "write",
    "pwrite64",
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

/// Saves one version, and says so.
#[cfg(target_os = "linux")]
fn save_once(path: &Path, places: &Places) {
    let opened = open(path, places, &Progress::new()).unwrap();
    let edit = Edit::SetProject { field: ProjectField::Remark, text: NEW.to_owned() };
    let request = SaveRequest {
        path: path.to_path_buf(),
        evaluation: Arc::new(opened.evaluation.apply(&opened.template, &edit).unwrap()),
        template: opened.template,
        journal: opened.journal,
        store: opened.store,
        reachable: Vec::new(),
        force: false,
    };
    save(&request, &Progress::new()).unwrap();
    println!("saved");
}

/// Kills a program that saves at each of its calls in turn, every `step`-th of a kind. Gives how many points that were.
#[cfg(target_os = "linux")]
fn kill_at_calls(test: &str, step: usize) -> usize {
    let bench = Bench::saved();
    let before = bench.bytes();
    let mut points = 0;
    for call in CALLS {
        for number in (1..).step_by(step) {
            std::fs::write(&bench.path, &before).unwrap();
            let output = Command::new("strace")
                .args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}")])
                .args(["-e", &format!("inject={call}:signal=KILL:when={number}")])
                .arg(std::env::current_exe().unwrap())
                .args(["--exact", test, "--nocapture", "--include-ignored"])
                .env(CHILD_ONCE, &bench.path)
                .env("JIPING_DATA", bench.dir.path().join("child"))
                .output();
            let Ok(output) = output else {
                eprintln!("strace is not installed: no save was killed at its calls");
                return 0;
            };
            let said = String::from_utf8_lossy(&output.stdout).contains("saved\n");
            let opened = bench.open().unwrap_or_else(|error| panic!("{call} {number}: {error}"));
            assert_eq!(opened.findings, vec![], "{call} {number}");
            let remark = opened.evaluation.project.remark.as_str();
            assert!(remark == NEW || !said && remark.is_empty(), "{call} {number}: {remark:?}, said: {said}");
            assert_eq!(without_remark(&opened.evaluation), bench.evaluation, "{call} {number}");
            if output.status.success() {
                break;
            }
            points += 1;
        }
    }
    points
}

#[cfg(target_os = "linux")]
#[test]
fn killed_at_some_of_its_calls() {
    if let Some(path) = std::env::var_os(CHILD_ONCE) {
        return save_once(Path::new(&path), &Places::standard());
    }
    eprintln!("killed at {} points", kill_at_calls("kill::killed_at_some_of_its_calls", 9));
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "long: a kill at every call"]
fn killed_at_every_call() {
    if let Some(path) = std::env::var_os(CHILD_ONCE) {
        return save_once(Path::new(&path), &Places::standard());
    }
    let points = kill_at_calls("kill::killed_at_every_call", 1);
    eprintln!("killed at {points} points");
    assert!(points == 0 || points >= 88, "{points}");
}
