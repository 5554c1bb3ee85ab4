//! Tables that come from a spreadsheet: rows of a 台账, answers of a survey. Every line is accounted for.

use crate::help::{dec, edited, of_rule};
use jiping::evaluation::{
    LedgerColumn, LedgerRow, PasteChoices, PasteInto, Pasted, SurveyError, paste_ledger, read_responses,
};
use jiping::ron_text;
use jiping::scoring::score;
use jiping::template::{AnswerOption, Award, Ledger, Measure, Rate, Template};
use jiping::text::{Explain as _, Lang};
use proptest::prelude::*;
use std::sync::Arc;

const LEDGER: &str = r#"(kinds: [
    (id: "broken", label: "设备故障", unit: "处", worth: Each("1")),
    (id: "free", label: "酌情扣分", worth: Within(from: "1", to: "5")),
    (id: "paid", label: "超支", worth: PerMoney(yuan: "100", points: "1")),
  ], factors: [(id: "twice", label: "催办不落实", times: "2"), (id: "harm", label: "影响严重", plus: "1")])"#;

fn ledger() -> Ledger {
    ron_text::read(LEDGER).unwrap()
}

fn pasted(text: &str) -> Pasted {
    into(&ledger(), &[], text, &PasteChoices::default())
}

fn into(ledger: &Ledger, rows: &[Arc<LedgerRow>], text: &str, choices: &PasteChoices) -> Pasted {
    paste_ledger(PasteInto { ledger, step: dec("0.5"), rows, year: Some(2020) }, text, choices)
}

fn refusals(pasted: &Pasted) -> Vec<(usize, String)> {
    pasted.refused.iter().map(|refused| (refused.line, refused.why.text(Lang::Chinese))).collect()
}

#[test]
fn columns_are_found_by_their_chinese_headings_in_any_order() {
    let pasted = pasted(
        "2020年3月扣分台账\t\t\t\t\t\t\t\n\
         类型\t发生日期\t点位名称\t故障现象\t次数\t序号\t免责原因\t加重减轻\n\
         设备故障\t2020年3月5日\t１２号路口\t黑屏\t３处\t1\t\t催办不落实、影响严重\n\
         设备 故障\t2020-03-06\t东门\t花屏\t1\t2\t\t\n\
         设备故障\t2020/3/7\t西门\t断电\t\t3\t市电中断\t\n\
         设备故障\t2020.3.8\t南门\t断网\t1\t4\t否\t\n",
    );
    assert!(pasted.headings);
    assert_eq!(pasted.ignored, ["序号"]);
    let first = LedgerRow {
        date: "2020-03-05".into(),
        object: "１２号路口".into(),
        fault: "黑屏".into(),
        kind: "broken".into(),
        count: dec("3"),
        factors: vec!["twice".into(), "harm".into()],
        ..LedgerRow::default()
    };
    assert_eq!(*pasted.rows[0], first);
    assert_eq!(pasted.rows[1].exempt.as_deref(), Some("市电中断"));
    assert_eq!(pasted.rows[1].count, dec("1"), "an empty 次数 is one");
    assert_eq!(pasted.rows[2].exempt, None);
    assert_eq!(
        refusals(&pasted),
        [(1, "在表头之上，不是台账的行".to_owned()), (4, "台账没有类型“设备 故障”。".to_owned())]
    );
}

#[test]
fn without_headings_the_columns_are_those_of_the_window() {
    let pasted = pasted("2020-03-05\t东门\t黑屏\t已修复\t超支\t1\t9\t1,250.50元\t\t专项\t某甲\t\r\n");
    assert!(!pasted.headings);
    let row = &pasted.rows[0];
    assert_eq!((&*row.kind, row.money, row.points), ("paid", Some(dec("1250.50")), None));
    assert_eq!(
        (row.matter.as_str(), row.confirmed_by.as_str(), row.handled.as_str()),
        ("专项", "某甲", "已修复")
    );
}

