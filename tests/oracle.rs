//! A second program (`tests/oracle`, Python), written from `docs/SCORING.md` alone, scored thousands of random sheets.
//! Here every item, group, total and grade is compared with what this program makes of them.
//! `python3 tests/oracle/oracle.py` writes the data anew; nothing here needs Python. `JIPING_ORACLE_DATA` names
//! another folder of cases (`oracle.py --first 100000 --to FOLDER`).
#![cfg(test)]

#[path = "oracle/coverage.rs"]
mod coverage;
#[path = "oracle/english.rs"]
mod english;
#[path = "oracle/equations.rs"]
mod equations;
#[path = "oracle/examples.rs"]
mod examples;
#[path = "oracle/lines.rs"]
mod lines;
#[path = "oracle/written.rs"]
mod written;

use jiping::evaluation::{self, Evaluation};
use jiping::number::plain;
use jiping::scoring::{ItemState, Scorecard, score, workings};
use jiping::template::{Severity, Template, check_file};
use jiping::text::Lang;
use lines::{Line, lines_of, stored};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::str::FromStr as _;

/// What the oracle says of one evaluation; numbers as plain decimals.
#[derive(Deserialize)]
struct Expected {
    /// By id, in the order of the sheet: `S 7.6`, `U`, `I`, `N`, `N 8`, `C`.
    items: Vec<(String, String)>,
    groups: Vec<(String, String)>,
    total: String,
    grade: Option<String>,
    provisional: bool,
}

fn data() -> Vec<Line> {
    lines_of(std::env::var_os("JIPING_ORACLE_DATA").map_or_else(stored, PathBuf::from))
}

fn letter(state: &ItemState) -> char {
    match state {
        ItemState::Unscored(_) => 'U',
        ItemState::NoInformation => 'I',
        ItemState::NotApplicable { .. } => 'N',
        ItemState::Scored => 'S',
        ItemState::Compared { .. } => 'C',
    }
}

/// What differs, one line each: place, what, expected, got.
fn differences(card: &Scorecard, expected: &Expected, at: &str) -> Vec<String> {
    let mut differing = Vec::new();
    let mut compare = |what: String, expected: &str, got: String| {
        if expected != got {
            differing.push(format!("{at} {what}: expected {expected}, got {got}"));
        }
    };
    let items = card.items.iter().map(|item| {
        let score = item.score.map(|score| format!(" {}", plain(score))).unwrap_or_default();
        (&*item.id, format!("{}{score}", letter(&item.state)))
    });
    for ((id, expected), (got_id, got)) in expected.items.iter().zip(items) {
        compare("order of items".to_owned(), id, got_id.to_owned());
        compare(format!("item {id}"), expected, got);
    }
    compare("items".to_owned(), &expected.items.len().to_string(), card.items.len().to_string());
    for ((id, expected), group) in expected.groups.iter().zip(&card.groups) {
        compare("order of groups".to_owned(), id, group.id.to_string());
        compare(format!("group {id}"), expected, plain(group.score));
    }
    compare("groups".to_owned(), &expected.groups.len().to_string(), card.groups.len().to_string());
    compare("total".to_owned(), &expected.total, plain(card.total));
    compare("provisional".to_owned(), &expected.provisional.to_string(), card.provisional.to_string());
    let grade = card.grade.as_deref().unwrap_or("none").to_owned();
    compare("grade".to_owned(), expected.grade.as_deref().unwrap_or("none"), grade);
    differing
}

#[test]
fn two_programs_agree_to_the_last_digit() {
    let (mut template, mut evaluation): (Option<Template>, Option<Evaluation>) = (None, None);
    let (mut compared, mut differing) = (0, Vec::new());
    for Line { at, letter, text } in data() {
        match letter {
            'T' => {
                template =
                    Some(check_file(text.as_bytes()).unwrap_or_else(|error| panic!("{at}: {error:?}")).0);
            }
            'E' => {
                let read = evaluation::read(text.as_bytes());
                evaluation = Some(read.unwrap_or_else(|error| panic!("{at}: {error:?}")));
            }
            _ => {
                let (template, evaluation) = (template.as_ref().unwrap(), evaluation.as_ref().unwrap());
                let expected: Expected = serde_json::from_str(&text).unwrap();
                let card = score(&evaluation.tailoring.apply(template), evaluation);
                differing.extend(differences(&card, &expected, &at));
                compared += 1;
            }
        }
    }
    assert!(compared >= 2_400, "only {compared} cases");
    let shown = differing.iter().take(40).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(differing.is_empty(), "{} differences in {compared} cases\n{shown}", differing.len());
}

/// What template and evaluation themselves say in Chinese: the strings of their texts, longest first.
fn chinese_strings(text: &str) -> Vec<&str> {
    let mut strings: Vec<&str> = text.split('"').filter(|part| part.chars().any(is_chinese)).collect();
    strings.sort_by_key(|string| std::cmp::Reverse(string.len()));
    strings.dedup();
    strings
}

/// An ideograph or a mark of Chinese text.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Read in English, derivations, causes and workings have no Chinese but what template and evaluation say.
#[test]
fn english_is_english() {
    let (mut template, mut evaluation) = (None, None);
    let mut read = 0_usize;
    for Line { at, letter, text } in data() {
        match letter {
            'T' => template = Some((check_file(text.as_bytes()).unwrap().0, text)),
            'E' => evaluation = Some((evaluation::read(text.as_bytes()).unwrap(), text)),
            _ => {
                let (template, stated) = template.as_ref().unwrap();
                let (evaluation, typed) = evaluation.as_ref().unwrap();
                let template = evaluation.tailoring.apply(template);
                let card = score(&template, evaluation);
                let mut own = [chinese_strings(stated), chinese_strings(typed)].concat();
                // 80件以内 before 80件, of which it is made.
                own.sort_by_key(|text| std::cmp::Reverse(text.len()));
                for said in everything_said(&template, &card, Lang::English) {
                    let rest = own.iter().fold(said.clone(), |rest, own| rest.replace(own.trim(), ""));
                    assert!(!rest.chars().any(is_chinese), "{at}: {said}");
                    read += 1;
                }
            }
        }
    }
    assert!(read >= 20_000, "only {read} sentences");
}

