//! Many commands on one file at once, and commands that are killed: nothing that was acknowledged is lost.

use super::Desk;
use jiping::file::{Action, Opened, Places, Progress, open};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn apply(desk: &Desk, edits: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jiping"));
    command
        .args(["apply", "c.jiping", edits])
        .current_dir(desk.folder.path())
        .env("JIPING_DATA", desk.path("data"))
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn opened(desk: &Desk) -> Opened {
    let opened = open(&desk.path("c.jiping"), &Places::at(desk.path("look")), &Progress::new());
    let opened = opened.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(opened.findings, vec![]);
    opened
}

/// What lies in the folder beside these.
fn besides(folder: &Path, known: &[&str]) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let names = entries.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| !known.iter().any(|known| name.starts_with(known))).collect()
}

/// Each of six adds a piece of evidence, all at once, again and again until it is let.
fn six_at_once(rounds: usize) {
    let desk = Desk::new();
    desk.evaluation("c.jiping");
    for writer in 0..6 {
        desk.write(&format!("附件{writer}.txt"), &format!("writer {writer}"));
        let edits = format!(r#"[AttachFile(item: "goal-content", path: "附件{writer}.txt")]"#);
        desk.write(&format!("edits{writer}.ron"), &edits);
    }
    let mut refused = 0;
    for round in 1..=rounds {
        let writers = |writer: usize| {
            let mut refused = 0;
            while !apply(&desk, &format!("edits{writer}.ron")).status().unwrap().success() {
                refused += 1;
                assert!(refused < 2_000, "round {round}: writer {writer} is never let");
            }
            refused
        };
        refused += std::thread::scope(|scope| {
            let all: Vec<_> = (0..6).map(|writer| scope.spawn(move || writers(writer))).collect();
            all.into_iter().map(|writer| writer.join().unwrap()).sum::<usize>()
        });
        let opened = opened(&desk);
        assert_eq!(opened.evaluation.evidence.len(), 6 * round, "round {round}");
        let saves = opened.journal.entries.iter().filter(|entry| entry.action == Action::Saved).count();
        // The first is that of the new evaluation.
        assert_eq!(saves, 6 * round + 1, "round {round}");
    }
    eprintln!("{} saves, {refused} refused while another had the file", 6 * rounds);
    assert_eq!(
        besides(desk.folder.path(), &["c.jiping", "edits", "附件", "data", "look"]),
        Vec::<String>::new()
    );
    assert_eq!(besides(&desk.path("data/sessions"), &[]), Vec::<String>::new());
}

#[test]
fn six_commands_on_one_file() {
    six_at_once(3);
}

#[test]
#[ignore = "long: a hundred rounds of six commands"]
fn six_commands_on_one_file_long() {
    six_at_once(100);
}

/// Kills the command at any moment of its life; the next one finds a whole file, with all that one of them acknowledged.
fn kill_apply(times: u32) {
    let desk = Desk::new();
    desk.evaluation("c.jiping");
    desk.write("附件.txt", "attachment");
    let edits = |round: u32| {
        let edits = format!(
            r#"[SetProject(field: Remark, text: "{round}"), AttachFile(item: "goal-content", path: "附件.txt")]"#
        );
        desk.write("edits.ron", &edits);
    };
    edits(0);
    let life = || {
        let start = Instant::now();
        assert!(apply(&desk, "edits.ron").status().unwrap().success());
        start.elapsed()
    };
    let life = [life(), life(), life()].into_iter().max().unwrap();
    let (mut remark, mut attached) = (String::from("0"), 3);
    let mut survived = 0;
    for round in 1..=times {
        edits(round);
        let mut child = apply(&desk, "edits.ron").spawn().unwrap();
        // Anywhere in its life and beyond, for it is longer where much goes on: whatever the moment comes upon is right.
        let moment = life.mul_f64(f64::from(round * 7_919 % 1_000) / 600.0);
        std::thread::sleep(moment.min(Duration::from_secs(2)));
        child.kill().unwrap();
        let acknowledged = child.wait().unwrap().success();
        survived += u32::from(acknowledged);
        let found = opened(&desk);
        let now = found.evaluation.project.remark.clone();
        let is_new = now == round.to_string();
        assert!(
            is_new || !acknowledged && now == remark,
            "round {round}: {now}, acknowledged: {acknowledged}"
        );
        attached += usize::from(is_new);
        assert_eq!(found.evaluation.evidence.len(), attached, "round {round}");
        remark = now;
    }
    eprintln!("{times} kills: {survived} came too late, {} after the file was in its place", attached - 3);
    // What they left goes with the next one.
    edits(times + 1);
    assert!(apply(&desk, "edits.ron").status().unwrap().success());
    // A lock that nobody holds may stay: it counts for nothing, and the next holder takes it away.
    assert_eq!(
        besides(desk.folder.path(), &["c.jiping", "edits", "附件", "data", "look"]),
        Vec::<String>::new()
    );
    let left = besides(&desk.path("data/sessions"), &[]);
    // Killed between its lock and its folder: that goes the day after.
    assert!(left.iter().all(|name| name.ends_with(".alive")) && left.len() <= 3, "{left:?}");
}

#[test]
fn killed_commands_lose_nothing_acknowledged() {
    kill_apply(20);
}

#[test]
#[ignore = "long: a thousand kills of the command"]
fn killed_commands_lose_nothing_acknowledged_long() {
    kill_apply(1_000);
}
