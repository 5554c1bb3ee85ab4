//! 台账 by keyboard, from a spreadsheet, and back again.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};
use jiping::evaluation::{Edit, LedgerRow, Value, input};
use jiping::number::plain;
use std::sync::Arc;

pub(crate) const TEMPLATE: &str = r#"(
  format: 1, id: "cameras", version: "1", title: "监控维护考核表", points: "20",
  grades: [(name: "优", from: "18"), (name: "良", from: "0")],
  nodes: [
    Indicator(id: "faults", name: "设备完好", points: "10", standard: "每处扣1分", rule: (
      award: Full, deductions: [Ledger(id: "rows", label: "台账扣分")], floor: "0",
      ledger: Some(kinds: [
        (id: "broken", label: "设备故障", unit: "处", worth: Each("1")),
        (id: "late", label: "逾期修复", unit: "日", worth: Each("0.5"), cap: Some("2")),
        (id: "free", label: "酌情扣分", worth: Within(from: "1", to: "5")),
      ], factors: [(id: "twice", label: "催办不落实", times: "2")]),
    )),
    Indicator(id: "survey", name: "满意度", points: "10", standard: "", rule: (
      award: Rate(direction: Positive, measure: Survey(options: [
        (id: "good", label: "满意", weight: "1"), (id: "bad", label: "不满意", weight: "0"),
      ])),
    )),
  ],
)"#;

fn desk() -> Desk {
    let desk = Desk::new();
    let file = desk.a_file("cameras.ron", TEMPLATE.as_bytes());
    let mut desk = desk.open_afresh(&file);
    desk.chord(Modifiers::COMMAND, Key::Num2);
    desk
}

/// In the ledger of the first indicator.
fn ledger() -> Desk {
    let mut desk = desk();
    desk.chord(Modifiers::COMMAND, Key::L);
    desk.assert_sees("台账还没有行");
    desk
}

fn rows(desk: &Desk) -> Vec<Arc<LedgerRow>> {
    desk.document().evaluation().item("faults").map(|entry| entry.ledger.clone()).unwrap_or_default()
}

fn points(desk: &Desk) -> String {
    plain(desk.item("设备完好").ledger.as_ref().unwrap().total.points)
}

const BLOCK: &str = "日期\t点位\t扣分类型\t次数\t免责原因\n\
    2020-01-05\t东门\t设备故障\t２\t\n\
    2020年1月9日\t西门\t逾期修复\t3日\t\n\
    2020/2/7\t南门\t设备故障\t1\t市电中断\n\
    2020.2.8\t北门\t不存在的类型\t1\t\n\
    2020.2.9\t北门\t设备故障\t1\t\n\
    合计\t\t\t7\t\n";

/// Pastes a block and takes what is ready of it.
fn takes(desk: &mut Desk, block: &str) {
    desk.pastes(block);
    desk.click_starting("采用 ");
}

#[test]
fn words_of_a_block_are_asked_about_once_and_the_same_block_is_not_taken_twice() {
    let mut desk = ledger();
    desk.pastes(BLOCK);
    desk.click("逾期修复");
    desk.assert_sees("粘贴：采用 5 行，未采用 1 行");
    desk.click("采用 5 行");
    assert_eq!(rows(&desk).len(), 5);
    assert_eq!(rows(&desk)[0].date, "2020-01-05");
    desk.pastes(BLOCK);
    desk.assert_sees("4 行与台账中已有的相同");
    desk.click("仍然加入");
    desk.assert_sees("粘贴：采用 4 行");
    desk.press(Key::Escape);
    assert_eq!(rows(&desk).len(), 5, "given up");
}

#[test]
fn the_inspector_says_what_the_rows_take() {
    let mut desk = ledger();
    takes(&mut desk, BLOCK);
    desk.press(Key::Escape);
    desk.press(Key::Escape);
    assert_eq!(desk.score("设备完好"), Some("5.5".to_owned()));
    assert!(desk.reads("扣 4.50 分"), "{}", desk.everything());
}

