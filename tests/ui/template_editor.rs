//! The template editor: a template made, changed, tried, saved and used, by mouse and keyboard.

use crate::desk::{Desk, LAPTOP, WIDE};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiping::app::{Settings, TemplateDraft};
use jiping::template::{self, Node};
use std::fs;

const TITLE: &str = "项目支出绩效评价评分表";

fn drafting(desk: &Desk) -> &TemplateDraft {
    &desk.app().workspace.template().expect("the editor is not open").draft
}

/// A copy of the shipped template.
fn copy() -> Desk {
    let mut desk = Desk::new();
    desk.settle();
    desk.click(&format!("复制后编辑 {TITLE}"));
    desk
}

fn errors(desk: &Desk) -> usize {
    drafting(desk).errors()
}

/// `甲(一,二),乙()`
fn shape(nodes: &[Node]) -> String {
    let of = |node: &Node| match node {
        Node::Group(group) => format!("{}({})", group.name, shape(&group.children)),
        Node::Indicator(indicator) => indicator.name.to_string(),
    };
    nodes.iter().map(of).collect::<Vec<_>>().join(",")
}

fn outline(desk: &Desk) -> String {
    shape(&drafting(desk).template().nodes)
}

#[test]
fn a_shipped_template_is_copied_and_never_overwritten() {
    let mut desk = copy();
    assert_eq!(
        outline(&desk),
        shape(&template::shipped_by_id("decision-management-performance").unwrap().nodes)
    );
    assert_eq!(&*drafting(&desk).template().id, "decision-management-performance-own");
    desk.fill("标题", "我局评分表");
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    let path = drafting(&desk).path().unwrap().to_path_buf();
    assert_eq!(path, desk.path("data/templates/我局评分表.ron"));
    assert!(!drafting(&desk).is_dirty());
    assert_eq!(&*template::shipped()[0].title, TITLE);
    // It stands on the start view beside the shipped one, and is edited from there.
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    desk.assert_sees("自己的模板");
    desk.click(&format!("复制后编辑 {TITLE}"));
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    desk.click_and_wait("编辑 我局评分表");
    assert_eq!(drafting(&desk).path(), Some(&*path));
}

#[test]
fn each_copy_has_a_title_of_its_own() {
    let mut desk = copy();
    for title in ["（副本）", "（副本2）", "（副本3）"] {
        assert_eq!(drafting(&desk).title(), format!("{TITLE}{title}"));
        desk.fill("版本", "1");
        desk.chord_and_wait(Modifiers::COMMAND, Key::S);
        assert!(desk.path(&format!("data/templates/{TITLE}{title}.ron")).exists());
        desk.chord_and_wait(Modifiers::COMMAND, Key::W);
        desk.click(&format!("复制后编辑 {TITLE}"));
    }
}

#[test]
fn ids_stand_only_where_they_are_asked_for() {
    let mut desk = copy();
    desk.assert_not("decision-management-performance-own");
    desk.click("高级");
    assert_eq!(desk.text_in("编号"), "decision-management-performance-own");
    for (row, id) in [("项目目标 4", "goal"), ("目标内容 4", "goal-content")] {
        desk.click(row);
        desk.assert_not(id);
    }
}

#[test]
fn a_problem_appears_beside_its_field_and_goes_away() {
    let mut desk = copy();
    desk.click("服务对象满意度 8");
    desk.assert_sees("合计 40 / 40，差 0");
    desk.fill("分值", "7.5");
    desk.assert_sees("合计 39.5 / 40，差 0.5");
    // Of the words, which name 8 points, it is warned.
    desk.assert_sees("1 处错误，2 处提醒");
    assert!(!desk.is_enabled("用此模板新建评价"));
    // The list leads to the group that it concerns.
    desk.click_starting("项目绩效 › 项目效果：");
    assert_eq!(drafting(&desk).selected.as_deref(), Some("effects"));
    desk.assert_sees("下级分值合计 39.5");
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(errors(&desk), 0);
    desk.assert_not("下级分值合计");
    desk.assert_sees("0 处错误，1 处提醒");
}

