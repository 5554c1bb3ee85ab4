//! Targets and actual values (seed 003): worked out where both are numbers.

use crate::help::{card, indicator, inputs, item, points, template};
use jiping::evaluation::Value;
use jiping::scoring::{ItemState, Waiting};
use jiping::template::{Sign, Target};

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

#[test]
fn targets_are_understood_as_they_are_written() {
    let read = |text: &str| {
        Target::read(text).map(|target| (target.sign, target.value.normalize().to_string(), target.unit))
    };
    let is = |sign, value: &str, unit: &str| Some((sign, value.to_owned(), unit.to_owned()));
    assert_eq!(read("≥80%"), is(Sign::AtLeast, "0.8", ""));
    assert_eq!(read("＞ ８０ ％"), is(Sign::MoreThan, "0.8", ""));
    assert_eq!(read("不超过5天"), is(Sign::AtMost, "5", "天"));
    assert_eq!(read("95%以上"), is(Sign::AtLeast, "0.95", ""));
    assert_eq!(read("3850路"), is(Sign::Unstated, "3850", "路"));
    assert_eq!(read("1,000万元以内"), is(Sign::AtMost, "1000", "万元"));
    assert_eq!(read("长期"), None);
    assert_eq!(read("≥80%以上"), None);
}

#[test]
fn a_table_without_points_only_compares() {
    let sheet = template("0", "", &indicator("x", "0", "(award: Target())"));
    let state = |expected: &str, reached: &str, met: Option<bool>| {
        let mut values = vec![("expected", text(expected)), ("reached", text(reached))];
        values.extend(met.map(|met| ("met", Value::Flag(met))));
        card(&sheet, &[inputs("x", &values)]).items[0].state.clone()
    };
    assert_eq!(state("≥80%", "82%", None), ItemState::Compared { met: Some(true) });
    assert_eq!(state("≥80%", "79.9%", None), ItemState::Compared { met: Some(false) });
    assert_eq!(state("≥80%", "80%", None), ItemState::Compared { met: Some(true) });
    assert_eq!(state("≤30天", "31天", None), ItemState::Compared { met: Some(false) });
    assert_eq!(state("≤30天", "29", None), ItemState::Compared { met: Some(true) });
    assert_eq!(state("≥80%", "≥80%", None), ItemState::Unscored(Waiting::NotAMeasurement));
    assert_eq!(state("≥80%", "90%以上", None), ItemState::Unscored(Waiting::NotAMeasurement));
    assert_eq!(state("长期", "已建立", None), ItemState::Compared { met: None });
    assert_eq!(state("长期", "已建立", Some(true)), ItemState::Compared { met: Some(true) });
    let card = card(&sheet, &[inputs("x", &[("expected", text("3850路")), ("reached", text("3850"))])]);
    assert!(!card.provisional && card.grade.is_none());
    assert_eq!(card.total, crate::help::dec("0"));
}

#[test]
fn with_points_it_is_all_or_nothing() {
    let rule = r#"(award: Target(target: "≥95%"))"#;
    assert_eq!(points("4", rule, &[("reached", text("95%"))]), "4.00");
    assert_eq!(points("4", rule, &[("reached", text("94.9%"))]), "0.00");
    let waiting = item("4", rule, &[("reached", text("很好"))]);
    assert_eq!(waiting.state, ItemState::Unscored(Waiting::Met));
}
