//! Saves that do not succeed: the old file is intact, nothing is left beside it, and the next save works.

use super::support::{Bench, assert_explains, noise};
use jiping::evaluation::{Edit, Evidence};
use jiping::file::{FileError, Progress, SaveRequest, save};
use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};

/// Saving fails with words about the file; disk and store are as before, so that it works once the cause is gone.
#[track_caller]
fn assert_refused(bench: &Bench, before: &[u8], error: &FileError) {
    assert_explains(error, &bench.path, &[]);
    assert_eq!(bench.bytes(), before, "the old file was touched");
    assert_eq!(bench.litter(), Vec::<String>::new());
}

#[test]
fn a_read_only_file() {
    let mut bench = Bench::saved();
    let before = bench.bytes();
    let old = fs::metadata(&bench.path).unwrap().permissions();
    let mut read_only = old.clone();
    read_only.set_readonly(true);
    fs::set_permissions(&bench.path, read_only).unwrap();
    bench.set_name("新名");
    let error = bench.save().unwrap_err();
    assert_eq!(error, FileError::ReadOnly { path: bench.path.clone() });
    assert_refused(&bench, &before, &error);
    fs::set_permissions(&bench.path, old).unwrap();
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().evaluation, bench.evaluation);
}

/// Where the test runs as root, permissions do not bind: /proc is a folder in which nobody can make a file.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written() {
    let bench = Bench::saved();
    let before = bench.bytes();
    let request = SaveRequest { path: "/proc/评价一.jiping".into(), ..bench.request() };
    let error = save(&request, &Progress::new()).unwrap_err();
    assert_refused(&bench, &before, &error);
}

#[cfg(unix)]
#[test]
fn a_read_only_folder() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::saved();
    let before = bench.bytes();
    let folder = bench.path.parent().unwrap();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
    let binds = fs::write(folder.join("probe"), b"").is_err();
    let result = bench.save();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    if binds {
        let error = result.unwrap_err();
        assert_eq!(error, FileError::WriteDenied { path: bench.path.clone() });
        assert_refused(&bench, &before, &error);
    } else {
        drop(fs::remove_file(folder.join("probe")));
        result.unwrap();
    }
}

#[test]
fn a_folder_that_vanished() {
    let bench = Bench::saved();
    let folder = bench.path.parent().unwrap();
    let away = bench.dir.path().join("elsewhere");
    fs::rename(folder, &away).unwrap();
    let error = bench.save().unwrap_err();
    assert_eq!(error, FileError::FolderMissing { path: bench.path.clone() });
    assert_explains(&error, &bench.path, &[&folder.display().to_string()]);
    fs::rename(&away, folder).unwrap();
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().findings, vec![]);
}

#[test]
fn a_file_that_was_moved_away_while_it_was_open() {
    let mut bench = Bench::saved();
    let moved = bench.path.with_file_name("换了地方.jiping");
    fs::rename(&bench.path, &moved).unwrap();
    bench.set_name("我的修改");
    let error = bench.save().unwrap_err();
    assert_eq!(error, FileError::MovedAway { path: bench.path.clone() });
    assert_explains(&error, &bench.path, &[]);
    assert!(!bench.path.exists(), "no second file in silence");
    // Where somebody wants it back here, the bytes of the moved one are still at hand.
    save(&SaveRequest { force: true, ..bench.request() }, &Progress::new()).unwrap();
    assert_eq!(bench.open().unwrap().findings, vec![]);
}

#[test]
fn a_target_that_is_a_folder() {
    let bench = Bench::saved();
    let target = bench.dir.path().join("评价一.jiping");
    fs::create_dir(&target).unwrap();
    let error = save(&SaveRequest { path: target.clone(), ..bench.request() }, &Progress::new()).unwrap_err();
    assert_eq!(error, FileError::IsFolder { path: target.clone() });
    assert_explains(&error, &target, &[]);
    assert!(target.is_dir());
}

