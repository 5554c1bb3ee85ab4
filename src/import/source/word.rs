//! Tables of a Word document (.docx): cells over several columns (gridSpan) and rows (vMerge).

use super::cells::Cells;
use super::markup::{attribute, broken, count, entity, reader};
use crate::import::ImportError;
use crate::import::grid::MOST_COLUMNS;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// Tables within cells are read as text of the cell; deeper ones are nobody's score table.
const MOST_DEPTH: usize = 16;

/// The tables of `word/document.xml`, in its order. What stands above a table is its title.
///
/// # Errors
/// Broken XML, or a table that is too large.
pub(super) fn tables(document: &[u8]) -> Result<Vec<Cells>, ImportError> {
    let mut reading = Reading::default();
    let mut xml = reader(document);
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) => reading.start(&element)?,
            Event::Empty(element) => {
                reading.start(&element)?;
                reading.end(element.local_name().as_ref())?;
            }
            Event::End(element) => reading.end(element.local_name().as_ref())?,
            Event::Text(text) if reading.in_text => reading.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if reading.in_text => reading.text.extend(entity(&reference)),
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    Ok(reading.tables)
}

#[derive(Default)]
struct Reading {
    tables: Vec<Cells>,
    depth: usize,
    table: Table,
    text: String,
    in_text: bool,
    /// The last paragraph outside of tables that says anything.
    above: String,
}

/// The table that is open.
#[derive(Default)]
struct Table {
    cells: Cells,
    row: usize,
    column: usize,
    span: usize,
    merge: Merge,
    /// Cells that continue downwards, by their first column: the row that they began in, and their last column.
    open: BTreeMap<usize, (usize, usize)>,
    continued: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Merge {
    #[default]
    None,
    Begins,
    Continues,
}

impl Reading {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), ImportError> {
        match element.local_name().as_ref() {
            "tbl" => {
                self.depth += 1;
                if self.depth > MOST_DEPTH {
                    return Err(broken("tables within tables"));
                }
                if self.depth == 1 {
                    self.table = Table::default();
                    let title = std::mem::take(&mut self.above);
                    if !title.trim().is_empty() {
                        self.table.cells.keep((0, 0), title)?;
                        self.table.row = 1;
                    }
                }
                self.text.clear();
            }
            "tr" if self.depth == 1 => (self.table.column, self.table.continued) = (0, Vec::new()),
            "tc" if self.depth == 1 => {
                (self.table.span, self.table.merge) = (1, Merge::None);
                self.text.clear();
            }
            "gridBefore" if self.depth == 1 => {
                self.table.column += count(element, "val").unwrap_or(0).min(MOST_COLUMNS)
            }
            "gridSpan" if self.depth == 1 => {
                self.table.span = count(element, "val").unwrap_or(1).clamp(1, MOST_COLUMNS);
            }
            "vMerge" if self.depth == 1 => {
                let begins = attribute(element, "val").as_deref() == Some("restart");
                self.table.merge = if begins { Merge::Begins } else { Merge::Continues };
            }
            "t" => self.in_text = true,
            "tab" if self.depth > 0 => self.text.push(' '),
            "br" => self.text.push('\n'),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ImportError> {
        match name {
            "t" => self.in_text = false,
            "p" if self.depth == 0 => {
                let text = std::mem::take(&mut self.text);
                if !text.trim().is_empty() {
                    self.above = text;
                }
            }
            "p" => self.text.push('\n'),
            "tc" if self.depth == 1 => {
                let text = std::mem::take(&mut self.text);
                self.table.end_cell(text.trim().to_owned())?;
            }
            "tr" if self.depth == 1 => self.table.end_row(),
            "tbl" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.tables.push(std::mem::take(&mut self.table).end());
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl Table {
    fn end_cell(&mut self, text: String) -> Result<(), ImportError> {
        // An end without a beginning has no span.
        let (first, last) = (self.column, self.column.saturating_add(self.span.saturating_sub(1)));
        self.column = last.saturating_add(1);
        match self.merge {
            Merge::Continues if self.open.contains_key(&first) => self.continued.push(first),
            merge => {
                self.cells.keep((self.row, first), text)?;
                self.close(first);
                if merge == Merge::Begins {
                    self.open.insert(first, (self.row, last));
                    self.continued.push(first);
                } else {
                    self.cells.merge((self.row, self.row), (first, last));
                }
            }
        }
        Ok(())
    }

    fn end_row(&mut self) {
        let ended: Vec<usize> =
            self.open.keys().copied().filter(|first| !self.continued.contains(first)).collect();
        ended.into_iter().for_each(|first| self.close(first));
        self.row += 1;
    }

    /// The merged cell of this column ended with the row above.
    fn close(&mut self, first: usize) {
        if let Some((top, last)) = self.open.remove(&first) {
            self.cells.merge((top, self.row.saturating_sub(1).max(top)), (first, last));
        }
    }

    fn end(mut self) -> Cells {
        let all: Vec<usize> = self.open.keys().copied().collect();
        all.into_iter().for_each(|first| self.close(first));
        self.cells
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::grid::Join;

    #[test]
    fn spans_and_merges_are_understood() {
        let cell = |props: &str, text: &str| {
            format!("<w:tc><w:tcPr>{props}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
        };
        let begins = "<w:vMerge w:val=\"restart\"/>";
        let rows = [
            vec![cell("<w:gridSpan w:val=\"2\"/>", "指标"), cell("", "分值")],
            vec![cell(begins, "决策 &amp; 投入"), cell("", "立项"), cell("", "5")],
            vec![cell("<w:vMerge/>", ""), cell("", "目标"), cell("", "4")],
            vec![cell("", "产出"), cell("", "数量"), cell("", "6")],
        ];
        let rows: String = rows.iter().map(|row| format!("<w:tr>{}</w:tr>", row.concat())).collect();
        let xml = format!(
            "<w:document><w:body><w:p><w:r><w:t>评分表</w:t></w:r></w:p><w:tbl>{rows}</w:tbl></w:body></w:document>"
        );
        let tables = tables(xml.as_bytes()).unwrap();
        let grid = tables[0].grid().unwrap();
        let texts: Vec<Vec<&str>> =
            grid.rows.iter().map(|row| (0..3).map(|c| row.text(c)).collect()).collect();
        assert_eq!(
            texts,
            [
                ["评分表", "", ""],
                ["指标", "", "分值"],
                ["决策 & 投入", "立项", "5"],
                ["决策 & 投入", "目标", "4"],
                ["产出", "数量", "6"]
            ]
        );
        assert_eq!(grid.rows[1].cells[1].join, Join::Left);
        assert_eq!((grid.rows[3].cells[0].join, grid.rows[4].cells[0].join), (Join::Above, Join::Own));
    }
}
