//! The words for headings that a unit added to those of the program: `headings.ron` in the data folder.

use super::ImportError;
use super::grid::Grid;
use super::headings::{Mapping, Meaning, Vocabulary};
use crate::whole_file::{ReadError, read_whole};
use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Bytes of such a file; it has some lines.
const MOST_BYTES: u64 = 1 << 20;

/// The words of the file at `path`, before those of the program; the program's alone where there is none.
///
/// # Errors
/// The file cannot be read or understood: what is wrong and where.
pub fn own_words(path: &Path) -> Result<Arc<Vocabulary>, ImportError> {
    match read_whole(path, MOST_BYTES) {
        Ok(bytes) => Vocabulary::with(&String::from_utf8_lossy(&bytes)).map(Arc::new),
        Err(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {
            Ok(Arc::clone(Vocabulary::shipped()))
        }
        Err(ReadError::Io(error)) => Err(ImportError::Headings { detail: error.to_string() }),
        Err(ReadError::NotRegular | ReadError::TooLarge) => {
            Err(ImportError::Headings { detail: path.display().to_string() })
        }
    }
}

/// What such a file begins with.
const EMPTY: &str =
    "// 自定表头词汇: 在程序自带的之前使用。写法见 docs/IMPORT.md。\n(\n  headings: [\n  ],\n)\n";

/// Headings of the columns that somebody `said` the role of, and what they mean, where `words` say otherwise.
pub fn learnt(
    grid: &Grid,
    mapping: &Mapping,
    words: &Vocabulary,
    said: &BTreeSet<usize>,
) -> Vec<(String, Meaning)> {
    let columns = mapping.columns.iter().enumerate().filter(|(column, _)| said.contains(column));
    let learnt = columns.filter_map(|(column, role)| {
        let heading = mapping.heading_of(grid, column);
        let meaning = role.meaning()?;
        let is_new = words.meaning(&heading) != Some(meaning)
            && !heading.contains(['[', ']', '{', '}', '|', '…', '"']);
        let is_said =
            grid.rows.get(mapping.heading..mapping.body())?.iter().any(|row| !row.text(column).is_empty());
        (is_new && is_said).then_some((heading, meaning))
    });
    learnt.collect()
}

/// The text of the file with these headings before all others; `None` where nothing can be added to it, or nothing is.
pub fn with_words(file: Option<&str>, learnt: &[(String, Meaning)]) -> Option<String> {
    let file = file.filter(|text| !text.trim().is_empty()).unwrap_or(EMPTY);
    let (before, after) = file.split_once("headings: [")?;
    let line = |(heading, meaning): &(String, Meaning)| {
        let heading = heading.split(['(', '（']).next().unwrap_or_default();
        (!heading.trim().is_empty())
            .then(|| format!("\n    (means: {meaning:?}, words: [\"{}\"]),", heading.trim()))
    };
    let lines: String = learnt.iter().filter_map(line).collect();
    let text = format!("{before}headings: [{lines}{after}");
    (!lines.is_empty() && Vocabulary::with(&text).is_ok()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::super::paste;
    use super::*;
    use crate::import::Role;

    #[test]
    fn what_was_said_of_one_table_is_known_of_the_next() {
        let grid = paste("事项\t份额（分）\t怎样算\t序号\n台账\t60\t酌情\t1\n现场\t40\t酌情\t2").unwrap();
        let columns = vec![Role::Level(0), Role::Points, Role::Standard, Role::Ignored];
        let mapping = Mapping { columns: columns.clone(), ..Mapping::blank(&grid) };
        let learnt = learnt(&grid, &mapping, Vocabulary::shipped(), &BTreeSet::from([0, 1, 2, 3]));
        assert_eq!(learnt.len(), 3, "{learnt:?}");
        let text = with_words(None, &learnt).unwrap();
        let words = Vocabulary::with(&text).unwrap();
        assert_eq!(Mapping::propose(&grid, &words).unwrap().columns, columns);
        // Once more, beside what stands there.
        let more = with_words(Some(&text), &[("斤两".to_owned(), Meaning::Points)]).unwrap();
        let words = Vocabulary::with(&more).unwrap();
        assert_eq!(
            (words.meaning("斤两"), words.meaning("份额")),
            (Some(Meaning::Points), Some(Meaning::Points))
        );
        assert_eq!(with_words(Some("别的"), &[("斤两".to_owned(), Meaning::Points)]), None);
        assert_eq!(with_words(None, &[]), None);
    }
}
