//! Which rows are headings and what the columns hold.

use super::candidate::{Candidate, Part};
use super::role::Role;
use super::vocabulary::Vocabulary;
use crate::import::ImportError;
use crate::import::grid::{Grid, Row};
use crate::import::words::{folded, squeezed};
use crate::template::Form;
use serde::{Deserialize, Serialize};

/// Headings stand near the top, below the head of a form; a sheet that is no score table is not searched to its end.
const SEARCHED_ROWS: usize = 120;

/// Which rows are headings and what the columns hold.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mapping {
    /// First heading row: its place among [`Grid::rows`].
    pub heading: usize,
    /// Heading rows, 1 or 2.
    pub heading_rows: usize,
    /// One for each column of the grid.
    pub columns: Vec<Role>,
    /// Headings further down: printed again on the next page, or those of another table of the sheet.
    #[serde(default)]
    pub further: Vec<Further>,
    /// Which form it is, where the user says so; else the columns tell.
    #[serde(default)]
    pub form: Option<Form>,
}

/// Headings below the first ones.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Further {
    /// As [`Mapping::heading`].
    pub heading: usize,
    /// As [`Mapping::heading_rows`].
    pub heading_rows: usize,
    /// As [`Mapping::columns`], from here down.
    pub columns: Vec<Role>,
    /// They are the first ones once more.
    pub repeats: bool,
}

impl Mapping {
    /// What the headings say.
    ///
    /// # Errors
    /// No row of headings was found. [`Self::blank`] lets the user say where they are.
    pub fn propose(grid: &Grid, vocabulary: &Vocabulary) -> Result<Self, ImportError> {
        let rows = 0..grid.rows.len().min(SEARCHED_ROWS);
        let candidates: Vec<Candidate> =
            rows.filter_map(|row| Candidate::at(grid, vocabulary, row)).collect();
        let most = candidates.iter().map(|candidate| candidate.strength).max().unwrap_or_default();
        // Headings printed again on the next page may know a word more: the first of about the same are the headings.
        let best = candidates.into_iter().find(|candidate| candidate.strength * 10 >= most * 8);
        best.map(|best| Self::of(grid, vocabulary, best.part)).ok_or(ImportError::NoHeading)
    }

    /// The first row as headings, and no column with a role.
    pub fn blank(grid: &Grid) -> Self {
        Self {
            heading: 0,
            heading_rows: 1,
            columns: vec![Role::Ignored; grid.width],
            further: Vec::new(),
            form: None,
        }
    }

    /// What the headings say if they begin in this row; `None` where they are none.
    pub fn at(grid: &Grid, vocabulary: &Vocabulary, heading: usize) -> Option<Self> {
        let candidate = Candidate::at(grid, vocabulary, heading)?;
        Some(Self::of(grid, vocabulary, candidate.part))
    }

    fn of(grid: &Grid, vocabulary: &Vocabulary, first: Part) -> Self {
        let Part { heading, heading_rows, columns } = first;
        let mut mapping = Self { heading, heading_rows, columns, further: Vec::new(), form: None };
        let mut row = mapping.body();
        while row < grid.rows.len() {
            row += match mapping.headings_again(grid, vocabulary, row) {
                Some(further) => {
                    let rows = further.heading_rows;
                    mapping.further.push(further);
                    rows
                }
                None => 1,
            };
        }
        mapping
    }

