//! Scores worked out by hand (domain.md §5.4), each edge from both sides.

use crate::help::{
    GRADES, amount, card, choice, dec, edited, free, indicator, inputs, item, number, of_rule, points, rate,
    refusal, shown, template,
};
use jiping::evaluation::{Applicability, Edit, Evaluation, FundField, Override, Value};
use jiping::number::{fixed, percent};
use jiping::scoring::{CauseKind, ItemState, Waiting, score};
use jiping::template::Template;
use jiping::text::Lang;

const CHECKLIST: &str = r#"(award: Parts(parts: [
    (id: "a", label: "甲", points: "2"), (id: "b", label: "乙", points: "1"), (id: "c", label: "丙", points: "1"),
]))"#;
const TIERS: &str = r#"(award: OneOf(options: [
    (id: "good", label: "及时", points: Fixed("2")), (id: "late", label: "不及时", points: Fixed("1")),
    (id: "bad", label: "影响进度", points: Fixed("0.5")),
]))"#;
const BANDS: &str = r#"(award: OneOf(options: [
    (id: "yes", label: "达成", points: Share(from: "0.8", to: "1")),
    (id: "partly", label: "部分", points: Share(from: "0.6", to: "0.8")),
    (id: "no", label: "未达成", points: Share(from: "0", to: "0.6")),
]))"#;
/// 资金使用 of seed 004.
const FUND_USE: &str = r#"(award: Full, deductions: [
    Between(id: "false", label: "虚列套取", from: "4", to: "7"),
    Between(id: "basis", label: "依据不合规", from: "2", to: "2"),
    Between(id: "diverted", label: "截留挤占挪用", from: "3", to: "6"),
    Between(id: "standard", label: "超标准", from: "2", to: "5"),
    Between(id: "budget", label: "超预算", from: "2", to: "5"),
], floor: "0")"#;

fn yes() -> Value {
    Value::Flag(true)
}

fn no() -> Value {
    Value::Flag(false)
}

#[test]
fn r1_checklist_adds_the_parts_that_are_met() {
    assert_eq!(points("4", CHECKLIST, &[("a", yes()), ("b", yes()), ("c", yes())]), "4.00");
    assert_eq!(points("4", CHECKLIST, &[("a", yes()), ("b", no())]), "2.00");
    assert_eq!(points("4", CHECKLIST, &[("b", yes()), ("c", yes())]), "2.00");
    assert_eq!(points("4", CHECKLIST, &[("a", no())]), "0.00", "refused boxes are a score of 0");
    assert_eq!(points("4", CHECKLIST, &[]), "—", "untouched is 未评, not 0");
    let item = item("4", CHECKLIST, &[("a", yes())]);
    let causes: Vec<_> =
        item.causes.iter().map(|cause| (cause.label.text(Lang::Chinese), cause.points)).collect();
    assert_eq!(causes, [("乙".to_owned(), dec("1")), ("丙".to_owned(), dec("1"))]);
    assert_eq!(item.derivation.text(Lang::Chinese, item.score, 2), "2（甲） = 2.00；未得 1（乙）、1（丙）");
}

#[test]
fn r2_all_or_nothing() {
    let rule = r#"(award: Parts(parts: [(id: "a", label: "机构健全", points: "1")]))"#;
    assert_eq!(points("1", rule, &[("a", yes())]), "1.00");
    assert_eq!(points("1", rule, &[("a", no())]), "0.00");
}

#[test]
fn r3_tiers_give_their_points() {
    for (tier, expected) in [("good", "2.00"), ("late", "1.00"), ("bad", "0.50")] {
        assert_eq!(points("2", TIERS, &[("choice", choice(tier))]), expected, "{tier}");
    }
    assert_eq!(points("2", TIERS, &[]), "—");
}

fn measured(full: &str, direction: &str, target: &str, actual: &str) -> String {
    points(full, &rate(direction), &[("target", number(target)), ("actual", number(actual))])
}

