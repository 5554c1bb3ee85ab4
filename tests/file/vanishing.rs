//! A place that goes while its file is open: a stick that is pulled, a server that is lost.

use super::support::{Bench, assert_explains};
use jiping::file::FileError;
use std::path::Path;
use std::process::Command;

const CHILD: &str = "JIPING_TEST_VANISHING";

fn run(command: &str, arguments: &[&str], place: &Path) {
    let status = Command::new(command).args(arguments).arg(place).status().unwrap();
    assert!(status.success(), "{command} {arguments:?}");
}

/// In a room of its own (a mount namespace) a disk of some size is put over the folder of the documents.
fn in_a_room_of_its_own(test: &str, on_a_disk: impl FnOnce()) {
    if std::env::var_os(CHILD).is_some() {
        return on_a_disk();
    }
    let room = ["--user", "--map-root-user", "--mount"];
    if !Command::new("unshare").args(room).arg("true").status().is_ok_and(|status| status.success()) {
        eprintln!("unshare is missing or forbidden here: no disk was taken away");
        return;
    }
    let status = Command::new("unshare")
        .args(room)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--include-ignored"])
        .env(CHILD, "1")
        .status()
        .unwrap();
    assert!(status.success());
}

#[test]
fn a_disk_that_goes_under_an_open_file_is_noticed() {
    in_a_room_of_its_own("vanishing::a_disk_that_goes_under_an_open_file_is_noticed", || {
        let mut bench = Bench::new();
        let folder = bench.path.parent().unwrap().to_path_buf();
        run("mount", &["-t", "tmpfs", "none"], &folder);
        bench.set_name("道路改造项目");
        bench.attach(1, "合同.pdf", b"%PDF contract");
        bench.save().unwrap();
        let on_it = bench.open().unwrap();
        bench.store = on_it.store;
        // What is below it now is another folder of that name, in which the file never was.
        run("umount", &["--lazy"], &folder);
        bench.set_name("改名");
        let error = bench.save().unwrap_err();
        assert_eq!(error, FileError::MovedAway { path: bench.path.clone() });
        assert_explains(&error, &bench.path, &[&folder.display().to_string()]);
        assert!(!bench.path.exists(), "no second file in silence");
        assert_eq!(bench.litter(), Vec::<String>::new());
    });
}

/// Whatever room there is, a save succeeds or says that the disk is full, and the file is whole.
#[test]
fn a_disk_too_small_is_said_to_be_full() {
    in_a_room_of_its_own("vanishing::a_disk_too_small_is_said_to_be_full", || {
        let mut outcomes = Vec::new();
        for kib in (20..=400).step_by(20) {
            let mut bench = Bench::new();
            let folder = bench.path.parent().unwrap().to_path_buf();
            run("mount", &["-t", "tmpfs", "-o", &format!("size={kib}k"), "none"], &folder);
            bench.set_name("道路改造项目");
            for id in 1..4 {
                bench.attach(id, &format!("{id}.bin"), &super::support::noise(20_000, id.into()));
            }
            let mut saves = 0;
            while let Ok(saved) = bench.save() {
                assert_eq!(saved.path, bench.path);
                saves += 1;
                bench.set_name(&format!("第 {saves} 版"));
                if saves == 3 {
                    break;
                }
            }
            if saves < 3 {
                let error = bench.save().unwrap_err();
                assert_eq!(error, FileError::DiskFull { path: bench.path.clone() }, "{kib} KiB");
                assert_eq!(bench.litter(), Vec::<String>::new(), "{kib} KiB");
            }
            if saves > 0 {
                assert_eq!(bench.open().unwrap().findings, vec![], "{kib} KiB");
            }
            outcomes.push(saves);
            drop(bench.store);
            run("umount", &["--lazy"], &folder);
        }
        assert!(outcomes.first() == Some(&0) && outcomes.last() == Some(&3), "{outcomes:?}");
    });
}
