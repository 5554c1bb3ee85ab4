//! What real tables combine: steps among deductions, one fact that takes twice, rows that only veto or only take, what
//! does not count before a rate, nothing of nothing.

use crate::help::{
    amount, card, dec, edited, indicator, inputs, item, number, of_rule, points, refusal, shown, template,
};
use jiping::evaluation::{EditError, FundField, Value};
use jiping::scoring::{ItemState, Waiting, rescore, score};
use jiping::template::check_file;
use jiping::text::{Explain as _, Lang};

fn said(item: &jiping::scoring::ItemScore) -> String {
    item.derivation.text(Lang::Chinese, item.score, 2)
}

const ATTENDANCE: &str = r#"(award: Full, deductions: [
    Steps(id: "rate", label: "出勤率不足95%", measure: Number(label: "出勤率", unit: "%"),
        steps: [(side: Below, at: "95%", unit: "1%", points: "1")], cap: "5"),
    Each(id: "late", label: "迟到", points: "0.5"),
], floor: "0")"#;

#[test]
fn a_rate_loses_by_steps_beside_what_is_counted() {
    // The measure's own keys stand below the id of the deduction.
    let text = ATTENDANCE.replace("id: \"rate\"", "id: \"low\"");
    let of = |percent: &str, late: &str| {
        item("10", &text, &[("low/value", number(percent)), ("late/count", number(late))])
    };
    let both = of("92", "3");
    assert_eq!(shown(&both), "5.50");
    assert_eq!(said(&both), "10 − 3.00（出勤率不足95%（92.00%）） − 1.50（迟到：3 × 0.5 分）= 5.50");
    assert_eq!(shown(&of("60", "0")), "5.00", "at most 5");
    assert_eq!(shown(&of("98", "0")), "10.00");
    let missing = item("10", &text, &[("late/count", number("3"))]);
    assert_eq!(missing.state, ItemState::Unscored(Waiting::Inputs), "its number has to be there");
}

#[test]
fn steps_by_the_funds_form_follow_it() {
    let rule = r#"(award: Full, floor: "0", deductions: [Steps(id: "low", label: "执行率不足", measure: Funds(Execution),
        steps: [(side: Below, at: "100%", unit: "10%", points: "1")])])"#;
    let template = of_rule("10", rule);
    let amounts = |executed: &str| {
        [amount(0, FundField::AnnualBudget, "100"), amount(0, FundField::Executed, executed)]
    };
    let (before, after) = (edited(&template, &amounts("80")), edited(&template, &amounts("50")));
    let mut card = score(&template, &before);
    assert_eq!(shown(&card.items[0]), "8.00");
    rescore(&mut card, &template, &before, &after);
    assert_eq!(shown(&card.items[0]), "5.00");
}

#[test]
fn one_fact_takes_from_the_indicator_and_from_the_sheet() {
    let rule = r#"(award: Full, deductions: [Each(id: "leak", label: "泄密", points: "2")], floor: "0",
        effects: [Overflow(id: "more", label: "泄密另扣", when: Deducted("leak"), take: Each("1"), scope: Sheet)])"#;
    let nodes = indicator("x", "10", rule);
    let template = template("10", "", &nodes);
    let of = |count: &str| card(&template, &[inputs("x", &[("leak/count", number(count))])]);
    assert_eq!(of("3").total, dec("1"), "10 − 6 and 3 more");
    assert_eq!(of("0").total, dec("10"));
    let exempt =
        card(&template, &[inputs("x", &[("leak/count", number("3")), ("leak/exempt", number("3"))])]);
    assert_eq!(exempt.total, dec("10"), "what is exempt takes nowhere");
}

#[test]
fn a_row_may_only_veto() {
    let veto = r#"(award: Full, effects: [Veto(id: "bad", label: "发生重大事故", scope: Sheet, consequence: Cap("60"))])"#;
    let nodes =
        format!("{}\n{}", indicator("v", "0", veto), indicator("x", "100", r#"(award: Free(step: "1"))"#));
    let text = crate::help::template_text("100", "", &nodes);
    assert_eq!(check_file(text.as_bytes()).unwrap().1, [], "nothing is wrong with it");
    let template = template("100", "", &nodes);
    let total = |bad: bool| {
        card(
            &template,
            &[inputs("x", &[("points", number("95"))]), inputs("v", &[("bad", Value::Flag(bad))])],
        )
        .total
    };
    assert_eq!((total(false), total(true)), (dec("95"), dec("60")));
}

#[test]
fn a_row_of_no_points_takes_what_it_is_measured_at() {
    let rule = r#"(award: Full, deductions: [
        Steps(id: "over", label: "超支", measure: Number(label: "超支率", unit: "%"),
            steps: [(side: Above, at: "0", unit: "5%", points: "1")]),
    ], floor: "-3")"#;
    let of = |percent: &str| item("0", rule, &[("over/value", number(percent))]);
    assert_eq!(shown(&of("12")), "-2.00");
    assert_eq!(shown(&of("80")), "-3.00", "down to its floor");
    assert_eq!(shown(&of("0")), "0.00");
}

