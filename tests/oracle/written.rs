//! The text of a template belongs to its authors: however the rule language is laid out in memory, the same text is
//! read and the same bytes are written. The digests were taken before each form of the rule language became a struct
//! of its own. A form or an option that is added changes none of them; if one changes, people's files change.

use super::lines::{lines_of, stored};
use jiping::ron_text;
use jiping::template::{Template, check_file, shipped, write};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

const SHIPPED: &[(&str, &str)] = &[
    ("decision-management-performance", "0b7f80ed9c6364d4"),
    ("self-evaluation", "7c647e83eb2a57f8"),
    ("department-evaluation", "8186edee71a91193"), // 1.1: open groups in 产出 and 效益
    ("self-evaluation-20-40-40", "0c67c5651a0d6a87"),
    ("process-output-effect", "49a6c83fc8556ad5"),
    ("target-completion", "390ccd4cb277bc91"),
    ("camera-maintenance", "93435b686708d9bb"),
];

/// Of all templates of a file of `tests/oracle/data`, one after the other, in many lines and in one.
const ORACLE: &[(&str, &str)] = &[
    ("00.txt", "7fd98aef039deec4"),
    ("01.txt", "26f0719c4877c06e"),
    ("02.txt", "9f1d284f998ddbda"),
    ("03.txt", "c6c7c19fa2e45133"),
    ("04.txt", "8ec5e3c7b2a6aa0c"),
    ("05.txt", "52f38403a7570480"),
    // Forms that were added since.
    ("06.txt", "b9fd9cba7b48a53f"),
    ("07.txt", "417772558dc6dfc5"),
];

/// Of what is said of the templates of those files once something in them is spoilt.
const SPOILT: &[(&str, &str)] = &[
    ("00.txt", "8979a9949a5782a5"),
    ("01.txt", "acd0f4bc88250d9e"),
    ("02.txt", "1ecb0424d44544b7"),
    ("03.txt", "cd176662c239c515"),
    ("04.txt", "996638152f7283b4"),
    ("05.txt", "a57802e4d9b1c91f"),
    ("06.txt", "b0e8365c429c6c42"),
    ("07.txt", "78597457bdf8036b"),
];

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// As it is written in many lines and in one; each of them is the same template again.
fn written(template: &Template, at: &str) -> String {
    let (lines, line) = (write(template).unwrap(), ron_text::write_line(template.base()).unwrap());
    for text in [&lines, &line] {
        let (again, _) = check_file(text.as_bytes()).unwrap_or_else(|error| panic!("{at}: {error:?}"));
        assert_eq!(again, *template, "{at}: not the template that was written");
    }
    lines + &line
}

/// The templates of `tests/oracle/data`, by file.
fn texts() -> BTreeMap<String, Vec<(String, String)>> {
    let mut texts: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for line in lines_of(stored()).into_iter().filter(|line| line.letter == 'T') {
        let file = line.at.split_once(':').unwrap().0.to_owned();
        texts.entry(file).or_default().push((line.at, line.text));
    }
    texts
}

fn assert_digests(found: &[(String, String)], recorded: &[(&str, &str)]) {
    let found: Vec<(&str, &str)> = found.iter().map(|(name, text)| (&**name, &**text)).collect();
    assert_eq!(found, recorded, "what is written or said is not what it was before");
}

#[test]
fn shipped_templates_are_written_as_ever() {
    let of = |template: &Template| (template.id.to_string(), digest(&written(template, &template.id)));
    assert_digests(&shipped().iter().map(of).collect::<Vec<_>>(), SHIPPED);
}

#[test]
fn random_templates_are_written_as_ever() {
    let (mut found, mut count) = (Vec::new(), 0);
    for (file, texts) in texts() {
        let mut all = String::new();
        for (at, text) in &texts {
            let (template, _) = check_file(text.as_bytes()).unwrap_or_else(|error| panic!("{at}: {error:?}"));
            all += &written(&template, at);
            count += 1;
        }
        found.push((file, digest(&all)));
    }
    assert!(count >= 600, "only {count} templates");
    assert_digests(&found, ORACLE);
}

/// `text` with something wrong at the mark after `index` (of a name, a bracket, a comma), in one of several ways.
fn spoilt(text: &str, index: usize, way: usize) -> String {
    let marks = [':', '(', ')', ','];
    let from = text.char_indices().map(|(at, _)| at).find(|at| *at >= index).unwrap_or(text.len());
    let (before, after) = text.split_at(from);
    let at = after.find(marks).unwrap_or(after.len());
    let (left, right) = after.split_at(at);
    match way {
        // a field or a form of another name; a bracket or a comma too few; one too many; a comma behind
        0 => format!("{before}{left}x{right}"),
        1 => format!("{before}{left}{}", right.get(1..).unwrap_or_default()),
        2 => format!("{before}{left}{}{right}", right.get(..1).unwrap_or_default()),
        _ => format!("{before}{left},\n  {right}"),
    }
}

/// What is said of a text: the place and the reason, but for the names that it would take instead (they stand in the
/// hint), because options are added to forms; or what it is read as.
fn said(text: &str) -> String {
    match check_file(text.as_bytes()) {
        Ok((template, _)) => ron_text::write_line(&template).unwrap(),
        Err(error) => format!("{error}\n"),
    }
}

