//! The headings of a score table: where they stand and what each column holds.

use super::ImportError;
use super::grid::{Grid, Join, Row};
use super::words::{folded, pattern, squeezed};
use serde::{Deserialize, Serialize};

/// Levels of groups and indicators (一级指标 … 五级指标).
const MOST_LEVELS: usize = 5;
/// Headings stand near the top; a sheet that is no score table is not searched to its end.
const SEARCHED_ROWS: usize = 60;

/// What a column holds. The user may change it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Role {
    /// Nothing that a template needs: 序号, 得分, 佐证, 备注.
    Ignored,
    /// Names of this level, from 0 (一级指标). The deepest name of a row is the indicator.
    Level(usize),
    /// 分值 of the indicators.
    Points,
    /// 分值 of the groups of this level, from 0.
    GroupPoints(usize),
    /// 具体指标, 指标解释.
    Criterion,
    /// 评价标准.
    Standard,
    /// 计量单位.
    Unit,
    /// 预期指标值.
    Target,
}

impl Role {
    /// All of them, for a list to choose from.
    pub fn all() -> impl Iterator<Item = Self> {
        let levels = (0..MOST_LEVELS).map(Self::Level);
        let groups = (0..MOST_LEVELS).map(Self::GroupPoints);
        let single = [Self::Points, Self::Criterion, Self::Standard, Self::Unit, Self::Target];
        std::iter::once(Self::Ignored).chain(levels).chain(single).chain(groups)
    }
}

/// Which rows are headings and what the columns hold.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mapping {
    /// First heading row: its place among [`Grid::rows`].
    pub heading: usize,
    /// Heading rows, 1 or 2.
    pub heading_rows: usize,
    /// One for each column of the grid.
    pub columns: Vec<Role>,
}

impl Mapping {
    /// What the headings say.
    ///
    /// # Errors
    /// No row of headings was found. [`Self::blank`] lets the user say where they are.
    pub fn propose(grid: &Grid) -> Result<Self, ImportError> {
        (0..grid.rows.len().min(SEARCHED_ROWS))
            .find_map(|heading| Self::at(grid, heading))
            .ok_or(ImportError::NoHeading)
    }

    /// The first row as headings, and no column with a role.
    pub fn blank(grid: &Grid) -> Self {
        Self { heading: 0, heading_rows: 1, columns: vec![Role::Ignored; grid.width] }
    }

    /// What the headings say if they begin in this row; `None` where they are none.
    pub fn at(grid: &Grid, heading: usize) -> Option<Self> {
        let upper = headings(grid.row(heading)?, None);
        // A title is no heading, whatever stands below it.
        upper.iter().flatten().next()?;
        let below = grid.row(heading + 1).filter(|row| is_second_row(row));
        let (heading_rows, found) = match below {
            Some(row) => (2, headings(row, Some(&upper))),
            None => (1, upper),
        };
        let is = |wanted: &[Heading]| found.iter().flatten().any(|heading| wanted.contains(heading));
        let levels = found.iter().flatten().filter(|heading| heading.is_name()).count();
        let tells_more = is(&[Heading::Points, Heading::Weight, Heading::Standard, Heading::Criterion]);
        let is_table = (levels > 0 && tells_more) || levels > 1;
        is_table.then(|| Self { heading, heading_rows, columns: roles(&found) })
    }

    /// Levels that the columns name.
    pub fn levels(&self) -> usize {
        let level = |role: &Role| match role {
            Role::Level(level) => Some(level + 1),
            _ => None,
        };
        self.columns.iter().filter_map(level).max().unwrap_or_default()
    }

    /// Headings of filled columns that tell how a sheet was scored: 自评分, 得分, 扣分, 扣分原因, 上年得分. A template
    /// has no place for those.
    pub fn scores_left_out(&self, grid: &Grid) -> Vec<String> {
        let body = grid.rows.iter().skip(self.body()).filter(|row| !repeats(row));
        let ignored = self.columns.iter().enumerate().filter(|(_, role)| **role == Role::Ignored);
        let found = ignored.filter_map(|(column, _)| {
            let is_filled = body.clone().any(|row| !row.own_text(column).is_empty());
            let rows = (self.heading..self.body()).rev().filter_map(|row| grid.row(row));
            let mut words = rows.map(|row| squeezed(row.text(column))).filter(|words| is_of_scores(words));
            words.next().filter(|_| is_filled)
        });
        found.collect()
    }

    pub(super) fn column(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|found| *found == role)
    }

    /// First row below the headings.
    pub(super) fn body(&self) -> usize {
        self.heading.saturating_add(self.heading_rows)
    }
}

/// What a heading says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Heading {
    Level(usize),
    /// A name without a level: 指标名称, 考核项目.
    Name,
    Points,
    Weight,
    Criterion,
    Standard,
    Unit,
    Target,
    /// Known, and of no use for a template.
    Other,
}

