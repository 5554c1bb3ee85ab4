//! The score table as a table: reasons typed in it, rows selected together, copied and pasted, columns chosen.

use crate::desk::{Desk, LAPTOP, WIDE};
use eframe::egui::{Event, Key, Modifiers, Pos2};
use jiping::app::{Columns, Settings, SheetColumn};

fn at(name: &str) -> Desk {
    let mut desk = Desk::scoring();
    desk.walk_to(name);
    desk
}

fn reason(desk: &Desk, name: &str) -> String {
    let id = desk.document().card().items.iter().find(|item| &*item.name == name).unwrap().id.clone();
    desk.document().evaluation().item(&id).map(|entry| entry.reason.clone()).unwrap_or_default()
}

#[test]
fn from_the_score_into_the_reason_and_on_to_the_next_row() {
    let mut desk = at("社会效益");
    desk.types("7.5");
    desk.press(Key::Tab);
    assert_eq!(desk.row("社会效益"), "社会效益 7.50 / 8");
    assert!(desk.is_in("社会效益 扣分原因"));
    desk.types("部分点位未覆盖");
    desk.press(Key::Enter);
    assert_eq!(reason(&desk, "社会效益"), "部分点位未覆盖");
    assert_eq!(desk.selected_name(), "环境效益");
    desk.types("8");
    desk.press(Key::Enter);
    assert_eq!(desk.row("环境效益"), "环境效益 8.00 / 8", "digits are scores again");
}

#[test]
fn a_reason_of_two_lines_is_typed_with_alt_enter() {
    let mut desk = at("社会效益");
    desk.press(Key::F4);
    desk.types("一");
    desk.chord(Modifiers::ALT, Key::Enter);
    desk.types("二");
    desk.press(Key::Escape);
    assert_eq!(reason(&desk, "社会效益"), "一\n二");
    assert_eq!(desk.selected_name(), "社会效益");
    desk.press(Key::ArrowDown);
    assert_eq!(desk.selected_name(), "环境效益", "the keys are the table's again");
}

#[test]
fn without_the_column_the_reason_is_typed_beside_the_table() {
    let columns = Columns::default().showing(SheetColumn::Reason, false);
    let mut desk = Desk::with(LAPTOP, Settings { columns, ..Settings::default() });
    desk.begin();
    desk.press(Key::F4);
    assert!(desk.is_in("目标内容 扣分原因及改进措施"));
}

#[test]
fn paging_keys_and_one_key_for_the_next_group() {
    let mut desk = at("目标内容");
    desk.press(Key::End);
    assert_eq!(desk.selected_name(), "服务对象满意度");
    desk.press(Key::Home);
    assert_eq!(desk.selected_name(), "目标内容");
    desk.press(Key::PageDown);
    desk.press(Key::PageUp);
    assert_eq!(desk.selected_name(), "目标内容");
    desk.press(Key::F9);
    assert_eq!(desk.selected_name(), "决策依据");
}

#[test]
fn one_key_each_to_what_is_not_scored() {
    let mut desk = at("目标内容");
    desk.press(Key::F5);
    assert_eq!(desk.row("目标内容"), "目标内容 资料不足 / 4");
    desk.press(Key::F7);
    assert_eq!(desk.asks(), Some("not-applicable"));
}

fn copied(desk: &mut Desk) -> jiping::app::CopiedTable {
    desk.at_once([Event::Copy]);
    desk.copied().pop().expect("something was copied")
}

#[test]
fn rows_are_copied_as_a_table_with_headings_and_groups() {
    let mut desk = at("目标内容");
    desk.press(Key::Num4);
    desk.press(Key::Enter);
    desk.press(Key::Enter);
    desk.walk_to("目标内容");
    desk.press(Key::F4);
    desk.types("甲\t乙");
    desk.press(Key::Escape);
    desk.chord(Modifiers::SHIFT, Key::ArrowDown);
    let copied = copied(&mut desk);
    let lines: Vec<&str> = copied.text.lines().collect();
    assert_eq!(lines[0], "指标\t分值\t得分\t扣分\t扣分原因及改进措施\t评价标准\t佐证");
    assert!(lines[1].starts_with("项目决策\t20\t") && lines[2].starts_with("项目目标\t4\t"), "{lines:?}");
    assert!(lines[3].starts_with("目标内容\t4\t4.00\t\t"), "{}", lines[3]);
    assert!(lines.iter().any(|line| line.starts_with("决策过程\t8\t")), "the group between them: {lines:?}");
    assert!(lines.last().unwrap().starts_with("决策依据\t4\t\t"), "{lines:?}");
    assert!(copied.html.contains("<td align=\"right\">4.00</td>"));
    desk.assert_sees("已复制 2 项");
}

