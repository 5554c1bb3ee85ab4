//! R6 (steps per unit, three ways of counting, either side or both), R6b (steep linear), R6c (piecewise linear), R24.

use crate::help::{item, number, points};

fn by_step(counting: &str) -> String {
    format!(
        r#"(award: Steps(measure: Number(label: "偏差率", unit: "%"),
            steps: [(side: Above, at: "0", unit: "3%", points: "1", counting: {counting})]))"#
    )
}

#[test]
fn r6_a_deviation_of_ten_per_cent_in_units_of_three() {
    let of = |counting| points("15", &by_step(counting), &[("value", number("10"))]);
    assert_eq!(of("Whole"), "12.00");
    assert_eq!(of("Begun"), "11.00");
    assert_eq!(of("Proportional"), "11.67");
}

#[test]
fn r6_below_a_threshold_of_ninety_per_cent() {
    let rule = |counting: &str| {
        format!(
            r#"(award: Steps(measure: Number(label: "率", unit: "%"),
                steps: [(side: Below, at: "90%", unit: "1%", points: "0.5", counting: {counting})]))"#
        )
    };
    let of = |counting: &str, value: &str| points("3", &rule(counting), &[("value", number(value))]);
    assert_eq!(of("Whole", "87.4"), "2.00");
    assert_eq!(of("Begun", "87.4"), "1.50");
    assert_eq!(of("Proportional", "87.4"), "1.70");
    assert_eq!(of("Whole", "90"), "3.00", "on the threshold nothing is taken");
    assert_eq!(of("Begun", "89.99"), "2.50");
    assert_eq!(of("Whole", "89"), "2.50");
    assert_eq!(of("Whole", "100"), "3.00", "the other side does not count");
    assert_eq!(of("Whole", "10"), "0.00", "never below 0");
}

#[test]
fn both_sides_and_a_limit_for_each_step() {
    let rule = r#"(award: Steps(measure: Number(label: "户均", unit: ""), steps: [
        (side: Both, at: "10", unit: "1", points: "1", most: "2"),
    ]))"#;
    let of = |value: &str| points("5", rule, &[("value", number(value))]);
    assert_eq!(
        [of("10"), of("11"), of("9"), of("11.9"), of("15"), of("2")],
        ["5.00", "4.00", "4.00", "4.00", "3.00", "3.00"]
    );
}

#[test]
fn steps_that_give_start_lower_and_end_at_the_ceiling() {
    let rule = r#"(award: Steps(measure: Number(label: "增长率", unit: "%"), start: "6",
        steps: [(side: Above, at: "5%", unit: "1%", points: "1", gives: true)]), ceiling: "12")"#;
    let of = |value: &str| points("10", rule, &[("value", number(value))]);
    assert_eq!([of("5"), of("7"), of("9"), of("40")], ["6.00", "8.00", "10.00", "12.00"]);
    let over = item("10", rule, &[("value", number("40"))]);
    assert_eq!(over.deduction, Some(crate::help::dec("-2")), "more than full marks is no deduction");
}

#[test]
fn r6b_steep_linear_is_a_proportional_step() {
    let rule = r#"(award: Steps(measure: Number(label: "差错率", unit: ""),
        steps: [(side: Above, at: "0", unit: "0.1", points: "10", counting: Proportional)]))"#;
    let of = |value: &str| points("10", rule, &[("value", number(value))]);
    assert_eq!(
        [of("0"), of("0.002"), of("0.05"), of("0.1"), of("0.2")],
        ["10.00", "9.80", "5.00", "0.00", "0.00"]
    );
}

#[test]
fn r6c_straight_lines_between_nodes() {
    let rule = r#"(award: Curve(measure: Number(label: "完成率", unit: "%"), cut_off: "60%", nodes: [
        (at: "60%", worth: "0.5"), (at: "100%", worth: "1"), (at: "130%", worth: "1.2"),
    ]), ceiling: "11")"#;
    let of = |value: &str| points("10", rule, &[("value", number(value))]);
    assert_eq!([of("59.9"), of("60"), of("80"), of("100")], ["0.00", "5.00", "7.50", "10.00"]);
    assert_eq!([of("115"), of("116"), of("200")], ["11.00", "11.00", "11.00"], "cut at the ceiling");
    let thirds = r#"(award: Curve(measure: Number(label: "x", unit: ""), scale: Points, nodes: [
        (at: "0", worth: "0"), (at: "3", worth: "1"),
    ]))"#;
    assert_eq!(points("1", thirds, &[("value", number("1"))]), "0.33");
    assert_eq!(points("1", thirds, &[("value", number("-5"))]), "0.00");
}

#[test]
fn r24_points_for_each_reason_up_to_a_number() {
    let rule = r#"(gates: [(id: "any", label: "有调整理由")],
        award: PerUnit(measure: Number(label: "理由", unit: "条"), points: "0.5", most: "4"))"#;
    let of = |met: bool, reasons: &str| {
        points("2", rule, &[("any", jiping::evaluation::Value::Flag(met)), ("value", number(reasons))])
    };
    assert_eq!(
        [of(true, "0"), of(true, "3"), of(true, "4"), of(true, "9")],
        ["0.00", "1.50", "2.00", "2.00"]
    );
    assert_eq!(of(false, "4"), "0.00");
    assert_eq!(points("2", rule, &[("value", number("4"))]), "—", "the question comes first");
}
