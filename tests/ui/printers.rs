//! Paper from a printer: CUPS played by scripts.

use crate::cancelling::{cancel, sample};
use crate::desk::Desk;
use crate::played_printer::with_a_printer;
use eframe::egui::{Key, Modifiers};
use jiping::print::Cups;
use std::fs;
use std::path::PathBuf;

const PAGES: &str = "页码（例如 1-3,5；空着打印全部）";

/// A sample whose paper is on its way, at the question for the printer; and the file that tells of what it was given.
fn asked_for_a_printer() -> (Desk, PathBuf) {
    let mut desk = sample();
    let printed = with_a_printer(&mut desk);
    desk.click_and_wait("打印评分表");
    desk.click_and_wait("打印到打印机…");
    (desk, printed)
}

#[test]
fn sending_to_a_printer() {
    let (mut desk, printed) = asked_for_a_printer();
    assert_eq!(desk.asks(), Some("printers"));
    desk.hold_jobs();
    desk.click("打印");
    cancel(&mut desk, "正在送打印…");
    assert!(!printed.exists(), "nothing was sent");
}

#[test]
fn what_is_sent_is_the_paper() {
    let (mut desk, printed) = asked_for_a_printer();
    desk.click_and_wait("打印");
    desk.assert_sees("Office-7");
    assert!(fs::read(printed).unwrap().starts_with(b"%PDF"));
}

#[test]
fn pages_copies_and_sides_reach_the_printer() {
    let (mut desk, printed) = asked_for_a_printer();
    desk.click("双面长边");
    desk.fill(PAGES, "2");
    desk.click_and_wait("打印");
    desk.assert_sees("Office-7");
    let told = fs::read_to_string(desk.path("told")).unwrap();
    assert!(told.contains("sides=two-sided-long-edge"), "{told}");
    let pdf = fs::read(printed).unwrap();
    assert!(String::from_utf8_lossy(&pdf).contains("<xmpTPg:NPages>1<"), "one page of them");
}

#[test]
fn a_page_that_is_not_there_is_named() {
    let (mut desk, printed) = asked_for_a_printer();
    desk.fill(PAGES, "1-99");
    desk.click_and_wait("打印");
    desk.assert_sees("没有第 99 页");
    assert!(!printed.exists(), "nothing was sent");
}

/// Where a question follows another, the focus is at the answer of the new one, not where it was in the old.
#[test]
fn the_question_for_the_printer_is_answered_by_enter() {
    let mut desk = Desk::new();
    desk.click_and_wait("项目支出绩效评价评分表");
    let printed = with_a_printer(&mut desk);
    desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    desk.click_and_wait("打印到打印机…");
    assert_eq!(desk.asks(), Some("print-anyway"));
    desk.press(Key::Tab);
    desk.chord_and_wait(Modifiers::NONE, Key::Enter);
    assert_eq!(desk.asks(), Some("printers"));
    assert!(desk.is_focused("打印"), "{}", desk.everything());
    desk.chord_and_wait(Modifiers::NONE, Key::Enter);
    desk.assert_sees("Office-7");
    assert!(printed.exists());
}

/// A printer may be plugged in later: it is looked for again on request.
#[test]
fn where_nothing_can_be_printed_there_is_no_button() {
    let mut desk = sample();
    let none = desk.path("no-such-program");
    desk.prints_by(Cups { lp: none.clone(), lpstat: none });
    desk.click_and_wait("打印评分表");
    desk.assert_not("打印到打印机…");
    desk.assert_sees("这台电脑上没有安装打印程序");
    with_a_printer(&mut desk);
    desk.click_and_wait("重新查找打印机");
    desk.assert_sees("打印到打印机…");
    desk.assert_not("重新查找打印机");
}
