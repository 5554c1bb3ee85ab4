//! From rows to a tree: groups, indicators, total; and what became of each row.

mod centred;
mod columns;
mod draft;
mod execution;
mod funds;
mod head;
mod named;
mod nameless;
mod scores;
mod settle;
mod stated_grade;
mod sums;

pub(super) use draft::{Draft, Kind, Table, Words};

use super::grid::{Grid, Row};
use super::headings::{Mapping, Role};
use super::label::named;
use super::report::{Fate, RowEntry};
use super::words::{folded, pattern, squeezed};
use crate::template::Form;
use crate::text::Message;
use centred::Moved;
use columns::Columns;

pattern!(
    NOTE,
    r"^(?:注[:(]|注$|备注|说明|填表|填报|评价人|评分人|考核人|审核|制表|单位负责人|财务负责人|项目负责人|被考核人|联系|日期|评价小组|专家|附件|附表|单位[(:]|项目名称|项目单位|主管部门|评价单位|其他需要?说明|需要说明|评价结论|自评结论|存在(?:的?)?问题|改进措施|整改措施|总体评价|签字|签名|盖章|等级评定|Part)|(?:签字|签名|盖章|日期|时间)[(]?[^()]*[)]?[:/]?[_ ]*$"
);

pub(super) fn read(grid: &Grid, mapping: &Mapping) -> Table {
    let settled = centred::settled(grid, mapping);
    let (grid, moved) = settled.as_ref().map_or((grid, &[][..]), |(grid, moved)| (grid, moved));
    let mut reader = Reader::of(grid, mapping);
    for (index, row) in grid.rows.iter().enumerate() {
        let fate = reader.row(index, row);
        if let Fate::Refused(why) = &fate {
            reader.count_lost(row);
            if why.key() == OUTSIDE {
                let texts: Vec<&str> = row.filled().map(|column| row.text(column)).collect();
                reader.table.outside.extend(Some(texts.join("，")).filter(|texts| !texts.is_empty()));
            }
        }
        let words = row.filled().map(|column| squeezed(row.text(column))).collect::<Vec<_>>().join(" ");
        let words = words.chars().take(60).collect();
        reader.table.report.rows.push(RowEntry { number: row.number, words, fate });
    }
    for moved in moved {
        reader.say_moved(moved);
    }
    reader.settle();
    reader.heads();
    reader.funds();
    reader.stated_grade();
    reader.table
}

struct Reader<'a> {
    grid: &'a Grid,
    mapping: &'a Mapping,
    /// One for each heading of the sheet.
    all: Vec<Columns<'a>>,
    /// Those that hold for the row: their place in `all`.
    part: usize,
    /// Group that is open at each rank: its place among the drafts. A level has two, of a label on a row of its own and
    /// of the names below it.
    open: Vec<Option<usize>>,
    table: Table,
    after_total: bool,
    /// The heading row was just repeated: groups printed again after it are the same ones.
    pending_header: bool,
    /// The row above is an indicator that a row without a name continues: its place among the drafts.
    continues: Option<usize>,
}

