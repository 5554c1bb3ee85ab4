//! Columns that line up in a terminal, where a Chinese character is two cells wide.

use std::fmt;
use unicode_width::UnicodeWidthStr as _;

/// The first and the last column are words, those between are numbers.
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(heading: Vec<String>) -> Self {
        Self { rows: vec![heading] }
    }

    pub(super) fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        for row in &self.rows {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                let blank = " ".repeat(widths.get(column).copied().unwrap_or(0).saturating_sub(cell.width()));
                let words = column == 0 || column + 1 == columns;
                line += &if words { format!("{cell}{blank}  ") } else { format!("{blank}{cell}  ") };
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let mut table = Table::new(["指标", "分值", "依据"].map(str::to_owned).to_vec());
        table.push(["abc", "8", "x"].map(str::to_owned).to_vec());
        assert_eq!(table.to_string(), "指标  分值  依据\nabc      8  x\n");
    }

    #[test]
    fn a_mark_above_a_letter_takes_no_cell() {
        let mut table = Table::new(["名称", "n"].map(str::to_owned).to_vec());
        table.push(["n\u{304}", "1"].map(str::to_owned).to_vec());
        table.push(["𠮷🙂", "2"].map(str::to_owned).to_vec());
        assert_eq!(table.to_string(), "名称  n\nn\u{304}     1\n𠮷🙂  2\n");
    }
}
