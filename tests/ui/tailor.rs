//! Indicators of one's own, and points set for one evaluation.

use crate::desk::{DOUBLED, Desk};
use eframe::egui::{Key, Modifiers};
use jiping::app::{Settings, ViewKind};
use jiping::checks::CheckId;

fn self_evaluation() -> Desk {
    let mut desk = Desk::new();
    desk.click("项目支出绩效自评表");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk
}

fn next(desk: &mut Desk, text: &str) {
    desk.types(text);
    desk.press(Key::Tab);
}

/// Tab until a control of that name has the focus.
fn tab_to(desk: &mut Desk, name: &str) {
    for _ in 0..80 {
        if desk.is_focused(name) {
            return;
        }
        desk.press(Key::Tab);
    }
    panic!("Tab does not reach {name}");
}

/// Two indicators of 产出, by keyboard alone.
fn with_two() -> Desk {
    let mut desk = self_evaluation();
    desk.chord(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert_eq!(desk.shown().view, ViewKind::Tailor, "预算执行率 stands in no open group");
    tab_to(&mut desk, "数量指标 增加指标");
    desk.press(Key::Space);
    assert!(desk.is_in("数量指标 第1项 名称"), "a new indicator waits for its name");
    next(&mut desk, "新增点位");
    assert!(desk.is_focused("数量指标 第1项 计分方式"));
    tab_to(&mut desk, "数量指标 第1项 计量单位");
    next(&mut desk, "路");
    next(&mut desk, "30");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    assert_eq!(desk.selected_name(), "新增点位");
    desk.chord(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert!(desk.is_in("数量指标 第2项 名称"), "in the group of the selected one");
    next(&mut desk, "更换设备");
    tab_to(&mut desk, "数量指标 第2项 分值");
    next(&mut desk, "15");
    desk
}

fn errors(desk: &Desk) -> Vec<String> {
    let found = desk.document().findings().iter().filter(|finding| finding.id == CheckId::C64);
    found.map(|finding| finding.message.text(jiping::text::Lang::Chinese)).collect()
}

#[test]
fn a_self_evaluation_is_made_and_scored_by_keyboard() {
    let mut desk = with_two();
    let own: Vec<_> = desk.document().evaluation().tailoring.own.iter().map(|own| &*own.name).collect();
    assert_eq!(own, ["新增点位", "更换设备"]);
    assert_eq!(&*desk.document().evaluation().tailoring.own[0].unit, "路");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.walk_to("新增点位");
    desk.reach("新增点位 年度指标值");
    next(&mut desk, "200");
    next(&mut desk, "150");
    assert_eq!(desk.row("新增点位"), "新增点位 22.50 / 30");
}

#[test]
fn points_that_do_not_add_up_are_named_until_they_do() {
    let mut desk = with_two();
    desk.assert_sees("55 / 100");
    assert!(errors(&desk).contains(&"“产出指标”下各项分值相加为 45，应为 50。".to_owned()));
    desk.chord(Modifiers::COMMAND, Key::Num3);
    desk.assert_sees("“产出指标”下各项分值相加为 45，应为 50。");
    desk.click("指标与分值… “产出指标”下各项分值相加为 45，应为 50。");
    desk.press(Key::G);
    assert_eq!(desk.shown().view, ViewKind::Tailor, "a click leads to where it is put right");
    desk.assert_sees("合计 45 / 50，还差 5");
    desk.fill("数量指标 第2项 分值", "20");
    desk.press(Key::Enter);
    desk.assert_sees("合计 50");
    desk.assert_not("还差 5");
    assert!(!errors(&desk).iter().any(|error| error.contains("产出指标")));
    desk.fill("产出指标 分值", "60");
    desk.press(Key::Enter);
    desk.assert_sees("合计 50 / 60，还差 10");
    desk.click("产出指标 分值 恢复");
    assert!(desk.document().evaluation().tailoring.points.is_empty());
    desk.assert_not("合计 50 / 60");
}

#[test]
fn refused_entries_stay_with_the_reason() {
    let mut desk = with_two();
    desk.chord(Modifiers::COMMAND, Key::T);
    desk.fill("数量指标 第2项 分值", "-3");
    desk.press(Key::Enter);
    assert_eq!(desk.text_in("数量指标 第2项 分值"), "-3");
    desk.assert_sees("分值 -3 不成立");
    desk.fill("数量指标 第1项 名称", "");
    desk.press(Key::Enter);
    desk.assert_sees("指标名称不能为空");
    assert_eq!(&*desk.document().evaluation().tailoring.own[0].name, "新增点位");
}

#[test]
fn own_indicators_move_and_go_and_come_back() {
    let mut desk = with_two();
    desk.click("数量指标 第2项 上移");
    let names = |desk: &Desk| -> Vec<String> {
        desk.document().evaluation().tailoring.own.iter().map(|own| own.name.to_string()).collect()
    };
    assert_eq!(names(&desk), ["更换设备", "新增点位"]);
    assert!(!desk.is_enabled("数量指标 第1项 上移"), "it is the first now");
    desk.click("数量指标 第1项 删除");
    assert_eq!(names(&desk), ["新增点位"], "nothing was entered: nothing is asked");
    assert_eq!(desk.selected_name(), "新增点位", "what stands in its place is selected");
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&desk), ["更换设备", "新增点位"]);
    desk.reach("新增点位 年度指标值");
    next(&mut desk, "200");
    next(&mut desk, "150");
    desk.click("数量指标 第2项 删除");
    assert_eq!(desk.asks(), Some("remove-own"));
    desk.click("移除");
    assert_eq!(names(&desk), ["更换设备"]);
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.row("新增点位"), "新增点位 22.50 / 30", "with its entries");
}

