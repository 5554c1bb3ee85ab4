//! The help: opened where one is, found by words, closed where one was.

use crate::desk::{DOUBLED, Desk, WIDE};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use jiping::app::{Command, Settings, ViewKind};
use jiping::help::{Block, Page, Topic};
use jiping::text::{Lang, tr};
use strum::VariantArray as _;

const SEARCH: &str = "查找帮助";

/// An evaluation whose first indicator has a ledger.
fn with_ledger() -> Desk {
    let mut desk = Desk::new();
    desk.click("监控系统运维考核评分表");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk
}

fn click_link(desk: &mut Desk, words: &str) {
    let is_it =
        |node: &AccessKitNode<'_>| node.role() == Role::Link && node.label().is_some_and(|l| l == words);
    desk.window.get_by(is_it).click();
    desk.window.run();
}

fn shows_picture(desk: &Desk, words: &str) -> bool {
    let mut pictures = desk.window.query_all_by_role(Role::Image);
    pictures.any(|node| node.accesskit_node().label().is_some_and(|label| label == words))
}

#[track_caller]
fn asks_for(desk: &mut Desk, topic: Topic) {
    desk.press(Key::F1);
    assert_eq!(desk.app().help(), Some(topic));
    desk.assert_sees(&Page::of(topic, Lang::Chinese).title);
    assert!(desk.is_in(SEARCH), "the keyboard is in the help");
    desk.press(Key::Escape);
    assert_eq!(desk.app().help(), None, "Esc closes it");
}

#[test]
fn f1_opens_the_page_of_the_view() {
    let mut desk = Desk::new();
    asks_for(&mut desk, Topic::FirstSteps);
    desk.click("新建模板");
    asks_for(&mut desk, Topic::Templates);
    let mut desk = Desk::new();
    desk.click("粘贴评分表…");
    asks_for(&mut desk, Topic::Templates);
    let mut desk = with_ledger();
    let views = [
        (Modifiers::COMMAND, Key::Num1, ViewKind::Project, Topic::Project),
        (Modifiers::COMMAND, Key::Num2, ViewKind::Scores, Topic::Scoring),
        (Modifiers::COMMAND, Key::L, ViewKind::Ledger, Topic::Ledger),
        (Modifiers::COMMAND, Key::Num3, ViewKind::Findings, Topic::Checks),
        (Modifiers::COMMAND, Key::P, ViewKind::Print, Topic::Printing),
    ];
    for (modifiers, key, view, topic) in views {
        desk.chord_and_wait(modifiers, key);
        assert_eq!(desk.shown().view, view);
        asks_for(&mut desk, topic);
        assert_eq!(desk.shown().view, view, "Esc was the help's alone");
    }
    let mut desk = Desk::new();
    desk.click("项目支出绩效自评表");
    desk.chord(Modifiers::COMMAND, Key::T);
    asks_for(&mut desk, Topic::Tailor);
    assert_eq!(desk.shown().view, ViewKind::Tailor);
}

#[test]
fn esc_gives_the_focus_back() {
    for size in [WIDE, DOUBLED] {
        let mut desk = Desk::with(size, Settings::default());
        desk.begin();
        desk.enter_field("目标内容 备注");
        desk.types("a");
        desk.press(Key::F1);
        desk.types("zt");
        desk.press(Key::Escape);
        assert!(desk.is_in("目标内容 备注"), "at {size:?}");
        desk.types("b");
        assert_eq!(desk.text_in("目标内容 备注"), "ab", "what is looked for is not typed into the sheet");
    }
}

#[test]
fn the_table_goes_on_beside_the_help() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.begin();
    desk.press(Key::F1);
    desk.click("到位时效 未评 / 2");
    assert!(!desk.is_in(SEARCH));
    desk.types("1");
    desk.press(Key::Enter);
    assert_eq!(desk.row("到位时效"), "到位时效 1.00 / 2");
    assert_eq!(desk.app().help(), Some(Topic::Scoring), "it stays open");
    desk.press(Key::F1);
    assert!(desk.is_in(SEARCH), "F1 from the table leads into it");
    desk.press(Key::F1);
    assert_eq!(desk.app().help(), None, "and F1 within it closes it");
}

