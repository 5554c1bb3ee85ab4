//! Sheets of an OpenDocument workbook (.ods), with their merged cells.

use super::cells::Cells;
use super::markup::{attribute, broken, count, entity, reader};
use crate::import::ImportError;
use crate::import::grid::{MOST_COLUMNS, MOST_ROWS};
use quick_xml::events::{BytesStart, Event};

/// The sheets of `content.xml` by name, in its order.
///
/// # Errors
/// Broken XML, or a sheet that is too large.
pub(super) fn sheets(content: &[u8]) -> Result<Vec<(String, Cells)>, ImportError> {
    let mut reading = Reading::default();
    let mut xml = reader(content);
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) => reading.start(&element),
            Event::Empty(element) => {
                reading.start(&element);
                reading.end(element.local_name().as_ref())?;
            }
            Event::End(element) => reading.end(element.local_name().as_ref())?,
            Event::Text(text) if reading.in_text() => reading.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if reading.in_text() => reading.text.extend(entity(&reference)),
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    Ok(reading.sheets)
}

#[derive(Default)]
struct Reading {
    sheets: Vec<(String, Cells)>,
    row: usize,
    rows: usize,
    column: usize,
    columns: usize,
    /// Rows and columns of a merged cell.
    spans: (usize, usize),
    /// What a number is, where its text is only how it is shown.
    value: Option<String>,
    text: String,
    in_cell: bool,
    paragraphs: usize,
    /// Of notes on a cell.
    notes: usize,
}

impl Reading {
    fn in_text(&self) -> bool {
        self.in_cell && self.paragraphs > 0 && self.notes == 0
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "table" => {
                self.sheets.push((attribute(element, "name").unwrap_or_default(), Cells::default()));
                self.row = 0;
            }
            "table-row" => {
                self.rows = count(element, "number-rows-repeated").unwrap_or(1);
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                self.columns = count(element, "number-columns-repeated").unwrap_or(1);
                let span = |name| count(element, name).unwrap_or(1).max(1);
                self.spans = (span("number-rows-spanned"), span("number-columns-spanned"));
                let is_number = attribute(element, "value-type")
                    .is_some_and(|kind| kind == "float" || kind == "currency");
                self.value = attribute(element, "value").filter(|_| is_number);
                self.in_cell = true;
                self.text.clear();
            }
            "annotation" => self.notes += 1,
            "p" if self.in_cell && self.notes == 0 => {
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
            }
            "line-break" if self.in_text() => self.text.push('\n'),
            "s" | "tab" if self.in_text() => self.text.push(' '),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ImportError> {
        match name {
            "p" if self.notes == 0 => self.paragraphs = self.paragraphs.saturating_sub(1),
            "annotation" => self.notes = self.notes.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.end_cell()?,
            "table-row" => self.row = self.row.saturating_add(self.rows),
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), ImportError> {
        self.in_cell = false;
        let text = self.value.take().unwrap_or_else(|| std::mem::take(&mut self.text));
        if let Some((_, cells)) = self.sheets.last_mut() {
            let (rows, columns) = (self.rows.min(MOST_ROWS + 1), self.columns.min(MOST_COLUMNS + 1));
            let is_blank = text.trim().is_empty();
            for row in self.row..self.row.saturating_add(if is_blank { 0 } else { rows }) {
                for column in self.column..self.column.saturating_add(columns) {
                    cells.keep((row, column), text.clone())?;
                }
            }
            // An end without a beginning has no span.
            let end = |start: usize, span: usize| start.saturating_add(span.saturating_sub(1));
            cells.merge(
                (self.row, end(self.row, self.spans.0)),
                (self.column, end(self.column, self.spans.1)),
            );
        }
        self.column = self.column.saturating_add(self.columns);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::grid::Join;

    #[test]
    fn merged_and_repeated_cells_are_understood() {
        let xml = r#"<office:spreadsheet><table:table table:name="评分">
            <table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>评分<text:s/>表</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/></table:table-row>
            <table:table-row><table:table-cell table:number-rows-spanned="2"><office:annotation><text:p>批注</text:p></office:annotation><text:p>决策&lt;一&gt;</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="5"><text:p>5.00 分</text:p></table:table-cell></table:table-row>
            <table:table-row><table:covered-table-cell/><table:table-cell><text:p>甲</text:p><text:p>乙</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            </table:table></office:spreadsheet>"#;
        let sheets = sheets(xml.as_bytes()).unwrap();
        assert_eq!(sheets[0].0, "评分");
        let grid = sheets[0].1.grid().unwrap();
        let texts: Vec<_> = grid.rows.iter().map(|row| (row.number, row.text(0), row.text(1))).collect();
        assert_eq!(texts, [(1, "评分 表", ""), (4, "决策<一>", "5"), (5, "决策<一>", "甲\n乙")]);
        assert_eq!(grid.rows[2].cells[0].join, Join::Above);
    }
}