#[test]
fn problems_that_come_and_go_do_not_move_the_form() {
    let mut desk = copy();
    let first = |desk: &Desk, start: &str| {
        let buttons = desk.window.query_all_by_role(eframe::egui::accesskit::Role::Button);
        let mut tops =
            buttons.filter(|node| node.accesskit_node().label().unwrap_or_default().starts_with(start));
        tops.next().unwrap_or_else(|| panic!("no problem begins with {start}")).rect().top()
    };
    let with_one = first(&desk, "项目管理 › 资金到位 › 到位时效：");
    desk.click("服务对象满意度 8");
    desk.fill("分值", "7.5");
    desk.assert_sees("1 处错误，2 处提醒");
    assert!((first(&desk, "项目绩效 › 项目效果：") - with_one).abs() < 0.5);
    for _ in 0..3 {
        desk.click("＋ 扣分情形");
    }
    desk.assert_sees("4 处错误");
    assert!((first(&desk, "项目绩效 › 项目效果：") - with_one).abs() < 0.5);
}

#[test]
fn what_has_no_name_keeps_the_template_from_use() {
    let mut desk = copy();
    desk.click("资金使用 7");
    desk.click("＋ 扣分情形");
    assert_eq!(errors(&desk), 1);
    desk.assert_sees("有一条扣分情形没有写名称");
    desk.assert_sees("试算 虚列套取");
    assert!(!desk.is_enabled("用此模板新建评价"));
    let last = drafting(&desk).problems().iter().filter(|problem| problem.is_error()).count();
    assert_eq!(last, 1);
}

#[test]
fn a_problem_of_a_part_stands_in_its_row() {
    let mut desk = copy();
    desk.click("资金使用 7");
    desk.fill("扣分 1 从", "9");
    desk.assert_sees("虚列套取");
    assert_eq!(errors(&desk), 1);
    let at = &drafting(&desk).problems()[0];
    assert!(at.is_at("false-claims"));
    assert_eq!(at.node.as_deref(), Some("fund-use"));
    desk.assert_sees("先改正这项指标的错误，再试算。");
    desk.fill("扣分 1 从", "4");
    assert_eq!(errors(&desk), 0);
    desk.assert_not("先改正这项指标的错误");
}

#[test]
fn what_is_no_number_stays_with_its_reason_and_is_told_on_the_way_out() {
    let mut desk = copy();
    desk.click("目标内容 4");
    desk.fill("分值", "四");
    desk.assert_not("不是数");
    desk.click("决策依据 4");
    desk.click("目标内容 4");
    assert_eq!(desk.text_in("分值"), "四");
    desk.assert_sees("“四”");
    assert_eq!(drafting(&desk).template().node("goal-content").unwrap().points().to_string(), "4");
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    assert_eq!(desk.asks(), Some("unsaved"));
    desk.assert_sees("另有 1 处填写未被接受");
    desk.press(Key::Escape);
    desk.fill("分值", "４");
    desk.click("决策依据 4");
    desk.assert_not("“四”");
}

#[test]
fn typing_is_one_step_back() {
    let mut desk = copy();
    desk.click("目标内容 4");
    desk.fill("名称", "目标写明");
    desk.fill("分值", "12");
    desk.click("决策依据 4");
    let points = |desk: &Desk| drafting(desk).template().node("goal-content").unwrap().points().to_string();
    let name = |desk: &Desk| drafting(desk).template().node("goal-content").unwrap().name().to_string();
    assert_eq!((name(&desk).as_str(), points(&desk).as_str()), ("目标写明", "12"));
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!((name(&desk).as_str(), points(&desk).as_str()), ("目标写明", "4"));
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(name(&desk), "目标内容");
    assert!(!desk.is_enabled("撤销"));
    desk.chord(Modifiers::COMMAND, Key::Y);
    desk.chord(Modifiers::COMMAND, Key::Y);
    assert_eq!((name(&desk).as_str(), points(&desk).as_str()), ("目标写明", "12"));
}

/// The mouse takes the row of one and lets it go at a height within the row of another: 0 its top, 1 its bottom.
fn drag(desk: &mut Desk, row: &str, onto: &str, height: f32) {
    let from = desk.clickable(row).rect().center();
    let target = desk.clickable(onto).rect();
    let to = Pos2::new(target.center().x, target.top() + target.height() * height);
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    desk.at_once([Event::PointerMoved(from)]);
    desk.at_once([button(from, true)]);
    for part in 1_u8..=5 {
        desk.at_once([Event::PointerMoved(from + (to - from) * (f32::from(part) / 5.0))]);
    }
    desk.at_once([button(to, false)]);
    desk.window.run();
}

/// 甲(一,二),乙()
fn small() -> Desk {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.settle();
    desk.click("新建模板");
    for (button, name) in [("＋ 指标组", "甲"), ("＋ 指标", "一"), ("＋ 指标", "二")] {
        desk.click(button);
        desk.types(name);
    }
    desk.click("模板信息");
    desk.click("＋ 指标组");
    desk.types("乙");
    assert_eq!(outline(&desk), "甲(一,二),乙()");
    desk
}

