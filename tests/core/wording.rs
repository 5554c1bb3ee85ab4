//! Every sentence stands in both languages, with the same arguments, and every error says what to do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, extension: &str, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, extension, into);
        } else if path.extension().is_some_and(|found| found == extension) {
            into.push(path);
        }
    }
}

fn all(folder: &str, extension: &str) -> Vec<(PathBuf, String)> {
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), extension, &mut paths);
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(&path).unwrap())).collect()
}

/// Keys of a language with the arguments that their wording names; keys written twice are an error.
pub(crate) fn wording(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in all(&format!("assets/locales/{lang}"), "ftl") {
        let mut key: Option<String> = None;
        for line in text.lines() {
            let continued = line.starts_with([' ', '\t']);
            if !continued {
                key = line
                    .split_once('=')
                    .map(|(key, _)| key.trim().to_owned())
                    .filter(|_| !line.starts_with('#'));
                if let Some(key) = &key {
                    let before = keys.insert(key.clone(), BTreeSet::new());
                    assert!(before.is_none(), "{}: {key} is written twice", path.display());
                }
            }
            let Some(arguments) = key.as_ref().and_then(|key| keys.get_mut(key)) else {
                continue;
            };
            for rest in line.split('$').skip(1) {
                let name: String =
                    rest.chars().take_while(|c| c.is_alphanumeric() || "-_".contains(*c)).collect();
                arguments.insert(name);
            }
        }
    }
    assert!(keys.len() > 100, "{lang}: {} keys", keys.len());
    keys
}

#[test]
fn both_languages_have_the_same_keys_and_arguments() {
    let (chinese, english) = (wording("zh-CN"), wording("en"));
    for (key, arguments) in &chinese {
        assert!(english.contains_key(key), "en lacks {key}");
        assert_eq!(arguments, &english[key], "arguments of {key}");
    }
    for key in english.keys() {
        assert!(chinese.contains_key(key), "zh-CN lacks {key}");
    }
}

fn is_key(text: &str) -> bool {
    text.contains('-')
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
}

/// String literals of a piece of source that look like keys.
fn keys_in(source: &str) -> Vec<&str> {
    source.split('"').skip(1).step_by(2).filter(|text| is_key(text)).collect()
}

/// The literals that are the key of a `Message::new(` or `tr(` call.
fn keys_used(source: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    for (at, _) in source.match_indices("Message::new(") {
        let rest = source[at + "Message::new(".len()..].trim_start();
        keys.extend(rest.strip_prefix('"').and_then(|rest| rest.split('"').next()));
    }
    for call in [" tr(", "(tr(", "&tr(", "!tr("] {
        for (at, _) in source.match_indices(call) {
            let inside = source[at + call.len()..].split(')').next().unwrap_or_default();
            let literal = inside.split_once(',').and_then(|(_, key)| key.trim().strip_prefix('"'));
            keys.extend(literal.and_then(|rest| rest.split('"').next()));
        }
    }
    keys.retain(|key| !key.contains('{'));
    keys
}

#[test]
fn every_key_in_the_source_has_its_wording() {
    let chinese = wording("zh-CN");
    for (path, source) in all("src", "rs") {
        for key in keys_used(&source) {
            assert!(chinese.contains_key(key), "{}: no wording for {key}", path.display());
        }
    }
}

#[test]
fn every_error_says_what_to_do() {
    let chinese = wording("zh-CN");
    let mut checked = 0;
    for (path, source) in all("src", "rs") {
        for (at, _) in source.match_indices("impl Explain for") {
            let body = source[at..].split("\n}").next().unwrap_or_default();
            for key in keys_in(body) {
                assert!(chinese.contains_key(key), "{}: no wording for {key}", path.display());
                assert!(
                    chinese.contains_key(&format!("{key}-hint")),
                    "{}: {key} has no hint",
                    path.display()
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 30, "{checked}");
    for key in chinese.keys().filter(|key| key.starts_with("problem-") && !key.ends_with("-hint")) {
        assert!(chinese.contains_key(&format!("{key}-hint")), "{key} has no hint");
    }
}

#[test]
fn every_kind_of_award_and_measure_has_its_words() {
    use jiping::template::{AwardKind, MeasureKind};
    use strum::VariantArray as _;
    let chinese = wording("zh-CN");
    let awards = AwardKind::VARIANTS.iter().map(|kind| format!("te-award-{}", kind.name()));
    let examples = awards.clone().map(|key| format!("{key}-example"));
    let measures = MeasureKind::VARIANTS.iter().map(|kind| format!("te-measure-{}", kind.name()));
    for key in awards.chain(examples).chain(measures) {
        assert!(chinese.contains_key(&key), "no wording for {key}");
    }
}