#[test]
fn r4_positive_rates() {
    assert_eq!(measured("10", "Positive", "8127600", "7741273.5"), "9.52");
    assert_eq!(measured("10", "Positive", "310.2", "154.74"), "4.99");
    assert_eq!(measured("10", "Positive", "90", "89.974"), "10.00", "9.9971");
    assert_eq!(measured("10", "Positive", "319.67", "297.9122"), "9.32");
    assert_eq!(percent(dec("89.974") / dec("90")), "99.97%");
    assert_eq!(percent(dec("297.9122") / dec("319.67")), "93.19%");
    // At the target, just below, above (capped), nothing.
    assert_eq!(measured("8", "Positive", "100", "100"), "8.00");
    assert_eq!(measured("8", "Positive", "100", "99.9"), "7.99");
    assert_eq!(measured("8", "Positive", "100", "130"), "8.00");
    assert_eq!(measured("8", "Positive", "100", "0"), "0.00");
    // 四舍五入 away from zero: 2.5 % of 5 = 0.125.
    assert_eq!(measured("5", "Positive", "1000", "25"), "0.13");
    assert_eq!(measured("5", "Positive", "0", "25"), "—", "no target to divide by");
}

#[test]
fn r4_satisfaction_of_95_per_cent_is_7_60_of_8() {
    let satisfaction = item("8", &rate("Positive"), &[("rate", number("95"))]);
    assert_eq!(shown(&satisfaction), "7.60");
    assert_eq!(satisfaction.deduction, Some(dec("0.40")));
    assert_eq!(
        satisfaction.derivation.text(Lang::Chinese, satisfaction.score, 2),
        "率 95%；8 × 95.00% = 7.60"
    );
    assert_eq!(
        points("8", &rate("Positive"), &[("target", number("200")), ("actual", number("190"))]),
        "7.60"
    );
    assert_eq!(points("8", &rate("Positive"), &[("rate", number("99.99"))]), "8.00");
    assert_eq!(points("8", &rate("Positive"), &[("rate", number("99.93"))]), "7.99");
    assert_eq!(points("8", &rate("Positive"), &[("rate", number("120"))]), "8.00");
}

#[test]
fn r4_a_rate_above_100_is_named_and_capped() {
    let above = item("8", &rate("Positive"), &[("rate", number("120"))]);
    let text = above.derivation.text(Lang::Chinese, above.score, 2);
    assert!(text.contains("120%") && text.contains("8 × 100% = 8.00"), "{text}");
}

#[test]
fn r4_reverse_ratio_and_linear_differ() {
    for (actual, ratio, linear) in
        [("6", "8.33", "8.00"), ("7.5", "6.67", "5.00"), ("10", "5.00", "0.00"), ("12", "4.17", "0.00")]
    {
        assert_eq!(measured("10", "ReverseRatio", "5", actual), ratio, "{actual}");
        assert_eq!(measured("10", "ReverseLinear", "5", actual), linear, "{actual}");
    }
    for direction in ["ReverseRatio", "ReverseLinear"] {
        assert_eq!(measured("10", direction, "5", "5"), "10.00");
        assert_eq!(measured("10", direction, "5", "4"), "10.00");
        assert_eq!(measured("10", direction, "5", "0"), "10.00");
    }
    assert_eq!(measured("10", "ReverseLinear", "5", "9.99"), "0.02");
    assert_eq!(measured("10", "ReverseRatio", "0", "0"), "10.00", "nothing spent is full marks");
    assert_eq!(measured("10", "ReverseRatio", "0", "1"), "0.00");
    assert_eq!(measured("10", "ReverseLinear", "0", "1"), "—");
}

#[test]
fn r4_equal() {
    assert_eq!(measured("10", "Equal", "0", "0"), "10.00");
    assert_eq!(measured("10", "Equal", "0", "1"), "0.00");
    assert_eq!(measured("10", "Equal", "8", "8"), "10.00");
    assert_eq!(measured("10", "Equal", "8", "6"), "7.50");
}

#[test]
fn r4_cut_off_and_division_by_zero_as_the_template_says() {
    let rule =
        |more: &str| rate("Positive").replace("direction: Positive", &format!("direction: Positive, {more}"));
    let cut = rule("cut_off: Some(\"0.6\")");
    assert_eq!(points("10", &cut, &[("rate", number("60"))]), "6.00");
    let below = item("10", &cut, &[("rate", number("59.99"))]);
    assert_eq!(shown(&below), "0.00");
    let text = below.derivation.text(Lang::Chinese, below.score, 2);
    assert!(text.contains("59.99%") && text.contains("60%"), "says what it was and what it needs: {text}");
    let zero = [("target", number("0")), ("actual", number("5"))];
    assert_eq!(points("10", &rule("zero: Unscored"), &zero), "—");
    assert_eq!(points("10", &rule("zero: Nothing"), &zero), "0.00");
    assert_eq!(points("10", &rule("zero: Full"), &zero), "10.00");
    let waiting = item("10", &rate("Positive"), &zero);
    assert_eq!(waiting.state, ItemState::Unscored(Waiting::ZeroTarget));
}

