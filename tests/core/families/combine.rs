//! From children to parents: R17, R18, R20, scales, means, bands; caps, decimals and the order of rounding; grades.

use crate::help::{GRADES, card, dec, free, indicator, inputs, number, template};
use jiping::evaluation::{Applicability, Edit};
use jiping::scoring::Scorecard;
use jiping::template::Template;

fn points(item: &str, value: &str) -> Edit {
    inputs(item, &[("points", number(value))])
}

fn not_applicable(item: &str) -> Edit {
    Edit::SetApplicability {
        item: item.into(), to: Applicability::NotApplicable { reason: "无此项".into() }
    }
}

fn group(id: &str, points: &str, settings: &str, children: &[String]) -> String {
    format!(
        "Group(id: \"{id}\", name: \"{id}\", points: \"{points}\", {settings} children: [{}]),",
        children.join("\n")
    )
}

fn weighed(id: &str, points: &str, weight: &str) -> String {
    free(id, points).replace("standard:", &format!("weight: \"{weight}\", standard:"))
}

fn total(card: &Scorecard) -> String {
    jiping::number::fixed(card.total, card.total_decimals)
}

#[test]
fn r17_weights() {
    let sheet = |policy: &str| {
        let nodes = [weighed("a", "100", "70%"), weighed("b", "100", "0.3")].join("\n");
        template("100", &format!("combine: Weighted, not_applicable: {policy}, {GRADES}"), &nodes)
    };
    let whole = card(&sheet("Rescale"), &[points("a", "95"), points("b", "88")]);
    assert_eq!(total(&whole), "92.90");
    assert_eq!(whole.grade.as_deref(), Some("优"));
    let half = |policy: &str| total(&card(&sheet(policy), &[points("a", "95"), not_applicable("b")]));
    assert_eq!(half("Rescale"), "95.00", "weights relative to those that count");
    assert_eq!(half("Exclude"), "66.50");
    assert_eq!(half("FullMarks"), "96.50");
    let pending = card(&sheet("Rescale"), &[points("a", "95")]);
    assert_eq!((total(&pending), pending.pending), ("66.50".into(), dec("30")));
}

#[test]
fn points_that_apply_are_not_rounded_away_before_the_grade() {
    let nodes = [weighed("a", "10", "0.1"), weighed("b", "10", "0.9")].join("\n").replace("0.01", "1");
    let grades = r#"grades: [(name: "合格", from: "2"), (name: "差", from: "0")],"#;
    let rules = "combine: Weighted, not_applicable: Exclude, rounding: (item_decimals: 0, total_decimals: 2, order: RoundThenAdd, step: \"1\"),";
    let sheet = template("4", &format!("{rules} {grades}"), &nodes);
    let tenth = card(&sheet, &[points("a", "10"), not_applicable("b")]);
    assert_eq!(
        (total(&tenth).as_str(), tenth.grade.as_deref()),
        ("0.40", Some("差")),
        "0.4 of 4 points apply"
    );
}

#[test]
fn other_ways_to_combine() {
    let of = |combine: &str| {
        let children = [free("a", "10"), free("b", "40")];
        let sheet = template("20", "", &group("g", "20", &format!("combine: {combine},"), &children));
        total(&card(&sheet, &[points("a", "5"), points("b", "36")]))
    };
    assert_eq!(of("Mean"), "14.00", "20 × (0.5 + 0.9) ÷ 2");
    assert_eq!(of("Scale"), "16.40", "20 × 41 ÷ 50");
    assert_eq!(of("Highest"), "18.00");
    assert_eq!(of("Lowest"), "10.00");
    let bands = r#"bands: [(from: Including("41"), points: Fraction("80%")), (to: Excluding("41"), points: Fixed("3"))]"#;
    assert_eq!(of(&format!("Banded(by: Sum, {bands})")), "16.00");
    assert_eq!(of(&format!("Banded(by: Mean, {bands})")), "3.00", "20.5 on average");
}

