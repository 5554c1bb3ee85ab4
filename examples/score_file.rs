//! Scores an evaluation and says how each number came about; without a file, a sample that the program brings along:
//!
//! ```text
//! cargo run --example score_file [FILE.jiping]
//! ```

use jiping::file::{self, Opened, Places, Progress};
use jiping::number::{fixed, plain};
use jiping::scoring::{self, Scorecard, workings};
use jiping::template::Row;
use jiping::text::{Explain as _, Lang, Message, tr};
use rust_decimal::Decimal;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const SAMPLE: &str = "camera-lease";

fn main() -> ExitCode {
    let path = std::env::args_os().nth(1).map(PathBuf::from);
    let (written, code) = match report(path.as_deref(), &Places::standard(), Lang::default()) {
        Ok(text) => (io::stdout().write_all(text.as_bytes()), ExitCode::SUCCESS),
        Err(text) => (io::stderr().write_all(text.as_bytes()), ExitCode::from(2)),
    };
    if written.is_ok() { code } else { ExitCode::from(2) }
}

/// Total, grade, groups and indicators; or what keeps the file from being opened, where, and what to do about it.
pub(crate) fn report(path: Option<&Path>, places: &Places, lang: Lang) -> Result<String, String> {
    let opened = open(path, places).map_err(|error| {
        let cause = error.cause().map(|cause| cause.full(lang) + "\n").unwrap_or_default();
        format!("{}\n{cause}", error.message().full(lang))
    })?;
    let card = scoring::score(&opened.template, &opened.evaluation);
    let notes: String = opened.findings.iter().map(|note| note.message().full(lang) + "\n").collect();
    Ok(format!("{}\n{notes}{}{}", opened.template.title, verdict(&card, lang), rows(&opened, &card, lang)))
}

fn open(path: Option<&Path>, places: &Places) -> Result<Opened, file::FileError> {
    let sample = || jiping::samples::SAMPLES.iter().find(|sample| sample.id == SAMPLE);
    match (path, sample()) {
        (None, Some(sample)) => file::open_bytes(sample.id, sample.bytes, places, &Progress::new()),
        (path, _) => file::open(path.unwrap_or(Path::new(SAMPLE)), places, &Progress::new()),
    }
}

fn verdict(card: &Scorecard, lang: Lang) -> String {
    let key = if card.provisional { "cli-total-provisional" } else { "cli-total" };
    let message = Message::new(key)
        .with("total", fixed(card.total, card.total_decimals))
        .with("points", plain(card.points))
        .with("deductions", fixed(card.deductions, card.item_decimals))
        .with("pending", plain(card.pending))
        .with("grade", card.grade.as_deref().unwrap_or("—"));
    message.text(lang) + "\n"
}

/// A line for each row of the sheet: name, score, points, deduction, and how the score came about.
fn rows(opened: &Opened, card: &Scorecard, lang: Lang) -> String {
    let outline = opened.template.outline();
    let amount =
        |value: Option<Decimal>| value.map_or("—".to_owned(), |value| fixed(value, card.item_decimals));
    let lost = tr(lang, "cli-column-deduction");
    let line = |depth: usize, name: &str, score, points, deduction, how: String| {
        let numbers = format!("{} / {}  {lost} {}", amount(score), plain(points), amount(deduction));
        format!("{}{name}  {numbers}  {how}", "  ".repeat(depth)).trim_end().to_owned() + "\n"
    };
    let row = |row: &Row| match *row {
        Row::Group(index) => {
            let (entry, group) = (outline.groups().get(index)?, card.groups.get(index)?);
            let how = workings(&opened.template, card, Some(index));
            let how = how.map(|how| how.text(lang)).unwrap_or_default();
            Some(line(entry.depth, &group.name, Some(group.score), group.points, Some(group.deductions), how))
        }
        Row::Indicator(position) => {
            let (leaf, item) = (outline.leaf(position)?, card.items.get(position)?);
            let how = item.derivation.text(lang, item.score, card.item_decimals);
            Some(line(
                leaf.path.len().saturating_sub(1),
                &item.name,
                item.score,
                item.points,
                item.deduction,
                how,
            ))
        }
    };
    outline.rows().iter().filter_map(row).collect()
}
