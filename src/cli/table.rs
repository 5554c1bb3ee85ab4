//! Columns that line up in a terminal, where a Chinese character is two cells wide.

use std::fmt;

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

/// Cells that a terminal gives to a character.
fn cells(c: char) -> usize {
    let wide = matches!(
        u32::from(c),
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE4F
            | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1FAFF | 0x2_0000..=0x3_FFFD
    );
    if wide { 2 } else { 1 }
}

fn width(text: &str) -> usize {
    text.chars().map(cells).sum()
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            self.rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        for row in &self.rows {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                let blank = " ".repeat(widths.get(column).copied().unwrap_or(0).saturating_sub(width(cell)));
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
}
