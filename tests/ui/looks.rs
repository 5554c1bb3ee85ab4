//! Both languages, both themes, large and small windows: no missing glyph, no unnamed input, nothing out of reach.

use crate::desk::{DOUBLED, Desk, LAPTOP, WIDE};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect, Vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiping::app::{Command, Settings};
use jiping::text::{Lang, tr};
use strum::VariantArray as _;

#[track_caller]
fn nothing_overlaps_in_the_bar(desk: &Desk, place: &str) {
    let bar: Vec<Node<'_>> =
        desk.window.query_all_by_role(Role::Button).filter(|node| node.rect().bottom() < 60.0).collect();
    for (at, one) in bar.iter().enumerate() {
        for other in bar.iter().skip(at + 1) {
            let both = one.rect().shrink(1.0).intersects(other.rect().shrink(1.0));
            let name = |node: &Node<'_>| node.accesskit_node().label();
            assert!(!both, "{place}: {:?} lies on {:?}", name(one), name(other));
        }
    }
}

/// Whatever can be clicked or typed into lies within the window or scrolls into it.
#[track_caller]
fn within_reach(desk: &mut Desk, place: &str) {
    let screen = desk.screen().expand(1.0);
    for side in [Vec2::DOWN, Vec2::RIGHT] {
        let roles =
            [Role::Button, Role::CheckBox, Role::RadioButton, Role::TextInput, Role::MultilineTextInput];
        let far = |node: &Node<'_>| node.rect().max.to_vec2().dot(side);
        let all = desk.window.query_all_by(move |node| roles.contains(&node.role()));
        let Some(farthest) = all.max_by(|a, b| far(a).total_cmp(&far(b))) else { return };
        if screen.contains_rect(farthest.rect()) {
            continue;
        }
        let id = farthest.accesskit_node().id();
        let name = farthest.accesskit_node().label().unwrap_or_default();
        farthest.scroll_to_me();
        desk.scrolled();
        let rect = desk.window.query_by(move |node| node.id() == id).map(|node| node.rect());
        let along = |rect: Rect| match side.y > 0.0 {
            true => screen.y_range().contains(rect.top()) && screen.y_range().contains(rect.bottom()),
            false => screen.x_range().contains(rect.left()) && screen.x_range().contains(rect.right()),
        };
        let reached = rect.is_some_and(along);
        assert!(reached, "{place}: {name:?} does not scroll into {screen:?}: {rect:?}");
    }
}

fn walk(size: Vec2, lang: Lang, dark: bool) {
    let t = |key: &str| tr(lang, key);
    let mut desk = Desk::with(size, Settings { lang, dark, ..Settings::default() });
    let place = |view: &str| format!("{view} at {size:?} in {lang:?}, dark: {dark}");
    within_reach(&mut desk, &place("start"));
    template_editor(&mut desk, lang, &place("template"));
    desk.click(&t("sample-camera-lease-claimed"));
    for (key, view) in [(Key::Num1, "project"), (Key::Num2, "scores"), (Key::Num3, "findings")] {
        desk.chord(Modifiers::COMMAND, key);
        nothing_overlaps_in_the_bar(&desk, &place(view));
        within_reach(&mut desk, &place(view));
    }
    desk.chord(Modifiers::COMMAND, Key::Num2);
    for number in 0..21 {
        let indicator = desk.selected_name();
        within_reach(&mut desk, &place(&format!("indicator {number}, {indicator}")));
        desk.chord(Modifiers::ALT, Key::ArrowDown);
    }
    desk.chord(Modifiers::COMMAND, Key::G);
    within_reach(&mut desk, &place("override"));
    desk.press(Key::Escape);
    desk.press(Key::F1);
    within_reach(&mut desk, &place("help"));
    desk.press(Key::Escape);
    for menu in ["menu-file", "menu-edit", "menu-score", "menu-view", "menu-help"] {
        desk.click(&t(menu));
        within_reach(&mut desk, &place(menu));
        desk.press(Key::Escape);
    }
    desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    within_reach(&mut desk, &place("print"));
}

/// The editor on a copy: the head, a group, and indicators of several kinds.
fn template_editor(desk: &mut Desk, lang: Lang, place: &str) {
    desk.settle();
    // Back to where the page begins.
    let copy = format!("{} 项目支出绩效评价评分表", tr(lang, "te-start-copy"));
    desk.clickable(&copy).scroll_to_me();
    desk.scrolled();
    desk.click(&copy);
    nothing_overlaps_in_the_bar(desk, place);
    within_reach(desk, &format!("{place}, head"));
    for row in ["项目效果 40", "目标内容 4", "资金使用 7", "社会效益 8", "服务对象满意度 8"]
    {
        desk.click(row);
        within_reach(desk, &format!("{place}, {row}"));
    }
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
}

#[test]
fn wide_chinese() {
    walk(WIDE, Lang::Chinese, false);
}

#[test]
fn wide_english_dark() {
    walk(WIDE, Lang::English, true);
}

#[test]
fn laptop_chinese_dark() {
    walk(LAPTOP, Lang::Chinese, true);
}

#[test]
fn laptop_english() {
    walk(LAPTOP, Lang::English, false);
}

#[test]
fn doubled_chinese() {
    walk(DOUBLED, Lang::Chinese, false);
}

#[test]
fn doubled_english() {
    walk(DOUBLED, Lang::English, false);
}

#[test]
fn the_language_changes_at_once_and_the_template_keeps_its_own() {
    let mut desk = Desk::scoring();
    desk.menu("视图", "中文 / English");
    desk.assert_sees("Score");
    desk.assert_not("评分要点");
    assert!(desk.row("目标内容").starts_with("目标内容 "), "the template keeps its language");
    desk.menu(&tr(Lang::English, "menu-view"), &tr(Lang::English, "command-switch-language"));
    desk.assert_sees("评分要点");
}

#[test]
fn the_derivation_is_in_the_language_of_the_window() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num4);
    desk.assert_sees("；未得 ");
    desk.menu("视图", "中文 / English");
    desk.assert_sees("; not earned: ");
    desk.assert_not("；未得 ");
}

#[test]
fn dark_and_light() {
    let mut desk = Desk::scoring();
    let dark = |desk: &Desk| desk.window.ctx.global_style().visuals.dark_mode;
    assert!(!dark(&desk));
    desk.menu("视图", "浅色 / 深色");
    assert!(dark(&desk));
    desk.menu("视图", "浅色 / 深色");
    assert!(!dark(&desk));
}

/// No two commands share a key, and each that needs one says what it does in both languages.
#[test]
fn every_command_has_its_own_key_and_words() {
    let mut seen = Vec::new();
    for command in Command::VARIANTS {
        for lang in [Lang::Chinese, Lang::English] {
            let label = tr(lang, command.label_key());
            assert!(!label.is_empty() && label != command.label_key(), "{command:?} in {lang:?}");
        }
        if let Some(shortcut) = command.shortcut() {
            assert!(!seen.contains(&shortcut), "{command:?} shares its key");
            seen.push(shortcut);
        }
    }
}
