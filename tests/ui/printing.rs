//! The print view: pages of the very PDF, and the way to a file.

use crate::desk::Desk;
use eframe::egui::{self, Key, Modifiers};
use jiping::app::Outcome;
use std::fs;

fn sample() -> Desk {
    let mut desk = Desk::new();
    desk.click("监控租用项目：照录报告的 100 分");
    desk.click_and_wait("打印评分表");
    desk
}

#[test]
fn the_pages_are_shown_and_follow_what_is_chosen() {
    let mut desk = sample();
    desk.assert_not("正在排版");
    let pages = desk.shown().preview.sizes.len();
    assert!(pages >= 1);
    desk.assert_sees(&format!("第 1 页，共 {pages} 页"));
    desk.click_and_wait("扣分明细表");
    let fewer = desk.shown().preview.sizes.len();
    assert!(fewer < pages, "{fewer} pages without the sheet of deductions, {pages} with it");
    desk.assert_sees(&format!("第 1 页，共 {fewer} 页"));
}

#[test]
fn the_preview_follows_an_edit() {
    let mut desk = sample();
    let before = desk.shown().preview.shows.clone();
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.option(Key::Num1);
    desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    assert!(desk.shown().preview.shows != before);
    desk.assert_sees("有未保存的修改，表上没有文件校验码。");
}

#[test]
fn the_pdf_goes_to_the_place_that_was_chosen() {
    let mut desk = sample();
    let path = desk.path("评分表");
    desk.picks(&path);
    desk.click_and_wait("存为 PDF…");
    let path = desk.path("评分表.pdf");
    assert!(fs::read(&path).unwrap().starts_with(b"%PDF"));
    desk.assert_sees("已存为");
    desk.answers(Outcome::Picked(vec![desk.path("没有/评分表.pdf")]));
    desk.click_and_wait("存为 PDF…");
    assert!(desk.asks().is_some(), "a folder that is not there is told");
}

#[test]
fn the_pdf_opens_in_the_systems_viewer() {
    let mut desk = sample();
    desk.click_and_wait("用系统程序打开 PDF");
    let opened = desk.opened_outside();
    assert_eq!(opened.len(), 1);
    assert!(fs::read(&opened[0]).unwrap().starts_with(b"%PDF"));
}

#[test]
fn where_no_program_opens_it_the_place_of_the_file_is_said_and_can_be_copied() {
    let mut desk = sample();
    desk.opens_nothing();
    desk.click_and_wait("用系统程序打开 PDF");
    assert_eq!(desk.asks(), Some("not-opened"));
    desk.assert_sees("exit status: 3");
    let path = desk.path("data/print/jiping.pdf");
    desk.assert_sees(&format!("文件在：{}", path.display()));
    desk.clickable("复制路径").click();
    let copies = |command: &egui::OutputCommand| matches!(command, egui::OutputCommand::CopyText(text) if *text == path.display().to_string());
    // The press and the release come in frames of their own.
    let mut is_copied = false;
    for _ in 0..4 {
        desk.window.step();
        is_copied |= desk.window.output().platform_output.commands.iter().any(copies);
    }
    assert!(is_copied, "on the clipboard");
    desk.settle();
    assert!(desk.asks().is_none());
    desk.assert_sees("路径已复制");
}

#[test]
fn an_open_evaluation_prints_as_provisional() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    desk.assert_sees("还有指标未评，表上会标明“暂定”。");
    assert!(!desk.shown().preview.pictures.is_empty());
}

/// 整改措施 is typed beside the reason, kept as one step each, and stands on the list of problems.
#[test]
fn a_remedy_is_typed_beside_the_reason_and_printed() {
    let mut desk = Desk::scoring();
    desk.walk_to("服务对象满意度");
    desk.fill("服务对象满意度 满意率", "90");
    desk.click("扣分原因及改进措施");
    for (field, text) in [
        ("整改措施", "公布有效问卷份数"),
        ("整改期限", "2021年6月"),
        ("责任人", "综合科"),
        ("整改状态", "整改中"),
    ] {
        desk.fill(&format!("服务对象满意度 {field}"), text);
    }
    let remedy = &desk.document().evaluation().item("satisfaction").unwrap().remedy;
    assert_eq!((remedy.measure.as_str(), remedy.status.as_str()), ("公布有效问卷份数", "整改中"));
    desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    let before = desk.shown().preview.sizes.len();
    desk.click_and_wait("问题清单及整改措施");
    assert_eq!(desk.shown().preview.sizes.len(), before + 1);
    desk.click_and_wait("把问题清单及整改措施提前");
    let papers: Vec<&str> = desk.shown().preview.sheets.iter().map(|paper| paper.id()).collect();
    assert_eq!(papers, ["scores", "problems", "deductions"]);
    desk.assert_sees("印前");
    desk.assert_sees("有错误，印前先问");
}