#[test]
fn another_way_to_score_is_chosen_from_the_group_s_patterns() {
    let mut desk = with_two();
    desk.choose("数量指标 第2项 计分方式", "达成／未达成");
    assert_eq!(&*desk.document().evaluation().tailoring.own[1].pattern, "reached");
    assert_eq!(&*desk.document().evaluation().tailoring.own[1].name, "更换设备");
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(&*desk.document().evaluation().tailoring.own[1].pattern, "at-least");
}

#[test]
fn what_was_added_to_the_sheet_is_found_by_its_name() {
    let mut desk = with_two();
    desk.chord(Modifiers::COMMAND, Key::F);
    desk.types("ghsb");
    assert_eq!(desk.selected_name(), "更换设备");
    assert_eq!(desk.rows().len(), 1, "{:?}", desk.rows());
}

fn department() -> Desk {
    let mut desk = Desk::new();
    desk.click("项目支出部门评价评分表");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk
}

#[test]
fn the_points_of_a_template_are_set_in_the_inspector() {
    let mut desk = department();
    let name = desk.selected_name();
    desk.fill(&format!("{name} 分值"), "4");
    desk.press(Key::Enter);
    desk.assert_sees("101 / 100");
    assert!(desk.row(&name).ends_with("/ 4"));
    desk.click(&format!("{name} 分值 恢复"));
    assert!(errors(&desk).is_empty());
}

/// 部门评价 is detailed in 产出 and 效益: an own indicator shares the points of its group with the one that stands there.
#[test]
fn a_department_evaluation_takes_own_indicators_in_output_and_effect() {
    let mut desk = department();
    desk.walk_to("实际完成率");
    desk.chord(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert!(desk.is_in("产出数量 第1项 名称"));
    next(&mut desk, "新增点位");
    tab_to(&mut desk, "产出数量 第1项 分值");
    next(&mut desk, "3");
    next(&mut desk, "路");
    assert!(errors(&desk).iter().any(|error| error.contains("产出数量")), "3 more than the 8 of the group");
    desk.walk_to("实际完成率");
    desk.fill("实际完成率 分值", "5");
    desk.press(Key::Enter);
    assert_eq!(errors(&desk), Vec::<String>::new());
    desk.walk_to("新增点位");
    desk.reach("新增点位 目标值");
    next(&mut desk, "200");
    next(&mut desk, "100");
    assert_eq!(desk.row("新增点位"), "新增点位 1.50 / 3");
}

#[test]
fn where_no_indicator_can_be_added_it_is_said_why() {
    let mut desk = department();
    desk.chord(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert_eq!(desk.shown().view, ViewKind::Tailor, "other groups take some");
    desk.assert_sees("“项目立项”不能自设指标");
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    desk.assert_sees("没有能自设指标的分组");
    assert_eq!(desk.shown().view, ViewKind::Scores);
}

const BLOCK: &str = "新增点位\t≥200\t3\t路\r\n完好率\t≥95%\t很多\r\n更换设备\t50台\t2\r\n";

fn own_names(desk: &Desk) -> Vec<String> {
    desk.document().evaluation().tailoring.own.iter().map(|own| own.name.to_string()).collect()
}

#[test]
fn a_pasted_block_is_shown_before_it_counts_and_is_one_step() {
    let mut desk = department();
    desk.walk_to("质量达标率");
    desk.chord(Modifiers::COMMAND, Key::T);
    desk.pastes(BLOCK);
    assert_eq!(desk.asks(), Some("paste-own"));
    desk.assert_sees("第 2 行“完好率 ≥95% 很多”没有采用：“很多”不是数字");
    desk.assert_sees("≥ 正向");
    assert_eq!(own_names(&desk), Vec::<String>::new(), "nothing counts yet");
    desk.press(Key::Enter);
    assert_eq!(own_names(&desk), ["新增点位", "更换设备"]);
    desk.assert_sees("已增加 2 项指标");
    desk.assert_sees("105 / 100");
    desk.assert_not("−-");
    let own = desk.document().evaluation().tailoring.own.clone();
    assert!(own.iter().all(|own| &*own.group == "quality"), "where the selected indicator stands");
    let entry = desk.document().evaluation().item(&own[1].id).unwrap();
    assert_eq!(entry.number("target").map(|target| target.to_string()).as_deref(), Some("50"));
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(own_names(&desk), Vec::<String>::new(), "one step back");
    desk.chord(Modifiers::COMMAND, Key::Y);
    assert_eq!(own_names(&desk).len(), 2);
}

#[test]
fn lines_of_a_block_are_left_out_and_put_elsewhere_with_the_mouse() {
    let mut desk = department();
    desk.chord(Modifiers::COMMAND, Key::T);
    desk.enter_field("决策 分值");
    desk.pastes(BLOCK);
    assert_eq!(desk.asks(), Some("paste-own"), "a block is no word for the field");
    desk.choose("没有写分组的放到", "产出成本");
    desk.click("更换设备");
    desk.click("增加 1 项");
    assert_eq!(own_names(&desk), ["新增点位"]);
    assert_eq!(&*desk.document().evaluation().tailoring.own[0].group, "cost");
    desk.pastes(BLOCK);
    desk.choose("没有写分组的放到", "产出成本");
    desk.assert_sees("已有同名指标");
    desk.click("增加 1 项");
    assert_eq!(own_names(&desk), ["新增点位", "更换设备"], "what is there is not doubled");
}

#[test]
fn a_pasted_block_outlives_a_crash() {
    let mut desk = department();
    desk.chord(Modifiers::COMMAND, Key::T);
    desk.pastes(BLOCK);
    desk.press(Key::Enter);
    let mut desk = desk.crash_and_start_again();
    desk.click_and_wait("恢复");
    assert_eq!(own_names(&desk), ["新增点位", "更换设备"]);
}

/// A template that leaves nothing to set does not offer it.
#[test]
fn where_nothing_is_adjustable_nothing_is_offered() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::T);
    assert_eq!(desk.shown().view, ViewKind::Scores);
    desk.assert_not("指标与分值");
}

