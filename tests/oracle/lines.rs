//! The stored cases of the oracle, line by line; shared by whatever reads them, within the library and outside of it.

use std::fs;
use std::path::PathBuf;

/// A line of the data: where it stands, its letter, its text.
pub(crate) struct Line {
    #[allow(dead_code, reason = "named where two programs disagree")]
    pub(crate) at: String,
    pub(crate) letter: char,
    pub(crate) text: String,
}

pub(crate) fn stored() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/data")
}

pub(crate) fn lines_of(folder: PathBuf) -> Vec<Line> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut lines = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            let (letter, text) = line.split_once(' ').unwrap();
            let letter = letter.chars().next().unwrap();
            lines.push(Line { at: format!("{name}:{}", number + 1), letter, text: text.to_owned() });
        }
    }
    lines
}
