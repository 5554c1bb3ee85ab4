//! Each problem that a template can have: broken on purpose it is shown with its key, at its line and column, alone;
//! mended it is gone.

mod awards;
mod beyond;
mod numbers;
mod others;
mod tree;
mod words;

use crate::help::{free, indicator, template_text};
use crate::wording::wording;
use jiping::evaluation::input;
use jiping::template::{Problem, Severity, check_file, read};
use jiping::text::{Explain as _, Lang};
use std::collections::BTreeSet;

/// Stands in a broken template right before the place that the problem is shown at.
const HERE: char = '▶';

/// A template that is broken in one way, and the same template mended.
struct Case {
    key: &'static str,
    broken: String,
    mended: String,
}

/// Of the rule of the only indicator, which the problem is shown at unless the rule says where.
fn rule(key: &'static str, points: &str, broken: &str, mended: &str) -> Case {
    let text = |rule: &str| template_text(points, "", &indicator("x", points, rule));
    Case { key, broken: at_x(text(broken)), mended: text(mended) }
}

/// Of the award alone.
fn award(key: &'static str, points: &str, broken: &str, mended: &str) -> Case {
    rule(key, points, &format!("(award: {broken})"), &format!("(award: {mended})"))
}

/// Of the tree.
fn nodes(key: &'static str, points: &str, broken: &str, mended: &str) -> Case {
    with(key, points, "", broken, "", mended)
}

fn with(key: &'static str, points: &str, wrong: &str, broken: &str, right: &str, mended: &str) -> Case {
    let broken = template_text(points, wrong, broken);
    let broken = if broken.contains(HERE) { broken } else { broken.replacen("id: \"", "id: ▶\"", 1) };
    Case { key, broken, mended: template_text(points, right, mended) }
}

fn at_x(text: String) -> String {
    if text.contains(HERE) { text } else { text.replacen("id: \"x\"", "id: ▶\"x\"", 1) }
}

/// A group "g" that may say more than its children.
fn group(points: &str, more: &str, children: &[String]) -> String {
    format!(
        "Group(id: \"g\", name: \"组\", points: \"{points}\", {more} children: [\n{}]),",
        children.join("\n")
    )
}

/// The same with the problem shown at its id.
fn group_here(points: &str, more: &str, children: &[String]) -> String {
    group(points, more, children).replacen("id: \"g\"", "id: ▶\"g\"", 1)
}

fn weighted(id: &str, weight: &str) -> String {
    free(id, "100").replacen("points:", &format!("weight: \"{weight}\", points:"), 1)
}

const RATE: &str = "Entered(target: \"目标\", actual: \"实际\", rate: \"率\")";
const COUNT: &str = "Number(label: \"次数\", unit: \"次\")";
const SURVEY: &str = r#"Survey(options: [(id: "good", label: "满意", weight: "1"), (id: "bad", label: "不满意", weight: "0")])"#;
const KIND: &str = r#"(id: "late", label: "逾期", worth: Each("1"))"#;
const BY_LEDGER: &str = r#"award: Full, deductions: [Ledger(id: "rows", label: "台账")], floor: "0""#;

fn bands(measure: &str, list: &str) -> String {
    format!("Bands(measure: {measure}, bands: [{list}])")
}

fn steps(more: &str, list: &str) -> String {
    format!("Steps(measure: {COUNT}, {more} steps: [{list}])")
}

fn curve(measure: &str, more: &str, list: &str) -> String {
    format!("Curve(measure: {measure}, {more} nodes: [{list}])")
}

fn by_ledger(ledger: &str) -> String {
    format!("({BY_LEDGER}, ledger: ({ledger}))")
}

fn entries(kinds: &str, more: &str) -> String {
    format!("(award: Entries, ledger: (kinds: [{kinds}]), {more})")
}

fn effect(effect: &str) -> String {
    format!(
        r#"(award: Full, deductions: [Each(id: "a", label: "甲", points: "1")], floor: "0", effects: [{effect}])"#
    )
}

