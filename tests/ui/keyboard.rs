//! An indicator of each rule form, scored by keyboard alone.

use crate::desk::{Desk, key_event};
use eframe::egui::{self, Event, Key, Modifiers};
use jiping::evaluation::{Edit, FundField};
use rust_decimal::dec;
use std::fs;

/// Down the table with the arrow keys.
fn at(name: &str) -> Desk {
    let mut desk = Desk::scoring();
    go(&mut desk, name);
    desk
}

fn go(desk: &mut Desk, name: &str) {
    for _ in 0..30 {
        if desk.selected_name() == name {
            return;
        }
        desk.press(Key::ArrowDown);
    }
    panic!("the arrow keys do not lead to {name}, but to {}", desk.selected_name());
}

#[test]
fn a_checklist_by_digits() {
    let mut desk = at("目标内容");
    for key in [Key::Num1, Key::Num2, Key::Num4] {
        desk.option(key);
    }
    assert_eq!(desk.score("目标内容").as_deref(), Some("3"));
    assert_eq!(desk.row("目标内容"), "目标内容 3.00 / 4");
    desk.option(Key::Num4);
    assert_eq!(desk.score("目标内容").as_deref(), Some("2"), "the same digit empties the box again");
    desk.option(Key::Num9);
    assert_eq!(desk.score("目标内容").as_deref(), Some("2"), "there is no ninth box");
}