#[test]
fn new_points_that_lose_a_score_say_so() {
    let mut desk = Desk::new();
    desk.click("项目支出部门评价评分表");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.walk_to("立项依据充分性");
    desk.types("2.5");
    desk.press(Key::Enter);
    desk.fill("改分理由（必填）", "会议纪要");
    desk.click("直接给 2.5 分");
    assert_eq!(desk.score("立项依据充分性").as_deref(), Some("2.5"));
    desk.assert_sees("人工改分：会议纪要");
    desk.chord(Modifiers::COMMAND, Key::T);
    desk.fill("立项依据充分性 分值", "2");
    desk.press(Key::Enter);
    desk.assert_sees("“立项依据充分性”原来的得分 2.5 不适合新的分值");
}

#[test]
fn the_columns_have_headings_and_numbers_one_right_edge() {
    let mut desk = with_two();
    desk.chord(Modifiers::COMMAND, Key::T);
    let heading = desk.label_rect("分值");
    let first = desk.field("数量指标 第1项 分值").rect();
    assert!(heading.bottom() <= first.top() && heading.right() > first.left(), "{heading} over {first}");
    desk.assert_sees("计量单位");
    // The group 数量指标 adds up by itself: what nobody types stands below what is typed.
    let sum = desk.label_rect("45");
    assert!((sum.right() - heading.right()).abs() < 1.0, "{sum} below {heading}");
    assert!(sum.right() < first.right() && sum.right() > first.right() - 16.0, "{sum} ends as {first}");
}

#[test]
fn what_restores_points_stands_in_every_row() {
    let mut desk = self_evaluation();
    desk.chord(Modifiers::COMMAND, Key::T);
    assert!(!desk.is_enabled("产出指标 分值 恢复"));
    let before = desk.clickable("产出指标 分值 恢复").rect();
    desk.fill("产出指标 分值", "60");
    desk.press(Key::Enter);
    assert!(desk.is_enabled("产出指标 分值 恢复"));
    assert_eq!(desk.clickable("产出指标 分值 恢复").rect(), before);
}

#[test]
fn pages_are_turned_with_the_keyboard() {
    let mut desk = Desk::with(DOUBLED, Settings::default());
    desk.click("项目支出部门评价评分表");
    desk.chord(Modifiers::COMMAND, Key::T);
    let top = |desk: &Desk| desk.clickable("决策 分值 恢复").rect().top();
    pages_turn(&mut desk, top);
    desk.chord(Modifiers::COMMAND, Key::Num1);
    pages_turn(&mut desk, |desk: &Desk| desk.field("项目名称").rect().top());
    // In a field Home and End are its own.
    desk.enter_field("项目名称");
    let before = desk.field("项目名称").rect().top();
    desk.press(Key::End);
    assert!((desk.field("项目名称").rect().top() - before).abs() < 0.5);
}

fn pages_turn(desk: &mut Desk, top: impl Fn(&Desk) -> f32) {
    let start = top(desk);
    desk.press(Key::PageDown);
    let below = top(desk);
    assert!(below < start - 100.0, "a page down: {start} to {below}");
    desk.press(Key::PageUp);
    assert!((top(desk) - start).abs() < 0.5);
    desk.press(Key::End);
    assert!(top(desk) < below, "the end is further down than a page");
    desk.press(Key::Home);
    assert!((top(desk) - start).abs() < 0.5);
}
