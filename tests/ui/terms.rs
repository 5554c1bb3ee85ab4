//! Terms of the trade explain themselves where they stand.

use crate::desk::{Desk, WIDE};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Pos2, vec2};
use egui_kittest::kittest::{AccessKitNode, Queryable as _};
use jiping::app::Settings;
use jiping::help::Term;
use jiping::text::Lang;

/// The mouse rests there, long enough for a tooltip.
fn rest_at(desk: &mut Desk, pos: Pos2) {
    desk.at_once([Event::PointerMoved(pos)]);
    desk.window.run_steps(90);
}

/// It is no field of that name, but what is read.
fn says(node: &AccessKitNode<'_>, label: &str) -> bool {
    let is_read = !matches!(node.role(), Role::TextInput | Role::GenericContainer);
    is_read && node.label().or(node.value()).is_some_and(|words| words == label)
}

#[track_caller]
fn explains(desk: &mut Desk, label: &str, term: Term) {
    let words = term.words(Lang::Chinese);
    rest_at(desk, Pos2::ZERO);
    assert!(!desk.reads(&words), "not before the mouse is there");
    // What scrolls may hide it, though the screen would hold it.
    let find = |desk: &Desk| desk.window.query_all_by(|node| says(node, label)).next().unwrap().rect();
    desk.window.query_all_by(|node| says(node, label)).next().unwrap().scroll_to_me();
    desk.scrolled();
    let at = find(desk).left_center() + vec2(6.0, 0.0);
    rest_at(desk, at);
    assert!(desk.reads(&words), "{label:?} does not explain itself");
}

#[test]
fn labels_of_the_scoring_view_explain_themselves() {
    let mut desk = Desk::scoring();
    explains(&mut desk, "合计（暂定，21 项未评）", Term::Provisional);
    explains(&mut desk, "扣分合计", Term::Deduction);
    explains(&mut desk, "不适用 0", Term::NotApplicable);
    explains(&mut desk, "佐证材料", Term::Evidence);
    desk.walk_to("社会效益");
    explains(&mut desk, "档线（可改）", Term::BandEdges);
}

#[test]
fn words_of_a_template_that_use_a_term_explain_themselves() {
    let mut desk = Desk::scoring();
    desk.walk_to("产出质量");
    explains(&mut desk, "应达标产出数", Term::OutputsToPass);
    desk.walk_to("服务对象满意度");
    explains(&mut desk, "有效问卷份数", Term::ValidAnswers);
}

#[test]
fn the_funds_form_and_the_print_view_explain_themselves() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    explains(&mut desk, "执行率", Term::ExecutionRate);
    desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    explains(&mut desk, "有未保存的修改，表上没有文件校验码。", Term::FileDigest);
}

#[test]
fn captions_of_the_template_editor_explain_themselves() {
    let mut desk = Desk::new();
    desk.click("新建模板");
    explains(&mut desk, "舍入顺序", Term::Rounding);
    explains(&mut desk, "得分增量", Term::ScoreStep);
    explains(&mut desk, "总分封顶", Term::Ceiling);
}

#[test]
fn problems_in_the_template_editor_speak_of_its_fields() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.click("新建模板");
    desk.click("＋ 指标");
    desk.click_starting("评分方式：");
    desk.click("满分起扣");
    desk.click("删除 扣分 1");
    desk.assert_sees("请补写扣分情形，或改用其他评分方式。");
    desk.assert_not("deductions");
}
