//! The columns that hold for a row, and what stands in them.

use super::draft::Words;
use super::scores;
use crate::import::filled::FilledRow;
use crate::import::grid::{Grid, Row};
use crate::import::headings::{Mapping, Role, levels};
use crate::import::label::{self, Named, named};
use crate::import::words::{folded, squeezed, tidy, unnumbered};
use rust_decimal::Decimal;

/// Columns below one heading.
pub(super) struct Columns<'a> {
    roles: &'a [Role],
    /// Rows of the heading.
    headings: std::ops::Range<usize>,
    /// What points are multiplied by: weights that add up to 1 are shares of 100.
    scale: Decimal,
    /// Every row's points have a sign: open bonus points.
    pub(super) are_signed: bool,
    /// The column of scores that counts (得分).
    pub(super) scored_by: Option<usize>,
    /// The others that hold any.
    pub(super) other_scores: Vec<usize>,
}

/// The columns of the sheet, from its first headings to its last.
pub(super) fn all<'a>(grid: &Grid, mapping: &'a Mapping) -> Vec<Columns<'a>> {
    let first = (mapping.heading, mapping.heading_rows, mapping.columns.as_slice());
    let further = mapping
        .further
        .iter()
        .map(|further| (further.heading, further.heading_rows, further.columns.as_slice()));
    let starts: Vec<_> = std::iter::once(first).chain(further).collect();
    let ends = starts.iter().skip(1).map(|(heading, ..)| *heading).chain([grid.rows.len()]);
    let parts = starts.iter().zip(ends).map(|((heading, rows, roles), end)| {
        let body = heading.saturating_add(*rows);
        let below = grid.rows.get(body..end.max(body)).unwrap_or_default();
        Columns::of(grid, roles, *heading..body, below)
    });
    parts.collect()
}

impl<'a> Columns<'a> {
    fn of(grid: &Grid, roles: &'a [Role], headings: std::ops::Range<usize>, below: &[Row]) -> Self {
        let points = roles.iter().position(|role| *role == Role::Points);
        let stated = |row: &&Row| points.is_some_and(|points| label::points(row.own_text(points)).is_some());
        let signed = |row: &Row| points.is_some_and(|points| label::is_signed(row.own_text(points)));
        let mut pointed = below.iter().filter(stated).peekable();
        let are_signed = pointed.peek().is_some() && pointed.all(signed);
        let scale = scale(points, below);
        let mut columns =
            Self { roles, headings, scale, are_signed, scored_by: None, other_scores: Vec::new() };
        columns.choose_scores(grid, below);
        columns
    }

    fn choose_scores(&mut self, grid: &Grid, below: &[Row]) {
        let holds = |column: &usize| below.iter().any(|row| label::points(row.own_text(*column)).is_some());
        let mut all: Vec<usize> = self.all(Role::Score).filter(holds).collect();
        let headings: Vec<String> = all.iter().map(|column| self.heading(grid, *column)).collect();
        self.scored_by = scores::counting(&headings).map(|place| all.remove(place));
        self.other_scores = all;
    }

    /// What was filled into the row; `part` where it states a part of its indicator.
    pub(super) fn filled(&self, row: &Row, part: Option<usize>) -> FilledRow {
        let text = |role| self.all_texts(row, role, true);
        let cell = |column: Option<usize>| {
            let text = column.map(|column| row.own_text(column)).unwrap_or_default();
            if label::is_nothing(text) { String::new() } else { text.trim().to_owned() }
        };
        FilledRow {
            number: row.number,
            part,
            actual: text(Role::Actual),
            score: cell(self.scored_by),
            deduction: cell(self.column(Role::Deduction)),
            reason: text(Role::Reason),
            evidence: text(Role::Evidence),
            remark: text(Role::Remark),
        }
    }

    pub(super) fn levels(&self) -> usize {
        levels(self.roles)
    }

