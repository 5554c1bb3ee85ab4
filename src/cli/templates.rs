//! `jiping template`: those that the program brings along, and what is wrong with one.

use super::answer::{Answer, Failure, Said, json};
use super::exit::Exit;
use super::read;
use crate::file::{self, Places};
use crate::template::{self, Problem, ReadError, Severity, Template};
use crate::text::{Explain as _, Lang, Message, tr};
use serde::Serialize;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[derive(Serialize)]
struct Summary {
    id: String,
    version: String,
    title: String,
    summary: String,
    source: String,
    points: String,
    items: usize,
    /// Of the user's own ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<PathBuf>,
}

impl Summary {
    fn of(template: &Template) -> Self {
        Self {
            id: template.id.to_string(),
            version: template.version.to_string(),
            title: template.title.to_string(),
            summary: template.summary.to_string(),
            source: template.source.to_string(),
            points: crate::number::plain(template.points),
            items: template.outline().len(),
            file: None,
        }
    }
}

#[derive(Serialize)]
struct Listing {
    templates: Vec<Summary>,
}

/// The templates that the program brings along, then those in the user's folder; what cannot be used is named with
/// what keeps it from being used.
pub(super) fn list(places: &Places, lang: Lang) -> Result<Answer, Failure> {
    let mut templates: Vec<Summary> = template::shipped().iter().map(Summary::of).collect();
    let own = file::own_templates(places);
    let mut notes = Vec::new();
    for own in &own {
        match &own.file {
            Ok(file) => {
                templates.push(Summary { file: Some(own.path.clone()), ..Summary::of(&file.text.template) });
                if !file.is_sound() {
                    let note = Message::new("cli-template-draft").with("file", own.path.display());
                    notes.push(note.with("errors", file.errors()));
                }
            }
            Err(error) => {
                notes.push(error.message());
                notes.extend(error.cause());
            }
        }
    }
    let mut text = String::new();
    for template in &templates {
        let line = Message::new("cli-template-line")
            .with("id", &template.id)
            .with("version", &template.version)
            .with("title", &template.title)
            .with("points", &template.points)
            .with("items", template.items);
        let _ = writeln!(text, "{}\n    {}", line.text(lang), template.summary);
    }
    Ok(Answer { text, json: json(&Listing { templates })?, notes, exit: Exit::Done })
}

#[derive(Serialize)]
struct Report {
    file: String,
    /// Absent where the file cannot be read as a template at all.
    template: Option<Summary>,
    errors: usize,
    warnings: usize,
    problems: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    severity: &'static str,
    line: Option<usize>,
    column: Option<usize>,
    path: String,
    #[serde(flatten)]
    said: Said,
}

pub(super) fn check(path: &Path, strict: bool, lang: Lang) -> Result<Answer, Failure> {
    let bytes = read::read(path)?;
    let (template, problems) = match template::check_file(&bytes) {
        Ok((template, problems)) => (Some(template), problems),
        Err(error) => (None, vec![unreadable(&error)]),
    };
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = problems.len() - errors;
    let mut text = String::new();
    for problem in &problems {
        let _ = writeln!(text, "{}", line(path, problem, lang));
    }
    let verdict = Message::new(match errors + warnings {
        0 => "cli-template-sound",
        _ => "cli-template-problems",
    });
    let verdict = verdict.with("file", path.display()).with("errors", errors).with("warnings", warnings);
    text += &verdict.text(lang);
    let entry = |problem: &Problem| Entry {
        severity: match problem.severity {
            Severity::Error | Severity::Omission => "error",
            Severity::Warning => "warning",
        },
        line: problem.place.map(|place| place.line),
        column: problem.place.map(|place| place.column),
        path: problem.path.clone(),
        said: Said::of(&problem.message, lang),
    };
    let report = Report {
        file: path.display().to_string(),
        template: template.as_ref().map(Summary::of),
        errors,
        warnings,
        problems: problems.iter().map(entry).collect(),
    };
    let exit = if errors > 0 || (strict && warnings > 0) { Exit::Findings } else { Exit::Done };
    Ok(Answer { text, json: json(&report)?, notes: Vec::new(), exit })
}

fn unreadable(error: &ReadError) -> Problem {
    Problem {
        severity: Severity::Error,
        path: String::new(),
        node: None,
        at: None,
        spot: Vec::new(),
        place: error.place(),
        message: error.message(),
    }
}

/// `T.ron:12:5: 错误：项目管理 › 资金管理：… …`, as editors know how to jump to it.
fn line(path: &Path, problem: &Problem, lang: Lang) -> String {
    let place = problem.place.map(|place| format!("{place}:")).unwrap_or_default();
    let severity = tr(
        lang,
        match problem.severity {
            Severity::Error | Severity::Omission => "cli-error",
            Severity::Warning => "cli-warning",
        },
    );
    let node = if problem.path.is_empty() { String::new() } else { format!("{}  ", problem.path) };
    format!("{}:{place} {severity}{node}{}", path.display(), problem.message.full(lang))
}

/// A template from its file; all its errors at once where there are any.
pub(super) fn read(path: &Path, lang: Lang) -> Result<Template, Failure> {
    let bytes = read::read(path)?;
    template::read(&bytes).map_err(|error| {
        let message = Message::new("cli-template-unusable").with("file", path.display());
        let problems = match error {
            ReadError::Unsound(problems) => problems,
            other => vec![unreadable(&other)],
        };
        Failure { message, details: problems.iter().map(|problem| located(path, problem, lang)).collect() }
    })
}

fn located(path: &Path, problem: &Problem, lang: Lang) -> Message {
    let place = problem.place.map(|place| format!(":{place}")).unwrap_or_default();
    let node = if problem.path.is_empty() { String::new() } else { format!("  {}", problem.path) };
    Message::new("cli-at")
        .with("place", format!("{}{place}{node}", path.display()))
        .with("what", problem.message.text(lang))
        .with("remedy", problem.message.hint(lang).unwrap_or_default())
}