#[test]
fn rows_are_entered_by_keyboard_alone() {
    let mut desk = ledger();
    desk.press(Key::Insert);
    assert!(desk.is_in("第1行 日期"), "a new row waits for its date");
    desk.types("2020-03-05");
    desk.press(Key::Tab);
    assert!(desk.is_in("第1行 对象"));
    desk.types("东门");
    for _ in 0..4 {
        desk.press(Key::Tab);
    }
    assert!(desk.is_in("第1行 次数"), "over cause, handling and kind");
    desk.types("３");
    desk.press(Key::Enter);
    assert!(desk.is_in("第2行 日期"), "Enter in the last row begins another");
    desk.press(Key::Escape);
    let entered = rows(&desk);
    assert_eq!(entered.len(), 2);
    assert_eq!((entered[0].date.as_str(), entered[0].object.as_str()), ("2020-03-05", "东门"));
    assert_eq!((plain(entered[0].count), &*entered[1].kind), ("3".to_owned(), "broken"));
    assert_eq!(desk.score("设备完好").as_deref(), Some("7"), "10 − 3: nothing is said in the second");
    desk.press(Key::Escape);
    assert_eq!(desk.row("设备完好"), "设备完好 7.00 / 10", "Esc leads back to the sheet");
    desk.assert_sees("共 2 行，其中免责 0 行；计 3 次，合计 3 分");
}

#[test]
fn a_block_is_pasted_and_every_line_accounted_for() {
    let mut desk = ledger();
    desk.pastes(BLOCK);
    assert!(rows(&desk).is_empty(), "nothing is taken before it is said");
    desk.assert_sees("粘贴：采用 4 行，未采用 2 行");
    desk.assert_sees("第 5 行：台账没有类型“不存在的类型”。（2020.2.8 北门 不存在的类型 1 ）");
    desk.assert_sees("“不存在的类型”是哪一类？");
    desk.assert_sees("合计行，不是台账的行");
    desk.click("采用 4 行");
    assert_eq!(rows(&desk).len(), 4);
    assert_eq!(points(&desk), "4.5", "2 + 1.5 + 0 exempt + 1");
    assert_eq!(desk.score("设备完好").as_deref(), Some("5.5"));
    desk.assert_sees("2020-01：2 行，3.5 分");
    desk.assert_sees("2020-02：2 行，1 分");
    desk.click("2020-02：2 行，1 分");
    desk.assert_sees("免责，不计");
    desk.assert_not("3.5 分（");
    assert_eq!(desk.text_in("第3行 对象"), "南门", "only the rows of that month, with their numbers");
    desk.click("放弃");
    desk.assert_not("未采用");
    // In a field a word goes into the field, a block into the ledger.
    desk.enter_field("第4行 处理情况");
    desk.pastes("已修复");
    assert_eq!(rows(&desk)[3].handled, "已修复");
    takes(&mut desk, "2020-03-01\t东门\t\t\t设备故障\n2020-03-02\t东门\t\t\t设备故障\n");
    assert_eq!(rows(&desk).len(), 6);
}

#[test]
fn the_deduction_equals_the_sum_of_the_ledger_and_undo_takes_the_block_back() {
    let mut desk = ledger();
    takes(&mut desk, BLOCK);
    let item = desk.item("设备完好");
    let taken: rust_decimal::Decimal = item.causes.iter().map(|cause| cause.points).sum();
    assert_eq!(Some(taken), item.deduction);
    assert_eq!(plain(taken), points(&desk));
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert!(rows(&desk).is_empty(), "one step");
    desk.assert_sees("台账还没有行");
    desk.chord(Modifiers::COMMAND, Key::Y);
    assert_eq!(points(&desk), "4.5");
}

#[test]
fn exempt_rows_say_why_and_count_no_more() {
    let mut desk = ledger();
    takes(&mut desk, BLOCK);
    desk.reach("第1行 免责（原因）");
    desk.fill("第1行 免责（原因）", "雷击");
    assert_eq!(rows(&desk)[0].exempt.as_deref(), Some("雷击"));
    assert_eq!(points(&desk), "2.5");
    desk.fill("第1行 免责（原因）", "");
    assert_eq!(rows(&desk)[0].exempt, None);
    assert_eq!(points(&desk), "4.5");
}