    pub(super) fn column(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|found| *found == role)
    }

    /// Columns of this role.
    pub(super) fn all(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        self.roles.iter().enumerate().filter(move |(_, found)| **found == role).map(|(column, _)| column)
    }

    /// What the headings call the column.
    pub(super) fn heading(&self, grid: &Grid, column: usize) -> String {
        let rows = self.headings.clone().rev().filter_map(|row| grid.row(row));
        rows.map(|row| squeezed(row.text(column))).find(|text| !text.is_empty()).unwrap_or_default()
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.column(role).is_some()
    }

    /// Names that the row states itself, outermost first.
    pub(super) fn labels(&self, row: &Row) -> Vec<(usize, Named)> {
        let mut labels: Vec<(usize, Named)> = (0..self.levels())
            .filter_map(|level| Some((level, row.own_text(self.column(Role::Level(level))?))))
            .filter(|(_, text)| !label::is_nothing(text))
            .map(|(level, text)| (level, named(text)))
            .collect();
        if let Some(column) = self.column(Role::NamingStandard)
            && let Some(named) = label::beginning(row.own_text(column))
        {
            labels.push((self.levels().saturating_sub(1), named));
        }
        labels
    }

    pub(super) fn points(&self, row: &Row) -> Option<Decimal> {
        let text = row.own_text(self.column(Role::Points)?);
        let share = || label::share(text);
        label::points(text).and_then(|points| points.checked_mul(self.scale)).or_else(share)
    }

    /// Points of the group of this level that the row begins.
    pub(super) fn group_points(&self, row: &Row, level: usize) -> Option<Decimal> {
        label::points(row.own_text(self.column(Role::GroupPoints(level))?))
    }

    /// 权重 of the name of this level that the row states, as it is written; `50%` is 50.
    pub(super) fn weight(&self, row: &Row, level: usize) -> Option<Decimal> {
        let text = row.own_text(self.column(Role::Weight(level))?);
        label::points(text).or_else(|| label::share(text))
    }

    /// All that stands in columns of this role; of merged cells too where they began above.
    pub(super) fn all_texts(&self, row: &Row, role: Role, is_own: bool) -> String {
        let texts = self.all(role).map(|column| if is_own { row.own_text(column) } else { row.text(column) });
        let texts: Vec<String> = texts.filter(|text| !label::is_nothing(text)).map(tidy).collect();
        texts.join("\n")
    }

    /// What the row says of its indicator.
    pub(super) fn words(&self, row: &Row) -> Words {
        let text = |role| self.all_texts(row, role, false);
        let standard = [text(Role::Standard), text(Role::NamingStandard)];
        let standard = standard.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        let unit = text(Role::Unit);
        let target = target(&text(Role::Sign), &text(Role::Target), &unit);
        let (criterion, remark) = (text(Role::Criterion), text(Role::Remark));
        Words { criterion, standard, unit, target, remark, ..Words::default() }
    }

    /// Criterion and standard of a row without a name of its own.
    pub(super) fn more_words(&self, row: &Row) -> (String, String) {
        let standard = [Role::Standard, Role::NamingStandard].map(|role| self.all_texts(row, role, true));
        let standard = standard.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        (self.all_texts(row, Role::Criterion, true), standard)
    }

    /// What a row below an indicator says: its own words, or the heading where they are but a number.
    pub(super) fn piece(&self, grid: &Grid, row: &Row) -> (String, bool) {
        let tier = self.all_texts(row, Role::Tier, true);
        if !tier.is_empty() {
            return (tier, true);
        }
        let first = |role: &Role| matches!(role, Role::Standard | Role::Criterion | Role::Unknown);
        let then = |role: &Role| matches!(role, Role::Reason | Role::Remark | Role::Evidence | Role::Actual);
        let of = |wanted: &dyn Fn(&Role) -> bool| -> Vec<(usize, String)> {
            let columns = self.roles.iter().enumerate().filter(|(_, role)| wanted(role));
            let texts = columns.map(|(column, _)| (column, squeezed(row.own_text(column))));
            texts.filter(|(_, text)| !label::is_nothing(text)).collect()
        };
        let mut texts = of(&first).into_iter().chain(of(&then));
        let Some((column, text)) = texts.next() else { return (String::new(), false) };
        let words = folded(&text);
        let is_number = unnumbered(&words).is_empty() || !words.chars().any(char::is_alphabetic);
        (if is_number { self.heading(grid, column) + &text } else { text }, false)
    }

    /// Nothing but names and points stands in the row.
    pub(super) fn is_label_only(&self, row: &Row) -> bool {
        row.filled().all(|column| {
            let role = self.roles.get(column).copied().unwrap_or(Role::Ignored);
            let is_name =
                matches!(role, Role::Level(_) | Role::Points | Role::GroupPoints(_) | Role::Weight(_));
            is_name || role == Role::Ignored
        })
    }

    /// What the row states in its column of points, as it is written.
    pub(super) fn points_text<'r>(&self, row: &'r Row) -> &'r str {
        self.column(Role::Points).map(|column| row.own_text(column)).unwrap_or_default()
    }

    /// The cell of points began above.
    pub(super) fn continues_points(&self, row: &Row) -> bool {
        self.column(Role::Points).is_some_and(|column| row.continues_above(column))
    }
}

/// Weights that add up to 1 are shares of 100 points.
fn scale(points: Option<usize>, below: &[Row]) -> Decimal {
    let Some(column) = points else { return Decimal::ONE };
    let all: Vec<Decimal> = below.iter().filter_map(|row| label::points(row.own_text(column))).collect();
    let sum = all.iter().try_fold(Decimal::ZERO, |sum, points| sum.checked_add(*points));
    let is_shares = all.iter().all(|points| *points < Decimal::ONE);
    // With the total row of 1 itself they come to 2.
    match is_shares && sum == Some(Decimal::ONE) {
        true => Decimal::ONE_HUNDRED,
        false => Decimal::ONE,
    }
}

/// `≥` and `95` and `%` are `≥95%`. A unit that is a choice (是/否) is none.
fn target(sign: &str, value: &str, unit: &str) -> String {
    if value.is_empty() {
        return String::new();
    }
    let sign = match squeezed(&folded(sign)).as_str() {
        "≥" | "≧" | ">=" | "大于等于" | "正向" | "正向指标" => "≥",
        "≤" | "≦" | "<=" | "小于等于" | "反向" | "反向指标" => "≤",
        "=" | "═" | "==" | "等于" => "=",
        ">" | "大于" => ">",
        "<" | "小于" => "<",
        _ => "",
    };
    let is_number = label::points(value).is_some();
    let unit = if is_number && !unit.contains('/') { squeezed(unit) } else { String::new() };
    let sign = if value.starts_with(['≥', '≤', '=', '>', '<', '＝', '≧', '≦']) { "" } else { sign };
    format!("{sign}{value}{unit}")
}
