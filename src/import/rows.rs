//! From rows to a tree: groups, indicators, total; and what became of each row.

use super::grid::{Grid, Row};
use super::header::{Mapping, Role, repeats};
use super::label::{self, Named, named};
use super::report::{Fate, RowEntry, RowReport};
use super::words::{folded, pattern, squeezed, tidy};
use crate::number::plain;
use crate::template::Label;
use crate::text::Message;
use rust_decimal::Decimal;

/// A group or an indicator, before it is one of a template.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub parent: Option<usize>,
    pub name: Label,
    pub points: Option<Decimal>,
    /// Row of the sheet.
    pub row: usize,
    /// Row that last stated the name.
    pub stated: usize,
    /// `None` for groups.
    pub words: Option<Words>,
}

/// What the table says of an indicator.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub criterion: String,
    pub standard: String,
    pub unit: String,
    pub target: String,
}

/// What was read from the rows.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub title: Option<String>,
    pub total: Option<Decimal>,
    /// Parents stand before their children.
    pub drafts: Vec<Draft>,
    pub report: RowReport,
}

pattern!(
    TOTAL,
    r"^(?:合计|总计|总分|总分值|总得分|合计得分|得分合计|综合得分|综合评分|满分|分值合计)(?:\(.*\))?$"
);
pattern!(SUBTOTAL, r"小计$");
pattern!(
    NOTE,
    r"^(?:注|备注|说明|填表|填报|评价人|评分人|审核|制表|单位负责人|财务负责人|联系|日期|评价小组|专家|附件|附表|单位[(:]|项目名称|项目单位|主管部门|评价单位)"
);

pub(super) fn read(grid: &Grid, mapping: &Mapping) -> Table {
    let mut reader = Reader {
        grid,
        mapping,
        levels: (0..mapping.levels()).map(|level| mapping.column(Role::Level(level))).collect(),
        open: vec![None; mapping.levels()],
        table: Table::default(),
        scale: scale(grid, mapping),
        after_total: false,
        pending_header: false,
        takes_more: false,
    };
    for (index, row) in grid.rows.iter().enumerate() {
        let fate = reader.row(index, row);
        let words = row.filled().map(|column| squeezed(row.text(column))).collect::<Vec<_>>().join(" ");
        let words = words.chars().take(60).collect();
        reader.table.report.rows.push(RowEntry { number: row.number, words, fate });
    }
    reader.table
}

/// Weights that add up to 1 are shares of 100 points.
fn scale(grid: &Grid, mapping: &Mapping) -> Decimal {
    let Some(column) = mapping.column(Role::Points) else { return Decimal::ONE };
    let body = grid.rows.iter().skip(mapping.body());
    let all: Vec<Decimal> = body.filter_map(|row| label::points(row.own_text(column))).collect();
    let sum = all.iter().try_fold(Decimal::ZERO, |sum, points| sum.checked_add(*points));
    let is_shares = all.iter().all(|points| *points < Decimal::ONE);
    // With the total row of 1 itself they come to 2.
    match is_shares && sum == Some(Decimal::ONE) {
        true => Decimal::ONE_HUNDRED,
        false => Decimal::ONE,
    }
}

struct Reader<'a> {
    grid: &'a Grid,
    mapping: &'a Mapping,
    /// Column of each level.
    levels: Vec<Option<usize>>,
    /// Group that is open at each level: its place among the drafts.
    open: Vec<Option<usize>>,
    table: Table,
    scale: Decimal,
    after_total: bool,
    /// The heading row was just repeated: groups printed again after it are the same ones.
    pending_header: bool,
    /// The row above is an indicator that a row without a name continues.
    takes_more: bool,
}