#[test]
fn a_checklist_by_space_and_tab() {
    let mut desk = at("决策依据");
    desk.press(Key::Space);
    assert_eq!(desk.score("决策依据").as_deref(), Some("1"), "the first box");
    desk.press(Key::Tab);
    desk.press(Key::Tab);
    desk.press(Key::Space);
    assert_eq!(desk.score("决策依据").as_deref(), Some("2"), "the first and the third");
    assert!(
        desk.item("决策依据")
            .causes
            .iter()
            .any(|cause| cause.label.text(jiping::text::Lang::Chinese).contains("符合经济社会发展规划"))
    );
    desk.chord(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(desk.selected_name(), "决策程序");
    desk.chord(Modifiers::ALT, Key::ArrowUp);
    desk.chord(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(desk.selected_name(), "目标内容");
}

#[test]
fn all_or_nothing() {
    let mut desk = at("组织机构");
    assert_eq!(desk.row("组织机构"), "组织机构 未评 / 1");
    desk.option(Key::Num1);
    assert_eq!(desk.row("组织机构"), "组织机构 1.00 / 1");
    desk.option(Key::Num1);
    assert_eq!(desk.row("组织机构"), "组织机构 0.00 / 1", "a score of 0 is a score");
}

#[test]
fn tiers() {
    let mut desk = at("到位时效");
    desk.option(Key::Num2);
    assert_eq!(desk.row("到位时效"), "到位时效 1.00 / 2");
    desk.option(Key::Num3);
    assert_eq!(desk.row("到位时效"), "到位时效 0.50 / 2");
    desk.press(Key::ArrowRight);
    desk.press(Key::Space);
    assert_eq!(desk.row("到位时效"), "到位时效 2.00 / 2", "into the inspector, where the first tier waits");
    desk.press(Key::Tab);
    desk.press(Key::Space);
    assert_eq!(desk.row("到位时效"), "到位时效 1.00 / 2");
}

#[test]
fn a_rate_is_typed_in_its_field() {
    let mut desk = at("产出数量");
    desk.press(Key::F6);
    desk.press(Key::Tab);
    desk.press(Key::Tab);
    desk.types("95");
    assert!(desk.is_in("产出数量 产出数量率"));
    assert_eq!(desk.text_in("产出数量 产出数量率"), "95");
    assert_eq!(desk.score("产出数量"), None, "nothing counts before it is entered");
    desk.press(Key::Enter);
    assert_eq!(desk.row("产出数量"), "产出数量 4.75 / 5");
    desk.press(Key::ArrowDown);
    assert_eq!(desk.selected_name(), "产出质量", "the focus is back in the table");
}

#[test]
fn a_rate_of_target_and_actual() {
    let mut desk = at("产出数量");
    desk.press(Key::F6);
    desk.types("200");
    desk.press(Key::Tab);
    desk.types("190");
    desk.press(Key::Tab);
    assert_eq!(desk.row("产出数量"), "产出数量 4.75 / 5");
    desk.assert_sees("95");
}

/// Fast typists and slow machines put several presses into one frame.
#[test]
fn presses_of_one_frame_are_taken_in_order() {
    let mut desk = at("产出数量");
    desk.enter_field("产出数量 产出数量率");
    let mut events = Vec::new();
    for (key, text) in [(Key::Num9, "9"), (Key::Num7, "7"), (Key::Period, "."), (Key::Num5, "5")] {
        events.push(key_event(key, true, Modifiers::NONE));
        events.push(Event::Text(text.to_owned()));
        events.push(key_event(key, false, Modifiers::NONE));
    }
    events.push(key_event(Key::Enter, true, Modifiers::NONE));
    desk.at_once(events);
    assert_eq!(desk.row("产出数量"), "产出数量 4.88 / 5");
    let down = || key_event(Key::ArrowDown, true, Modifiers::NONE);
    desk.at_once([down(), down(), key_event(Key::ArrowUp, true, Modifiers::NONE)]);
    assert_eq!(desk.selected_name(), "产出质量");
}

#[test]
fn a_deduction_within_its_range() {
    let mut desk = at("资金使用");
    desk.option(Key::Num3);
    assert!(desk.is_in("截留、挤占、挪用 扣分"), "a ticked deduction asks for its points");
    desk.types("3.5");
    desk.press(Key::Enter);
    assert_eq!(desk.row("资金使用"), "资金使用 3.50 / 7");
    desk.option(Key::Num2);
    assert_eq!(desk.row("资金使用"), "资金使用 1.50 / 7", "a fixed deduction asks for nothing");
    desk.option(Key::Num4);
    desk.types("5");
    desk.press(Key::Enter);
    assert_eq!(desk.row("资金使用"), "资金使用 0.00 / 7", "扣完为止");
}

#[test]
fn no_deduction_at_all() {
    let mut desk = at("资金使用");
    desk.click("无上述情形");
    assert_eq!(desk.row("资金使用"), "资金使用 7.00 / 7");
}

#[test]
fn a_qualitative_band_with_points() {
    let mut desk = at("社会效益");
    desk.option(Key::Num2);
    assert!(desk.is_in("社会效益 评定得分"));
    assert_eq!(desk.score("社会效益"), None, "a band alone is no score");
    desk.types("6");
    desk.press(Key::Enter);
    assert_eq!(desk.row("社会效益"), "社会效益 6.00 / 8");
    desk.option(Key::Num1);
    desk.types("7.5");
    desk.press(Key::Enter);
    assert_eq!(desk.row("社会效益"), "社会效益 7.50 / 8");
}

#[test]
fn the_funds_are_typed_once() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    let mut steps = 0;
    while !desk.is_in("财政资金 全年预算数") {
        desk.press(Key::Tab);
        steps += 1;
        assert!(steps < 60, "Tab does not reach the funds");
    }
    desk.types("200");
    desk.press(Key::Tab);
    assert!(desk.is_in("财政资金 实际到位"));
    desk.types("150.5");
    desk.press(Key::Tab);
    desk.assert_sees("75.25%");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    assert_eq!(desk.row("到位率"), "到位率 2.26 / 3", "200 of 150.5 is 75.25 %, of 3 points 2.2575");
    desk.walk_to("到位率");
    desk.press(Key::F6);
    desk.press(Key::Enter);
    desk.assert_sees("年初预算数");
}

#[test]
fn a_free_score_in_its_step() {
    let mut desk = with_free_rule();
    desk.types("4");
    desk.press(Key::Enter);
    assert_eq!(desk.row("总体评价"), "总体评价 4.00 / 10");
    desk.press(Key::ArrowRight);
    desk.types("6.3");
    desk.press(Key::Enter);
    desk.assert_sees("6.3 不是 0.5 的整数倍");
    assert_eq!(desk.row("总体评价"), "总体评价 4.00 / 10");
}

/// A template of the user's own with a single indicator, opened from the start view.
pub(crate) fn with_free_rule() -> Desk {
    let mut desk = Desk::new();
    let template = desk.path("自拟.ron");
    fs::write(&template, FREE).unwrap();
    desk.picks(&template);
    desk.click_and_wait("用自己的模板");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    assert_eq!(desk.selected_name(), "总体评价");
    desk
}

const FREE: &str = r#"(
    format: 1,
    id: "free",
    version: "1",
    title: "自拟评分表",
    points: "10",
    rounding: (item_decimals: 2, total_decimals: 2, order: RoundThenAdd, step: "0.01"),
    not_applicable: Rescale,
    grades: [(name: "合格", from: "6"), (name: "不合格", from: "0")],
    nodes: [
        Group(id: "g", name: "评价", points: "10", children: [
            Indicator(id: "overall", name: "总体评价", points: "10", standard: "酌情评定", rule: (award: Free(step: "0.5"))),
        ]),
    ],
)"#;