#[test]
fn a_number_that_is_refused_stays_in_its_cell() {
    let mut desk = ledger();
    takes(&mut desk, BLOCK);
    desk.fill("第1行 次数", "1.5");
    desk.press(Key::Tab);
    assert_eq!(desk.text_in("第1行 次数"), "1.5");
    assert_eq!(plain(rows(&desk)[0].count), "2");
    // It moves with its row.
    desk.fill("第2行 次数", "两");
    desk.press(Key::Tab);
    desk.reach("第1行 移除");
    desk.press(Key::Space);
    assert_eq!(desk.text_in("第1行 次数"), "两");
    assert_eq!(rows(&desk).len(), 3);
}

#[test]
fn kinds_and_factors_are_chosen_and_rows_removed_together() {
    let mut desk = ledger();
    desk.pastes("设备故障\t\n");
    desk.assert_sees("未采用 1 行");
    takes(&mut desk, BLOCK);
    desk.choose("第1行 类型", "酌情扣分");
    assert_eq!(&*rows(&desk)[0].kind, "free");
    desk.assert_sees("有行尚未填分值或金额");
    assert_eq!(desk.score("设备完好"), None, "unscored until its points are entered");
    desk.fill("第1行 分值", "2.5");
    desk.press(Key::Tab);
    assert_eq!(points(&desk), "5");
    desk.choose("第1行 加重减轻", "催办不落实");
    assert_eq!(rows(&desk)[0].factors.len(), 1);
    assert_eq!(points(&desk), "7.5");
    desk.press(Key::Escape);
    desk.click("第1行 选中");
    desk.click("第2行 选中");
    desk.click("删除选中的 2 行");
    assert_eq!(points(&desk), "1");
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(rows(&desk).len(), 4);
}

#[test]
fn nothing_to_deduct_is_said_and_not_guessed() {
    let mut desk = desk();
    assert_eq!(desk.score("设备完好"), None);
    desk.click("本期无扣分事项");
    assert_eq!(desk.score("设备完好").as_deref(), Some("10"));
    desk.click("台账扣分");
    desk.press(Key::Insert);
    assert_eq!(desk.score("设备完好").as_deref(), Some("10"), "nothing is said in the row yet");
    desk.types("5");
    assert_eq!(desk.score("设备完好").as_deref(), Some("9"), "a row is something");
    assert_eq!(desk.document().evaluation().item("faults").unwrap().flag(input::NOTHING), None);
}

#[test]
fn five_thousand_rows_draw_only_those_in_sight() {
    let mut desk = ledger();
    let row = Arc::new(LedgerRow { kind: "late".into(), date: "2020-05-01".into(), ..LedgerRow::default() });
    desk.given(&Edit::AddLedgerRows { item: "faults".into(), at: None, rows: vec![row; 5000] });
    let drawn = desk.fields().iter().filter(|name| name.ends_with("行 日期")).count();
    assert!((5..60).contains(&drawn), "{drawn}");
    assert_eq!(points(&desk), "2", "its cap");
    desk.press(Key::Insert);
    desk.window.run_steps(3);
    assert!(desk.is_in("第5001行 日期"), "the new row is in sight");
    desk.types("2020-06-01");
    assert_eq!(rows(&desk)[5000].date, "2020-06-01");
}

#[test]
fn a_file_of_answers_is_counted_and_what_is_odd_is_named() {
    let mut desk = desk();
    desk.walk_to("满意度");
    let file = desk.a_file("answers.csv", "编号,是否满意\n1,满意\n2,满意\n3,不满意\n4,还行\n".as_bytes());
    desk.picks(&file);
    desk.click_and_wait("导入问卷答案…");
    desk.assert_sees("问卷 n = 3 份，空白 0 份；1 份的答案不是选项，没有计入。行号和答案：5：还行");
    desk.click("知道了");
    desk.assert_sees("n = 3");
    assert_eq!(desk.score("满意度").as_deref(), Some("6.67"));
    let inputs = &desk.document().evaluation().item("survey").unwrap().inputs;
    assert_eq!(inputs.get("good/count"), Some(&Value::Number(2.into())));
    let bad = desk.a_file("picture.png", &[0x89, b'P', 0xff, 0xff]);
    desk.picks(&bad);
    desk.click_and_wait("导入问卷答案…");
    desk.assert_sees("不是 UTF-8");
}

