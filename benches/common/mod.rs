//! A sheet as large as wanted: every kind of rule in turn, entered as an evaluator leaves it.
#![allow(dead_code, reason = "each benchmark uses a part of it")]

use jiping::evaluation::{
    Applicability, Edit, Evaluation, FundField, InputKey, Override, ProjectField, Value, input,
};
use jiping::file::{Action, Journal};
use jiping::template::{self, Template};
use rust_decimal::{Decimal, dec};
use std::fmt::Write as _;
use std::sync::Arc;

/// As many as the table of the 20/25/55 sheet has.
pub const SMALL: usize = 21;
/// More than any table in use.
pub const LARGE: usize = 5_000;

pub struct Sheet {
    pub template: Arc<Template>,
    pub evaluation: Evaluation,
    /// One entry for each edit that made the evaluation.
    pub journal: Journal,
}

/// The award or the award less deductions, of 5 points each.
const RULES: [&str; 8] = [
    r#"(award: Parts(parts: [(id: "plan", label: "有计划", points: "2"), (id: "rules", label: "有制度", points: "2"), (id: "record", label: "有记录", points: "1")]))"#,
    r#"(award: OneOf(options: [(id: "timely", label: "及时", points: Fixed("5")), (id: "late", label: "不及时但未影响进度", points: Fixed("3")), (id: "never", label: "未完成", points: Fixed("0"))]))"#,
    r#"(award: OneOf(options: [(id: "achieved", label: "达成", points: Share(from: "0.8", to: "1")), (id: "partly", label: "部分达成", points: Share(from: "0.6", to: "0.8")), (id: "missed", label: "未达成", points: Share(from: "0", to: "0.6"))]))"#,
    r#"(award: Rate(measure: Entered(target: "目标值", actual: "实际值", rate: "完成率"), direction: Positive))"#,
    r#"(award: Rate(measure: Funds(Execution), direction: Positive))"#,
    r#"(award: Full, deductions: [Between(id: "basis", label: "支出依据不合规", from: "1", to: "3"), Each(id: "slips", label: "手续不全", points: "0.5", cap: "2")], floor: "0")"#,
    r#"(award: Free(step: "0.5"))"#,
    r#"(award: Rate(measure: Entered(target: "计划成本", actual: "实际成本", rate: "成本率"), direction: ReverseLinear), deductions: [Between(id: "late", label: "逾期", from: "1", to: "1")], floor: "0")"#,
];

/// A template of `items` indicators in groups of groups, and an evaluation by it. The same at every call.
pub fn sheet(items: usize) -> Sheet {
    let template = Arc::new(template::read(template_text(items).as_bytes()).unwrap());
    let mut evaluation = Evaluation::new(&template);
    let mut journal = Journal::default();
    journal.push(Action::Created);
    for edit in edits(&template) {
        evaluation = evaluation.apply(&template, &edit).unwrap();
        journal.push(Action::Edit(edit));
    }
    Sheet { template, evaluation, journal }
}

fn template_text(items: usize) -> String {
    let (in_group, in_section) = if items > 1_000 { (10, 250) } else { (3, 9) };
    let points = items * 5;
    let mut text = format!(
        r#"(format: 1, id: "bench-{items}", version: "1.0", title: "项目支出绩效评价评分表", points: "{points}",
        grades: [(name: "优", from: "{}"), (name: "良", from: "{}"), (name: "中", from: "{}"), (name: "差", from: "0")],
        nodes: ["#,
        points * 90 / 100,
        points * 80 / 100,
        points * 60 / 100,
    );
    for section in (0..items).step_by(in_section) {
        let end = items.min(section + in_section);
        let _ = write!(
            text,
            r#"Group(id: "s{section}", name: "部分{section}", points: "{}", children: ["#,
            (end - section) * 5,
        );
        for group in (section..end).step_by(in_group) {
            let end = end.min(group + in_group);
            let _ = write!(
                text,
                r#"Group(id: "g{group}", name: "方面{group}", points: "{}", children: ["#,
                (end - group) * 5,
            );
            for item in group..end {
                let rule = RULES[item % RULES.len()];
                let _ = writeln!(
                    text,
                    r#"Indicator(id: "i{item}", name: "资金使用合规性第{item}项", points: "5",
                    criterion: "是否符合国家财经法规和财务管理制度",
                    standard: "资金拨付有完整的审批程序和手续；重大开支经过评估认证；符合预算批复的用途，得满分；不符合的按扣分情形扣分，扣完为止",
                    rule: {rule}),"#,
                );
            }
            text.push_str("]),");
        }
        text.push_str("]),");
    }
    text + "])"
}

