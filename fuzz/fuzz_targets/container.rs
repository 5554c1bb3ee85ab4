//! A whole `.jiping` file: opened, scored, saved, and opened again as the same.
#![no_main]

use jiping::file::{FileError, Progress, SaveRequest, open, save};
use jiping_fuzz::{Desk, examine, explain, mutate_members};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use std::cell::LazyCell;
use std::sync::Arc;

thread_local! {
    static DESK: LazyCell<Desk> = const { LazyCell::new(Desk::new) };
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate_members(data, size, max_size, seed)
});

fuzz_target!(|bytes: &[u8]| DESK.with(|desk| examine_file(desk, bytes)));

fn examine_file(desk: &Desk, bytes: &[u8]) {
    let Some(opened) = desk.open(bytes) else { return };
    examine(&opened.template, &opened.evaluation);
    opened.findings.iter().for_each(explain);
    let request = SaveRequest {
        path: desk.path.with_file_name("again.jiping"),
        template: opened.template.clone(),
        evaluation: Arc::new(opened.evaluation.clone()),
        journal: opened.journal.clone(),
        store: opened.store.clone(),
        reachable: Vec::new(),
        force: true,
    };
    match save(&request, &Progress::new()) {
        Ok(_) => {}
        // It was gone, or not what it should be, before.
        Err(FileError::EvidenceLost { .. } | FileError::EvidenceChanged { .. }) => return,
        Err(error) => panic!("{error}"),
    }
    let again = open(&request.path, &desk.places, &Progress::new()).expect("what was saved opens");
    assert_eq!(again.evaluation, opened.evaluation);
    assert_eq!(again.template, opened.template);
    assert_eq!(again.journal, opened.journal);
}
