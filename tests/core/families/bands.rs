//! R5 (numeric bands), R5b (a range within a band), R21 (sub-sheet total → points).

use crate::help::{item, number, points};
use jiping::scoring::{ItemState, Waiting};
use jiping::text::Lang;

/// ≥95 % 5, [90 %, 95 %) 3, (60 %, 90 %) 1, ≤60 % 0.
const RATE_BANDS: &str = r#"(award: Bands(measure: Number(label: "合格率", unit: "%"), bands: [
    (from: Including("95%"), points: Fixed("5")),
    (from: Including("90%"), to: Excluding("95%"), points: Fixed("3")),
    (from: Excluding("60%"), to: Excluding("90%"), points: Fraction("20%")),
    (to: Including("60%"), points: Fixed("0")),
]))"#;

fn at(percent: &str) -> String {
    points("5", RATE_BANDS, &[("value", number(percent))])
}

#[test]
fn each_edge_belongs_to_the_side_that_says_so() {
    assert_eq!(at("95"), "5.00");
    assert_eq!(at("94.999"), "3.00");
    assert_eq!(at("90"), "3.00");
    assert_eq!(at("89.999"), "1.00");
    assert_eq!(at("60.001"), "1.00");
    assert_eq!(at("60"), "0.00");
    assert_eq!(at("120"), "5.00");
    assert_eq!(at("0"), "0.00");
}

#[test]
fn the_derivation_names_the_band() {
    let item = item("5", RATE_BANDS, &[("value", number("94"))]);
    assert_eq!(
        item.derivation.text(Lang::Chinese, item.score, 2),
        "合格率 94%，属“不低于 90%、低于 95%”一档；该档 3 分 = 3.00"
    );
    assert_eq!(item.causes.len(), 1);
}

/// 85–100 → 13–15 points chosen, 60–85 → 9–12, below 0–8.
const CHOSEN: &str = r#"(award: Bands(measure: Number(label: "得分", unit: "分"), bands: [
    (from: Including("85"), points: Range(from: "13", to: "15")),
    (from: Including("60"), to: Excluding("85"), points: Range(from: "9", to: "12")),
    (to: Excluding("60"), points: Range(from: "0", to: "8")),
]))"#;

#[test]
fn within_a_band_the_points_are_chosen() {
    let with = |value: &str, chosen: &str| {
        item("15", CHOSEN, &[("value", number(value)), ("points", number(chosen))])
    };
    assert_eq!(with("85", "13").score, Some(crate::help::dec("13")));
    assert_eq!(with("84.9", "12").score, Some(crate::help::dec("12")));
    assert_eq!(with("84.9", "13").state, ItemState::Unscored(Waiting::PointsOutsideBand));
    let waiting = item("15", CHOSEN, &[("value", number("70"))]);
    assert_eq!(waiting.state, ItemState::Unscored(Waiting::PointsInBand));
}

/// Two annexes of 100 points; their mean is looked up.
const ANNEXES: &str = r#"(award: Bands(
    measure: SubSheets(sheets: [(id: "a", label: "附表一"), (id: "b", label: "附表二")]),
    bands: [
        (from: Including("90"), points: Fixed("10")),
        (from: Including("80"), to: Excluding("90"), points: Fixed("8")),
        (to: Excluding("80"), points: Fixed("0")),
    ]))"#;

#[test]
fn r21_sub_sheets_by_their_mean() {
    let of = |a: &str, b: &str| points("10", ANNEXES, &[("a/total", number(a)), ("b/total", number(b))]);
    assert_eq!(of("90", "90"), "10.00");
    assert_eq!(of("95", "84.98"), "8.00", "89.99");
    assert_eq!(of("95", "85"), "10.00");
    assert_eq!(of("79", "80"), "0.00");
    assert_eq!(points("10", ANNEXES, &[("a/total", number("88"))]), "8.00", "only one was needed");
}