fn edits(template: &Template) -> Vec<Edit> {
    let head = [
        (ProjectField::Name, "道路交通安全设施改造"),
        (ProjectField::Year, "2024"),
        (ProjectField::Unit, "某实施单位"),
        (ProjectField::Evaluator, "某评价小组"),
    ];
    let mut edits: Vec<Edit> =
        head.into_iter().map(|(field, text)| Edit::SetProject { field, text: text.to_owned() }).collect();
    for (field, amount) in [(FundField::AnnualBudget, dec!(812.76)), (FundField::Executed, dec!(774.127))] {
        edits.push(Edit::SetFundAmount { line: 0, field, amount: Some(amount) });
    }
    for (position, indicator) in template.indicators().enumerate() {
        let item = indicator.id.clone();
        match position % 29 {
            // Not reached yet.
            28 => continue,
            27 => edits.push(Edit::SetApplicability { item, to: Applicability::NoInformation }),
            26 => {
                let to = Applicability::NotApplicable { reason: "本项目无此内容".to_owned() };
                edits.push(Edit::SetApplicability { item, to });
            }
            number => {
                let inputs = inputs(position % RULES.len(), position % 3 == 0);
                if !inputs.is_empty() {
                    edits.push(Edit::SetInputs { item: item.clone(), inputs });
                }
                if number % 2 == 0 {
                    let text = "部分支出依据不完整，补齐后归档".to_owned();
                    edits.push(Edit::SetReason { item: item.clone(), text });
                }
                if number % 4 != 0 {
                    let text = "会计凭证、审批单、验收报告".to_owned();
                    edits.push(Edit::SetEvidenceNote { item: item.clone(), text });
                }
                if number == 25 {
                    let to = Some(Override { score: dec!(4.5), reason: "复核后改分".to_owned() });
                    edits.push(Edit::SetOverride { item, to });
                }
            }
        }
    }
    edits
}

/// What is entered for an indicator of `RULES[rule]`, with full marks or without.
fn inputs(rule: usize, full: bool) -> Vec<(InputKey, Option<Value>)> {
    let flag = |key: &str, on| (InputKey::from(key), Some(Value::Flag(on)));
    let number = |key: &str, value: Decimal| (InputKey::from(key), Some(Value::Number(value)));
    let choice = |id: &str| (InputKey::from(input::CHOICE), Some(Value::Choice(id.into())));
    match rule {
        0 => vec![flag("plan", true), flag("rules", full), flag("record", true)],
        1 => vec![choice(if full { "timely" } else { "late" })],
        2 if full => vec![choice("achieved"), number(input::POINTS, dec!(5))],
        2 => vec![choice("partly"), number(input::POINTS, dec!(3.5))],
        3 => vec![number(input::RATE, if full { dec!(100) } else { dec!(95.25) })],
        4 => Vec::new(),
        5 if full => vec![flag("basis", false)],
        5 => vec![
            flag("basis", true),
            number(&input::deducted("basis"), dec!(1.5)),
            number(&input::count("slips"), dec!(3)),
        ],
        6 => vec![number(input::POINTS, if full { dec!(5) } else { dec!(3.5) })],
        _ => vec![
            number(input::TARGET, dec!(120)),
            number(input::ACTUAL, if full { dec!(118) } else { dec!(131.5) }),
            flag("late", !full),
        ],
    }
}

/// The edit that is measured: a score typed into the middle of the sheet.
pub fn next_edit(template: &Template, points: Decimal) -> Edit {
    let count = template.outline().len();
    let middle = (count / 2 - count / 2 % RULES.len()) + 6;
    let item = template.outline().leaf(middle).unwrap().id.clone();
    Edit::SetInputs { item, inputs: vec![(InputKey::from(input::POINTS), Some(Value::Number(points)))] }
}