fn execution(budget: &str, executed: &str) -> (Template, Evaluation) {
    let template = of_rule("10", "(award: Rate(measure: Funds(Execution), direction: Positive))");
    let edits = [amount(0, FundField::AnnualBudget, budget), amount(0, FundField::Executed, executed)];
    let evaluation = edited(&template, &edits);
    (template, evaluation)
}

#[test]
fn r4_execution_rate_comes_from_the_funds_form() {
    for (budget, executed, expected, rate) in [
        ("8127600", "7741273.5", "9.52", "95.25%"),
        ("310.2", "154.74", "4.99", "49.88%"),
        ("90", "89.974", "10.00", "99.97%"),
        ("319.67", "297.9122", "9.32", "93.19%"),
        ("100", "120", "10.00", "120.00%"),
    ] {
        let (template, evaluation) = execution(budget, executed);
        let card = score(&template, &evaluation);
        assert_eq!(shown(&card.items[0]), expected);
        assert_eq!(percent(card.funds.total.execution_rate.unwrap()), rate);
    }
}

#[test]
fn r4_a_budget_of_zero_is_no_rate_and_no_score() {
    let (template, evaluation) = execution("0", "5");
    let card = score(&template, &evaluation);
    assert_eq!(card.funds.total.execution_rate, None, "0/0 is —, never 0 %");
    assert_eq!(card.items[0].state, ItemState::Unscored(Waiting::Funds));
    assert!(card.provisional);
}

#[test]
fn funds_are_summed_over_their_sources() {
    let template = of_rule("3", "(award: Rate(measure: Funds(Arrival), direction: Positive))");
    let edits = [
        amount(0, FundField::AnnualBudget, "5588.17"),
        amount(1, FundField::AnnualBudget, "1000"),
        amount(0, FundField::Received, "5588.17"),
        amount(1, FundField::Received, "1000"),
        amount(0, FundField::Executed, "5000"),
    ];
    let all = card(&template, &edits);
    assert_eq!(all.funds.total.annual_budget, Some(dec("6588.17")));
    assert_eq!(all.funds.total.arrival_rate, Some(dec("1")));
    assert_eq!(all.funds.total.remainder, Some(dec("1588.17")));
    assert_eq!(all.funds.lines[2].arrival_rate, None);
    assert_eq!(shown(&all.items[0]), "3.00");
    let nothing = card(&template, &[]);
    assert_eq!(nothing.funds.total.annual_budget, None, "nothing entered is not 0");
    assert_eq!(nothing.items[0].state, ItemState::Unscored(Waiting::Funds));
}

#[test]
fn r7_deduction_by_occurrence() {
    let rule = r#"(award: Full, deductions: [
        Each(id: "late", label: "逾期", points: "2"), Each(id: "minor", label: "轻微", points: "0.5", cap: "1"),
    ], floor: "0")"#;
    let count = |late: &str, minor: &str| {
        points("8", rule, &[("late/count", number(late)), ("minor/count", number(minor))])
    };
    assert_eq!(count("0", "0"), "8.00");
    assert_eq!(count("1", "1"), "5.50");
    assert_eq!(count("0", "2"), "7.00");
    assert_eq!(count("0", "3"), "7.00", "capped at 1");
    assert_eq!(count("4", "0"), "0.00");
    assert_eq!(count("5", "0"), "0.00", "扣完为止");
    let floored = item("8", rule, &[("late/count", number("5"))]);
    let back: Vec<_> = floored.causes.iter().filter(|cause| cause.kind == CauseKind::Floor).collect();
    assert_eq!(back.len(), 1);
    assert_eq!(back[0].points, dec("-2"), "10 taken of 8: 2 given back");
    // 1 + 1 + max(0, 8 − 2 × 5) = 2
    let nodes = [indicator("a", "1", ONE), indicator("b", "1", ONE), indicator("x", "8", rule)].join("\n");
    let template = template("10", GRADES, &nodes);
    let edits = [
        inputs("a", &[("fits", yes())]),
        inputs("b", &[("fits", yes())]),
        inputs("x", &[("late/count", number("5"))]),
    ];
    assert_eq!(card(&template, &edits).total, dec("2"));
}

