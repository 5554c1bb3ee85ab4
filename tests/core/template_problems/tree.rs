//! The tree: points, ids, grades, ways to combine, patterns.

use super::{Case, RATE, group, group_here, nodes, rule, weighted, with};
use crate::help::{free, template_text};

pub(crate) fn nodes_and_grades() -> Vec<Case> {
    let grades = |list: &str| format!("grades: [{list}],");
    let (five, two) = (free("x", "5"), [free("x", "5"), free("y", "5")]);
    let best = r#"(name: "优", from: "4"), "#;
    vec![
        with("problem-total", "6", "", &five, "", &free("x", "6")),
        nodes(
            "problem-sum",
            "9",
            &group_here("9", "", &two),
            &group("9", "", &[free("x", "5"), free("y", "4")]),
        ),
        nodes("problem-empty", "5", &group_here("5", "", &[]), &group("5", "", std::slice::from_ref(&five))),
        nodes(
            "problem-duplicate-id",
            "10",
            &[free("x", "5"), free("x", "5").replace("id: \"x\", name: \"x\"", "id: ▶\"x\", name: \"y\"")]
                .join("\n"),
            &two.join("\n"),
        ),
        nodes(
            "problem-no-id",
            "5",
            &free("", "5").replace("id: \"\", name: \"\"", "id: ▶\"\", name: \"x\""),
            &five,
        ),
        nodes(
            "problem-repeated",
            "10",
            &[five.clone(), free("y", "5").replace("id: \"y\", name: \"y\"", "id: ▶\"y\", name: \"x\"")]
                .join("\n"),
            &two.join("\n"),
        ),
        nodes(
            "problem-negative",
            "5",
            &[free("x", "10"), free("y", "-5").replace("id: ", "id: ▶")].join("\n"),
            &five,
        ),
        rule("problem-finer", "5", r#"(award: Free(step: "0.001"))"#, r#"(award: Free(step: "0.01"))"#),
        Case {
            key: "problem-overflow",
            broken: template_text("1000001", "", &free("x", "1000001").replacen("id: ", "id: ▶", 1)),
            mended: template_text("1000000", "", &free("x", "1000000")),
        },
        with("problem-decimals", "5", "rounding: (group_decimals: Some(9)),", &five, "", &five),
        with("problem-reversed", "5", "years: (from: 2024, to: 2020),", &five, "years: (from: 2020),", &five),
        with("problem-step", "5", "rounding: (step: \"0\"),", &five, "", &five),
        with(
            "problem-grade-order",
            "5",
            &grades(&format!("{best}▶(name: \"良\", from: \"4\"), (name: \"差\", from: \"0\")")),
            &five,
            &grades(&format!("{best}(name: \"良\", from: \"3\"), (name: \"差\", from: \"0\")")),
            &five,
        ),
        with("problem-grade-gap", "5", "grades: [▶(name: \"优\", from: \"4\")],", &five, "", &five),
        with(
            "problem-grade-twice",
            "5",
            &grades(&format!("{best}▶(name: \"优\", from: \"0\")")),
            &five,
            &grades(&format!("{best}(name: \"差\", from: \"0\")")),
            &five,
        ),
        with(
            "problem-grade-unreachable",
            "5",
            "grades: [▶(name: \"优\", from: \"90\"), (name: \"差\", from: \"0\")],",
            &five,
            "cap: Unlimited, grades: [(name: \"优\", from: \"90\"), (name: \"差\", from: \"0\")],",
            &five,
        ),
        with("problem-not-positive", "5", "cap: At(\"0\"),", &five, "cap: At(\"6\"),", &five),
        nodes(
            "problem-group-bounds",
            "5",
            &group_here("5", "floor: \"7\", cap: \"6\",", std::slice::from_ref(&five)),
            &group("5", "floor: \"0\", cap: \"6\",", std::slice::from_ref(&five)),
        ),
        nodes(
            "problem-cap-low",
            "5",
            &group_here("5", "cap: \"4\",", std::slice::from_ref(&five)),
            &group("5", "cap: \"5\",", std::slice::from_ref(&five)),
        ),
    ]
}

pub(crate) fn combining() -> Vec<Case> {
    let two = |a: &str, b: &str| vec![weighted("x", a), weighted("y", b)];
    let bare = [free("x", "100"), free("y", "100")];
    let more = "combine: Weighted,";
    let here = |node: String| node.replacen("id: ", "id: ▶", 1);
    let adding = r#"Indicator(id: "x", name: "x", rule: (award: Target()))"#.to_owned() + ",";
    let banded = |list: &str| group("5", &format!("combine: Banded(by: Rate, bands: [{list}]),"), &bare);
    vec![
        nodes(
            "problem-weights",
            "5",
            &group_here("5", more, &two("60%", "30%")),
            &group("5", more, &two("60%", "40%")),
        ),
        nodes(
            "problem-no-weight",
            "5",
            &group("5", more, &[weighted("x", "60%"), here(free("y", "100"))]),
            &group("5", more, &two("60%", "40%")),
        ),
        nodes(
            "problem-weight-range",
            "5",
            &group("5", more, &[here(weighted("x", "60")), weighted("y", "40%")]),
            &group("5", more, &two("60%", "40%")),
        ),
        nodes(
            "problem-weight-no-points",
            "5",
            &group(
                "5",
                more,
                &[
                    weighted("x", "60%"),
                    here(weighted("y", "40%").replace("points: \"100\"", "points: \"0\"")),
                ],
            ),
            &group("5", more, &two("60%", "40%")),
        ),
        nodes("problem-weight-unused", "100", &here(weighted("x", "60%")), &free("x", "100")),
        nodes(
            "problem-nothing-to-combine",
            "5",
            &group_here("5", "combine: Mean,", &[adding]),
            &group("5", "combine: Mean,", &bare),
        ),
        nodes(
            "problem-zero-parent",
            "0",
            &group_here("0", "combine: Scale,", &bare),
            &group("0", "", &[r#"Indicator(id: "x", name: "x", rule: (award: Target())),"#.to_owned()]),
        ),
        nodes(
            "problem-banded-choice",
            "5",
            &banded(
                r#"(to: Excluding("60%"), points: Fixed("0")), ▶(from: Including("60%"), points: Range(from: "3", to: "5"))"#,
            ),
            &banded(
                r#"(to: Excluding("60%"), points: Fixed("0")), (from: Including("60%"), points: Fixed("5"))"#,
            ),
        ),
        nodes(
            "problem-bands-gap",
            "5",
            &banded(
                r#"(to: Excluding("60%"), points: Fixed("0")), ▶(from: Including("80%"), points: Fixed("5"))"#,
            ),
            &banded(
                r#"(to: Excluding("60%"), points: Fixed("0")), (from: Including("60%"), points: Fixed("5"))"#,
            ),
        ),
        nodes(
            "problem-decimals",
            "5",
            &group_here(
                "5",
                "combine: EqualSplit(decimals: 9),",
                &[free("x", ""), free("y", "")].map(|node| node.replace("points: \"\", ", "")),
            ),
            &group(
                "5",
                "combine: EqualSplit(decimals: 0),",
                &[free("x", ""), free("y", "")].map(|node| node.replace("points: \"\", ", "")),
            ),
        ),
    ]
}

pub(crate) fn patterns() -> Vec<Case> {
    let open = |list: &str| group("5", &format!("open: (patterns: [{list}]),"), &[]);
    let pattern = |award: &str| format!("(id: \"p\", label: \"定量\", rule: (award: {award}))");
    let here = |item: String| item.replacen("id: ", "id: ▶", 1);
    let free = pattern("Free(step: \"1\")");
    let parts = r#"Parts(parts: [(id: "a", label: "甲", points: "5")])"#;
    let rate = |cut_off: &str| format!("Rate(measure: {RATE}, direction: Positive, cut_off: \"{cut_off}\")");
    vec![
        nodes("problem-empty-list", "5", &open("").replacen("id: \"g\"", "id: ▶\"g\"", 1), &open(&free)),
        nodes("problem-pattern-fixed", "5", &open(&here(pattern(parts))), &open(&free)),
        nodes("problem-cut-off", "5", &open(&here(pattern(&rate("60")))), &open(&pattern(&rate("60%")))),
        nodes("problem-duplicate-id", "5", &open(&format!("{free}, {}", here(free.clone()))), &open(&free)),
    ]
}
