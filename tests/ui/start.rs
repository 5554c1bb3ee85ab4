//! The start view: a template or a sample is one click away.

use crate::desk::{DOUBLED, Desk};
use eframe::egui::{Key, Modifiers, vec2};
use jiping::app::Settings;
use jiping::help::Topic;

#[test]
fn a_new_evaluation_begins_with_a_click_on_its_template() {
    let mut desk = Desk::new();
    desk.assert_sees("还没有打开过评价文件");
    desk.click("项目支出绩效评价评分表");
    desk.assert_sees("年初预算数");
    desk.click("评分");
    assert_eq!(desk.document().card().items.len(), 21);
    assert_eq!(desk.row("目标内容"), "目标内容 未评 / 4");
    desk.assert_sees("合计（暂定，21 项未评）");
    assert!(!desk.document().is_dirty(), "nothing to lose yet");
}

#[test]
fn the_sample_by_its_own_rules() {
    let mut desk = Desk::new();
    desk.click("监控租用项目：按规则计分");
    assert!(desk.reads("99.60"), "{}", desk.everything());
    assert_eq!(desk.total(), "99.60");
    assert!(desk.reads("优"));
    desk.walk_to("服务对象满意度");
    assert_eq!(desk.row("服务对象满意度"), "服务对象满意度 7.60 / 8");
    assert!(!desk.document().is_dirty());
}

#[test]
fn the_sample_as_claimed_is_flagged() {
    let mut desk = Desk::new();
    desk.click("监控租用项目：照录报告的 100 分");
    assert!(desk.reads("100.00"), "{}", desk.everything());
    desk.walk_to("服务对象满意度");
    desk.assert_sees("规则计算 7.60，改为 8.00");
    desk.chord(Modifiers::COMMAND, Key::Num3);
    desk.assert_sees("人工改分，规则计算 7.60，改为 8.00");
}

#[test]
fn a_finding_leads_to_its_indicator() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.chord(Modifiers::COMMAND, Key::Num3);
    desk.click("目标内容 扣了 3.00 分，没有写扣分原因。");
    desk.click("去改： 目标内容");
    assert_eq!(desk.selected_name(), "目标内容");
    assert!(desk.is_in("目标内容 扣分原因"), "the cursor stands where the reason is to be written");
}

#[test]
fn every_sample_is_one_click_away() {
    for sample in jiping::samples::SAMPLES {
        let mut desk = Desk::new();
        desk.click(&jiping::text::tr(jiping::text::Lang::Chinese, sample.title_key));
        assert_eq!(*desk.document().template.id, *sample.template, "{}", sample.id);
        assert!(!desk.document().is_dirty(), "{}", sample.id);
    }
}

fn first_start() -> Settings {
    Settings { first_steps: true, ..Settings::default() }
}

#[test]
fn the_first_steps_are_shown_until_they_are_sent_away() {
    let mut desk = Desk::with(vec2(1366.0, 700.0), first_start());
    desk.assert_sees("选一张评分模板");
    for main in [
        "打开评价文件… Ctrl+O",
        "从 Excel 评分表生成模板…",
        "项目支出绩效评价评分表",
        "监控租用项目：按规则计分",
    ] {
        assert!(desk.screen().contains_rect(desk.clickable(main).rect()), "{main} is in sight");
    }
    desk.click("怎样做 F1");
    assert_eq!(desk.app().help(), Some(Topic::FirstSteps));
    desk.press(Key::Escape);
    desk.click("知道了，不再显示");
    desk.assert_not("选一张评分模板");
    assert!(!desk.app().shared.settings.first_steps, "which is remembered");
    Desk::new().assert_not("选一张评分模板");
}

#[test]
fn the_first_steps_lead_to_a_sample() {
    let mut desk = Desk::with(DOUBLED, first_start());
    desk.click("打开示例看看");
    assert_eq!(desk.total(), "99.60");
}

#[test]
fn a_new_evaluation_is_begun_without_the_mouse() {
    let mut desk = Desk::new();
    desk.chord(Modifiers::COMMAND, Key::N);
    desk.assert_sees("请选一个评分模板");
    assert!(desk.is_focused("项目支出绩效评价评分表"));
    desk.press(Key::Enter);
    assert!(desk.is_in("项目名称"), "what is typed first is the name");
    desk.types("道路照明");
    assert_eq!(desk.document().evaluation().project.name, "道路照明");
}

#[test]
fn a_recent_card_shows_the_whole_name_and_the_date_in_its_own_place() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.fill("项目名称", "2024 年农村公路养护工程及其配套设施建设项目（第二批）");
    desk.save_as("年度");
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    let today = jiff::Zoned::now().strftime("%-m月%-d日").to_string();
    let (date, card) = (
        desk.label_rect(&today),
        desk.clickable("2024 年农村公路养护工程及其配套设施建设项目（第二批）").rect(),
    );
    assert!(
        (card.right() - 13.0 - date.right()).abs() < 2.0,
        "the date stands at the right: {date} in {card}"
    );
    assert!(card.height() > 90.0, "the name takes two lines: {card}");
    assert!(date.top() > card.center().y, "not beside the name, which stands above: {date} in {card}");
}

/// What is remembered of a file are its figures, not the words of the language in which it was saved.
#[test]
fn a_recent_card_speaks_the_language_of_the_window() {
    let mut desk = Desk::scoring();
    desk.save_as("道路");
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    desk.assert_sees("0.00 暂定");
    desk.menu("视图", "中文 / English");
    desk.assert_sees("0.00 provisional");
}

#[test]
fn the_evaluations_of_a_folder_are_listed_and_one_of_them_opens() {
    let mut desk = Desk::new();
    desk.click("监控租用项目：按规则计分");
    desk.save_as("甲.jiping");
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    desk.click("天网工程技术服务");
    let second = desk.save_as("乙.jiping");
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    desk.a_file("坏的.jiping", b"no evaluation");
    desk.a_file("别的.xlsx", b"no evaluation either");
    desk.picks(second.parent().unwrap());
    desk.click_and_wait("汇总…");
    assert_eq!(desk.asks(), Some("folder"));
    desk.assert_sees("共 3 份");
    desk.assert_sees("优 1");
    desk.assert_sees("不计分 1");
    desk.assert_sees("打不开 1");
    assert!(desk.reads("99.60"), "{}", desk.everything());
    desk.click_and_wait("报警监控租用与社会资源接入");
    assert_eq!(desk.total(), "99.60");
    assert!(desk.app().shared.settings.folder.is_some(), "it is remembered");
}
