//! An evaluation by another version of its template.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};
use jiping::template::{Template, shipped_by_id, write};
use std::fs;
use std::path::PathBuf;

/// The shipped table as an earlier version.
fn earlier() -> Template {
    let mut template = shipped_by_id("decision-management-performance").unwrap();
    template.version = "0.9".into();
    template
}

/// An evaluation by the earlier version, saved.
fn saved() -> (Desk, PathBuf) {
    let desk = Desk::new();
    let changed = write(&earlier()).unwrap().replace("name: \"组织机构\"", "name: \"机构设置\"");
    let template = desk.a_file("earlier.ron", changed.as_bytes());
    let mut desk = desk.open_afresh(&template);
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.walk_to("目标内容");
    desk.option(Key::Num1);
    desk.walk_to("机构设置");
    desk.option(Key::Num1);
    let file = desk.save_as("旧版.jiping");
    (desk, file)
}

#[test]
fn a_newer_version_is_used_and_the_old_file_stays() {
    let (mut desk, file) = saved();
    let before = fs::read(&file).unwrap();
    let score = desk.score("目标内容");
    desk.menu("文件", "换用新版模板");
    desk.assert_sees("现用：项目支出绩效评价评分表（0.9 版）");
    desk.assert_sees("同一模板");
    desk.click_and_wait("确定");
    desk.assert_sees("请确认 1 项");
    desk.assert_sees("原名“机构设置”");
    desk.click_and_wait("换用");
    let document = desk.document();
    assert_ne!(&*document.evaluation().template.version, "0.9");
    assert_eq!((document.path(), document.is_dirty()), (None, true), "a new one that is not saved");
    assert_eq!(desk.score("目标内容"), score);
    let entry = document.evaluation().items.values().find(|entry| entry.remark.contains("机构设置"));
    assert!(entry.is_some(), "what is to be confirmed says so");
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn unsaved_changes_are_asked_about_before_the_old_one_is_left() {
    let (mut desk, _) = saved();
    desk.walk_to("决策依据");
    desk.option(Key::Num1);
    desk.menu("文件", "换用新版模板");
    desk.click_and_wait("确定");
    desk.click_and_wait("换用");
    desk.assert_sees("不保存");
    desk.click_and_wait("不保存");
    assert_eq!(desk.document().path(), None);
    assert!(desk.score("决策依据").is_some(), "the new one has them");
}

#[test]
fn opening_a_file_of_another_version_says_so_quietly() {
    let (desk, file) = saved();
    let desk = desk.open_afresh(&file);
    desk.assert_sees("本评价用的是模板 0.9 版");
    assert!(desk.asks().is_none(), "nothing is asked, nothing happens");
    assert_eq!(&*desk.document().evaluation().template.version, "0.9");
}
