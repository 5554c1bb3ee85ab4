//! 取自另一指标: its score, its measure, its count, as they are at any time.

use crate::help::{
    amount, card, choice, dec, edited, indicator, inputs, number, shown, template, template_text,
};
use jiping::evaluation::{Applicability, Edit, FundField, Override, Value};
use jiping::scoring::{ItemScore, ItemState, Scorecard, Waiting, rescore, score};
use jiping::template::{Template, check_file};
use jiping::text::Lang;

const COUNTED: &str = r#"(award: Full, deductions: [
    Each(id: "late", label: "迟报", points: "0.5"), Each(id: "wrong", label: "错报", points: "1"),
], floor: "0")"#;
const DONE: &str = r#"(award: Rate(measure: Entered(target: "目标值", actual: "实际值", rate: "完成率"), direction: Positive))"#;

/// An indicator `from` with `rule`, and `to`, which takes what `takes` says by `award`, both of 10 points.
fn pair(rule: &str, takes: &str, award: &str) -> Template {
    let to = award.replace("OTHER", &format!("Other(indicator: \"from\", takes: {takes})"));
    let nodes =
        format!("{}\n{}", indicator("from", "10", rule), indicator("to", "10", &format!("(award: {to})")));
    let text = template_text("20", "", &nodes);
    let problems = check_file(text.as_bytes()).unwrap().1;
    assert!(problems.iter().all(|problem| !problem.is_error()), "{problems:?}");
    template("20", "", &nodes)
}

fn of<'c>(card: &'c Scorecard, id: &str) -> &'c ItemScore {
    card.items.iter().find(|item| *item.id == *id).unwrap()
}

fn said(card: &Scorecard, id: &str) -> String {
    let item = of(card, id);
    item.derivation.text(Lang::Chinese, item.score, 2)
}

const BY_RATE: &str = "Rate(measure: OTHER, direction: Positive)";

#[test]
fn a_score_is_taken_as_it_is() {
    let template = pair(DONE, "Score", "Value(measure: OTHER)");
    let done = |percent: &str| inputs("from", &[("rate", number(percent))]);
    let scored = |edits: &[Edit]| card(&template, edits);
    let first = scored(&[done("80")]);
    assert_eq!(shown(of(&first, "to")), "8.00");
    assert_eq!(said(&first, "to"), "直接计分：“from”得分 8 = 8.00");
    assert_eq!(first.total, dec("16"));
    let set = Override { score: dec("3"), reason: "复核".into() };
    let set = Edit::SetOverride { item: "from".into(), to: Some(set) };
    assert_eq!(shown(of(&scored(&[done("80"), set]), "to")), "3.00", "人工改分 counts");
    let nothing = scored(&[]);
    assert_eq!(of(&nothing, "to").state, ItemState::Unscored(Waiting::OtherIndicator));
    assert!(nothing.provisional);
}

#[test]
fn a_share_of_the_points_is_a_rate() {
    let template = pair(COUNTED, "ScoreRate", "Rate(measure: OTHER, direction: Positive, cut_off: \"60%\")");
    let late = |count: &str| card(&template, &[inputs("from", &[("late/count", number(count))])]);
    let three = late("3");
    assert_eq!(shown(of(&three, "to")), "8.50");
    assert_eq!(said(&three, "to"), "“from”得分 8.5 ÷ 分值 10；10 × 85.00% = 8.50");
    assert_eq!(shown(of(&late("9"), "to")), "0.00", "55 % is below 60 %");
}

#[test]
fn a_measure_is_taken_with_its_target_and_its_actual_value() {
    let pair_of = |target, actual| inputs("from", &[("target", number(target)), ("actual", number(actual))]);
    let turned = pair(DONE, "Rate", "Rate(measure: OTHER, direction: ReverseRatio)");
    let card = card(&turned, &[pair_of("30", "40")]);
    assert_eq!(shown(of(&card, "to")), "7.50", "30 ÷ 40");
    assert_eq!(said(&card, "to"), "“from”的目标 30 ÷ 实际 40；10 × 75.00% = 7.50");
    let straight = pair(DONE, "Rate", BY_RATE);
    let typed = crate::help::card(&straight, &[inputs("from", &[("rate", number("62.5"))])]);
    assert_eq!(said(&typed, "to"), "“from”的完成率 62.5%；10 × 62.50% = 6.25");
    let zero = crate::help::card(&straight, &[pair_of("0", "4")]);
    assert_eq!(of(&zero, "to").state, ItemState::Unscored(Waiting::ZeroTarget));
    // A rate is taken before the other makes points of it: what it loses by its own cut-off stays there.
    let cut = DONE.replace("direction: Positive", "direction: Positive, cut_off: \"90%\"");
    let cut = crate::help::card(&pair(&cut, "Rate", BY_RATE), &[pair_of("10", "8")]);
    assert_eq!(shown(of(&cut, "from")), "0.00");
    assert_eq!(shown(of(&cut, "to")), "8.00");
}

