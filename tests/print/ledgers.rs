//! The 月度扣分表, read back from the PDF.

use super::paper::{self, DIGEST, Printout};
use jiping::evaluation::{Edit, LedgerRow, ProjectField, Signatory};
use jiping::print::{LedgerSheet, Paper};
use jiping::scoring::Month;
use jiping::template::{Template, read};
use rust_decimal::Decimal;
use std::sync::Arc;

fn template(signatures: &str) -> Template {
    let text = format!(
        r#"(
  format: 1, id: "cameras", version: "2.1", title: "监控维护考核表", points: "20",
  grades: [(name: "优", from: "18"), (name: "良", from: "0")],
  nodes: [
    Indicator(id: "faults", name: "设备完好", points: "20", standard: "", rule: (
      award: Full, deductions: [Ledger(id: "rows", label: "台账扣分")], floor: "0",
      ledger: Some(kinds: [
        (id: "broken", label: "设备故障", unit: "处", worth: Each("1")),
        (id: "late", label: "逾期修复", unit: "日", worth: Each("0.5"), cap: Some("2")),
        (id: "paid", label: "违约", worth: PerMoney(yuan: "100", points: "0.12")),
      ], factors: [(id: "twice", label: "催办不落实", times: "2")], same_matter: HighestOnly,
      signatures: [{signatures}]),
    )),
  ],
)"#
    );
    read(text.as_bytes()).unwrap()
}

fn row(date: &str, object: &str, kind: &str, count: u32) -> LedgerRow {
    LedgerRow {
        date: date.into(),
        object: object.into(),
        kind: kind.into(),
        count: Decimal::from(count),
        ..LedgerRow::default()
    }
}

fn rows() -> Vec<LedgerRow> {
    vec![
        LedgerRow {
            fault: "画面黑屏，#strong[不是标记]".into(),
            handled: "24 小时内修复".into(),
            confirmed_by: "值班员".into(),
            factors: vec!["twice".into()],
            ..row("2020-03-05", "东门", "broken", 2)
        },
        LedgerRow { exempt: Some("市电中断".into()), ..row("2020年3月9日", "西门", "broken", 1) },
        row("2020/3/10", "南门", "late", 3),
        LedgerRow { money: Some(Decimal::new(125_050, 2)), ..row("2020.3.11", "北门", "paid", 1) },
        LedgerRow { matter: "专项".into(), ..row("2020-04-01", "甲路", "broken", 2) },
        LedgerRow { matter: "专项".into(), ..row("2020-04-02", "乙路", "broken", 1) },
        row("2020-04-03", "丙路", "late", 4),
        row("月底", "丁路", "broken", 1),
    ]
}

fn edits(rows: Vec<LedgerRow>) -> Vec<Edit> {
    let field = |field, text: &str| Edit::SetProject { field, text: text.into() };
    vec![
        field(ProjectField::Name, "城市监控运行维护"),
        field(ProjectField::Unit, "某市公安局某区分局"),
        field(ProjectField::Year, "2020"),
        Edit::SetSignatories(vec![Signatory { role: "单位负责人".into(), name: "甲".into() }]),
        Edit::AddLedgerRows {
            item: "faults".into(),
            at: None,
            rows: rows.into_iter().map(Arc::new).collect(),
        },
    ]
}

fn print(name: &str, signatures: &str, rows: Vec<LedgerRow>, month: Option<&str>) -> Printout {
    let sheet = Paper::Ledger(LedgerSheet { item: None, month: month.and_then(Month::of) });
    Printout::of(name, &paper::compiled(&template(signatures), edits(rows), &[sheet]))
}

#[test]
fn a_month_prints_its_rows_its_sum_and_who_signs() {
    let paper = print("ledger-march", r#""维护单位", "值班长", "科室负责人""#, rows(), Some("2020-03"));
    assert_eq!(paper.pages().len(), 1);
    for text in [
        "月度扣分表",
        "（2020年3月）",
        "项目名称：城市监控运行维护",
        "实施单位：某市公安局某区分局",
        "考核指标：设备完好",
        "东门 画面黑屏，#strong[不是标记] 24 小时内修复 设备故障 2处 4.00",
        "催办不落实",
        "免责：市电中断",
        "南门 逾期修复 3日 1.50",
        "北门 违约 1 1.44 1250.50",
        "小计（2020年3月） 6 6.94 1250.50 4 行，免责 1 行",
        "台账累计 13 10.44 1250.50 8 行，免责 1 行",
        "另有 1 行未注明月份，不在本表。",
        "维护单位 签字：",
        "值班长 签字：",
        "科室负责人 签字：",
        "考核单位（公章）",
        "被考核单位（公章）",
        "评分模板：监控维护考核表 版本 2.1",
        "— 1 —",
    ] {
        paper.assert_has(text);
    }
    paper.assert_has(&DIGEST.chars().take(16).collect::<String>());
    for other in ["甲路", "丁路", "单位负责人"] {
        assert!(!paper.text().contains(other), "{other} is of another month, or signs the other sheet");
    }
}

#[test]
fn all_months_follow_each_other_and_rows_without_month_come_last() {
    let paper = print("ledger-all", "", rows(), None);
    let pages = paper.pages();
    assert_eq!(pages.len(), 3);
    assert!(pages[0].contains("（2020年3月）") && pages[1].contains("（2020年4月）"));
    assert!(pages[2].contains("（未注明月份）") && pages[2].contains("丁路"));
    assert!(pages[1].contains("计第5行"), "of one matter the highest: {}", pages[1]);
    assert!(pages[1].contains("应计2.00，封顶"), "March took 1.5 of the cap of 2: {}", pages[1]);
    assert!(pages.iter().all(|page| page.contains("单位负责人：甲签字")), "the sheet's own signatories");
    assert!(pages[2].contains("—3—"));
}

#[test]
fn a_long_month_repeats_its_header_and_a_month_without_rows_says_so() {
    let many = (0..120).map(|n| row("2020-03-05", &format!("{n}号点位"), "broken", 1)).collect();
    let paper = print("ledger-long", "", many, Some("2020-03"));
    let pages = paper.pages();
    assert!(pages.len() > 2);
    assert!(pages.iter().filter(|page| page.contains("故障或事由")).count() >= pages.len() - 1);
    paper.assert_has("小计（2020年3月） 120 120.00");
    let none = print("ledger-none", "", rows(), Some("2020-07"));
    none.assert_has("本月台账没有行。");
}

#[test]
fn a_ledger_that_waits_prints_no_sum() {
    let mut rows = rows();
    rows[3].money = None;
    let paper = print("ledger-waits", "", rows, Some("2020-03"));
    paper.assert_has("台账中有行尚未填分值或金额，分数没有合计。");
    assert!(!paper.text().contains("小计"));
}
