//! What a crash must not take: a template in the editor, an import, whatever was acknowledged as recorded.

use crate::desk::Desk;
use crate::printed_table;
use eframe::egui::{Key, Modifiers};
use jiping::file::Action;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

const TITLE: &str = "项目支出绩效评价评分表";
const CHILD: &str = "JIPING_TEST_EDIT_FOR_EVER";

fn copy() -> Desk {
    let mut desk = Desk::new();
    desk.settle();
    desk.click(&format!("复制后编辑 {TITLE}"));
    desk
}

fn title_of(desk: &Desk) -> String {
    desk.app().workspace.template().expect("the editor is not open").draft.title()
}

#[test]
fn two_quick_saves_of_a_template_are_two_saves() {
    let mut desk = copy();
    desk.fill("标题", "我局评分表");
    desk.chords_at_once(Modifiers::COMMAND, Key::S, 2);
    desk.settle();
    assert!(desk.asks().is_none(), "{}", desk.everything());
    assert!(!desk.app().workspace.template().unwrap().draft.is_dirty());
    // And of a file that was there before.
    desk.fill("版本", "2.0");
    desk.chords_at_once(Modifiers::COMMAND, Key::S, 3);
    desk.settle();
    assert!(desk.asks().is_none(), "{}", desk.everything());
}

#[test]
fn a_crash_in_the_template_editor_offers_the_work_back() {
    let mut desk = copy();
    desk.fill("标题", "我局评分表");
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    desk.fill("标题", "新的评分表");
    desk.app().flush_recovery().unwrap();
    let mut desk = desk.crash_and_start_again();
    desk.assert_sees("评分模板“新的评分表”有 1 处修改");
    desk.click_and_wait("恢复");
    assert_eq!(title_of(&desk), "新的评分表");
    // A second crash takes nothing either, and what is saved is no leftover.
    let mut desk = desk.crash_and_start_again();
    desk.click_and_wait("恢复");
    assert_eq!(title_of(&desk), "新的评分表");
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    assert!(desk.asks().is_none(), "the file is the one that it was: {}", desk.everything());
    let desk = desk.crash_and_start_again();
    assert!(desk.app().shared.leftovers.is_empty());
}

/// Not only the state comes back, but the way to it: each step can be taken back, and the record has no more of them than
/// where nothing crashed.
#[test]
fn a_crash_takes_no_step_of_the_history() {
    let work = |desk: &mut Desk| {
        desk.option(Key::Num1);
        desk.walk_to("社会效益");
        desk.types("7.5");
        desk.press(Key::Tab);
        desk.types("部分点位未覆盖");
        desk.press(Key::Escape);
        desk.chord(Modifiers::COMMAND, Key::Z);
        desk.chord(Modifiers::COMMAND, Key::Y);
    };
    let mut undisturbed = Desk::scoring();
    work(&mut undisturbed);
    let steps = |desk: &Desk| {
        let entries = desk.document().journal.entries.iter();
        entries.filter(|entry| !matches!(entry.action, Action::Restored { .. })).count()
    };
    let mut desk = Desk::scoring();
    work(&mut desk);
    let label = format!("{:?}", desk.document().undo_label());
    desk.app().flush_recovery().unwrap();
    let mut desk = desk.crash_and_start_again();
    assert!(desk.is_focused("恢复"), "the default answer");
    desk.press(Key::Enter);
    desk.settle();
    assert_eq!(steps(&desk), steps(&undisturbed));
    assert_eq!(format!("{:?}", desk.document().undo_label()), label);
    assert_eq!(desk.score("社会效益").as_deref(), Some("7.5"));
    for _ in 0..3 {
        desk.chord(Modifiers::COMMAND, Key::Z);
        undisturbed.chord(Modifiers::COMMAND, Key::Z);
        assert_eq!(desk.document().evaluation(), undisturbed.document().evaluation());
    }
    assert!(desk.document().undo_label().is_none(), "back where it began");
}

#[test]
fn a_template_that_was_closed_leaves_nothing_behind() {
    let mut desk = copy();
    desk.fill("标题", "不要了");
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    desk.click_and_wait("不保存");
    let desk = desk.crash_and_start_again();
    assert!(desk.app().shared.leftovers.is_empty());
}

fn read_table(desk: &mut Desk) {
    let file = desk.a_file("评分表.xlsx", &printed_table::bytes());
    desk.picks(&file);
    desk.click_and_wait("从 Excel 评分表生成模板…");
}

