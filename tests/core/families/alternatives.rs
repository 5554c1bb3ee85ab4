//! R25: one of several rules, or several whose points add up.

use crate::help::{choice, item, number, points};
use jiping::evaluation::Value;
use jiping::scoring::{ItemState, Waiting};
use jiping::text::Lang;

const ONE: &str = r#"(award: Alternatives(options: [
    (id: "build", label: "建设类", award: Rate(measure: Entered(target: "计划", actual: "完成", rate: "率"), direction: Positive)),
    (id: "buy", label: "购置类", award: Parts(parts: [(id: "a", label: "验收", points: "6"), (id: "b", label: "入账", points: "4")])),
]))"#;

#[test]
fn one_rule_of_several() {
    let built = [("choice", choice("build")), ("build/target", number("4")), ("build/actual", number("3"))];
    assert_eq!(points("10", ONE, &built), "7.50");
    let bought = [("choice", choice("buy")), ("buy/a", Value::Flag(true))];
    let item = item("10", ONE, &bought);
    assert_eq!(crate::help::shown(&item), "6.00");
    assert_eq!(
        item.derivation.text(Lang::Chinese, item.score, 2),
        "购置类：6（验收） = 6.00；未得 4（入账）（未选：建设类）"
    );
    assert_eq!(points("10", ONE, &[("build/target", number("4")), ("build/actual", number("3"))]), "—");
}

const SEVERAL: &str = r#"(award: Alternatives(several: true, options: [
    (id: "x", label: "甲", points: "6", award: Rate(measure: Number(label: "率", unit: "%"), direction: Positive)),
    (id: "y", label: "乙", points: "4", award: Free(step: "1")),
    (id: "z", label: "丙", points: "4", award: Alternatives(options: [
        (id: "p", label: "子一", award: Free(step: "1")), (id: "q", label: "子二", award: Free(step: "0.5")),
    ])),
]))"#;

#[test]
fn several_rules_whose_points_add_up() {
    let x = [("x", Value::Flag(true)), ("x/value", number("50"))];
    let y = [("y", Value::Flag(true)), ("y/points", number("3"))];
    let z = [("z", Value::Flag(true)), ("z/choice", choice("q")), ("z/q/points", number("2.5"))];
    let of = |parts: &[&[(&str, Value)]]| item("10", SEVERAL, &parts.concat());
    assert_eq!(crate::help::shown(&of(&[&x, &y])), "6.00");
    assert_eq!(crate::help::shown(&of(&[&x, &z])), "5.50", "nested once more");
    assert_eq!(of(&[&x]).state, ItemState::Unscored(Waiting::ChosenDoNotAddUp));
    assert_eq!(of(&[&x, &y, &z]).state, ItemState::Unscored(Waiting::ChosenDoNotAddUp));
}

#[test]
fn marks_of_a_panel_stay_within_the_option() {
    let rule = r#"(award: Alternatives(several: true, options: [
        (id: "x", label: "甲", points: "4", award: Value(measure: Panel(label: "专家", mean: Mean))),
        (id: "y", label: "乙", points: "5", award: Free(step: "1")),
    ]))"#;
    let of = |mark: &str| {
        let marks = Value::List(vec![crate::help::dec(mark)]);
        let chosen = [("x", Value::Flag(true)), ("y", Value::Flag(true)), ("y/points", number("5"))];
        let mut entry = jiping::evaluation::Evaluation::new(&crate::help::of_rule("9", rule));
        let inputs =
            chosen.into_iter().chain([("x/list", marks)]).map(|(key, value)| (key.into(), value)).collect();
        let item = jiping::evaluation::ItemEntry { inputs, ..Default::default() };
        entry.items.insert("x".into(), item.into());
        jiping::scoring::score(&crate::help::of_rule("9", rule), &entry).items.remove(0)
    };
    assert_eq!(crate::help::shown(&of("4")), "9.00");
    assert_eq!(of("4.5").state, ItemState::Unscored(Waiting::OutOfRange), "a file changed by hand");
}
