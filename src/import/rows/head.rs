//! What a form says above its table: the project and its goal.

use super::Reader;
use crate::import::filled::Head;
use crate::import::grid::Row;
use crate::import::label::is_nothing;
use crate::import::words::{folded, pattern, squeezed, tidy};

pattern!(PROJECT, r"^(?:被评价)?(?:项目|专项)名称$|^评价(?:项目|对象)(?:名称)?$");
pattern!(DEPARTMENT, r"^(?:项目|预算)?(?:主管|预算)(?:预算)?(?:部门|单位)(?:名称|及代码)?$|^一级预算单位$");
pattern!(
    UNIT,
    r"^(?:项目|具体)?(?:实施|承担|执行|使用|建设|填报|预算执行|资金使用)(?:部门|单位)(?:名称)?$|^(?:项目|被评价|被考核|自评|考核)单位(?:名称)?$|^部门\(?单位\)?名称$|^单位名称$"
);
pattern!(YEAR, r"^(?:评价|预算|考核|自评|项目)?年度$");
pattern!(EVALUATOR, r"^(?:评价人员?|评分人|考核人|填报人|填表人|评价小组)$");
pattern!(DATE, r"^(?:评价|填报|填表|考核|评分|自评)(?:日期|时间)$");
pattern!(
    GOAL,
    r"^(?:年初)?(?:设定|预期|计划)(?:绩效)?目标$|^(?:项目)?年度(?:总体)?(?:绩效)?目标$|^年初设定目标$|^预期完成目标$"
);
pattern!(
    GOAL_REACHED,
    r"^(?:年度|全年|实际|目标|绩效|项目)*(?:目标|任务)?(?:实际)?(?:完成|实现|达成)(?:目标)?情况$"
);
pattern!(PHONE, r"^(?:联系|填报人)?电话(?:号码)?$|^联系方式$");
pattern!(LEADER, r"^项目(?:负责|主管)人(?:姓名)?$");
pattern!(TITLE_YEAR, r"(20[0-9]{2})年");
/// What stands in a cell of labels, without blanks and the colon.
pub(super) fn label_of(text: &str) -> String {
    squeezed(&folded(text)).trim_end_matches(':').to_owned()
}

impl Reader<'_> {
    /// What stands above the first headings, and how the columns of scores are called.
    pub(super) fn heads(&mut self) {
        let mut head = Head { year: self.year(), ..Head::default() };
        let above = self.grid.rows.get(..self.mapping.heading).unwrap_or_default();
        for (at, row) in above.iter().enumerate() {
            labelled(row, &mut head);
            goals(row, above.get(at + 1), &mut head);
        }
        self.table.head = head;
        let named = |all: &'_ super::Columns<'_>| {
            all.other_scores.iter().map(|other| all.heading(self.grid, *other)).collect::<Vec<_>>()
        };
        let mut others: Vec<String> = self.all.iter().flat_map(named).collect();
        others.dedup();
        self.table.other_scores = others;
    }

    fn year(&self) -> String {
        let above = self.grid.rows.get(..self.mapping.heading).unwrap_or_default();
        let texts = above.iter().flat_map(|row| row.filled().map(|column| folded(row.text(column))));
        let title = self.table.title.iter().map(|title| folded(title));
        let mut years = title
            .chain(texts)
            .filter_map(|text| Some(TITLE_YEAR.captures(&squeezed(&text))?.get(1)?.as_str().to_owned()));
        years.next().unwrap_or_default()
    }
}

/// Labels with what stands to their right, or behind their colon.
fn labelled(row: &Row, head: &mut Head) {
    let fields: [(&regex::Regex, &mut String); 8] = [
        (&PROJECT, &mut head.project),
        (&DEPARTMENT, &mut head.department),
        (&UNIT, &mut head.unit),
        (&YEAR, &mut head.year),
        (&EVALUATOR, &mut head.evaluator),
        (&DATE, &mut head.date),
        (&PHONE, &mut head.phone),
        (&LEADER, &mut head.leader),
    ];
    let filled: Vec<usize> = row.filled().collect();
    for (label, field) in fields {
        let beside = filled.iter().enumerate().find_map(|(place, column)| {
            let cell = row.text(*column);
            if label.is_match(&label_of(cell)) {
                return filled.get(place + 1).map(|next| row.text(*next)).filter(|text| !is_label(text));
            }
            let (name, value) = cell.split_once(['：', ':'])?;
            label.is_match(&label_of(name)).then_some(value)
        });
        let beside = beside.map(tidy).filter(|text| !is_nothing(text));
        if let Some(text) = beside {
            *field = text;
        }
    }
}

/// It names something of the head, and is no answer.
pub(super) fn is_label(text: &str) -> bool {
    let text = label_of(text);
    [&PROJECT, &DEPARTMENT, &UNIT, &YEAR, &EVALUATOR, &DATE, &PHONE, &LEADER, &GOAL, &GOAL_REACHED]
        .iter()
        .any(|label| label.is_match(&text))
}

/// 预期目标 and 实际完成情况 beside each other, their words below.
fn goals(row: &Row, below: Option<&Row>, head: &mut Head) {
    let column =
        |label: &regex::Regex| row.filled().find(|column| label.is_match(&label_of(row.text(*column))));
    let Some((below, reached)) = below.zip(column(&GOAL_REACHED)) else { return };
    // The label of the whole block may read as that of its left half.
    let planned =
        row.filled().filter(|column| *column < reached && GOAL.is_match(&label_of(row.text(*column))));
    let Some(planned) = planned.last() else { return };
    head.goal = tidy(below.own_text(planned));
    head.goal_reached = tidy(below.own_text(reached));
}
