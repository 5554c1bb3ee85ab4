//! A block of a spreadsheet as 自设指标: name, 目标值, 分值, unit, and where it says so the group.

use super::edit::Edit;
use super::input;
use super::ledger_paste::RefusedLine;
use super::model::{OwnIndicator, Value};
use super::tailor::TailorEdit;
use super::text_table::{cells, folded};
use crate::number::parse;
use crate::template::{
    Award, Direction, Group, Id, Label, Measure, Node, OpenGroup, Pattern, Rate, Sign, Target, Template,
};
use crate::text::{Explain as _, Message};
use rust_decimal::Decimal;

/// What a block says, line by line: each is in one of the two.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PastedOwn {
    /// Lines that can become indicators.
    pub lines: Vec<OwnLine>,
    /// Lines that cannot, and why.
    pub refused: Vec<RefusedLine>,
    /// Columns with something in them of which nothing is taken: number, from 1, and heading, which may be empty.
    pub left_out: Vec<(usize, String)>,
}

/// A line that can become an indicator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnLine {
    /// In the block, from 1.
    pub line: usize,
    /// The open group that the line names, or one above it.
    pub group: Option<Id>,
    /// Why the group that is named takes none: it goes where the user says.
    pub misplaced: Option<Message>,
    /// 指标名称
    pub name: String,
    /// 目标值 as written; may be empty.
    pub target: String,
    /// 分值
    pub points: Decimal,
    /// 计量单位, stated or read off the target; may be empty.
    pub unit: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Column {
    Group,
    Name,
    Target,
    Points,
    Unit,
    /// 指标性质: whether more or less is better.
    Direction,
}

/// Without headings: from left to right.
const IN_ORDER: [Column; 4] = [Column::Name, Column::Target, Column::Points, Column::Unit];
/// Headings stand in one of the first lines.
const LINES_ABOVE: usize = 5;

impl Column {
    fn of(heading: &str) -> Option<Self> {
        let word: String = folded(heading).chars().filter(|c| !c.is_whitespace()).collect();
        match word.to_lowercase().as_str() {
            "指标" | "指标名称" | "三级指标" | "绩效指标" | "评价指标" | "名称" | "indicator" | "name" => {
                Some(Self::Name)
            }
            "二级指标" | "指标类型" | "分组" | "group" => Some(Self::Group),
            "方向" | "指标方向" | "指标性质" | "性质" | "direction" => Some(Self::Direction),
            "单位" | "计量单位" | "度量单位" | "unit" => Some(Self::Unit),
            "目标" | "目标值" | "指标值" | "计划值" | "年度指标值" | "年度目标值" | "预期指标值"
            | "target" => Some(Self::Target),
            "points" | "满分" | "标准分" | "指标满分值" => Some(Self::Points),
            word if word.starts_with("分值") => Some(Self::Points),
            _ => None,
        }
    }
}

/// More indicators than that nobody sets for one project: it is another table.
const MOST_LINES: usize = 300;

/// Reads a block for the open groups of `template`.
pub fn paste(template: &Template, text: &str) -> PastedOwn {
    let lines = cells(text);
    let header = lines.iter().take(LINES_ABOVE).position(|(_, cells)| {
        let columns: Vec<Column> = cells.iter().filter_map(|cell| Column::of(cell)).collect();
        columns.len() >= 2 && columns.contains(&Column::Name)
    });
    let columns: Vec<Option<Column>> = match header.and_then(|header| lines.get(header)) {
        Some((_, headings)) => headings.iter().map(|heading| Column::of(heading)).collect(),
        None => IN_ORDER.map(Some).into(),
    };
    let left_out = left_out(&lines, header, &columns);
    let mut block = Block { template, columns: &columns, group: None };
    let mut pasted = PastedOwn { left_out, ..PastedOwn::default() };
    for (at, (line, cells)) in lines.iter().enumerate().filter(|(at, _)| header != Some(*at)) {
        let read = match header.is_some_and(|header| at < header) {
            true => Err(Message::new("own-paste-above")),
            false if pasted.lines.len() >= MOST_LINES => {
                Err(Message::new("own-paste-too-many").with("most", MOST_LINES))
            }
            false => block.line(*line, cells),
        };
        match read {
            Ok(own) => pasted.lines.push(own),
            Err(why) => pasted.refused.push(RefusedLine { line: *line, text: cells.join(" "), why }),
        }
    }
    pasted
}

