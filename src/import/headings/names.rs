//! Where the names of the indicators stand: not always in the column that is headed so.

use super::role::{MOST_LEVELS, Role};
use crate::import::grid::{Grid, Row};
use crate::import::label;
use crate::import::words::{folded, is_label, pattern, squeezed, unnumbered};
use std::collections::BTreeSet;

/// Where the names of the deepest level stand for several rows each, the rows have names of their own in another column:
/// that is a level too. Returns the deepest level.
pub(super) fn settle_names(grid: &Grid, body: usize, columns: &mut [Role]) -> usize {
    let deepest = columns.iter().filter_map(|role| role.level()).max();
    let last = deepest.and_then(|deepest| columns.iter().position(|role| *role == Role::Level(deepest)));
    let rows = item_rows(grid, body, columns);
    // A name that is printed once more is that of a group.
    let name = |row: &&&Row| last.map(|last| squeezed(row.own_text(last))).unwrap_or_default();
    let again = rows.iter().zip(rows.iter().skip(1)).filter(|(above, row)| name(above) == name(row));
    let again = again.filter(|(_, row)| !name(row).is_empty()).count();
    let unnamed = again + rows.iter().filter(|row| name(row).is_empty()).count();
    let next = deepest.map_or(0, |deepest| deepest + 1);
    let is_open = unnamed * 10 >= rows.len().max(1) && next < MOST_LEVELS && !columns.contains(&Role::Tier);
    if !is_open {
        return deepest.unwrap_or_default();
    }
    let after = last.map_or(0, |last| last + 1);
    let named = (after..columns.len()).find(|column| {
        let is_free = matches!(columns.get(*column), Some(Role::Unknown | Role::Criterion));
        is_free && names_rows(&rows, *column)
    });
    if let Some(role) = named.and_then(|column| columns.get_mut(column)) {
        *role = Role::Level(next);
        return next;
    }
    let standard = columns.iter().position(|role| *role == Role::Standard);
    if let Some(column) = standard.filter(|column| names_rows(&rows, *column))
        && let Some(role) = columns.get_mut(column)
    {
        *role = if are_names(&rows, column) { Role::Level(next) } else { Role::NamingStandard };
        return next;
    }
    deepest.unwrap_or_default()
}

/// Rows of indicators: they state points of their own; where no column has points, rows of several cells.
fn item_rows<'g>(grid: &'g Grid, body: usize, columns: &[Role]) -> Vec<&'g Row> {
    let points = |role: &Role| matches!(role, Role::Points | Role::GroupPoints(_));
    let points = columns.iter().rposition(points);
    let points = points.or_else(|| columns.iter().rposition(|role| matches!(role, Role::Weight(_))));
    let is_total = |row: &&Row| row.filled().next().is_some_and(|first| label::is_sum(row.text(first)));
    let all = || grid.rows.iter().skip(body).filter(|row| !is_total(row) && !is_level(row, columns));
    if let Some(points) = points {
        let pointed: Vec<&Row> = all().filter(|row| label::points(row.own_text(points)).is_some()).collect();
        let several = pointed.len() > 2;
        if several {
            return pointed;
        }
    }
    let wordy = |role: &Role| matches!(role, Role::Standard | Role::Criterion | Role::Unknown);
    let pointed = |row: &&Row| {
        let texts = columns.iter().enumerate().filter(|(_, role)| wordy(role));
        let mut texts = texts.map(|(column, _)| row.own_text(column));
        texts.any(|text| label::named(text).points.is_some())
    };
    let pointed: Vec<&Row> = all().filter(pointed).collect();
    if pointed.len() > 2 {
        return pointed;
    }
    let words =
        |row: &&Row| row.filled().filter(|column| columns.get(*column) != Some(&Role::Ignored)).count() > 1;
    let words_alone: Vec<&Row> = all().filter(words).collect();
    if words_alone.len() > 2 { words_alone } else { all().filter(|row| row.filled().count() > 0).collect() }
}

// 良：得40分, below the row of its indicator.
pattern!(
    LEVEL,
    r"^(?:优秀?|优良|良好?|中等?|差|较[好差]|好|一般|基本?合格|不合格|基本?达标|不达标|合格|达标)[:,(]"
);

/// A level of the indicator above, without a name of its own.
fn is_level(row: &Row, columns: &[Role]) -> bool {
    let texts = |is: fn(&Role) -> bool| {
        let columns = columns.iter().enumerate().filter(move |(_, role)| is(role));
        columns.map(|(column, _)| squeezed(&folded(row.own_text(column))))
    };
    let is_named = texts(|role| role.level().is_some()).any(|text| !text.is_empty());
    !is_named && texts(|role| matches!(role, Role::Standard)).any(|text| LEVEL.is_match(unnumbered(&text)))
}

/// Nearly every row has words of its own there, and different ones.
fn names_rows(rows: &[&Row], column: usize) -> bool {
    let texts = rows.iter().map(|row| squeezed(&folded(row.own_text(column))));
    let is_words = |text: &String| {
        let words = unnumbered(text);
        words.chars().filter(|c| c.is_alphabetic()).count() > 1
    };
    let words: Vec<String> = texts.filter(is_words).collect();
    let different: BTreeSet<&String> = words.iter().collect();
    rows.len() > 1 && words.len() * 10 >= rows.len() * 8 && different.len() * 10 >= words.len() * 7
}

/// They are short and say nothing of points but how many: 代码结构清晰（5分）.
fn are_names(rows: &[&Row], column: usize) -> bool {
    let texts = rows.iter().map(|row| label::named(row.own_text(column)).name);
    let (mut names, mut all) = (0, 0);
    for text in texts.filter(|text| !text.is_empty()) {
        all += 1;
        if text.chars().count() <= LONGEST_NAME && is_label(&folded(&text)) {
            names += 1;
        }
    }
    names * 10 >= all * 8
}

/// Characters of a name; a rule has more.
const LONGEST_NAME: usize = 30;