#[test]
fn a_crash_during_an_import_offers_the_work_back() {
    let mut desk = Desk::new();
    read_table(&mut desk);
    let open = desk.app().workspace.import().unwrap().draft.open().count();
    assert!(open > 1);
    desk.click("下一步");
    desk.click("全部确认");
    desk.app().flush_recovery().unwrap();
    let mut desk = desk.crash_and_start_again();
    desk.assert_sees("从评分表");
    desk.click_and_wait("恢复");
    let import = &desk.app().workspace.import().expect("the import is not shown").draft;
    assert_eq!(import.open().count(), 0, "what was confirmed is confirmed");
    assert_eq!(import.imported().unwrap().readings.len(), 21);
    // Opened in the editor it is a template that no file has: a crash does not take that either.
    desk.click("下一步");
    desk.click_and_wait("在模板编辑器中打开");
    let made = title_of(&desk);
    let mut desk = desk.crash_and_start_again();
    assert_eq!(desk.app().shared.leftovers.len(), 1);
    desk.click_and_wait("恢复");
    assert_eq!(title_of(&desk), made);
}

#[test]
fn new_asks_before_it_leaves_an_import() {
    let mut desk = Desk::new();
    read_table(&mut desk);
    desk.click("下一步");
    desk.click("全部确认");
    desk.chord_and_wait(Modifiers::COMMAND, Key::N);
    assert_eq!(desk.asks(), Some("leave-import"));
    desk.press(Key::Escape);
    assert!(desk.app().workspace.import().is_some());
}

/// Edits a template until it is killed. Each line that it prints acknowledges a change.
fn edit_for_ever(folder: &Path) {
    let mut desk = Desk::in_folder(folder);
    desk.settle();
    desk.click(&format!("复制后编辑 {TITLE}"));
    desk.enter_field("版本");
    for number in 0_u64.. {
        desk.chord(Modifiers::COMMAND, Key::A);
        desk.types(&number.to_string());
        desk.app().flush_recovery().unwrap();
        println!("recorded {number}");
    }
}

fn kill_while_editing(times: u32) {
    if let Some(folder) = std::env::var_os(CHILD) {
        return edit_for_ever(Path::new(&folder));
    }
    for round in 0..times {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "crashes::killed_while_editing", "--nocapture"])
            .env(CHILD, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let mut acknowledged = || lines.by_ref().find(|line| line.starts_with("recorded "));
        let mut last = None;
        for _ in 0..=round % 5 {
            last = acknowledged();
        }
        assert!(last.is_some(), "round {round}: the child does not record");
        // Some way further into the next change: how far is the scheduler's choice, and any is right.
        for _ in 0..u64::from(round) * 7_919 % 60_000 {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it had printed before it died counts too.
        while let Some(line) = acknowledged() {
            last = Some(line);
        }
        let last: u64 = last.unwrap().trim_start_matches("recorded ").parse().unwrap();
        let mut desk = Desk::in_folder(folder.path());
        assert_eq!(desk.app().shared.leftovers.len(), 1, "round {round}");
        desk.click_and_wait("恢复");
        let version = desk.app().workspace.template().unwrap().draft.template().version.to_string();
        // The digits of the next number may have been on their way, one by one.
        let (next, version) = ((last + 1).to_string(), version);
        assert!(
            version == last.to_string() || next.starts_with(&version),
            "round {round}: {last}, {version}"
        );
    }
}

#[test]
fn killed_while_editing() {
    kill_while_editing(3);
}

#[test]
#[ignore = "long: two hundred kills of the editor, some minutes"]
fn killed_while_editing_long() {
    kill_while_editing(200);
}

/// Records as they were first written (tests/golden).
#[test]
fn drafts_of_every_format_come_back() {
    for (record, title) in
        [("draft-2-template.ron", "我局评分表"), ("draft-2-import.ron", "项目支出绩效自评指标评分表")]
    {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("sessions/1-1-0");
        std::fs::create_dir_all(&session).unwrap();
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(record);
        std::fs::copy(golden, session.join("edits.ron")).unwrap();
        let mut desk = Desk::in_folder(folder.path());
        desk.assert_sees(title);
        desk.click_and_wait("恢复");
        match desk.app().workspace.import() {
            Some(import) => assert_eq!(import.draft.imported().unwrap().readings.len(), 21),
            None => assert_eq!(title_of(&desk), title),
        }
    }
}