/// Columns that say something below their headings, and have no meaning here.
fn left_out(
    lines: &[(usize, Vec<String>)],
    header: Option<usize>,
    columns: &[Option<Column>],
) -> Vec<(usize, String)> {
    let body = || lines.iter().skip(header.map_or(0, |header| header + 1)).map(|(_, cells)| cells);
    let heading = |at: usize| {
        let (_, headings) = lines.get(header?)?;
        headings.get(at).map(|heading| folded(heading))
    };
    let widest = body().map(Vec::len).max().unwrap_or_default();
    let is_left_out = |at: &usize| {
        // The number of a line is its place.
        let is_number = || heading(*at).is_some_and(|heading| ["序号", "编号"].contains(&heading.as_str()));
        let says = || body().filter_map(|cells| cells.get(*at)).any(|cell| !cell.trim().is_empty());
        columns.get(*at).is_none_or(Option::is_none) && says() && !is_number()
    };
    (0..widest).filter(is_left_out).map(|at| (at + 1, heading(at).unwrap_or_default())).collect()
}

struct Block<'a> {
    template: &'a Template,
    columns: &'a [Option<Column>],
    /// Cells that are merged over several lines stand in the first of them: the group, or why it takes none.
    group: Option<Result<Id, Message>>,
}

impl Block<'_> {
    fn line(&mut self, line: usize, cells: &[String]) -> Result<OwnLine, Message> {
        let cell = |wanted: Column| {
            let at = self.columns.iter().position(|column| *column == Some(wanted));
            at.and_then(|at| cells.get(at)).map(|cell| cell.trim()).unwrap_or_default()
        };
        let (name, target, unit) = (cell(Column::Name), cell(Column::Target), cell(Column::Unit));
        if cells.iter().any(|cell| ["合计", "小计", "总计"].contains(&folded(cell).as_str())) {
            return Err(Message::new("own-paste-sum"));
        }
        let points = cell(Column::Points);
        match cell(Column::Group) {
            "" => {}
            group => self.group = Some(open_group_called(self.template, group)),
        }
        let (group, misplaced) = match self.group.clone() {
            Some(Ok(group)) => (Some(group), None),
            Some(Err(why)) => (None, Some(why)),
            None => (None, None),
        };
        if name.is_empty() {
            return Err(Message::new("own-paste-no-name"));
        }
        let points = parse(points.trim_end_matches('分')).map_err(|error| error.message())?;
        let unit = match Target::read(target) {
            Some(read) if read.percent => "%".to_owned(),
            Some(read) if unit.is_empty() => read.unit,
            _ => unit.to_owned(),
        };
        let (name, target) = (name.to_owned(), signed(target, cell(Column::Direction)));
        Ok(OwnLine { line, group, misplaced, name, target, points, unit })
    }
}

/// A target with the side that a column of its own says is the better one.
fn signed(target: &str, direction: &str) -> String {
    let unstated = Target::read(target).is_some_and(|target| target.sign == Sign::Unstated);
    let sign = match direction {
        "≤" | "<=" | "反向" | "负向" | "反向指标" | "负向指标" | "不高于" | "不超过" => {
            "≤"
        }
        "≥" | ">=" | "正向" | "正向指标" | "不低于" => "≥",
        "=" | "＝" | "等于" => "=",
        _ => "",
    };
    match unstated {
        true => format!("{sign}{target}"),
        false => target.to_owned(),
    }
}

