//! Derivations, causes and workings in English: one of each family, and nothing Chinese but what the template says.

use crate::help::{GRADES, card, choice, free, inputs, item, number, template};
use jiping::evaluation::{Edit, LedgerRow, Override, Value};
use jiping::scoring::{ItemScore, workings};
use jiping::text::Lang;
use std::sync::Arc;

const EN: Lang = Lang::English;

fn english(item: &ItemScore) -> String {
    item.derivation.text(EN, item.score, 2)
}

/// What "x" of `points` points says by `award` with these inputs.
fn of(points: &str, award: &str, values: &[(&str, Value)]) -> String {
    english(&item(points, &format!("(award: {award})"), values))
}

fn yes() -> Value {
    Value::Flag(true)
}

fn list(text: &str) -> Value {
    Value::List(text.split(' ').map(crate::help::dec).collect())
}

const NUMBER: &str = r#"measure: Number(label: "Progress", unit: "%")"#;

#[test]
fn boxes_and_choices() {
    let parts = r#"parts: [(id: "a", label: "Plan", points: "3"), (id: "b", label: "Report", points: "1")]"#;
    assert_eq!(
        of("4", &format!("Parts({parts})"), &[("a", yes())]),
        "3 (Plan) = 3.00; not earned: 1 (Report)"
    );
    let all = format!("Parts({parts}, needed: All)");
    assert_eq!(of("4", &all, &[("a", yes())]), "not met: Report; no points = 0.00");
    assert_eq!(of("4", &all, &[("a", yes()), ("b", yes())]), "all requirements met: 4 points = 4.00");
    let one = r#"OneOf(options: [(id: "good", label: "Good", points: Range(from: "3", to: "5")),
        (id: "poor", label: "Poor", points: Fixed("0"))])"#;
    let good = [("choice", choice("good")), ("points", number("4"))];
    assert_eq!(of("5", one, &good), "Good, 3.00 to 5.00 points, at the evaluator’s discretion: 4.00");
    assert_eq!(of("5", one, &[("choice", choice("poor"))]), "Poor = 0.00");
    assert_eq!(
        of("5", r#"Free(step: "1")"#, &[("points", number("4"))]),
        "at the evaluator’s discretion: 4.00"
    );
    assert_eq!(of("5", one, &[]), "Unscored");
}

#[test]
fn rates_bands_and_curves() {
    let entered = r#"measure: Entered(target: "T", actual: "A", rate: "R")"#;
    let pair = [("target", number("100")), ("actual", number("120"))];
    let by = |direction: &str| of("8", &format!("Rate({entered}, direction: {direction})"), &pair);
    assert_eq!(by("Positive"), "A 120 ÷ T 100, counted as at most 100%; 8 × 100% = 8.00");
    assert_eq!(by("ReverseRatio"), "T 100 ÷ A 120; 8 × 83.33% = 6.67");
    assert_eq!(by("ReverseLinear"), "1 − (A 120 − T 100) ÷ T 100; 8 × 80.00% = 6.40");
    let cut = format!(r#"Rate({entered}, direction: Positive, cut_off: "60%")"#);
    let low = of("8", &cut, &[("rate", number("50"))]);
    assert_eq!(low, "R 50%, below 60%: no points; 8 × 0% = 0.00");
    let zero = format!("Rate({entered}, direction: Positive, zero: Full)");
    let zero = of("8", &zero, &[("target", number("0")), ("actual", number("1"))]);
    assert_eq!(zero, "the denominator is zero; as the template provides, 8 points = 8.00");
    let bands = format!(
        r#"Bands({NUMBER}, bands: [(from: Including("95%"), points: Fixed("5")),
            (from: Including("90%"), to: Excluding("95%"), points: Fixed("3")),
            (to: Excluding("90%"), points: Fixed("0"))])"#
    );
    let ninety = of("5", &bands, &[("value", number("94"))]);
    assert_eq!(ninety, "Progress 94%, in the band “at least 90%, below 95%”; worth 3 points = 3.00");
    let curve =
        format!(r#"Curve({NUMBER}, nodes: [(at: "0", worth: "0"), (at: "1", worth: "1")], cut_off: "20%")"#);
    let on = |value: &str| of("5", &curve, &[("value", number(value))]);
    assert_eq!(
        on("50"),
        "Progress 50%, interpolated between the nodes; 5 × (0% + (100% − 0%) × (50.00% − 0%) ÷ (100% − 0%)) = 2.50"
    );
    assert_eq!(on("10"), "Progress 10%, below the starting value 20%: no points = 0.00");
}

