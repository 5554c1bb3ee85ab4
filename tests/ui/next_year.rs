//! A new year from last year's file (用去年的新建), and last year beside this one.

use crate::desk::{Desk, WIDE};
use eframe::egui::{Event, Key, Modifiers};
use jiping::app::{Outcome, Settings, SheetColumn};
use std::fs;
use std::path::PathBuf;

/// Last year's evaluation, saved: 目标内容 1 of 4, 社会效益 7.50 of 8, 环境效益 full, 经济效益 without information.
fn last_year() -> (Desk, PathBuf) {
    let mut desk = Desk::scoring();
    desk.click("项目与资金");
    desk.fill("项目名称", "城区监控");
    desk.fill("年度", "2024");
    desk.fill("财政资金 全年预算数", "120.50");
    desk.press(Key::Tab);
    desk.click("评分");
    desk.option(Key::Num1);
    desk.walk_to("环境效益");
    desk.types("8");
    desk.press(Key::Enter);
    desk.walk_to("经济效益");
    desk.press(Key::F5);
    desk.walk_to("社会效益");
    desk.types("7.5");
    desk.press(Key::Tab);
    desk.types("部分点位未覆盖");
    desk.press(Key::Escape);
    let file = desk.save_as("去年.jiping");
    (desk, file)
}

