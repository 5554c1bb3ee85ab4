//! 合计, 小计, and the points of rows that were not taken.

use super::draft::Kind;
use super::{Reader, taken};
use crate::import::grid::Row;
use crate::import::label::{self, named};
use crate::import::report::Fate;
use crate::import::words::{folded, pattern};
use crate::number::plain;
use crate::text::Message;
use rust_decimal::Decimal;

pattern!(SUBTOTAL, r"小计$");

impl Reader<'_> {
    /// 合计 and 小计.
    pub(super) fn sum_row(&mut self, row: &Row) -> Option<Fate> {
        let first = row.filled().next()?;
        let named = named(row.text(first));
        let name = folded(&named.name);
        let columns = self.columns();
        let points = columns.points(row).or(named.points);
        let filled = columns.filled(row, None);
        if SUBTOTAL.is_match(&name) {
            return Some(self.subtotal(points));
        }
        if !label::is_total(&name) {
            return None;
        }
        self.after_total = true;
        self.continues = None;
        self.open.fill(None);
        if points.is_some() {
            self.table.total = points;
        }
        if !filled.score.is_empty() || !filled.deduction.is_empty() {
            self.table.total_row = Some(filled);
        }
        Some(taken("import-row-total"))
    }

    /// 小计 is compared with the indicators of the open group, and not counted.
    fn subtotal(&mut self, stated: Option<Decimal>) -> Fate {
        self.continues = None;
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

    pub(super) fn sum_below(&self, group: Option<usize>) -> Option<Decimal> {
        let is_below = |parent: Option<usize>| {
            let mut parent = parent;
            while let Some(place) = parent {
                if parent == group {
                    return true;
                }
                parent = self.table.drafts.get(place).and_then(|draft| draft.parent);
            }
            group.is_none()
        };
        let leaves = self.table.drafts.iter().filter(|draft| matches!(draft.kind, Kind::Indicator(_)));
        let points = leaves.filter(|draft| is_below(draft.parent)).filter_map(|draft| draft.points);
        points.into_iter().try_fold(Decimal::ZERO, |sum, points| sum.checked_add(points))
    }

    /// Points that stand in a row that was not taken, so that they do not vanish.
    pub(super) fn count_lost(&mut self, row: &Row) {
        let is_below = self.table.report.rows.len() >= self.mapping.heading;
        let points = self.columns().points(row).or_else(|| {
            let first = row.filled().next()?;
            label::named(row.text(first)).points.filter(|_| row.filled().count() < 3)
        });
        if let Some(points) = points.filter(|points| is_below && *points > Decimal::ZERO) {
            self.table.lost = self.table.lost.saturating_add(points);
        }
    }
}
