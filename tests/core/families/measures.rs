//! Where numbers come from: deviation, survey, panel (R19), passes (R26), peers (R16), risks (R23), sub-sheets (R17).

use crate::help::{choice, dec, item, number, points};
use jiping::evaluation::Value;
use jiping::scoring::{ItemState, Waiting};
use jiping::text::Lang;

fn list(text: &str) -> Value {
    Value::List(text.split(' ').map(dec).collect())
}

#[test]
fn a_survey_yields_its_rate_and_names_its_sample() {
    let rule = r#"(award: Rate(measure: Survey(options: [
        (id: "very", label: "满意", weight: "1"), (id: "some", label: "基本满意", weight: "0.8"),
        (id: "not", label: "不满意", weight: "0"),
    ]), direction: Positive))"#;
    let of = |a: &str, b: &str, c: &str| {
        item("8", rule, &[("very/count", number(a)), ("some/count", number(b)), ("not/count", number(c))])
    };
    let counted = of("80", "10", "10");
    assert_eq!(counted.score, Some(dec("7.04")), "(80 + 8) ÷ 100 × 8");
    assert!(counted.derivation.text(Lang::Chinese, counted.score, 2).contains("有效问卷 100 份"));
    assert_eq!(of("0", "0", "0").state, ItemState::Unscored(Waiting::NoAnswers));
    let likert = r#"(award: Rate(measure: Survey(options: [
        (id: "5", label: "很满意", weight: "5"), (id: "4", label: "满意", weight: "4"), (id: "1", label: "不满意", weight: "1"),
    ]), direction: Positive))"#;
    let values = [("5/count", number("1")), ("4/count", number("1")), ("1/count", number("1"))];
    assert_eq!(points("3", likert, &values), "2.00", "10 ÷ 15 × 3");
}

#[test]
fn r19_marks_of_several_people() {
    let rule = |mean: &str| format!(r#"(award: Value(measure: Panel(label: "专家", mean: {mean})))"#);
    let of = |mean: &str, marks: &str| points("10", &rule(mean), &[("list", list(marks))]);
    assert_eq!(of("Mean", "8 9 7 10 6 9"), "8.17");
    assert_eq!(of("Trimmed", "8 9 7 10 6 9"), "8.25");
    assert_eq!(of("Trimmed", "8 9 7 10 6"), "8.00", "five marks are all kept");
    assert_eq!(of("Median", "8 9 7 10 6 9"), "8.50");
    assert_eq!(of("Median", "1 9 7"), "7.00");
}

#[test]
fn r26_the_share_of_rows_that_pass() {
    let rule = r#"(award: Rate(measure: Passes(rows: [
        (id: "a", label: "甲"), (id: "b", label: "乙"), (id: "c", label: "丙", from: "1", to: "1.3"),
    ]), direction: Positive))"#;
    let of = |a: &str, b: &str, actual: &str| {
        let row = [("c/target", number("100")), ("c/actual", number(actual))];
        let mut values = vec![("a", choice(a)), ("b", choice(b))];
        values.extend(row);
        points("9", rule, &values)
    };
    assert_eq!([of("yes", "no", "100"), of("yes", "no", "130")], ["6.00", "6.00"], "both edges pass");
    assert_eq!([of("yes", "no", "99.99"), of("yes", "no", "130.01")], ["3.00", "3.00"]);
    assert_eq!(of("yes", "not-applicable", "120"), "9.00", "what does not apply leaves the ratio");
    assert_eq!(points("9", rule, &[("a", choice("yes"))]), "—");
}

#[test]
fn r16_against_the_best_of_all_units() {
    let rule = |best: &str| {
        format!(
            r#"(award: Rate(measure: Peers(own: "本单位", others: "其他单位", best: {best}, yields: Ratio), direction: Positive))"#
        )
    };
    let of = |best: &str, own: &str| {
        points("10", &rule(best), &[("value", number(own)), ("list", list("40 60 80"))])
    };
    assert_eq!([of("Highest", "60"), of("Highest", "80"), of("Highest", "90")], ["7.50", "10.00", "10.00"]);
    assert_eq!([of("Lowest", "40"), of("Lowest", "50"), of("Lowest", "20")], ["10.00", "8.00", "10.00"]);
    let rank = r#"(award: Steps(measure: Peers(own: "本单位", others: "其他单位", best: Highest, yields: Rank),
        steps: [(side: Above, at: "1", unit: "1", points: "2")]))"#;
    let ranked = |own: &str| points("10", rank, &[("value", number(own)), ("list", list("40 60 80"))]);
    assert_eq!([ranked("90"), ranked("80"), ranked("60"), ranked("1")], ["10.00", "10.00", "8.00", "4.00"]);
}

#[test]
fn r23_risk_points_and_their_share() {
    let risks = r#"risks: [(id: "a", label: "甲", points: "30"), (id: "b", label: "乙", points: "40"), (id: "c", label: "丙", points: "30")]"#;
    let sum = format!(r#"(award: Value(measure: Risks({risks}, cap: "60", yields: Points)))"#);
    let ratio = format!(r#"(award: Rate(measure: Risks({risks}, yields: Ratio), direction: Complement))"#);
    let of = |rule: &str, a: &str, b: &str, c: &str| {
        points("60", rule, &[("a", choice(a)), ("b", choice(b)), ("c", choice(c))])
    };
    assert_eq!(of(&sum, "no", "yes", "yes"), "30.00");
    assert_eq!(of(&sum, "no", "no", "yes"), "60.00", "capped");
    assert_eq!(of(&ratio, "no", "yes", "yes"), "42.00", "1 − 30 ÷ 100");
    assert_eq!(of(&ratio, "no", "yes", "not-applicable"), "34.29", "1 − 30 ÷ 70");
}

#[test]
fn r17_weighted_sub_sheets() {
    let rule = r#"(award: Value(measure: SubSheets(sheets: [
        (id: "s1", label: "日常", weight: "70%"), (id: "s2", label: "年终", weight: "30%"),
    ])))"#;
    let of = |a: &str, b: &str| points("100", rule, &[("s1/total", number(a)), ("s2/total", number(b))]);
    assert_eq!(of("95", "88"), "92.90");
    assert_eq!(points("100", rule, &[("s1/total", number("95"))]), "—", "with weights all are needed");
}

#[test]
fn deviations_from_a_target() {
    let rule = r#"(award: Steps(measure: Deviation(target: "计划", actual: "实际"),
        steps: [(side: Above, at: "20%", unit: "10%", points: "1")]))"#;
    let of = |target: &str, actual: &str| {
        points("5", rule, &[("target", number(target)), ("actual", number(actual))])
    };
    assert_eq!(
        [of("100", "120"), of("100", "130"), of("100", "129.9"), of("100", "60")],
        ["5.00", "4.00", "5.00", "3.00"]
    );
    assert_eq!(of("0", "5"), "—");
}
