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

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

/// What somebody does in a field and behind it, in pieces that come one after the other.
fn story(desk: &Desk, dice: &mut Dice) -> Vec<Vec<Event>> {
    const TEXTS: [&str; 8] = ["12", "0.5", "监控", "3650", "abc", "2020", "7.5", "验收报告第3页"];
    let mut pieces = vec![keys(TEXTS[dice.below(TEXTS.len())])];
    for _ in 0..dice.below(3) + 1 {
        pieces.push(match dice.below(4) {
            0 => keys("⇥"),
            1 => keys("⏎"),
            2 => click_at(desk.some_place(dice.below(1_000))),
            _ => keys("⇥⇥"),
        });
        pieces.push(keys(TEXTS[dice.below(TEXTS.len())]));
    }
    pieces
}

/// A desk in one of the views, with the cursor in one of its fields.
fn begun(dice: &mut Dice) -> Desk {
    let mut desk = Desk::scoring();
    match dice.below(3) {
        0 => desk.chord(Modifiers::COMMAND, Key::Num1),
        1 => desk.chords_at_once(Modifiers::ALT, Key::ArrowDown, dice.below(21)),
        _ => {
            desk.chords_at_once(Modifiers::ALT, Key::ArrowDown, dice.below(21));
            desk.press(Key::F4);
        }
    }
    desk.scrolled();
    // A search selects as it is typed: letter by letter it may pass by something.
    let fields: Vec<String> = desk.fields().into_iter().filter(|field| field != "查找指标").collect();
    if !desk.window.ctx.text_edit_focused() && !fields.is_empty() {
        let field = fields[dice.below(fields.len())].clone();
        desk.reach(&field);
    }
    desk
}

fn stalled_and_not(case: u64) {
    let seed = 977 * case + 13;
    let mut stalled = begun(&mut Dice(seed));
    let mut free = begun(&mut Dice(seed));
    let pieces = story(&stalled, &mut Dice(seed ^ 0x5eed));
    assert_eq!(stalled.everything(), free.everything(), "case {case} begins the same");
    for piece in &pieces {
        // A button that is held for long was not clicked; a key comes with its text.
        let goes_on = |event: &Event, next: &Event| match event {
            Event::PointerButton { pressed, .. } => *pressed,
            Event::Key { pressed, .. } => *pressed && matches!(next, Event::Text(_)),
            _ => false,
        };
        for events in piece.chunk_by(goes_on) {
            free.at_once(events.to_vec());
        }
    }
    stalled.at_once(pieces.into_iter().flatten());
    stalled.scrolled();
    free.scrolled();
    assert_eq!(stalled.document().evaluation(), free.document().evaluation(), "case {case}");
    // Tooltips hang on how long the mouse rests: what is in the fields, and where one is, does not.
    let shown = |desk: &Desk| {
        let fields: Vec<(String, String)> =
            desk.fields().into_iter().map(|field| (field.clone(), desk.text_in(&field))).collect();
        (desk.shown().view, desk.selected_name(), fields)
    };
    assert_eq!(shown(&stalled), shown(&free), "case {case} shows the same");
}

#[test]
fn a_stalled_window_ends_as_one_that_was_not() {
    (0..12).for_each(stalled_and_not);
}

#[test]
#[ignore = "long: 200 stories"]
fn two_hundred_stalled_windows_end_as_those_that_were_not() {
    (100..300).for_each(stalled_and_not);
}