#[test]
fn each_refused_line_says_why() {
    let pasted = pasted(
        "类型\t次数\t扣分\t金额\t免责\n\
         设备故障\t两处\t\t\t\n\
         设备故障\t1.5\t\t\t\n\
         酌情扣分\t1\t5.5\t\t\n\
         酌情扣分\t1\t2.2\t\t\n\
         酌情扣分\t1\t2.5分\t\t\n\
         \t1\t\t\t\n\
         超支\t1\t\t-1\t\n\
         \t\t\t\t\n\
         合计\t6\t\t\t\n",
    );
    let lines: Vec<_> = pasted.refused.iter().map(|refused| refused.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 7, 8, 10]);
    assert_eq!(pasted.rows.len(), 1);
    assert_eq!(pasted.rows[0].points, Some(dec("2.5")));
    assert!(pasted.refused.iter().all(|refused| !refused.why.text(Lang::English).contains('{')));
    assert_eq!(pasted.refused[0].text.trim(), "设备故障 两处");
}

#[test]
fn a_ledger_of_one_kind_needs_no_column_of_kinds() {
    let one: Ledger =
        ron_text::read(r#"(kinds: [(id: "a", label: "逾期", unit: "日", worth: Each("0.5"))])"#).unwrap();
    let pasted = into(&one, &[], "日期\t天数\n2020-03-05\t4日\n", &PasteChoices::default());
    assert_eq!((&*pasted.rows[0].kind, pasted.rows[0].count), ("a", dec("4")));
}

#[test]
fn headings_of_real_sheets_are_understood() {
    let pasted = pasted(
        "序号\t日期\t点位名称\t故障类型\t次数\t维护公司\t修复情况\t扣款\n\
         1\t11月9日\t斗南路口\t设备故障\t2\t甲公司\t次日修复\t50\n",
    );
    let columns: Vec<_> = pasted.columns.iter().map(|(_, column)| *column).collect();
    use LedgerColumn::{Count, Date, Handled, Kind, Money, Object};
    assert_eq!(
        columns,
        [None, Some(Date), Some(Object), Some(Kind), Some(Count), None, Some(Handled), Some(Money)]
    );
    assert_eq!(pasted.rows[0].date, "2020-11-09", "the year is that of the evaluation");
}

#[test]
fn what_happened_is_no_common_matter() {
    let pasted = pasted("类型\t事项\n设备故障\t断电\n设备故障\t断电\n设备故障\t断电\n");
    assert!(pasted.rows.iter().all(|row| row.matter.is_empty() && row.fault == "断电"));
}

#[test]
fn words_and_columns_that_are_not_understood_are_asked_about() {
    let ledger: Ledger = ron_text::read(
        r#"(kinds: [(id: "dirty", label: "镜头污损", worth: Each("1")),
        (id: "off", label: "探头离线当日未修复", worth: Each("1"))])"#,
    )
    .unwrap();
    let block = "日期\t路段\t故障类型\n2020-03-05\t东门\t离线\n2020-03-06\t西门\t离线\n";
    let asked = into(&ledger, &[], block, &PasteChoices::default());
    assert_eq!((asked.rows.len(), asked.refused.len()), (0, 2), "nothing is guessed");
    assert_eq!(asked.words, [("离线".to_owned(), vec!["off".into(), "dirty".into()])], "the likeliest first");
    let choices = PasteChoices {
        kinds: [("离线".to_owned(), "off".into())].into(),
        columns: [(1, Some(LedgerColumn::Object))].into(),
        again: false,
    };
    let said = into(&ledger, &[], block, &choices);
    assert_eq!((said.rows.len(), said.rows[1].object.as_str()), (2, "西门"));
    assert!(said.words.is_empty());
}

#[test]
fn rows_that_are_there_already_are_taken_only_when_that_is_said() {
    let block = "日期\t点位\t类型\t次数\n2020/3/5\t东门\t设备故障\t2\n2020-03-06\t东门\t设备故障\t2\n";
    let there = [Arc::new(LedgerRow {
        date: "2020年3月5日".into(),
        object: "东门".into(),
        kind: "broken".into(),
        count: dec("2"),
        ..LedgerRow::default()
    })];
    let once = into(&ledger(), &there, block, &PasteChoices::default());
    assert_eq!((once.rows.len(), once.again, once.refused.len()), (1, 1, 1));
    let twice = into(&ledger(), &there, block, &PasteChoices { again: true, ..PasteChoices::default() });
    assert_eq!((twice.rows.len(), twice.again), (2, 1));
}