/// Left and right side of every equation are equal with the digits shown.
#[test]
fn every_equation_is_true() {
    for lang in [Lang::Chinese, Lang::English] {
        let mut verdict = equations::Verdict::default();
        for said in worked_out_of_all_sheets(lang) {
            match lang {
                Lang::Chinese => equations::judge(&said, &mut verdict),
                Lang::English => equations::judge(&english::in_chinese(&said), &mut verdict),
            }
        }
        let shown = verdict.wrong.iter().take(20).map(String::as_str).collect::<Vec<_>>().join("\n");
        assert!(verdict.wrong.is_empty(), "{} of {}\n{shown}", verdict.wrong.len(), verdict.right);
        assert!(verdict.right >= 6_000, "only {} equations", verdict.right);
    }
}

/// The chapter on wording shows what the program says, and every wording.
#[test]
fn the_wordings_in_the_specification_are_true_and_occur() {
    let text = include_str!("../docs/SCORING.md").replace(r"\|", "|");
    let (_, chapter) = text.split_once("\n## 7 ").unwrap();
    let mut verdict = equations::Verdict::default();
    chapter.split('`').skip(1).step_by(2).for_each(|example| equations::judge(example, &mut verdict));
    assert!(verdict.wrong.is_empty() && verdict.right >= 60, "{verdict:?}");
    let said = worked_out_of_all_sheets(Lang::Chinese);
    let rows = chapter.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | `"));
    let examples: Vec<_> = rows.filter_map(|(_, cell)| Some(cell.split_once('`')?.0)).collect();
    for example in &examples {
        assert!(said.contains(*example), "no sheet says “{example}”");
    }
    for (key, parts) in wordings() {
        let shows = |example: &&str| parts.iter().all(|part| example.contains(part));
        assert!(examples.iter().any(shows), "no example of {key}: {parts:?}");
    }
}

/// Words of derivations, sources and workings, without what is filled in.
fn wordings() -> Vec<(&'static str, Vec<&'static str>)> {
    // The bands of a sound template leave no gap.
    let is_worded = |key: &&str| {
        ["why-", "source-", "workings-", "detail-"].iter().any(|kind| key.starts_with(kind))
            && *key != "workings-in-no-band"
    };
    let lines = include_str!("../assets/locales/zh-CN/wording.ftl").lines();
    let entries = lines.filter_map(|line| line.split_once(" = ")).filter(|(key, _)| is_worded(key));
    let parts = |words: &'static str| {
        let parts = words.split(['{', '}']).step_by(2).map(str::trim);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>()
    };
    entries.map(|(key, words)| (key, parts(words))).collect()
}

/// Derivations and workings of all sheets.
fn worked_out_of_all_sheets(lang: Lang) -> BTreeSet<String> {
    let mut template = None;
    let mut said = BTreeSet::new();
    for Line { letter, text, .. } in data() {
        match letter {
            'T' => template = Some(jiping::template::read(text.as_bytes()).unwrap()),
            'E' => {
                let stated = template.as_ref().unwrap();
                let evaluation = evaluation::read(text.as_bytes()).unwrap();
                let template = evaluation.tailoring.apply(stated);
                let card = score(&template, &evaluation);
                said.extend(everything_worked_out(&template, &card, lang));
            }
            _ => {}
        }
    }
    said
}

/// Derivations and workings.
fn everything_worked_out(template: &Template, card: &Scorecard, lang: Lang) -> Vec<String> {
    let derivation =
        |item: &jiping::scoring::ItemScore| item.derivation.text(lang, item.score, card.item_decimals);
    let mut said: Vec<String> = card.items.iter().map(derivation).collect();
    let scopes = (0..card.groups.len()).map(Some).chain([None]);
    let workings = scopes.filter_map(|scope| workings(template, card, scope));
    said.extend(workings.map(|workings| workings.text(lang)));
    said
}

/// All sentences about a scorecard.
fn everything_said(template: &Template, card: &Scorecard, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    for item in &card.items {
        said.push(item.derivation.text(lang, item.score, card.item_decimals));
        said.extend(item.causes.iter().map(|cause| cause.label.text(lang)));
        if let ItemState::NotApplicable { reason } = &item.state {
            said.push(reason.text(lang));
        }
    }
    let causes = card.groups.iter().flat_map(|group| &group.causes).chain(&card.causes);
    said.extend(causes.map(|cause| cause.label.text(lang)));
    let scopes = (0..card.groups.len()).map(Some).chain([None]);
    let workings = scopes.filter_map(|scope| workings(template, card, scope));
    said.extend(workings.map(|workings| workings.text(lang)));
    said
}

/// The cases are templates that people could have, not such as the checks refuse.
#[test]
fn the_templates_are_sound() {
    let mut refused = Vec::new();
    for Line { at, text, .. } in data().into_iter().filter(|line| line.letter == 'T') {
        let (_, problems) = check_file(text.as_bytes()).unwrap_or_else(|error| panic!("{at}: {error:?}"));
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
        refused.extend(errors.map(|problem| format!("{at} {:?} {:?}", problem.at, problem.message)));
    }
    let shown = refused.iter().take(40).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(refused.is_empty(), "{} problems\n{shown}", refused.len());
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str(text).unwrap()
}
