//! A pasted block: indicators of one's own, rows of a ledger, answers of a survey.
#![no_main]

use jiping::evaluation::{
    Edit, Evaluation, LONGEST_LEDGER, PasteChoices, PasteInto, new_own_id, paste_ledger, paste_own,
    read_responses, retailored,
};
use jiping::template::{AnswerOption, Id, Indicator, Ledger, Node, Template};
use jiping_fuzz::{examine, explain, shipped_as};
use libfuzzer_sys::fuzz_target;
use std::sync::{Arc, LazyLock};

fuzz_target!(|bytes: &[u8]| {
    drop(read_responses(&OPTIONS, bytes, None).map_err(|error| explain(&error)));
    if let Ok(text) = std::str::from_utf8(bytes) {
        own(text);
        rows(text);
    }
});

static OPTIONS: LazyLock<Vec<AnswerOption>> = LazyLock::new(|| {
    let template = shipped_as("decision-management-performance");
    let options = template.indicators().find_map(|indicator| indicator.survey_options(""));
    options.map(<[AnswerOption]>::to_vec).unwrap_or_default()
});

fn own(text: &str) {
    let mut template = Arc::new(shipped_as("department-evaluation").clone());
    // One that takes indicators itself, not merely a group within it.
    let takes = |id: &Id| matches!(template.node(id), Some(Node::Group(group)) if group.open.is_some());
    let mut groups = template.outline().groups().iter().map(|group| group.id.clone());
    let open = groups.find(takes).expect("an open group");
    let mut evaluation = Evaluation::new(&template);
    let pasted = paste_own(&template, text);
    for line in &pasted.lines {
        assert!(!line.name.is_empty());
        let group = line.group.as_ref().unwrap_or(&open);
        let id = new_own_id(&template, &evaluation);
        let edits = line.edits(&template, group, id).expect("the group is open");
        match evaluation.apply(&template, &Edit::Together(edits)) {
            Ok(after) => {
                template = retailored(&template, &evaluation.tailoring, &after);
                evaluation = after;
            }
            Err(error) => explain(&error),
        }
    }
    assert!(pasted.refused.iter().all(|line| !line.text.trim().is_empty()));
    if !evaluation.tailoring.own.is_empty() {
        examine(&template, &evaluation);
    }
}

/// The first indicator with a ledger.
fn with_ledger(template: &Template) -> Option<(&Indicator, &Ledger)> {
    template.indicators().find_map(|indicator| Some((indicator, indicator.rule.ledger.as_ref()?)))
}

fn rows(text: &str) {
    let template = shipped_as("camera-maintenance");
    let (indicator, ledger) = with_ledger(template).expect("a ledger");
    let step = template.rounding.step;
    let into = PasteInto { ledger, step, rows: &[], year: Some(2020) };
    let pasted = paste_ledger(into, text, &PasteChoices::default());
    if pasted.rows.is_empty() || pasted.rows.len() > LONGEST_LEDGER {
        return;
    }
    let edit = Edit::AddLedgerRows { item: indicator.id.clone(), at: None, rows: pasted.rows.clone() };
    let evaluation = Evaluation::new(template).apply(template, &edit).expect("rows that fit are taken");
    examine(template, &evaluation);
    // Pasted again, each row is known or refused as before; with leave, all are taken again.
    let into = PasteInto { rows: &pasted.rows, ..into };
    let again = paste_ledger(into, text, &PasteChoices { again: true, ..PasteChoices::default() });
    assert_eq!(again.rows, pasted.rows);
    let again = paste_ledger(into, text, &PasteChoices::default());
    assert_eq!(again.rows.len() + again.again, pasted.rows.len());
}
