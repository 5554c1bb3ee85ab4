//! A number that is typed into 得分 is that score: taken where the rule takes one, else asked about.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};

fn at(name: &str) -> Desk {
    let mut desk = Desk::scoring();
    desk.walk_to(name);
    desk
}

#[test]
fn a_tier_of_exactly_that_many_points_is_taken_and_the_next_row_waits() {
    let mut desk = at("到位时效");
    desk.types("2");
    desk.press(Key::Enter);
    assert_eq!(desk.row("到位时效"), "到位时效 2.00 / 2", "not the second option, which is worth 1");
    assert_eq!(desk.selected_name(), "资金使用");
}

#[test]
fn a_point_within_a_band_is_taken() {
    let mut desk = at("社会效益");
    desk.types("7.5");
    desk.press(Key::Enter);
    assert_eq!(desk.row("社会效益"), "社会效益 7.50 / 8");
}

#[test]
fn all_parts_are_proposed_and_taken_by_one_more_enter() {
    let mut desk = at("目标内容");
    desk.types("4");
    desk.press(Key::Enter);
    desk.assert_sees("4 分怎样得来？");
    desk.assert_sees("4 条要点全部符合");
    assert_eq!(desk.row("目标内容"), "目标内容 未评 / 4", "nothing is filled in before it is confirmed");
    assert!(desk.is_in("目标内容 得分"), "the cursor stays");
    desk.press(Key::Enter);
    assert_eq!(desk.row("目标内容"), "目标内容 4.00 / 4");
    assert_eq!(desk.selected_name(), "决策依据");
}

#[test]
fn a_computed_score_is_never_a_rate() {
    let mut desk = at("产出质量");
    desk.types("4");
    desk.press(Key::Enter);
    desk.assert_sees("4 分怎样得来？");
    assert_eq!(desk.score("产出质量"), None, "not 4 %");
    desk.press(Key::Enter);
    assert_eq!(desk.score("产出质量"), None, "there is no way to take without a word");
    desk.fill("改分理由（必填）", "验收报告第 3 页");
    desk.click("直接给 4 分");
    assert_eq!(desk.row("产出质量"), "产出质量 4.00 / 4");
    let item = desk.item("产出质量");
    assert_eq!(item.override_reason.as_deref(), Some("验收报告第 3 页"));
}

/// 按规则录入: the rule's own inputs stand in the question, and only there.
#[test]
fn what_the_rule_asks_for_is_entered_below_the_cell() {
    let mut desk = at("产出质量");
    desk.types("3.9");
    desk.press(Key::Enter);
    desk.assert_sees("按规则录入");
    desk.assert_sees("正在得分格录入：3.9");
    let field = "产出质量 产出质量率";
    assert_eq!(desk.fields().iter().filter(|name| *name == field).count(), 1, "{:?}", desk.fields());
    assert_eq!(desk.text_in(field), "", "nothing is filled in");
    desk.fill(field, "97.5");
    desk.press(Key::Tab);
    assert_eq!(desk.row("产出质量"), "产出质量 3.90 / 4");
    desk.assert_not("分怎样得来");
    desk.assert_not("正在得分格录入");
}

#[test]
fn tab_leads_from_the_cell_to_the_inputs_of_the_rule() {
    let mut desk = at("产出质量");
    desk.types("4");
    desk.press(Key::Enter);
    desk.press(Key::Tab);
    desk.types("3650");
    desk.press(Key::Tab);
    desk.types("3650");
    desk.press(Key::Enter);
    assert_eq!(desk.row("产出质量"), "产出质量 4.00 / 4", "{:?}", desk.fields());
}

#[test]
fn options_are_chosen_below_the_cell_with_their_digits() {
    let mut desk = at("资金使用");
    desk.types("5");
    desk.press(Key::Enter);
    desk.assert_sees("5 分怎样得来？");
    desk.press(Key::F6);
    desk.press(Key::Num2);
    desk.assert_not("5 分怎样得来？");
    assert_eq!(desk.row("资金使用"), "资金使用 5.00 / 7", "依据不合规 takes 2");
}

