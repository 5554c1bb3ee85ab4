//! 扣分明细表: what was deducted or set by hand, each cause with its points, carried down to 满分 − 总分.

use super::content::Content;
use super::head::{self, or_dash};
use super::tree::{Annex, MARK};
use crate::print::data::{CarriedData, DeductedData, TotalData, attachments, carried_down, deducted};
use crate::print::typeset::{Align, Column, Flow, Paragraph, Role, Row, Spanning, Style, Table, mm};

/// A path of more characters fills the height of a page in its column.
const LONGEST_PATH: usize = 200;
/// Columns: 序号, 指标, 分值, 得分, 扣分, 扣分情形, 分数, 得分计算.
const COLUMNS: usize = 8;

pub(super) fn deductions(flow: &mut Flow<'_>, content: &Content<'_>) {
    head::opening(flow, content, "扣分明细表", &result(content.total()));
    let deducted = deducted(content.job);
    if deducted.is_empty() {
        flow.text(Role::Paragraph, &Paragraph::new("没有扣分或人工改分的指标。"));
        return;
    }
    let mut annex = Annex::default();
    flow.table(table(&deducted, &carried_down(content.job), &mut annex), 0.0);
    annex.set(flow);
}

/// 总分 and 等级 in words.
pub(super) fn result(total: &TotalData) -> String {
    let provisional = if total.provisional { "（暂定）" } else { "" };
    let grade = or_dash(total.grade.as_deref().unwrap_or_default());
    format!("总分{provisional}：{}　等级{provisional}：{grade}", total.total)
}

fn table(deducted: &[DeductedData], carried: &CarriedData, annex: &mut Annex) -> Table {
    let columns = vec![
        Column::Fit(mm(10.0)),
        Column::Fixed(mm(38.0)),
        Column::Fit(mm(11.0)),
        Column::Fit(mm(14.0)),
        Column::Fit(mm(13.0)),
        Column::Share(1.0),
        Column::Fit(mm(14.0)),
        Column::Share(1.0),
    ];
    let head = Row::head(["序号", "指标", "分值", "得分", "扣分", "扣分情形", "分数", "得分计算"]);
    let (mut rows, mut spans) = (Vec::new(), Vec::new());
    for (number, item) in deducted.iter().enumerate() {
        item_rows(number + 1, item, (&mut rows, &mut spans), annex);
    }
    rows.extend(carried_rows(carried));
    Table { columns, head: vec![head], rows, spans, ..Table::default() }
}

/// The rows of one indicator: its causes, then what was written.
fn item_rows(
    number: usize,
    item: &DeductedData,
    (rows, spans): (&mut Vec<Row>, &mut Vec<Spanning>),
    annex: &mut Annex,
) {
    let first = rows.len();
    for cause in &item.causes {
        let label = match cause.kind {
            "part" => "未得：",
            "tier" => "所在档次：",
            "rate" => "得分率：",
            _ => "",
        };
        rows.push(Row::from_column(
            5,
            [Paragraph::new(format!("{label}{}", cause.label)), Paragraph::figure(&cause.points)],
        ));
    }
    if item.causes.is_empty() {
        rows.push(Row::from_column(5, [Paragraph::new(""), Paragraph::new("")]));
    }
    let last_cause = rows.len() - 1;
    let mut span = |column: usize, label: Vec<Paragraph>, last: usize| {
        spans.push(Spanning { column, across: 1, rows: (first, last), again: label.clone(), label });
    };
    let computed = or_dash(item.computed.as_deref().unwrap_or_default());
    let score = or_dash(item.score.as_deref().unwrap_or_default());
    let score = match item.overridden {
        true => vec![
            Paragraph::figure(format!("{MARK}{score}")).in_bold(),
            Paragraph::styled(format!("规则 {computed}"), Style::TABLE.sized(7.0)).aligned(Align::End),
        ],
        false => vec![Paragraph::figure(score)],
    };
    let mut derivation = vec![Paragraph::new(item.derivation.as_str())];
    if item.overridden {
        let set = or_dash(item.set.as_deref().unwrap_or_default());
        derivation.push(Paragraph::new(format!("人工改为 {set}")));
    }
    // What stands beside all causes stands again on each page: not at any length.
    let derivation = annex.or_refer(&format!("{}（得分计算）", item.path), derivation, None);
    span(1, vec![Paragraph::new(annex.or_name(&item.path, LONGEST_PATH))], last_cause);
    span(2, vec![Paragraph::figure(&item.points)], last_cause);
    span(3, score, last_cause);
    span(4, vec![Paragraph::figure(or_dash(item.deduction.as_deref().unwrap_or_default()))], last_cause);
    span(7, derivation, last_cause);
    for (label, text) in words(item) {
        let mut row = Row::from_column(1, [Paragraph::label(label)]);
        row.push(COLUMNS - 2, text);
        rows.push(row);
    }
    let last = rows.len() - 1;
    let number = vec![Paragraph::new(number.to_string()).aligned(Align::Middle)];
    spans.push(Spanning { column: 0, across: 1, rows: (first, last), again: number.clone(), label: number });
    rows.iter_mut().take(last).skip(first).for_each(|row| row.keep = true);
}