#[test]
fn days_that_do_not_count_are_taken_before_the_rate() {
    let rule = |from: &str| {
        format!(
            r#"(award: Rate(measure: Entered(target: "应运行天数", actual: "正常天数", rate: "完好率",
                exempt: (label: "免责天数", from: {from})), direction: Positive))"#
        )
    };
    let days = [("target", number("365")), ("actual", number("342")), ("rate/exempt", number("5"))];
    let of_target = item("10", &rule("Target"), &days);
    assert_eq!(shown(&of_target), "9.50");
    let words = "正常天数 342 ÷ （应运行天数 365 − 免责天数 5）；10 × 95.00% = 9.50";
    assert_eq!(said(&of_target), words);
    assert_eq!(points("10", &rule("Actual"), &days), "9.23", "(342 − 5) ÷ 365");
    let too_many = [("target", number("3")), ("actual", number("3")), ("rate/exempt", number("4"))];
    assert_eq!(item("10", &rule("Target"), &too_many).state, ItemState::Unscored(Waiting::OutOfRange));
    assert_eq!(points("10", &rule("Target"), &days[..2]), "9.37", "nothing exempt");
}

#[test]
fn nothing_of_nothing_is_full_and_something_of_nothing_is_none() {
    let rule = r#"(award: Rate(measure: Entered(target: "计划", actual: "实际", rate: "率"), direction: Positive, zero: ByActual))"#;
    let of = |target: &str, actual: &str| {
        points("8", rule, &[("target", number(target)), ("actual", number(actual))])
    };
    assert_eq!(
        (of("0", "0").as_str(), of("0", "3").as_str(), of("4", "3").as_str()),
        ("8.00", "0.00", "6.00")
    );
    let survey = r#"(award: Rate(measure: Survey(options: [(id: "good", label: "满意", weight: "1"), (id: "bad", label: "不满意", weight: "0")]), direction: Positive, zero: ByActual))"#;
    let nobody = item("8", survey, &[("good/count", number("0")), ("bad/count", number("0"))]);
    assert_eq!(nobody.state, ItemState::Unscored(Waiting::NoAnswers), "nobody was asked");
}

#[test]
fn no_more_is_exempt_than_there_is() {
    let template = of_rule(
        "10",
        r#"(award: Full, deductions: [Each(id: "d", label: "缺页", points: "1")], floor: "0")"#,
    );
    let edit = inputs("x", &[("d/count", number("2")), ("d/exempt", number("3"))]);
    let refused = refusal(&template, &edit);
    assert!(matches!(refused, EditError::MoreExempt { .. }), "{refused:?}");
    assert_eq!(refused.message().text(Lang::Chinese), "“缺页”共 2 处，免责不能是 3 处。");
    let first = edited(&template, &[inputs("x", &[("d/exempt", number("1"))])]);
    let fewer = first.apply(&template, &inputs("x", &[("d/count", number("0"))]));
    assert!(matches!(fewer, Err(EditError::MoreExempt { .. })));
}

#[test]
fn a_deduction_that_a_bonus_offsets_still_needs_its_reason() {
    let rule = r#"(award: PerUnit(measure: Number(label: "成果", unit: "项"), points: "6"), ceiling: "12",
        deductions: [Each(id: "late", label: "逾期", points: "2")], floor: "0")"#;
    let template = of_rule("10", rule);
    let offset = [inputs("x", &[("value", number("2")), ("late/count", number("1"))])];
    let score = card(&template, &offset);
    assert_eq!((score.items[0].deduction, score.items[0].taken()), (Some(dec("0")), dec("2")));
    let evaluation = edited(&template, &offset);
    let asked = |evaluation| {
        let card = jiping::scoring::score(&template, evaluation);
        let found = jiping::checks::findings(&template, evaluation, &card);
        found.iter().any(|finding| finding.message.key() == "check-no-reason-offset")
    };
    assert!(asked(&evaluation));
    let reason = jiping::evaluation::Edit::SetReason { item: "x".into(), text: "一项逾期".to_owned() };
    assert!(!asked(&evaluation.apply(&template, &reason).unwrap()));
}