fn veto(scope: &str, consequence: &str) -> String {
    effect(&format!(r#"Veto(id: ▶"v", label: "一票否决", scope: {scope}, consequence: {consequence})"#))
}

fn plain(text: &str) -> String {
    text.replace(HERE, "")
}

fn overflow(more: &str) -> String {
    effect(&format!(r#"Overflow(id: ▶"o", label: "追加", {more})"#))
}

impl Case {
    /// With another 得分增量.
    fn with_step(self, step: &str) -> Self {
        let set = |text: &str| {
            text.replacen("\n  nodes:", &format!("\n  rounding: (step: \"{step}\"),\n  nodes:"), 1)
        };
        Self { broken: set(&self.broken), mended: set(&self.mended), ..self }
    }
}

fn cases() -> Vec<Case> {
    let tree = [tree::nodes_and_grades(), tree::combining(), tree::patterns()];
    let awards = [awards::forms(), awards::alternatives(), numbers::awards(), numbers::measures()];
    let beyond = [beyond::the_indicator(), beyond::ledgers(), words::names(), others::taken()];
    tree.into_iter().chain(awards).chain(beyond).flatten().collect()
}

fn problems(text: &str) -> Vec<Problem> {
    let read = check_file(text.as_bytes());
    read.unwrap_or_else(|error| panic!("{}\n{text}", error.message().full(Lang::Chinese))).1
}

/// What is not as the case says; empty where all is well.
fn differs(case: &Case) -> String {
    let before = case.broken.split(HERE).next().unwrap();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    let text = plain(&case.broken);
    let shown: Vec<(&str, String)> = problems(&text)
        .iter()
        .map(|problem| (problem.message.key(), problem.place.unwrap().to_string()))
        .collect();
    let left: Vec<&str> = problems(&case.mended).iter().map(|problem| problem.message.key()).collect();
    if shown == [(case.key, format!("{line}:{column}"))] && left.is_empty() {
        return String::new();
    }
    format!("{} at {line}:{column}: shown {shown:?}, left {left:?}\n{}", case.key, case.broken)
}

#[test]
fn each_problem_is_shown_alone_in_its_place_and_goes_when_it_is_mended() {
    let differences: Vec<String> = cases().iter().map(differs).filter(|found| !found.is_empty()).collect();
    assert!(
        differences.is_empty(),
        "{} of {}:\n{}",
        differences.len(),
        cases().len(),
        differences.join("\n")
    );
}

#[test]
fn a_problem_says_what_and_how_to_mend_it_in_both_languages() {
    for case in cases() {
        let text = plain(&case.broken);
        for problem in problems(&text) {
            for lang in Lang::ALL {
                let full = problem.message.full(lang);
                assert!(problem.message.hint(lang).is_some(), "{full}");
                for said in [full, problem.message.full_in_form(lang)] {
                    assert!(
                        !said.contains("{ $") && !said.contains("{$") && !said.contains("problem-"),
                        "{said}"
                    );
                }
            }
        }
        let refused = problems(&text).iter().any(|problem| problem.severity == Severity::Error);
        assert_eq!(read(text.as_bytes()).is_err(), refused, "{}", case.key);
    }
}

#[test]
fn there_is_a_case_for_every_problem_and_a_problem_for_every_wording() {
    let shown: BTreeSet<String> = cases().iter().map(|case| case.key.to_owned()).collect();
    let worded: BTreeSet<String> = wording("zh-CN")
        .into_keys()
        .filter(|key| key.starts_with("problem-") && !key.ends_with("-hint") && !key.ends_with("-form"))
        .collect();
    assert_eq!(shown, worded);
}

#[test]
fn every_key_of_an_entry_is_reserved() {
    use input::{ACTUAL, CHOICE, EXPECTED, LIST, MET, NOTHING, POINTS, RATE, REACHED, TARGET, VALUE};
    for id in [ACTUAL, CHOICE, EXPECTED, LIST, MET, NOTHING, POINTS, RATE, REACHED, TARGET, VALUE] {
        let gate = format!(r#"(award: Free(step: "1"), gates: [(id: "{id}", label: "甲")])"#);
        let found = problems(&template_text("5", "", &indicator("x", "5", &gate)));
        assert_eq!(
            found.iter().map(|problem| problem.message.key()).collect::<Vec<_>>(),
            ["problem-reserved-id"]
        );
    }
    // What is chosen is the value of an input, so it may be called like one.
    let options = r#"(award: OneOf(options: [(id: "met", label: "达成", points: Fixed("5")), (id: "rate", label: "未达成", points: Fixed("0"))]))"#;
    assert_eq!(problems(&template_text("5", "", &indicator("x", "5", options))), []);
}

#[test]
fn problems_of_the_whole_language_come_all_at_once() {
    let broken = [
        indicator(
            "bands",
            "5",
            &format!("(award: {})", bands(RATE, r#"(to: Excluding("60%"), points: Fixed("0"))"#)),
        ),
        indicator("steps", "5", &format!("(award: {})", steps("", ""))),
        indicator(
            "rows",
            "5",
            "(award: Full, deductions: [Ledger(id: \"a\", label: \"台账\")], floor: \"0\")",
        ),
        indicator("veto", "5", &plain(&veto("Group", "Fail"))),
        group("5", "combine: Weighted,", &[free("u", "100"), free("v", "100")]),
    ];
    let text = template_text("20", "", &broken.join("\n"));
    let found = problems(&text);
    let keys: Vec<_> = found.iter().map(|problem| (problem.path.as_str(), problem.message.key())).collect();
    assert_eq!(
        keys,
        [
            ("", "problem-total"),
            ("bands", "problem-bands-gap"),
            ("steps", "problem-empty-list"),
            ("rows", "problem-no-ledger"),
            ("veto", "problem-no-group-around"),
            ("veto", "problem-grade-scope"),
            ("组 › u", "problem-no-weight"),
            ("组 › v", "problem-no-weight"),
            ("bands", "problem-full-unreachable"),
        ]
    );
    let nodes: Vec<_> = found.iter().map(|problem| problem.node.as_deref().unwrap_or("")).collect();
    assert_eq!(nodes, ["", "bands", "steps", "rows", "veto", "veto", "u", "v", "bands"]);
    let ids: Vec<_> = found.iter().map(|problem| problem.at.as_deref().unwrap_or("")).collect();
    assert_eq!(ids, ["test", "bands", "steps", "a", "v", "v", "u", "v", "bands"]);
}

#[test]
fn a_gap_is_named_with_the_ends_that_belong_to_it() {
    let gap = |list: &str, measure: &str| {
        let rule = format!("(award: {})", bands(measure, list));
        let found = problems(&template_text("5", "", &indicator("x", "5", &rule)));
        let named = found.iter().filter(|problem| problem.message.key().starts_with("problem-bands-"));
        named.map(|problem| problem.message.text(Lang::Chinese)).collect::<Vec<_>>().join("")
    };
    let with = |from: &str, to: &str| {
        format!(r#"(from: {from}, points: Fixed("5")), (to: {to}, points: Fixed("0"))"#)
    };
    for (from, to, named) in [
        ("Including(\"80%\")", "Excluding(\"60%\")", "[60%, 80%)"),
        ("Excluding(\"0.8\")", "Including(\"0.6\")", "(60%, 80%]"),
        ("Excluding(\"80%\")", "Excluding(\"80%\")", "80%"),
        ("Including(\"60%\")", "Including(\"80%\")", "[60%, 80%]"),
        ("Including(\"80%\")", "Including(\"80%\")", "80%"),
        ("Including(\"80%\")", "Excluding(\"80%\")", ""),
    ] {
        let said = gap(&with(from, to), RATE);
        assert!(if named.is_empty() { said.is_empty() } else { said.contains(named) }, "{from} {to}: {said}");
    }
    let counted =
        gap(r#"(to: Including("2"), points: Fixed("5")), (from: Including("4"), points: Fixed("0"))"#, COUNT);
    assert!(counted.contains("(2, 4)"), "{counted}");
    // Ranks are whole: between 3 and 4 there is none.
    let peers = r#"Peers(own: "本单位", others: "其他单位", best: Highest, yields: Rank)"#;
    let ranks = r#"(from: Including("1"), to: Including("3"), points: Fixed("5")), (from: Including("4"), points: Fixed("0"))"#;
    assert_eq!(gap(ranks, peers), "");
    assert!(gap(&ranks.replace("\"4\"", "\"5\""), peers).contains("(3, 5)"));
}

#[test]
fn targets_as_tables_write_them_are_understood() {
    let found = |target: &str| {
        let rule = format!("(award: Target(target: \"{target}\"))");
        problems(&template_text("5", "", &indicator("x", "5", &rule))).len()
    };
    for target in ["≥80%", "<= 3 天", "＝100％", "5天以内", "不低于1,200人", "3850路"] {
        assert_eq!(found(target), 0, "{target}");
    }
    for target in ["大幅提升", "基本达成", "2024年12月底前", "≥"] {
        assert_eq!(found(target), 1, "{target}");
    }
}

#[test]
fn places_are_found_behind_comments_raw_strings_and_other_ways_to_write_the_same() {
    let text = r##"#![enable(implicit_some)]
/* id: "x" /* ( */ [ */
(format: 1, id: "t", version: r#"a "( ["#, title: "表 \" ( [", points: "5", // (
  nodes: [Indicator(id: "x", name: "x", points: "5",
    rule: (award: OneOf(options: [(id: "a", label: "甲", points: Fixed("5"))])),
  )],
)"##;
    let found = problems(text);
    let shown: Vec<_> =
        found.iter().map(|problem| (problem.message.key(), problem.place.unwrap().to_string())).collect();
    assert_eq!(shown, [("problem-few-options", "4:25".to_owned())], "{text}");
}

/// The examples of docs/TEMPLATES.md that are a rule (`// 分值 5`) or what a template holds (`// 满分 100`).
fn examples() -> Vec<String> {
    let text = include_str!("../../../docs/TEMPLATES.md");
    let blocks = text.split("```ron\n").skip(1).filter_map(|rest| rest.split("```").next());
    let example = |block: &str| {
        let (head, body) = block.split_once('\n')?;
        match (head.strip_prefix("// 分值 "), head.strip_prefix("// 满分 ")) {
            (Some(points), _) => {
                Some(template_text(points, "", &indicator("x", points, &format!("{body}\n"))))
            }
            (_, Some(points)) => Some(format!(
                "(format: 1, id: \"t\", version: \"1\", title: \"表\", points: \"{points}\",\n{body})"
            )),
            _ => None,
        }
    };
    blocks.filter_map(example).collect()
}

#[test]
fn the_examples_of_the_documentation_have_no_problems() {
    let examples = examples();
    assert!(examples.len() > 25, "{}", examples.len());
    for text in examples {
        let found = problems(&text);
        let said: Vec<_> = found.iter().map(|problem| problem.message.full(Lang::Chinese)).collect();
        assert!(said.is_empty(), "{said:#?}\n{text}");
    }
}