#[test]
fn steps_and_counts() {
    let steps = |counting: &str| {
        format!(
            r#"Steps({NUMBER}, steps: [(side: Below, at: "90%", unit: "1%", points: "0.5",
                counting: {counting}, most: "2")])"#
        )
    };
    let at = |counting: &str, value: &str| of("3", &steps(counting), &[("value", number(value))]);
    assert_eq!(
        at("Whole", "87.4"),
        "Progress 87.4%; 3 − 1.00 (below 90%: 0.5 off for every 1% below, whole units only, 2 counted, at most 2 off) = 2.00"
    );
    assert!(at("Begun", "87.4").contains("part units counted as one, 3 counted"));
    assert_eq!(
        at("Proportional", "87.4"),
        "Progress 87.4%; 3 − (90% − 87.40%) ÷ 1% × 0.5 (below 90%: 0.5 off for every 1% below, pro rata, at most 2 off) = 1.70"
    );
    assert!(
        at("Proportional", "80").contains(
            "3 − 2.00 (below 90%: 0.5 off for every 1% below, pro rata, 10 counted, at most 2 off)"
        )
    );
    assert_eq!(
        at("Whole", "95"),
        "nothing off from 90% on: Progress 95%, within the standard; starting from 3 = 3.00"
    );
    let per = r#"PerUnit(measure: Number(label: "Papers", unit: ""), points: "1")"#;
    assert_eq!(
        of("5", per, &[("value", number("3"))]),
        "one for every full 1: Papers 3, counted 3 × 1 point = 3.00"
    );
}