#[test]
fn a_number_and_a_count_are_taken_for_steps() {
    let days = r#"(award: Steps(measure: Number(label: "天数", unit: "天"), start: "10",
        steps: [(side: Above, at: "0", unit: "1", points: "1")]))"#;
    let steps = |per: &str| {
        format!(
            "Steps(measure: OTHER, start: \"10\", steps: [(side: Above, at: \"0\", unit: \"1\", points: \"{per}\")])"
        )
    };
    let late = card(&pair(days, "Number", &steps("2")), &[inputs("from", &[("value", number("3"))])]);
    assert_eq!(shown(of(&late, "to")), "4.00");
    let counts = [("late/count", number("3")), ("late/exempt", number("1")), ("wrong/count", number("2"))];
    let counted = card(&pair(COUNTED, "Count", &steps("0.5")), &[inputs("from", &counts)]);
    assert_eq!(shown(of(&counted, "to")), "8.00", "2 late ones and 2 wrong ones");
    assert!(said(&counted, "to").contains("“from” 4 处"), "{}", said(&counted, "to"));
}

#[test]
fn among_deductions_too() {
    let rule = r#"(award: Full, floor: "0", deductions: [Steps(id: "low", label: "完成率不足",
        measure: Other(indicator: "from", takes: Rate),
        steps: [(side: Below, at: "90%", unit: "1%", points: "0.1")])])"#;
    let nodes = format!("{}\n{}", indicator("to", "10", rule), indicator("from", "10", DONE));
    let card = card(&template("20", "", &nodes), &[inputs("from", &[("rate", number("80"))])]);
    assert_eq!(shown(of(&card, "to")), "9.00", "it stands before the one that it takes from");
}

#[test]
fn what_strikes_the_other_from_elsewhere_does_not_change_its_number() {
    let veto = r#"(award: Full, effects: [Veto(id: "bad", label: "造假", scope: Group, consequence: Zero)])"#;
    let group = format!(
        "Group(id: \"g\", name: \"g\", points: \"10\", children: [{} {}]),",
        indicator("from", "10", DONE),
        indicator("veto", "0", veto)
    );
    let to = indicator("to", "10", r#"(award: Value(measure: Other(indicator: "from", takes: Score)))"#);
    let template = template("20", "", &format!("{group}\n{to}"));
    let edits = [inputs("from", &[("rate", number("80"))]), inputs("veto", &[("bad", Value::Flag(true))])];
    let card = card(&template, &edits);
    assert_eq!(shown(of(&card, "from")), "0.00");
    assert_eq!(shown(of(&card, "to")), "8.00");
}

#[test]
fn what_does_not_apply_has_no_number() {
    let template = pair(DONE, "Rate", BY_RATE);
    for applicability in
        [Applicability::NoInformation, Applicability::NotApplicable { reason: "未实施".into() }]
    {
        let edits = [
            inputs("from", &[("rate", number("80"))]),
            Edit::SetApplicability { item: "from".into(), to: applicability },
        ];
        let card = card(&template, &edits);
        assert_eq!(of(&card, "to").state, ItemState::Unscored(Waiting::OtherIndicator));
    }
}

/// Eight indicators: some take from some, over three turns; two wait for each other and one for them.
fn tangle() -> Template {
    let take = |id: &str, other: &str, takes: &str| {
        let award = match takes {
            "Score" => format!("Value(measure: Other(indicator: \"{other}\", takes: Score))"),
            takes => {
                format!("Rate(measure: Other(indicator: \"{other}\", takes: {takes}), direction: Positive)")
            }
        };
        indicator(id, "10", &format!("(award: {award})"))
    };
    let funds = indicator("funds", "10", "(award: Rate(measure: Funds(Execution), direction: Positive))");
    let either = r#"(award: Alternatives(options: [
        (id: "a", label: "甲", award: Rate(measure: Other(indicator: "funds", takes: Rate), direction: Positive)),
        (id: "b", label: "乙", award: Free(step: "1")),
    ]))"#;
    let nodes = [
        take("third", "second", "ScoreRate"),
        take("second", "first", "Rate"),
        take("first", "base", "Rate"),
        indicator("base", "10", DONE),
        take("by-funds", "funds", "Score"),
        funds,
        indicator("either", "10", either),
        take("round", "circle", "Rate"),
        take("circle", "round", "Rate"),
        take("behind", "circle", "Rate"),
    ];
    // It cannot be opened for the circle in it, and is scored all the same while it is edited.
    check_file(template_text("100", "", &nodes.join("\n")).as_bytes()).unwrap().0
}