#[test]
fn a_question_has_its_page_and_waits() {
    let mut desk = Desk::scoring();
    desk.press(Key::F7);
    assert_eq!(desk.asks(), Some("not-applicable"));
    desk.types("a");
    asks_for(&mut desk, Topic::States);
    assert_eq!(desk.asks(), Some("not-applicable"), "Esc was not meant for the question");
    desk.types("b");
    assert_eq!(desk.text_in("理由"), "ab", "the focus is back in its field");
}

#[test]
fn words_and_pinyin_find_a_page() {
    for words in ["台账", "taizhang", "tz"] {
        let mut desk = Desk::new();
        desk.press(Key::F1);
        desk.types(words);
        desk.press(Key::Enter);
        assert_eq!(desk.app().help(), Some(Topic::Ledger), "{words}");
        assert_eq!(desk.text_in(SEARCH), "");
        desk.click("‹ 返回");
        assert_eq!(desk.app().help(), Some(Topic::FirstSteps));
    }
    let mut desk = Desk::new();
    desk.press(Key::F1);
    desk.types("没有这样的话吧");
    desk.assert_sees("没有找到");
}

#[test]
fn the_contents_lead_to_every_page() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.press(Key::F1);
    for &topic in Topic::ALL {
        desk.click("目录");
        desk.click(&Page::of(topic, Lang::Chinese).title);
        assert_eq!(desk.app().help(), Some(topic));
    }
}

#[test]
fn a_link_is_followed() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.menu("帮助", "第一次使用");
    click_link(&mut desk, "项目与资金");
    assert_eq!(desk.app().help(), Some(Topic::Project));
}

/// Every page in both languages has only characters that the font has, and pictures that can be read: the harness
/// refuses the former.
#[test]
fn every_page_can_be_drawn() {
    for lang in Lang::ALL {
        let mut desk = Desk::with(WIDE, Settings { lang, ..Settings::default() });
        desk.press(Key::F1);
        for &topic in Topic::ALL {
            desk.click(&tr(lang, "help-contents"));
            let page = Page::of(topic, lang);
            desk.click(&page.title);
            for block in page.blocks {
                if let Block::Picture { words, .. } = block {
                    assert!(shows_picture(&desk, &words), "{words:?} in {lang:?}");
                }
            }
        }
    }
}

#[test]
fn every_shortcut_stands_on_the_page_of_keys() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.menu("帮助", "键盘操作");
    for command in Command::VARIANTS {
        let label = tr(Lang::Chinese, command.label_key());
        let label = label.trim_end_matches('…');
        assert!(command.shortcut().is_none() || desk.reads(label), "{command:?} is left out");
    }
    for keys in ["Ctrl+Shift+S", "Alt+↓", "Ctrl++", "F1"] {
        assert!(desk.reads(keys), "{keys}");
    }
    desk.assert_not("Alt+Down");
    desk.assert_not("Plus");
}

#[test]
fn the_language_changes_the_page_too() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.press(Key::F1);
    desk.menu("视图", "中文 / English");
    desk.assert_sees(&Page::of(Topic::FirstSteps, Lang::English).title);
}

#[test]
fn a_question_that_comes_while_the_help_is_open_has_its_page_too() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.begin();
    desk.press(Key::F1);
    desk.click("到位时效 未评 / 2");
    desk.press(Key::F7);
    desk.press(Key::F1);
    assert_eq!(desk.app().help(), Some(Topic::States));
    desk.types("taizhang");
    desk.press(Key::Enter);
    assert_eq!(desk.app().help(), Some(Topic::Ledger), "it can be reached, and the question is behind it");
    desk.press(Key::Escape);
    assert_eq!((desk.app().help(), desk.asks()), (None, Some("not-applicable")));
}

/// Beside the help a field is left by Esc as ever: what was being typed is given up.
#[test]
fn esc_in_a_field_beside_the_help_means_the_field() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.begin();
    desk.press(Key::F1);
    desk.walk_to("到位时效");
    desk.types("2");
    desk.press(Key::Escape);
    assert_eq!(desk.row("到位时效"), "到位时效 未评 / 2");
}
