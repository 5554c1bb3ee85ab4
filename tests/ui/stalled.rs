//! A window that was busy gets in one frame what was typed and clicked meanwhile. It ends as one that was never busy.

use crate::desk::{Desk, key_event};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};

/// The key presses and letters of a text in which ⇥ is Tab and ⏎ Enter, as a keyboard sends them.
fn keys(text: &str) -> Vec<Event> {
    let press = |key| vec![key_event(key, true, Modifiers::NONE), key_event(key, false, Modifiers::NONE)];
    let typed = |c: char| match c {
        '⇥' => press(Key::Tab),
        '⏎' => press(Key::Enter),
        c => {
            let key = Key::from_name(&c.to_string()).map(|key| key_event(key, true, Modifiers::NONE));
            key.into_iter().chain([Event::Text(c.to_string())]).collect()
        }
    };
    text.chars().flat_map(typed).collect()
}

fn click_at(place: Pos2) -> Vec<Event> {
    let button = |pressed| Event::PointerButton {
        pos: place,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(place), button(true), button(false)]
}

#[test]
fn amounts_with_tabs_between_them_land_in_their_fields() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.enter_field("财政资金 年初预算数");
    desk.at_once(keys("1000⇥1200⇥900⇥850⇥"));
    let line = desk.document().evaluation().funds.lines[0].clone();
    let amounts = [line.initial_budget, line.annual_budget, line.received, line.executed];
    assert_eq!(
        amounts.map(|amount| amount.map(|amount| amount.to_string())),
        [Some("1000".into()), Some("1200".into()), Some("900".into()), Some("850".into())]
    );
}

#[test]
fn what_was_typed_before_a_click_is_kept() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.enter_field("项目名称");
    let click = click_at(desk.field("评价人").rect().center());
    desk.at_once(keys("监控点位租用").into_iter().chain(click).chain(keys("会计甲")));
    let project = &desk.document().evaluation().project;
    assert_eq!((project.name.as_str(), project.evaluator.as_str()), ("监控点位租用", "会计甲"));
}

#[test]
fn what_was_typed_before_a_click_on_a_button_is_kept() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.enter_field("项目名称");
    let click = click_at(desk.clickable("评分").rect().center());
    desk.at_once(keys("天网运维").into_iter().chain(click));
    assert_eq!(desk.document().evaluation().project.name, "天网运维");
}
