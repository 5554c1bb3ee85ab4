//! `jiping template import`: a template from a score table, with what became of each row and each rule.

use super::answer::{Answer, Failure, Said, json};
use super::exit::Exit;
use super::import_scores;
use super::read::read;
use super::task::{Output, Scores};
use crate::file::{EXTENSION, Places, SaveTemplate, TEMPLATE_EXTENSION, may_write, save_template};
use crate::import::{
    self, Corrections, Counts, Fate, Imported, Proposal, Reading, Role, RowEntry, Workbook, own_words,
};
use crate::number::plain;
use crate::text::{Lang, Message, tr};
use serde::Serialize;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

pub(super) fn import(
    (table, sheet, corrections): (&Path, Option<&str>, &Corrections),
    scores: Option<&Scores>,
    Output { path: output, force }: &Output,
    lang: Lang,
) -> Result<Answer, Failure> {
    may_write(output, TEMPLATE_EXTENSION, *force)?;
    if let Some(scores) = scores {
        may_write(&scores.output, EXTENSION, *force)?;
    }
    let words = own_words(&Places::standard().headings())?;
    let grid = Workbook::read(&read(table)?)?.grid(sheet, &words)?;
    let mapping = corrections.mapping(&grid, &words)?;
    let mut imported = import::import(&grid, &mapping)?;
    if scores.is_some() {
        // They do come along.
        imported.notes.retain(|note| note.key() != import::SCORES_NOTE);
    }
    let columns: Vec<Column> =
        mapping.described(&grid).into_iter().map(|column| Column::of(column, lang)).collect();
    let request = SaveTemplate {
        path: output.clone(),
        template: Arc::new(imported.template.clone()),
        header: String::new(),
        known: None,
        force: *force,
    };
    save_template(&request)?;
    let scores = scores.map(|scores| import_scores::write(&imported, scores, *force, lang)).transpose()?;
    let mut text = text(table, output, &imported, &columns, lang);
    if let Some(scores) = &scores {
        text = format!("{text}\n{}", scores.text());
    }
    let is_clean = scores.as_ref().is_none_or(|scores| scores.is_clean);
    let document = Document { scores, ..Document::of(table, output, &imported, columns, lang) };
    let open = imported.by_hand() + document.rows_refused + document.problems.len() + imported.findings.len();
    let exit = match open {
        0 if is_clean => Exit::Done,
        _ => Exit::Findings,
    };
    Ok(Answer { text, json: json(&document)?, notes: Vec::new(), exit })
}

fn text(table: &Path, output: &Path, imported: &Imported, columns: &[Column], lang: Lang) -> String {
    let Counts { taken, changed, refused } = imported.rows.counts();
    let items = imported.readings.len();
    let rows =
        Message::new("cli-import-rows").with("file", table.display()).with("rows", imported.rows.rows.len());
    let rows = rows.with("taken", taken).with("changed", changed).with("refused", refused);
    let rules = Message::new("cli-import-rules").with("items", items).with("manual", imported.by_hand());
    let rules = rules.with("read", items - imported.by_hand());
    let columns: Vec<String> = columns.iter().map(|column| column.text(lang)).collect();
    let columns = Message::new("cli-import-columns").with("columns", columns.join("、"));
    let mut text = format!("{}\n{}\n{}\n", rows.text(lang), rules.text(lang), columns.text(lang));
    for row in &imported.rows.rows {
        let key = match row.fate {
            Fate::Taken(_) => continue,
            Fate::Changed(_) => "cli-import-changed",
            Fate::Refused(_) => "cli-import-refused",
        };
        let said: Vec<String> = row.fate.messages().iter().map(|message| message.full(lang)).collect();
        let _ = writeln!(
            text,
            "{}  {}  {}  [{}]",
            row_name(row.number, lang),
            tr(lang, key),
            said.join(" "),
            row.words
        );
    }
    for reading in &imported.readings {
        let _ = writeln!(text, "{}", rule(reading, lang));
    }
    for note in imported.notes.iter().chain(&imported.findings) {
        let _ = writeln!(text, "{}", note.full(lang));
    }
    let problems = imported.problems();
    if !problems.is_empty() {
        let _ = writeln!(text, "{}", tr(lang, "cli-import-problems"));
    }
    for problem in problems {
        let _ = writeln!(text, "  {}  {}", problem.path, problem.message.full(lang));
    }
    text + &Message::new("cli-import-written").with("file", output.display()).text(lang)
}

fn row_name(number: usize, lang: Lang) -> String {
    Message::new("cli-import-row").with("row", number).text(lang)
}