#[test]
fn where_numbers_come_from() {
    let survey = r#"Rate(direction: Positive, measure: Survey(options: [
        (id: "y", label: "Satisfied", weight: "1"), (id: "n", label: "Not", weight: "0")]))"#;
    let answers = |y: &str, n: &str| of("8", survey, &[("y/count", number(y)), ("n/count", number(n))]);
    assert_eq!(
        answers("9", "1"),
        "10 valid responses (Satisfied 9, Not 1), (9 × 100% + 1 × 0%) ÷ 10; 8 × 90.00% = 7.20"
    );
    assert!(answers("1", "0").starts_with("1 valid response (Satisfied 1, Not 0)"));
    let panel = |mean: &str, marks: &str| {
        of("10", &format!(r#"Value(measure: Panel(label: "P", mean: {mean}))"#), &[("list", list(marks))])
    };
    assert_eq!(
        panel("Mean", "8 9"),
        "the number is the score: mean of 2 marks, (8 + 9) ÷ 2, which is 8.5 = 8.50"
    );
    assert_eq!(
        panel("Median", "8"),
        "the number is the score: median of 1 mark, that is 8, which is 8 = 8.00"
    );
    assert_eq!(
        panel("Trimmed", "1 8 8 8 8 9"),
        "the number is the score: mean of 6 marks (1, 8, 8, 8, 8, 9) without the highest and the lowest, (8 + 8 + 8 + 8) ÷ 4, which is 8 = 8.00"
    );
    let passes = r#"Rate(direction: Positive, measure: Passes(rows: [(id: "a", label: "Doors"), (id: "b", label: "Roof")]))"#;
    let passed = of("4", passes, &[("a", choice("yes")), ("b", choice("no"))]);
    assert_eq!(passed, "1 of 2 up to standard (not: Roof); 4 × 50.00% = 2.00");
}

#[test]
fn comparisons_with_others_and_other_sheets() {
    let off = r#"Steps(measure: Deviation(target: "T", actual: "A"),
        steps: [(side: Above, at: "20%", unit: "10%", points: "1")])"#;
    let off = of("5", off, &[("target", number("100")), ("actual", number("110"))]);
    assert_eq!(
        off,
        "nothing off up to 20%: deviation |actual 110 − target 100| ÷ target 100, which is 10.00%, within the standard; starting from 5 = 5.00"
    );
    let peers = r#"measure: Peers(own: "O", others: "P", best: Highest, yields: "#;
    let own = [("value", number("60")), ("list", list("40 80"))];
    let ratio = of("10", &format!("Rate({peers}Ratio), direction: Positive)"), &own);
    assert_eq!(ratio, "own value ÷ best value: own value 60, best 80; 10 × 75.00% = 7.50");
    let ranked = format!(r#"Steps({peers}Rank), steps: [(side: Above, at: "1", unit: "1", points: "2")])"#);
    let ranked = of("10", &ranked, &own);
    assert!(
        ranked.starts_with("own value 60, rank 2 of 3; 10 − 2.00 (above 1: 2 off for every 1"),
        "{ranked}"
    );
    let risks = r#"Value(measure: Risks(risks: [(id: "a", label: "Fire", points: "3"),
        (id: "b", label: "Flood", points: "4")], cap: "6", yields: Points))"#;
    let risk = |a: &str, b: &str| of("10", risks, &[("a", choice(a)), ("b", choice(b))]);
    let both = "the number is the score: nonconforming 3 (Fire) + 4 (Flood), at most 6, which is 6 = 6.00";
    assert_eq!(risk("no", "no"), both);
    assert_eq!(risk("yes", "yes"), "the number is the score: nonconforming 0: none found, which is 0 = 0.00");
    let sheets =
        r#"Value(measure: SubSheets(sheets: [(id: "s", label: "Daily"), (id: "t", label: "Final")]))"#;
    let sheets = of("100", sheets, &[("s/total", number("90")), ("t/total", number("80"))]);
    assert_eq!(sheets, "the number is the score: (Daily 90 + Final 80) ÷ 2, which is 85 = 85.00");
}

#[test]
fn rows_of_a_ledger() {
    let rule = r#"(award: Full, ledger: (kinds: [
            (id: "late", label: "Late", unit: "days", worth: Each("0.5")), (id: "off", label: "Offline", worth: Each("1"))]),
        deductions: [Ledger(id: "l", label: "Operation")])"#;
    let sheet = crate::help::of_rule("10", rule);
    let row = |kind: &str, count: &str, exempt: Option<&str>| {
        let (kind, count, exempt) = (kind.into(), crate::help::dec(count), exempt.map(Into::into));
        Arc::new(LedgerRow { kind, count, exempt, ..LedgerRow::default() })
    };
    let rows = vec![row("late", "3", None), row("off", "1", None), row("off", "2", Some("storm"))];
    let rows = Edit::AddLedgerRows { item: "x".into(), at: None, rows };
    let item = card(&sheet, &[rows]).items.remove(0);
    let said = "Operation: Late 3 days, 1.5 points; Offline × 1, 1 point; 1 exempt row left out";
    assert_eq!(english(&item), format!("10 − 2.50 ({said}) = 7.50"));
    assert_eq!(item.causes[0].label.text(EN), said);
}