    /// The headings that begin in this row, below others.
    fn headings_again(&self, grid: &Grid, vocabulary: &Vocabulary, row: usize) -> Option<Further> {
        let (first, found) = (grid.row(self.heading)?, grid.row(row)?);
        let same = |column: usize| alike(first.text(column), found.text(column));
        let filled: Vec<usize> = found.filled().collect();
        let equal = filled.iter().filter(|column| same(**column)).count();
        let repeats = equal > 1 && equal * 3 >= filled.len() * 2;
        let candidate = Candidate::at(grid, vocabulary, row).filter(|candidate| candidate.is_plain);
        if !repeats {
            let Part { heading, heading_rows, columns } = candidate?.part;
            return Some(Further { heading, heading_rows, columns, repeats: false });
        }
        let heading_rows = match grid.row(row + 1) {
            Some(below) if self.heading_rows == 2 && is_second_again(grid, self.heading + 1, below) => 2,
            _ => candidate.as_ref().map_or(1, |candidate| candidate.part.heading_rows),
        };
        // One cell may be called otherwise, and hold something else.
        let own = candidate.map(|candidate| candidate.part.columns);
        let role = |(column, role): (usize, &Role)| match own.as_ref().and_then(|own| own.get(column)) {
            Some(own) if role.holds_nothing() && !same(column) && !found.text(column).is_empty() => *own,
            _ => *role,
        };
        let columns = self.columns.iter().enumerate().map(role).collect();
        Some(Further { heading: row, heading_rows, columns, repeats: true })
    }

    /// Levels that the columns name.
    pub fn levels(&self) -> usize {
        let further = self.further.iter().map(|further| levels(&further.columns));
        further.chain([levels(&self.columns)]).max().unwrap_or_default()
    }

    /// Gives a column another role, also below further headings where it held the same.
    pub fn set(&mut self, column: usize, role: Role) {
        let Some(before) = self.columns.get(column).copied() else { return };
        let further = self.further.iter_mut().map(|further| &mut further.columns);
        for columns in further.filter(|columns| columns.get(column) == Some(&before)) {
            put(columns, column, role);
        }
        put(&mut self.columns, column, role);
    }

    /// Headings of filled columns that tell how a sheet was scored: 自评分, 得分, 扣分, 扣分原因, 上年得分. A template
    /// has no place for those.
    pub fn scores_left_out(&self, grid: &Grid) -> Vec<String> {
        self.filled(grid, Role::is_of_scores)
    }

    /// Headings of filled columns that are not understood.
    pub fn unknown(&self, grid: &Grid) -> Vec<String> {
        self.filled(grid, |role| role == Role::Unknown)
    }

    fn filled(&self, grid: &Grid, wanted: fn(Role) -> bool) -> Vec<String> {
        let columns = self.columns.iter().enumerate().filter(|(_, role)| wanted(**role));
        let found = columns.filter_map(|(column, _)| {
            let mut body = grid.rows.iter().enumerate().skip(self.body());
            let is_filled = body.any(|(at, row)| !self.is_heading(at) && !row.own_text(column).is_empty());
            is_filled.then(|| self.heading_of(grid, column)).filter(|words| !words.is_empty())
        });
        found.collect()
    }

    /// Each column with its letter, its heading and what it holds.
    pub fn described(&self, grid: &Grid) -> Vec<(String, String, Role)> {
        let columns = self.columns.iter().enumerate();
        columns.map(|(column, role)| (letter(column), self.heading_of(grid, column), *role)).collect()
    }

    /// What the headings call a column; its letter where they say nothing.
    pub fn heading_of(&self, grid: &Grid, column: usize) -> String {
        let rows = (self.heading..self.body()).rev().filter_map(|row| grid.row(row));
        let mut words = rows.map(|row| squeezed(row.text(column))).filter(|words| !words.is_empty());
        words.next().unwrap_or_else(|| letter(column))
    }

    /// A row of headings, the first ones or further ones.
    pub fn is_heading(&self, row: usize) -> bool {
        let is_within = |heading: usize, rows: usize| row >= heading && row < heading.saturating_add(rows);
        is_within(self.heading, self.heading_rows)
            || self.further.iter().any(|further| is_within(further.heading, further.heading_rows))
    }

    /// First row below the headings.
    pub(in crate::import) fn body(&self) -> usize {
        self.heading.saturating_add(self.heading_rows)
    }
}

fn put(columns: &mut [Role], column: usize, role: Role) {
    if !role.may_repeat() {
        columns.iter_mut().filter(|held| **held == role).for_each(|held| *held = Role::Ignored);
    }
    if let Some(held) = columns.get_mut(column) {
        *held = role;
    }
}

