//! Numbers as people type them, and numbers that cannot be.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};
use jiping::evaluation::{Edit, FundField, FundLine};
use rust_decimal::dec;

const RATE: &str = "产出数量 产出数量率";
const POINTS: &str = "社会效益 评定得分";

/// In the best band of 社会效益, 6.4 to 8 points, with the field for the points open.
fn in_band() -> Desk {
    let mut desk = Desk::scoring();
    desk.walk_to("社会效益");
    desk.option(Key::Num1);
    assert!(desk.is_in(POINTS));
    desk
}

#[test]
fn full_width_digits_and_a_chinese_stop_are_numbers() {
    for typed in ["７．５", "7。5", " 7.5 ", "7.50"] {
        let mut desk = in_band();
        desk.types(typed);
        desk.press(Key::Enter);
        assert_eq!(desk.row("社会效益"), "社会效益 7.50 / 8", "{typed}");
    }
    let mut desk = Desk::scoring();
    desk.walk_to("资金使用");
    desk.option(Key::Num3);
    desk.types("３。５");
    desk.press(Key::Tab);
    assert_eq!(desk.row("资金使用"), "资金使用 3.50 / 7");
    desk.walk_to("产出数量");
    desk.press(Key::F6);
    desk.fill(RATE, "９５％");
    desk.press(Key::Enter);
    assert_eq!(desk.row("产出数量"), "产出数量 4.75 / 5");
}

/// Each is refused at the field: the words, the draft, and an evaluation that nothing happened to.
#[test]
fn what_cannot_be_is_refused_and_kept() {
    let cases = [
        ("abc", "“abc”不是数字"),
        ("1e3", "不是数字"),
        ("9", "9 不在 6.4 至 8 之间"),
        ("7.001", "7.001 不是 0.01 的整数倍"),
        ("8.001", "8.001 不在 6.4 至 8 之间"),
        ("-1", "-1 不在 6.4 至 8 之间"),
    ];
    for (typed, words) in cases {
        let mut desk = in_band();
        let before = desk.document().evaluation().clone();
        let undo = desk.document().undo_label().cloned();
        desk.types(typed);
        desk.press(Key::Enter);
        desk.assert_sees(words);
        assert_eq!(desk.text_in(POINTS), typed);
        assert_eq!(desk.document().evaluation(), &before, "{typed}");
        assert_eq!(desk.document().undo_label(), undo.as_ref(), "{typed}: no step of the history");

        desk.chord(Modifiers::ALT, Key::ArrowDown);
        assert_eq!(desk.selected_name(), "环境效益");
        desk.chord(Modifiers::ALT, Key::ArrowUp);
        assert_eq!(desk.text_in(POINTS), typed, "the draft waits for its field to be seen again");
        desk.assert_sees(words);
        assert_eq!(desk.document().evaluation(), &before, "{typed}");

        desk.fill(POINTS, "7.5");
        desk.press(Key::Enter);
        assert_eq!(desk.row("社会效益"), "社会效益 7.50 / 8", "after {typed}");
        desk.assert_not(words);
    }
}

#[test]
fn esc_gives_a_draft_up() {
    let mut desk = in_band();
    desk.types("7.5");
    desk.press(Key::Enter);
    desk.fill(POINTS, "9");
    desk.press(Key::Escape);
    assert_eq!(desk.text_in(POINTS), "7.5");
    assert_eq!(desk.row("社会效益"), "社会效益 7.50 / 8");
    desk.fill(POINTS, "9");
    desk.press(Key::Enter);
    desk.assert_sees("9 不在 6.4 至 8 之间");
    desk.enter_field(POINTS);
    desk.press(Key::Escape);
    assert_eq!(desk.text_in(POINTS), "7.5", "also one that was refused before");
    desk.assert_not("9 不在 6.4 至 8 之间");
}

#[test]
fn a_number_counts_when_its_field_is_left_for_another_row() {
    let mut desk = in_band();
    desk.types("7.5");
    let row = desk.row("经济效益");
    desk.click(&row);
    assert_eq!(desk.selected_name(), "经济效益");
    assert_eq!(desk.row("社会效益"), "社会效益 7.50 / 8");
}

#[test]
fn a_number_counts_when_the_file_is_saved_while_it_is_typed() {
    let mut desk = in_band();
    desk.types("7.5");
    desk.save_as("评价.jiping");
    assert_eq!(desk.row("社会效益"), "社会效益 7.50 / 8");
    assert!(!desk.document().is_dirty());
}

