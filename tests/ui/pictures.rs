//! What the views look like. A picture that changed on purpose: `UPDATE_SNAPSHOTS=1`, and look at it.

use crate::desk::Desk;
use crate::played_printer::with_a_printer;
use eframe::egui::{Key, Modifiers, Vec2};
use jiping::app::Settings;

/// Large enough to show a view as it is, small enough for the repository.
const SMALL: Vec2 = Vec2::new(1100.0, 620.0);

fn sample() -> Desk {
    let mut desk = Desk::with(SMALL, Settings::default());
    desk.click("监控租用项目：照录报告的 100 分");
    desk
}

#[test]
fn start() {
    Desk::with(SMALL, Settings::default()).window.snapshot("start");
}

#[test]
fn scores() {
    let mut desk = sample();
    desk.walk_to("服务对象满意度");
    desk.window.snapshot("scores");
}

#[test]
fn project() {
    let mut desk = sample();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.window.snapshot("project");
}

#[test]
fn print() {
    let mut desk = sample();
    with_a_printer(&mut desk);
    desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    desk.window.snapshot("print");
}
