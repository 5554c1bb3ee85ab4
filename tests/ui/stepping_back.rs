//! Undo and redo, with names.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};
use jiping::evaluation::{Edit, Value};

fn undo_name(desk: &mut Desk) -> String {
    let label = desk.open_menu("编辑", "撤销").accesskit_label();
    desk.press(Key::Escape);
    label
}

trait AccesskitLabel {
    fn accesskit_label(&self) -> String;
}

impl AccesskitLabel for egui_kittest::Node<'_> {
    fn accesskit_label(&self) -> String {
        use egui_kittest::kittest::NodeT as _;
        self.accesskit_node().label().unwrap_or_default()
    }
}

/// Each change is undone and done again, by name.
#[test]
fn each_change_has_a_name_and_a_way_back() {
    let mut desk = Desk::scoring();
    let blank = desk.document().evaluation().clone();
    let mut states = vec![blank];
    let mut names = Vec::new();
    let mut note = |desk: &mut Desk, name: &str| {
        states.push(desk.document().evaluation().clone());
        names.push(name.to_owned());
        assert!(undo_name(desk).starts_with(&format!("撤销：{name}")), "{} for {name}", undo_name(desk));
    };
    desk.option(Key::Num1);
    note(&mut desk, "目标内容 得分");
    desk.enter_field("目标内容 扣分原因及改进措施");
    desk.types("目标未量化");
    desk.chord(Modifiers::ALT, Key::ArrowDown);
    note(&mut desk, "目标内容 扣分原因");
    desk.menu("评价", "资料不足");
    note(&mut desk, "决策依据 资料不足");
    desk.walk_to("决策程序");
    desk.menu("评价", "不适用…");
    desk.types("无");
    desk.click("标为不适用");
    note(&mut desk, "决策程序 不适用");
    desk.walk_to("分配办法");
    desk.chord(Modifiers::COMMAND, Key::G);
    desk.fill("改后得分", "2");
    desk.fill("改分理由（必填）", "复核");
    desk.click("改分");
    note(&mut desk, "分配办法 人工改分");
    desk.walk_to("资金使用");
    desk.option(Key::Num1);
    desk.types("5");
    desk.press(Key::Enter);
    states.pop();
    states.push(desk.document().evaluation().clone());
    desk.menu("评价", "清除得分");
    assert!(undo_name(&mut desk).starts_with("撤销：资金使用 清除得分"));
    desk.chord(Modifiers::COMMAND, Key::Z);
    desk.assert_sees("已撤销：资金使用 清除得分");
    desk.chord(Modifiers::COMMAND, Key::Z);
    desk.chord(Modifiers::COMMAND, Key::Z);

    let last = states.len() - 1;
    for (at, name) in names.iter().enumerate().rev() {
        desk.chord(Modifiers::COMMAND, Key::Z);
        desk.assert_sees(&format!("已撤销：{name}"));
        assert_eq!(desk.document().evaluation(), &states[at], "before {name}");
    }
    assert!(!desk.is_enabled("撤销"));
    for (at, name) in names.iter().enumerate() {
        desk.chord(Modifiers::COMMAND, Key::Y);
        desk.assert_sees(&format!("已重做：{name}"));
        if at + 1 < last {
            assert_eq!(desk.document().evaluation(), &states[at + 1], "after {name}");
        }
    }
}

#[test]
fn typing_in_one_field_is_one_step() {
    let mut desk = Desk::scoring();
    desk.click("项目与资金");
    desk.enter_field("项目名称");
    desk.types("abcdefgh");
    desk.press(Key::Tab);
    desk.types("2024");
    desk.press(Key::Tab);
    assert_eq!(desk.document().evaluation().project.name, "abcdefgh");
    desk.click("撤销");
    assert_eq!(desk.document().evaluation().project.year, "");
    assert_eq!(desk.document().evaluation().project.name, "abcdefgh");
    desk.click("撤销");
    assert_eq!(desk.document().evaluation().project.name, "");
    assert_eq!(desk.text_in("项目名称"), "");
    desk.click("重做");
    desk.click("重做");
    assert_eq!(desk.text_in("年度"), "2024");
}

#[test]
fn two_visits_to_a_field_are_two_steps() {
    let mut desk = Desk::scoring();
    desk.click("项目与资金");
    for part in ["甲", "乙"] {
        desk.enter_field("项目名称");
        desk.press(Key::End);
        desk.types(part);
        desk.press(Key::Tab);
    }
    desk.click("撤销");
    assert_eq!(desk.document().evaluation().project.name, "甲");
}

/// While a field has the focus, Ctrl+Z is the field's.
#[test]
fn a_field_undoes_its_own_typing_first() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.enter_field("目标内容 备注");
    desk.types("abc");
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.score("目标内容").as_deref(), Some("1"), "the score stays");
}

#[test]
fn two_hundred_steps_back() {
    let mut desk = Desk::scoring();
    let blank = desk.document().evaluation().clone();
    for step in 0..240 {
        let inputs = vec![("set".into(), Some(Value::Flag(step % 2 == 0)))];
        desk.given(&Edit::SetInputs { item: "goal-content".into(), inputs });
    }
    desk.chords_at_once(Modifiers::COMMAND, Key::Z, 239);
    assert_eq!(desk.score("目标内容").as_deref(), Some("1"));
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.document().evaluation(), &blank);
    desk.chord(Modifiers::COMMAND, Key::Y);
    assert_eq!(desk.score("目标内容").as_deref(), Some("1"));
}

/// What was undone is not lost on the way to another indicator.
#[test]
fn undo_shows_where_it_happened_or_at_least_what() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.walk_to("资金使用");
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.row("目标内容"), "目标内容 未评 / 4");
    desk.assert_sees("已撤销：目标内容 得分");
}

#[test]
fn what_was_taken_back_is_seen_where_it_stands() {
    let mut desk = Desk::scoring();
    desk.option(Key::Num1);
    desk.walk_to("资金使用");
    // Out of sight by a search, in another view.
    desk.fill("查找指标", "财务管理");
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.selected_name(), "目标内容");
    assert!(desk.reads("已撤销：目标内容 得分"));
    assert_eq!(desk.row("目标内容"), "目标内容 未评 / 4", "the table is there, with all rows");
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.fill("项目名称", "道路照明");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.text_in("项目名称"), "");
}

#[test]
fn a_search_ends_with_enter_and_with_escape() {
    let mut desk = Desk::scoring();
    let all = desk.rows().len();
    for key in [Key::Enter, Key::Escape] {
        desk.chord(Modifiers::COMMAND, Key::F);
        desk.types("zjsy");
        assert!(desk.rows().len() < all);
        desk.press(key);
        assert_eq!(desk.rows().len(), all, "{key:?}");
        assert_eq!(desk.selected_name(), "资金使用");
    }
}
