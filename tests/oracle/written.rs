//! The text of a template belongs to its authors: however the rule language is laid out in memory, the same text is
//! read and the same bytes are written. The digests were taken before each form of the rule language became a struct
//! of its own. A form or an option that is added changes none of them; if one changes, people's files change.

use super::{lines_of, stored};
use jiping::ron_text;
use jiping::template::{Template, check_file, shipped, write};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

const SHIPPED: &[(&str, &str)] = &[
    ("decision-management-performance", "0b7f80ed9c6364d4"),
    ("self-evaluation", "7c647e83eb2a57f8"),
    ("department-evaluation", "9f64a3050194f1f6"),
    ("self-evaluation-20-40-40", "0c67c5651a0d6a87"),
    ("process-output-effect", "49a6c83fc8556ad5"),
    ("target-completion", "390ccd4cb277bc91"),
];

/// Of all templates of a file of `tests/oracle/data`, one after the other, in many lines and in one.
const ORACLE: &[(&str, &str)] = &[
    ("00.txt", "7fd98aef039deec4"),
    ("01.txt", "26f0719c4877c06e"),
    ("02.txt", "9f1d284f998ddbda"),
    ("03.txt", "c6c7c19fa2e45133"),
    ("04.txt", "8ec5e3c7b2a6aa0c"),
    ("05.txt", "52f38403a7570480"),
];

/// Of what is said of the templates of those files once something in them is spoilt.
const SPOILT: &[(&str, &str)] = &[
    ("00.txt", "4f37dc37df0d2d68"),
    ("01.txt", "b051f7733ff99064"),
    ("02.txt", "5b555912d6a87d5d"),
    ("03.txt", "a4c6fd108a85ae9b"),
    ("04.txt", "9822e6d7befe38e9"),
    ("05.txt", "e9e6b0c7c39154e0"),
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

/// What is said of a text: the place and the reason in the parser's words, but for the names that it would take
/// instead, because options are added to forms; or what it is read as.
fn said(text: &str) -> String {
    match check_file(text.as_bytes()) {
        Ok((template, _)) => ron_text::write_line(&template).unwrap(),
        Err(error) => {
            let error = error.to_string();
            error.split_once(", expected").map_or(&*error, |(said, _)| said).to_owned() + "\n"
        }
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
            "2:97: Unexpected field named `cutoff` in `Rate`",
        ),
        (r#"Rate(measure:Funds(Arrival))"#, "2:77: Unexpected missing field named `direction` in `Rate`"),
        (
            r#"Rate(measure:Funds(Arrival),direction:Positive,direction:Equal)"#,
            "2:97: Unexpected duplicate field named `direction` in `Rate`",
        ),
        (r#"Rate((measure:Funds(Arrival),direction:Positive))"#, "2:55: Expected identifier"),
        (
            r#"Rate(Rate(measure:Funds(Arrival),direction:Positive))"#,
            "2:55: Unexpected field named `Rate` in `Rate`",
        ),
        (r#"Rate"#, "2:54: Expected opening `(`"),
        (r#"Rate(measure:Funds(Arrival) direction:Positive)"#, "2:78: Expected comma"),
        (
            r#"Rate(measure:Funds(Arrival),direction:Positive,
cut_off:"sixty")"#,
            "3:9: neither a number nor a percentage: sixty",
        ),
        (
            r#"Rate(measure:Funds(Arrival),direction:Upward)"#,
            "2:88: Unexpected variant named `Upward` in enum `Direction`",
        ),
        (
            r#"Rate(measure:Number(name:"n"),direction:Positive)"#,
            "2:70: Unexpected field named `name` in `Number`",
        ),
        (r#"Rate(measure:Number,direction:Positive)"#, "2:69: Expected opening `(`"),
        (r#"Free()"#, "2:55: Unexpected missing field named `step` in `Free`"),
        (
            r#"Free(step:"0.5",
steps:"1")"#,
            "3:1: Unexpected field named `steps` in `Free`",
        ),
        (r#"Target"#, "2:56: Expected opening `(`"),
        (r#"Target(target:5)"#, "2:64: Expected string"),
        (r#"Full()"#, "2:54: Expected comma"),
        (
            r#"Alternatives(options:[(id:"o",label:"o",award:Value(measure:Panel(label:"p",mean:Mode)))])"#,
            "2:131: Unexpected variant named `Mode` in enum `PanelMean`",
        ),
        (
            r#"Bands(measure:Funds(Arrival),bands:[(points:Share(from:"0"))])"#,
            "2:108: Unexpected missing field named `to` in `Share`",
        ),
        (
            r#"Curve(measure:Funds(Arrival),nodes:[(at:"0",worth:"0",height:"1")])"#,
            "2:104: Unexpected field named `height` in `CurvePoint`",
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