#[test]
fn the_monthly_sheet_is_chosen_beside_the_others() {
    let mut desk = ledger();
    takes(&mut desk, BLOCK);
    desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    let pages = |desk: &Desk| desk.shown().preview.sizes.len();
    let before = pages(&desk);
    desk.click_and_wait("月度扣分表");
    assert_eq!(pages(&desk), before + 2, "January and February");
    desk.choose("打印哪个月", "2020-02");
    desk.settle();
    assert_eq!(pages(&desk), before + 1);
    desk.click_and_wait("评分表");
    desk.click_and_wait("扣分明细表");
    assert_eq!(pages(&desk), 1, "the month alone");
    let path = desk.path("二月.pdf");
    desk.picks(&path);
    desk.click_and_wait("存为 PDF…");
    assert_eq!(desk.asks(), Some("print-anyway"), "what is not scored yet is said first");
    desk.click_and_wait("照样输出");
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_row_is_added_from_within_a_cell() {
    let mut desk = ledger();
    desk.press(Key::Insert);
    desk.types("2024-03-05");
    desk.press(Key::Insert);
    assert_eq!(rows(&desk).len(), 2);
    assert_eq!(rows(&desk)[0].date, "2024-03-05", "what was typed is kept");
}

#[test]
fn a_new_row_counts_nothing_until_something_is_said_in_it() {
    let mut desk = ledger();
    for column in ["日期", "对象"] {
        desk.press(Key::Insert);
        let before = points(&desk);
        desk.enter_field(&format!("第{}行 {column}", rows(&desk).len()));
        desk.types("2");
        assert_ne!(points(&desk), before, "{column} makes it an event");
        assert_eq!(plain(rows(&desk).last().unwrap().count), "1");
        desk.press(Key::Escape);
    }
    assert_eq!(points(&desk), "2");
    desk.press(Key::Insert);
    assert_eq!(points(&desk), "2");
    desk.fill("第3行 次数", "4");
    desk.press(Key::Enter);
    assert_eq!(points(&desk), "6");
}

#[test]
fn an_empty_ledger_shows_its_columns() {
    let desk = ledger();
    for column in ["日期", "对象", "故障或事由", "类型", "次数", "确认人", "免责（原因）"]
    {
        assert!(desk.reads(column), "{column} is not among {}", desk.everything());
    }
}

#[test]
fn a_block_without_headings_gives_up_none_of_its_lines() {
    let mut desk = ledger();
    desk.pastes("2020-01-05\t东门卡口设备\t设备故障未修复\t已处理\t设备故障\t2\n2020-01-06\t西门\t断电\t已修复\t设备故障\t1\n");
    desk.assert_sees("粘贴：采用 2 行，未采用 0 行");
    desk.press(Key::Escape);
    // Neither does one without a number: a kind is no heading.
    desk.pastes("\t东门卡口\t故障\t已处理\t逾期修复\n");
    desk.assert_sees("粘贴：采用 1 行，未采用 0 行");
}

#[test]
fn where_there_is_no_ledger_it_is_said_which_have_one() {
    let mut desk = desk();
    desk.walk_to("满意度");
    desk.chord(Modifiers::COMMAND, Key::L);
    desk.assert_sees("有台账的是：设备完好");
    let mut desk = Desk::scoring();
    desk.chord(Modifiers::COMMAND, Key::L);
    desk.assert_sees("这份模板没有带台账的指标");
    // A greyed entry of the menu says it where the mouse rests.
    let at = desk.open_menu("视图", "台账").rect().center();
    desk.at_once([eframe::egui::Event::PointerMoved(at)]);
    desk.window.run_steps(60);
    assert!(desk.everything().matches("这份模板没有带台账的指标").count() > 1, "{}", desk.everything());
}
