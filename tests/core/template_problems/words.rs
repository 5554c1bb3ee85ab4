#![cfg(test)]
//! What has no name, and points that words name and no rule gives.

use super::{Case, HERE, award, rule};
use super::{by_ledger, group, problems};
use crate::help::{free, indicator, template_text};
use jiping::template::{Severity, read};

/// Broken where it has no name.
fn unnamed(key: &'static str, points: &str, mended: &str) -> Case {
    let broken = mended.replacen("甲", "", 1);
    assert!(broken.contains(HERE));
    rule(key, points, &broken, &super::plain(mended))
}

fn words(field: &str, points: &str, text: &str, rule: &str) -> String {
    indicator("x", points, rule).replacen("standard: \"\"", &format!("{field}: \"{text}\""), 1)
}

const PARTS: &str =
    r#"(award: Parts(parts: [(id: "a", label: "甲", points: "2"), (id: "b", label: "乙", points: "3")]))"#;
const OPTIONS: &str = r#"(award: OneOf(options: [(id: "a", label: "好", points: Fixed("5")), (id: "b", label: "差", points: Fixed("0"))]))"#;

pub(crate) fn names() -> Vec<Case> {
    let each = r#"(award: Full, deductions: [Each(id: ▶"a", label: "甲", points: "1")], floor: "0")"#;
    let survey = r#"Rate(measure: Survey(options: [(id: "▶a", label: "甲", weight: "1"), (id: "b", label: "乙", weight: "0")]), direction: Positive)"#;
    vec![
        here("problem-no-name", &free("x", "5").replacen("name: \"x\"", "name: \"\"", 1), &free("x", "5")),
        here(
            "problem-no-name",
            &super::group_here("5", "", &[free("x", "5")]).replacen("组", " ", 1),
            &group("5", "", &[free("x", "5")]),
        ),
        unnamed("problem-no-name-part", "5", &PARTS.replacen("\"a\"", "▶\"a\"", 1)),
        unnamed(
            "problem-no-name-option",
            "5",
            &OPTIONS.replacen("\"a\"", "▶\"a\"", 1).replacen("好", "甲", 1),
        ),
        award(
            "problem-no-name-option",
            "5",
            &survey.replacen("\"▶a", "▶\"a", 1).replacen("甲", "", 1),
            &super::plain(survey),
        ),
        unnamed("problem-no-name-deduction", "5", each),
        unnamed("problem-no-name-gate", "5", r#"(award: Free(step: "1"), gates: [(id: ▶"g", label: "甲")])"#),
        unnamed(
            "problem-no-name-effect",
            "5",
            r#"(award: Free(step: "1"), effects: [Veto(id: ▶"v", label: "甲", scope: Item, consequence: Zero)])"#,
        ),
        unnamed(
            "problem-no-name",
            "5",
            &by_ledger(r#"kinds: [(id: ▶"late", label: "甲", worth: Each("1"))]"#),
        ),
        case_of_words(
            "problem-words-criterion",
            "criterion",
            "目标（4分）",
            "目标（5 分）",
            "(award: Free(step: \"1\"))",
        ),
        case_of_words(
            "problem-words-standard",
            "standard",
            "甲（2分）；乙（2分）",
            "甲（2分）；乙(3分)",
            PARTS,
        ),
        case_of_words(
            "problem-words-standard",
            "standard",
            "好（4分），差（0分）",
            "好（5分），差（0分）",
            OPTIONS,
        ),
    ]
}

fn case_of_words(key: &'static str, field: &str, broken: &str, mended: &str, rule: &str) -> Case {
    here(key, &words(field, "5", broken, rule), &words(field, "5", mended, rule))
}

/// Of the only indicator, or of what is marked.
fn here(key: &'static str, broken: &str, mended: &str) -> Case {
    let text = |nodes: &str| template_text("5", "", nodes);
    Case { key, broken: super::at_x(text(broken)), mended: text(mended) }
}

#[test]
fn what_was_made_before_without_a_name_still_opens() {
    let text = template_text("5", "", &indicator("x", "5", &PARTS.replacen("甲", "", 1)));
    let found = problems(&text);
    assert_eq!(found.iter().map(|problem| problem.severity).collect::<Vec<_>>(), [Severity::Omission]);
    assert!(found.iter().all(|problem| problem.is_error()), "no new sheet begins with it");
    assert!(read(text.as_bytes()).is_ok());
}

#[test]
fn points_in_words_that_the_rule_gives_are_left_alone() {
    let free = "(award: Free(step: \"1\"))";
    let each =
        r#"(award: Full, deductions: [Each(id: "a", label: "甲", points: "0.5", cap: "2")], floor: "0")"#;
    for (text, rule) in [
        ("", free),
        ("满分", free),
        ("甲（2分）；乙（3分）", free),
        ("计算得分（5分）", PARTS),
        ("（见说明）甲（第1分册）", free),
        ("每处扣分（0.5分），最多（2分）", each),
    ] {
        let found = problems(&template_text("5", "", &words("standard", "5", text, rule)));
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}
