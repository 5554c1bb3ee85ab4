//! 核对: kinds, counts, filters, answers, and the way to the very field.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers, vec2};
use jiping::app::Settings;
use jiping::checks::Place;
use jiping::evaluation::{Edit, ProjectField};

/// A sheet with one reason missing, in the view of its findings.
fn checking() -> Desk {
    let mut desk = Desk::scoring();
    desk.walk_to("社会效益");
    desk.types("7");
    desk.press(Key::Enter);
    desk.chord(Modifiers::COMMAND, Key::Num3);
    desk
}

#[test]
fn findings_stand_by_kinds_with_counts() {
    let desk = checking();
    desk.assert_sees("评分未完成 20");
    desk.assert_sees("扣分原因 1");
    desk.assert_sees("必填项 4");
    desk.assert_sees("打印：先提示");
    desk.assert_sees("25 项错误，须改正或写明说明");
}

#[test]
fn they_are_narrowed_down_by_severity_kind_and_words() {
    let mut desk = checking();
    desk.click("提醒 1");
    desk.assert_sees("佐证材料 1");
    desk.assert_not("评分未完成 20");
    desk.click("未处理 26");
    desk.click("评分未完成");
    desk.assert_not("评分未完成 20");
    desk.chord(Modifiers::COMMAND, Key::F);
    desk.types("实施单位");
    assert!(desk.reads("项目与资金 实施单位没有填。"));
    assert!(!desk.reads("项目与资金 年度没有填。"));
    desk.fill("在核对结果中查找", "没有这样的");
    desk.click("显示全部");
    desk.assert_sees("评分未完成 20");
}

#[test]
fn a_finding_leads_into_the_very_field() {
    let mut desk = checking();
    desk.click("去改 › 社会效益");
    let here = desk.window.ctx.text_edit_focused();
    assert!(here && desk.selected_name() == "社会效益");
    desk.chord(Modifiers::COMMAND, Key::Num3);
    desk.click("项目与资金 项目名称没有填。");
    desk.press(Key::G);
    assert!(desk.is_in("项目名称"));
    desk.types("监控租用");
    assert_eq!(desk.document().evaluation().project.name, "监控租用");
    desk.chord(Modifiers::COMMAND, Key::Num3);
    desk.click("提醒 1");
    desk.click("社会效益 有得分，没有佐证。");
    desk.press(Key::G);
    assert!(desk.is_in("社会效益 佐证说明"));
}

#[test]
fn an_answer_is_kept_in_the_file_and_comes_back_when_its_figures_change() {
    let mut desk = checking();
    desk.click("社会效益 扣了 1.00 分，没有写扣分原因。");
    desk.press(Key::S);
    assert_eq!(desk.asks(), Some("answer-finding"));
    desk.types("原因见会议纪要");
    desk.click("写好");
    desk.assert_not("扣分原因 1");
    desk.assert_sees("已说明 1");
    let path = desk.save_as("核对.jiping");
    let mut desk = desk.open_afresh(&path);
    desk.chord(Modifiers::COMMAND, Key::Num3);
    desk.click("已说明 1");
    desk.click("社会效益 扣了 1.00 分，没有写扣分原因。");
    desk.assert_sees("原因见会议纪要");
    desk.given(&Edit::SetInputs {
        item: desk.document().card().items.iter().find(|item| &*item.name == "社会效益").unwrap().id.clone(),
        inputs: vec![(
            "points".into(),
            Some(jiping::evaluation::Value::Number(rust_decimal::Decimal::new(65, 1))),
        )],
    });
    desk.assert_sees("已说明 0");
}

#[test]
fn a_kind_is_answered_as_a_whole_and_taken_back_in_one_step() {
    let mut desk = checking();
    desk.click("本组写说明…");
    desk.types("资料另报");
    desk.click("写好");
    let answers = desk.document().evaluation().answers.len();
    assert!(answers > 1, "{answers}");
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert!(desk.document().evaluation().answers.is_empty());
}

