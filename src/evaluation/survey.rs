//! 满意度问卷: counting a file of answers.

use super::edit::Edit;
use super::input::{self, InputKey};
use super::model::Value;
use super::text_table::{cells, folded};
use crate::encoding::decoded;
use crate::template::{AnswerOption, Id};
use crate::text::{Explain, Message, worded_errors};
use rust_decimal::Decimal;

/// What a file of answers holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Responses {
    /// Answers by option, in the order of the options.
    pub counts: Vec<(Id, usize)>,
    /// n: the number of answers that were understood.
    pub taken: usize,
    /// Lines, from 1, whose answer is none of the options, with what they say. They count nowhere.
    pub not_understood: Vec<(usize, String)>,
    /// Lines without an answer.
    pub blank: usize,
    /// Heading of the column that was counted, if it has one.
    pub column: Option<String>,
}

/// Why a file of answers cannot be counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SurveyError {
    /// Neither UTF-8 nor UTF-16 nor GB18030: perhaps a workbook, not a table saved as text.
    NotText,
    /// No cell of the file is one of the options.
    NoAnswers {
        /// The labels that were looked for, with 、 between them.
        options: String,
    },
    /// Several columns hold answers, and none was named.
    SeveralColumns {
        /// What the first line says above them.
        columns: Vec<String>,
    },
    /// No column has the heading that was named.
    NoSuchColumn {
        /// The heading that was named.
        column: String,
        /// The headings that there are.
        columns: Vec<String>,
    },
}

worded_errors!(SurveyError);

impl Explain for SurveyError {
    fn message(&self) -> Message {
        match self {
            Self::NotText => Message::new("survey-not-text"),
            Self::NoAnswers { options } => Message::new("survey-no-answers").with("options", options),
            Self::SeveralColumns { columns } => {
                Message::new("survey-several-columns").with("columns", columns.join("、"))
            }
            Self::NoSuchColumn { column, columns } => {
                Message::new("survey-no-column").with("column", column).with("columns", columns.join("、"))
            }
        }
    }
}

/// Counts the answers in `bytes`: a CSV or TSV text with one answer in each line, or with a column of them. Answers are
/// the labels of `options`, whatever their width. The column is the one with that heading, or the only one that holds
/// any answer; a first line that is no answer there is its heading. Nothing is guessed: what is no label is listed.
///
/// # Errors
/// There is nothing to count, or more than one column that could be meant.
pub fn read_responses(
    options: &[AnswerOption],
    bytes: &[u8],
    column: Option<&str>,
) -> Result<Responses, SurveyError> {
    let text = decoded(bytes).ok_or(SurveyError::NotText)?;
    let lines = cells(&text);
    let labels: Vec<String> = options.iter().map(|option| folded(&option.label)).collect();
    let option_of = |cell: &str| labels.iter().position(|label| *label == folded(cell));
    let at = match column {
        Some(name) => named(&lines, name)?,
        None => only_one(&lines, &labels, option_of)?,
    };
    let mut counts = vec![0_usize; options.len()];
    let mut responses =
        Responses { counts: Vec::new(), taken: 0, not_understood: Vec::new(), blank: 0, column: None };
    for (number, (line, cells)) in lines.iter().enumerate() {
        let cell = cells.get(at).map(String::as_str).unwrap_or_default();
        match option_of(cell) {
            Some(option) => {
                counts[option] += 1;
                responses.taken += 1;
            }
            None if number == 0 && !cell.is_empty() => responses.column = Some(cell.to_owned()),
            None if cell.is_empty() => responses.blank += 1,
            None => responses.not_understood.push((*line, cell.to_owned())),
        }
    }
    responses.counts = options.iter().map(|option| option.id.clone()).zip(counts).collect();
    Ok(responses)
}

type Lines = [(usize, Vec<String>)];

fn headings(lines: &Lines) -> Vec<String> {
    lines.first().map(|(_, cells)| cells.clone()).unwrap_or_default()
}

fn named(lines: &Lines, name: &str) -> Result<usize, SurveyError> {
    let columns = headings(lines);
    let found = columns.iter().position(|heading| folded(heading) == folded(name));
    found.ok_or_else(|| SurveyError::NoSuchColumn { column: name.to_owned(), columns })
}

/// The only column that holds an answer.
fn only_one(
    lines: &Lines,
    labels: &[String],
    option_of: impl Fn(&str) -> Option<usize>,
) -> Result<usize, SurveyError> {
    let width = lines.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let answers = |column: usize| lines.iter().filter_map(move |(_, cells)| cells.get(column));
    let found: Vec<usize> =
        (0..width).filter(|column| answers(*column).any(|cell| option_of(cell).is_some())).collect();
    match found.as_slice() {
        [column] => Ok(*column),
        [] => Err(SurveyError::NoAnswers { options: labels.join("、") }),
        several => {
            let headings = headings(lines);
            let columns = several.iter().filter_map(|column| headings.get(*column).cloned()).collect();
            Err(SurveyError::SeveralColumns { columns })
        }
    }
}

impl Responses {
    /// Enters the counts for the indicator `item` in place of those that it has; `prefix` is that of its keys where
    /// the survey stands within an alternative, else empty.
    pub fn edit(&self, item: &Id, prefix: &str) -> Edit {
        let count = |(option, count): &(Id, usize)| {
            let key = InputKey::from(format!("{prefix}{}", input::count(option)));
            (key, Some(Value::Number(Decimal::from(*count))))
        };
        Edit::SetInputs { item: item.clone(), inputs: self.counts.iter().map(count).collect() }
    }
}