fn open_group_called(template: &Template, name: &str) -> Result<Id, Message> {
    let wanted = folded(name);
    let groups = template.outline().groups();
    let of_that_name = || groups.iter().filter(|group| folded(&group.name) == wanted);
    let open = of_that_name().find(|group| open_group(template, &group.id).is_some());
    open.map(|group| group.id.clone()).ok_or_else(|| {
        let key = if of_that_name().next().is_some() { "own-paste-not-open" } else { "own-paste-no-group" };
        Message::new(key).with("group", name)
    })
}

fn open_group<'t>(template: &'t Template, id: &str) -> Option<&'t OpenGroup> {
    match template.node(id)? {
        Node::Group(Group { open, .. }) => open.as_ref(),
        Node::Indicator(_) => None,
    }
}

impl OwnLine {
    /// The way of `group` in which it is scored, by what its target says; the first where it says nothing.
    pub fn pattern<'t>(&self, template: &'t Template, group: &str) -> Option<&'t Pattern> {
        let patterns = &open_group(template, group)?.patterns;
        let is_rate = |pattern: &&Pattern, directions: &[Direction]| {
            matches!(&pattern.rule.award, Award::Rate(Rate { measure: Measure::Entered(_), direction, .. })
                if directions.contains(direction))
        };
        let by_rate = |directions: &[Direction]| patterns.iter().find(|pattern| is_rate(pattern, directions));
        let in_words = || patterns.iter().find(|pattern| takes_words(pattern));
        let fitting = match Target::read(&self.target).map(|target| target.sign) {
            _ if self.target.is_empty() => None,
            Some(Sign::AtLeast | Sign::MoreThan | Sign::Unstated) => by_rate(&[Direction::Positive]),
            Some(Sign::AtMost | Sign::LessThan) => {
                by_rate(&[Direction::ReverseLinear]).or_else(|| by_rate(&[Direction::ReverseRatio]))
            }
            Some(Sign::Equal) => by_rate(&[Direction::Equal]),
            None => None,
        };
        let stated = !self.target.is_empty();
        fitting.or_else(|| in_words().filter(|_| stated)).or_else(|| patterns.first())
    }

    /// What adds it to `group` under `id`, its target with it; `None` where the group takes none.
    pub fn edits(&self, template: &Template, group: &Id, id: Id) -> Option<Vec<Edit>> {
        let pattern = self.pattern(template, group)?;
        let own = OwnIndicator {
            id: id.clone(),
            group: group.clone(),
            name: Label::from(&*self.name),
            points: self.points,
            pattern: pattern.id.clone(),
            unit: Label::from(&*self.unit),
        };
        let target = self.target_edit(pattern, id);
        Some(std::iter::once(Edit::Tailor(TailorEdit::AddOwn(own))).chain(target).collect())
    }

    /// The target as the rule takes it; in the remark where the rule takes none.
    fn target_edit(&self, pattern: &Pattern, item: Id) -> Option<Edit> {
        if self.target.is_empty() {
            return None;
        }
        let set = |key: &str, value: Value| Edit::SetInputs {
            item: item.clone(),
            inputs: vec![(key.into(), Some(value))],
        };
        let number = Target::read(&self.target).and_then(|target| match target.percent {
            true => target.value.checked_mul(Decimal::ONE_HUNDRED),
            false => Some(target.value),
        });
        let takes_number = matches!(
            &pattern.rule.award,
            Award::Rate(Rate { measure: Measure::Entered(_) | Measure::Deviation(_), .. })
        );
        Some(match number {
            _ if takes_words(pattern) => set(input::EXPECTED, Value::Text(self.target.clone())),
            Some(number) if takes_number => set(input::TARGET, Value::Number(number)),
            _ => Edit::SetRemark { item, text: self.target.clone() },
        })
    }
}

fn takes_words(pattern: &Pattern) -> bool {
    matches!(pattern.rule.award, Award::Target { target: None })
}