fn rule(reading: &Reading, lang: Lang) -> String {
    let head = format!("{}  {}（{}）  ", row_name(reading.row, lang), reading.name, plain(reading.points));
    let Some(proposal) = reading.proposal() else {
        let why = reading.why_not.as_ref().map(|why| why.text(lang)).unwrap_or_default();
        return format!("{head}{}{why}\n      {}", tr(lang, "cli-import-manual"), one_line(&reading.text));
    };
    let mut text = head + &tr(lang, proposal.form.key());
    for message in &proposal.assumed {
        let _ = write!(text, "\n      {}{}", tr(lang, "cli-import-assumed"), message.text(lang));
    }
    for (place, other) in reading.proposals.iter().enumerate() {
        if reading.chosen != Some(place) {
            let said: Vec<String> = other.assumed.iter().map(|message| message.text(lang)).collect();
            let other = format!("{}（{}）", tr(lang, other.form.key()), said.join("；"));
            let _ = write!(text, "\n      {}{other}", tr(lang, "cli-import-other"));
        }
    }
    text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Serialize)]
struct Document {
    file: String,
    output: String,
    template: String,
    title: String,
    points: String,
    rows_taken: usize,
    rows_changed: usize,
    rows_refused: usize,
    rows: Vec<RowDocument>,
    items: Vec<RuleDocument>,
    columns: Vec<Column>,
    notes: Vec<Said>,
    findings: Vec<Said>,
    problems: Vec<ProblemDocument>,
    /// 连同得分: the evaluation beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    scores: Option<import_scores::Document>,
}

/// A column of the table and what it was taken for.
#[derive(Serialize)]
struct Column {
    letter: String,
    heading: String,
    role: String,
}

impl Column {
    fn of((letter, heading, role): (String, String, Role), lang: Lang) -> Self {
        Self { letter, heading, role: role.name(lang).text(lang) }
    }

    fn text(&self, lang: Lang) -> String {
        let message = Message::new("cli-import-column").with("letter", &self.letter);
        message.with("heading", &self.heading).with("role", &self.role).text(lang)
    }
}

#[derive(Serialize)]
struct RowDocument {
    row: usize,
    words: String,
    fate: &'static str,
    said: Vec<Said>,
}

#[derive(Serialize)]
struct RuleDocument {
    row: usize,
    id: String,
    name: String,
    points: String,
    text: String,
    /// Absent where it is left to be entered by hand.
    form: Option<String>,
    assumed: Vec<Said>,
    /// Other ways to read it.
    others: usize,
    why_not: Option<Said>,
}

#[derive(Serialize)]
struct ProblemDocument {
    path: String,
    #[serde(flatten)]
    said: Said,
}

impl Document {
    fn of(table: &Path, output: &Path, imported: &Imported, columns: Vec<Column>, lang: Lang) -> Self {
        let Counts { taken, changed, refused } = imported.rows.counts();
        let all = |messages: &[Message]| messages.iter().map(|message| Said::of(message, lang)).collect();
        let row = |row: &RowEntry| RowDocument {
            row: row.number,
            words: row.words.clone(),
            fate: match row.fate {
                Fate::Taken(_) => "taken",
                Fate::Changed(_) => "changed",
                Fate::Refused(_) => "refused",
            },
            said: all(row.fate.messages()),
        };
        let item = |reading: &Reading| RuleDocument {
            row: reading.row,
            id: reading.item.to_string(),
            name: reading.name.to_string(),
            points: plain(reading.points),
            text: reading.text.to_string(),
            form: reading.proposal().map(|proposal| tr(lang, proposal.form.key())),
            assumed: reading.proposal().map(|proposal: &Proposal| all(&proposal.assumed)).unwrap_or_default(),
            others: reading.proposals.len().saturating_sub(1),
            why_not: reading.why_not.as_ref().map(|why| Said::of(why, lang)),
        };
        let problems = imported.problems();
        let problem = |problem: &crate::template::Problem| ProblemDocument {
            path: problem.path.clone(),
            said: Said::of(&problem.message, lang),
        };
        Self {
            file: table.display().to_string(),
            output: output.display().to_string(),
            template: imported.template.id.to_string(),
            title: imported.template.title.to_string(),
            points: plain(imported.template.points),
            rows_taken: taken,
            rows_changed: changed,
            rows_refused: refused,
            rows: imported.rows.rows.iter().map(row).collect(),
            items: imported.readings.iter().map(item).collect(),
            columns,
            notes: all(&imported.notes),
            findings: all(&imported.findings),
            problems: problems.iter().map(problem).collect(),
            scores: None,
        }
    }
}
