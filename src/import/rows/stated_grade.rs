//! 评价等级 that a filled-in table states of itself: `评价等级：良`, or in the cell beside its label.

use super::Reader;
use super::head::{is_label, label_of};
use crate::import::grid::Row;
use crate::import::words::{pattern, tidy};

pattern!(LABEL, r"^(?:综合|最终|评价|评定|考核|自评|绩效|结果|总体)*(?:等级|等次|档次|评级)$");

// What stands beside an empty grade.
pattern!(OTHER, r"(?:人|员|日期|时间|单位|部门|意见|签字|签名|盖章|分|名称|等级|等次)$");

/// Characters of the name of a grade: more is a sentence about grades.
const LONGEST: usize = 4;

impl Reader<'_> {
    /// Its row as the sheet shows it, and the grade. What stands in the headings names a column.
    pub(super) fn stated_grade(&mut self) {
        let headings = self.mapping.heading..self.mapping.body();
        let rows = self.grid.rows.iter().enumerate().filter(|(at, _)| !headings.contains(at));
        self.table.grade = rows.rev().find_map(|(_, row)| Some((row.number, grade_in(row)?)));
    }
}

fn grade_in(row: &Row) -> Option<String> {
    let filled: Vec<usize> = row.filled().collect();
    let beside = filled.iter().enumerate().find_map(|(place, column)| {
        let cell = row.text(*column);
        if LABEL.is_match(&label_of(cell)) {
            return filled.get(place + 1).map(|next| row.text(*next));
        }
        let (label, grade) = cell.split_once(['：', ':'])?;
        LABEL.is_match(&label_of(label)).then_some(grade)
    });
    beside.map(tidy).filter(|grade| is_grade(grade) && !is_label(grade) && !OTHER.is_match(grade))
}

fn is_grade(text: &str) -> bool {
    (1..=LONGEST).contains(&text.chars().count()) && text.chars().all(char::is_alphabetic)
}