/// This year's, in the scoring view, what was said read.
fn this_year() -> Desk {
    let (mut desk, file) = last_year();
    desk.picks(&file);
    desk.chord_and_wait(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    desk.press(Key::Enter);
    desk
}

#[test]
fn a_new_year_is_begun_by_keyboard() {
    let (mut desk, file) = last_year();
    let before = fs::read(&file).unwrap();
    desk.picks(&file);
    desk.chord_and_wait(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    assert_eq!(desk.asks(), Some("told"));
    desk.assert_sees("已按“去年.jiping”新建 2025 年度的评价");
    desk.assert_sees("没有带入：评价日期，资金金额，实际值和得分");
    desk.press(Key::Enter);
    assert_eq!(desk.asks(), None);
    let document = desk.document();
    assert_eq!((document.path(), document.is_dirty()), (None, true), "a new one that is not saved");
    assert!(document.undo_label().is_none());
    desk.assert_sees("城区监控（2025年度）");
    assert_eq!(desk.score("社会效益"), None);
    assert!(desk.rows()[0].starts_with("目标内容"), "at its top, where the selected row is");
    assert_eq!(fs::read(&file).unwrap(), before, "last year's file stays as it is");
    let beside: Vec<_> = fs::read_dir(file.parent().unwrap()).unwrap().map(|it| it.unwrap().path()).collect();
    assert!(!beside.iter().any(|path| path.to_string_lossy().ends_with(".lock")), "{beside:?}");
}

#[test]
fn a_new_year_is_begun_with_the_mouse_on_the_start_view() {
    let (mut desk, file) = last_year();
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    desk.picks(&file);
    desk.click_and_wait("用去年的新建…");
    desk.click("知道了");
    desk.assert_sees("城区监控（2025年度）");
    desk.assert_sees("上年得分");
}

#[test]
fn what_cannot_be_opened_is_said_as_opening_says_it() {
    let (mut desk, _) = last_year();
    let other = desk.a_file("不是.jiping", b"no container");
    desk.picks(&other);
    desk.menu("文件", "用去年的新建…");
    desk.settle();
    assert_eq!(desk.asks(), Some("told"));
    desk.assert_sees("不是.jiping");
    desk.press(Key::Enter);
    assert!(desk.document().path().is_some(), "what was open stays open");
    desk.answers(Outcome::Cancelled);
    desk.menu("文件", "用去年的新建…");
    desk.settle();
    assert_eq!(desk.asks(), None);
}

#[test]
fn unsaved_changes_are_asked_about_first() {
    let (mut desk, file) = last_year();
    desk.walk_to("可持续影响");
    desk.option(Key::Num1);
    desk.picks(&file);
    desk.chord_and_wait(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    desk.assert_sees("不保存");
    desk.click("取消");
    assert_eq!(desk.row("可持续影响"), "可持续影响 4.00 / 8", "nothing has happened");
}

/// The file of last year is open and changed: what is saved on the way counts.
#[test]
fn what_is_saved_on_the_way_is_last_year_s() {
    let (mut desk, file) = last_year();
    desk.walk_to("社会效益");
    desk.types("7");
    desk.press(Key::Enter);
    desk.picks(&file);
    desk.chord_and_wait(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    assert_eq!(desk.asks(), Some("unsaved"));
    desk.click_and_wait("保存");
    assert_eq!(desk.asks(), Some("told"));
    desk.press(Key::Enter);
    desk.walk_to("社会效益");
    desk.assert_sees("上年 7.00，扣 1.00");
}

#[test]
fn last_year_stands_in_its_columns_and_beside_the_indicator() {
    let mut desk = this_year();
    desk.walk_to("社会效益");
    desk.assert_sees("上年 7.50，扣 0.50");
    assert!(desk.reads("7.50") && desk.reads("−0.50"), "{}", desk.everything());
    desk.walk_to("经济效益");
    desk.assert_sees("上年不可比：上年资料不足");
    assert!(desk.reads("不可比"));
    desk.walk_to("环境效益");
    desk.assert_sees("上年 8.00，未扣分");
}

#[test]
fn why_two_years_do_not_compare_is_said_where_the_mouse_rests() {
    let mut desk = this_year();
    desk.walk_to("目标内容");
    desk.assert_not("上年未评");
    desk.at_once([Event::PointerMoved(desk.label_rect("不可比").center())]);
    desk.window.run_steps(40);
    desk.assert_sees("上年不可比：上年未评");
    desk.at_once([Event::PointerMoved(desk.label_rect("上年得分").center())]);
    desk.window.run_steps(40);
    desk.assert_sees("2024 年度（去年.jiping）：合计（暂定）16.50 / 100");
}

#[test]
fn the_columns_of_last_year_are_there_with_last_year_alone_and_can_be_hidden() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.begin();
    desk.assert_not("上年得分");
    desk.right_click(desk.label_rect("指标").center());
    desk.assert_not("上年扣分");
    let mut desk = this_year();
    desk.assert_sees("上年扣分");
    desk.right_click(desk.label_rect("上年扣分").center());
    desk.click("上年扣分");
    assert!(!desk.app().shared.settings.columns.shows(SheetColumn::LastDeduction));
    desk.press(Key::Escape);
    desk.assert_not("上年扣分");
    desk.assert_sees("上年得分");
}

#[test]
fn last_year_is_copied_with_the_row() {
    let mut desk = this_year();
    desk.walk_to("社会效益");
    desk.at_once([Event::Copy]);
    let copied = desk.copied().pop().unwrap();
    let lines: Vec<&str> = copied.text.lines().collect();
    assert_eq!(lines[0], "指标\t分值\t得分\t扣分\t上年得分\t上年扣分\t扣分原因及改进措施\t评价标准\t佐证");
    assert!(lines[1].starts_with("社会效益\t8\t\t\t7.50\t0.50\t\t"), "{lines:?}");
    desk.walk_to("经济效益");
    desk.at_once([Event::Copy]);
    let copied = desk.copied().pop().unwrap();
    assert!(copied.text.contains("经济效益\t8\t\t\t不可比\t\t"), "{}", copied.text);
}

#[test]
fn last_year_outlives_a_crash_and_is_in_the_saved_file() {
    let mut desk = this_year();
    desk.walk_to("社会效益");
    desk.types("8");
    desk.press(Key::Enter);
    let mut desk = desk.crash_and_start_again();
    desk.click_and_wait("恢复");
    desk.walk_to("社会效益");
    desk.assert_sees("上年 7.50，扣 0.50");
    assert_eq!(desk.row("社会效益"), "社会效益 8.00 / 8");
    let file = desk.save_as("今年.jiping");
    let mut desk = desk.open_afresh(&file);
    desk.walk_to("社会效益");
    desk.assert_sees("上年 7.50，扣 0.50");
}