#[test]
fn what_is_wrong_is_said_in_the_same_words_at_the_same_place() {
    let (mut found, mut refused) = (Vec::new(), 0);
    for (file, texts) in texts() {
        let mut all = String::new();
        for (_, text) in texts.iter().step_by(5) {
            for n in 0..40 {
                let wrong = said(&spoilt(text, text.len() * n / 40, n % 4));
                refused += usize::from(!wrong.starts_with('('));
                all += &wrong;
            }
        }
        found.push((file, digest(&all)));
    }
    assert!(refused >= 3_000, "only {refused} texts were refused");
    assert_digests(&found, SPOILT);
}

/// A template of one indicator whose rule is `award`.
fn of_award(award: &str) -> String {
    let nodes = format!("Indicator(id:\"i\",name:\"i\",points:\"5\",rule:(award:{award}))");
    format!("(format:1,id:\"t\",version:\"1\",title:\"t\",points:\"5\",nodes:[\n{nodes}])")
}

#[test]
fn mistakes_in_a_form() {
    for (award, expected) in [
        (
            r#"Rate(measure:Funds(Arrival),direction:Positive,cutoff:"60%")"#,
            "Line 2, column 97: unknown field “cutoff”.",
        ),
        (r#"Rate(measure:Funds(Arrival))"#, "Line 2, column 77: field “direction” is missing."),
        (
            r#"Rate(measure:Funds(Arrival),direction:Positive,direction:Equal)"#,
            "Line 2, column 97: field “direction” stands twice.",
        ),
        (
            r#"Rate((measure:Funds(Arrival),direction:Positive))"#,
            "Line 2, column 55: a name without quotation marks is expected here, such as At(\"103\") or FullMarks.",
        ),
        (
            r#"Rate(Rate(measure:Funds(Arrival),direction:Positive))"#,
            "Line 2, column 55: unknown field “Rate”.",
        ),
        (r#"Rate"#, "Line 2, column 54: “(” is expected."),
        (r#"Rate(measure:Funds(Arrival) direction:Positive)"#, "Line 2, column 78: a comma is missing."),
        (
            r#"Rate(measure:Funds(Arrival),direction:Positive,
cut_off:"sixty")"#,
            "Line 3, column 9: “sixty” is neither a number nor a percentage.",
        ),
        (r#"Rate(measure:Funds(Arrival),direction:Upward)"#, "Line 2, column 88: unknown form “Upward”."),
        (r#"Rate(measure:Number(name:"n"),direction:Positive)"#, "Line 2, column 70: unknown field “name”."),
        (r#"Rate(measure:Number,direction:Positive)"#, "Line 2, column 69: “(” is expected."),
        (r#"Free()"#, "Line 2, column 55: field “step” is missing."),
        (
            r#"Free(step:"0.5",
steps:"1")"#,
            "Line 3, column 1: unknown field “steps”.",
        ),
        (r#"Target"#, "Line 2, column 56: “(” is expected."),
        (r#"Target(target:5)"#, "Line 2, column 64: a quoted text or number is expected."),
        (r#"Full()"#, "Line 2, column 54: a comma is missing."),
        (
            r#"Alternatives(options:[(id:"o",label:"o",award:Value(measure:Panel(label:"p",mean:Mode)))])"#,
            "Line 2, column 131: unknown form “Mode”.",
        ),
        (
            r#"Bands(measure:Funds(Arrival),bands:[(points:Share(from:"0"))])"#,
            "Line 2, column 108: field “to” is missing.",
        ),
        (
            r#"Curve(measure:Funds(Arrival),nodes:[(at:"0",worth:"0",height:"1")])"#,
            "Line 2, column 104: unknown field “height”.",
        ),
    ] {
        assert_eq!(said(&of_award(award)).trim_end(), expected, "{award}");
    }
}

/// Groups in groups, with a rule at the bottom.
fn groups(depth: usize) -> String {
    let rule = of_award("Rate(measure:Number(label:\"n\",unit:\"%\"),direction:Positive)");
    let (head, rest) = rule.split_once("Indicator").unwrap();
    let open = "Group(id:\"g\",name:\"g\",points:\"5\",children:[".repeat(depth);
    let (body, tail) = rest.rsplit_once("])").unwrap();
    format!("{head}{open}Indicator{body}{}]){tail}", "])".repeat(depth))
}

/// 二者择其一 in 二者择其一, with a rate at the bottom.
fn alternatives(depth: usize) -> String {
    let open = "Alternatives(options:[(id:\"o\",label:\"o\",award:".repeat(depth);
    let rate = "Rate(measure:Number(label:\"n\",unit:\"%\"),direction:Positive)";
    of_award(&format!("{open}{rate}{}", ")])".repeat(depth)))
}

/// The parser has a limit of depth; what it took before is still taken, and written.
#[test]
fn depth() {
    let deepest = |text: fn(usize) -> String| {
        let holds = |depth: &usize| {
            let template = check_file(text(*depth).as_bytes());
            template.is_ok_and(|(template, _)| write(&template).is_ok())
        };
        (0..100).take_while(holds).count()
    };
    assert!(deepest(groups) >= 19, "{}", deepest(groups));
    assert!(deepest(alternatives) >= 17, "{}", deepest(alternatives));
}
