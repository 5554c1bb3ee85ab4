//! A program killed while it saves: the file always opens, as one of its versions.

use super::support::{Bench, noise, save_once, without_remark};
use jiping::file::{Places, Progress, open};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

const CHILD: &str = "JIPING_TEST_SAVE_FOR_EVER";

/// Saves version after version until it is killed.
fn save_for_ever(path: &Path, places: &Places) {
    for version in 0_u64.. {
        // The parent picks its moment by these lines.
        println!("saving {version}");
        save_once(path, places, &format!("版本 {version}")).unwrap();
    }
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
