//! Awards of a measured number, and the measures.

use super::{COUNT, Case, RATE, SURVEY, award, bands, curve, steps};

pub(crate) fn awards() -> Vec<Case> {
    let low = r#"(to: Excluding("60%"), points: Fixed("0"))"#;
    let high = r#"(from: Including("60%"), points: Fixed("5"))"#;
    let good = bands(RATE, &format!("{low}, {high}"));
    let good = good.as_str();
    let here = |band: &str| format!("▶{band}");
    let mid = r#"(from: Including("60%"), to: Excluding("80%"), points: Fixed("3"))"#;
    let top = r#"(from: Including("80%"), points: Fixed("5"))"#;
    let few = |from: &str| format!(r#"(from: {from}, to: Including("2"), points: Fixed("5"))"#);
    let many = r#"(from: Excluding("2"), points: Fixed("0"))"#;
    let step = r#"(side: Above, at: "2", unit: "1", points: "1")"#;
    let both = step.replace("Above", "Both");
    let node = |at: &str, worth: &str| format!("(at: \"{at}\", worth: \"{worth}\")");
    let (zero, full) = (node("60%", "0"), node("90%", "1"));
    let per_unit = |measure: &str, more: &str| format!("PerUnit(measure: {measure}, {more})");
    let unit = per_unit(COUNT, r#"points: "1""#);
    vec![
        award(
            "problem-bands-empty",
            "5",
            &bands(
                RATE,
                &format!(
                    "{low}, ▶{}, {high}",
                    r#"(from: Including("90%"), to: Excluding("90%"), points: Fixed("4"))"#
                ),
            ),
            good,
        ),
        award("problem-bands-gap", "5", &bands(RATE, &format!("{low}, ▶{top}")), good),
        award(
            "problem-bands-gap",
            "5",
            &bands(RATE, &format!("{low}, ▶{}", high.replace("Including", "Excluding"))),
            good,
        ),
        award(
            "problem-bands-gap",
            "5",
            &bands(RATE, &format!("{low}, ▶{}", mid.replace("80%", "100%").replace("\"3\"", "\"5\""))),
            good,
        ),
        award(
            "problem-bands-overlap",
            "5",
            &bands(RATE, &format!("{}, ▶{high}", low.replace("Excluding", "Including"))),
            good,
        ),
        award(
            "problem-bands-overlap",
            "5",
            &bands(RATE, &format!("{top}, {mid}, ▶{}", low.replace("60%", "70%"))),
            &bands(RATE, &format!("{top}, {mid}, {low}")),
        ),
        award(
            "problem-bands-negatives",
            "5",
            &bands(COUNT, &format!("▶{}, {many}", few("Including(\"0\")"))),
            &bands(COUNT, &format!("{}, {many}", r#"(to: Including("2"), points: Fixed("5"))"#)),
        ),
        award(
            "problem-bands-gap",
            "5",
            &bands(COUNT, &format!("▶{}, {many}", few("Including(\"1\")"))),
            &bands(COUNT, &format!("{}, {many}", r#"(to: Including("2"), points: Fixed("5"))"#)),
        ),
        award(
            "problem-bands-outside",
            "5",
            &bands(
                SURVEY,
                &format!(
                    "{low}, {}, ▶{}",
                    mid.replace("80%", "100%").replace("Excluding", "Including").replace("\"3\"", "\"5\""),
                    r#"(from: Excluding("100%"), points: Fixed("5"))"#
                ),
            ),
            &bands(
                SURVEY,
                &format!(
                    "{low}, {}",
                    mid.replace("Excluding", "Including").replace("80%", "100%").replace("\"3\"", "\"5\"")
                ),
            ),
        ),
        award("problem-empty-list", "5", &bands(RATE, ""), good),
        award("problem-full-unreachable", "6", good, &good.replace("\"5\"", "\"6\"")),
        award("problem-no-zero-tier", "5", &good.replace("\"0\"", "\"1\""), good),
        award("problem-worth-over", "5", &good.replace(high, &here(&high.replace("\"5\"", "\"6\""))), good),
        award(
            "problem-share-range",
            "5",
            &good.replace(low, &here(&low.replace("Fixed(\"0\")", r#"Share(from: "-60%", to: "60%")"#))),
            &good.replace("Fixed(\"0\")", r#"Share(from: "0", to: "60%")"#),
        ),
        award(
            "problem-below-zero",
            "5",
            &good.replace(low, &here(&low.replace("Fixed(\"0\")", "Fraction(\"-10%\")"))),
            &good.replace("Fixed(\"0\")", "Fraction(\"0\")"),
        ),
        award("problem-empty-list", "5", &steps("", ""), &steps("", step)),
        award(
            "problem-not-positive",
            "5",
            &steps("", &here(&step.replace("unit: \"1\"", "unit: \"0\""))),
            &steps("", step),
        ),
        award(
            "problem-not-positive",
            "5",
            &steps("", &here(&step.replace("points: \"1\"", "points: \"-1\""))),
            &steps("", step),
        ),
        award(
            "problem-step-of-shares",
            "5",
            &format!(
                "Steps(measure: {RATE}, steps: [▶(side: Below, at: \"95%\", unit: \"3\", points: \"1\")])"
            ),
            &format!(
                "Steps(measure: {RATE}, steps: [(side: Below, at: \"95%\", unit: \"3%\", points: \"1\")])"
            ),
        ),
        award("problem-steps-both", "5", &steps("", &format!("{}, {step}", here(&both))), &steps("", &both)),
        award(
            "problem-gives-unused",
            "5",
            &steps("", &here(&step.replace(')', ", gives: true)"))),
            &steps("start: \"4\",", &step.replace(')', ", gives: true)")),
        ),
        award("problem-full-unreachable", "5", &steps("start: \"4\",", step), &steps("", step)),
        award(
            "problem-no-ceiling",
            "5",
            &steps("start: \"6\",", step),
            &(steps("start: \"6\",", step) + ", ceiling: \"6\""),
        ),
        award(
            "problem-few-nodes",
            "5",
            &curve(RATE, "cut_off: \"60%\",", &full),
            &curve(RATE, "", &format!("{zero}, {full}")),
        ),
        award(
            "problem-nodes-order",
            "5",
            &curve(RATE, "", &format!("{zero}, {}, ▶{full}", node("95%", "50%"))),
            &curve(RATE, "", &format!("{zero}, {full}")),
        ),
        award(
            "problem-below-zero",
            "5",
            &curve(RATE, "", &format!("{}, {full}", here(&node("60%", "-1")))),
            &curve(RATE, "", &format!("{zero}, {full}")),
        ),
        award(
            "problem-no-ceiling",
            "5",
            &curve(RATE, "", &format!("{zero}, {}", here(&node("100%", "110%")))),
            &(curve(RATE, "", &format!("{zero}, {}", node("100%", "110%"))) + ", ceiling: \"5.5\""),
        ),
        award(
            "problem-not-a-share",
            "5",
            &curve(RATE, "", &format!("{zero}, {}", here(&node("90", "1")))),
            &curve(RATE, "", &format!("{zero}, {full}")),
        ),
        award(
            "problem-full-unreachable",
            "5",
            &curve(RATE, "", &format!("{zero}, {}", node("90%", "90%"))),
            &curve(RATE, "", &format!("{zero}, {full}")),
        ),
        award("problem-not-positive", "5", &per_unit(COUNT, r#"points: "0""#), &unit),
        award(
            "problem-full-unreachable",
            "5",
            &per_unit(COUNT, r#"points: "1", most: "4""#),
            &per_unit(COUNT, r#"points: "1", most: "5""#),
        ),
        award("problem-units-of-share", "5", &per_unit(RATE, r#"points: "1""#), &unit),
        award(
            "problem-value-of-share",
            "5",
            &format!("Value(measure: {RATE})"),
            r#"Value(measure: Panel(label: "打分", mean: Mean))"#,
        ),
        award(
            "problem-full-unreachable",
            "5",
            r#"Value(measure: Panel(label: "打分", mean: Mean, most: "4"))"#,
            r#"Value(measure: Panel(label: "打分", mean: Mean))"#,
        ),
        award(
            "problem-no-ceiling",
            "5",
            r#"Value(measure: Panel(label: "打分", mean: Mean, most: "10"))"#,
            r#"Value(measure: Panel(label: "打分", mean: Mean))"#,
        ),
    ]
}

pub(crate) fn measures() -> Vec<Case> {
    let rate = |measure: &str| format!("Rate(measure: {measure}, direction: Positive)");
    let rows = |list: &str| rate(&format!("Passes(rows: [{list}])"));
    let row = |more: &str| format!("(id: \"a\", label: \"甲\"{more})");
    let here = |item: String| item.replacen("id: ", "id: ▶", 1);
    let sheets = |list: &str| format!("Value(measure: SubSheets(sheets: [{list}]))");
    let sheet = |id: &str, weight: &str| format!("(id: \"{id}\", label: \"甲\", weight: \"{weight}\")");
    let both = sheets(&[sheet("a", "70%"), sheet("b", "30%")].join(", "));
    let risks = |points: &str, more: &str, yields: &str| {
        format!(
            "Bands(measure: Risks(risks: [(id: \"a\", label: \"甲\", points: \"{points}\")], {more} yields: {yields}), bands: [(to: Including(\"0\"), points: Fixed(\"5\")), (from: Excluding(\"0\"), points: Fixed(\"0\"))])"
        )
    };
    let panel = |more: &str| format!("Value(measure: Panel(label: \"打分\", mean: Mean{more}))");
    vec![
        award(
            "problem-few-options",
            "5",
            &rate(&SURVEY.replace(", (id: \"bad\", label: \"不满意\", weight: \"0\")", "")),
            &rate(SURVEY),
        ),
        award(
            "problem-survey-weights",
            "5",
            &rate(&SURVEY.replace("weight: \"1\"", "weight: \"0\"")),
            &rate(SURVEY),
        ),
        award(
            "problem-below-zero",
            "5",
            &rate(&SURVEY.replace("id: \"bad\"", "id: ▶\"bad\"").replace("weight: \"0\"", "weight: \"-1\"")),
            &rate(SURVEY),
        ),
        award(
            "problem-duplicate-id",
            "5",
            &rate(&SURVEY.replace("id: \"bad\"", "id: ▶\"good\"")),
            &rate(SURVEY),
        ),
        award(
            "problem-reserved-id",
            "5",
            &rate(&SURVEY.replace("id: \"bad\"", "id: ▶\"a/b\"")),
            &rate(SURVEY),
        ),
        award("problem-not-positive", "5", &panel(", most: \"0\""), &panel("")),
        award("problem-decimals", "5", &panel(", decimals: 7"), &panel(", decimals: 6")),
        award("problem-empty-list", "5", &rows(""), &rows(&row(""))),
        award(
            "problem-one-edge",
            "5",
            &rows(&here(row(", from: \"1\""))),
            &rows(&row(", from: \"1\", to: \"1.3\"")),
        ),
        award(
            "problem-reversed",
            "5",
            &rows(&here(row(", from: \"1.3\", to: \"1\""))),
            &rows(&row(", from: \"1\", to: \"1.3\"")),
        ),
        award("problem-weights", "5", &sheets(&[sheet("a", "70%"), sheet("b", "20%")].join(", ")), &both),
        award(
            "problem-some-weights",
            "5",
            &sheets(&[sheet("a", "70%"), row("").replace("\"a\"", "\"b\"")].join(", ")),
            &both,
        ),
        award(
            "problem-below-zero",
            "5",
            &sheets(&[sheet("a", "130%"), here(sheet("b", "-30%"))].join(", ")),
            &both,
        ),
        award(
            "problem-negative",
            "5",
            &risks("-1", "", "Ratio").replacen("id: \"a\"", "id: ▶\"a\"", 1),
            &risks("1", "", "Ratio"),
        ),
        award(
            "problem-cap-unused",
            "5",
            &risks("1", "cap: \"60\",", "Ratio"),
            &risks("1", "cap: \"60\",", "Points"),
        ),
        award(
            "problem-no-ledger",
            "5",
            "Bands(measure: Ledger(Count), bands: [(to: Including(\"0\"), points: Fixed(\"5\")), (from: Including(\"1\"), points: Fixed(\"0\"))])",
            "Free(step: \"1\")",
        ),
    ]
}
