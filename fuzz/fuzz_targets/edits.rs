//! A list of edits as `jiping apply` takes it, applied to a sample; its first byte says to which one.
#![no_main]

use jiping::checks::{findings, refind};
use jiping::evaluation::{Edit, History, retailored};
use jiping::ron_text::elements;
use jiping::scoring::{rescore, score};
use jiping_fuzz::{OPENED, examine, examine_equations, explain};
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fuzz_target!(|text: &str| {
    let mut characters = text.chars();
    let first = characters.next().unwrap_or_default();
    let opened = &OPENED[first as usize % OPENED.len()];
    let steps = match elements(characters.as_str()) {
        Ok(steps) => steps,
        Err(error) => return explain(&error),
    };
    let mut template = opened.template.clone();
    let mut history = History::new(opened.evaluation.clone());
    let mut card = score(&template, &opened.evaluation);
    let mut found = findings(&template, &opened.evaluation, &card);
    for step in steps {
        let edit: Edit = match step.read() {
            Ok(edit) => edit,
            Err(error) => {
                explain(&error);
                continue;
            }
        };
        let before = history.current().clone();
        let after = match before.apply(&template, &edit) {
            Ok(after) => after,
            Err(error) => {
                explain(&error);
                continue;
            }
        };
        let joins = edit.coalesces().then(|| edit.target());
        history.push(edit.label(&template), joins, after.clone());
        let tailored = retailored(&template, &before.tailoring, &after);
        if Arc::ptr_eq(&tailored, &template) {
            let rescored = rescore(&mut card, &template, &before, &after);
            refind(&mut found, &template, &before, &after, &card, &rescored);
        } else {
            template = tailored;
            card = score(&template, &after);
            found = findings(&template, &after, &card);
        }
    }
    let evaluation = history.current().clone();
    let whole = examine(&template, &evaluation);
    assert_eq!(card, whole, "step by step");
    assert_eq!(found, findings(&template, &evaluation, &whole), "step by step");
    examine_equations(&template, &evaluation, &whole);
    while history.undo() {}
    assert_eq!(**history.current(), opened.evaluation);
    while history.redo() {}
    assert_eq!(*history.current(), evaluation);
});