#[test]
fn an_edit_takes_along_whatever_takes_from_it() {
    let template = tangle();
    let edits = [
        inputs("base", &[("rate", number("80"))]),
        amount(0, FundField::AnnualBudget, "100"),
        amount(0, FundField::Executed, "90"),
        inputs("either", &[("choice", choice("a"))]),
        Edit::SetOverride {
            item: "second".into(),
            to: Some(Override { score: dec("5"), reason: "复核".into() }),
        },
        amount(0, FundField::Executed, "70"),
        inputs("base", &[("rate", number("60"))]),
        Edit::SetOverride { item: "second".into(), to: None },
        inputs("round", &[("nothing", Value::Flag(true))]),
        inputs("base", &[]),
        Edit::SetApplicability { item: "funds".into(), to: Applicability::NoInformation },
    ];
    let mut before = edited(&template, &[]);
    let mut card = score(&template, &before);
    let mut seen = Vec::new();
    for edit in &edits {
        // What no rule asks for is refused, and changes nothing.
        let Ok(after) = before.apply(&template, edit) else { continue };
        rescore(&mut card, &template, &before, &after);
        assert_eq!(card, score(&template, &after), "after {edit:?}");
        seen.push(of(&card, "third").score);
        before = after;
    }
    let points = [Some("8"), Some("8"), Some("8"), Some("8"), Some("5"), Some("5"), Some("5"), Some("6")];
    let points: Vec<_> = points.map(|score| score.map(dec)).to_vec();
    assert_eq!(seen.get(..8), Some(points.as_slice()));
    for id in ["round", "circle", "behind"] {
        assert_eq!(of(&card, id).state, ItemState::Unscored(Waiting::OtherIndicator), "{id}");
    }
}

#[test]
fn a_circle_is_named_on_the_way() {
    let rule = |other: &str| {
        format!("(award: Rate(measure: Other(indicator: \"{other}\", takes: Rate), direction: Positive))")
    };
    let nodes = format!(
        "{}\n{}\n{}",
        indicator("a", "4", &rule("b")),
        indicator("b", "3", &rule("c")),
        indicator("c", "3", &rule("a"))
    );
    let problems = check_file(template_text("10", "", &nodes).as_bytes()).unwrap().1;
    let said: Vec<String> = problems.iter().map(|problem| problem.message.text(Lang::Chinese)).collect();
    assert_eq!(
        said,
        ["a → b → c → a", "b → c → a → b", "c → a → b → c"]
            .map(|way| format!("几个指标互相取数，谁也算不出来：{way}"))
    );
}

#[test]
fn a_chain_without_end_is_no_stack_without_end() {
    let take = |at: usize| {
        let rule = format!(
            "(award: Rate(measure: Other(indicator: \"c{}\", takes: Rate), direction: Positive))",
            at - 1
        );
        indicator(&format!("c{at}"), "1", &rule)
    };
    let nodes: Vec<String> =
        std::iter::once(indicator("c0", "1", DONE)).chain((1..3_000).map(take)).collect();
    let text = template_text("3000", "", &nodes.join("\n"));
    let (template, problems) = check_file(text.as_bytes()).unwrap();
    let far = problems.iter().filter(|problem| problem.message.key() == "problem-other-far").count();
    assert_eq!(far, 1, "the first that is too far; the others wait for it");
    let card = card(&template, &[inputs("c0", &[("rate", number("80"))])]);
    assert_eq!(shown(of(&card, "c32")), "0.80");
    assert_eq!(of(&card, "c34").state, ItemState::Unscored(Waiting::OtherIndicator));
    assert_eq!(of(&card, "c2999").state, ItemState::Unscored(Waiting::OtherIndicator));
}
