//! R1 in part, R2 over a list, R5b by hand, gates (R10), zero denominators, four directions (R4).

use crate::help::{choice, item, number, points};
use jiping::evaluation::Value;
use jiping::scoring::ItemState;
use jiping::text::Lang;

const TWO: &str = r#"parts: [(id: "a", label: "甲", points: "3"), (id: "b", label: "乙", points: "1")]"#;

#[test]
fn all_or_nothing_over_a_list() {
    let rule = format!("(award: Parts({TWO}, needed: All))");
    let of = |a: bool, b: bool| item("4", &rule, &[("a", Value::Flag(a)), ("b", Value::Flag(b))]);
    assert_eq!(crate::help::shown(&of(true, true)), "4.00");
    let missing = of(true, false);
    assert_eq!(crate::help::shown(&missing), "0.00");
    assert_eq!(missing.derivation.text(Lang::Chinese, missing.score, 2), "不符合 乙，不得分 = 0.00");
}

#[test]
fn all_means_whole_even_where_rounding_hides_the_rest() {
    let rule = format!("(award: Parts({TWO}, needed: All, partial: true))");
    let of = |a: &str| points("4", &rule, &[("a/share", number(a)), ("b/share", number("100"))]);
    assert_eq!([of("100"), of("99.99")], ["4.00", "0.00"]);
}

#[test]
fn a_part_can_be_met_in_part() {
    let rule = format!("(award: Parts({TWO}, partial: true))");
    let of = |a: &str, b: &str| points("4", &rule, &[("a/share", number(a)), ("b/share", number(b))]);
    assert_eq!([of("100", "100"), of("50", "0"), of("33.33", "100")], ["4.00", "1.50", "2.00"]);
}

#[test]
fn r5b_a_range_of_points_is_chosen_by_hand() {
    let rule = r#"(award: OneOf(options: [
        (id: "good", label: "好", points: Range(from: "11", to: "15")),
        (id: "fair", label: "一般", points: Range(from: "6", to: "10")),
        (id: "poor", label: "差", points: Range(from: "0", to: "5")),
    ]))"#;
    let of = |option: &str, chosen: &str| {
        points("15", rule, &[("choice", choice(option)), ("points", number(chosen))])
    };
    assert_eq!([of("good", "11"), of("good", "15"), of("fair", "10")], ["11.00", "15.00", "10.00"]);
    assert_eq!([of("good", "10.99"), of("fair", "11")], ["—", "—"]);
}

#[test]
fn r10_a_gate_that_is_not_met_leaves_nothing() {
    let rule = r#"(award: Rate(measure: Entered(target: "a", actual: "b", rate: "r"), direction: Positive),
        gates: [(id: "law", label: "程序合法"), (id: "real", label: "数据真实")])"#;
    let of = |law: Option<bool>, real: Option<bool>| {
        let mut values = vec![("rate", number("80"))];
        values.extend(law.map(|law| ("law", Value::Flag(law))));
        values.extend(real.map(|real| ("real", Value::Flag(real))));
        points("5", rule, &values)
    };
    assert_eq!(of(Some(true), Some(true)), "4.00");
    assert_eq!(of(Some(true), Some(false)), "0.00");
    assert_eq!(of(None, Some(false)), "0.00", "one that fails decides alone");
    assert_eq!(of(Some(true), None), "—");
}

#[test]
fn a_zero_denominator_follows_the_template() {
    let of = |zero: &str| {
        let rule = format!(
            r#"(award: Rate(measure: Entered(target: "a", actual: "b", rate: "r"), direction: Positive, zero: {zero}))"#
        );
        item("5", &rule, &[("target", number("0")), ("actual", number("3"))])
    };
    assert!(matches!(of("Unscored").state, ItemState::Unscored(_)));
    assert_eq!(of("Blank").state, ItemState::NoInformation);
    assert_eq!(crate::help::shown(&of("Nothing")), "0.00");
    assert_eq!(crate::help::shown(&of("Full")), "5.00");
    assert!(matches!(of("NotApplicable").state, ItemState::NotApplicable { .. }));
}

#[test]
fn a_rate_above_one_counts_up_to_its_cap() {
    let rule = r#"(award: Rate(measure: Entered(target: "a", actual: "b", rate: "r"), direction: Positive, cap: "120%"),
        ceiling: "12")"#;
    let of = |rate: &str| points("10", rule, &[("rate", number(rate))]);
    assert_eq!([of("100"), of("115"), of("130")], ["10.00", "11.50", "12.00"]);
}

#[test]
fn a_tie_is_seen_after_a_division() {
    let rule = crate::help::rate("Positive");
    // 3 × 1 ÷ 600 = 0.005 exactly: 四舍五入 gives 0.01, however the division is written.
    assert_eq!(points("3", &rule, &[("target", number("600")), ("actual", number("1"))]), "0.01");
}