/// The next one that is open, past those that are scored.
#[test]
fn ctrl_j_finds_what_is_open() {
    let mut desk = at("目标内容");
    desk.option(Key::Num1);
    desk.press(Key::ArrowDown);
    desk.option(Key::Num1);
    desk.press(Key::ArrowUp);
    desk.chord(Modifiers::COMMAND, Key::J);
    assert_eq!(desk.selected_name(), "决策程序");
}

/// F10 opens the menus; arrows lead through them, Enter does what is chosen, Esc closes.
#[test]
fn the_menus_are_worked_by_key() {
    let mut desk = Desk::scoring();
    desk.press(Key::F10);
    assert!(desk.is_focused_starting("新建…"), "{:?}", desk.everything());
    desk.press(Key::ArrowRight);
    desk.assert_sees("查找指标");
    desk.press(Key::ArrowRight);
    assert!(desk.is_focused_starting("下一项"));
    desk.press(Key::Enter);
    assert_eq!(desk.selected_name(), "决策依据");
    assert!(!egui::Popup::is_any_open(&desk.window.ctx));
    desk.press(Key::F10);
    desk.press(Key::ArrowDown);
    assert_eq!(desk.selected_name(), "决策依据", "the arrow is the menu's");
    desk.press(Key::Escape);
    assert!(!egui::Popup::is_any_open(&desk.window.ctx));
    desk.press(Key::ArrowDown);
    assert_eq!(desk.selected_name(), "决策程序", "and the table's again");
}

/// Seed 004: full marks but for 服务对象满意度. Every key that is pressed is counted, letters and digits too.
#[test]
fn the_scores_of_a_whole_sheet_take_at_most_sixty_keys() {
    let mut desk = Desk::new();
    desk.click("项目支出绩效评价评分表");
    let funds = |field| Edit::SetFundAmount { line: 0, field, amount: Some(dec!(6588.17)) };
    desk.given(&Edit::Together(
        [FundField::AnnualBudget, FundField::Received, FundField::Executed].map(funds).to_vec(),
    ));
    desk.chord(Modifiers::COMMAND, Key::Num2);
    let mut keys = 0;
    for _ in 0..21 {
        let name = desk.selected_name();
        match name.as_str() {
            // Worked out from the funds.
            "到位率" => {
                desk.press(Key::Enter);
                keys += 1;
                continue;
            }
            _ => desk.chord(Modifiers::COMMAND, Key::Enter),
        }
        keys += 1;
        if desk.item(&name).score.is_none() {
            let rate = if name == "服务对象满意度" { "95" } else { "100" };
            desk.types(rate);
            desk.press(Key::Enter);
            keys += rate.len() + 1;
        }
        assert!(desk.item(&name).score.is_some(), "{name}");
    }
    assert_eq!(desk.total(), "99.60");
    assert!(keys <= 60, "{keys} keys");
    // The reason: one key, its letters, and Enter.
    desk.walk_to("服务对象满意度");
    desk.press(Key::F4);
    desk.types("满意率 95%");
    desk.press(Key::Enter);
    let reason = desk.document().evaluation().item("satisfaction").unwrap().reason.clone();
    assert_eq!(reason, "满意率 95%");
}