#[test]
fn deductions_overrides_and_vetoes() {
    let rule = r#"(award: Full, deductions: [Between(id: "d", label: "Papers missing", from: "2", to: "2"),
        Each(id: "e", label: "Faults", points: "0.5", cap: "1")])"#;
    let with = |values: &[(&str, Value)]| item("7", rule, values);
    let none = [("d", Value::Flag(false)), ("e/count", number("0"))];
    assert_eq!(english(&with(&none)), "7 − 0 (nothing to deduct) = 7.00");
    let faults = [("d", yes()), ("e/count", number("4")), ("e/exempt", number("1"))];
    let faults = with(&faults);
    assert_eq!(
        english(&faults),
        "7 − 2.00 (Papers missing) − 1.00 (Faults: 4 found, 1 exempt, 3 × 0.5 points, at most 1) = 4.00"
    );
    let causes: Vec<String> = faults.causes.iter().map(|cause| cause.label.text(EN)).collect();
    assert_eq!(causes, ["Papers missing", "Faults: 4 found, 1 exempt, 3 × 0.5 points, at most 1"]);
    let floored = item("1", rule, &[("d", yes()), ("e/count", number("0"))]);
    assert_eq!(english(&floored), "1 − 2.00 (Papers missing), but not below 0 = 0.00");
    assert_eq!(floored.causes[1].label.text(EN), "Not below the floor");
    let sheet = template("10", GRADES, &free("x", "10"));
    let reason = "on review".to_owned();
    let to = Some(Override { score: crate::help::dec("8"), reason });
    let edits = [inputs("x", &[("points", number("5"))]), Edit::SetOverride { item: "x".into(), to }];
    let overridden = card(&sheet, &edits).items.remove(0);
    assert_eq!(
        english(&overridden),
        "by the rule: at the evaluator’s discretion: 5.00; set by hand to 8.00, reason: on review"
    );
    let veto = r#"(award: Free(step: "1"), gates: [(id: "g", label: "Approved")], effects: [
        Veto(id: "v", label: "Fraud", scope: Item, consequence: Zero)])"#;
    let free = |values: &[(&str, Value)]| english(&item("5", veto, values));
    let scored = [("g", yes()), ("points", number("4")), ("v", yes())];
    assert_eq!(free(&scored), "Fraud: scored 0.00; was at the evaluator’s discretion: 4.00");
    let refused = free(&[("g", Value::Flag(false))]);
    assert_eq!(refused, "key requirements not met (Approved): no points = 0.00");
}

#[test]
fn targets_and_alternatives() {
    let target = r#"Target(target: Some("≥90"))"#;
    let reached = of("5", target, &[("reached", Value::Text("95".to_owned()))]);
    assert_eq!(reached, "target ≥90, actual 95: met = 5.00");
    let one = r#"Alternatives(options: [(id: "a", label: "Built", award: Free(step: "1")),
        (id: "b", label: "Bought", award: Free(step: "1"))])"#;
    let built = of("5", one, &[("choice", choice("a")), ("a/points", number("3"))]);
    assert_eq!(built, "Built: at the evaluator’s discretion: 3.00 (not chosen: Bought)");
}

fn worked(settings: &str) -> String {
    let nodes = [free("a", "60"), free("b", "40")].join("\n");
    let sheet = template("100", &format!("{settings}, {GRADES}"), &nodes);
    let points = |item, value: &str| inputs(item, &[("points", number(value))]);
    let card = card(&sheet, &[points("a", "30"), points("b", "40")]);
    workings(&sheet, &card, None).map(|workings| workings.text(EN)).unwrap()
}

#[test]
fn workings_of_the_sheet() {
    assert_eq!(worked("combine: Mean"), "100 × (30 ÷ 60 (a) + 40 ÷ 40 (b)) ÷ 2 = 75.00");
    assert_eq!(worked("combine: Highest"), "100 × 40 ÷ 40 (the highest score rate, “b”) = 100.00");
    let banded = r#"combine: Banded(by: Sum, bands: [(from: Including("60"), points: Fixed("90")),
        (to: Excluding("60"), points: Fixed("0"))])"#;
    assert_eq!(worked(banded), "sum 70, in the band “at least 60”; worth 90 points = 90.00");
}