#[test]
fn cells_are_selected_with_the_mouse_and_copied_alone() {
    let mut desk = at("目标内容");
    desk.types("3");
    desk.press(Key::Tab);
    desk.press(Key::Escape);
    desk.press(Key::Escape);
    let score = |desk: &Desk, name: &str| -> Pos2 {
        let rect = desk.clickable(&desk.row(name)).rect();
        Pos2::new(rect.left() + 270.0, rect.center().y)
    };
    let (from, to) = (score(&desk, "决策依据"), score(&desk, "决策程序"));
    desk.drag(from, to);
    let block = desk.shown().block.clone().expect("cells are selected");
    assert_eq!((block.from.column, block.to.column), (SheetColumn::Score, SheetColumn::Score));
    assert_eq!(copied(&mut desk).text.lines().count(), 2);
}

#[test]
fn a_pasted_block_is_proposed_and_each_row_taken_or_refused() {
    let mut desk = at("经济效益");
    // 经济效益 is worked out, 社会效益 and 环境效益 take a score, 9 is more than there is.
    desk.pastes("6\t测算依据不足\r\n7.5\t覆盖不全\r\n9\t\r\n");
    assert_eq!(desk.asks(), Some("pasted"));
    assert_eq!(desk.score("社会效益"), None, "nothing is taken before it is said");
    desk.assert_sees("规则算不出，作人工改分");
    desk.click("采用 1 项");
    assert_eq!(desk.row("社会效益"), "社会效益 7.50 / 8");
    assert_eq!(reason(&desk, "社会效益"), "覆盖不全");
    assert_eq!(desk.score("经济效益"), None, "no reason was given for setting it by hand");
    assert_eq!(reason(&desk, "经济效益"), "", "it would explain a score that was not taken");
    assert_eq!(desk.score("环境效益"), None);
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!((desk.score("社会效益"), reason(&desk, "社会效益")), (None, String::new()), "one step");
}

/// A slip in one row does not make reasons of all scores.
#[test]
fn one_word_among_pasted_scores_is_refused_alone() {
    let mut desk = at("社会效益");
    desk.pastes("7.5\t群众反映慢\r\n8\t\r\nabc\t字母\r\n");
    desk.click("采用 2 项");
    assert_eq!(desk.row("社会效益"), "社会效益 7.50 / 8");
    assert_eq!(reason(&desk, "社会效益"), "群众反映慢");
    assert_eq!(desk.row("环境效益"), "环境效益 8.00 / 8");
    assert_eq!(reason(&desk, "可持续影响"), "");
}

#[test]
fn a_pasted_table_finds_its_rows_by_their_names() {
    let mut desk = at("环境效益");
    desk.pastes("指标\t得分\t扣分原因\r\n环境效益\t7\t绿化未完成\r\n没有这项\t1\t\r\n社会效益\t8\t\r\n");
    desk.assert_sees("1 行在表中没有对应的指标");
    desk.click("采用 2 项");
    assert_eq!(desk.row("社会效益"), "社会效益 8.00 / 8");
    assert_eq!(desk.row("环境效益"), "环境效益 7.00 / 8");
    assert_eq!(reason(&desk, "环境效益"), "绿化未完成");
}

#[test]
fn what_was_copied_can_be_pasted_back() {
    let mut desk = at("社会效益");
    desk.types("7");
    desk.press(Key::Tab);
    desk.types("第一行");
    desk.chord(Modifiers::ALT, Key::Enter);
    desk.types("第二行");
    desk.press(Key::Escape);
    let table = copied(&mut desk);
    desk.press(Key::F4);
    desk.chord(Modifiers::COMMAND, Key::A);
    desk.press(Key::Delete);
    desk.press(Key::Escape);
    desk.pastes(&table.text);
    desk.click("采用 1 项");
    assert_eq!(reason(&desk, "社会效益"), "第一行\n第二行");
}

#[test]
fn the_right_button_offers_what_can_be_done() {
    let mut desk = at("环境效益");
    let rect = desk.clickable(&desk.row("社会效益")).rect();
    let pos = Pos2::new(rect.left() + 30.0, rect.center().y);
    desk.right_click(pos);
    assert_eq!(desk.selected_name(), "社会效益");
    desk.click_starting("资料不足");
    assert_eq!(desk.row("社会效益"), "社会效益 资料不足 / 8");
}

#[test]
fn columns_are_hidden_at_the_heading_and_stay_so() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.begin();
    let heading = desk.label_rect("评价标准");
    desk.right_click(heading.center());
    desk.click("评价标准");
    assert!(!desk.app().shared.settings.columns.shows(SheetColumn::Standard));
    desk.press(Key::Escape);
    desk.right_click(desk.label_rect("指标").center());
    desk.click("恢复默认列");
    assert_eq!(desk.app().shared.settings.columns, Columns::default());
}

