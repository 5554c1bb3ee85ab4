//! A row that may be the headings, and how much speaks for it.

use super::names::settle_names;
use super::role::{Role, roles, settle_points};
use super::vocabulary::{Certainty, Meaning, Vocabulary};
use crate::import::grid::{Grid, Join, Row};
use crate::import::label;
use crate::import::words::squeezed;

type Found = Option<(Meaning, Certainty)>;

/// Headings and the columns below them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Part {
    pub(super) heading: usize,
    pub(super) heading_rows: usize,
    pub(super) columns: Vec<Role>,
}

/// Headings over one or two rows, and what the columns below them hold.
pub(super) struct Candidate {
    pub(super) part: Part,
    /// Whatever speaks for it; the most of all rows wins.
    pub(super) strength: i32,
    /// Most of its cells are known.
    pub(super) is_plain: bool,
}

impl Candidate {
    /// `None` where the row cannot be the first row of headings.
    pub(super) fn at(grid: &Grid, vocabulary: &Vocabulary, heading: usize) -> Option<Self> {
        let upper = grid.row(heading)?;
        // No heading is a mere number but a year: most rows of a table are told by that, without looking at words.
        if upper.filled().any(|column| is_mere_number(upper.text(column))) {
            return None;
        }
        let mut found = meanings(vocabulary, upper);
        let mut known = Known::of(upper, &found);
        known.is_enough().then_some(())?;
        let below = grid.row(heading + 1).filter(|row| is_second_row(vocabulary, upper, row));
        if let Some(below) = below {
            let lower = meanings(vocabulary, below);
            known = known.and(Known::of(below, &lower));
            found = with_second_row(&found, &lower, below);
        }
        let heading_rows = if below.is_some() { 2 } else { 1 };
        let mut columns = roles(&found);
        let body = heading + heading_rows;
        blank_columns(grid, heading..body, &mut columns);
        let deepest = settle_names(grid, body, &mut columns);
        settle_points(&mut columns, deepest);
        let rows_with_points = points_below(grid, body, &columns);
        let part = Part { heading, heading_rows, columns };
        is_table(&found, rows_with_points).then(|| Self {
            strength: strength(&found) + rows_with_points.min(MOST_POINTED) - known.unknown,
            is_plain: known.unknown * 2 <= known.known && known.known > 2,
            part,
        })
    }
}

