//! Each form of the rule language in the window: scored by keyboard alone, shown for what it is, and taken back.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};
use jiping::evaluation::{Edit, Evaluation, LedgerRow};
use rust_decimal::Decimal;
use std::fs;
use std::sync::Arc;

/// A template with an indicator of each form; the one of that name is selected.
fn at(name: &str) -> Desk {
    let mut desk = Desk::new();
    let template = desk.path("各种规则.ron");
    fs::write(&template, include_str!("rule_forms.ron")).unwrap();
    desk.picks(&template);
    desk.click_and_wait("用自己的模板");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.walk_to(name);
    desk
}

/// Types into the field that has the focus, or that a digit leads into, and enters it.
fn enters(desk: &mut Desk, text: &str) {
    if !desk.window.ctx.text_edit_focused() {
        desk.press(Key::F6);
    }
    desk.types(text);
    desk.press(Key::Enter);
}

/// Back with Ctrl+Z to an evaluation in which nothing was entered.
#[track_caller]
fn takes_all_back(mut desk: Desk) {
    let blank = Evaluation::new(&desk.document().template);
    let steps = (0..40).find(|_| {
        let is_blank = **desk.document().evaluation() == blank;
        desk.chord(Modifiers::COMMAND, Key::Z);
        is_blank
    });
    assert!(steps.is_some_and(|steps| steps > 0), "undo does not lead back");
}

#[test]
fn a_gate_comes_first() {
    let mut desk = at("关键要素项");
    desk.option(Key::Num2);
    assert_eq!(desk.row("关键要素项"), "关键要素项 0.00 / 10");
    desk.assert_sees("不满足“手续齐全”");
    assert!(!desk.is_enabled("有制度"), "the rest is greyed");
    desk.option(Key::Num1);
    assert_eq!(desk.row("关键要素项"), "关键要素项 未评 / 10", "met, and nothing else is known");
    desk.option(Key::Num1);
    assert_eq!(desk.row("关键要素项"), "关键要素项 6.00 / 10", "from here on digits tick the parts");
    takes_all_back(desk);
}

#[test]
fn a_gate_by_tab_and_space() {
    let mut desk = at("关键要素项");
    desk.press(Key::ArrowRight);
    desk.press(Key::Space);
    let met = |desk: &Desk| desk.document().evaluation().item("gate").and_then(|entry| entry.flag("g"));
    assert_eq!(met(&desk), Some(true));
    desk.press(Key::Tab);
    desk.press(Key::Space);
    assert_eq!(met(&desk), Some(false));
    takes_all_back(desk);
}

#[test]
fn all_parts_or_nothing() {
    let mut desk = at("全部符合项");
    desk.option(Key::Num1);
    assert_eq!(desk.row("全部符合项"), "全部符合项 0.00 / 10");
    desk.option(Key::Num2);
    assert_eq!(desk.row("全部符合项"), "全部符合项 10.00 / 10");
    takes_all_back(desk);
}

#[test]
fn parts_that_are_met_by_a_share() {
    let mut desk = at("部分符合项");
    desk.press(Key::F6);
    desk.types("80");
    assert!(desk.is_in("数据完整 符合程度"));
    desk.press(Key::Tab);
    enters(&mut desk, "100");
    assert_eq!(desk.row("部分符合项"), "部分符合项 8.80 / 10", "0.8 × 6 + 4");
    desk.enter_field("报送及时 符合程度");
    desk.chord(Modifiers::COMMAND, Key::A);
    enters(&mut desk, "101");
    desk.assert_sees("101 不在 0 至 100 之间");
    assert_eq!(desk.text_in("报送及时 符合程度"), "101", "the draft waits");
}

#[test]
fn options_worth_a_share_or_a_range() {
    let mut desk = at("折算档");
    desk.option(Key::Num2);
    assert_eq!(desk.row("折算档"), "折算档 6.00 / 10");
    desk.option(Key::Num3);
    assert!(desk.is_in("折算档 评定得分"), "an option with a range asks for the points");
    enters(&mut desk, "4.5");
    assert_eq!(desk.row("折算档"), "折算档 4.50 / 10");
    desk.option(Key::Num3);
    enters(&mut desk, "6");
    desk.assert_sees("6 不在 2 至 5 之间");
    desk.option(Key::Num1);
    assert_eq!(desk.row("折算档"), "折算档 10.00 / 10");
}

#[test]
fn a_band_is_found_by_the_number() {
    let mut desk = at("区间档");
    enters(&mut desk, "92");
    assert_eq!(desk.row("区间档"), "区间档 8.00 / 10");
    desk.assert_sees("[90%, 95%)");
    enters(&mut desk, "95%");
    assert_eq!(desk.row("区间档"), "区间档 10.00 / 10", "a per cent sign is understood");
    takes_all_back(desk);
}