#[test]
fn what_is_no_score_stays_in_the_cell_to_be_typed_anew() {
    let mut desk = at("社会效益");
    desk.types("9");
    desk.press(Key::Enter);
    assert!(desk.is_in("社会效益 得分"));
    assert_eq!(desk.selected_name(), "社会效益");
    desk.types("7");
    desk.press(Key::Enter);
    assert_eq!(desk.row("社会效益"), "社会效益 7.00 / 8", "the refused number was selected");
}

#[test]
fn a_digit_does_not_undo_what_was_decided_with_a_reason() {
    let mut desk = at("决策程序");
    desk.menu("评价", "不适用…");
    desk.types("本项目无申报环节");
    desk.click("标为不适用");
    desk.types("4");
    desk.press(Key::Enter);
    assert_eq!(desk.row("决策程序"), "决策程序 不适用 / 4");
    desk.assert_sees("本项已标为不适用（本项目无申报环节）");
    desk.click("不改");
    assert_eq!(desk.row("决策程序"), "决策程序 不适用 / 4");
}

#[test]
fn escape_gives_the_typed_score_up() {
    let mut desk = at("目标内容");
    desk.types("3");
    desk.press(Key::Escape);
    assert_eq!(desk.row("目标内容"), "目标内容 未评 / 4");
    desk.press(Key::ArrowDown);
    assert_eq!(desk.selected_name(), "决策依据");
}

#[test]
fn a_score_that_waits_for_an_answer_comes_back_with_its_row() {
    let mut desk = at("产出质量");
    desk.types("4");
    desk.press(Key::Enter);
    desk.chord(Modifiers::ALT, Key::ArrowUp);
    desk.assert_not("分怎样得来");
    desk.chord(Modifiers::ALT, Key::ArrowDown);
    desk.assert_sees("4 分怎样得来？");
}

#[test]
fn digits_choose_options_only_among_the_options() {
    let mut desk = at("到位时效");
    desk.press(Key::F6);
    desk.press(Key::Num2);
    assert_eq!(desk.row("到位时效"), "到位时效 1.00 / 2");
    desk.press(Key::Escape);
    desk.types("2");
    desk.press(Key::Enter);
    assert_eq!(desk.row("到位时效"), "到位时效 2.00 / 2");
}

/// The second question, of another row: its inputs stand in one place, its reason is not that of the first.
#[test]
fn one_question_knows_nothing_of_another() {
    let mut desk = at("产出质量");
    desk.types("4");
    desk.press(Key::Enter);
    desk.fill("改分理由（必填）", "验收报告");
    desk.fill("产出质量 产出质量率", "97.5");
    desk.press(Key::Tab);
    desk.walk_to("产出时效");
    desk.types("2");
    desk.press(Key::Enter);
    desk.assert_sees("2 分怎样得来？");
    assert_eq!(desk.text_in("改分理由（必填）"), "");
    let field = "产出时效 产出时效率";
    assert_eq!(desk.fields().iter().filter(|name| *name == field).count(), 1, "{:?}", desk.fields());
}

/// Two cases of deduction are ticked one after the other, though the first tick answers the question.
#[test]
fn digits_go_on_among_the_options_when_the_question_is_answered() {
    let mut desk = at("财务管理");
    desk.types("2");
    desk.press(Key::Enter);
    desk.press(Key::F6);
    desk.press(Key::Num1);
    desk.press(Key::Num3);
    assert_eq!(desk.row("财务管理"), "财务管理 2.00 / 3", "1 + 1 of three parts");
    assert!(!desk.sees("分怎样得来"));
}

/// Full marks where cases take points: nothing of it happened, confirmed by one more Enter.
#[test]
fn full_marks_where_points_are_taken_are_proposed_as_nothing_of_it() {
    let mut desk = at("资金使用");
    desk.types("7");
    desk.press(Key::Enter);
    desk.assert_sees("无上述情形，得 7 分（回车）");
    desk.press(Key::Enter);
    assert_eq!(desk.row("资金使用"), "资金使用 7.00 / 7");
    assert_eq!(desk.selected_name(), "财务管理");
}