/// The backup cannot be put in its place: a failure as late as they come.
#[test]
fn a_failure_at_the_last_step() {
    let mut bench = Bench::saved();
    let before = bench.bytes();
    fs::create_dir_all(bench.backup().join("occupied")).unwrap();
    bench.set_name("新名");
    let error = bench.save().unwrap_err();
    assert_refused(&bench, &before, &error);
    fs::remove_dir_all(bench.backup()).unwrap();
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().evaluation, bench.evaluation);
    assert_eq!(fs::read(bench.backup()).unwrap(), before);
}

/// A process may write files of at most a few blocks, as on a disk that is full.
#[cfg(unix)]
#[test]
fn a_full_disk() {
    const CHILD: &str = "JIPING_TEST_FULL_DISK";
    if std::env::var_os(CHILD).is_none() {
        let test = std::env::current_exe().unwrap();
        let status = std::process::Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 100; exec \"$0\" --exact saving::a_full_disk --nocapture"])
            .arg(test)
            .env(CHILD, "1")
            .status()
            .unwrap();
        assert!(status.success());
        return;
    }
    let mut bench = Bench::saved();
    let before = bench.bytes();
    // Small enough to be staged one by one, too much for one file.
    for id in 10..20 {
        bench.attach(id, &format!("{id}.bin"), &noise(20_000, id.into()));
    }
    let error = bench.save().unwrap_err();
    assert_eq!(error, FileError::DiskFull { path: bench.path.clone() });
    assert_refused(&bench, &before, &error);
    for id in 11..20 {
        bench.edit(Edit::RemoveEvidence { id });
    }
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().findings, vec![]);
}

/// A process that may not even address 500 MB adds, saves, opens and saves again that much.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "long: moves 500 MB of evidence several times"]
fn half_a_gigabyte_needs_little_memory() {
    const CHILD: &str = "JIPING_TEST_LARGE";
    if std::env::var_os(CHILD).is_none() {
        let test = std::env::current_exe().unwrap();
        let name = "saving::half_a_gigabyte_needs_little_memory";
        let status = std::process::Command::new("sh")
            .args([
                "-c",
                "ulimit -v 450000; exec \"$0\" --exact \"$1\" --ignored --nocapture --test-threads=1",
            ])
            .arg(test)
            .arg(name)
            .env(CHILD, "1")
            .status()
            .unwrap();
        assert!(status.success());
        return;
    }
    let mut bench = Bench::new();
    let source = bench.dir.path().join("录像.bin");
    fs::File::create(&source).unwrap().set_len(500 * 1024 * 1024).unwrap();
    let added = bench.store.add(&source, &Progress::new()).unwrap();
    fs::remove_file(&source).unwrap();
    let item = bench.template.indicators().next().unwrap().id.clone();
    let (name, size, sha256) = (added.name, added.size, added.sha256);
    bench.edit(Edit::AttachEvidence(Evidence { id: 1, item, name, size, sha256 }));
    let progress = Progress::new();
    save(&bench.request(), &progress).unwrap();
    assert_eq!(progress.done(), progress.total());
    let opened = bench.open().unwrap();
    assert_eq!(opened.findings, vec![]);
    bench.store = opened.store;
    bench.set_name("改名");
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().findings, vec![]);
}

#[test]
fn somebody_else_changed_it() {
    let mut bench = Bench::saved();
    let opened = bench.open().unwrap();
    // Another window saves the same file.
    let theirs = SaveRequest { store: opened.store, ..bench.request() };
    let mut other = opened.evaluation.clone();
    other = other.apply(&bench.template, &Edit::RemoveEvidence { id: 1 }).unwrap();
    save(&SaveRequest { evaluation: other.into(), ..theirs }, &Progress::new()).unwrap();
    let before = bench.bytes();

    bench.set_name("我的修改");
    let error = bench.save().unwrap_err();
    assert_eq!(error, FileError::ChangedOnDisk { path: bench.path.clone() });
    assert_refused(&bench, &before, &error);

    // Forced: ours with all its evidence, although the file on disk no longer had it; theirs is the backup.
    save(&SaveRequest { force: true, ..bench.request() }, &Progress::new()).unwrap();
    let ours = bench.open().unwrap();
    assert_eq!((ours.evaluation, ours.findings), (bench.evaluation.clone(), vec![]));
    assert_eq!(fs::read(bench.backup()).unwrap(), before);
    bench.save().unwrap();
}