/// Words below the numbers, as wide as the table.
fn words(item: &DeductedData) -> Vec<(&'static str, Vec<Paragraph>)> {
    let text = |text: &str| if text.is_empty() { Vec::new() } else { vec![Paragraph::new(text)] };
    let attachments = item.attachments.iter().map(|file| {
        Paragraph::new(format!(
            "附件 {}：{}（{}，SHA-256 {}）",
            file.number, file.name, file.size, file.digest
        ))
    });
    let all = [
        ("※ 人工改分的理由", text(item.override_reason.as_deref().unwrap_or_default())),
        ("扣分原因及改进措施", text(&item.reason)),
        ("佐证说明", text(&item.evidence_note)),
        ("佐证材料", attachments.collect()),
    ];
    all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// From the sum of the column to what is missing to the full marks, line by line.
fn carried_rows(carried: &CarriedData) -> Vec<Row> {
    let line = |label: Paragraph, points: Paragraph, rest: &str| {
        let mut row = Row::default();
        row.push(4, vec![label]);
        row.push(1, vec![points.aligned(Align::End)]);
        row.push(COLUMNS - 5, vec![Paragraph::new(rest)]);
        row.keeping()
    };
    let mut rows =
        vec![line(Paragraph::label("扣分合计").in_bold(), Paragraph::bold(carried.column.as_str()), "")];
    if !carried.lines.is_empty() {
        rows.extend(carried.lines.iter().map(|one| {
            let (name, of) = match one.kind {
                "open" => ("未评及资料不足", ""),
                "unfilled" => ("未设指标", ""),
                "not-applicable" => ("不适用", ""),
                "overflow" => ("追加扣除", ""),
                "veto" => ("一票否决", ""),
                "limit" => ("封顶、保底", ""),
                "points" => ("分值折算", "各项分值合计 "),
                "points-unfilled" => ("分值折算", "各项分值和未设指标合计 "),
                _ => ("得分加权、折算、取整", "各项得分合计 "),
            };
            let of = if one.of.is_empty() { String::new() } else { format!("（{of}{}）", one.of) };
            line(Paragraph::label(format!("{name}{of}")), Paragraph::new(one.points.as_str()), "")
        }));
        let missing = Paragraph::bold(carried.missing.as_str());
        rows.push(line(
            Paragraph::label("满分 − 总分").in_bold(),
            missing,
            &format!("{} − {}", carried.points, carried.total),
        ));
    }
    rows.iter_mut().rev().take(1).for_each(|row| row.keep = false);
    rows
}

/// 附件目录: every file that proves something, with its indicator and its digest.
pub(super) fn attachment_list(flow: &mut Flow<'_>, content: &Content<'_>) {
    let files = attachments(content.job);
    head::opening(flow, content, "附件目录", &format!("共 {} 份", files.len()));
    if files.is_empty() {
        flow.text(Role::Paragraph, &Paragraph::new("没有附件。"));
        return;
    }
    let row = |file: &crate::print::data::AttachmentData| {
        Row::of([
            Paragraph::new(file.number.as_str()).aligned(Align::Middle),
            Paragraph::new(file.name.as_str()),
            Paragraph::new(file.item.as_str()),
            Paragraph::figure(file.size.as_str()),
            Paragraph::new(file.digest.as_str()),
        ])
    };
    let columns = vec![
        Column::Fixed(mm(15.0)),
        Column::Share(1.2),
        Column::Share(1.0),
        Column::Fit(mm(16.0)),
        Column::Fit(mm(30.0)),
    ];
    let head = Row::head(["附件号", "文件名", "佐证的指标", "大小", "SHA-256（前 16 位）"]);
    flow.table(
        Table { columns, head: vec![head], rows: files.iter().map(row).collect(), ..Table::default() },
        0.0,
    );
}
