//! What is wrong with a template is said with its place, its path, and what to do.

use crate::help::{GRADES, dec, free, indicator, template_text};
use jiping::template::{Award, Problem, Rate, ReadError, Severity, check_file, read};
use jiping::text::{Explain as _, Lang};
use rust_decimal::Decimal;

/// The errors of a template that is RON of the right shape.
fn problems(text: &str) -> Vec<Problem> {
    check_file(text.as_bytes()).unwrap_or_else(|error| panic!("{}", error.message().full(Lang::Chinese))).1
}

/// The problem with this key; it is an error, `read` refuses the template, and all that a person needs is there.
fn error(text: &str, key: &str) -> Problem {
    assert!(matches!(read(text.as_bytes()), Err(ReadError::Unsound(_))), "{key}: not refused\n{text}");
    let all = problems(text);
    let found = all.iter().find(|problem| problem.message.key() == key);
    let problem = found.unwrap_or_else(|| panic!("no {key} in {all:#?}")).clone();
    assert_eq!(problem.severity, Severity::Error, "{key}");
    complete(&problem, text);
    problem
}

fn warning(text: &str, key: &str) -> Problem {
    let found = problems(text).into_iter().find(|problem| problem.message.key() == key);
    let problem = found.unwrap_or_else(|| panic!("no {key}"));
    assert_eq!(problem.severity, Severity::Warning);
    assert!(read(text.as_bytes()).is_ok(), "a warning stops nobody");
    complete(&problem, text);
    problem
}

fn complete(problem: &Problem, text: &str) {
    let place = problem.place.unwrap_or_else(|| panic!("no place: {problem:?}"));
    let line = text.lines().nth(place.line - 1).unwrap();
    let from: String = line.chars().skip(place.column - 1).collect();
    assert!(from.starts_with(['"', '(']), "{place} is at neither an id nor an element of a list: {line}");
    for lang in Lang::ALL {
        assert!(problem.message.hint(lang).is_some(), "no hint for {}", problem.message.key());
        assert!(!problem.message.full(lang).contains("{ $"), "{}", problem.message.full(lang));
    }
}

/// The line and column of the value of `id: "…"`, the `nth` of that id.
fn place_of(text: &str, id: &str, nth: usize) -> (usize, usize) {
    let needle = format!("id: \"{id}\"");
    let hits = text.lines().enumerate().flat_map(|(number, line)| {
        line.match_indices(&needle)
            .map(move |(at, _)| (number + 1, line[..at].chars().count() + 5))
            .collect::<Vec<_>>()
    });
    hits.collect::<Vec<_>>()[nth]
}

fn at(problem: &Problem) -> (usize, usize) {
    problem.place.map(|place| (place.line, place.column)).unwrap()
}

fn of_rule(points: &str, rule: &str) -> String {
    template_text(points, "", &indicator("x", points, rule))
}