#[test]
fn rows_are_dragged_to_any_place() {
    let mut desk = small();
    drag(&mut desk, "一 0", "乙 0", 0.5);
    assert_eq!(outline(&desk), "甲(二),乙(一)");
    drag(&mut desk, "一 0", "二 0", 0.1);
    assert_eq!(outline(&desk), "甲(一,二),乙()");
    drag(&mut desk, "一 0", "二 0", 0.9);
    assert_eq!(outline(&desk), "甲(二,一),乙()");
    drag(&mut desk, "乙 0", "甲 0", 0.1);
    assert_eq!(outline(&desk), "乙(),甲(二,一)");
    // Into itself it does not go, and nothing is lost by trying.
    drag(&mut desk, "甲 0", "二 0", 0.9);
    assert_eq!(outline(&desk), "乙(),甲(二,一)");
    desk.assert_sees("不能把");
    for _ in 0..4 {
        desk.chord(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(outline(&desk), "甲(一,二),乙()");
}

#[test]
fn the_keyboard_moves_duplicates_and_deletes() {
    let mut desk = small();
    desk.click("二 0");
    desk.chord(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(outline(&desk), "甲(二,一),乙()");
    desk.chord(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(outline(&desk), "甲(一),二,乙()");
    desk.chord(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(outline(&desk), "甲(一,二),乙()");
    desk.chord(Modifiers::ALT, Key::ArrowRight);
    desk.assert_sees("没有可以移到的位置");
    desk.click("复制");
    assert_eq!(outline(&desk), "甲(一,二,二（2）),乙()");
    desk.click("一 0");
    desk.press(Key::Delete);
    assert_eq!(outline(&desk), "甲(二,二（2）),乙()");
    assert_eq!(drafting(&desk).selected_node().map(|node| node.name().to_string()).as_deref(), Some("二"));
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(outline(&desk), "甲(一,二,二（2）),乙()");
    // In a field the key deletes letters.
    desk.click("一 0");
    desk.fill("名称", "一号");
    desk.press(Key::Home);
    desk.press(Key::Delete);
    assert_eq!(outline(&desk), "甲(号,二,二（2）),乙()");
}

#[test]
fn a_draft_is_saved_only_after_it_was_said_to_be_one() {
    let mut desk = small();
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    assert_eq!(desk.asks(), Some("save-errors"), "{}", desk.everything());
    desk.assert_sees("不能用它评分");
    desk.press(Key::Escape);
    assert!(drafting(&desk).path().is_none());
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    desk.click_and_wait("存为草稿");
    let path = drafting(&desk).path().unwrap().to_path_buf();
    assert!(path.starts_with(desk.path("data/templates")));
    desk.assert_sees("已存为草稿");
    // Once it was said, saving just saves.
    desk.click("二 0");
    desk.fill("名称", "贰");
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    assert!(desk.asks().is_none() && !drafting(&desk).is_dirty());
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    desk.assert_sees("草稿：");
    // A draft is not scored with: its card leads into the editor.
    desk.click_and_wait("新模板");
    assert_eq!(outline(&desk), "甲(一,贰),乙()");
    assert!(desk.app().workspace.evaluation().is_none());
}

#[test]
fn header_comments_stay_and_inner_ones_are_told_of() {
    let mut desk = Desk::new();
    let shipped =
        concat!(env!("CARGO_MANIFEST_DIR"), "/scoring_templates/decision-management-performance.ron");
    let original = fs::read_to_string(shipped).unwrap();
    let folder = desk.path("data/templates");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("ours.ron");
    fs::write(&path, &original).unwrap();
    desk = desk.crash_and_start_again();
    desk.click_and_wait(&format!("编辑 {TITLE}"));
    desk.assert_sees("写在内容中间的注释");
    desk.press(Key::Escape);
    desk.fill("版本", "1.1");
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    let saved = fs::read_to_string(&path).unwrap();
    let header: String = original.lines().take(2).map(|line| format!("{line}\n")).collect();
    assert!(header.starts_with("// ") && saved.starts_with(&header), "{saved}");
    let mut old = template::read(original.as_bytes()).unwrap();
    let new = template::read(saved.as_bytes()).unwrap();
    assert_eq!(&*new.version, "1.1");
    old.version = new.version.clone();
    assert_eq!(old, new, "nothing else changed");
}

#[test]
fn a_template_that_somebody_else_changed_is_not_overwritten_unasked() {
    let mut desk = copy();
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    let path = drafting(&desk).path().unwrap().to_path_buf();
    fs::write(&path, "// theirs").unwrap();
    desk.fill("版本", "9");
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    assert_eq!(desk.asks(), Some("changed-on-disk"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "// theirs");
    desk.click_and_wait("仍然覆盖");
    assert!(fs::read_to_string(&path).unwrap().contains("version: \"9\""));
    assert_eq!(fs::read_to_string(path.with_added_extension("bak")).unwrap(), "// theirs");
}

#[test]
fn unreadable_templates_are_named_with_their_error() {
    let desk = Desk::new();
    let folder = desk.path("data/templates");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("broken.ron"), "(format: 1, id: ").unwrap();
    let mut desk = desk.crash_and_start_again();
    desk.assert_sees("不能读：broken.ron");
    desk.click("不能读：broken.ron");
    assert_eq!(desk.asks(), Some("told"));
    assert!(desk.app().workspace.template().is_none());
}

#[test]
fn every_way_out_asks_about_unsaved_changes() {
    let mut desk = copy();
    // A copy that nobody touched is no loss.
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    assert!(desk.asks().is_none() && desk.app().workspace.template().is_none());
    desk.click(&format!("复制后编辑 {TITLE}"));
    desk.fill("版本", "2.0");
    let said = desk.close_window();
    assert!(said.contains(&eframe::egui::ViewportCommand::CancelClose));
    assert_eq!(desk.asks(), Some("unsaved"));
    desk.assert_sees(TITLE);
    desk.press(Key::Escape);
    desk.click("用此模板新建评价");
    assert_eq!(desk.asks(), Some("unsaved"));
    desk.click_and_wait("保存");
    assert_eq!(&*desk.document().template.version, "2.0");
    assert!(desk.app().workspace.template().is_none());
    assert!(desk.path(&format!("data/templates/{TITLE}（副本）.ron")).exists());
}

#[test]
fn the_trial_scores_as_an_evaluation_does() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.settle();
    desk.click(&format!("复制后编辑 {TITLE}"));
    desk.click("服务对象满意度 8");
    desk.fill("试算 满意率", "95");
    assert!(desk.reads("得分 7.60"), "{}", desk.everything());
    desk.click("资金使用 7");
    desk.click("试算 支出依据不合规");
    assert!(desk.reads("得分 5.00"), "{}", desk.everything());
    assert!(drafting(&desk).template().node("fund-use").is_some());
    assert!(!desk.is_enabled("撤销"), "trying changes nothing");
}

#[test]
fn nothing_is_unnamed_and_every_sentence_has_words() {
    for size in [LAPTOP, crate::desk::DOUBLED] {
        for lang in [jiping::text::Lang::Chinese, jiping::text::Lang::English] {
            let mut desk = Desk::with(size, Settings { lang, ..Settings::default() });
            desk.settle();
            let copy = jiping::text::tr(lang, "te-start-copy");
            desk.click(&format!("{copy} {TITLE}"));
            for row in ["项目效果 40", "目标内容 4", "到位率 3", "到位时效 2", "资金使用 7", "社会效益 8"]
            {
                desk.assert_not("te-");
                desk.click(row);
            }
            desk.assert_not("te-");
        }
    }
}

#[test]
fn composing_is_not_yet_a_name() {
    let mut desk = small();
    desk.click("二 0");
    desk.enter_field("名称");
    desk.chord(Modifiers::COMMAND, Key::A);
    desk.at_once([Event::Ime(eframe::egui::ImeEvent::Preedit {
        text: "ming".to_owned(),
        active_range_chars: None,
    })]);
    assert_eq!(outline(&desk), "甲(一,二),乙()");
    desk.at_once([Event::Ime(eframe::egui::ImeEvent::Commit("名".to_owned()))]);
    assert_eq!(outline(&desk), "甲(一,名),乙()");
}

/// Of a template that somebody copied.
#[test]
fn a_group_that_is_opened_has_ways_to_score() {
    let mut desk = copy();
    let before = errors(&desk);
    desk.click("项目产出 15");
    desk.click("每份评价可以在这里加自己的指标");
    assert_eq!(errors(&desk), before, "nothing is missing");
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    desk.click("用此模板新建评价");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.walk_to("产出数量");
    desk.chord(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert!(desk.is_in("项目产出 第1项 名称"));
}