#[test]
fn amounts_are_refused_where_they_stand() {
    let mut desk = Desk::scoring();
    desk.click("项目与资金");
    let budget = "财政资金 全年预算数";
    desk.fill(budget, "-5");
    desk.press(Key::Tab);
    desk.assert_sees("不能小于 0");
    assert_eq!(desk.text_in(budget), "-5");
    desk.fill(budget, "1,23,45.60");
    desk.press(Key::Tab);
    desk.assert_sees("不是数字");
    desk.fill(budget, "１２，３４５。６０");
    desk.press(Key::Tab);
    desk.assert_not("不是数字");
    assert_eq!(desk.text_in(budget), "12345.60", "money keeps the decimals that were typed");
}

#[test]
fn amounts_of_a_column_have_the_same_decimals() {
    let mut desk = Desk::scoring();
    desk.click("项目与资金");
    let budget = |line: usize| Edit::SetFundAmount {
        line,
        field: FundField::AnnualBudget,
        amount: Some([dec!(1000), dec!(5588.17)][line]),
    };
    desk.given(&budget(0));
    assert_eq!(desk.text_in("财政资金 全年预算数"), "1000");
    desk.given(&Edit::AddFundLine(FundLine { source: "租用费".into(), ..FundLine::default() }));
    desk.given(&budget(1));
    assert_eq!(desk.text_in("财政资金 全年预算数"), "1000.00");
    assert!(desk.reads("6588.17"));
}

#[test]
fn nothing_divided_by_nothing_is_a_dash() {
    let mut desk = Desk::scoring();
    desk.click("项目与资金");
    desk.fill("财政资金 全年预算数", "0");
    desk.press(Key::Tab);
    desk.types("0");
    desk.press(Key::Tab);
    assert!(desk.reads("—"));
    desk.assert_not("0%");
    desk.click("评分");
    assert_eq!(desk.row("到位率"), "到位率 未评 / 3");
}

/// Edges of the qualitative bands belong to this evaluation.
#[test]
fn band_edges_can_be_moved() {
    let mut desk = in_band();
    desk.types("5");
    desk.press(Key::Enter);
    desk.assert_sees("5 不在 6.4 至 8 之间");
    assert_eq!(desk.score("社会效益"), None);
    desk.fill("社会效益 档线（可改） 1", "50");
    desk.press(Key::Enter);
    desk.assert_sees("档线不成立");
    desk.fill("社会效益 档线（可改） 2", "30");
    desk.press(Key::Enter);
    desk.fill("社会效益 档线（可改） 1", "50");
    desk.press(Key::Enter);
    desk.assert_not("档线不成立");
    desk.fill(POINTS, "5");
    desk.press(Key::Enter);
    assert_eq!(desk.row("社会效益"), "社会效益 5.00 / 8");
}

/// As in a spreadsheet, Enter leads from amount to amount, and on through the head.
#[test]
fn enter_walks_a_form_as_tab_does() {
    let mut desk = Desk::new();
    desk.click("项目支出绩效评价评分表");
    desk.chord(Modifiers::COMMAND, Key::Num1);
    desk.enter_field("财政资金 全年预算数");
    for amount in ["1000", "900", "850"] {
        desk.types(amount);
        desk.press(Key::Enter);
    }
    let line = &desk.document().evaluation().funds.lines[0];
    let amounts =
        [line.annual_budget, line.received, line.executed].map(|amount| amount.unwrap().to_string());
    assert_eq!(amounts, ["1000", "900", "850"]);
    desk.enter_field("项目名称");
    desk.types("某项目");
    desk.press(Key::Enter);
    assert!(desk.is_in("年度"));
}

#[test]
fn the_name_of_the_project_has_the_width_of_its_card() {
    for size in [crate::desk::LAPTOP, crate::desk::WIDE, crate::desk::DOUBLED] {
        let mut desk = Desk::with(size, jiping::app::Settings::default());
        desk.begin();
        desk.chord(Modifiers::COMMAND, Key::Num1);
        let (name, remark) = (desk.field("项目名称").rect(), desk.field("备注").rect());
        assert!((name.right() - remark.right()).abs() < 3.0, "{name} ends as {remark} does");
        assert!(name.width() > remark.width() * 0.8, "{name} in {remark}");
    }
}
