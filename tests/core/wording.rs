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

/// Words of the program's own inside that stand on the screen although they are not Chinese: names of products, keys,
/// formats that everybody who works with them calls so.
const KNOWN: &[&str] = &[
    "Excel",
    "WPS",
    "LibreOffice",
    "Word",
    "PDF",
    "CSV",
    "Ctrl",
    "Alt",
    "Shift",
    "Enter",
    "Esc",
    "Tab",
    "Insert",
    "English",
    "SHA",
    "UTF",
    "MIB",
    "MiB",
    "MB",
    "OFL",
    "MIT",
    "Apache",
    "Linux",
    "Windows",
    "OpenGL",
    "make",
    "setup",
    "xlsx",
    "docx",
    "csv",
    "tsv",
    "xls",
    "ods",
    "jiping",
    "bak",
    "JIPING_DATA",
];

/// Runs of Latin letters outside of arguments.
fn latin(text: &str) -> Vec<String> {
    let without: String =
        text.split(['{', '<']).map(|part| part.rsplit(['}', '>']).next().unwrap_or_default()).collect();
    let words = without.split(|c: char| !(c.is_ascii_alphabetic() || c == '_'));
    words.filter(|word| word.len() > 1 && !KNOWN.contains(word)).map(str::to_owned).collect()
}

#[test]
fn no_english_stands_on_the_chinese_screen() {
    let files = [
        "app", "checks", "help", "import", "ledger", "print", "problems", "samples", "tailor", "template",
        "terms", "wording", "migrate",
    ];
    let mut found = Vec::new();
    for (path, text) in all("assets/locales/zh-CN", "ftl") {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if !files.contains(&name.as_str()) {
            continue;
        }
        let sentences = text.lines().filter_map(|line| line.split_once(" = "));
        let on_screen = sentences.filter(|(key, _)| !key.starts_with("cli-"));
        let english = on_screen.filter(|(_, words)| !latin(words).is_empty());
        found.extend(english.map(|(key, words)| format!("{name}: {key} = {words}")));
    }
    assert_eq!(found, Vec::<String>::new());
}

/// A problem of a template stands in the template editor too, where nobody sees the text of the file.
#[test]
fn problems_of_a_template_have_words_for_the_form() {
    use jiping::text::{Lang, Message};
    let chinese = wording("zh-CN");
    let is_problem =
        |key: &str| key.starts_with("problem-") && !key.ends_with("-hint") && !key.ends_with("-form");
    let mut checked = 0;
    for key in chinese.keys().filter(|key| is_problem(key)) {
        let arguments = [key.clone(), format!("{key}-hint"), format!("{key}-form-hint")];
        let arguments = arguments.iter().filter_map(|key| chinese.get(key)).flatten();
        let message = Message::new(key.clone().leak());
        let message = arguments.fold(message, |message, name| message.with(name.clone().leak(), "甲"));
        let said = message.full_in_form(Lang::Chinese);
        assert_eq!(latin(&said), Vec::<String>::new(), "{said}");
        checked += 1;
    }
    assert!(checked > 50, "{checked}");
}

/// Buttons, labels and sheets that a page of the help names in quotation marks are called so.
#[test]
fn what_the_help_names_is_there() {
    const EXAMPLES: &[&str] = &["中至优", "加分 +…"];
    for lang in ["zh-CN", "en"] {
        let said = all(&format!("assets/locales/{lang}"), "ftl");
        let printed = all("src/print/papers", "rs").into_iter().chain(all("scoring_templates", "ron"));
        let words: String = said.into_iter().chain(printed).map(|(_, text)| text).collect();
        for (path, page) in all(&format!("assets/help/{lang}"), "md") {
            let quoted = page.split('“').skip(1).filter_map(|rest| rest.split('”').next());
            for name in quoted.filter(|name| !EXAMPLES.contains(name)) {
                assert!(words.contains(name), "{}: nothing is called {name}", path.display());
            }
        }
    }
}
