//! No way out of the window loses unsaved work unasked.

use crate::desk::Desk;
use eframe::egui::{self, Key, Modifiers, RawInput, ViewportCommand, ViewportEvent, ViewportId};
use jiping::app::{App, Outcome, Scripted, Settings};
use jiping::file::Places;
use std::sync::Arc;

const QUESTION: &str = "有修改尚未保存";

/// With one change that no file has.
fn changed() -> Desk {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    assert!(desk.document().is_dirty());
    desk
}

#[test]
fn the_window_stays_while_it_asks() {
    let mut desk = changed();
    let said = desk.close_window();
    assert!(said.contains(&ViewportCommand::CancelClose), "{said:?}");
    assert!(!said.contains(&ViewportCommand::Close));
    desk.assert_sees(QUESTION);
    desk.click("取消");
    desk.assert_not(QUESTION);
    assert!(!desk.said_to_system().contains(&ViewportCommand::Close));
    assert_eq!(desk.score("目标内容").as_deref(), Some("1"));
    let said = desk.close_window();
    assert!(said.contains(&ViewportCommand::CancelClose), "and it asks again");
    desk.press(Key::Escape);
    desk.assert_not(QUESTION);
}

#[test]
fn asking_twice_shows_one_question() {
    let mut desk = changed();
    desk.close_window();
    let said = desk.close_window();
    assert!(said.contains(&ViewportCommand::CancelClose));
    desk.click("取消");
    assert!(desk.asks().is_none());
}

#[test]
fn without_saving() {
    let mut desk = changed();
    desk.close_window();
    assert!(desk.closes_on("不保存"));
    let said = desk.close_window();
    assert!(
        !said.contains(&ViewportCommand::CancelClose),
        "the close that the window asked for goes through"
    );
}

#[test]
fn saving_first() {
    let mut desk = changed();
    let path = desk.path("评价.jiping");
    desk.picks(&path);
    desk.close_window();
    assert!(desk.closes_on("保存"));
    assert!(path.exists());
    let reopened = desk.open_afresh(&path);
    assert_eq!(reopened.score("目标内容").as_deref(), Some("1"));
}

/// The question where to save was answered with 取消: nothing is closed, nothing is lost.
#[test]
fn saving_first_but_then_not() {
    let mut desk = changed();
    desk.answers(Outcome::Cancelled);
    desk.close_window();
    assert!(!desk.closes_on("保存"));
    assert_eq!(desk.score("目标内容").as_deref(), Some("1"));
    assert!(desk.document().is_dirty());
    // A later save is only a save.
    desk.save_as("评价.jiping");
    assert!(!desk.said_to_system().contains(&ViewportCommand::Close));
    assert!(desk.app().workspace.evaluation().is_some());
}

/// A save that fails on the way out keeps the window.
#[test]
fn saving_first_into_a_folder_that_is_gone() {
    let mut desk = changed();
    desk.picks(&desk.path("nowhere/评价.jiping"));
    desk.close_window();
    assert!(!desk.closes_on("保存"));
    desk.assert_sees("您的修改仍在窗口中");
    let elsewhere = desk.path("评价.jiping");
    desk.picks(&elsewhere);
    assert!(desk.closes_on("存到别处…"), "saved elsewhere, it goes on to close");
    assert!(elsewhere.exists());
}

#[test]
fn nothing_to_lose_nothing_to_ask() {
    let mut desk = Desk::scoring();
    let said = desk.close_window();
    assert!(!said.contains(&ViewportCommand::CancelClose), "{said:?}");
    let mut desk = Desk::new();
    assert!(!desk.close_window().contains(&ViewportCommand::CancelClose));
}

/// What is still being typed counts as a change.
#[test]
fn a_number_that_is_being_typed_is_asked_about() {
    let mut desk = Desk::scoring();
    desk.walk_to("产出数量");
    desk.enter_field("产出数量 产出数量率");
    desk.types("95");
    assert!(!desk.document().is_dirty());
    assert!(desk.close_window().contains(&ViewportCommand::CancelClose));
    desk.assert_sees(QUESTION);
    assert_eq!(desk.score("产出数量").as_deref(), Some("4.75"));
}

#[test]
fn every_other_way_out_asks_too() {
    type Way = (&'static str, fn(&mut Desk));
    let ways: [Way; 5] = [
        ("menu quit", |desk| desk.menu("文件", "退出")),
        ("Ctrl+Q", |desk| desk.chord_and_wait(Modifiers::COMMAND, Key::Q)),
        ("close file", |desk| desk.menu("文件", "关闭评价文件")),
        ("open another", |desk| {
            let other = desk.a_file("另一个.jiping", jiping::samples::SAMPLES[0].bytes);
            desk.picks(&other);
            desk.chord_and_wait(Modifiers::COMMAND, Key::O);
        }),
        ("new", |desk| desk.chord_and_wait(Modifiers::COMMAND, Key::N)),
    ];
    for (way, take) in ways {
        let mut desk = changed();
        take(&mut desk);
        assert_eq!(desk.asks(), Some("unsaved"), "{way}");
        desk.click("取消");
        assert_eq!(desk.score("目标内容").as_deref(), Some("1"), "{way}");
        take(&mut desk);
        assert_eq!(desk.asks(), Some("unsaved"), "{way}, again");
    }
    let mut desk = changed();
    let other = desk.a_file("另一个.jiping", jiping::samples::SAMPLES[0].bytes);
    desk.drop_files(&[&other]);
    assert_eq!(desk.asks(), Some("unsaved"), "a file dropped on the window");
    desk.click("不保存");
    desk.settle();
    assert_eq!(desk.total(), "99.60");
}

#[test]
fn giving_up_changes_goes_where_one_wanted() {
    let mut desk = changed();
    desk.menu("文件", "关闭评价文件");
    desk.click("不保存");
    assert!(desk.app().workspace.evaluation().is_none());
    desk.assert_sees("用评分模板新建");
    assert_eq!(desk.app().shared.leftovers.len(), 0);
    let desk = desk.crash_and_start_again();
    assert!(desk.app().shared.leftovers.is_empty(), "what was given up is not offered again");
}

/// A minimised window draws nothing: eframe runs `logic` alone.
#[test]
fn the_question_is_asked_while_the_window_is_hidden() {
    let desk = changed();
    let Desk { window, folder, .. } = desk;
    let mut app = window.into_state();
    let ctx = egui::Context::default();
    jiping::app::install(&ctx);
    let mut input = RawInput::default();
    input.viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    let mut output = ctx.run_ui(input, |ui| app.logic(ui.ctx()));
    output.textures_delta.clear();
    let said = &output.viewport_output[&ViewportId::ROOT].commands;
    assert!(said.contains(&ViewportCommand::CancelClose), "{said:?}");
    assert!(said.contains(&ViewportCommand::Minimized(false)) && said.contains(&ViewportCommand::Focus));
    assert_eq!(app.dialog().map(|dialog| dialog.name()), Some("unsaved"));
    drop((app, folder));
}

#[test]
fn a_hidden_window_without_changes_just_closes() {
    let folder = tempfile::tempdir().unwrap();
    let shell = Arc::new(Scripted::default());
    let mut app = App::new(shell, Places::at(folder.path()), Settings::default(), None);
    let ctx = egui::Context::default();
    let mut input = RawInput::default();
    input.viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    let mut output = ctx.run_ui(input, |ui| app.logic(ui.ctx()));
    output.textures_delta.clear();
    assert!(!output.viewport_output[&ViewportId::ROOT].commands.contains(&ViewportCommand::CancelClose));
}
