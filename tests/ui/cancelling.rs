//! Long work: it is shown with its name while it runs, 取消 stops it, and then nothing has changed.

use crate::desk::Desk;
use crate::played_printer::with_a_printer;
use crate::printed_table;
use eframe::egui::{Key, Modifiers};
use jiping::app::Outcome;
use jiping::template::{shipped_by_id, write};
use std::fs;
use std::path::Path;

/// What is under way is cancelled, and has ended then.
#[track_caller]
pub(crate) fn cancel(desk: &mut Desk, label: &str) {
    desk.assert_sees(label);
    desk.click("取消");
    desk.assert_sees("正在取消…");
    desk.assert_not(label);
    desk.settle();
    desk.assert_not("正在取消…");
    desk.assert_sees("已取消");
    assert!(desk.asks().is_none(), "{}", desk.everything());
}

pub(crate) fn sample() -> Desk {
    let mut desk = Desk::new();
    desk.click("监控租用项目：照录报告的 100 分");
    desk
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn opening() {
    let mut desk = Desk::scoring();
    let file = desk.save_as("评价.jiping");
    desk.menu("文件", "关闭评价文件");
    desk.hold_jobs();
    desk.picks(&file);
    desk.chord(Modifiers::COMMAND, Key::O);
    desk.finish_job();
    cancel(&mut desk, "正在打开…");
    assert!(desk.app().workspace.evaluation().is_none());
}

#[test]
fn saving() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    let file = desk.save_as("评价.jiping");
    let before = fs::read(&file).unwrap();
    desk.option(Key::Num2);
    desk.hold_jobs();
    desk.chord(Modifiers::COMMAND, Key::S);
    cancel(&mut desk, "正在保存…");
    assert_eq!(fs::read(&file).unwrap(), before);
    assert!(desk.document().is_dirty());
}

#[test]
fn adding_evidence() {
    let mut desk = Desk::scoring();
    let files = vec![desk.a_file("一.pdf", b"1"), desk.a_file("二.pdf", b"2")];
    desk.hold_jobs();
    desk.answers(Outcome::Picked(files));
    desk.chord(Modifiers::COMMAND, Key::E);
    desk.finish_job();
    cancel(&mut desk, "正在添加佐证…");
    assert!(desk.document().evaluation().evidence.is_empty());
}

#[test]
fn taking_evidence_out() {
    let mut desk = Desk::scoring();
    let file = desk.a_file("合同.pdf", b"contract");
    desk.drop_files(&[&file]);
    desk.hold_jobs();
    desk.click("合同.pdf");
    cancel(&mut desk, "正在取出佐证…");
    assert!(desk.opened_outside().is_empty());
}

/// A table was picked, and waits to be read.
fn begun_reading_a_table() -> Desk {
    let mut desk = Desk::new();
    desk.hold_jobs();
    let file = desk.a_file("评分表.xlsx", &printed_table::bytes());
    desk.picks(&file);
    desk.click("从 Excel 评分表生成模板…");
    desk.finish_job();
    desk
}

#[test]
fn reading_a_table() {
    let mut desk = begun_reading_a_table();
    cancel(&mut desk, "正在读取评分表");
    assert!(desk.app().workspace.import().is_none());
}

#[test]
fn making_a_template_of_it() {
    let mut desk = begun_reading_a_table();
    desk.finish_job();
    cancel(&mut desk, "正在生成模板…");
    assert!(desk.app().workspace.import().unwrap().draft.made().is_none());
    desk.click_and_wait("重新生成");
    assert!(desk.app().workspace.import().unwrap().draft.made().is_some());
}

#[test]
fn reading_a_template() {
    let mut desk = Desk::new();
    let template = write(&shipped_by_id("decision-management-performance").unwrap()).unwrap();
    let file = desk.a_file("模板.ron", template.as_bytes());
    desk.hold_jobs();
    desk.picks(&file);
    desk.click("用自己的模板");
    desk.finish_job();
    cancel(&mut desk, "正在读取模板…");
    assert!(desk.app().workspace.evaluation().is_none());
}

#[test]
fn reading_the_answers_of_a_survey() {
    let desk = Desk::new();
    let file = desk.a_file("cameras.ron", crate::ledger::TEMPLATE.as_bytes());
    let mut desk = desk.open_afresh(&file);
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.walk_to("满意度");
    desk.hold_jobs();
    let answers = desk.a_file("answers.csv", "编号,是否满意\n1,满意\n".as_bytes());
    desk.picks(&answers);
    desk.click("导入问卷答案…");
    desk.finish_job();
    cancel(&mut desk, "正在读取问卷结果…");
    assert_eq!(desk.score("满意度"), None);
}

#[test]
fn comparing_templates() {
    let mut desk = Desk::scoring();
    desk.menu("文件", "换用新版模板");
    desk.hold_jobs();
    desk.click("确定");
    cancel(&mut desk, "正在比较两个模板…");
}

#[test]
fn laying_out() {
    let mut desk = sample();
    desk.hold_jobs();
    desk.click("打印评分表");
    cancel(&mut desk, "正在排版…");
    assert!(desk.shown().preview.sizes.is_empty());
    desk.assert_sees("已取消排版。");
    desk.click_and_wait("重新排版");
    assert!(!desk.shown().preview.sizes.is_empty());
}