#[test]
fn a_column_is_widened_at_its_edge() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.begin();
    let before = desk.label_rect("分值").right();
    let edge = Pos2::new(before, desk.label_rect("分值").center().y);
    desk.drag(edge, Pos2::new(edge.x + 40.0, edge.y));
    let after = desk.label_rect("分值").right();
    assert!((after - before - 40.0).abs() < 3.0, "{before} → {after}");
    assert_ne!(desk.app().shared.settings.columns, Columns::default());
}

#[test]
fn a_block_fills_the_funds_form_from_the_cell_with_the_focus() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    let source = desk.document().evaluation().funds.lines[0].source.clone();
    let lines = desk.document().evaluation().funds.lines.len();
    desk.enter_field(&format!("{source} 年初预算数"));
    let block = "年初\t全年\t到位\t执行\r\n1,000\t1200\t900\t850.5\r\n1000\tabc\t\t0\r\n".to_owned();
    desk.pastes(&(block + &"1\t1\t1\t1\r\n".repeat(lines) + "合计\t9\t9\t9\r\n"));
    let funds = desk.document().evaluation().funds.clone();
    assert_eq!(funds.lines[0].executed.map(|amount| amount.to_string()).as_deref(), Some("850.5"));
    assert_eq!(funds.lines[0].initial_budget.map(|amount| amount.to_string()).as_deref(), Some("1000"));
    assert_eq!(funds.lines[1].annual_budget, None);
    assert_eq!(funds.lines.len(), lines + 2, "a line for each row, none for 合计");
    desk.assert_sees("第 2 行“abc”没有采用");
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.document().evaluation().funds.lines.len(), lines, "one step back");
}

#[test]
fn a_day_is_picked_in_a_calendar() {
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.fill("评价日期", "2026年3月15日");
    desk.click("选择日期");
    desk.click("2026-03-20");
    assert_eq!(desk.document().evaluation().project.date, "2026年3月20日");
}

/// A refused amount, a block over it, names in front of amounts, units behind them.
#[test]
fn a_block_takes_the_place_of_what_was_refused_and_is_one_step() {
    let mut desk = Desk::new();
    desk.click("项目支出绩效评价评分表");
    let source = desk.document().evaluation().funds.lines[0].source.clone();
    let cell = format!("{source} 年初预算数");
    desk.fill(&cell, "-50");
    desk.press(Key::Tab);
    desk.assert_sees("不能小于 0");
    let before = desk.document().evaluation().clone();
    desk.enter_field(&cell);
    desk.pastes("市级财政\t200\t5,588.17万元\t5000元\n单位自有\t1\t2\t3\n");
    let funds = desk.document().evaluation().funds.clone();
    let [first, second] = &funds.lines[..2] else { panic!("{funds:?}") };
    assert_eq!((&*first.source, &*second.source), ("市级财政", "单位自有"));
    let amounts = [first.initial_budget, first.annual_budget, first.received];
    assert_eq!(amounts.map(|amount| amount.unwrap().to_string()), ["200", "5588.17", "0.5"]);
    assert_eq!(desk.text_in("市级财政 年初预算数"), "200", "the cell shows what is counted");
    desk.assert_not("不能小于 0");
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(**desk.document().evaluation(), *before, "the cell still has the focus");
}

#[test]
fn tab_goes_from_amount_to_amount() {
    let mut desk = Desk::new();
    desk.click("项目支出绩效评价评分表");
    let lines = desk.document().evaluation().funds.lines.len();
    desk.enter_field("资金来源 1");
    for line in 0..lines {
        desk.types(&format!("来源{line}"));
        for amount in ["1", "2", "3", "4"] {
            desk.press(Key::Tab);
            desk.types(amount);
        }
        desk.press(Key::Tab);
    }
    for (number, line) in desk.document().evaluation().funds.lines.iter().enumerate() {
        assert_eq!(line.source, format!("来源{number}"));
        assert_eq!(line.executed.map(|amount| amount.to_string()).as_deref(), Some("4"), "{line:?}");
    }
}

#[test]
fn a_pasted_block_is_taken_with_enter() {
    let mut desk = at("目标内容");
    desk.pastes("4\t\n4\t\n");
    assert_eq!(desk.asks(), Some("pasted"));
    desk.press(Key::Enter);
    assert_eq!((desk.row("目标内容"), desk.asks()), ("目标内容 4.00 / 4".to_owned(), None));
    desk.walk_to("产出质量");
    desk.pastes("3.5\t按验收报告\n2\t\n");
    desk.types("照录验收报告");
    desk.press(Key::Enter);
    assert_eq!((desk.row("产出质量"), desk.asks()), ("产出质量 3.50 / 4".to_owned(), None));
}
