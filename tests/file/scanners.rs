//! Programs that open each new file and hold it for a while, as virus scanners on Windows do.

use super::support::Bench;
use std::collections::BTreeSet;
use std::fs;
use std::os::windows::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

/// FILE_SHARE_READ and FILE_SHARE_WRITE: others may read and write it, and not rename it.
const NOT_RENAMED: u32 = 3;
/// FILE_ATTRIBUTE_HIDDEN
const HIDDEN: u32 = 2;

/// Holds each file that is new in `folder` for `pause`, once, until it is told to stop.
fn scan(folder: &Path, pause: Duration, stop: &AtomicBool, held: &AtomicUsize) {
    let mut seen = BTreeSet::new();
    while !stop.load(SeqCst) {
        for file in fs::read_dir(folder).unwrap().flatten() {
            let name = file.file_name();
            if !name.to_string_lossy().ends_with(".tmp") || seen.contains(&name) {
                continue;
            }
            let opened = fs::File::options().read(true).share_mode(NOT_RENAMED).open(file.path());
            if let Ok(opened) = opened {
                seen.insert(name);
                held.fetch_add(1, SeqCst);
                std::thread::sleep(pause);
                drop(opened);
            }
        }
        std::thread::yield_now();
    }
}

#[test]
fn thirty_saves_under_three_scanners() {
    let mut bench = Bench::saved();
    let folder = bench.path.parent().unwrap().to_path_buf();
    let (stop, held) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for milliseconds in [400, 1_000, 1_900] {
            let (folder, stop, held) = (&folder, &stop, &held);
            scope.spawn(move || scan(folder, Duration::from_millis(milliseconds), stop, held));
        }
        for save in 0..30 {
            bench.set_name(&format!("第 {save} 次"));
            let saved = bench.save();
            if saved.is_err() {
                stop.store(true, SeqCst);
            }
            saved.unwrap();
        }
        stop.store(true, SeqCst);
    });
    assert!(held.load(SeqCst) > 0, "no scanner came to hold a file");
    assert_eq!(bench.open().unwrap().evaluation, bench.evaluation);
    assert_eq!(bench.litter(), Vec::<String>::new());
}

#[test]
fn what_was_saved_is_in_sight() {
    let mut bench = Bench::saved();
    for name in ["一", "二"] {
        bench.set_name(name);
        bench.save().unwrap();
        assert_eq!(fs::metadata(&bench.path).unwrap().file_attributes() & HIDDEN, 0);
    }
}
