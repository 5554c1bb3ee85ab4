//! Pinyin: what is being composed is nobody's words yet.

use crate::desk::{Desk, key_event};
use eframe::egui::{Event, ImeEvent, Key, Modifiers};

const REASON: &str = "目标内容 扣分原因及改进措施";

fn composing(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
}

fn commit(text: &str) -> Event {
    Event::Ime(ImeEvent::Commit(text.to_owned()))
}

fn reason(desk: &Desk) -> String {
    let entry = desk.document().evaluation().item("goal-content");
    entry.map(|entry| entry.reason.clone()).unwrap_or_default()
}

#[test]
fn what_is_composed_counts_when_it_is_committed() {
    let mut desk = Desk::scoring();
    desk.enter_field(REASON);
    for preedit in ["p", "pi", "pin", "ping'gu"] {
        desk.at_once([composing(preedit)]);
        assert_eq!(reason(&desk), "", "the preedit {preedit} is nobody's words");
        assert_eq!(desk.document().undo_label(), None, "and no step of the history");
        assert!(!desk.document().is_dirty());
    }
    assert_eq!(desk.text_in(REASON), "ping'gu", "but it is to be seen");
    desk.at_once([composing(""), commit("评估")]);
    assert_eq!(reason(&desk), "评估");
    assert!(desk.document().is_dirty());
    // The second word joins the first: one field, one step.
    desk.at_once([composing("bu'shi")]);
    assert_eq!(reason(&desk), "评估");
    desk.at_once([composing(""), commit("不实")]);
    assert_eq!(reason(&desk), "评估不实");
    desk.press(Key::Escape);
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(reason(&desk), "");
    assert_eq!(desk.document().undo_label(), None);
}

#[test]
fn some_input_methods_commit_without_a_preedit() {
    let mut desk = Desk::scoring();
    desk.enter_field(REASON);
    desk.at_once([commit("缺少依据")]);
    assert_eq!(reason(&desk), "缺少依据");
}

#[test]
fn shortcuts_rest_while_composing() {
    let mut desk = Desk::scoring();
    desk.enter_field(REASON);
    desk.at_once([composing("zhong")]);
    for (modifiers, key) in
        [(Modifiers::COMMAND, Key::J), (Modifiers::COMMAND, Key::Num1), (Modifiers::NONE, Key::F1)]
    {
        desk.at_once([key_event(key, true, modifiers)]);
        desk.at_once([key_event(key, false, modifiers)]);
    }
    assert_eq!(desk.selected_name(), "目标内容");
    assert!(desk.asks().is_none());
    assert!(desk.sees("评分要点"), "still in the scoring view");
    desk.at_once([composing(""), commit("中")]);
    assert_eq!(reason(&desk), "中");
    desk.chord(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(desk.selected_name(), "决策依据", "and work again afterwards");
}

/// Enter takes a candidate; it is not the Enter that leaves a field.
#[test]
fn a_composition_that_is_given_up_leaves_nothing() {
    let mut desk = Desk::scoring();
    desk.enter_field(REASON);
    desk.at_once([composing("cuo")]);
    desk.at_once([composing("")]);
    assert_eq!(reason(&desk), "");
    assert_eq!(desk.text_in(REASON), "");
    assert!(!desk.document().is_dirty());
}

/// On Windows a click elsewhere ends a composition without a word to the program.
#[test]
fn a_click_elsewhere_while_composing_leaves_no_pinyin() {
    let mut desk = Desk::scoring();
    desk.enter_field(REASON);
    desk.at_once([composing("ping'gu")]);
    let row = desk.row("决策依据");
    desk.click(&row);
    assert_eq!(desk.selected_name(), "决策依据");
    assert_eq!(reason(&desk), "", "raw pinyin is nobody's words");
    desk.chord(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(desk.selected_name(), "目标内容", "and the keys are awake again");
}