/// What was chosen meanwhile makes the older layout pointless: it is not finished, and only the newer one is shown.
#[test]
fn a_newer_choice_takes_the_place_of_a_layout_under_way() {
    let mut desk = sample();
    desk.hold_jobs();
    desk.click("打印评分表");
    desk.click("扣分明细表");
    desk.assert_sees("正在取消…");
    desk.finish_job();
    assert!(desk.shown().preview.sizes.is_empty(), "the older one came to nothing");
    desk.settle();
    assert!(!desk.shown().preview.sizes.is_empty());
    assert_eq!(desk.shown().preview.shows.as_ref().unwrap().sheets.len(), 1);
}

#[test]
fn saving_a_pdf() {
    let mut desk = sample();
    desk.click_and_wait("打印评分表");
    let folder = desk.path("纸");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("评分表.pdf");
    fs::write(&path, "another").unwrap();
    desk.hold_jobs();
    desk.picks(&path);
    desk.click("存为 PDF…");
    desk.finish_job();
    cancel(&mut desk, "正在生成 PDF…");
    assert_eq!(fs::read(&path).unwrap(), b"another", "what was there is whole");
    assert_eq!(names_in(&folder), ["评分表.pdf"], "nothing is left beside it");
}

#[test]
fn opening_a_pdf() {
    let mut desk = sample();
    desk.click_and_wait("打印评分表");
    desk.hold_jobs();
    desk.click("用系统程序打开 PDF");
    cancel(&mut desk, "正在生成 PDF…");
    assert!(desk.opened_outside().is_empty());
}

#[test]
fn looking_for_printers() {
    let mut desk = sample();
    with_a_printer(&mut desk);
    desk.click_and_wait("打印评分表");
    desk.hold_jobs();
    desk.click("打印到打印机…");
    cancel(&mut desk, "正在查找打印机…");
}

#[test]
fn reading_a_folder() {
    let mut desk = Desk::new();
    desk.hold_jobs();
    let folder = desk.folder.path().to_path_buf();
    desk.picks(&folder);
    desk.click("汇总…");
    desk.finish_job();
    cancel(&mut desk, "正在读取文件夹…");
}

#[test]
fn reading_a_template_to_edit_it() {
    let mut desk = Desk::new();
    let template = write(&shipped_by_id("decision-management-performance").unwrap()).unwrap();
    let file = desk.a_file("模板.ron", template.as_bytes());
    desk.hold_jobs();
    desk.picks(&file);
    desk.click("编辑模板文件…");
    desk.finish_job();
    cancel(&mut desk, "正在读取模板…");
    assert!(desk.app().workspace.evaluation().is_none());
}

#[test]
fn drawing_the_picture() {
    let mut desk = sample();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.hold_jobs();
    let path = desk.path("图.png");
    desk.picks(&path);
    desk.click("存为图片…");
    desk.finish_job();
    cancel(&mut desk, "正在画图…");
    assert!(!path.exists());
}

#[test]
fn reading_last_years_file() {
    let mut desk = Desk::scoring();
    let file = desk.save_as("去年.jiping");
    desk.menu("文件", "关闭评价文件");
    desk.hold_jobs();
    desk.picks(&file);
    desk.click("用去年的新建…");
    desk.finish_job();
    cancel(&mut desk, "正在打开…");
    assert!(desk.app().workspace.evaluation().is_none());
}

#[test]
fn restoring_after_a_crash() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.app().flush_recovery().unwrap();
    let mut desk = desk.crash_and_start_again();
    desk.hold_jobs();
    desk.click("恢复");
    desk.click("恢复");
    assert_eq!(desk.app().shared.jobs.count(), 1, "a second click is no second wish");
    cancel(&mut desk, "正在恢复…");
    assert!(desk.app().workspace.evaluation().is_none());
    assert_eq!(desk.app().shared.leftovers.len(), 1, "it is offered again");
    desk.click_and_wait("恢复");
    assert!(desk.app().workspace.evaluation().is_some());
}

/// The window waits for work on its way out, and says for what; when that is cancelled it goes.
#[test]
fn the_way_out_names_what_it_waits_for() {
    let mut desk = sample();
    desk.click_and_wait("打印评分表");
    desk.hold_jobs();
    desk.picks(&desk.path("评分表.pdf"));
    desk.click("存为 PDF…");
    desk.finish_job();
    desk.chord(Modifiers::COMMAND, Key::W);
    assert!(desk.app().workspace.evaluation().is_some());
    desk.assert_sees("正在生成 PDF…");
    desk.click("取消");
    desk.settle();
    assert!(desk.app().workspace.evaluation().is_none());
    assert!(!desk.path("评分表.pdf").exists());
}

#[test]
fn of_several_each_can_be_cancelled() {
    let mut desk = sample();
    with_a_printer(&mut desk);
    desk.click_and_wait("打印评分表");
    desk.hold_jobs();
    desk.click("用系统程序打开 PDF");
    desk.click("打印到打印机…");
    desk.assert_sees("正在查找打印机… · 另有 1 项");
    desk.click("取消");
    desk.assert_sees("正在生成 PDF… · 另有 1 项");
    desk.click("取消");
    desk.assert_sees("正在取消… · 另有 1 项");
    desk.settle();
    assert!(desk.asks().is_none() && desk.opened_outside().is_empty());
}