const ONE: &str = r#"(award: Parts(parts: [(id: "fits", label: "符合", points: "1")]))"#;

#[test]
fn r7_stops_at_a_floor_above_zero() {
    let rule = r#"(award: Full, deductions: [Each(id: "late", label: "逾期", points: "2")], floor: "3")"#;
    assert_eq!(points("8", rule, &[("late/count", number("2"))]), "4.00");
    assert_eq!(points("8", rule, &[("late/count", number("3"))]), "3.00");
    assert_eq!(points("8", rule, &[("late/count", number("99"))]), "3.00");
}

#[test]
fn r8_range_deductions_of_seed_004() {
    let none = item("7", FUND_USE, &[("false", no())]);
    assert_eq!(shown(&none), "7.00");
    assert_eq!(none.derivation.text(Lang::Chinese, none.score, 2), "7 − 0（无扣分情形）= 7.00");
    let basis = item("7", FUND_USE, &[("basis", yes())]);
    assert_eq!(shown(&basis), "5.00");
    assert_eq!(basis.derivation.text(Lang::Chinese, basis.score, 2), "7 − 2.00（依据不合规）= 5.00");
    let three = [
        ("false", yes()),
        ("false/points", number("4")),
        ("basis", yes()),
        ("budget", yes()),
        ("budget/points", number("3")),
    ];
    let floored = item("7", FUND_USE, &three);
    assert_eq!(shown(&floored), "0.00", "max(0, 7 − 9)");
    assert_eq!(floored.causes.iter().map(|cause| cause.points).sum::<rust_decimal::Decimal>(), dec("7"));
    let exactly = [("false", yes()), ("false/points", number("5")), ("basis", yes())];
    assert_eq!(points("7", FUND_USE, &exactly), "0.00");
    let almost = [("false", yes()), ("false/points", number("4.99")), ("basis", yes())];
    assert_eq!(points("7", FUND_USE, &almost), "0.01");
    assert_eq!(points("7", FUND_USE, &[]), "—");
    let open = item("7", FUND_USE, &[("false", yes())]);
    assert_eq!(open.state, ItemState::Unscored(Waiting::PointsOfDeduction));
}

#[test]
fn r8_a_deduction_outside_its_range_is_refused() {
    let template = of_rule("7", FUND_USE);
    for bad in ["3.99", "7.01", "0", "-4"] {
        refusal(&template, &inputs("x", &[("false/points", number(bad))]));
    }
    for good in ["4", "7", "5.5"] {
        edited(&template, &[inputs("x", &[("false/points", number(good))])]);
    }
}

fn band(option: &str, value: &str) -> String {
    points("10", BANDS, &[("choice", choice(option)), ("points", number(value))])
}

#[test]
fn r9_bands_are_half_open_but_for_the_top() {
    for (option, value, expected) in [
        ("yes", "10", "10.00"),
        ("yes", "8", "8.00"),
        ("yes", "7.99", "—"),
        ("partly", "7.99", "7.99"),
        ("partly", "8", "—"),
        ("partly", "6", "6.00"),
        ("partly", "5.99", "—"),
        ("no", "5.99", "5.99"),
        ("no", "6", "—"),
        ("no", "0", "0.00"),
    ] {
        assert_eq!(band(option, value), expected, "{option} {value}");
    }
    let chosen = item("10", BANDS, &[("choice", choice("yes"))]);
    assert_eq!(chosen.state, ItemState::Unscored(Waiting::PointsInBand));
    let outside = item("10", BANDS, &[("choice", choice("yes")), ("points", number("7"))]);
    assert_eq!(outside.state, ItemState::Unscored(Waiting::PointsOutsideBand));
}

#[test]
fn r9_edges_may_be_moved_to_80_50() {
    let template = of_rule("10", BANDS);
    let edges = Edit::SetBandEdges { item: "x".into(), edges: Some(vec![dec("0.8"), dec("0.5")]) };
    let scored = |option: &str, value: &str| {
        let inputs = inputs("x", &[("choice", choice(option)), ("points", number(value))]);
        shown(&card(&template, &[edges.clone(), inputs]).items[0])
    };
    assert_eq!(scored("partly", "5"), "5.00");
    assert_eq!(scored("partly", "4.99"), "—");
    assert_eq!(scored("no", "4.99"), "4.99");
    assert_eq!(scored("no", "5"), "—");
    assert_eq!(scored("yes", "8"), "8.00");
}