#[test]
fn touching_it_is_not_changing_it() {
    let bench = Bench::saved();
    let file = fs::File::options().write(true).open(&bench.path).unwrap();
    file.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    bench.save().unwrap();
}

#[test]
fn evidence_without_bytes_is_not_saved_as_if_it_had_them() {
    let mut bench = Bench::saved();
    let before = bench.bytes();
    let item = bench.template.indicators().next().unwrap().id.clone();
    let evidence = Evidence { id: 8, item, name: "虚.pdf".to_owned(), size: 3, sha256: "0".repeat(64) };
    bench.edit(Edit::AttachEvidence(evidence));
    assert_eq!(bench.save().unwrap_err(), FileError::EvidenceLost { name: "虚.pdf".to_owned() });
    assert_eq!(bench.bytes(), before);
    assert_eq!(bench.litter(), Vec::<String>::new());
}

#[test]
fn cancelled_at_any_moment_changes_nothing() {
    let mut bench = Bench::saved();
    let before = bench.bytes();
    bench.attach(3, "大.bin", &noise(1024 * 1024, 9));
    let progress = Progress::new();
    progress.cancel();
    assert_eq!(save(&bench.request(), &progress).unwrap_err(), FileError::Cancelled);
    assert_eq!(bench.store.add(&bench.path, &progress).unwrap_err(), FileError::Cancelled);
    assert_eq!(jiping::file::open(&bench.path, &bench.places, &progress).unwrap_err(), FileError::Cancelled);

    // From another thread, at whatever moment it comes.
    for part in 1..8 {
        let progress = Progress::new();
        let ended = AtomicBool::new(false);
        let result = std::thread::scope(|scope| {
            scope.spawn(|| {
                while !ended.load(Ordering::Relaxed) {
                    if progress.total() > 0 && progress.done() >= progress.total() / 8 * part {
                        progress.cancel();
                        break;
                    }
                    std::thread::yield_now();
                }
            });
            let result = save(&bench.request(), &progress);
            ended.store(true, Ordering::Relaxed);
            result
        });
        match result {
            Err(error) => {
                assert_eq!(error, FileError::Cancelled);
                assert_eq!(bench.bytes(), before);
            }
            Ok(_) => {
                assert_eq!(bench.open().unwrap().evaluation, bench.evaluation);
                break;
            }
        }
        assert_eq!(bench.litter(), Vec::<String>::new());
    }
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().findings, vec![]);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::saved();
    fs::set_permissions(&bench.path, fs::Permissions::from_mode(0o640)).unwrap();
    let link = bench.dir.path().join("链接.jiping");
    std::os::unix::fs::symlink(&bench.path, &link).unwrap();
    save(&SaveRequest { path: link.clone(), ..bench.request() }, &Progress::new()).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&bench.path).unwrap().permissions().mode() & 0o777, 0o640);
}

/// A name that another program happens to use beside the file is in nobody's way.
#[test]
fn whatever_lies_beside_the_file_does_not_keep_its_backup_from_being_made() {
    let mut bench = Bench::saved();
    let first = bench.bytes();
    fs::create_dir(bench.path.with_added_extension("bak-new")).unwrap();
    bench.set_name("第二版");
    bench.save().unwrap();
    assert_eq!(fs::read(bench.backup()).unwrap(), first);
}
