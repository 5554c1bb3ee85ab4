//! Filters and search.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};
use jiping::evaluation::{Applicability, Edit, Value};

/// 目标内容 full marks without evidence, 决策依据 with a deduction, 决策程序 not applicable, all others open.
fn mixed() -> Desk {
    let mut desk = Desk::scoring();
    let tick = |item: &str, parts: &[&str]| Edit::SetInputs {
        item: item.into(),
        inputs: parts.iter().map(|part| ((*part).into(), Some(Value::Flag(true)))).collect(),
    };
    desk.given(&tick("goal-content", &["set", "clear", "detailed", "quantified"]));
    desk.given(&tick("decision-basis", &["law", "planning"]));
    desk.given(&Edit::SetEvidenceNote { item: "decision-basis".into(), text: "批复文号".to_owned() });
    let to = Applicability::NotApplicable { reason: "无此环节".to_owned() };
    desk.given(&Edit::SetApplicability { item: "decision-procedure".into(), to });
    desk
}

#[test]
fn each_filter_counts_and_keeps_its_own() {
    let mut desk = mixed();
    let cases: [(&str, &[&str]); 3] = [
        ("有扣分 1", &["决策依据 2.00 / 4"]),
        ("缺佐证 1", &["目标内容 4.00 / 4"]),
        ("不适用 1", &["决策程序 不适用 / 4"]),
    ];
    for (filter, rows) in cases {
        desk.click(filter);
        assert_eq!(desk.rows(), rows, "{filter}");
        desk.click(filter);
    }
    desk.click("未评分 18");
    let rows = desk.rows();
    assert!(rows.iter().all(|row| row.contains("未评")), "{rows:?}");
    assert!(!rows.is_empty());
    desk.click("未评分 18");
    assert!(desk.rows().contains(&"目标内容 4.00 / 4".to_owned()));
}

#[test]
fn a_filter_follows_what_is_scored_and_keys_walk_what_is_in_sight() {
    let mut desk = mixed();
    desk.click("有扣分 1");
    desk.press(Key::ArrowDown);
    assert_eq!(desk.selected_name(), "决策依据");
    desk.option(Key::Num3);
    desk.option(Key::Num4);
    assert_eq!(desk.score("决策依据").as_deref(), Some("4"));
    assert!(desk.rows().is_empty(), "nothing has a deduction any more");
    desk.assert_sees("没有符合条件的指标");
}

#[test]
fn search_by_name_pinyin_and_initials() {
    let mut desk = Desk::scoring();
    for typed in ["资金使用", "zijinshiyong", "zjsy", "ZJSY"] {
        desk.chord(Modifiers::COMMAND, Key::F);
        assert!(desk.is_in("查找指标"));
        desk.chord(Modifiers::COMMAND, Key::A);
        desk.types(typed);
        assert_eq!(desk.rows(), ["资金使用 未评 / 7"], "{typed}");
        assert_eq!(desk.selected_name(), "资金使用", "{typed}");
    }
    desk.fill("查找指标", "不存在的指标");
    desk.assert_sees("没有符合条件的指标");
    desk.fill("查找指标", "");
    assert!(desk.rows().len() > 5);
}

/// From the search straight on to scoring, without the mouse.
#[test]
fn enter_leads_from_the_search_to_what_was_found() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::F);
    desk.types("zjsy");
    desk.press(Key::Enter);
    desk.option(Key::Num2);
    assert_eq!(desk.score("资金使用").as_deref(), Some("5"));
}