fn not_applicable(item: &str) -> Edit {
    Edit::SetApplicability {
        item: item.into(),
        to: Applicability::NotApplicable { reason: "无此内容".into() },
    }
}

fn with_policy(policy: &str) -> Template {
    let nodes = [free("a", "1.5"), free("b", "1.5"), free("rest", "97")].join("\n");
    template("100", &format!("not_applicable: {policy}, {GRADES}"), &nodes)
}

#[test]
fn r18_not_applicable_by_its_three_policies() {
    let edits = [not_applicable("a"), not_applicable("b"), inputs("rest", &[("points", number("88.3"))])];
    let total = |policy: &str| {
        let card = card(&with_policy(policy), &edits);
        (fixed(card.total, 2), card.grade.unwrap().to_string(), card.provisional)
    };
    assert_eq!(total("Rescale"), ("91.03".to_owned(), "优".to_owned(), false), "88.3 × 100 ÷ 97");
    assert_eq!(total("FullMarks"), ("91.30".to_owned(), "优".to_owned(), false));
    assert_eq!(total("Exclude"), ("88.30".to_owned(), "良".to_owned(), false));
    let scaling = card(&with_policy("Rescale"), &edits).scaling.unwrap();
    assert_eq!((scaling.applicable, scaling.points), (dec("97"), dec("100")));
    assert_eq!(card(&with_policy("Rescale"), &edits[2..]).scaling, None, "all apply: not scaled");
}

#[test]
fn a_grade_is_not_final_while_points_are_open() {
    let nodes = [free("a", "50"), free("b", "8"), free("c", "42")].join("\n");
    let sheet = template("100", GRADES, &nodes);
    let scored = |item, points: &str| inputs(item, &[("points", number(points))]);
    let grading = |edits: &[Edit]| card(&sheet, edits).grading().text(Lang::Chinese);
    assert_eq!(grading(&[]), "—");
    assert_eq!(grading(&[scored("b", "8")]), "暂不评级", "92 of 100 points are open");
    assert_eq!(grading(&[scored("a", "50")]), "差至优", "half is open");
    assert_eq!(grading(&[scored("a", "50"), scored("c", "42")]), "优", "whatever 8 points earn");
    assert_eq!(grading(&[scored("a", "50"), scored("c", "31")]), "良", "81 to 89");
    assert_eq!(grading(&[scored("a", "50"), scored("c", "31"), scored("b", "0")]), "良");
}

#[test]
fn r18_where_nothing_applies_there_is_no_grade() {
    let edits = [not_applicable("a"), not_applicable("b"), not_applicable("rest")];
    for policy in ["Rescale", "Exclude"] {
        let card = card(&with_policy(policy), &edits);
        assert_eq!((card.total, card.grade, card.next_grade), (dec("0"), None, None), "{policy}");
    }
    assert_eq!(card(&with_policy("FullMarks"), &edits).total, dec("100"));
}

#[test]
fn r22_manual_in_its_step() {
    let rule = r#"(award: Free(step: "0.5"))"#;
    assert_eq!(points("8", rule, &[("points", number("7.5"))]), "7.50");
    assert_eq!(points("8", rule, &[("points", number("0"))]), "0.00");
    let template = of_rule("8", rule);
    for bad in ["7.25", "8.5", "-0.5"] {
        refusal(&template, &inputs("x", &[("points", number(bad))]));
    }
}

#[test]
fn an_override_counts_and_the_rule_stays_visible() {
    let template = of_rule("8", &rate("Positive"));
    let to = Override { score: dec("8"), reason: "报告自评 8 分".to_owned() };
    let edits =
        [inputs("x", &[("rate", number("95"))]), Edit::SetOverride { item: "x".into(), to: Some(to) }];
    let item = card(&template, &edits).items.remove(0);
    assert_eq!((item.score, item.computed), (Some(dec("8")), Some(dec("7.60"))));
    let text = item.derivation.text(Lang::Chinese, item.score, 2);
    assert_eq!(text, "规则计算：率 95%；8 × 95.00% = 7.60；人工改为 8.00，理由：报告自评 8 分");
    let causes: Vec<_> = item.causes.iter().map(|cause| (cause.kind, cause.points)).collect();
    assert_eq!(causes, [(CauseKind::NotEarned, dec("0.40")), (CauseKind::Override, dec("-0.40"))]);
}

