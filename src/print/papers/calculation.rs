//! 得分计算表: of every indicator what was entered, the rule in its words, the working and what proves it, so that each point
//! can be followed on paper.

use super::content::Content;
use super::deductions::result;
use super::head;
use super::tree::{Annex, score};
use crate::evaluation::{ExpectedInput, InputKind, ItemEntry, Role, Value, expected, input};
use crate::number::plain;
use crate::print::data::RowData;
use crate::print::typeset::{Align, Column, Flow, Paragraph, Row, Table, mm};
use crate::template::Indicator;

pub(super) fn calculation(flow: &mut Flow<'_>, content: &Content<'_>) {
    head::opening(flow, content, "得分计算表", &result(content.total()));
    let mut annex = Annex::default();
    let scored = content.rows().iter().filter(|row| row.state != "blank");
    let indicators = content.job.template.indicators();
    let row = |(number, (data, indicator)): (usize, (&RowData<'_>, &Indicator))| {
        let entry = content.job.evaluation.item(&indicator.id);
        let mut row = Row::of([
            Paragraph::new((number + 1).to_string()).aligned(Align::Middle),
            Paragraph::new(data.path.as_str()),
            Paragraph::figure(data.points.as_str()),
        ]);
        let step = content.job.template.rounding.step;
        let entered = entry.map(|entry| entered(indicator, entry, step)).unwrap_or_default();
        row.push(1, annex.or_refer(&format!("{}（录入）", data.path), entered, None));
        row.push(
            1,
            annex.or_refer(&format!("{}（评价标准）", data.path), vec![Paragraph::new(data.standard)], None),
        );
        row.push(1, vec![Paragraph::new(data.derivation.as_str())]);
        row.push(1, score(data));
        row.push(1, annex.or_refer(&format!("{}（佐证）", data.path), evidence(data), None));
        row
    };
    let rows = scored.zip(indicators).enumerate().map(row).collect();
    let columns = vec![
        Column::Fit(mm(10.0)),
        Column::Fixed(mm(36.0)),
        Column::Fit(mm(11.0)),
        Column::Share(1.0),
        Column::Share(1.0),
        Column::Share(1.15),
        Column::Fit(mm(14.0)),
        Column::Fixed(mm(26.0)),
    ];
    let head = Row::head(["序号", "指标", "分值", "录入", "评价标准", "得分计算", "得分", "佐证"]);
    flow.table(Table { columns, head: vec![head], rows, ..Table::default() }, 0.0);
    annex.set(flow);
}

/// Every input of the rule that was given, with its label.
fn entered(indicator: &Indicator, entry: &ItemEntry, step: rust_decimal::Decimal) -> Vec<Paragraph> {
    let inputs = expected(indicator, step);
    let line = |input: &ExpectedInput| {
        let value = entry.inputs.get(&input.key)?;
        let label = if input.label.is_empty() {
            role_in_words(input.role).to_owned()
        } else {
            input.label.to_string()
        };
        Some(Paragraph::new(format!("{label}：{}", value_in_words(input, value))))
    };
    let mut lines: Vec<Paragraph> = inputs.iter().filter_map(line).collect();
    if !entry.ledger.is_empty() {
        lines.push(Paragraph::new(format!("台账 {} 行", entry.ledger.len())));
    }
    lines
}

/// What an input is for, where the template has no words of its own for it.
fn role_in_words(role: Role) -> &'static str {
    match role {
        Role::Gate => "前提",
        Role::Part => "要点",
        Role::PartShare => "达到程度（%）",
        Role::Option => "选择",
        Role::Points => "酌定分数",
        Role::Target => "目标值",
        Role::Actual => "实际值",
        Role::Rate => "率",
        Role::Value => "数值",
        Role::Answers => "问卷份数",
        Role::Marks => "评委打分",
        Role::Peers => "各单位数值",
        Role::Conforms => "是否符合",
        Role::Passes => "是否达标",
        Role::Total => "附表得分",
        Role::Expected => "预期指标值",
        Role::Reached => "实际完成值",
        Role::Met => "是否达成",
        Role::Deducts => "扣分情形",
        Role::Deducted => "扣分",
        Role::Count => "次数",
        Role::Exempt => "其中免责",
        Role::NothingInLedger => "本期无扣分事项",
        Role::Veto => "一票否决",
        Role::Exemption => "不计否决的理由",
        Role::Overflow => "追加扣除",
        Role::OverflowPoints => "追加扣除分数",
    }
}

fn value_in_words(expected: &ExpectedInput, value: &Value) -> String {
    match (value, &expected.kind) {
        (Value::Flag(true), _) => "是".to_owned(),
        (Value::Flag(false), _) => "否".to_owned(),
        (Value::Choice(id), InputKind::Choice(options)) => {
            let chosen = options.iter().find(|(option, _)| option == id);
            match chosen.map(|(_, label)| &**label).filter(|label| !label.is_empty()) {
                Some(label) => label.to_owned(),
                None => match &**id {
                    input::YES => "是".to_owned(),
                    input::NO => "否".to_owned(),
                    _ => "不适用".to_owned(),
                },
            }
        }
        (Value::Choice(id), _) => id.to_string(),
        (Value::Number(number), InputKind::Number { unit, .. }) => format!("{}{unit}", plain(*number)),
        (Value::Number(number), _) => plain(*number),
        (Value::List(list), _) => list.iter().copied().map(plain).collect::<Vec<_>>().join("、"),
        (Value::Text(text), _) => text.clone(),
    }
}

fn evidence(row: &RowData<'_>) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    if !row.attachments.is_empty() {
        lines.push(Paragraph::new(format!("附件 {}", row.attachments.join("、"))));
    }
    lines.extend((!row.evidence_note.is_empty()).then(|| Paragraph::new(row.evidence_note)));
    lines
}
