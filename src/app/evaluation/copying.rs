//! Rows and cells of the table as another program takes them: text between tabs, and a table in HTML.

use super::document::Document;
use super::last_year;
use super::selection::Block;
use crate::app::{CopiedTable, SheetColumn};
use crate::number::{fixed, plain};
use crate::scoring::{GroupScore, ItemScore, ItemState};
use crate::template::{Indicator, Row};
use crate::text::{Lang, tr};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::fmt::Write as _;
use strum::VariantArray as _;

/// What is selected among `rows`, which are in sight: whole rows with their headings and groups, or cells alone.
/// Nothing where it is not in sight.
pub(crate) fn copied(document: &Document, rows: &[Row], block: &Block, lang: Lang) -> Option<CopiedTable> {
    let range = block.rows(document.template.outline(), rows)?;
    let whole = block.is_of_rows();
    // Several rows come with the headings right above the first of them.
    let is_group = |at: usize| matches!(rows.get(at), Some(Row::Group(_)));
    let mut first = *range.start();
    while whole && first < *range.end() && first.checked_sub(1).is_some_and(is_group) {
        first -= 1;
    }
    let mut columns: Vec<SheetColumn> =
        if whole { SheetColumn::VARIANTS.to_vec() } else { block.columns().collect() };
    let (has_points, has_last_year) = (document.has_points(), document.evaluation().last_year.is_some());
    columns.retain(|column| column.stands_in(has_points, has_last_year));
    let mut table: Vec<Vec<String>> = Vec::new();
    if whole {
        table.push(columns.iter().map(|column| tr(lang, column.heading_key(has_points))).collect());
    }
    for row in rows.get(first..=*range.end())? {
        match row {
            Row::Group(group) if whole => {
                let cells = columns.iter().map(|column| group_cell(document, *group, *column));
                table.push(cells.collect());
            }
            Row::Group(_) => {}
            Row::Indicator(position) => {
                let indicator = document.template.indicator_at(*position)?;
                let item = document.card().items.get(*position)?;
                let cells = columns.iter().map(|column| item_cell(document, indicator, item, *column, lang));
                table.push(cells.collect());
            }
        }
    }
    Some(CopiedTable { text: tab_separated(&table), html: html(&table, &columns) })
}

/// What a cell of a group says.
pub(crate) fn group_cell(document: &Document, group: usize, column: SheetColumn) -> String {
    let outline = document.template.outline();
    let (Some(entry), Some(score)) = (outline.groups().get(group), document.card().groups.get(group)) else {
        return String::new();
    };
    let decimals = document.card().group_decimals;
    let is_begun = |score: &GroupScore| score.progress.settled() > 0;
    match column {
        SheetColumn::Indicator => entry.name.to_string(),
        SheetColumn::Points => points(score.points),
        SheetColumn::Score if !document.has_points() => progress(score),
        SheetColumn::Score if is_begun(score) => fixed(score.score, decimals),
        SheetColumn::Deduction if !score.deductions.is_zero() => fixed(score.deductions, decimals),
        _ => String::new(),
    }
}

/// What a cell of an indicator says.
pub(crate) fn item_cell(
    document: &Document,
    indicator: &Indicator,
    item: &ItemScore,
    column: SheetColumn,
    lang: Lang,
) -> String {
    let decimals = document.card().item_decimals;
    match column {
        SheetColumn::Indicator => indicator.name.to_string(),
        SheetColumn::Points => points(indicator.points),
        SheetColumn::Score => match (item.score, &item.state) {
            (Some(score), _) => fixed(score, decimals),
            (None, ItemState::Unscored(_)) => String::new(),
            (None, state) => tr(lang, &format!("state-{}", state.name())),
        },
        SheetColumn::Deduction => {
            let deduction = item.shown_deduction(decimals).filter(|points| !points.is_zero());
            deduction.map(|points| fixed(points, decimals)).unwrap_or_default()
        }
        SheetColumn::LastScore | SheetColumn::LastDeduction => {
            last_year::copied(item, column, decimals, lang)
        }
        SheetColumn::Reason => {
            document.evaluation().item(&indicator.id).map(|entry| entry.reason.clone()).unwrap_or_default()
        }
        SheetColumn::Standard => indicator.standard.to_string(),
        SheetColumn::Evidence => item.evidence.to_string(),
    }
}

/// How many of its targets are compared, of how many.
pub(crate) fn progress(group: &GroupScore) -> String {
    format!("{} / {}", group.progress.settled(), group.progress.all)
}

fn points(points: Decimal) -> String {
    if points.is_zero() { String::new() } else { plain(points) }
}

fn tab_separated(table: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in table {
        let cells: Vec<Cow<'_, str>> = row.iter().map(|cell| quoted(cell)).collect();
        text += &cells.join("\t");
        text += "\r\n";
    }
    text
}

/// A cell of several lines, or with a tab, stands in quotes, as spreadsheets write it.
fn quoted(cell: &str) -> Cow<'_, str> {
    match cell.contains(['\t', '\n', '\r', '"']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")).into(),
        false => cell.into(),
    }
}

fn html(table: &[Vec<String>], columns: &[SheetColumn]) -> String {
    let mut html = String::from("<meta charset=\"utf-8\"><table border=\"1\" cellspacing=\"0\">");
    for row in table {
        html += "<tr>";
        for (cell, column) in row.iter().zip(columns) {
            let side = if column.is_right() { "right" } else { "left" };
            let cell = escaped(cell).replace("\r\n", "\n").replace('\n', "<br>");
            // Writing into a string cannot fail.
            let _ = write!(html, "<td align=\"{side}\">{cell}</td>");
        }
        html += "</tr>";
    }
    html + "</table>"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_several_lines_stay_one_cell() {
        let table = [vec!["甲\n乙".to_owned(), "他说\"好\"".to_owned(), "a<b".to_owned()]];
        assert_eq!(tab_separated(&table), "\"甲\n乙\"\t\"他说\"\"好\"\"\"\ta<b\r\n");
        let columns = [SheetColumn::Reason, SheetColumn::Standard, SheetColumn::Score];
        assert!(html(&table, &columns).contains("<td align=\"left\">甲<br>乙</td>"));
        assert!(html(&table, &columns).contains("<td align=\"right\">a&lt;b</td>"));
    }
}