impl Reader<'_> {
    fn row(&mut self, index: usize, row: &Row) -> Fate {
        if index < self.mapping.heading {
            return self.above(index, row);
        }
        if index < self.mapping.body() {
            return taken("import-row-heading");
        }
        if repeats(row) {
            self.pending_header = true;
            return Fate::Changed(vec![Message::new("import-row-heading-again")]);
        }
        if let Some(fate) = self.sum_row(row).or_else(|| self.note(row)) {
            return fate;
        }
        let labels = self.labels(row);
        match labels.split_last() {
            Some(((level, named), groups)) => self.named_row(index, row, groups, *level, named),
            None => self.nameless_row(row),
        }
    }

    /// The title is the row that speaks of a table, else the first that is long enough to be one.
    fn above(&mut self, index: usize, row: &Row) -> Fate {
        let text =
            |row: &Row| row.filled().next().map(|column| squeezed(row.text(column))).unwrap_or_default();
        let rows = || self.grid.rows.iter().take(self.mapping.heading).map(text).enumerate();
        let is_title = |text: &str| text.chars().count() > 2 && !NOTE.is_match(&folded(text));
        let best = rows().find(|(_, text)| is_title(text) && text.contains('表'));
        let best = best.or_else(|| rows().find(|(_, text)| is_title(text))).map(|(best, _)| best);
        if best == Some(index) {
            self.table.title = Some(text(row));
            return taken("import-row-title");
        }
        refused("import-row-outside")
    }

    /// 合计 and 小计.
    fn sum_row(&mut self, row: &Row) -> Option<Fate> {
        let first = row.filled().next()?;
        let named = named(row.text(first));
        let name = folded(&named.name);
        let points = self.points(row).or(named.points);
        if SUBTOTAL.is_match(&name) {
            return Some(self.subtotal(points));
        }
        if !TOTAL.is_match(&name) {
            return None;
        }
        self.after_total = true;
        self.open.fill(None);
        if points.is_some() {
            self.table.total = points;
        }
        Some(taken("import-row-total"))
    }

    /// 小计 is compared with the indicators of the open group, and not counted.
    fn subtotal(&self, stated: Option<Decimal>) -> Fate {
        let group = self.open.iter().flatten().next().copied();
        let sum = self.sum_below(group);
        match stated {
            Some(stated) if sum != Some(stated) => {
                let sum = sum.map(plain).unwrap_or_default();
                Fate::Refused(
                    Message::new("import-row-subtotal-differs")
                        .with("stated", plain(stated))
                        .with("sum", sum),
                )
            }
            _ => taken("import-row-subtotal"),
        }
    }

    fn sum_below(&self, group: Option<usize>) -> Option<Decimal> {
        let is_below = |draft: &&Draft| {
            let mut parent = draft.parent;
            while let Some(place) = parent {
                if parent == group {
                    return true;
                }
                parent = self.table.drafts.get(place).and_then(|draft| draft.parent);
            }
            group.is_none()
        };
        let leaves = self.table.drafts.iter().filter(|draft| draft.words.is_some()).filter(is_below);
        leaves.filter_map(|draft| draft.points).try_fold(Decimal::ZERO, |sum, points| sum.checked_add(points))
    }

    /// Words below or between that are no part of the table.
    fn note(&self, row: &Row) -> Option<Fate> {
        let first = row.filled().next()?;
        let has_points = self.points(row).is_some();
        let is_note = NOTE.is_match(&squeezed(&folded(row.text(first)))) && row.filled().count() < 3;
        let has_names = self.levels.iter().flatten().any(|column| !row.own_text(*column).is_empty());
        let is_after = self.after_total && !(has_names && row.filled().count() > 2);
        (!has_points && (is_note || is_after)).then(|| refused("import-row-outside"))
    }

    /// Names that the row states itself, outermost first.
    fn labels(&self, row: &Row) -> Vec<(usize, Named)> {
        let own = |column: &Option<usize>| column.map(|column| row.own_text(column)).unwrap_or_default();
        let cells = self.levels.iter().map(own).enumerate();
        cells.filter(|(_, text)| !text.is_empty()).map(|(level, text)| (level, named(text))).collect()
    }

    fn points(&self, row: &Row) -> Option<Decimal> {
        let text = row.own_text(self.mapping.column(Role::Points)?);
        let share = || label::share(text);
        label::points(text).and_then(|points| points.checked_mul(self.scale)).or_else(share)
    }

    fn named_row(
        &mut self,
        index: usize,
        row: &Row,
        groups: &[(usize, Named)],
        level: usize,
        last: &Named,
    ) -> Fate {
        self.takes_more = false;
        let mut changes = Vec::new();
        for (level, named) in groups {
            let column = self.mapping.column(Role::GroupPoints(*level));
            let points = column.and_then(|column| label::points(row.own_text(column)));
            self.group(row, *level, named, points, &mut changes);
        }
        self.pending_header = false;
        if self.heads_a_group(index, level, last) {
            let column = self.mapping.column(Role::GroupPoints(level));
            let stated = column.and_then(|column| label::points(row.own_text(column)));
            self.group(row, level, last, stated.or_else(|| self.points(row)), &mut changes);
            let words = self.words(row);
            if !words.criterion.is_empty() || !words.standard.is_empty() {
                changes.push(Message::new("import-row-group-words"));
            }
            return fate(changes, "import-row-group");
        }
        match self.indicator(row, level, last, &mut changes) {
            Ok(()) => fate(changes, "import-row-indicator"),
            Err(why) => Fate::Refused(why),
        }
    }

    /// The rows below it are its children: they begin deeper, or repeat its name and go on.
    fn heads_a_group(&self, index: usize, level: usize, named: &Named) -> bool {
        if level.saturating_add(1) >= self.levels.len() {
            return false;
        }
        let next = self.grid.rows.iter().skip(index + 1).find(|row| !repeats(row));
        let labels = next.map(|row| self.labels(row)).unwrap_or_default();
        let [(first, name), ..] = labels.as_slice() else { return false };
        let deepest = labels.last().map_or(*first, |(deepest, _)| *deepest);
        *first > level || (*first == level && deepest > level && name.name == named.name)
    }

    /// Opens a group, unless the same is printed once more.
    fn group(
        &mut self,
        row: &Row,
        level: usize,
        named: &Named,
        points: Option<Decimal>,
        changes: &mut Vec<Message>,
    ) {
        let points = points.or(named.points);
        if let Some(open) =
            self.open.get(level).copied().flatten().and_then(|open| self.table.drafts.get_mut(open))
        {
            let agree = open.points.is_none() || points.is_none() || open.points == points;
            if open.name == named.name && agree {
                open.points = open.points.or(points);
                let is_interrupted = self.pending_header || open.stated.saturating_add(1) < row.number;
                open.stated = row.number;
                if is_interrupted {
                    let message = Message::new("import-row-group-again").with("name", &named.name);
                    changes.push(message.with("row", open.row));
                }
                return;
            }
        }
        let parent = self.parent_of(level);
        let is_sibling = |draft: &&Draft| draft.parent == parent && draft.words.is_none();
        let mut earlier = self.table.drafts.iter().rev().filter(is_sibling);
        if let Some(other) = earlier.find(|draft| draft.name == named.name) {
            let message = Message::new("import-row-group-twice").with("name", &named.name);
            changes.push(message.with("row", other.row));
        }
        self.say_unnumbered(named, changes);
        let draft = Draft {
            parent,
            name: named.name.clone(),
            points,
            row: row.number,
            stated: row.number,
            words: None,
        };
        self.table.drafts.push(draft);
        self.close_from(level);
        if let Some(open) = self.open.get_mut(level) {
            *open = Some(self.table.drafts.len() - 1);
        }
    }

    fn say_unnumbered(&self, named: &Named, changes: &mut Vec<Message>) {
        if named.was_numbered {
            changes.push(Message::new("import-row-unnumbered").with("name", &named.name));
        }
    }

    fn parent_of(&self, level: usize) -> Option<usize> {
        self.open.iter().take(level).rev().flatten().next().copied()
    }

    fn close_from(&mut self, level: usize) {
        self.open.iter_mut().skip(level).for_each(|open| *open = None);
    }

    fn indicator(
        &mut self,
        row: &Row,
        level: usize,
        named: &Named,
        changes: &mut Vec<Message>,
    ) -> Result<(), Message> {
        let column = self.mapping.column(Role::Points);
        let cell = column.map(|column| row.own_text(column)).unwrap_or_default();
        let points = match (self.points(row), named.points) {
            (Some(points), Some(labelled)) if points != labelled => {
                let message = Message::new("import-row-points-differ").with("points", plain(points));
                changes.push(message.with("labelled", plain(labelled)));
                Some(points)
            }
            (points, labelled) => points.or(labelled),
        };
        let words = self.words(row);
        let compares = self.mapping.column(Role::Points).is_none() && !words.target.is_empty();
        if points.is_none() && !compares {
            return Err(match (cell.is_empty(), column.is_some_and(|column| row.continues_above(column))) {
                (_, true) => Message::new("import-row-points-merged").with("name", &named.name),
                (true, _) => Message::new("import-row-no-points").with("name", &named.name),
                _ => Message::new("import-row-points-unread").with("name", &named.name).with("text", cell),
            });
        }
        self.say_unnumbered(named, changes);
        self.close_from(level);
        let parent = self.parent_of(level);
        let name = named.name.clone();
        let (row, stated) = (row.number, row.number);
        self.table.drafts.push(Draft { parent, name, points, row, stated, words: Some(words) });
        self.takes_more = true;
        Ok(())
    }

    fn words(&self, row: &Row) -> Words {
        let text = |role| self.mapping.column(role).map(|column| tidy(row.text(column))).unwrap_or_default();
        Words {
            criterion: text(Role::Criterion),
            standard: text(Role::Standard),
            unit: text(Role::Unit),
            target: text(Role::Target),
        }
    }

    /// More words for the indicator above, where its cell covers this row too or the name is left blank.
    fn nameless_row(&mut self, row: &Row) -> Fate {
        let own =
            |role| self.mapping.column(role).map(|column| tidy(row.own_text(column))).unwrap_or_default();
        let (criterion, standard) = (own(Role::Criterion), own(Role::Standard));
        let states_points = self.points(row).is_some();
        let takes_more = self.takes_more;
        let above = self.table.drafts.last_mut().filter(|_| takes_more);
        match above {
            Some(Draft { name, words: Some(words), .. })
                if !states_points && (!criterion.is_empty() || !standard.is_empty()) =>
            {
                append(&mut words.criterion, &criterion);
                append(&mut words.standard, &standard);
                Fate::Changed(vec![Message::new("import-row-joined").with("name", &*name)])
            }
            _ if states_points => refused("import-row-no-name"),
            _ => refused("import-row-outside"),
        }
    }
}

fn append(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push('\n');
    }
    *text += more;
}

fn taken(key: &'static str) -> Fate {
    Fate::Taken(Message::new(key))
}

fn refused(key: &'static str) -> Fate {
    Fate::Refused(Message::new(key))
}

fn fate(changes: Vec<Message>, taken_as: &'static str) -> Fate {
    if changes.is_empty() { taken(taken_as) } else { Fate::Changed(changes) }
}
