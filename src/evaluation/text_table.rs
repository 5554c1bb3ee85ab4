//! Tables as text: copied from a spreadsheet, or saved by one as CSV.

/// The cells of each line, trimmed, with the number of the line in `text`, from 1. Tabs part the cells where there is
/// one in the first line that says anything, else commas. Lines that are empty are left out.
pub(super) fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
    let tabs = text.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| line.contains('\t'));
    // Spreadsheets quote in pairs; a quotation mark alone is somebody's own, and would swallow all that follows.
    let quoting = text.matches('"').count().is_multiple_of(2);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if tabs { b'\t' } else { b',' })
        .quoting(quoting)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
    let mut line_of = |record: &csv::StringRecord| {
        let byte = record.position().and_then(|position| usize::try_from(position.byte()).ok());
        lines.of(byte.unwrap_or_default())
    };
    let records = reader.records().filter_map(Result::ok);
    records
        .map(|record| (line_of(&record), record.iter().map(|cell| cell.trim().to_owned()).collect()))
        .filter(|(_, cells): &(usize, Vec<String>)| cells.iter().any(|cell| !cell.is_empty()))
        .collect()
}

/// Counts lines up to a record: the reader places it before the empty lines that it passes over.
struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of what begins at or after `byte`. Asked in rising order.
    fn of(&mut self, byte: usize) -> usize {
        while let Some(next) =
            self.text.get(self.at).filter(|next| self.at < byte || matches!(next, b'\n' | b'\r'))
        {
            self.line += usize::from(*next == b'\n');
            self.at += 1;
        }
        self.line
    }
}

/// What two words must share to be the same: width and spaces at the ends do not matter.
pub(crate) fn folded(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    word.nfkc().collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_lines() {
        let text = "甲\t\"一\n二\"\n\n　乙 \t3\t4\n";
        let expected = [(1, vec!["甲", "一\n二"]), (4, vec!["乙", "3", "4"])];
        assert_eq!(
            cells(text),
            expected.map(|(line, cells)| (line, cells.into_iter().map(Into::into).collect()))
        );
        assert_eq!(cells("a,b\n\"c"), [(1, vec!["a".into(), "b".into()]), (2, vec!["\"c".to_owned()])]);
    }
}
