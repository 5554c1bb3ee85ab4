//! The record that a crash leaves: the whole of it where it begins with a bracket; else lines of actions upon a sample,
//! the first character saying upon which.
#![no_main]

use jiping::file::{Opened, Progress, RecordStart as _, Recovery, Restored, Start};
use jiping_fuzz::{Desk, OPENED, examine, explain};
use libfuzzer_sys::fuzz_target;
use std::borrow::Cow;
use std::cell::LazyCell;
use std::sync::{Arc, LazyLock};

thread_local! {
    static DESK: LazyCell<Desk> = const { LazyCell::new(Desk::new) };
}

/// How records of the samples begin: writing one takes longer than reading it back.
static HEADS: LazyLock<Vec<String>> = LazyLock::new(|| {
    OPENED.iter().map(|opened| start_of(opened).head().expect("a sample can be written")).collect()
});

fuzz_target!(|text: &str| DESK.with(|desk| replay(desk, text)));

fn replay(desk: &Desk, text: &str) {
    let mut characters = text.chars();
    let record = match characters.next() {
        None => return,
        Some('(') => Cow::Borrowed(text),
        Some(first) => Cow::Owned(HEADS[first as usize % HEADS.len()].clone() + characters.as_str()),
    };
    let Some(mut restored) = restore(desk, &record) else { return };
    let opened = &restored.opened;
    examine(&opened.template, &opened.evaluation);
    opened.findings.iter().for_each(explain);
    assert_eq!(**restored.history.current(), opened.evaluation);

    // What was restored is recorded anew, and restored as the same.
    let again = restore(desk, &start_of(opened).head().expect("what was restored can be recorded"));
    let again = again.expect("what was recorded can be restored").opened;
    assert_eq!(again.evaluation, opened.evaluation);
    assert_eq!(again.template, opened.template);

    while restored.history.undo() {}
    while restored.history.redo() {}
    assert_eq!(**restored.history.current(), restored.opened.evaluation);
}

/// A record that begins with what was opened.
fn start_of(opened: &Opened) -> Start {
    Start {
        path: None,
        digest: None,
        template: opened.template.clone(),
        evaluation: Arc::new(opened.evaluation.clone()),
        journal: opened.journal.clone(),
    }
}

fn restore(desk: &Desk, record: &str) -> Option<Restored> {
    desk.leave_record(record);
    let leftovers = Recovery::leftovers(&desk.places);
    let leftover = leftovers.first().expect("a record is offered");
    let restored = match leftover.kind {
        Some(_) => {
            drop(leftover.draft().map_err(|error| explain(&error)));
            None
        }
        None => leftover.restore(&desk.places, &Progress::new()).map_err(|error| explain(&error)).ok(),
    };
    leftover.discard().expect("it can be discarded");
    restored
}
