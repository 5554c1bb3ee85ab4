//! Esc leads out of every page, and out of a field or a menu first.

use crate::desk::{DOUBLED, Desk};
use eframe::egui::{Key, Modifiers, Rect, Vec2};
use jiping::app::{Settings, Stage, ViewKind};

/// A window of 1280 × 720 at 200 %.
const SMALLEST: Vec2 = Vec2::new(640.0, 360.0);

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

#[test]
fn the_way_back_is_drawn_in_a_small_window_too() {
    for size in [DOUBLED, SMALLEST] {
        the_way_back_is_drawn(&mut Desk::with(size, Settings::default()));
    }
}

fn the_way_back_is_drawn(desk: &mut Desk) {
    desk.click("复制后编辑 项目支出绩效评价评分表");
    in_the_bar(desk, &["帮助", "‹ 返回", "用此模板新建评价"]);
    desk.click("‹ 返回");
    assert!(desk.app().workspace.template().is_none());
    desk.click_and_wait("粘贴评分表…");
    desk.pastes("一级指标\t分值\t评分标准\n台账完整\t60\t由检查组酌情打分\n现场整洁\t40\t由检查组酌情打分");
    desk.chord_and_wait(Modifiers::COMMAND, Key::Enter);
    in_the_bar(desk, &["帮助", "‹ 返回", "下一步"]);
    desk.click("‹ 返回");
    desk.click("‹ 返回");
    desk.assert_sees("项目支出绩效评价评分表");
}

/// Side by side within the window.
#[track_caller]
fn in_the_bar(desk: &Desk, names: &[&str]) {
    let rects: Vec<Rect> = names.iter().map(|name| desk.clickable(name).rect()).collect();
    assert!(rects.iter().all(|rect| desk.screen().contains_rect(*rect)), "{names:?} at {rects:?}");
    assert!(rects.windows(2).all(|pair| pair[0].right() <= pair[1].left()), "{names:?} at {rects:?}");
}

/// Tab leads from one to the next, by what their names begin with, and each stands right of the one before.
#[track_caller]
fn tab_leads_along(desk: &mut Desk, first: &str, names: &[&str]) {
    desk.clickable(first).focus();
    desk.window.run();
    let left = |desk: &Desk| {
        let ctx = &desk.window.ctx;
        ctx.read_response(ctx.memory(|memory| memory.focused()).unwrap()).unwrap().rect.left()
    };
    let mut before = left(desk);
    for name in names {
        desk.press(Key::Tab);
        assert!(desk.is_focused_starting(name), "Tab does not lead to {name}");
        let here = left(desk);
        assert!(here > before, "{name} stands at {here}, not right of {before}");
        before = here;
    }
}

#[test]
fn tab_walks_the_bars_from_left_to_right() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    tab_leads_along(&mut desk, "项目与资金", &["评分", "核对", "打印", "撤销", "保存", "打印评分表"]);
    let mut desk = Desk::new();
    desk.click("复制后编辑 项目支出绩效评价评分表");
    desk.fill("版本", "2");
    tab_leads_along(&mut desk, "‹ 返回", &["撤销", "保存", "用此模板新建评价"]);
}
