//! 预算执行率 in the head of a form: it has points like an indicator, and stands above the headings.

use super::Reader;
use super::draft::{Draft, Kind, Words};
use crate::import::filled::FilledRow;
use crate::import::grid::Row;
use crate::import::label;
use crate::import::words::{folded, pattern, squeezed};
use rust_decimal::Decimal;

pattern!(FUNDS, r"(?:年初|全年|调整后?|年度)预算数?|执行数|执行率|预算执行");
pattern!(POINTS, r"^(?:分值|权重|标准分|满分)(?:\(.*\))?$");
pattern!(SCORE, r"^(?:自评|实际|复核)?得分(?:\(.*\))?$");
pattern!(SUM, r"^(?:年度)?(?:资金)?(?:总额|合计|总计)|^年度资金|^预算执行率|^(?:项目)?资金总额|^执行率");

/// The row whose 分值 are those of the execution rate.
pub(super) struct ExecutionRow {
    /// As the sheet shows it.
    number: usize,
    points: Decimal,
    /// 得分 beside them.
    score: String,
}

impl Reader<'_> {
    /// The indicator that the head of the form states, before all others.
    pub(super) fn execution_rate(&mut self) {
        let Some(found) = self.execution_row() else { return };
        let (row, stated) = (found.number, found.number);
        let words = Words { is_execution: true, ..Words::default() };
        let filled = FilledRow { number: row, score: found.score, ..FilledRow::default() };
        self.table.drafts.push(Draft {
            parent: None,
            name: "预算执行率".into(),
            points: Some(found.points),
            weight: None,
            row,
            stated,
            kind: Kind::Indicator(Box::new(words)),
            filled: Some(filled).filter(|filled| !filled.is_blank()).into_iter().collect(),
        });
        self.table.is_self_evaluation = true;
    }

    pub(super) fn is_execution_row(&self, row: &Row) -> bool {
        let first = self.table.drafts.first();
        first.is_some_and(|draft| {
            draft.words().is_some_and(|words| words.is_execution) && draft.row == row.number
        })
    }

    /// Below a heading of funds with a column of points, the first row of a sum that states them.
    fn execution_row(&self) -> Option<ExecutionRow> {
        let head = self.grid.rows.get(..self.mapping.heading)?;
        head.iter().enumerate().find_map(|(at, heading)| {
            let texts = |row: &Row| {
                row.filled().map(|column| squeezed(&folded(row.text(column)))).collect::<Vec<_>>()
            };
            let speaks = texts(heading).iter().filter(|text| FUNDS.is_match(text)).count();
            let points =
                heading.filled().find(|column| POINTS.is_match(&squeezed(&folded(heading.text(*column)))))?;
            let below = head.get(at + 1..)?;
            let row = below.iter().find(|row| texts(row).iter().any(|text| SUM.is_match(text)))?;
            // 分值（10分） says it too, where the row does not.
            let stated =
                label::points(row.own_text(points)).or_else(|| label::named(heading.text(points)).points);
            let points = stated.filter(|points| *points > Decimal::ZERO)?;
            let is_score = |column: &usize| SCORE.is_match(&squeezed(&folded(heading.text(*column))));
            let score = heading.filled().find(is_score).map(|column| row.own_text(column).to_owned());
            let score = score.filter(|text| !label::is_nothing(text)).unwrap_or_default();
            (speaks > 1).then_some(ExecutionRow { number: row.number, points, score })
        })
    }
}
