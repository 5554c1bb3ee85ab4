//! Deductions, bounds, gates, effects, ledgers.

use super::{BY_LEDGER, COUNT, Case, KIND, by_ledger, entries, overflow, plain, rule, veto};
use crate::help::{indicator, template_text};

pub(crate) fn the_indicator() -> Vec<Case> {
    let deductions = |list: &str, floor: &str| format!("(award: Full, deductions: [{list}], {floor})");
    let between =
        |from: &str, to: &str| format!("Between(id: \"a\", label: \"甲\", from: \"{from}\", to: \"{to}\")");
    let here = |item: String| item.replacen("id: ", "id: ▶", 1);
    let floor = "floor: \"0\"";
    let good = deductions(&between("1", "2"), floor);
    let each = r#"Each(id: "a", label: "甲", points: "1")"#;
    let good_effect = plain(&veto("Sheet", "Zero"));
    let good_overflow = plain(&overflow(r#"when: Exhausted, take: OneOf(["5"]), scope: Sheet"#));
    let stepped = |here: &str, measure: &str, more: &str| {
        format!(
            "Steps(id: \"a\", label: \"甲\", measure: {measure}, steps: [{here}(side: Below, at: \"95%\", unit: \"1%\", points: \"1\"{more})])"
        )
    };
    let tied = |each: &str, here: &str, when: &str, take: &str| {
        format!(
            "(award: Full, deductions: [{each}], floor: \"0\", effects: [Overflow(id: {here}\"o\", label: \"追加\", when: {when}, take: {take}, scope: Sheet)])"
        )
    };
    let by_rows = |here: &str, measure: &str| {
        let steps = format!(
            "Steps(id: {here}\"s\", label: \"甲\", measure: {measure}, steps: [(side: Above, at: \"2\", unit: \"1\", points: \"1\")])"
        );
        by_ledger(&format!("kinds: [{KIND}]")).replacen(
            "deductions: [",
            &format!("deductions: [{steps}, "),
            1,
        )
    };
    let grades = "grades: [(name: \"优\", from: \"4\"), (name: \"差\", from: \"0\")],";
    let by_grade = |key, scope: &str, consequence: &str| {
        let broken = template_text("5", grades, &indicator("x", "5", &veto(scope, consequence)));
        let right = plain(&veto("Sheet", "Grade(\"差\")"));
        Case { key, broken, mended: template_text("5", grades, &indicator("x", "5", &right)) }
    };
    let nothing = r#"(award: Free(step: "1"), effects: [Overflow(id: ▶"o", label: "追加", when: Exhausted, take: Excess, scope: Sheet)])"#;
    vec![
        rule("problem-deduction-range", "5", &deductions(&here(between("3", "2")), floor), &good),
        rule("problem-off-step", "5", &deductions(&here(between("1", "2.5")), floor), &good).with_step("1"),
        rule(
            "problem-over-deduction",
            "5",
            &deductions(&between("2", "6"), ""),
            &deductions(&between("2", "6"), floor),
        ),
        rule("problem-over-deduction-unbounded", "5", &deductions(each, ""), &deductions(each, floor)),
        rule(
            "problem-steps-give",
            "5",
            &deductions(
                &stepped("▶", "Entered(target: \"甲\", actual: \"乙\", rate: \"率\")", ", gives: true"),
                floor,
            ),
            &deductions(&stepped("", "Entered(target: \"甲\", actual: \"乙\", rate: \"率\")", ""), floor),
        ),
        rule(
            "problem-overflow-no-deduction",
            "5",
            &tied(each, "▶", "Deducted(\"b\")", "OneOf([\"1\"])"),
            &tied(each, "", "Deducted(\"a\")", "OneOf([\"1\"])"),
        ),
        rule(
            "problem-overflow-each",
            "5",
            &tied(each, "▶", "Ticked", "Each(\"1\")"),
            &tied(each, "", "Deducted(\"a\")", "Each(\"1\")"),
        ),
        rule("problem-steps-ledger", "5", &by_rows("▶", "Ledger(Count)"), &by_rows("", COUNT)),
        rule(
            "problem-over-deduction-unbounded",
            "5",
            &by_ledger(&format!("kinds: [{KIND}]")).replace(", floor: \"0\"", ""),
            &by_ledger(&format!("kinds: [{KIND}]")),
        ),
        rule("problem-no-ledger", "5", &format!("({})", BY_LEDGER.replace("id: ", "id: ▶")), &good),
        rule("problem-floor", "5", &deductions(each, "floor: \"6\""), &good),
        rule("problem-floor", "5", &deductions(each, "floor: \"-1\""), &good),
        rule(
            "problem-ceiling",
            "0",
            &entries(KIND, "ceiling: \"-1\", floor: \"-3\""),
            &entries(KIND, "ceiling: \"1\", floor: \"-3\""),
        ),
        rule(
            "problem-full-unreachable",
            "5",
            &deductions(each, "floor: \"0\", ceiling: \"4\""),
            &deductions(each, "floor: \"0\", ceiling: \"5\""),
        ),
        rule(
            "problem-duplicate-id",
            "5",
            r#"(award: Free(step: "1"), gates: [(id: "a", label: "甲"), (id: ▶"a", label: "乙")])"#,
            r#"(award: Free(step: "1"), gates: [(id: "a", label: "甲"), (id: "b", label: "乙")])"#,
        ),
        rule(
            "problem-reserved-id",
            "5",
            r#"(award: Free(step: "1"), gates: [(id: ▶"met", label: "甲")])"#,
            r#"(award: Free(step: "1"), gates: [(id: "a", label: "甲")])"#,
        ),
        rule("problem-no-group", "5", &veto("Node(\"nobody\")", "Zero"), &good_effect),
        rule("problem-no-group-around", "5", &veto("Group", "Zero"), &good_effect),
        by_grade("problem-grade-scope", "Item", "Grade(\"差\")"),
        by_grade("problem-no-grade", "Sheet", "Grade(\"劣\")"),
        rule("problem-no-grades", "5", &veto("Sheet", "Fail"), &good_effect),
        rule("problem-negative", "5", &veto("Sheet", "Cap(\"-1\")"), &plain(&veto("Sheet", "Cap(\"3\")"))),
        rule(
            "problem-overflow-item",
            "5",
            &overflow(r#"when: Exhausted, take: OneOf(["5"]), scope: Item"#),
            &good_overflow,
        ),
        rule("problem-overflow-no-deductions", "5", nothing, &good_overflow),
        rule(
            "problem-empty-list",
            "5",
            &overflow("when: Ticked, take: OneOf([]), scope: Sheet"),
            &good_overflow,
        ),
        rule(
            "problem-not-positive",
            "5",
            &overflow(r#"when: Ticked, take: OneOf(["5", "0"]), scope: Sheet"#),
            &good_overflow,
        ),
    ]
}

pub(crate) fn ledgers() -> Vec<Case> {
    let kinds = |list: &str, more: &str| by_ledger(&format!("kinds: [{list}], {more}"));
    let here = |item: &str| item.replacen("id: ", "id: ▶", 1);
    let good = kinds(KIND, "");
    let good = good.as_str();
    let bounds = "ceiling: \"3\", floor: \"-3\"";
    let becomes = |id: &str, to: &str| {
        format!("(id: \"{id}\", label: \"{id}\", worth: Each(\"1\"), becomes: (from: \"4\", kind: \"{to}\"))")
    };
    let factor = |more: &str| format!("factors: [(id: \"twice\", label: \"加倍\", {more})]");
    let tiers = |a: &str, b: &str| {
        format!("tiers: [(from: \"10\", times: \"1.5\"), {a}(from: \"{b}\", times: \"2\")]")
    };
    let kill = |kinds: &str, count: &str| format!("kill: (kinds: [{kinds}], count: {count})");
    vec![
        rule(
            "problem-ledger-unused",
            "5",
            &format!("(award: Free(step: \"1\"), ledger: (kinds: [{KIND}]))"),
            good,
        ),
        rule("problem-no-ledger", "0", "(award: Entries, ceiling: \"3\")", &entries(KIND, bounds)),
        rule("problem-entries-points", "5", &entries(KIND, ""), good),
        rule("problem-entries-bounds", "0", &entries(KIND, ""), &entries(KIND, bounds)),
        rule("problem-empty-list", "5", &kinds("", ""), good),
        rule("problem-duplicate-id", "5", &kinds(&format!("{KIND}, {}", here(KIND)), ""), good),
        rule(
            "problem-not-positive",
            "5",
            &kinds(&here(&KIND.replace("Each(\"1\")", "PerMoney(yuan: \"0\", points: \"1\")")), ""),
            good,
        ),
        rule(
            "problem-reversed",
            "5",
            &kinds(&here(&KIND.replace("Each(\"1\")", "Within(from: \"2\", to: \"1\")")), ""),
            good,
        ),
        rule(
            "problem-off-step",
            "5",
            &kinds(&here(&KIND.replace("Each(\"1\")", "Within(from: \"1\", to: \"2.5\")")), ""),
            good,
        )
        .with_step("1"),
        rule("problem-kind-worthless", "5", &kinds(&here(&KIND.replace("\"1\"", "\"0\"")), ""), good),
        rule("problem-kind-sign", "5", &kinds(&here(&KIND.replace("\"1\"", "\"-1\"")), ""), good),
        rule(
            "problem-no-kind",
            "5",
            &kinds(&here(&becomes("late", "slow")), ""),
            &kinds(&format!("{}, {}", becomes("late", "slow"), KIND.replace("late", "slow")), ""),
        ),
        rule("problem-kind-cycle", "5", &kinds(&here(&becomes("late", "late")), ""), good),
        rule(
            "problem-factor-idle",
            "5",
            &kinds(KIND, &here(&factor("times: \"1\""))),
            &kinds(KIND, &factor("times: \"2\"")),
        ),
        rule(
            "problem-below-zero",
            "5",
            &kinds(KIND, &here(&factor("times: \"-1\""))),
            &kinds(KIND, &factor("times: \"0.5\"")),
        ),
        rule("problem-count-tiers", "5", &kinds(KIND, &tiers("▶", "10")), &kinds(KIND, &tiers("", "20"))),
        rule(
            "problem-no-kind",
            "5",
            &kinds(KIND, &kill("\"late\", ▶\"slow\"", "3")),
            &kinds(KIND, &kill("\"late\"", "3")),
        ),
        rule("problem-empty-list", "5", &kinds(KIND, &kill("", "3")), &kinds(KIND, &kill("\"late\"", "3"))),
        rule(
            "problem-not-positive",
            "5",
            &kinds(KIND, &kill("\"late\"", "0")),
            &kinds(KIND, &kill("\"late\"", "3")),
        ),
    ]
}