proptest! {
    #[test]
    fn no_line_of_a_block_is_lost(text in "([ \\t\"\n设备故障1次数类型,日期2020-]{0,12}\t?){0,12}") {
        let pasted = pasted(&text);
        let quoted = text.contains('"');
        let lines = text.lines().filter(|line| line.split('\t').any(|cell| !cell.trim().is_empty())).count();
        let told = pasted.rows.len() + pasted.refused.len() + usize::from(pasted.headings);
        prop_assert!(quoted || text.contains(',') || told == lines, "{} of {}", told, lines);
    }
}

// ---- 满意度问卷 ----

fn survey() -> Template {
    of_rule(
        "10",
        r#"(award: Rate(direction: Positive, measure: Survey(options: [
            (id: "good", label: "满意", weight: "1"), (id: "fair", label: "基本满意", weight: "0.6"),
            (id: "bad", label: "不满意(含未答)", weight: "0"),
        ])))"#,
    )
}

fn options() -> Vec<AnswerOption> {
    match &survey().indicator("x").unwrap().rule.award {
        Award::Rate(Rate { measure: Measure::Survey { options }, .. }) => options.clone(),
        _ => panic!("no survey"),
    }
}

fn counts(bytes: &[u8], column: Option<&str>) -> Vec<usize> {
    let responses = read_responses(&options(), bytes, column).unwrap();
    responses.counts.iter().map(|(_, count)| *count).collect()
}

#[test]
fn answers_are_counted_one_in_a_line() {
    let text = "满意\n 基本满意 \n满意\n不满意（含未答）\n";
    assert_eq!(counts(text.as_bytes(), None), [2, 1, 1]);
    assert_eq!(counts(format!("\u{feff}{text}").as_bytes(), None), [2, 1, 1], "with a mark");
    // GB18030 as WPS saves it: 满意, 基本满意.
    let gbk = [0xC2, 0xFA, 0xD2, 0xE2, b'\r', b'\n', 0xBB, 0xF9, 0xB1, 0xBE, 0xC2, 0xFA, 0xD2, 0xE2];
    assert_eq!(counts(&gbk, None), [1, 1, 0]);
}

#[test]
fn a_column_is_found_by_its_answers_or_named() {
    let text =
        "编号,对服务是否满意,对速度是否满意,意见\n1,满意,基本满意,无\n2,说不清,满意,\n3,,满意,\"好,快\"\n";
    let several = read_responses(&options(), text.as_bytes(), None).unwrap_err();
    let columns = vec!["对服务是否满意".to_owned(), "对速度是否满意".to_owned()];
    assert_eq!(several, SurveyError::SeveralColumns { columns });
    let service = read_responses(&options(), text.as_bytes(), Some("对服务是否满意")).unwrap();
    assert_eq!((service.taken, service.blank, service.column.as_deref()), (1, 1, Some("对服务是否满意")));
    assert_eq!(service.not_understood, [(3, "说不清".to_owned())], "listed, never guessed");
    assert_eq!(counts(text.as_bytes(), Some("对速度是否满意")), [2, 1, 0]);
    let only = "编号,回答\n1,满意\n2,不满意（含未答）\n";
    assert_eq!(counts(only.as_bytes(), None), [1, 0, 1]);
}

#[test]
fn what_cannot_be_counted_says_what_to_do() {
    let refused = |bytes: &[u8], column| read_responses(&options(), bytes, column).unwrap_err();
    for error in [
        refused(&[0x89, b'P', b'N', b'G', 0xff, 0xff], None),
        refused("很好\n一般\n".as_bytes(), None),
        refused(b"", None),
        refused("a,b\n满意,满意\n".as_bytes(), None),
        refused("a,b\n满意,1\n".as_bytes(), Some("c")),
    ] {
        for lang in Lang::ALL {
            let text = error.message().full(lang);
            assert!(error.message().hint(lang).is_some() && !text.contains('{'), "{text}");
        }
    }
}

#[test]
fn the_counts_become_the_inputs_of_the_rule() {
    let template = survey();
    let responses =
        read_responses(&options(), "满意\n满意\n基本满意\n不满意(含未答)\n".as_bytes(), None).unwrap();
    let evaluation = edited(&template, &[responses.edit(&"x".into(), "")]);
    let card = score(&template, &evaluation);
    assert_eq!(card.items[0].score, Some(dec("6.50")), "(2 + 0.6) ÷ 4 of 10");
}
