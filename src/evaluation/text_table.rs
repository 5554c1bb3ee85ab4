//! Tables as text: copied from a spreadsheet, or saved by one as CSV.

/// The text of a file as spreadsheets save it: UTF-8 or UTF-16 with or without a mark, else GB18030 (which contains
/// GBK and GB2312). `None` where it is none of them.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..)?);
        return text.map(Into::into);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.to_owned()),
        Err(_) => {
            let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
            Some(text.into_owned())
        }
    }
}

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
    fn text_is_read_as_spreadsheets_save_it() {
        let (gb18030, ..) = encoding_rs::GB18030.encode("满意,龥");
        assert_eq!(decoded(&gb18030).as_deref(), Some("满意,龥"));
        assert_eq!(decoded("满意".as_bytes()).as_deref(), Some("满意"));
        assert_eq!(decoded("\u{feff}满意".as_bytes()).as_deref(), Some("满意"));
        let utf16: Vec<u8> = "\u{feff}满意".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&utf16).as_deref(), Some("满意"));
        assert_eq!(decoded(&[0xff, 0xd8, 0xff, 0xe0]), None, "a picture");
    }

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