#[test]
fn points_for_each_step_away() {
    let mut desk = at("偏差扣分");
    desk.press(Key::F6);
    desk.types("100");
    assert!(desk.is_in("偏差扣分 计划数"));
    desk.press(Key::Tab);
    enters(&mut desk, "93");
    assert_eq!(desk.row("偏差扣分"), "偏差扣分 8.00 / 10", "7 % is two full points beyond 5 %");
    desk.assert_sees("高于 5%，每高 1%");
    takes_all_back(desk);
}

#[test]
fn straight_lines_between_nodes() {
    let mut desk = at("分段线性");
    enters(&mut desk, "75");
    assert_eq!(desk.row("分段线性"), "分段线性 5.00 / 10");
    takes_all_back(desk);
}

#[test]
fn answers_of_a_survey() {
    let mut desk = at("群众满意度");
    desk.press(Key::F6);
    desk.types("90");
    desk.press(Key::Tab);
    enters(&mut desk, "10");
    assert_eq!(desk.row("群众满意度"), "群众满意度 9.00 / 10");
    desk.assert_sees("有效问卷 100 份");
    takes_all_back(desk);
}

#[test]
fn marks_of_a_panel_typed_and_pasted() {
    let mut desk = at("评委打分");
    enters(&mut desk, "9 8.5、9.5");
    assert_eq!(desk.row("评委打分"), "评委打分 9.00 / 10");
    desk.assert_sees("3 人打分");
    assert_eq!(desk.text_in("评委打分 各评委的分数"), "9、8.5、9.5");
    desk.enter_field("评委打分 各评委的分数");
    desk.chord(Modifiers::COMMAND, Key::A);
    desk.pastes("7\n8\n");
    desk.press(Key::Enter);
    assert_eq!(desk.row("评委打分"), "评委打分 7.50 / 10", "a column of a spreadsheet");
    desk.enter_field("评委打分 各评委的分数");
    desk.chord(Modifiers::COMMAND, Key::A);
    enters(&mut desk, "7 约8");
    desk.assert_sees("“约8”不是数字");
    assert_eq!(desk.text_in("评委打分 各评委的分数"), "7 约8", "nothing typed is lost");
    assert_eq!(desk.row("评委打分"), "评委打分 7.50 / 10");
}

#[test]
fn rows_that_pass() {
    let mut desk = at("达标项比例");
    desk.option(Key::Num1);
    desk.option(Key::Num2);
    assert!(desk.is_in("采购数量 目标值"), "a measured row takes numbers");
    desk.types("100");
    desk.press(Key::Tab);
    enters(&mut desk, "95");
    assert_eq!(desk.row("达标项比例"), "达标项比例 10.00 / 10");
    desk.option(Key::Num1);
    assert_eq!(desk.row("达标项比例"), "达标项比例 5.00 / 10", "the same digit goes on to 未达标");
    desk.option(Key::Num1);
    assert_eq!(desk.row("达标项比例"), "达标项比例 10.00 / 10", "and to 不适用");
    takes_all_back(desk);
}

#[test]
fn totals_of_other_sheets_in_a_band_with_a_range() {
    let mut desk = at("附表得分");
    desk.press(Key::F6);
    desk.types("88");
    desk.press(Key::Tab);
    enters(&mut desk, "92");
    desk.assert_sees("已选档，尚未填分数");
    desk.press(Key::F6);
    desk.press(Key::Tab);
    desk.press(Key::Tab);
    assert!(desk.is_in("附表得分 评定得分"), "where the number falls, points can be chosen");
    enters(&mut desk, "7");
    assert_eq!(desk.row("附表得分"), "附表得分 7.00 / 10");
    takes_all_back(desk);
}

#[test]
fn the_best_of_all_units() {
    let mut desk = at("相对最优");
    desk.press(Key::F6);
    desk.types("80");
    desk.press(Key::Tab);
    enters(&mut desk, "100，90");
    assert_eq!(desk.row("相对最优"), "相对最优 8.00 / 10");
    takes_all_back(desk);
}

#[test]
fn risks_that_do_not_conform() {
    let mut desk = at("风险点");
    for key in [Key::Num1, Key::Num2, Key::Num2] {
        desk.option(key);
    }
    assert_eq!(desk.row("风险点"), "风险点 7.50 / 10", "1 of 4 risk points");
    takes_all_back(desk);
}

#[test]
fn a_rate_of_the_funds_form_takes_no_digits() {
    let mut desk = at("支出率");
    desk.option(Key::Num5);
    desk.assert_sees("这一项的得分由其他数据算出");
}

#[test]
fn a_ledger_without_rows_is_confirmed() {
    let mut desk = at("台账扣分");
    assert_eq!(desk.row("台账扣分"), "台账扣分 未评 / 10");
    desk.press(Key::Space);
    assert_eq!(desk.row("台账扣分"), "台账扣分 10.00 / 10");
    takes_all_back(desk);
}

#[test]
fn so_many_points_for_each() {
    let mut desk = at("按件得分");
    enters(&mut desk, "3");
    assert_eq!(desk.row("按件得分"), "按件得分 6.00 / 10");
    takes_all_back(desk);
}