#[test]
fn four_states_are_never_mixed_up() {
    let nodes = [free("a", "25"), free("b", "25"), free("c", "25"), free("d", "25")].join("\n");
    let template = template("100", &format!("not_applicable: Exclude, {GRADES}"), &nodes);
    let no_information = Edit::SetApplicability { item: "b".into(), to: Applicability::NoInformation };
    let edits = [inputs("a", &[("points", number("0"))]), no_information, not_applicable("c")];
    let card = card(&template, &edits);
    let shown: Vec<_> = card.items.iter().map(shown).collect();
    assert_eq!(shown, ["0.00", "—", "—", "—"]);
    let progress = card.progress;
    assert_eq!(
        (progress.scored, progress.no_information, progress.not_applicable, progress.unscored),
        (1, 1, 1, 1)
    );
    assert!(card.provisional);
    assert_eq!((card.pending, card.deductions), (dec("50"), dec("25")));
    assert_eq!(card.items[3].derivation.text(Lang::Chinese, None, 2), "未评");
}

/// A total that two halves add up to.
fn graded(total: &str, decimals: u32) -> (String, String) {
    let settings = format!(
        "rounding: (item_decimals: 3, total_decimals: {decimals}, order: AddThenRound, step: \"0.001\"), {GRADES}"
    );
    let template = template("100", &settings, &indicator("x", "100", "(award: Free(step: \"0.001\"))"));
    let card = card(&template, &[inputs("x", &[("points", number(total))])]);
    (fixed(card.total, decimals), card.grade.unwrap().to_string())
}

#[test]
fn grades_follow_the_printed_total() {
    for (total, printed, grade) in [
        ("83", "83.00", "良"),
        ("89.5", "89.50", "良"),
        ("79.995", "80.00", "良"),
        ("79.994", "79.99", "中"),
        ("89.995", "90.00", "优"),
        ("89.994", "89.99", "良"),
        ("90", "90.00", "优"),
        ("100", "100.00", "优"),
        ("60", "60.00", "中"),
        ("59.995", "60.00", "中"),
        ("59.994", "59.99", "差"),
        ("0", "0.00", "差"),
    ] {
        assert_eq!(graded(total, 2), (printed.to_owned(), grade.to_owned()), "{total}");
    }
    assert_eq!(graded("89.5", 0), ("90".to_owned(), "优".to_owned()));
    assert_eq!(graded("89.49", 0), ("89".to_owned(), "良".to_owned()));
}

#[test]
fn the_next_grade_and_whether_it_can_still_be_reached() {
    let nodes = [free("a", "80"), free("b", "20")].join("\n");
    let template = template("100", GRADES, &nodes);
    let next = |a: &str| card(&template, &[inputs("a", &[("points", number(a))])]).next_grade.unwrap();
    assert_eq!((&*next("75").name, next("75").distance, next("75").reachable), ("良", dec("5"), true));
    assert_eq!((&*next("30").name, next("30").reachable), ("中", false));
    let full = [inputs("a", &[("points", number("80"))]), inputs("b", &[("points", number("20"))])];
    assert_eq!(card(&template, &full).next_grade, None);
}

#[test]
fn rounding_then_adding_makes_the_printed_column_add_up() {
    let nodes = ["a", "b", "c"].map(|id| indicator(id, "10", &rate("Positive"))).join("\n");
    let third = |id: &str| inputs(id, &[("target", number("3")), ("actual", number("1"))]);
    let edits = [third("a"), third("b"), third("c")];
    let by = |order: &str| {
        let settings = format!("rounding: (order: {order}), {GRADES}");
        fixed(card(&template("30", &settings, &nodes), &edits).total, 2)
    };
    assert_eq!(by("RoundThenAdd"), "9.99");
    assert_eq!(by("AddThenRound"), "10.00");
}

#[test]
fn the_shipped_table_has_the_points_of_seed_004() {
    let template = jiping::template::shipped_by_id("decision-management-performance").unwrap();
    let points: Vec<String> = template.indicators().map(|item| item.points.to_string()).collect();
    let expected = [
        "4", "4", "4", "3", "5", "3", "2", "7", "3", "1", "3", "6", "5", "4", "3", "3", "8", "8", "8", "8",
        "8",
    ];
    assert_eq!(points, expected);
    let groups = template.outline().groups().iter();
    let top: Vec<String> =
        groups.filter(|group| group.depth == 0).map(|group| group.points.to_string()).collect();
    assert_eq!(top, ["20", "25", "55"]);
}