#[test]
fn r20_equal_split_gives_the_rest_to_one() {
    let split = |points: &str, decimals: u32, remainder: &str, count: usize| {
        let one = |number| free(&format!("i{number}"), "0").replace("points: \"0\", ", "");
        let children: Vec<String> = (0..count).map(one).collect();
        let settings = format!("combine: EqualSplit(decimals: {decimals}, remainder: {remainder}),");
        let sheet: Template = template(points, "", &group("g", points, &settings, &children));
        sheet
            .indicators()
            .map(|indicator| indicator.points.normalize().to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(split("90", 2, "First", 7), "12.84 12.86 12.86 12.86 12.86 12.86 12.86");
    assert_eq!(split("40", 0, "First", 3), "14 13 13");
    assert_eq!(split("40", 0, "Last", 3), "13 13 14");
}

#[test]
fn r18_three_policies_on_the_sheet_or_in_the_group() {
    let sheet = |policy: &str| {
        let one = group("g", "40", "", &[free("a", "37"), free("b", "1.5"), free("c", "1.5")]);
        template("100", &format!("not_applicable: {policy},"), &[one, free("d", "60")].join("\n"))
    };
    let of = |policy: &str| {
        let edits = [points("a", "33.3"), not_applicable("b"), not_applicable("c"), points("d", "55")];
        card(&sheet(policy), &edits)
    };
    assert_eq!(total(&of("Rescale")), "91.03", "88.3 × 100 ÷ 97");
    assert_eq!(total(&of("FullMarks")), "91.30");
    assert_eq!(total(&of("Exclude")), "88.30");
    let in_group = of("RescaleInGroup");
    assert_eq!(in_group.groups[0].score, dec("36"), "33.3 × 40 ÷ 37");
    assert_eq!(total(&in_group), "91.00");
    let none = [points("d", "30"), not_applicable("a"), not_applicable("b"), not_applicable("c")];
    let none = card(&sheet("RescaleInGroup"), &none);
    assert_eq!(total(&none), "50.00", "a group of which nothing applies does not either: 30 × 100 ÷ 60");
}

#[test]
fn totals_end_at_the_cap_that_the_template_states() {
    let bonus = indicator("bonus", "0", "(award: Entries, ceiling: \"20\", floor: \"-3\", ledger: (kinds: [
        (id: \"praise\", label: \"表扬\", worth: Each(\"1\")), (id: \"blame\", label: \"批评\", worth: Each(\"-1\"))]))");
    let of = |cap: &str, kind: &str, count: &str| {
        let sheet = template("100", &format!("cap: {cap},"), &[free("a", "100"), bonus.clone()].join("\n"));
        let row =
            jiping::evaluation::LedgerRow { kind: kind.into(), count: dec(count), ..Default::default() };
        let rows = Edit::AddLedgerRows { item: "bonus".into(), at: None, rows: vec![row.into()] };
        card(&sheet, &[points("a", "98"), rows])
    };
    assert_eq!(total(&of("Unlimited", "praise", "5")), "103.00");
    assert_eq!(total(&of("At(\"102\")", "praise", "5")), "102.00");
    assert_eq!(total(&of("FullMarks", "praise", "5")), "100.00");
    let blamed = of("FullMarks", "blame", "9");
    assert_eq!(total(&blamed), "95.00", "at most 3 are taken");
    assert_eq!(blamed.deductions, dec("5"));
    assert_eq!(of("Unlimited", "praise", "5").bonus, dec("5"));
}

#[test]
fn the_order_of_rounding_is_the_templates() {
    let third = |id: &str| indicator(id, "1", &crate::help::rate("Positive"));
    let sheet = |order: &str, group_decimals: &str| {
        let rounding =
            format!("rounding: (item_decimals: 2, {group_decimals} total_decimals: 2, order: {order}),");
        template("3", &rounding, &group("g", "3", "", &[third("a"), third("b"), third("c")]))
    };
    let of = |order: &str, group_decimals: &str| {
        let two_thirds = |id: &str| inputs(id, &[("target", number("3")), ("actual", number("2"))]);
        total(&card(&sheet(order, group_decimals), &[two_thirds("a"), two_thirds("b"), two_thirds("c")]))
    };
    assert_eq!(of("RoundThenAdd", ""), "2.01");
    assert_eq!(of("AddThenRound", ""), "2.00");
    assert_eq!(of("RoundThenAdd", "group_decimals: 1,"), "2.00");
}

#[test]
fn grades_by_the_printed_or_the_exact_total() {
    let of = |by: &str| {
        let sheet = template(
            "100",
            &format!("grade_by: {by}, rounding: (item_decimals: 3, total_decimals: 2), {GRADES}"),
            &free("a", "100").replace("0.01", "0.001"),
        );
        card(&sheet, &[points("a", "89.995")]).grade.map(|grade| grade.to_string())
    };
    assert_eq!(of("Printed").as_deref(), Some("优"));
    assert_eq!(of("Exact").as_deref(), Some("良"));
}

#[test]
fn a_limit_on_a_group_is_weighed_with_it() {
    let capped = |settings: &str| {
        let one = group("g", "100", settings, &[free("a", "100")]);
        let other = group("h", "100", "weight: \"80%\",", &[free("b", "100")]);
        let sheet = template("100", "combine: Weighted,", &[one, other].join("\n"));
        total(&card(&sheet, &[points("a", "90"), points("b", "90")]))
    };
    assert_eq!(capped("weight: \"20%\","), "90.00");
    assert_eq!(capped("weight: \"20%\", cap: \"60\","), "84.00", "20 % × 60 + 80 % × 90");
    let rescaled = |cap: &str| {
        let one = group("g", "40", cap, &[free("a", "40")]);
        let sheet = template("100", "", &[one, free("b", "60")].join("\n"));
        total(&card(&sheet, &[points("a", "40"), not_applicable("b")]))
    };
    assert_eq!(
        [rescaled(""), rescaled("cap: \"20\","), rescaled("cap: \"0\",")],
        ["100.00", "50.00", "0.00"]
    );
}
