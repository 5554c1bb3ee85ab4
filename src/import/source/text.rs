//! Tables as text: as spreadsheets put them on the clipboard (cells between tabs, cells of several lines in quotes) or
//! save them.

use super::cells::Cells;
use crate::import::ImportError;
use crate::import::grid::Grid;

type Place = (usize, usize);

/// A table as pasted from Excel, WPS or LibreOffice.
///
/// # Errors
/// Nothing in it, or more than a score table can hold.
pub fn paste(text: &str) -> Result<Grid, ImportError> {
    Cells::of(tab_separated(text))?.grid()
}

/// Text of a spreadsheet's file: cells between tabs, or between commas where there is no tab.
pub(super) fn cells(text: &str) -> Result<Cells, ImportError> {
    let is_comma_separated = !text.contains('\t') && first_line(text).contains([',', ';']);
    if is_comma_separated { Cells::of(comma_separated(text)) } else { Cells::of(tab_separated(text)) }
}

fn first_line(text: &str) -> &str {
    text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default()
}

/// Cells between commas, or semicolons where some system writes those, by row and column. One after the other: a text
/// may hold more of them than there is memory.
fn comma_separated(text: &str) -> impl Iterator<Item = (Place, String)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let delimiter = if first_line(text).contains(',') { b',' } else { b';' };
    let reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    reader.into_records().filter_map(Result::ok).enumerate().flat_map(|(row, record)| {
        let cells: Vec<(Place, String)> =
            record.iter().enumerate().map(|(column, cell)| ((row, column), cell.to_owned())).collect();
        cells
    })
}

/// Cells between tabs, by row and column, one after the other.
fn tab_separated(text: &str) -> impl Iterator<Item = (Place, String)> {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut row, mut column) = (0, 0);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (cell, after) = next_cell(rest);
        let place = (row, column);
        let mut following = after.chars();
        match following.next() {
            Some('\t') => column += 1,
            Some('\r') if following.as_str().starts_with('\n') => {
                following.next();
                (row, column) = (row + 1, 0);
            }
            _ => (row, column) = (row + 1, 0),
        }
        rest = following.as_str();
        Some((place, cell))
    })
}

/// A cell and the text from the character that ends it.
fn next_cell(text: &str) -> (String, &str) {
    if let Some(quoted) = text.strip_prefix('"')
        && let Some((cell, after)) = unquoted(quoted)
    {
        return (cell, after);
    }
    let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
    let (cell, after) = text.split_at_checked(end).unwrap_or((text, ""));
    (cell.to_owned(), after)
}

/// The content of a quoted cell, `""` standing for a quote. `None` where it does not end before a tab or a new
/// line: then the quote is a character as any other.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell += before;
        match after.chars().next() {
            Some('"') => {
                cell.push('"');
                rest = after.strip_prefix('"').unwrap_or(after);
            }
            None | Some('\t' | '\n' | '\r') => return Some((cell, after)),
            Some(_) => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(table: &str) -> Vec<Vec<String>> {
        let grid = paste(table).unwrap();
        let text =
            |row: &crate::import::Row| (0..grid.width).map(|column| row.text(column).to_owned()).collect();
        grid.rows.iter().map(text).collect()
    }

    #[test]
    fn cells_of_several_lines_are_one_cell() {
        let table = "指标\t\"设有目标（1分）\n目标明确（1分）\"\t4\r\n乙\t\"他说\"\"好\"\"\"\t\"\r\n";
        let expected =
            [vec!["指标", "设有目标（1分）\n目标明确（1分）", "4"], vec!["乙", "他说\"好\"", "\""]];
        assert_eq!(texts(table), expected);
    }

    #[test]
    fn blank_rows_go_and_the_others_keep_their_number() {
        let grid = paste("\n\n甲\t1\n \t \n乙").unwrap();
        assert_eq!(grid.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 5]);
        assert_eq!(paste(" \n\t\n"), Err(ImportError::Empty));
        assert_eq!(paste(""), Err(ImportError::Empty));
    }
}
