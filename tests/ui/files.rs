//! Saving, opening, and getting back what a crash would have taken.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};
use jiping::app::Outcome;
use std::fs;

fn some_work(desk: &mut Desk) {
    desk.click("项目与资金");
    desk.enter_field("项目名称");
    desk.pastes("城区道路维修");
    desk.fill("年度", "2024");
    desk.fill("财政资金 全年预算数", "120.50");
    desk.press(Key::Tab);
    desk.types("120.50");
    desk.click("评分");
    desk.option(Key::Num1);
    desk.enter_field("目标内容 扣分原因及改进措施");
    desk.pastes("目标没有量化；下年补充。");
    desk.walk_to("社会效益");
    desk.option(Key::Num1);
    desk.types("7.5");
    desk.press(Key::Enter);
}

#[test]
fn what_was_saved_is_what_opens() {
    let mut desk = Desk::scoring();
    some_work(&mut desk);
    let path = desk.path("道路");
    desk.picks(&path);
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    desk.assert_sees("已保存");
    assert!(!desk.document().is_dirty());
    let path = desk.document().path().unwrap().to_path_buf();
    assert_eq!(path.extension().unwrap(), "jiping", "the extension is put where it was left out");
    let before = desk.document().evaluation().clone();
    let card = desk.document().card().clone();

    let mut desk = desk.open_afresh(&path);
    assert_eq!(desk.document().evaluation(), &before);
    assert_eq!(desk.document().card(), &card);
    assert!(!desk.document().is_dirty());
    desk.assert_sees("城区道路维修（2024年度）");
    assert!(desk.document().undo_label().is_none());
    desk.option(Key::Num1);
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    assert!(!desk.document().is_dirty(), "a file that has a place is saved without a question");
}

#[test]
fn save_as_leaves_the_first_file_alone() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    let first = desk.save_as("一.jiping");
    let bytes = fs::read(&first).unwrap();
    desk.option(Key::Num2);
    let second = desk.save_as("二.jiping");
    assert_eq!(fs::read(&first).unwrap(), bytes);
    assert_eq!(desk.document().path(), Some(&*second));
    let desk = desk.open_afresh(&first);
    assert_eq!(desk.score("目标内容").as_deref(), Some("1"));
}

#[test]
fn where_there_is_no_dialog_the_path_is_typed() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.answers(Outcome::Unavailable);
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    assert_eq!(desk.asks(), Some("path"));
    assert!(desk.text_in("文件路径").ends_with("项目支出绩效评价评分表.jiping"), "a name is proposed");
    let path = desk.path("手填.jiping");
    desk.chord(Modifiers::COMMAND, Key::A);
    desk.pastes(&path.display().to_string());
    assert_eq!(desk.text_in("文件路径"), path.display().to_string());
    desk.press(Key::Enter);
    desk.settle();
    assert!(path.exists(), "{}", desk.everything());
    assert!(desk.asks().is_none());

    desk.answers(Outcome::Unavailable);
    desk.chord_and_wait(Modifiers::COMMAND, Key::O);
    desk.pastes(&format!("\"{}\"", path.display()));
    desk.click_and_wait("确定");
    assert_eq!(desk.document().path(), Some(&*path));
    assert_eq!(desk.score("目标内容").as_deref(), Some("1"));
}

#[test]
fn a_save_that_fails_keeps_the_edits_and_offers_another_place() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    let gone = desk.save_as("没有这个文件夹/评价.jiping");
    assert_eq!(desk.asks(), Some("save-failed"));
    desk.assert_sees("没有这个文件夹");
    desk.assert_sees("您的修改仍在窗口中");
    assert!(!gone.exists());
    assert!(desk.document().is_dirty());
    let elsewhere = desk.path("评价.jiping");
    desk.picks(&elsewhere);
    desk.click_and_wait("存到别处…");
    assert!(elsewhere.exists());
    assert!(!desk.document().is_dirty());
    assert_eq!(desk.score("目标内容").as_deref(), Some("1"));
}

#[test]
fn a_file_that_was_moved_away_is_asked_about() {
    let mut desk = Desk::scoring();
    let path = desk.save_as("评价.jiping");
    let moved = desk.path("换了地方.jiping");
    fs::rename(&path, &moved).unwrap();
    desk.option(Key::Num1);
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    assert_eq!(desk.asks(), Some("moved-away"));
    assert!(!path.exists() && desk.document().is_dirty());
    // It is followed to where it is now.
    desk.picks(&moved);
    desk.click_and_wait("存到别处…");
    assert_eq!(desk.document().path(), Some(&*moved));
    assert!(!path.exists() && !desk.document().is_dirty());

    fs::remove_file(&moved).unwrap();
    desk.option(Key::Num2);
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    desk.click_and_wait("存回原处");
    assert!(moved.exists() && !desk.document().is_dirty());
}

#[test]
fn a_file_that_somebody_else_changed_is_asked_about() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    let path = desk.save_as("评价.jiping");
    let other = desk.save_as("别人.jiping");
    desk.option(Key::Num2);
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    // Back to the first file, which somebody then replaces.
    desk.picks(&path);
    desk.chord_and_wait(Modifiers::COMMAND, Key::O);
    fs::copy(&other, &path).unwrap();
    desk.option(Key::Num3);
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    assert_eq!(desk.asks(), Some("changed-on-disk"), "{}", desk.everything());
    assert_eq!(fs::read(&path).unwrap(), fs::read(&other).unwrap(), "nothing was overwritten");
    desk.click_and_wait("仍然覆盖");
    assert!(!desk.document().is_dirty());
    assert_ne!(fs::read(&path).unwrap(), fs::read(&other).unwrap());
}