/// Enter in the last of the rule's inputs goes on, as it does in the table.
#[test]
fn enter_among_the_inputs_of_the_rule_goes_on_to_the_next_row() {
    let mut desk = at("产出质量");
    desk.types("4");
    desk.press(Key::Enter);
    desk.fill("产出质量 产出质量率", "100");
    desk.press(Key::Enter);
    assert_eq!(desk.row("产出质量"), "产出质量 4.00 / 4");
    assert_eq!(desk.selected_name(), "产出时效");
    desk.types("3");
    assert_eq!(desk.text_in("产出时效 得分"), "3", "the digits are the next row's");
}

/// What the status bar says of a typed score goes with the question.
#[test]
fn what_was_said_of_a_typed_score_goes_with_the_question() {
    let mut desk = at("产出质量");
    desk.types("4");
    desk.press(Key::Enter);
    desk.chord(Modifiers::ALT, Key::ArrowUp);
    desk.assert_sees("这个得分要说明怎样得来");
    desk.chord(Modifiers::ALT, Key::ArrowDown);
    desk.click("不改");
    desk.assert_not("这个得分要说明怎样得来");
}

/// 部门评价: a list of questions, each passed or not.
fn at_a_list() -> Desk {
    let mut desk = Desk::new();
    desk.click("项目支出部门评价评分表");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.walk_to("立项依据充分性");
    desk
}

#[test]
fn full_marks_of_a_list_are_one_key() {
    let mut desk = at_a_list();
    desk.chord(Modifiers::COMMAND, Key::Enter);
    assert_eq!(desk.row("立项依据充分性"), "立项依据充分性 3.00 / 3");
    assert_eq!(desk.selected_name(), "立项程序规范性");
    desk.types("3");
    desk.press(Key::Enter);
    desk.assert_sees("3 项均达标，得 3 分");
    desk.press(Key::Enter);
    assert_eq!(desk.row("立项程序规范性"), "立项程序规范性 3.00 / 3");
}

#[test]
fn the_question_is_entered_by_the_arrow_and_left_by_escape() {
    let mut desk = at_a_list();
    desk.types("2");
    desk.press(Key::Enter);
    desk.assert_sees("2 分怎样得来？");
    desk.press(Key::Tab);
    assert!(!desk.is_in("立项依据充分性 得分"), "into the question");
    desk.press(Key::Escape);
    desk.assert_not("2 分怎样得来？");
    assert_eq!(desk.score("立项依据充分性"), None);
    assert_eq!(desk.selected_name(), "立项依据充分性");
}

#[test]
fn full_marks_for_all_that_is_selected() {
    let mut desk = at_a_list();
    desk.chord(Modifiers::COMMAND, Key::A);
    desk.chord(Modifiers::COMMAND, Key::Enter);
    assert_eq!(desk.row("立项依据充分性"), "立项依据充分性 3.00 / 3");
    desk.assert_sees("项满分；其余");
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.score("立项依据充分性"), None, "one step");
}

#[test]
fn the_key_of_no_information_takes_it_back() {
    let mut desk = at("目标内容");
    desk.press(Key::F5);
    assert_eq!(desk.row("目标内容"), "目标内容 资料不足 / 4");
    desk.press(Key::F5);
    assert_eq!(desk.row("目标内容"), "目标内容 未评 / 4");
}

/// A rate that was typed wins over the counts: until it is cleared, by a click.
#[test]
fn counts_take_the_place_of_a_typed_rate() {
    let mut desk = Desk::scoring();
    desk.walk_to("服务对象满意度");
    desk.fill("服务对象满意度 满意率", "80");
    desk.fill("服务对象满意度 有效问卷份数", "100");
    desk.fill("服务对象满意度 满意份数", "100");
    desk.press(Key::Tab);
    desk.assert_sees("已直接填率");
    let by_rate = desk.score("服务对象满意度");
    desk.click("改用目标值和实际值");
    desk.assert_not("已直接填率");
    assert_ne!(desk.score("服务对象满意度"), by_rate);
    assert_eq!(desk.score("服务对象满意度").as_deref(), Some("8"));
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.score("服务对象满意度"), by_rate, "one step back");
}
