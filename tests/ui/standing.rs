//! 得分情况 beside the project: sections and losses as bars, and the picture of them.

use crate::desk::{DOUBLED, Desk, WIDE};
use eframe::egui::{Key, Modifiers};
use jiping::app::Settings;
use std::fs;

const CHART: &str = "复制图片";

fn sample() -> Desk {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.click("监控租用项目：按规则计分");
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk
}

#[test]
fn sections_and_losses_are_shown_and_lead_to_the_reason() {
    let mut desk = sample();
    desk.assert_sees("项目绩效：55 分，得 54.60，扣 0.40，未评 0");
    desk.click("服务对象满意度 −0.40");
    assert_eq!(desk.selected_name(), "服务对象满意度");
    assert!(desk.is_in("服务对象满意度 扣分原因"));
    // The last row of a long sheet: its reason of several lines is in sight whole.
    let field = desk.field("服务对象满意度 扣分原因").rect();
    let total = desk.label_rect("扣分合计");
    assert!(field.height() > 36.0 && field.bottom() < total.top(), "{field:?} above {total:?}");
}

#[test]
fn what_is_not_scored_yet_has_lost_nothing() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.click("项目支出绩效评价评分表");
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.assert_sees("还没有评分");
    desk.assert_sees("项目决策：20 分，得 0.00，扣 0.00，未评 20");
}

#[test]
fn the_picture_goes_to_the_clipboard() {
    let mut desk = sample();
    desk.reach(CHART);
    desk.click_and_wait(CHART);
    desk.assert_sees("得分与扣分图已复制，可粘贴到 Word、WPS 等程序。");
}

#[test]
fn the_picture_is_saved_whole() {
    let mut desk = sample();
    desk.picks(&desk.path("图.png"));
    desk.click_and_wait("存为图片…");
    assert!(fs::read(desk.path("图.png")).unwrap().starts_with(b"\x89PNG"));
    desk.assert_sees("已存为");
}

#[test]
fn it_is_printed_on_request() {
    let mut desk = sample();
    desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    let before = desk.shown().preview.sizes.len();
    desk.click_and_wait("得分与扣分图");
    assert_eq!(desk.shown().preview.sizes.len(), before + 1);
}

/// At 200 % the table has no column for reasons: they are typed beside it.
#[test]
fn a_loss_leads_to_its_reason_in_a_small_window_too() {
    let mut desk = Desk::with(DOUBLED, Settings::default());
    desk.click("监控租用项目：按规则计分");
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.reach("服务对象满意度 −0.40");
    desk.click("服务对象满意度 −0.40");
    assert!(desk.is_in("服务对象满意度 扣分原因及改进措施"), "{:?}", desk.fields());
}

#[test]
fn the_section_of_the_rows_in_sight_stays_below_the_head() {
    const BACK: &str = "回到“项目管理”开头";
    let mut desk = sample();
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.press(Key::Home);
    desk.assert_not(BACK);
    desk.press(Key::End);
    desk.scrolled();
    let band = desk.clickable(BACK).rect();
    let head = desk.label_rect("分值");
    assert!((0.0..12.0).contains(&(band.top() - head.bottom())), "{band:?} below {head:?}");
    desk.clickable(BACK).click();
    desk.settle();
    assert_eq!(desk.selected_name(), "到位率");
}