impl Heading {
    fn is_name(self) -> bool {
        matches!(self, Self::Level(_) | Self::Name)
    }
}

pattern!(
    LEVEL,
    r"^(?:第?([一二三四五1-5])级(?:评价|考核|绩效)?(?:指标|目标|项目|内容)?(?:名称|及分值)?|([一二三四五])级)$"
);
pattern!(
    NAME,
    r"^(?:(?:评价|考核|绩效|考评|评分)?(?:指标|项目|要素)(?:名称|内容)?|考核类别|类别|指标体系|名称|内容)$"
);
pattern!(
    POINTS,
    r"^(?:(?:标准|指标|基准|基本|考核|评价|设定)?分值?|满分(?:值)?|标准分值|分数|(?:标准|基准)分)$"
);
pattern!(WEIGHT, r"^(?:指标)?权重(?:分值?|系数)?(?:%)?$");
pattern!(
    CRITERION,
    r"^(?:指标(?:解释|说明|内涵|含义|释义|定义|描述)|具体指标|(?:评价|考核|考评|评分)(?:内容|要点|要求|要素)|考核内容及要求|解释说明|内涵解释|指标内容)$"
);
pattern!(
    STANDARD,
    r"^(?:指标)?(?:评价|评分|计分|考核|扣分|打分|考评|给分|评定|赋分)(?:标准|规则|细则|办法|方法|依据及标准|标准及方法|标准和方法|说明)(?:及分值|说明)?$"
);
pattern!(UNIT, r"^(?:计量|度量)单位$");
pattern!(TARGET, r"^(?:年度|预期|绩效)?(?:目标|指标)值$|^(?:年度|预期)(?:绩效)?(?:目标|指标)$");
pattern!(
    OTHER,
    r"^(?:序号|编号|(?:自|考|互|评|复|初|终)?评?(?:价|审|核|查)?得分|自评分?|评分|实得分|扣分|(?:扣分|偏差|减分)?(?:原因|理由|情况)(?:分析)?.*|佐证.*|证明.*|数据来源|(?:资料|信息)来源|评价依据|备注|实际(?:完成)?(?:指标)?值|完成情况|责任.*|考核部门)$"
);
pattern!(
    SCORES,
    r"^(?:上年度?|去年|本年度?)?(?:(?:自|考|互|评|复|初|终)?评?(?:价|审|核|查)?得分|自评分?|评分|实得分|扣分|(?:扣分|减分|偏差)(?:原因|理由|情况).*)$"
);
pattern!(BRACKETS, r"[(][^()]*[)]");

fn is_of_scores(heading: &str) -> bool {
    let words = squeezed(&folded(heading));
    SCORES.is_match(BRACKETS.replace_all(&words, "").trim_matches([':', '/', '、']))
}

fn heading(text: &str) -> Option<Heading> {
    let words = squeezed(&folded(text));
    let words = BRACKETS.replace_all(&words, "");
    let words = words.trim_matches([':', '/', '、']);
    if let Some(found) = LEVEL.captures(words) {
        let digit = found.get(1).or_else(|| found.get(2))?.as_str();
        let level = "一二三四五".chars().position(|c| digit.starts_with(c));
        return level.or_else(|| "12345".find(digit)).map(Heading::Level);
    }
    let known = [
        (&POINTS, Heading::Points),
        (&WEIGHT, Heading::Weight),
        (&CRITERION, Heading::Criterion),
        (&STANDARD, Heading::Standard),
        (&UNIT, Heading::Unit),
        (&TARGET, Heading::Target),
        (&NAME, Heading::Name),
        (&OTHER, Heading::Other),
    ];
    known.iter().find(|(pattern, _)| pattern.is_match(words)).map(|(_, heading)| *heading)
}

/// The heading of each column; where the row says nothing, what stands in the row above.
fn headings(row: &Row, above: Option<&[Option<Heading>]>) -> Vec<Option<Heading>> {
    let mut found: Vec<Option<Heading>> = Vec::with_capacity(row.cells.len());
    for (column, cell) in row.cells.iter().enumerate() {
        let own = match cell.join {
            Join::Left => found.last().copied().flatten().filter(|heading| heading.is_name()),
            Join::Own | Join::Above => heading(&cell.text),
        };
        found.push(own.or_else(|| above.and_then(|above| above.get(column).copied().flatten())));
    }
    found
}

/// All that stands in it is headings, so that it is not yet the first row of the table.
fn is_second_row(row: &Row) -> bool {
    let mut filled = row.filled().peekable();
    filled.peek().is_some() && filled.all(|column| heading(row.text(column)).is_some())
}

/// Is it the heading row once more, as at the top of each printed page?
pub(super) fn repeats(row: &Row) -> bool {
    let filled: Vec<usize> = row.filled().collect();
    filled.len() > 1 && filled.iter().all(|column| heading(row.text(*column)).is_some())
}

