//! A sheet as large as wanted: every kind of rule in turn, entered as an evaluator leaves it.
#![allow(dead_code, reason = "each benchmark uses a part of it")]

mod rules;

use jiping::evaluation::{
    Applicability, Edit, Evaluation, FundField, InputKey, Override, ProjectField, Value, input,
};
use jiping::file::{Action, Journal};
use jiping::template::{self, Template};
use rules::KINDS;
use rust_decimal::{Decimal, dec};
use std::fmt::Write as _;
use std::sync::Arc;

/// As many as the table of the 20/25/55 sheet has.
pub(crate) const SMALL: usize = 21;
/// More than any table in use.
pub(crate) const LARGE: usize = 5_000;

pub(crate) struct Sheet {
    pub template: Arc<Template>,
    pub evaluation: Evaluation,
    /// One entry for each edit that made the evaluation.
    pub journal: Journal,
}

/// How groups combine, in turn. The first of ten children takes what nine weights leave.
const COMBINES: [&str; 6] = [
    "",
    "combine: Weighted,",
    "combine: Mean,",
    "combine: Scale,",
    "combine: Highest,",
    r#"combine: Banded(by: Rate, bands: [(from: Including("80%"), points: Fraction("100%")), (to: Excluding("80%"), points: Fraction("70%"))]),"#,
];

/// A template of `items` indicators in groups of groups, and an evaluation by it. The same at every call.
pub(crate) fn sheet(items: usize) -> Sheet {
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
            let ten = end - group == 10;
            let combine = if ten { COMBINES[group / 10 % COMBINES.len()] } else { "" };
            let _ = write!(
                text,
                r#"Group(id: "g{group}", name: "方面{group}", points: "{}", {combine} children: ["#,
                (end - group) * 5,
            );
            for item in group..end {
                let rule = KINDS[item % KINDS.len()].rule;
                let weight = if combine.contains("Weighted") { r#"weight: "10%","# } else { "" };
                let _ = writeln!(
                    text,
                    r#"Indicator(id: "i{item}", name: "资金使用合规性第{item}项", points: "5", {weight}
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
                edits.extend(rules::edits(&item, position % KINDS.len(), position % 3 == 0));
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

/// The edit that is measured: a score typed into the middle of the sheet.
pub(crate) fn next_edit(template: &Template, points: Decimal) -> Edit {
    let count = template.outline().len();
    let middle = count / 2 - count / 2 % KINDS.len() + rules::FREE;
    let item = template.outline().leaf(middle).unwrap().id.clone();
    Edit::SetInputs { item, inputs: vec![(InputKey::from(input::POINTS), Some(Value::Number(points)))] }
}