#[test]
fn a_target_is_compared_or_judged() {
    let mut desk = at("目标达成");
    enters(&mut desk, "85%");
    assert_eq!(desk.row("目标达成"), "目标达成 10.00 / 10");
    desk.fill("目标达成 实际完成值", "≥80%");
    desk.press(Key::Enter);
    assert_eq!(desk.row("目标达成"), "目标达成 未评 / 10");
    desk.assert_sees("实际值要填测得的数");
    assert_eq!(desk.text_in("目标达成 实际完成值"), "≥80%");
    desk.fill("目标达成 实际完成值", "基本完成");
    desk.press(Key::Enter);
    desk.assert_sees("请判断是否达成");
    desk.press(Key::F6);
    desk.press(Key::Tab);
    desk.press(Key::Tab);
    desk.press(Key::Space);
    assert_eq!(desk.row("目标达成"), "目标达成 0.00 / 10", "the second answer is 未达成");
    takes_all_back(desk);
}

#[test]
fn what_is_only_compared_has_no_points() {
    let mut desk = at("目标对比");
    desk.press(Key::F6);
    desk.types("≥10套");
    desk.press(Key::Tab);
    enters(&mut desk, "12");
    assert_eq!(desk.row("目标对比"), "目标对比 达成 / —");
    takes_all_back(desk);
}

#[test]
fn one_of_two_ways() {
    let mut desk = at("二者择其一");
    desk.option(Key::Num1);
    enters(&mut desk, "50");
    assert_eq!(desk.row("二者择其一"), "二者择其一 5.00 / 10", "the chosen way asks for its number");
    desk.option(Key::Num2);
    assert_eq!(desk.row("二者择其一"), "二者择其一 未评 / 10");
    desk.option(Key::Num3);
    assert_eq!(desk.row("二者择其一"), "二者择其一 10.00 / 10");
    takes_all_back(desk);
}

#[test]
fn several_that_add_up() {
    let mut desk = at("可选项");
    desk.option(Key::Num1);
    desk.assert_sees("所选各项的分值相加不等于本指标分值");
    desk.option(Key::Num2);
    enters(&mut desk, "3");
    desk.option(Key::Num4);
    assert_eq!(desk.row("可选项"), "可选项 9.00 / 10", "6 of 6 and 3 of 4");
    takes_all_back(desk);
}

#[test]
fn occurrences_that_are_exempt() {
    let mut desk = at("每处扣分");
    desk.option(Key::Num1);
    enters(&mut desk, "4");
    assert_eq!(desk.row("每处扣分"), "每处扣分 6.00 / 10");
    desk.enter_field("每缺一份验收单 免责处数");
    enters(&mut desk, "1");
    assert_eq!(desk.row("每处扣分"), "每处扣分 7.00 / 10");
    takes_all_back(desk);
}

#[test]
fn a_veto_strikes_its_group_until_it_is_exempt() {
    let mut desk = at("安全投入");
    enters(&mut desk, "5");
    desk.walk_to("安全事故");
    desk.option(Key::Num2);
    assert_eq!(desk.row("安全投入"), "安全投入 0.00 / 10");
    desk.assert_sees("已触发：发生安全事故");
    desk.assert_sees("“安全”不得分");
    desk.walk_to("安全投入");
    desk.assert_sees("大项不得分（原 5.00）");
    desk.walk_to("安全事故");
    desk.press(Key::F6);
    for _ in 0..3 {
        desk.press(Key::Tab);
    }
    assert!(desk.is_in("发生安全事故 免责理由"));
    enters(&mut desk, "地震");
    assert_eq!(desk.row("安全投入"), "安全投入 5.00 / 10");
    desk.assert_sees("已免责");
    takes_all_back(desk);
}

#[test]
fn an_overflow_takes_points_from_the_total() {
    let mut desk = at("安全投入");
    enters(&mut desk, "9");
    desk.walk_to("资料报送");
    desk.option(Key::Num1);
    desk.option(Key::Num2);
    desk.assert_sees("已勾选扣分情形，尚未填扣分");
    desk.press(Key::F6);
    for _ in 0..3 {
        desk.press(Key::Tab);
    }
    desk.press(Key::Space);
    assert_eq!(desk.row("资料报送"), "资料报送 8.00 / 10");
    assert_eq!(desk.document().card().total, Decimal::from(12), "9 + 8 − 5");
    desk.assert_sees("追加扣除");
    desk.assert_sees("−5.00");
    takes_all_back(desk);
}

#[test]
fn a_bonus_is_never_a_deduction() {
    let mut desk = at("表彰加分");
    let row = Arc::new(LedgerRow { kind: "praise".into(), count: Decimal::TWO, ..LedgerRow::default() });
    desk.given(&Edit::AddLedgerRows { item: "bonus".into(), at: None, rows: vec![row] });
    assert_eq!(desk.row("表彰加分"), "表彰加分 2.00 / —");
    desk.assert_sees("+2.00");
    desk.assert_not("−2.00");
}