#[test]
fn a_broken_file_is_told_and_what_is_open_stays() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.save_as("评价.jiping");
    let broken = desk.a_file("坏.jiping", b"this is not an archive");
    desk.picks(&broken);
    desk.chord_and_wait(Modifiers::COMMAND, Key::O);
    desk.assert_sees("坏.jiping");
    desk.click("知道了");
    assert_eq!(desk.score("目标内容").as_deref(), Some("1"));
}

#[test]
fn a_template_with_a_fault_is_told_by_line_and_column() {
    let mut desk = Desk::new();
    let broken = desk.a_file("模板.ron", b"(\n  format: 1,\n  titel: \"x\",\n)");
    desk.picks(&broken);
    desk.click_and_wait("用自己的模板");
    desk.assert_sees("模板.ron");
    desk.assert_sees("第 3 行");
    desk.press(Key::Escape);
    assert!(desk.asks().is_none());
}

#[test]
fn recent_files_open_with_a_click_and_missing_ones_say_so() {
    let mut desk = Desk::scoring();
    some_work(&mut desk);
    let path = desk.save_as("道路.jiping");
    desk.menu("文件", "关闭评价文件");
    desk.assert_sees("城区道路维修（2024年度）");
    desk.click_and_wait("城区道路维修（2024年度）");
    assert_eq!(desk.document().path(), Some(&*path));
    fs::remove_file(&path).unwrap();
    desk.menu("文件", "关闭评价文件");
    desk.assert_sees("文件已不在原处");
}

#[test]
fn edits_survive_a_crash() {
    let mut desk = Desk::scoring();
    some_work(&mut desk);
    desk.walk_to("资金使用");
    desk.option(Key::Num1);
    desk.types("5");
    desk.press(Key::Enter);
    let before = desk.document().evaluation().clone();
    let mut desk = desk.crash_and_start_again();
    desk.assert_sees("上次没有正常退出");
    desk.assert_sees("城区道路维修");
    desk.click_and_wait("恢复");
    assert_eq!(desk.document().evaluation(), &before);
    assert!(desk.document().is_dirty(), "it is in no file yet");
    desk.assert_sees("处修改，请保存");
    desk.save_as("恢复的.jiping");
    desk.menu("文件", "关闭评价文件");
    desk.assert_not("上次没有正常退出");
}

#[test]
fn edits_after_the_last_save_survive_a_crash() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    let path = desk.save_as("评价.jiping");
    desk.option(Key::Num2);
    desk.option(Key::Num3);
    let desk = desk.crash_and_start_again();
    assert_eq!(desk.app().shared.leftovers.len(), 1);
    assert_eq!(desk.app().shared.leftovers[0].edits, 2, "what the file has is not counted");
    let mut desk = desk;
    desk.click_and_wait("恢复");
    assert_eq!(desk.score("目标内容").as_deref(), Some("3"));
    assert_eq!(desk.document().path(), Some(&*path));
    let mut desk = desk.crash_and_start_again();
    assert_eq!(desk.app().shared.leftovers.len(), 1, "a second crash takes nothing either");
    desk.click("放弃这些修改");
    desk.assert_sees("放弃后不能再恢复。");
    desk.click("放弃这些修改");
    desk.assert_not("上次没有正常退出");
    let desk = desk.crash_and_start_again();
    assert!(desk.app().shared.leftovers.is_empty());
}

#[test]
fn a_session_that_was_closed_leaves_nothing_behind() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.save_as("评价.jiping");
    desk.close_window();
    let desk = desk.crash_and_start_again();
    assert!(desk.app().shared.leftovers.is_empty());
}

/// Saved on the way out: it is among the recent files, and the start view says that it was saved.
#[test]
fn what_is_saved_on_the_way_out_is_among_the_recent_files() {
    let mut desk = Desk::scoring();
    some_work(&mut desk);
    let path = desk.path("评价.jiping");
    desk.picks(&path);
    desk.menu("文件", "关闭评价文件");
    desk.click_and_wait("保存");
    assert!(desk.app().workspace.evaluation().is_none());
    let recent = desk.app().shared.recent.files();
    assert_eq!(recent.iter().map(|file| &file.path).collect::<Vec<_>>(), [&path]);
    desk.assert_sees("已保存");
}

/// 另存为 is no new year: what came along is said.
#[test]
fn saving_under_another_name_says_that_the_scores_came_along() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.save_as("2024.jiping");
    desk.assert_not("一并带入");
    desk.save_as("2025.jiping");
    desk.assert_sees("得分和佐证一并带入");
    desk.assert_sees("用去年的新建");
}

/// Whoever finds a file open learns who has it only where that was chosen.
#[test]
fn the_account_is_told_by_choice_alone() {
    let mut desk = Desk::scoring();
    let file = desk.save_as("甲.jiping");
    let lock = file.with_file_name(".甲.jiping.lock");
    let held = fs::read_to_string(&lock).unwrap();
    assert!(held.contains(r#"who:"""#), "{held}");
    desk.menu("视图", "打开文件时留下账号名");
    assert!(desk.app().shared.settings.names_account);
    desk.assert_sees("别人会看到是谁打开的");
    desk.menu("视图", "打开文件时留下账号名");
    assert!(!desk.app().shared.settings.names_account);
}
