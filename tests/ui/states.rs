//! Unscored, no information, not applicable and 0; and a score that overrides the rule's.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};
use jiping::evaluation::Applicability;
use jiping::scoring::ItemState;

#[test]
fn four_states_that_are_never_mixed_up() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.option(Key::Num1);
    desk.walk_to("决策依据");
    desk.menu("评价", "资料不足");
    desk.assert_sees("资料不足：暂不计分，合计为暂定");
    desk.walk_to("决策程序");
    desk.menu("评价", "不适用…");
    desk.types("本项目无申报环节");
    desk.click("标为不适用");
    desk.assert_sees("不适用：本项目无申报环节");
    assert_eq!(desk.row("目标内容"), "目标内容 0.00 / 4");
    assert_eq!(desk.row("决策依据"), "决策依据 资料不足 / 4");
    assert_eq!(desk.row("决策程序"), "决策程序 不适用 / 4");
    assert_eq!(desk.row("分配办法"), "分配办法 未评 / 3");
    let progress = desk.document().card().progress;
    assert_eq!((progress.scored, progress.no_information, progress.not_applicable), (1, 1, 1));
    desk.assert_sees("合计（暂定，19 项未评）");
}

#[test]
fn not_applicable_needs_a_reason() {
    let mut desk = Desk::scoring();
    desk.menu("评价", "不适用…");
    assert!(!desk.is_enabled("标为不适用"));
    desk.types("  ");
    assert!(!desk.is_enabled("标为不适用"), "blanks are no reason");
    desk.press(Key::Escape);
    assert!(desk.asks().is_none());
    assert_eq!(desk.row("目标内容"), "目标内容 未评 / 4");
    assert!(!desk.document().is_dirty());
}

/// 不适用 and its reason outlive a click or a digit among the options.
#[test]
fn what_is_not_applicable_is_scored_again_on_request_only() {
    let mut desk = Desk::scoring();
    desk.menu("评价", "不适用…");
    desk.types("本项目无此内容");
    desk.click("标为不适用");
    let part = "1 设有目标";
    assert!(!desk.is_enabled(part), "{}", desk.everything());
    desk.click(part);
    desk.press(Key::F6);
    desk.press(Key::Num1);
    assert_eq!(desk.row("目标内容"), "目标内容 不适用 / 4");
    desk.press(Key::Escape);
    desk.click("恢复评分");
    desk.click(part);
    assert_eq!(desk.row("目标内容"), "目标内容 1.00 / 4");
}

#[test]
fn back_to_scoring() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.menu("评价", "资料不足");
    desk.click("恢复评分");
    assert_eq!(desk.row("目标内容"), "目标内容 1.00 / 4", "what was entered is still there");
    desk.menu("评价", "清除得分");
    assert_eq!(desk.row("目标内容"), "目标内容 未评 / 4");
}

#[test]
fn an_override_shows_both_values_and_its_reason() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.chord(Modifiers::COMMAND, Key::G);
    desk.assert_sees("人工改分：目标内容");
    assert_eq!(desk.text_in("改后得分"), "1", "it begins with what the rule yields");
    desk.fill("改后得分", "３。５");
    assert!(!desk.is_enabled("改分"), "never without a reason");
    desk.fill("改分理由（必填）", "专家组复核");
    desk.click("改分");
    assert_eq!(desk.row("目标内容"), "目标内容 3.50 / 4");
    desk.assert_sees("规则计算 1.00，改为 3.50。理由：专家组复核");
    let item = desk.item("目标内容");
    assert_eq!(item.computed.map(|points| points.to_string()).as_deref(), Some("1"));
    assert_eq!(item.state, ItemState::Scored);
    desk.click("取消改分");
    assert_eq!(desk.row("目标内容"), "目标内容 1.00 / 4");
    desk.assert_not("专家组复核");
}

#[test]
fn a_refused_override_keeps_what_was_typed() {
    let mut desk = Desk::scoring();
    for (score, words) in [("4.5", "4.5 不在 0 至 4 之间"), ("3.001", "3.001 不是 0.01 的整数倍")]
    {
        desk.chord(Modifiers::COMMAND, Key::G);
        desk.fill("改后得分", score);
        desk.fill("改分理由（必填）", "专家组复核");
        desk.click("改分");
        desk.assert_sees(words);
        assert_eq!(desk.asks(), Some("override"));
        assert_eq!(desk.text_in("改后得分"), score);
        assert_eq!(desk.text_in("改分理由（必填）"), "专家组复核");
        assert_eq!(desk.score("目标内容"), None);
        desk.fill("改后得分", "4");
        desk.click("改分");
        assert!(desk.asks().is_none());
        assert_eq!(desk.row("目标内容"), "目标内容 4.00 / 4");
        desk.chord(Modifiers::COMMAND, Key::Z);
    }
    desk.chord(Modifiers::COMMAND, Key::G);
    desk.fill("改后得分", "abc");
    desk.fill("改分理由（必填）", "专家组复核");
    assert!(!desk.is_enabled("改分"));
}

/// An indicator that cannot be computed yet can still be decided by hand.
#[test]
fn an_override_of_what_is_unscored() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::G);
    assert_eq!(desk.text_in("改后得分"), "");
    desk.fill("改后得分", "2");
    desk.press(Key::Tab);
    desk.types("现场核查");
    desk.click("改分");
    desk.assert_sees("规则计算 未评，改为 2.00。理由：现场核查");
}

#[test]
fn the_old_score_is_typed_over() {
    let mut desk = Desk::scoring();
    desk.walk_to("到位时效");
    desk.types("1");
    desk.press(Key::Enter);
    desk.walk_to("到位时效");
    desk.chord(Modifiers::COMMAND, Key::G);
    desk.types("2");
    assert_eq!(desk.text_in("改后得分"), "2", "what stood there was selected");
}

#[test]
fn a_field_does_not_take_what_is_typed_in_another_view() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.enter_field("项目名称");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.types("4");
    desk.press(Key::Escape);
    assert_eq!(desk.document().evaluation().project.name, "");
    desk.chord(Modifiers::COMMAND, Key::Num1);
    assert!(!desk.is_in("项目名称"));
}

/// In a question Enter means its button, Alt+Enter another line.
#[test]
fn enter_confirms_a_reason_and_alt_enter_breaks_its_line() {
    let mut desk = Desk::scoring();
    desk.press(Key::F7);
    desk.types("本项目");
    desk.chord(Modifiers::ALT, Key::Enter);
    desk.types("没有这一内容");
    desk.press(Key::Enter);
    assert_eq!(desk.asks(), None);
    assert_eq!(desk.row("目标内容"), "目标内容 不适用 / 4");
    let entry = desk.document().evaluation().item("goal-content").unwrap().clone();
    let Applicability::NotApplicable { reason } = &entry.applicability else { panic!("{entry:?}") };
    assert_eq!(reason, "本项目\n没有这一内容");
}

/// 目标完成情况表: nothing in it speaks of points.
#[test]
fn a_sheet_without_points_speaks_of_targets() {
    let mut desk = Desk::new();
    desk.click("项目支出绩效目标完成情况表");
    desk.click("评分");
    for group in ["数量指标", "质量指标"] {
        desk.click(&format!("{group} 增加指标"));
        desk.press(Key::Escape);
    }
    let words = desk.everything().replace("不计分值", "");
    for points in ["得分", "分值", "扣分", "清除", "人工改分", "合计", "0.00"] {
        assert!(!words.contains(points), "{points}: {words}");
    }
    desk.assert_sees("完成情况");
    desk.assert_sees("偏差原因及改进措施");
}