fn syntax(text: &str) -> String {
    match read(text.as_bytes()) {
        Err(ReadError::Syntax(error)) => {
            for lang in Lang::ALL {
                let (place, full) = (error.place, error.message().full(lang));
                assert!(error.message().hint(lang).is_some());
                assert!(
                    full.contains(&place.line.to_string()) && full.contains(&place.column.to_string()),
                    "{full}"
                );
            }
            error.message().full(Lang::Chinese)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn broken_ron_says_line_and_column() {
    let good = of_rule("5", "(award: Free(step: \"1\"))");
    read(good.as_bytes()).unwrap();
    let cut = syntax(&good[..good.find("rule").unwrap()]);
    assert!(cut.contains("中断") || cut.contains("第 "), "{cut}");
    let no_comma = good.replace("version: \"1\",", "version: \"1\"");
    assert!(syntax(&no_comma).contains("第 2 行"), "{}", syntax(&no_comma));
    let unquoted = good.replace("points: \"5\",\n", "points: 5,\n");
    let message = syntax(&unquoted);
    assert!(message.contains("第 3 行第 11 列") && message.contains("引号"), "{message}");
    let trailing = format!("{good})");
    assert!(syntax(&trailing).contains("多余"), "{}", syntax(&trailing));
    let wrong_number = good.replace("points: \"5\",\n", "points: \"五\",\n");
    assert!(syntax(&wrong_number).contains("第 3 行"), "{}", syntax(&wrong_number));
    assert!(syntax("").contains("第 1 行"));
}

#[test]
fn a_share_is_a_number_or_a_percentage() {
    let with = |cut_off: &str| {
        of_rule(
            "5",
            &format!("(award: Rate(measure: Funds(Arrival), direction: Positive, cut_off: {cut_off}))"),
        )
    };
    let cut_off = |text: &str| match &read(with(text).as_bytes()).unwrap().indicator("x").unwrap().rule.award
    {
        Award::Rate(Rate { cut_off, .. }) => *cut_off,
        other => panic!("{other:?}"),
    };
    for text in ["\"0.6\"", "\"60%\"", "\"60％\"", "\" 60 % \"", "Some(\"60%\")"] {
        assert_eq!(cut_off(text), Some(dec("0.6")), "{text}");
    }
    assert_eq!(cut_off("\"12.5%\""), Some(dec("0.125")));
    assert_eq!(cut_off("None"), None);
    for wrong in ["六成", "60%%", "%", "6o%", ""] {
        let text = with(&format!("\"{wrong}\""));
        let column = text.lines().nth(5).unwrap().split("cut_off: ").next().unwrap().chars().count() + 10;
        let said = syntax(&text);
        assert!(said.contains(&format!("第 6 行第 {column} 列：“{wrong}”")), "{column}: {said}");
        assert!(said.contains("\"95%\""), "{said}");
    }
    let rule = "(award: OneOf(options: [(id: \"a\", label: \"甲\", points: Fraction(\"x%\"))]))";
    let (text, needle) = (of_rule("5", rule), "\"x%\"");
    let column = text.lines().nth(5).unwrap().split(needle).next().unwrap().chars().count() + 1;
    assert!(syntax(&text).contains(&format!("第 6 行第 {column} 列：“x%”")), "{column}: {}", syntax(&text));
    // Points are no shares.
    let points = syntax(&of_rule("5%", "(award: Free(step: \"1\"))"));
    assert!(points.contains("第 3 行第 11 列：“5%”不是数字"), "{points}");
}

#[test]
fn unknown_fields_and_rules_are_named_with_what_is_known() {
    let good = of_rule("5", "(award: Free(step: \"1\"))");
    let field = syntax(&good.replace("standard:", "standart:"));
    assert!(
        field.contains("第 6 行") && field.contains("“standart”") && field.contains("standard"),
        "{field}"
    );
    let rule = syntax(&good.replace("Free(", "Fre("));
    assert!(rule.contains("第 6 行") && rule.contains("“Fre”") && rule.contains("Parts"), "{rule}");
    let missing = syntax(&good.replace("name: \"x\", ", ""));
    assert!(missing.contains("第 6 行") && missing.contains("name"), "{missing}");
    let twice = syntax(&good.replace("standard: \"\",", "standard: \"\", standard: \"\","));
    assert!(twice.contains("第 6 行") && twice.contains("两遍"), "{twice}");
}

#[test]
fn not_text_and_newer_formats_are_refused() {
    assert_eq!(read(&[0xff, 0xfe, 0x00]), Err(ReadError::NotText));
    let newer = of_rule("5", "(award: Free(step: \"1\"), magic: 3)").replace("format: 1", "format: 9");
    let error = read(newer.as_bytes()).unwrap_err();
    assert!(matches!(error, ReadError::Newer { found: 9, newest: 1 }), "{error:?}");
    assert!(error.message().full(Lang::Chinese).contains('9'));
    let with_mark = format!("\u{feff}{}", of_rule("5", "(award: Free(step: \"1\"))"));
    assert!(read(with_mark.as_bytes()).is_ok(), "Windows' Notepad writes a mark in front");
}

/// The shipped table with one passage changed.
fn shipped_with(from: &str, to: &str) -> String {
    let text = include_str!("../../scoring_templates/decision-management-performance.ron");
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn points_that_do_not_add_up_to_20_25_55_100() {
    let total = shipped_with("points: \"100\"", "points: \"101\"");
    let problem = error(&total, "problem-total");
    assert_eq!(problem.path, "");
    let message = problem.message.text(Lang::Chinese);
    assert!(message.contains("100") && message.contains("20+25+55") && message.contains("101"), "{message}");
    let group = shipped_with(
        "name: \"项目管理\",\n      points: \"25\"",
        "name: \"项目管理\",\n      points: \"24\"",
    );
    let problem = error(&group, "problem-sum");
    assert_eq!(problem.path, "项目管理");
    assert_eq!(at(&problem), place_of(&group, "management", 0));
    let message = problem.message.text(Lang::Chinese);
    assert!(message.contains("25") && message.contains("5+10+10") && message.contains("24"), "{message}");
    let inner = shipped_with(
        "name: \"资金使用\",\n              points: \"7\"",
        "name: \"资金使用\",\n              points: \"8\"",
    );
    assert_eq!(error(&inner, "problem-sum").path, "项目管理 › 资金管理");
}

#[test]
fn a_checklist_that_does_not_add_up() {
    let text = shipped_with("label: \"目标明确\", points: \"1\"", "label: \"目标明确\", points: \"2\"");
    let problem = error(&text, "problem-parts");
    assert_eq!(problem.path, "项目决策 › 项目目标 › 目标内容");
    assert_eq!(at(&problem), place_of(&text, "goal-content", 0));
    assert!(problem.message.full(Lang::Chinese).contains("1+2+1+1"));
    error(&of_rule("5", "(award: Parts(parts: []))"), "problem-no-parts");
}

#[test]
fn an_id_that_stands_twice_is_shown_where_it_stands_again() {
    let text = template_text("10", GRADES, &[free("x", "5"), free("x", "5")].join("\n"));
    let problem = error(&text, "problem-duplicate-id");
    assert_eq!(at(&problem), place_of(&text, "x", 1));
    let parts = r#"(award: Parts(parts: [(id: "a", label: "甲", points: "2"), (id: "a", label: "乙", points: "3")]))"#;
    let text = of_rule("5", parts);
    assert_eq!(at(&error(&text, "problem-duplicate-id")), place_of(&text, "a", 1));
    // Parts of different indicators may share an id, and a problem of the second is shown at the second.
    let wrong = parts.replace("\"a\", label: \"乙\"", "\"b\", label: \"乙\"");
    let nodes = [indicator("x", "5", &wrong), indicator("y", "6", &wrong)].join("\n");
    let text = template_text("11", GRADES, &nodes);
    assert_eq!(at(&error(&text, "problem-parts")), place_of(&text, "y", 0));
    error(&template_text("5", GRADES, &free("", "5")), "problem-no-id");
}

#[test]
fn an_indicator_whose_part_has_its_name_is_still_found() {
    let parts = r#"(award: Parts(parts: [(id: "x", label: "甲", points: "2")]))"#;
    let text = of_rule("5", parts);
    assert_eq!(at(&error(&text, "problem-parts")), place_of(&text, "x", 0));
}

#[test]
fn ids_in_comments_and_texts_are_passed_over() {
    let indicator = free("x", "-5").replace("standard: \"\"", "standard: \"id: \\\"x\\\"\"");
    let text = template_text("5", "// id: \"x\"\n  /* id: \"x\" */", &indicator);
    let problem = error(&text, "problem-negative");
    assert_eq!(at(&problem).0, text.lines().position(|line| line.contains("Indicator")).unwrap() + 1);
}

#[test]
fn tiers_fall_from_full_marks() {
    let tiers = |list: &[&str]| {
        let options = list
            .iter()
            .enumerate()
            .map(|(n, points)| format!("(id: \"t{n}\", label: \"档{n}\", points: Fixed(\"{points}\"))"));
        of_rule("5", &format!("(award: OneOf(options: [{}]))", options.collect::<Vec<_>>().join(", ")))
    };
    assert!(problems(&tiers(&["5", "3", "0"])).is_empty());
    // 全部办结 5 / 无此类件 5 / 未办结 0 is a table that exists.
    warning(&tiers(&["5", "5", "0"]), "problem-tier-order");
    warning(&tiers(&["5", "0", "3"]), "problem-tier-order");
    let top = warning(&tiers(&["4", "0"]), "problem-full-unreachable");
    assert!(top.message.full(Lang::Chinese).contains("最多只能得 4 分"));
    error(&tiers(&["6", "0"]), "problem-worth-over");
    error(&tiers(&["5", "-1"]), "problem-negative");
    error(&tiers(&["5"]), "problem-few-options");
    let zero = warning(&tiers(&["5", "1"]), "problem-no-zero-tier");
    assert!(zero.message.text(Lang::Chinese).contains('1'));
}

fn bands(list: &[(&str, &str)]) -> String {
    let options = list.iter().enumerate().map(|(n, (from, to))| {
        format!("(id: \"b{n}\", label: \"档{n}\", points: Share(from: \"{from}\", to: \"{to}\"))")
    });
    of_rule("5", &format!("(award: OneOf(options: [{}]))", options.collect::<Vec<_>>().join(", ")))
}

#[test]
fn bands_cover_everything_once() {
    assert!(problems(&bands(&[("0.8", "1"), ("0.6", "0.8"), ("0", "0.6")])).is_empty());
    let text = bands(&[("0.8", "1"), ("0.6", "0.75"), ("0", "0.6")]);
    let gap = error(&text, "problem-band-gap");
    assert_eq!(at(&gap), place_of(&text, "b1", 0));
    assert!(gap.message.full(Lang::Chinese).contains("0.75–0.8"), "{}", gap.message.full(Lang::Chinese));
    let overlap = error(&bands(&[("0.8", "1"), ("0.6", "0.85"), ("0", "0.6")]), "problem-band-overlap");
    assert!(overlap.message.full(Lang::Chinese).contains("“档1”"));
    error(&bands(&[("0.8", "0.9"), ("0", "0.8")]), "problem-band-gap");
    error(&bands(&[("0.8", "1"), ("0.1", "0.8")]), "problem-band-bottom");
    error(&bands(&[("0.8", "1"), ("-0.1", "0.8")]), "problem-band-below-zero");
    error(&bands(&[("0.8", "1"), ("0.8", "0.8"), ("0", "0.8")]), "problem-band-empty");
    let mixed =
        bands(&[("0.8", "1"), ("0", "0.8")]).replace("Share(from: \"0\", to: \"0.8\")", "Fixed(\"0\")");
    error(&mixed, "problem-mixed-options");
}

#[test]
fn negative_points_and_impossible_settings() {
    error(&template_text("0", GRADES, &[free("a", "5"), free("b", "-5")].join("\n")), "problem-negative");
    error(&template_text("-5", GRADES, &free("a", "-5")), "problem-negative");
    error(&of_rule("5", "(award: Free(step: \"0\"))"), "problem-step");
    error(&of_rule("5", "(award: Full)"), "problem-no-deductions");
    error(&template_text("5", GRADES, ""), "problem-empty");
    let empty = "Group(id: \"g\", name: \"组\", points: \"5\", children: []),";
    assert_eq!(error(&template_text("5", GRADES, empty), "problem-empty").path, "组");
    let rate = "(award: Rate(measure: Funds(Arrival), direction: Positive, cut_off: Some(\"60\")))";
    error(&of_rule("5", rate), "problem-cut-off");
    let step = template_text("5", "rounding: (step: \"0\"),", &free("a", "5"));
    error(&step, "problem-step");
    let vast = "79228162514264337593543950335";
    error(&template_text("5", GRADES, &[free("a", vast), free("b", vast)].join("\n")), "problem-overflow");
}

#[test]
fn decimals_that_no_column_can_print_are_refused() {
    for settings in ["rounding: (item_decimals: 4000000000),", "rounding: (total_decimals: 29),"] {
        error(&template_text("5", settings, &free("a", "5")), "problem-decimals");
    }
    // What is finer than the printed decimals would not add up on paper.
    error(&template_text("5.005", "", &free("a", "5.005")), "problem-finer");
    error(&of_rule("5", "(award: Free(step: \"0.001\"))"), "problem-finer");
    let finer =
        r#"(award: Full, deductions: [Between(id: "a", label: "甲", from: "0.001", to: "1")], floor: "0")"#;
    error(&of_rule("5", finer), "problem-finer");
    // 每处扣 0.001 分 is a rule all the same: what it takes is rounded as it is printed.
    let each = r#"(award: Full, deductions: [Each(id: "a", label: "甲", points: "0.001")], floor: "0")"#;
    warning(&of_rule("5", each), "problem-finer");
    let thirds = "rounding: (item_decimals: 3, total_decimals: 3, step: \"0.001\"),";
    assert!(
        problems(&template_text("5.005", thirds, &free("a", "5.005").replace("0.01", "0.001"))).is_empty()
    );
}

#[test]
fn grades_fall_to_zero() {
    let with = |grades: &str| template_text("5", &format!("grades: [{grades}],"), &free("a", "5"));
    error(
        &with("(name: \"良\", from: \"80\"), (name: \"优\", from: \"90\"), (name: \"差\", from: \"0\")"),
        "problem-grade-order",
    );
    let gap = error(&with("(name: \"优\", from: \"90\"), (name: \"良\", from: \"80\")"), "problem-grade-gap");
    assert!(gap.message.text(Lang::Chinese).contains("“良”"));
    assert!(problems(&with("")).is_empty(), "a sheet without grades");
}

#[test]
fn deductions_hold_together() {
    let with = |deductions: &str, floor: &str| {
        of_rule("5", &format!("(award: Full, deductions: [{deductions}], {floor})"))
    };
    let floor = "floor: \"0\"";
    error(
        &with("Between(id: \"a\", label: \"甲\", from: \"3\", to: \"2\")", floor),
        "problem-deduction-range",
    );
    error(
        &with("Between(id: \"a\", label: \"甲\", from: \"-1\", to: \"2\")", floor),
        "problem-deduction-range",
    );
    error(&with("Each(id: \"a\", label: \"甲\", points: \"0\")", floor), "problem-deduction-range");
    error(
        &with("Each(id: \"a\", label: \"甲\", points: \"2\", cap: Some(\"1\"))", floor),
        "problem-deduction-range",
    );
    error(&with("Each(id: \"a\", label: \"甲\", points: \"2\")", "floor: \"6\""), "problem-floor");
    warning(&with("Between(id: \"a\", label: \"甲\", from: \"2\", to: \"6\")", ""), "problem-over-deduction");
    warning(&with("Each(id: \"a\", label: \"甲\", points: \"2\")", ""), "problem-over-deduction-unbounded");
    assert!(problems(&with("Between(id: \"a\", label: \"甲\", from: \"2\", to: \"5\")", "")).is_empty());
}

#[test]
fn ids_that_the_entries_themselves_use_are_refused_for_deductions() {
    for id in ["points", "choice", "rate", "a/count"] {
        let rule = format!(
            "(award: Free(step: \"1\"), deductions: [Each(id: \"{id}\", label: \"甲\", points: \"1\")], floor: \"0\")"
        );
        error(&of_rule("5", &rule), "problem-reserved-id");
    }
}

#[test]
fn a_heading_repeated_after_a_page_break_is_pointed_out() {
    let group = |id: &str, child: &str| {
        format!("Group(id: \"{id}\", name: \"组\", points: \"5\", children: [{}]),", free(child, "5"))
    };
    warning(&template_text("10", GRADES, &[group("a", "x"), group("b", "y")].join("\n")), "problem-repeated");
}

#[test]
fn all_errors_are_reported_at_once_and_before_the_warnings() {
    let negative = indicator("y", "-1", "(award: Free(step: \"0.01\"))");
    let text = template_text("11", "", &[free("x", "5"), free("x", "5"), negative].join("\n"));
    let keys: Vec<_> = problems(&text).iter().map(|problem| problem.message.key()).collect();
    assert_eq!(keys, ["problem-total", "problem-duplicate-id", "problem-negative", "problem-repeated"]);
    let error = read(text.as_bytes()).unwrap_err();
    assert!(error.message().text(Lang::Chinese).contains("3 处"));
    let severities: Vec<_> = problems(&shipped_with("points: \"100\"", "points: \"99\""))
        .iter()
        .map(|problem| problem.severity)
        .collect();
    assert_eq!(severities, [Severity::Error, Severity::Warning], "到位时效 has no zero tier");
}

#[test]
fn deep_nesting_is_an_error_not_a_crash() {
    let deep = "Group(id: \"g\", name: \"组\", points: \"1\", children: [".repeat(3_000);
    let message = syntax(&template_text("1", "", &deep));
    assert!(message.contains("第 "), "{message}");
}

/// Points of the children of a group of `points` that is split equally among `count`.
fn split(points: &str, count: usize, how: &str) -> Vec<String> {
    let child =
        |n: usize| format!("Indicator(id: \"c{n}\", name: \"c{n}\", rule: (award: Free(step: \"0.01\"))),");
    let children: Vec<String> = (0..count).map(child).collect();
    let group = format!(
        "Group(id: \"g\", name: \"组\", points: \"{points}\", combine: EqualSplit({how}), children: [{}]),",
        children.join(" ")
    );
    let text = template_text(points, "", &group);
    assert_eq!(problems(&text), [], "{how}");
    let template = read(text.as_bytes()).unwrap();
    let shares: Vec<Decimal> = template.indicators().map(|indicator| indicator.points).collect();
    assert_eq!(shares.iter().sum::<Decimal>(), dec(points), "{shares:?}");
    shares.iter().map(|share| share.normalize().to_string()).collect()
}

#[test]
fn r20_an_equal_split_is_exact() {
    let but = |others: &str, one: &str, at: usize, count: usize| {
        (0..count).map(|n| if n == at { one.to_owned() } else { others.to_owned() }).collect::<Vec<_>>()
    };
    assert_eq!(split("90", 7, "decimals: 2"), but("12.86", "12.84", 0, 7));
    assert_eq!(split("90", 7, "decimals: 2, remainder: Last"), but("12.86", "12.84", 6, 7));
    assert_eq!(split("40", 3, "decimals: 0"), but("13", "14", 0, 3));
    assert_eq!(split("40", 3, "decimals: 0, remainder: Last"), but("13", "14", 2, 3));
    assert_eq!(split("10", 4, "decimals: 1"), but("2.5", "2.5", 0, 4));
    assert_eq!(split("7", 1, "decimals: 0"), ["7"]);
    // 5 among 8 in whole points: each rounded up to 1, the first would be left with less than nothing.
    let child =
        |n: usize| format!("Indicator(id: \"c{n}\", name: \"c{n}\", rule: (award: Free(step: \"1\"))),");
    let children: String = (0..8).map(child).collect();
    let group = format!(
        "Group(id: \"g\", name: \"组\", points: \"5\", combine: EqualSplit(decimals: 0), children: [{children}]),"
    );
    let text = template_text("5", "", &group);
    assert_eq!(at(&error(&text, "problem-negative")), place_of(&text, "c0", 0));
}