#[test]
fn keys_walk_the_list_and_f8_goes_on_from_any_view() {
    let mut desk = checking();
    desk.press(Key::ArrowDown);
    let first = desk.shown().checks.selected.clone().unwrap();
    desk.press(Key::ArrowDown);
    assert_ne!(desk.shown().checks.selected.as_ref(), Some(&first));
    desk.press(Key::ArrowUp);
    assert_eq!(desk.shown().checks.selected.as_ref(), Some(&first));
    desk.press(Key::Escape);
    desk.press(Key::F8);
    assert_ne!(desk.shown().checks.selected.as_ref(), Some(&first));
    desk.chord(Modifiers::SHIFT, Key::F8);
    assert_eq!(desk.shown().checks.selected.as_ref(), Some(&first));
}

#[test]
fn paper_with_open_errors_is_asked_about_first() {
    let mut desk = checking();
    desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    desk.click_and_wait("存为 PDF…");
    assert_eq!(desk.asks(), Some("print-anyway"));
    desk.assert_sees("还有 25 项错误没有处理");
    desk.click("去核对");
    desk.assert_sees("评分未完成 20");
}

#[test]
fn a_reason_that_no_longer_belongs_is_found() {
    let mut desk = checking();
    desk.click("去改 › 社会效益");
    desk.press(Key::F4);
    desk.types("覆盖不全");
    desk.press(Key::Escape);
    desk.types("8");
    desk.press(Key::Enter);
    desk.chord(Modifiers::COMMAND, Key::Num3);
    desk.click("提醒 2");
    assert!(desk.reads("社会效益 没有扣分，仍写着扣分原因。"));
}

#[test]
fn what_can_hardly_be_meant_is_asked_about_before_it_counts() {
    let mut desk = Desk::scoring();
    desk.walk_to("服务对象满意度");
    desk.fill("服务对象满意度 满意率", "950");
    desk.press(Key::Enter);
    desk.assert_sees("满意率填了 950%，超过 100%");
    assert_eq!(desk.score("服务对象满意度"), None);
    assert!(desk.is_in("服务对象满意度 满意率"), "the cursor stays");
    desk.types("95");
    desk.press(Key::Enter);
    assert_eq!(desk.row("服务对象满意度"), "服务对象满意度 7.60 / 8");
    desk.fill("服务对象满意度 满意率", "101");
    desk.press(Key::Enter);
    desk.press(Key::Enter);
    assert_eq!(desk.row("服务对象满意度"), "服务对象满意度 8.00 / 8", "Enter once more confirms");
}

#[test]
fn more_satisfied_answers_than_valid_ones_are_asked_about() {
    let mut desk = Desk::scoring();
    desk.walk_to("服务对象满意度");
    desk.fill("服务对象满意度 有效问卷份数", "100");
    desk.press(Key::Tab);
    desk.fill("服务对象满意度 满意份数", "105");
    desk.press(Key::Enter);
    desk.assert_sees("满意份数 105 大于有效问卷份数 100");
    assert_eq!(desk.score("服务对象满意度"), None);
    desk.given(&Edit::SetProject { field: ProjectField::Name, text: "甲".to_owned() });
    assert_eq!(desk.score("服务对象满意度"), None, "other work does not confirm it");
}

/// A field below what scrolls is in sight: nothing above it has to move.
#[test]
fn on_a_low_window_the_way_to_the_evidence_leaves_the_indicator_in_sight() {
    let mut desk = Desk::with(vec2(1280.0, 720.0), Settings::default());
    desk.click("监控租用项目：按规则计分");
    desk.press(Key::F8);
    assert_eq!(desk.selected_name(), "产出成本");
    assert!(desk.is_in("产出成本 佐证说明"));
    let title = desk.label_rect("产出成本");
    let bar = desk.clickable("核对 3").rect();
    assert!(title.top() > bar.bottom(), "{title:?} is behind {bar:?}");
}

/// The keys walk what the list shows, also where a place outside the table is looked for.
#[test]
fn keys_walk_what_was_found_by_its_place() {
    let mut desk = checking();
    desk.fill("在核对结果中查找", "项目与资金");
    desk.press(Key::F8);
    let selected = desk.shown().checks.selected.clone();
    assert_eq!(selected.map(|finding| finding.place), Some(Place::Head(ProjectField::Name)));
}