impl<'a> Reader<'a> {
    fn of(grid: &'a Grid, mapping: &'a Mapping) -> Self {
        let mut reader = Self {
            grid,
            mapping,
            all: columns::all(grid, mapping),
            part: 0,
            open: vec![None; mapping.levels().max(1) * 2],
            table: Table::default(),
            after_total: false,
            pending_header: false,
            continues: None,
        };
        reader.execution_rate();
        let is_form = |columns: &Columns<'_>| {
            columns.has(Role::Points) && columns.has(Role::Target) && columns.has(Role::Actual)
        };
        let is_found = reader.table.is_self_evaluation || reader.all.iter().any(is_form);
        reader.table.is_self_evaluation = match mapping.form {
            Some(form) => form == Form::SelfEvaluation,
            None => is_found,
        };
        reader.table.form = mapping.form;
        reader
    }

    /// Both rows say where a label stood, and where its group begins.
    fn say_moved(&mut self, Moved { label, stood, begins }: &Moved) {
        let message = |key, row: &usize| Message::new(key).with("name", label).with("row", row);
        for entry in &mut self.table.report.rows {
            let said = match entry.number {
                number if number == *begins => message("import-row-centred", stood),
                number if number == *stood => message("import-row-centred-from", begins),
                _ => continue,
            };
            match &mut entry.fate {
                Fate::Changed(changes) => changes.push(said),
                fate => *fate = Fate::Changed(vec![said]),
            }
        }
    }

    fn columns(&self) -> &Columns<'a> {
        &self.all[self.part.min(self.all.len() - 1)]
    }

    fn row(&mut self, index: usize, row: &Row) -> Fate {
        if index < self.mapping.heading {
            return self.above(index, row);
        }
        if self.mapping.is_heading(index) {
            return self.heading(index);
        }
        if let Some(fate) = self.sum_row(row).or_else(|| self.note(index, row)) {
            return fate;
        }
        let labels = self.columns().labels(row);
        match labels.split_last() {
            Some(((level, named), groups)) => self.named_row(index, row, groups, *level, named),
            None => self.nameless_row(row),
        }
    }

    fn heading(&mut self, index: usize) -> Fate {
        let further = self.mapping.further.iter().position(|further| {
            index >= further.heading && index < further.heading.saturating_add(further.heading_rows)
        });
        self.continues = None;
        let Some(place) = further else { return taken("import-row-heading") };
        self.part = place + 1;
        self.after_total = false;
        match self.mapping.further.get(place).is_some_and(|further| further.repeats) {
            true => {
                self.pending_header = true;
                Fate::Changed(vec![Message::new("import-row-heading-again")])
            }
            false => {
                self.open.fill(None);
                taken("import-row-heading-next")
            }
        }
    }

    /// The title is the row that speaks of a table, else the first that is long enough to be one.
    fn above(&mut self, index: usize, row: &Row) -> Fate {
        let text =
            |row: &Row| row.filled().next().map(|column| squeezed(row.text(column))).unwrap_or_default();
        let rows = || self.grid.rows.iter().take(self.mapping.heading).map(text).enumerate();
        let is_title = |text: &str| {
            let length = text.chars().count();
            (3..=LONGEST_TITLE).contains(&length) && !NOTE.is_match(&folded(text))
        };
        let best = rows().find(|(_, text)| is_title(text) && text.contains('表'));
        let best = best.or_else(|| rows().find(|(_, text)| is_title(text))).map(|(best, _)| best);
        if best == Some(index) {
            self.table.title = Some(text(row));
            return taken("import-row-title");
        }
        match self.is_execution_row(row) {
            true => taken("import-row-execution"),
            false => outside(),
        }
    }

    /// Words below or between that are no part of the table.
    fn note(&self, index: usize, row: &Row) -> Option<Fate> {
        let first = row.filled().next()?;
        let columns = self.columns();
        let stated = columns.points(row).or_else(|| named(row.text(first)).points);
        if stated.is_some() {
            return None;
        }
        let text = squeezed(&folded(row.text(first)));
        let filled = row.filled().count();
        let is_note = NOTE.is_match(&text) && filled < 3;
        let is_sentence = filled == 1 && columns.is_label_only(row) && text.chars().count() > LONGEST_LABEL;
        let has_names = !columns.labels(row).is_empty();
        let is_after = self.after_total && !(has_names && filled > 2);
        // 第二部分：… above the headings of the next table.
        let is_above_heading = filled == 1 && self.mapping.is_heading(index + 1);
        (is_note || is_sentence || is_after || is_above_heading).then(outside)
    }
}

/// Characters of a title.
const LONGEST_TITLE: usize = 60;
/// Characters of a group's name on a row of its own; what is longer is a note.
const LONGEST_LABEL: usize = 40;

/// Key of what is said of words beside the table.
const OUTSIDE: &str = "import-row-outside";

fn append(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push('\n');
    }
    *text += more;
}

fn taken(key: &'static str) -> Fate {
    Fate::Taken(Message::new(key))
}

fn outside() -> Fate {
    Fate::Refused(Message::new(OUTSIDE))
}

fn refused(key: &'static str) -> Fate {
    Fate::Refused(Message::new(key))
}

fn fate(changes: Vec<Message>, taken_as: &'static str) -> Fate {
    if changes.is_empty() { taken(taken_as) } else { Fate::Changed(changes) }
}
