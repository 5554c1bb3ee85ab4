//! Vetoes (R11) and overflows (R12): their scopes, exemptions, and what takes them back.

use crate::help::{GRADES, card, dec, edited, free, inputs, number, template};
use jiping::evaluation::{Edit, Value};
use jiping::scoring::{CauseKind, Scorecard, rescore, score};
use jiping::template::Template;

fn sheet(effects: &str) -> Template {
    let strict = format!(
        r#"Indicator(id: "x", name: "x", points: "10", rule: (award: Full, floor: "0",
            deductions: [Each(id: "fault", label: "差错", points: "4")], effects: [{effects}])),"#
    );
    let group =
        format!(r#"Group(id: "g", name: "大项", points: "30", children: [{} {strict}]),"#, free("a", "20"));
    template("100", GRADES, &format!("{group}\n{}", free("b", "70")))
}

fn of(effects: &str, faults: &str, more: &[(&str, Value)]) -> Scorecard {
    let mut values = vec![("fault/count", number(faults))];
    values.extend(more.iter().cloned());
    let points = |item, value: &str| inputs(item, &[("points", number(value))]);
    card(&sheet(effects), &[points("a", "18"), points("b", "65"), inputs("x", &values)])
}

fn yes(id: &str) -> (&str, Value) {
    (id, Value::Flag(true))
}

fn veto(scope: &str, consequence: &str) -> String {
    format!(
        r#"Veto(id: "v", label: "弄虚作假", scope: {scope}, consequence: {consequence}, exemptable: true)"#
    )
}

fn scores(card: &Scorecard) -> Vec<String> {
    card.items.iter().map(crate::help::shown).collect()
}

#[test]
fn r11_a_veto_strikes_its_scope_and_no_more() {
    let ticked = |scope: &str, consequence: &str| of(&veto(scope, consequence), "0", &[yes("v")]);
    assert_eq!(scores(&ticked("Item", "Zero")), ["18.00", "0.00", "65.00"]);
    let group = ticked("Group", "Zero");
    assert_eq!(scores(&group), ["0.00", "0.00", "65.00"]);
    assert_eq!((group.groups[0].score, group.total), (dec("0"), dec("65")));
    assert!(
        group.items[0].causes.iter().any(|cause| cause.kind == CauseKind::Veto && cause.points == dec("18"))
    );
    assert_eq!(scores(&ticked("Node(\"g\")", "Zero")), ["0.00", "0.00", "65.00"]);
    let capped = ticked("Group", "Cap(\"12\")");
    assert_eq!((capped.groups[0].score, capped.total), (dec("12"), dec("77")));
    let zero = ticked("Sheet", "Zero");
    assert_eq!((zero.total, zero.grade.as_deref()), (dec("0"), Some("差")));
    assert_eq!(ticked("Sheet", "Cap(\"59\")").total, dec("59"));
    let graded = ticked("Sheet", "Grade(\"中\")");
    assert_eq!((graded.total, graded.grade.as_deref()), (dec("93"), Some("中")));
    assert_eq!(ticked("Sheet", "Fail").grade.as_deref(), Some("差"));
    let at_most = |grade: &str| ticked("Sheet", &format!("GradeAtMost(\"{grade}\")"));
    assert_eq!(at_most("良").grade.as_deref(), Some("良"), "93 would be 优");
    let low = of(&veto("Sheet", "GradeAtMost(\"良\")"), "2", &[yes("v")]);
    assert_eq!((low.total, low.grade.as_deref()), (dec("85"), Some("良")));
    assert!(low.grade_veto.is_none(), "it was no better without it");
}

#[test]
fn an_exemption_with_a_reason_lifts_a_veto() {
    let with = |reason: &str| {
        of(&veto("Group", "Zero"), "0", &[yes("v"), ("v/exemption", Value::Text(reason.to_owned()))])
    };
    assert_eq!(scores(&with("不可抗力")), ["18.00", "10.00", "65.00"]);
    assert_eq!(scores(&with("  ")), ["0.00", "0.00", "65.00"]);
}

#[test]
fn r12_an_overflow_goes_beyond_the_items_floor() {
    let exhausted =
        r#"Overflow(id: "o", label: "扣完追加", when: Exhausted, take: OneOf(["10"]), scope: Sheet)"#;
    let card = of(exhausted, "3", &[]);
    assert_eq!(scores(&card), ["18.00", "0.00", "65.00"]);
    assert_eq!(card.total, dec("73"), "18 + 0 + 65 − 10");
    assert_eq!(card.causes.iter().map(|cause| cause.points).collect::<Vec<_>>(), [dec("10")]);
    assert_eq!(of(exhausted, "2", &[]).total, dec("85"), "2 points are left: nothing more is taken");
    let several =
        r#"Overflow(id: "o", label: "追加", when: Ticked, take: OneOf(["5", "10", "20"]), scope: Group)"#;
    let chosen = of(several, "0", &[yes("o"), ("o/points", number("20"))]);
    assert_eq!((chosen.groups[0].score, chosen.total), (dec("8"), dec("73")));
    assert_eq!(scores(&of(several, "0", &[yes("o")]))[1], "—", "which of them is for the evaluator to say");
    let excess = r#"Overflow(id: "o", label: "超扣", when: Exhausted, take: Excess, scope: Sheet)"#;
    assert_eq!(of(excess, "5", &[]).total, dec("73"), "20 − 10 beyond the item");
}

#[test]
fn taking_a_veto_back_gives_everything_back() {
    let sheet = sheet(&veto("Group", "Zero"));
    let points = |item, value: &str| inputs(item, &[("points", number(value))]);
    let before =
        edited(&sheet, &[points("a", "18"), points("b", "65"), inputs("x", &[("fault/count", number("0"))])]);
    let apply =
        |evaluation: &jiping::evaluation::Evaluation, edit: &Edit| evaluation.apply(&sheet, edit).unwrap();
    let steps = [
        inputs("x", &[("v", Value::Flag(true))]),
        points("a", "15"),
        inputs("x", &[("fault/count", number("1"))]),
        inputs("x", &[("v", Value::Flag(false))]),
    ];
    let mut card = score(&sheet, &before);
    let mut evaluation = before;
    for step in &steps {
        let after = apply(&evaluation, step);
        rescore(&mut card, &sheet, &evaluation, &after);
        assert_eq!(card, score(&sheet, &after), "{step:?}");
        evaluation = after;
    }
    assert_eq!(scores(&card), ["15.00", "6.00", "65.00"]);
}
