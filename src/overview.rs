//! What a list shows of an evaluation, and the evaluations of a folder (汇总).

use crate::evaluation::Evaluation;
use crate::file::{self, EXTENSION, FileError, Places, Progress};
use crate::number::fixed;
use crate::scoring::{Scorecard, score};
use crate::template::Template;
use std::path::{Path, PathBuf};

/// So many files of a folder are read: an office has some dozens a year.
pub const MOST_FILES: usize = 500;

/// An evaluation in one line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Overview {
    /// 项目名称; the template's title where none was entered.
    pub name: String,
    /// 年度; may be empty.
    pub year: String,
    /// Title of the template.
    pub template: String,
    /// 合计 with the decimals of the template; nothing where nothing is scored.
    pub total: Option<String>,
    /// 等级, where there is one and open points cannot change the total.
    pub grade: Option<String>,
    /// 暂定: open points can still change the total.
    pub provisional: bool,
    /// Indicators that are settled, and all of them.
    pub progress: (usize, usize),
}

impl Overview {
    /// Of an evaluation that is scored.
    pub fn of(template: &Template, evaluation: &Evaluation, card: &Scorecard) -> Self {
        let has_points = card.has_points();
        let provisional = has_points && card.provisional;
        let (name, title) = (evaluation.project.name.trim(), template.title.to_string());
        Self {
            name: if name.is_empty() { title.clone() } else { name.to_owned() },
            year: evaluation.project.year.trim().to_owned(),
            template: title,
            total: has_points.then(|| fixed(card.total, card.total_decimals)),
            grade: card.grade.as_ref().filter(|_| !provisional).map(ToString::to_string),
            provisional,
            progress: (card.progress.settled(), card.progress.all),
        }
    }
}

/// A file of a folder, and what is in it.
#[derive(Debug)]
pub struct Listed {
    /// Where it lies.
    pub path: PathBuf,
    /// Why it cannot be read, where it cannot.
    pub read: Result<Overview, FileError>,
}

/// The evaluations that lie in `folder`, by the names of their files; folders within are not looked into. Says besides
/// how many files beyond [`MOST_FILES`] were left out.
///
/// # Errors
/// The folder cannot be read, or somebody asked to stop. A file that cannot be read is among what is listed.
pub fn evaluations_in(
    folder: &Path,
    places: &Places,
    progress: &Progress,
) -> Result<(Vec<Listed>, usize), FileError> {
    let reading = |error: std::io::Error| FileError::reading(folder, &error);
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(reading)? {
        progress.check()?;
        let path = entry.map_err(reading)?.path();
        let is_evaluation = path.extension().is_some_and(|found| found.eq_ignore_ascii_case(EXTENSION));
        if is_evaluation && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    let left_out = paths.len().saturating_sub(MOST_FILES);
    paths.truncate(MOST_FILES);
    progress.expect_parts(paths.len());
    let mut listed = Vec::with_capacity(paths.len());
    for path in paths {
        let read = match file::open(&path, places, progress) {
            Err(FileError::Cancelled) => return Err(FileError::Cancelled),
            opened => opened.map(|opened| {
                let card = score(&opened.template, &opened.evaluation);
                Overview::of(&opened.template, &opened.evaluation, &card)
            }),
        };
        progress.end_part();
        listed.push(Listed { path, read });
    }
    Ok((listed, left_out))
}
