//! The start view: a template or a sample is one click away.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};

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