pub(in crate::import) fn levels(columns: &[Role]) -> usize {
    let named =
        columns.iter().filter_map(|role| role.level()).map(|level| level + 1).max().unwrap_or_default();
    named + usize::from(columns.contains(&Role::NamingStandard))
}

fn alike(one: &str, other: &str) -> bool {
    let plain = |text: &str| squeezed(&folded(text));
    !one.is_empty() && plain(one) == plain(other)
}

fn is_second_again(grid: &Grid, second: usize, row: &Row) -> bool {
    let Some(second) = grid.row(second) else { return false };
    let mut filled = row.filled().peekable();
    filled.peek().is_some() && filled.any(|column| alike(second.text(column), row.text(column)))
}

/// A, B, …, Z, AA: as spreadsheets call their columns.
pub(super) fn letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paste;

    fn columns(table: &str) -> Vec<Role> {
        Mapping::propose(&paste(table).unwrap(), Vocabulary::shipped()).unwrap().columns
    }

    #[test]
    fn common_headings_are_known() {
        use Role::{Criterion, GroupPoints, Ignored, Level, Points, Reason, Score, Standard, Weight};
        assert_eq!(
            columns("一级指标\t二级指标\t\"三级\n指标\"\t自评分\t具体指标\t评价标准"),
            [Level(0), Level(1), Level(2), Score, Criterion, Standard]
        );
        assert_eq!(
            columns("一级指标\t分值\t二级指标\t分值\t三级指标\t分值（分）\t指标解释\t评分标准\t得分"),
            [
                Level(0),
                GroupPoints(0),
                Level(1),
                GroupPoints(1),
                Level(2),
                Points,
                Criterion,
                Standard,
                Score
            ]
        );
        assert_eq!(
            columns("序号\t考核项目\t考核内容\t标准分\t扣分标准\t扣分原因"),
            [Ignored, Level(0), Criterion, Points, Standard, Reason]
        );
        assert_eq!(columns("二级指标\t三级指标\t权重\t分值"), [Level(0), Level(1), Weight(1), Points]);
        assert_eq!(columns("指标名称\t权重（%）\t计分规则"), [Level(0), Points, Standard]);
    }

    #[test]
    fn headings_over_two_rows_are_one() {
        let grid =
            paste("评分表\n序号\t评价指标\t\t分值\t评分标准\n\t一级指标\t二级指标\n1\t决策\t立项\t5\t无")
                .unwrap();
        let mapping = Mapping::propose(&grid, Vocabulary::shipped()).unwrap();
        assert_eq!((mapping.heading, mapping.heading_rows), (1, 2));
        let expected = [Role::Ignored, Role::Level(0), Role::Level(1), Role::Points, Role::Standard];
        assert_eq!(mapping.columns, expected);
    }

    #[test]
    fn scores_that_a_template_has_no_place_for_are_named() {
        let left_out = |table: &str| {
            let grid = paste(table).unwrap();
            Mapping::propose(&grid, Vocabulary::shipped()).unwrap().scores_left_out(&grid)
        };
        let scored = "一级指标\t分值\t评分标准\t自评分\t扣分原因\t上年得分（分）\t佐证\n台账\t60\t酌情\t58\t缺页\t59\t有";
        assert_eq!(left_out(scored), ["自评分", "扣分原因", "上年得分（分）", "佐证"]);
        let empty = "一级指标\t分值\t评分标准\t得分\t扣分\n台账\t60\t酌情\t\t";
        assert!(left_out(empty).is_empty(), "nothing stands there that could be lost");
        let two_rows =
            "指标\t分值\t评分标准\t评价结果\t\n一级指标\t\t\t得分\t扣分原因\n台账\t60\t酌情\t58\t缺页";
        assert_eq!(left_out(two_rows), ["得分", "扣分原因"]);
    }

    #[test]
    fn a_sheet_of_something_else_has_no_headings() {
        assert_eq!(
            Mapping::propose(&paste("姓名\t电话\n甲\t1").unwrap(), Vocabulary::shipped()),
            Err(ImportError::NoHeading)
        );
    }
}