fn roles(found: &[Option<Heading>]) -> Vec<Role> {
    let mut roles = Vec::with_capacity(found.len());
    let (mut next_level, mut level) = (0_usize, None);
    for heading in found {
        let role = match heading {
            Some(Heading::Level(number)) if !roles.contains(&Role::Level(*number)) => {
                (next_level, level) = (number + 1, Some(*number));
                Role::Level(*number)
            }
            Some(Heading::Name) if next_level < MOST_LEVELS => {
                level = Some(next_level);
                next_level += 1;
                Role::Level(next_level - 1)
            }
            Some(Heading::Points) => level.map_or(Role::Points, Role::GroupPoints),
            Some(Heading::Criterion) => Role::Criterion,
            Some(Heading::Standard) => Role::Standard,
            Some(Heading::Unit) => Role::Unit,
            Some(Heading::Target) => Role::Target,
            _ => Role::Ignored,
        };
        let is_repeated = role != Role::Ignored && roles.contains(&role);
        roles.push(if is_repeated { Role::Ignored } else { role });
    }
    close_levels(&mut roles);
    settle_points(&mut roles, found);
    roles
}

/// Levels without gaps: a table that begins with 二级指标 has that as its first.
fn close_levels(roles: &mut [Role]) {
    let mut used: Vec<usize> = roles
        .iter()
        .filter_map(|role| if let Role::Level(level) = role { Some(*level) } else { None })
        .collect();
    used.sort_unstable();
    for role in roles {
        if let Role::Level(level) | Role::GroupPoints(level) = role {
            *level = used.iter().position(|used| used == level).unwrap_or(*level);
        }
    }
}

/// The last column of points is that of the indicators; 权重 is where there is no 分值.
fn settle_points(roles: &mut [Role], found: &[Option<Heading>]) {
    let last = roles.iter().rposition(|role| matches!(role, Role::GroupPoints(_) | Role::Points));
    let last = last.or_else(|| found.iter().rposition(|heading| *heading == Some(Heading::Weight)));
    if let Some(role) = last.and_then(|last| roles.get_mut(last)) {
        *role = Role::Points;
    }
}

#[cfg(test)]
mod tests {
    use super::super::paste;
    use super::*;

    fn columns(table: &str) -> Vec<Role> {
        Mapping::propose(&paste(table).unwrap()).unwrap().columns
    }

    #[test]
    fn common_headings_are_known() {
        use Role::{Criterion, GroupPoints, Ignored, Level, Points, Standard};
        assert_eq!(
            columns("一级指标\t二级指标\t\"三级\n指标\"\t自评分\t具体指标\t评价标准"),
            [Level(0), Level(1), Level(2), Ignored, Criterion, Standard]
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
                Ignored
            ]
        );
        assert_eq!(
            columns("序号\t考核项目\t考核内容\t标准分\t扣分标准\t扣分原因"),
            [Ignored, Level(0), Criterion, Points, Standard, Ignored]
        );
        assert_eq!(columns("二级指标\t三级指标\t权重\t分值"), [Level(0), Level(1), Ignored, Points]);
        assert_eq!(columns("指标名称\t权重（%）\t计分规则"), [Level(0), Points, Standard]);
    }

    #[test]
    fn headings_over_two_rows_are_one() {
        let grid =
            paste("评分表\n序号\t评价指标\t\t分值\t评分标准\n\t一级指标\t二级指标\n1\t决策\t立项\t5\t无")
                .unwrap();
        let mapping = Mapping::propose(&grid).unwrap();
        assert_eq!((mapping.heading, mapping.heading_rows), (1, 2));
        let expected = [Role::Ignored, Role::Level(0), Role::Level(1), Role::Points, Role::Standard];
        assert_eq!(mapping.columns, expected);
    }

    #[test]
    fn scores_that_a_template_has_no_place_for_are_named() {
        let left_out = |table: &str| {
            let grid = paste(table).unwrap();
            Mapping::propose(&grid).unwrap().scores_left_out(&grid)
        };
        let scored = "一级指标\t分值\t评分标准\t自评分\t扣分原因\t上年得分（分）\t佐证\n台账\t60\t酌情\t58\t缺页\t59\t有";
        assert_eq!(left_out(scored), ["自评分", "扣分原因", "上年得分（分）"]);
        let empty = "一级指标\t分值\t评分标准\t得分\t扣分\n台账\t60\t酌情\t\t";
        assert!(left_out(empty).is_empty(), "nothing stands there that could be lost");
        let two_rows =
            "指标\t分值\t评分标准\t评价结果\t\n一级指标\t\t\t得分\t扣分原因\n台账\t60\t酌情\t58\t缺页";
        assert_eq!(left_out(two_rows), ["得分", "扣分原因"]);
    }

    #[test]
    fn a_sheet_of_something_else_has_no_headings() {
        assert_eq!(Mapping::propose(&paste("姓名\t电话\n甲\t1").unwrap()), Err(ImportError::NoHeading));
    }
}