fn is_mere_number(cell: &str) -> bool {
    let cell = cell.trim();
    let is_year = cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20"));
    !cell.is_empty() && !is_year && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Rows with points that speak for a heading; more do not say more.
const MOST_POINTED: i32 = 10;

/// How many of the filled cells of a row are headings.
#[derive(Clone, Copy)]
struct Known {
    known: i32,
    unknown: i32,
    numbers: i32,
}

impl Known {
    fn of(row: &Row, found: &[Found]) -> Self {
        let mut counted = Self { known: 0, unknown: 0, numbers: 0 };
        for column in row.filled() {
            match found.get(column).copied().flatten() {
                Some(_) => counted.known += 1,
                None if label::points(row.text(column)).is_some() => counted.numbers += 1,
                None => counted.unknown += 1,
            }
        }
        counted
    }

    fn and(self, other: Self) -> Self {
        Self {
            known: self.known + other.known,
            unknown: self.unknown + other.unknown,
            numbers: self.numbers + other.numbers,
        }
    }

    /// A title is no heading, nor is a row of the table.
    fn is_enough(self) -> bool {
        self.numbers == 0 && self.known > 1 && (self.known >= self.unknown || self.known > 3)
    }
}

/// What the row's own cells mean; a cell over several columns means it for the first of them.
fn meanings(vocabulary: &Vocabulary, row: &Row) -> Vec<Found> {
    let mean = |(column, cell): (usize, &crate::import::grid::Cell)| match cell.join {
        Join::Left => None,
        Join::Own | Join::Above => vocabulary.certain_meaning(row.text(column)).filter(|(_, certainty)| {
            // 变量说明（5分） is an indicator, 绩效指标（90分） a heading.
            *certainty == Certainty::Exact || label::named(row.text(column)).points.is_none()
        }),
    };
    row.cells.iter().enumerate().map(mean).collect()
}

/// Where the second row says nothing, what stands above it.
fn with_second_row(upper: &[Found], lower: &[Found], below: &Row) -> Vec<Found> {
    let both = upper.iter().zip(lower).enumerate();
    both.map(|(column, (upper, lower))| {
        let says_something = !below.own_text(column).is_empty();
        lower.or(if says_something && upper.is_some_and(|(meaning, _)| meaning.is_name()) {
            None
        } else {
            *upper
        })
    })
    .collect()
}

/// It is still headings: all that stands in it is known, or cells of the row above reach into it, or it only names the
/// columns of one heading.
fn is_second_row(vocabulary: &Vocabulary, upper: &Row, row: &Row) -> bool {
    let filled: Vec<usize> = row.filled().collect();
    if filled.is_empty() || filled.iter().any(|column| label::points(row.text(*column)).is_some()) {
        return false;
    }
    let is_short = |column: &usize| squeezed(row.text(*column)).chars().count() <= MOST_SECOND;
    let is_known = |column: &usize| vocabulary.meaning(row.text(*column)).is_some();
    let is_below_one = |column: &usize| {
        let above = upper.cells.get(*column);
        above.is_some_and(|cell| cell.join == Join::Left || cell.text.is_empty())
            || upper.cells.get(column + 1).is_some_and(|cell| cell.join == Join::Left)
            || !upper.text(*column).is_empty()
                && upper.text(column + 1).is_empty()
                && upper.cells.len() > column + 1
    };
    filled.iter().all(is_known)
        || filled.iter().all(|column| is_short(column) && is_below_one(column))
            && (0..row.cells.len()).any(|column| {
                row.continues_above(column)
                    || !upper.own_text(column).is_empty() && row.own_text(column).is_empty()
            })
            && !(filled.contains(&0))
}

/// Characters of a heading in a second row that is not known.
const MOST_SECOND: usize = 8;

/// A column without any heading in which nothing stands holds nothing.
fn blank_columns(grid: &Grid, headings: std::ops::Range<usize>, columns: &mut [Role]) {
    for (column, role) in columns.iter_mut().enumerate() {
        let is_blank = |row: &Row| row.text(column).is_empty();
        let is_continued = |row: &Row| row.cells.get(column).is_some_and(|cell| cell.join == Join::Left);
        let own = grid.rows.get(headings.clone()).unwrap_or_default();
        let body = grid.rows.get(headings.end..).unwrap_or_default();
        if matches!(role, Role::Unknown | Role::Tier)
            && (body.iter().all(is_blank) || own.iter().any(is_continued))
        {
            *role = Role::Ignored;
        }
    }
}

/// A column of points, standards or targets beside one of names; or names with points in them.
fn is_table(found: &[Found], rows_with_points: i32) -> bool {
    let is = |wanted: fn(Meaning) -> bool| found.iter().flatten().any(|(meaning, _)| wanted(*meaning));
    let levels = found.iter().flatten().filter(|(meaning, _)| matches!(meaning, Meaning::Level(_))).count();
    let has_names = is(|meaning| {
        meaning.is_name() || matches!(meaning, Meaning::Content | Meaning::Criterion | Meaning::Standard)
    });
    let has_points = is(|meaning| matches!(meaning, Meaning::Points | Meaning::Weight));
    let has_rules = is(|meaning| matches!(meaning, Meaning::Standard | Meaning::Target | Meaning::Sign));
    let names_alone = is(Meaning::is_name) || is(|meaning| meaning == Meaning::Content);
    let has_words = is(|meaning| matches!(meaning, Meaning::Content | Meaning::Criterion));
    let is_named = has_names && has_points || names_alone && has_rules || levels > 1;
    // A matrix of points below a lone heading is none: something must be scored by words or points.
    is_named && (rows_with_points > 0 || has_rules || has_words || levels > 1)
        || names_alone && has_words && rows_with_points > 1
}

fn strength(found: &[Found]) -> i32 {
    let mut met: Vec<Meaning> = Vec::new();
    let mut sum = 0;
    for (meaning, certainty) in found.iter().flatten() {
        if met.contains(meaning) {
            continue;
        }
        met.push(*meaning);
        let weight = match meaning {
            Meaning::Points => 10,
            Meaning::Level(_) | Meaning::Name | Meaning::Standard | Meaning::Target | Meaning::Weight => 6,
            Meaning::Content | Meaning::Criterion => 4,
            _ => 2,
        };
        sum += if *certainty == Certainty::Exact { weight } else { weight / 2 };
    }
    sum
}

/// Rows below that state points, in their column or in their names and words.
fn points_below(grid: &Grid, body: usize, columns: &[Role]) -> i32 {
    let states = |row: &&Row| {
        columns.iter().enumerate().any(|(column, role)| match role {
            Role::Points => label::points(row.own_text(column)).is_some(),
            Role::Level(_) => label::named(row.own_text(column)).points.is_some(),
            Role::Standard | Role::NamingStandard | Role::Criterion => {
                label::points_in_words(row.own_text(column)).is_some()
            }
            _ => false,
        })
    };
    let pointed = grid.rows.iter().skip(body).filter(states).count();
    i32::try_from(pointed).unwrap_or(i32::MAX)
}
