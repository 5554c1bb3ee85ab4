//! Esc leads out of every page, and out of a field or a menu first.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};
use jiping::app::{Stage, ViewKind};

fn view(desk: &Desk) -> ViewKind {
    desk.shown().view
}

#[test]
fn escape_leads_from_every_view_back_to_the_scores() {
    let mut desk = Desk::scoring();
    for (key, shown) in
        [(Key::Num1, ViewKind::Project), (Key::Num3, ViewKind::Findings), (Key::P, ViewKind::Print)]
    {
        desk.chord_and_wait(Modifiers::COMMAND, key);
        assert_eq!(view(&desk), shown);
        desk.press(Key::Escape);
        assert_eq!(view(&desk), ViewKind::Scores);
    }
}

#[test]
fn escape_leaves_a_field_or_a_menu_before_the_page() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.enter_field("项目名称");
    desk.press(Key::Escape);
    assert_eq!(view(&desk), ViewKind::Project, "the field was left");
    desk.click("文件");
    desk.press(Key::Escape);
    assert_eq!(view(&desk), ViewKind::Project, "the menu was closed");
    desk.press(Key::Escape);
    assert_eq!(view(&desk), ViewKind::Scores);
}

#[test]
fn an_import_goes_back_step_by_step_and_home() {
    let mut desk = Desk::new();
    desk.click_and_wait("粘贴评分表…");
    desk.pastes("一级指标\t分值\t评分标准\n台账完整\t60\t台账完整（30分）、及时更新（30分）\n现场整洁\t40\t由检查组酌情打分");
    desk.chord_and_wait(Modifiers::COMMAND, Key::Enter);
    let stage = |desk: &Desk| desk.app().workspace.import().map(|import| import.draft.stage());
    assert_eq!(stage(&desk), Some(Stage::Columns));
    desk.press(Key::Escape);
    assert_eq!(stage(&desk), Some(Stage::Table));
    desk.click("‹ 返回");
    assert_eq!(stage(&desk), None);
    desk.assert_sees("项目支出绩效评价评分表");
}

#[test]
fn a_template_is_left_for_the_start_view() {
    let mut desk = Desk::new();
    desk.click("复制后编辑 项目支出绩效评价评分表");
    assert!(desk.app().workspace.template().is_some());
    desk.press(Key::Escape);
    if desk.asks().is_some() {
        desk.click_and_wait("不保存");
    }
    assert!(desk.app().workspace.template().is_none());
}
