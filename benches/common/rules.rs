//! Every kind of rule once, for 5 points, with what is entered for it.

use jiping::evaluation::{Edit, InputKey, LedgerRow, Value};
use jiping::template::Id;
use rust_decimal::Decimal;
use std::str::FromStr as _;

/// A rule and its inputs: `key=kind:value`, apart by blanks; kinds are those of [`value`].
pub(crate) struct Kind {
    pub rule: &'static str,
    pub full: &'static str,
    pub partly: &'static str,
}

const fn kind(rule: &'static str, full: &'static str, partly: &'static str) -> Kind {
    Kind { rule, full, partly }
}

/// The one whose score is typed when an edit is measured.
pub(crate) const FREE: usize = 6;

pub(crate) const KINDS: [Kind; 24] = [
    kind(
        r#"(award: Parts(parts: [(id: "plan", label: "有计划", points: "2"), (id: "rules", label: "有制度", points: "2"), (id: "record", label: "有记录", points: "1")]))"#,
        "plan=flag:1 rules=flag:1 record=flag:1",
        "plan=flag:1 rules=flag:0 record=flag:1",
    ),
    kind(
        r#"(award: OneOf(options: [(id: "timely", label: "及时", points: Fixed("5")), (id: "late", label: "不及时但未影响进度", points: Fixed("3")), (id: "never", label: "未完成", points: Fixed("0"))]))"#,
        "choice=choice:timely",
        "choice=choice:late",
    ),
    kind(
        r#"(award: OneOf(options: [(id: "achieved", label: "达成", points: Share(from: "0.8", to: "1")), (id: "partly", label: "部分达成", points: Share(from: "0.6", to: "0.8")), (id: "missed", label: "未达成", points: Share(from: "0", to: "0.6"))]))"#,
        "choice=choice:achieved points=number:5",
        "choice=choice:partly points=number:3.5",
    ),
    kind(
        r#"(award: Rate(measure: Entered(target: "目标值", actual: "实际值", rate: "完成率"), direction: Positive))"#,
        "rate=number:100",
        "rate=number:95.25",
    ),
    kind(r#"(award: Rate(measure: Funds(Execution), direction: Positive))"#, "", ""),
    kind(
        r#"(award: Full, deductions: [Between(id: "basis", label: "支出依据不合规", from: "1", to: "3"), Each(id: "slips", label: "手续不全", points: "0.5", cap: "2")], floor: "0")"#,
        "basis=flag:0",
        "basis=flag:1 basis/points=number:1.5 slips/count=number:3 slips/exempt=number:1",
    ),
    kind(r#"(award: Free(step: "0.5"))"#, "points=number:5", "points=number:3.5"),
    kind(
        r#"(award: Rate(measure: Entered(target: "计划成本", actual: "实际成本", rate: "成本率"), direction: ReverseLinear), deductions: [Between(id: "late", label: "逾期", from: "1", to: "1")], floor: "0")"#,
        "target=number:120 actual=number:118 late=flag:0",
        "target=number:120 actual=number:131.5 late=flag:1",
    ),
    kind(
        r#"(award: Bands(measure: Number(label: "合格率", unit: "%"), bands: [(from: Including("95%"), points: Fixed("5")), (from: Including("80%"), to: Excluding("95%"), points: Range(from: "2", to: "4")), (to: Excluding("80%"), points: Fixed("0"))]))"#,
        "value=number:97",
        "value=number:88 points=number:3",
    ),
    kind(
        r#"(award: Steps(measure: Deviation(target: "计划", actual: "实际"), steps: [(side: Both, at: "0", unit: "3%", points: "0.5", counting: Begun)]))"#,
        "target=number:70 actual=number:70",
        "target=number:70 actual=number:73",
    ),
    kind(
        r#"(award: Curve(measure: Number(label: "增长率", unit: "%"), nodes: [(at: "0", worth: "0"), (at: "3%", worth: "0.5"), (at: "7%", worth: "1")]))"#,
        "value=number:7",
        "value=number:4.1",
    ),
    kind(
        r#"(award: PerUnit(measure: Number(label: "措施", unit: "条"), points: "1", most: "5"))"#,
        "value=number:6",
        "value=number:3",
    ),
    kind(
        r#"(award: Value(measure: Panel(label: "专家", mean: Trimmed)))"#,
        "list=list:5,5,5,5,5,5",
        "list=list:4,5,3.5,4,4.5,3",
    ),
    kind(
        r#"(award: Rate(measure: Survey(options: [(id: "good", label: "满意", weight: "1"), (id: "fair", label: "基本满意", weight: "0.7"), (id: "bad", label: "不满意", weight: "0")]), direction: Positive))"#,
        "good/count=number:211",
        "good/count=number:180 fair/count=number:23 bad/count=number:8",
    ),
    kind(
        r#"(award: Rate(measure: Passes(rows: [(id: "a", label: "甲"), (id: "b", label: "乙"), (id: "c", label: "丙", from: "1", to: "1.3")]), direction: Positive))"#,
        "a=choice:yes b=choice:yes c/target=number:10 c/actual=number:11",
        "a=choice:yes b=choice:no c/target=number:10 c/actual=number:14",
    ),
    kind(
        r#"(award: Bands(measure: SubSheets(sheets: [(id: "x", label: "附表一"), (id: "y", label: "附表二")]), bands: [(from: Including("90"), points: Fixed("5")), (to: Excluding("90"), points: Fraction("60%"))]))"#,
        "x/total=number:95 y/total=number:92",
        "x/total=number:85 y/total=number:92",
    ),
    kind(
        r#"(award: Rate(measure: Peers(own: "本单位", others: "其他单位", best: Highest, yields: Ratio), direction: Positive))"#,
        "value=number:9 list=list:7,8,6.5",
        "value=number:7 list=list:9,8,6.5",
    ),
    kind(
        r#"(award: Rate(measure: Risks(risks: [(id: "p", label: "甲", points: "3"), (id: "q", label: "乙", points: "4")], yields: Ratio), direction: Complement))"#,
        "p=choice:yes q=choice:yes",
        "p=choice:no q=choice:yes",
    ),
    kind(
        r#"(award: Full, floor: "0", deductions: [Ledger(id: "ledger", label: "台账扣分")], ledger: (kinds: [(id: "off", label: "离线", worth: Each("0.2"), cap: "3"), (id: "late", label: "逾期", worth: Within(from: "0.1", to: "1"))], factors: [(id: "again", label: "重复", times: "2")], same_matter: HighestOnly))"#,
        "nothing=flag:1",
        "",
    ),
    kind(
        r#"(award: Target(target: "≥95%"), gates: [(id: "lawful", label: "程序合法")])"#,
        "lawful=flag:1 reached=text:96%",
        "lawful=flag:1 reached=text:94%",
    ),
    kind(
        r#"(award: Alternatives(options: [(id: "build", label: "建设类", award: Rate(measure: Entered(target: "计划", actual: "完成", rate: "率"), direction: Positive)), (id: "buy", label: "购置类", award: Free(step: "1"))]))"#,
        "choice=choice:build build/rate=number:100",
        "choice=choice:buy buy/points=number:3",
    ),
    kind(
        r#"(award: Full, floor: "0", deductions: [Each(id: "slip", label: "差错", points: "1")], effects: [Overflow(id: "more", label: "追加", when: Exhausted, take: OneOf(["2"]), scope: Group), Veto(id: "veto", label: "弄虚作假", scope: Item, consequence: Zero, exemptable: true)])"#,
        "slip/count=number:0 veto=flag:0",
        "slip/count=number:5",
    ),
    kind(
        r#"(award: Parts(partial: true, parts: [(id: "m", label: "甲", points: "3"), (id: "n", label: "乙", points: "2")]))"#,
        "m/share=number:100 n/share=number:100",
        "m/share=number:60 n/share=number:33",
    ),
    kind(
        r#"(award: Rate(measure: Entered(target: "目标", actual: "实际", rate: "率"), direction: ReverseRatio, zero: Nothing, cut_off: "50%"))"#,
        "target=number:7 actual=number:7",
        "target=number:7 actual=number:9",
    ),
];

/// The edits of the indicator `item` by `KINDS[number]`.
pub(crate) fn edits(item: &Id, number: usize, full: bool) -> Vec<Edit> {
    let kind = &KINDS[number];
    let text = if full { kind.full } else { kind.partly };
    let inputs: Vec<_> = text.split_whitespace().map(input).collect();
    if inputs.is_empty() && kind.rule.contains("ledger:") {
        let rows = ["off", "off", "late"].iter().enumerate().map(|(row, kind)| row_of(kind, row).into());
        return vec![Edit::AddLedgerRows { item: item.clone(), at: None, rows: rows.collect() }];
    }
    if inputs.is_empty() { Vec::new() } else { vec![Edit::SetInputs { item: item.clone(), inputs }] }
}

fn row_of(kind: &str, row: usize) -> LedgerRow {
    let points = (kind == "late").then(|| Decimal::new(5, 1));
    let factors = if row == 1 { vec![Id::from("again")] } else { Vec::new() };
    LedgerRow {
        date: format!("2024-0{}-15", row + 1),
        object: "某路口".to_owned(),
        kind: kind.into(),
        points,
        factors,
        ..LedgerRow::default()
    }
}

fn input(text: &str) -> (InputKey, Option<Value>) {
    let (key, value) = text.split_once('=').unwrap();
    (key.into(), Some(self::value(value)))
}

fn value(text: &str) -> Value {
    let (kind, value) = text.split_once(':').unwrap();
    let number = |text: &str| Decimal::from_str(text).unwrap();
    match kind {
        "flag" => Value::Flag(value == "1"),
        "choice" => Value::Choice(value.into()),
        "number" => Value::Number(number(value)),
        "list" => Value::List(value.split(',').map(number).collect()),
        _ => Value::Text(value.to_owned()),
    }
}
